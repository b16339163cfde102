// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/fitted_text.h"

#include <QList>

#include <algorithm>
#include <cmath>

namespace tocsin::notices {

namespace {

constexpr double kStep = 0.5;
constexpr double kLeading = 1.15;

std::vector<Shaped> shapeAll(const QStringList &lines, TextSpec spec, TextShaper &shaper)
{
    std::vector<Shaped> shaped;
    for (const QString &line : lines) {
        spec.runs = plain(line);
        if (!line.trimmed().isEmpty())
            shaped.push_back(shaper.shape(spec));
    }
    return shaped;
}

double heightOf(const std::vector<Shaped> &shaped)
{
    double height = 0;
    for (const Shaped &line : shaped)
        height += line->height();
    return height;
}

bool isUnbroken(const std::vector<Shaped> &shaped)
{
    return std::all_of(shaped.begin(), shaped.end(), [](const Shaped &line) { return line->count() <= 1; });
}

/// The longest beginning of a line that stays on one line together with an ellipsis.
Shaped shortened(const QString &line, TextSpec spec, TextShaper &shaper)
{
    Shaped best;
    qsizetype least = 0;
    qsizetype most = std::min<qsizetype>(line.size(), 400);
    while (least < most) {
        const qsizetype length = (least + most + 1) / 2;
        spec.runs = plain(line.first(length) + QChar(0x2026));
        Shaped shaped = shaper.shape(spec);
        if (shaped->count() == 1) {
            best = std::move(shaped);
            least = length;
        } else {
            most = length - 1;
        }
    }
    return best;
}

/// One line each, and only as many as fit, the last (city, State, ZIP or country) among them.
std::vector<Shaped> forced(QStringList lines, const TextSpec &spec, double room, TextShaper &shaper)
{
    const auto most = static_cast<qsizetype>(room / spec.leading);
    lines.removeAll(QString());
    while (lines.size() > most)
        lines.removeAt(lines.size() - 2);
    std::vector<Shaped> shaped;
    for (const QString &line : lines) {
        TextSpec whole = spec;
        whole.runs = plain(line);
        Shaped fits = shaper.shape(whole);
        if (fits->count() > 1)
            fits = shortened(line, spec, shaper);
        if (fits)
            shaped.push_back(std::move(fits));
    }
    return shaped;
}

/// From the largest down to the smallest, in steps; none if the smallest is the larger one.
QList<double> sizesDown(double largest, double smallest)
{
    QList<double> sizes;
    const int steps = static_cast<int>(std::floor((largest - smallest) / kStep));
    for (int step = 0; step <= steps; ++step)
        sizes << largest - step * kStep;
    return sizes;
}

} // namespace

double FittedText::height() const
{
    return heightOf(lines);
}

FittedText fitText(const QStringList &lines, const QSizeF &room, const TypeRange &range, Face face,
                   const QString &language, TextShaper &shaper)
{
    TextSpec spec;
    spec.language = language;
    spec.face = face;
    spec.width = room.width();
    spec.onTheLeft = true;
    const auto shapedAt = [&](double size) {
        spec.size = size;
        spec.leading = size * kLeading;
        return shapeAll(lines, spec, shaper);
    };
    const double unbroken = std::max(range.unbrokenDownTo.value_or(range.largest + kStep), range.smallest);
    for (const double size : sizesDown(range.largest, unbroken)) {
        std::vector<Shaped> shaped = shapedAt(size);
        if (isUnbroken(shaped) && heightOf(shaped) <= room.height())
            return {std::move(shaped)};
    }
    for (const double size : sizesDown(range.largest, range.smallest)) {
        std::vector<Shaped> shaped = shapedAt(size);
        if (heightOf(shaped) <= room.height())
            return {std::move(shaped)};
    }
    spec.size = range.smallest;
    spec.leading = range.smallest * kLeading;
    return {forced(lines, spec, room.height(), shaper), true};
}

} // namespace tocsin::notices
