// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/address_window.h"

#include <algorithm>

namespace tocsin::notices {

namespace {

constexpr double kLargest = 10;
constexpr double kSmallest = 6;
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

} // namespace

FittedAddress fitAddress(const QStringList &lines, Face face, const QString &language, TextShaper &shaper)
{
    const QRectF box = address_window::addressBox();
    FittedAddress fitted;
    fitted.left = box.left();

    TextSpec spec;
    spec.language = language;
    spec.face = face;
    spec.width = box.width();
    spec.onTheLeft = true;
    for (spec.size = kLargest; spec.size >= kSmallest; spec.size -= kStep) {
        spec.leading = spec.size * kLeading;
        fitted.lines = shapeAll(lines, spec, shaper);
        if (heightOf(fitted.lines) <= box.height())
            break;
    }
    if (heightOf(fitted.lines) > box.height()) {
        spec.size = kSmallest;
        spec.leading = kSmallest * kLeading;
        fitted.lines = forced(lines, spec, box.height(), shaper);
        fitted.shortened = true;
    }
    fitted.top = box.center().y() - heightOf(fitted.lines) / 2;
    return fitted;
}

} // namespace tocsin::notices
