// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/document_parts.h"

#include "law/wording.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

using namespace notices;

Paragraph paragraph(const QString &text)
{
    Paragraph made;
    made.runs = plain(text);
    return made;
}

Paragraph smallParagraph(const QString &text)
{
    Paragraph made = paragraph(text);
    made.size = Paragraph::Size::Small;
    return made;
}

Paragraph lead(const QString &text)
{
    Paragraph made;
    made.runs = bold(text);
    made.keepWithNext = true;
    return made;
}

Heading heading(int level, const QString &text, const QString &anchor)
{
    return {level, plain(text), anchor};
}

Table table(const QString &summary, const std::vector<double> &weights, const QStringList &header,
            const QList<int> &numbers)
{
    Table made;
    made.summary = summary;
    for (size_t i = 0; i < weights.size(); ++i)
        made.columns.push_back({weights[i], numbers.contains(static_cast<int>(i)) ? Alignment::End : Alignment::Start});
    for (const QString &title : header)
        made.header.push_back(plain(title));
    return made;
}

void addRow(Table &table, const QStringList &cells)
{
    TableRow row;
    for (const QString &cell : cells)
        row.push_back(plain(cell));
    table.rows.push_back(std::move(row));
}

Table pairs(const QString &summary)
{
    return table(summary, {1, 3}, {});
}

void addPair(Table &table, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        table.rows.push_back({bold(label), plain(value)});
}

QString dayText(QDate date)
{
    return date.isValid() ? law::shortDate(date) : QString();
}

QString momentText(const Instant &at, const QByteArray &zone)
{
    if (!at.isValid())
        return {};
    const QDateTime there = (isKnownZone(zone) ? at.inZone(zone) : at).toDateTime();
    return dayText(there.date()) + u", "_s + there.time().toString(u"HH:mm"_s);
}

QString numberText(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

} // namespace tocsin::packets
