// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sample_case.h"

#include "casework/task.h"
#include "casework/timeline.h"

namespace tocsin::viewchecks {

using namespace Qt::Literals::StringLiterals;
using casework::Precision;
using casework::Stream;
using casework::TaskColumn;

namespace {

struct Line
{
    QString at;
    Stream stream;
    QString text;
    Precision precision = Precision::Exact;
    bool privileged = false;
    bool inChronology = true;
};

struct Card
{
    QString title;
    TaskColumn column;
    bool owned;
    QDate due;
    QString detail;
};

const QList<Line> &lines()
{
    static const QList<Line> all{
        {u"2026-01-11T22:00:00-06:00"_s, Stream::Technical,
         u"The nightly order export begins to be written to a storage container that anybody can read"_s,
         Precision::Approximate},
        {u"2026-03-02T16:20:00-06:00"_s, Stream::Technical,
         u"Last read of the export from an address that is not ours"_s},
        {u"2026-03-03T10:15:00-06:00"_s, Stream::Regulatory,
         u"The third-party auditor reports the open container; the privacy office takes note"_s},
        {u"2026-03-03T10:40:00-06:00"_s, Stream::Technical, u"Public read denied; access keys rotated"_s},
        {u"2026-03-03T14:00:00-06:00"_s, Stream::Command, u"Response team named; stand-up each morning at 08:30"_s},
        {u"2026-03-04T09:10:00-06:00"_s, Stream::Regulatory,
         u"Counsel: treat as a breach unless the logs show otherwise"_s, Precision::Exact, true},
        {u"2026-03-05T17:30:00-06:00"_s, Stream::Technical,
         u"Access logs of 50 days copied and hashed; custody with the technical lead"_s},
        {u"2026-03-09T11:45:00-05:00"_s, Stream::Communications, u"Call centre script drafted and sent to counsel"_s},
        {u"2026-03-11T08:30:00-05:00"_s, Stream::Command,
         u"Stand-up: six present; roster due from the vendor by Friday"_s, Precision::Exact, false, false},
        {u"2026-03-13T15:05:00-05:00"_s, Stream::Regulatory, u"Roster received: 2,318 people, 37 addresses in doubt"_s},
        {u"2026-03-17T10:20:00-05:00"_s, Stream::Communications, u"Individual letter sent to counsel for review"_s},
        {u"2026-03-18T12:00:00-05:00"_s, Stream::Command,
         u"The deputy of the technical lead leaves; the seat is vacant"_s, Precision::Unknown},
        {u"2026-03-19T17:05:00-05:00"_s, Stream::Regulatory, u"Counsel approved the worksheet for HHS"_s},
        {u"2026-03-20T08:30:00-05:00"_s, Stream::Command, u"Stand-up: the vendor returns the corrected file by noon"_s},
    };
    return all;
}

const QList<Card> &cards()
{
    static const QList<Card> all{
        {u"Turn on object-level access logging everywhere"_s, TaskColumn::Backlog, false, {}, {}},
        {u"Review the export jobs of the two other stores"_s, TaskColumn::Backlog, false, QDate(2026, 4, 10), {}},
        {u"Write down who may create public containers, and why"_s, TaskColumn::Ready, true, QDate(2026, 3, 27), {}},
        {u"Alt text for the notice page"_s, TaskColumn::Ready, false, QDate(2026, 4, 2), {}},
        {u"Restrict the export role to two people"_s, TaskColumn::InProgress, true, QDate(2026, 3, 18),
         u"The role has eleven members. Two need it each night; the others never used it."_s},
        {u"Forensic copy of the container's access logs"_s, TaskColumn::InProgress, true, QDate(2026, 3, 21), {}},
        {u"Encrypt the export at rest"_s, TaskColumn::Evidence, true, QDate(2026, 3, 24), {}},
        {u"Replace the bucket policy; deny public read"_s, TaskColumn::Review, true, QDate(2026, 3, 20), {}},
        {u"Rotate the keys of the export job"_s, TaskColumn::Done, true, QDate(2026, 3, 6), {}},
        {u"Block public access for the whole account"_s, TaskColumn::Done, true, QDate(2026, 3, 10), {}},
    };
    return all;
}

void addLines(test::CaseFixture &fixture, IncidentId incident)
{
    for (const Line &line : lines()) {
        casework::LogEntry command;
        command.incident = incident;
        command.text = line.text;
        command.at = Instant::parse(line.at).value();
        command.precision = line.precision;
        command.stream = line.stream;
        command.privileged = line.privileged;
        command.inChronology = line.inChronology;
        const auto receipt = fixture.submit(command);
        if (receipt && line.text.startsWith(u"Last read"_s)) {
            casework::CorrectEntry correction;
            correction.entry = TimelineEntryId{receipt->id};
            correction.text
                = u"Last read of the export from an address that is not ours, as the provider's logs show"_s;
            correction.at = Instant::parse(u"2026-03-02T19:55:00-06:00"_s).value();
            (void)fixture.submit(correction);
        }
    }
}

} // namespace

void fillSampleCase(test::CaseFixture &fixture, IncidentId incident)
{
    addLines(fixture, incident);
    for (const Card &card : cards()) {
        casework::AddTask command;
        command.incident = incident;
        command.title = card.title;
        command.detail = card.detail;
        command.owner = card.owned ? fixture.file().actor().id : PersonId();
        command.due = card.due;
        command.column = card.column;
        (void)fixture.submit(command);
    }
}

} // namespace tocsin::viewchecks
