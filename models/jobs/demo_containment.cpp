// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/demo_containment.h"

#include "casework/obligation_plan.h"
#include "casework/playbook_run.h"
#include "casework/register_record.h"
#include "casework/task.h"

#include <QCryptographicHash>
#include <QTimeZone>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using namespace casework;

constexpr auto kPlaybook = "object-store-exposure"_L1;

/// How far a step of the playbook is.
struct StepDone
{
    QLatin1StringView step;
    TaskColumn column;
    int day; ///< since discovery, on which it came there
};

constexpr std::array kSteps{
    StepDone{"block"_L1, TaskColumn::Done, 0},     StepDone{"preserve-logs"_L1, TaskColumn::Done, 1},
    StepDone{"inventory"_L1, TaskColumn::Done, 1}, StepDone{"copies"_L1, TaskColumn::Done, 1},
    StepDone{"readers"_L1, TaskColumn::Done, 3},   StepDone{"clocks"_L1, TaskColumn::Done, 1},
    StepDone{"caches"_L1, TaskColumn::Done, 2},    StepDone{"people"_L1, TaskColumn::Done, 8},
    StepDone{"assess"_L1, TaskColumn::Done, 4},    StepDone{"encrypt"_L1, TaskColumn::InProgress, 11},
    StepDone{"least"_L1, TaskColumn::Review, 12},  StepDone{"root-cause"_L1, TaskColumn::Evidence, 13},
    StepDone{"watch"_L1, TaskColumn::Ready, 14},
};

Result<> moveTo(CaseFile &file, const Task &task, TaskColumn column)
{
    for (int next = int(task.column) + 1; next <= int(column); ++next)
        TOCSIN_TRY(file.submit(MoveTask{task.id, TaskColumn(next)}).result());
    return {};
}

/// A moment of the day so many days after discovery.
QString momentOn(QDate discovered, int day, const QTime &time, const QByteArray &zone)
{
    const QDateTime when(discovered.addDays(day), time, QTimeZone(zone));
    return Instant(when.toMSecsSinceEpoch(), zone).toIso();
}

/// Digests of a file as invented as the rest of the demo.
FileDigest copiedLogs()
{
    const QByteArray content = QByteArrayLiteral("invented access log of the export bucket\n").repeated(4096);
    const auto digest = [&content](QCryptographicHash::Algorithm kind) {
        return QString::fromLatin1(QCryptographicHash::hash(content, kind).toHex());
    };
    return {u"export-bucket-access.log"_s, content.size(), digest(QCryptographicHash::Sha256),
            digest(QCryptographicHash::Sha512)};
}

QList<AddRegisterRecord> records(IncidentId incident, QDate discovered, const QByteArray &zone)
{
    const QString taken = momentOn(discovered, 1, QTime(8, 45), zone);
    return {
        {incident,
         u"access-restriction"_s,
         {{u"who"_s, u"Everybody but two people of the export team"_s},
          {u"system"_s, u"Order export"_s},
          {u"access"_s, u"none"_s},
          {u"why"_s, u"Nobody else needs exports while the breach is contained"_s},
          {u"until"_s, discovered.addDays(30).toString(Qt::ISODate)}}},
        {incident,
         u"logging"_s,
         {{u"system"_s, u"Export bucket"_s},
          {u"enhanced"_s, u"yes"_s},
          {u"since"_s, momentOn(discovered, 0, QTime(11, 0), zone)},
          {u"evidence"_s, u"Data events of the bucket switched on; the setting is exported with the ticket"_s}}},
        {incident, u"logging"_s, {{u"system"_s, u"Order database"_s}, {u"enhanced"_s, u"no"_s}}},
        {incident,
         QString(registers::kForensicCopy),
         {{u"what"_s, u"Access logs of the export bucket"_s},
          {u"source"_s, u"Cloud log store"_s},
          {u"taken"_s, taken},
          {u"taken_by"_s, u"Priya Raman"_s},
          {u"place"_s, u"Write-once store"_s}},
         {},
         copiedLogs()},
        {incident,
         QString(registers::kRootCause),
         {{u"group"_s, u"Public storage"_s},
          {u"problem"_s, u"The nightly export wrote to a bucket that anyone could read"_s},
          {u"whys"_s,
           u"The bucket allowed public read\nIt was copied from one that serves pictures\nNo template existed for "
           "exports"_s},
          {u"correction"_s, u"Public read denied for the account; a template for buckets with PHI"_s}}},
    };
}

Result<ObligationRecord> dutyTo(CaseFile &file, IncidentId incident, const QString &recipient)
{
    TOCSIN_ASSIGN(const QList<ObligationRecord> all, file.ask(ObligationsQuery{incident}).result());
    const auto found = std::find_if(all.begin(), all.end(), [&recipient](const ObligationRecord &each) {
        return each.duty.recipient == recipient && each.standing == ObligationRecord::Standing::Owed;
    });
    if (found == all.end())
        return fail(ErrorCode::NotFound, u"The demo's rules bring no notice to %1."_s.arg(recipient));
    return *found;
}

} // namespace

Result<> startDemoPlaybook(CaseFile &file, IncidentId incident, const Instant &told)
{
    TOCSIN_ASSIGN(const QList<Playbook> all, builtInPlaybooks());
    const auto found = std::find_if(all.begin(), all.end(), [](const Playbook &each) { return each.id == kPlaybook; });
    if (found == all.end())
        return fail(ErrorCode::NotFound, u"The program has no playbook “%1”."_s.arg(kPlaybook));
    return file.submit(StartPlaybook{incident, *found, told}).result().map([](const Receipt &) {});
}

Result<> workDemoPlaybook(CaseFile &file, IncidentId incident, int afterDay, int day)
{
    TOCSIN_ASSIGN(const QList<Task> tasks, file.ask(TasksQuery{incident}).result());
    for (const StepDone &each : kSteps) {
        if (each.day <= afterDay || each.day > day)
            continue;
        const auto task
            = std::find_if(tasks.begin(), tasks.end(), [&each](const Task &one) { return one.step == each.step; });
        if (task != tasks.end())
            TOCSIN_TRY(moveTo(file, *task, each.column));
    }
    return {};
}

Result<> enterDemoRegisters(CaseFile &file, IncidentId incident, QDate discovered)
{
    for (const AddRegisterRecord &each : records(incident, discovered, file.now().zone()))
        TOCSIN_TRY(file.submit(each).result());
    return {};
}

Result<> setDemoCounselsDate(CaseFile &file, IncidentId incident)
{
    TOCSIN_ASSIGN(const ObligationRecord duty, dutyTo(file, incident, u"media:TX"_s));
    constexpr int kEarlier = 7;
    const law::Due date{duty.duty.due.day().addDays(-kEarlier), {}};
    return file.submit(OverrideDueDate{duty.id, date, u"The office is told a week early; outside counsel agrees"_s})
        .result()
        .map([](const Receipt &) {});
}

Result<> setDemoTarget(CaseFile &file, IncidentId incident, QDate discovered)
{
    TOCSIN_ASSIGN(const ObligationRecord duty, dutyTo(file, incident, u"individuals"_s));
    constexpr int kTarget = 35;
    return file.submit(SetObligationTarget{duty.id, discovered.addDays(kTarget)}).result().map([](const Receipt &) {});
}

} // namespace tocsin::jobs
