// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_sections.h"

#include "law/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

using namespace notices;
using casework::Publication;

namespace {

/// "Newspaper" above "Austin Daily (Texas)".
QString whereText(const Publication &place)
{
    const QString name = place.market.isEmpty() ? place.name : u"%1 (%2)"_s.arg(place.name, place.market);
    return u"%1\n%2"_s.arg(casework::publicationKindName(place.kind), name);
}

QString lastDayText(const Publication &place)
{
    if (place.isPosting() && !place.lastDay.isValid())
        return u"still posted"_s;
    return dayText(place.lastDay);
}

Table placesTable(const QString &title, const QList<Publication> &places, const QByteArray &zone)
{
    Table made = table(u"“%1”: where it appeared or went"_s.arg(title), {0.45, 2.5, 1.25, 1.2, 1.5, 1.5},
                       {u"No."_s, u"Where"_s, u"Posted or sent"_s, u"Last day"_s, u"Reference"_s, u"Recorded"_s}, {0});
    for (const Publication &each : places) {
        addRow(made,
               {QString::number(each.number), whereText(each),
                each.firstDay.isValid() ? dayText(each.firstDay) : u"not yet"_s, lastDayText(each),
                each.proof.isEmpty() ? u"none"_s : each.proof,
                u"%1\n%2"_s.arg(momentText(each.changed, zone), each.byName)});
    }
    return made;
}

QString dueText(const Publication &posting, QDate today)
{
    if (posting.daysShort() > 0)
        return u"none; taken down %1 early: %2"_s.arg(law::counted(posting.daysShort(), u"day"_s, u"days"_s),
                                                      posting.reason);
    const int left = posting.daysLeft(today);
    return left > 0 ? law::counted(left, u"day"_s, u"days"_s) : u"none"_s;
}

/// How long each posting has to stand, by the rule that says so.
Table postingsTable(const QString &title, const QList<Publication> &places, QDate today)
{
    Table made = table(u"“%1”: how long each posting has to stand"_s.arg(title), {0.45, 1.2, 1.2, 0.7, 2, 2.4},
                       {u"No."_s, u"Posted on"_s, u"To stand until"_s, u"Days"_s,
                        u"Still due on %1, that day included"_s.arg(dayText(today)), u"Citation"_s},
                       {0, 3});
    for (const Publication &each : places) {
        if (!each.required.isValid())
            continue;
        const QString citation
            = each.counselReview ? u"%1 (needs counsel's review)"_s.arg(each.citation) : each.citation;
        addRow(made,
               {QString::number(each.number), dayText(each.firstDay), dayText(each.required),
                numberText(each.firstDay.daysTo(each.required)), dueText(each, today), citation});
    }
    return made;
}

/// Documents that were produced, and nobody recorded where they went.
QStringList nowhere(const PacketContents &contents)
{
    QStringList titles;
    for (const PacketNotice &each : contents.notices) {
        const bool isDocument = !casework::writesToPeople(each.notice);
        if (isDocument && each.places.isEmpty() && each.notice.status >= casework::NoticeStatus::Produced)
            titles << u"“%1”"_s.arg(each.notice.title);
    }
    return titles;
}

} // namespace

Blocks placesSection(const PacketContents &contents)
{
    Blocks blocks{heading(1, u"Where notices appeared and went"_s, u"places"_s)};
    blocks.push_back(paragraph(
        u"Postings, outlets, and the ways in which documents reached their readers. What goes to each person is in the "
        "delivery summary. "_s
        + zoneSentence(contents)));
    const size_t before = blocks.size();
    for (const PacketNotice &each : contents.notices) {
        if (each.places.isEmpty())
            continue;
        const QString title = each.notice.title;
        blocks.push_back(lead(title));
        blocks.push_back(placesTable(title, each.places, contents.organization.timezone));
        if (Table postings = postingsTable(title, each.places, contents.day); !postings.rows.empty())
            blocks.push_back(std::move(postings));
    }
    if (blocks.size() == before)
        blocks.push_back(paragraph(u"No place is recorded yet."_s));
    if (const QStringList titles = nowhere(contents); !titles.isEmpty()) {
        blocks.push_back(paragraph(u"Produced, and no place is recorded: %1."_s.arg(titles.join(u", "_s))));
    }
    return blocks;
}

} // namespace tocsin::packets
