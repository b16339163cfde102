// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/law/state_table.h"

#include "law/calendar.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

/// The cells of each line that is no comment.
QList<QStringList> linesOf(const QString &name)
{
    QFile file(QStringLiteral(TOCSIN_FIXTURES "/law/") + name);
    QList<QStringList> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        QStringList cells;
        for (const QString &cell : line.split(u';'))
            cells << cell.trimmed();
        lines << cells;
    }
    return lines;
}

ExpectedClock clockFrom(const QString &text)
{
    const QStringList words = text.trimmed().split(u' ');
    return {words.at(0).toInt(), words.at(1), words.at(2).split(u'+')};
}

Moment momentOf(QDate day, bool withTime)
{
    if (!withTime)
        return {day, {}};
    return {{}, Instant(day.startOfDay(Qt::UTC).addSecs(10 * 3600).toMSecsSinceEpoch(), "UTC")};
}

/// What is closed in a State and not by federal law, in the years that the tests reach.
QSet<QDate> closedIn(const QString &state)
{
    if (state == "CA"_L1)
        return {{2025, 3, 31}, {2025, 11, 28}, {2026, 3, 31}, {2026, 11, 27}};
    if (state == "IA"_L1)
        return {{2018, 11, 23}, {2026, 11, 27}};
    if (state == "IL"_L1)
        return {{2020, 2, 12}, {2020, 11, 3}, {2026, 2, 12}, {2026, 11, 3}, {2026, 11, 27}};
    if (state == "NY"_L1)
        return {{2019, 11, 5}, {2024, 11, 5}, {2025, 2, 12}, {2025, 11, 4}, {2026, 2, 12}, {2026, 11, 3}};
    if (state == "VT"_L1)
        return {{2020, 3, 3}, {2026, 3, 3}, {2026, 8, 17}};
    return {};
}

} // namespace

QList<ExpectedText> stateTable()
{
    QList<ExpectedText> table;
    for (const QStringList &cells : linesOf(u"state-table.txt"_s)) {
        ExpectedText text{cells.at(0),
                          QDate::fromString(cells.at(1), Qt::ISODate),
                          QDate::fromString(cells.at(2), Qt::ISODate),
                          cells.at(3),
                          cells.at(4),
                          cells.at(5),
                          {},
                          1,
                          {}};
        if (cells.at(6) != "any"_L1) {
            text.op = cells.at(6).section(u' ', 0, 0);
            text.people = cells.at(6).section(u' ', 1).toLongLong();
        }
        for (const QString &clock : cells.at(7) == "-"_L1 ? QStringList() : cells.at(7).split(u'|'))
            text.clocks << clockFrom(clock);
        table << text;
    }
    return table;
}

QList<ExpectedTreatment> hipaaTable()
{
    QList<ExpectedTreatment> table;
    for (const QStringList &cells : linesOf(u"state-hipaa.txt"_s))
        table << ExpectedTreatment{cells.at(0), cells.at(1), cells.at(2),
                                   cells.value(3).split(u' ', Qt::SkipEmptyParts)};
    return table;
}

Facts factsFor(const ExpectedText &text, QDate key, qint64 people)
{
    // Texas and Oklahoma pick the text by the day of determination, all others by that of discovery.
    const bool byDetermination = text.state == "TX"_L1 || text.state == "OK"_L1;
    const QDate discovered = byDetermination ? key.addDays(-2) : key;
    const bool withTime = !text.clocks.isEmpty() && text.clocks.first().unit == "hours"_L1;
    Facts facts;
    facts.entity = text.entity == "covered-entity"_L1 ? EntityKind::CoveredEntity : EntityKind::Business;
    facts.timezone = "UTC";
    facts.discovered = momentOf(discovered, withTime);
    facts.anchors = {{u"determined"_s, momentOf(discovered.addDays(2), withTime)},
                     {u"confirmed"_s, momentOf(discovered.addDays(4), withTime)},
                     {u"scope_identified"_s, momentOf(discovered.addDays(6), withTime)},
                     {u"investigation_concluded"_s, momentOf(discovered.addDays(8), withTime)},
                     {u"harm_determined"_s, momentOf(discovered.addDays(10), withTime)}};
    facts.residents = QMap<QString, qint64>{{text.state, people}};
    facts.data = QStringList{u"name"_s, u"ssn"_s, u"medical"_s};
    if (facts.entity == EntityKind::CoveredEntity)
        facts.data->append(u"phi"_s);
    facts.secured = Securing{false, {}};
    if (text.flag == "no-harm"_L1)
        facts.assessment = Assessment{u"low-probability"_s, {}, true, 4};
    else if (!text.flag.isEmpty())
        facts.flags = QStringList{text.flag};
    return facts;
}

QDate expectedDay(const ExpectedClock &clock, const Facts &facts, const QString &state)
{
    QDate from;
    for (const QString &name : clock.from) {
        std::optional<Moment> moment;
        if (name == "discovered"_L1)
            moment = facts.discovered;
        else if (name.startsWith("done."_L1) && facts.done.contains(name.sliced(5)))
            moment = facts.done.value(name.sliced(5));
        else if (facts.anchors.contains(name))
            moment = facts.anchors.value(name);
        if (!moment)
            return {};
        const QDate day = moment->dateIn(facts.timezone);
        from = from.isValid() && from > day ? from : day;
    }
    if (clock.unit == "business-days"_L1)
        return addBusinessDays(from, clock.count, closedDays(from, clock.count) + closedIn(state));
    return from.addDays(clock.unit == "hours"_L1 ? clock.count / 24 : clock.count);
}

} // namespace tocsin::law
