// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/annual_log.h"

#include "casework/facts_record.h"
#include "casework/incident.h"
#include "casework/sql.h"
#include "casework/tokens.h"
#include "core/text.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kSubmissions{
    Words<Submission>{Submission::Waiting, "waiting"_L1, "Waits for a fact"_L1},
    Words<Submission>{Submission::Open, "open"_L1, "To be submitted"_L1},
    Words<Submission>{Submission::Submitted, "submitted"_L1, "Submitted"_L1},
};

using Standing = ObligationRecord::Standing;

/// HHS, or HHS under another rule than HIPAA's, "HHS:part2".
bool isToHhs(const QString &recipient)
{
    return recipient == "HHS"_L1 || recipient.startsWith("HHS:"_L1);
}

/// Reported after the year's end, or it is not known yet whether so, because nobody has counted the people.
bool isAnnual(const ObligationRecord &record)
{
    if (!isToHhs(record.duty.recipient) || record.standing == Standing::NotOwed)
        return false;
    return record.duty.kind == "annual"_L1
        || (record.standing == Standing::Blocked && record.duty.missing.contains("residents"_L1));
}

Submission submissionOf(const ObligationRecord &record)
{
    if (record.state == WorkState::Done)
        return Submission::Submitted;
    return record.standing == Standing::Blocked ? Submission::Waiting : Submission::Open;
}

QDate doneOn(const law::Facts &facts, const QString &recipient)
{
    const auto moment = facts.done.constFind(recipient);
    return moment == facts.done.cend() ? QDate() : moment->dateIn(facts.timezone);
}

AnnualLogEntry entryOf(const Incident &incident, const law::Facts &facts, QDate discovered,
                       const ObligationRecord &record)
{
    AnnualLogEntry entry;
    entry.incident = incident.id;
    entry.obligation = record.id;
    entry.recipient = record.duty.recipient;
    entry.reference = incident.reference;
    entry.title = incident.title;
    entry.discovered = discovered;
    if (facts.occurred) {
        entry.breachFrom = facts.occurred->from.value_or(QDate());
        entry.breachTo = facts.occurred->to.value_or(QDate());
    }
    entry.affected = facts.peopleAffected();
    entry.data = facts.data.value_or(QStringList());
    entry.byAssociate = facts.associate.has_value();
    entry.summary = incident.story.summary;
    entry.actions = incident.story.whatWeAreDoing;
    entry.zone = facts.timezone;
    entry.individualsTold = doneOn(facts, u"individuals"_s);
    entry.substituteNotice = doneOn(facts, u"substitute"_s);
    entry.due = record.due();
    entry.overridden = record.overridden.has_value();
    entry.submission = submissionOf(record);
    entry.proof = record.proof;
    entry.missing = record.duty.missing;
    return entry;
}

Result<> addIncident(Reader &reader, const Incident &incident, int year, QList<AnnualLogEntry> &log)
{
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident.id}.run(reader));
    TOCSIN_ASSIGN(const law::Evaluation evaluation, EvaluationQuery{incident.id}.run(reader));
    // Until it is known when a breach was discovered, it stands in the year in which it was entered.
    const QDate counted = evaluation.discovered.isValid() ? evaluation.discovered : incident.created.localDate();
    if (counted.year() != year)
        return {};
    TOCSIN_ASSIGN(const QList<ObligationRecord> records, ObligationsQuery{incident.id}.run(reader));
    for (const ObligationRecord &record : records) {
        if (isAnnual(record))
            log.append(entryOf(incident, facts.facts, evaluation.discovered, record));
    }
    return {};
}

QString iso(QDate date)
{
    return date.toString(Qt::ISODate);
}

QStringList cells(const AnnualLogEntry &entry)
{
    return {entry.reference,
            entry.title,
            iso(entry.discovered),
            iso(entry.breachFrom),
            iso(entry.breachTo),
            entry.affected ? QString::number(*entry.affected) : QString(),
            entry.data.join(u"; "_s),
            entry.byAssociate ? u"yes"_s : u"no"_s,
            entry.summary,
            entry.actions,
            iso(entry.individualsTold),
            iso(entry.substituteNotice),
            entry.due.toIso(),
            entry.overridden ? u"counsel"_s : u"computed"_s,
            submissionToken(entry.submission),
            entry.proof ? iso(entry.proof->completedOn) : QString(),
            entry.proof ? proofKindName(entry.proof->kind) : QString(),
            entry.proof ? entry.proof->text : QString(),
            entry.missing.join(u"; "_s),
            entry.recipient};
}

QByteArray csvLine(const QStringList &texts)
{
    QStringList fields;
    for (const QString &text : texts)
        fields << csvField(spreadsheetSafe(text));
    return (fields.join(u',') + u"\r\n"_s).toUtf8();
}

} // namespace

QString submissionToken(Submission submission)
{
    return tokenOf(kSubmissions, submission);
}

QString submissionName(Submission submission)
{
    return nameOf(kSubmissions, submission);
}

Result<QList<AnnualLogEntry>> AnnualLogQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(QList<Incident> incidents, IncidentsQuery().run(reader));
    std::reverse(incidents.begin(), incidents.end());
    QList<AnnualLogEntry> log;
    for (const Incident &each : std::as_const(incidents))
        TOCSIN_TRY(addIncident(reader, each, year, log));
    return log;
}

QDate lastDayToSubmit(int year)
{
    constexpr int kDaysAfterTheYear = 60;
    return QDate(year, 12, 31).addDays(kDaysAfterTheYear);
}

QByteArray annualLogCsv(const QList<AnnualLogEntry> &entries)
{
    QByteArray csv("\xEF\xBB\xBF");
    csv += csvLine({u"Reference"_s,     u"Title"_s,           u"Discovered"_s,       u"Breach from"_s,
                    u"Breach to"_s,     u"People affected"_s, u"Information"_s,      u"Business associate"_s,
                    u"What happened"_s, u"Actions taken"_s,   u"Individuals told"_s, u"Substitute notice"_s,
                    u"Due"_s,           u"Due date by"_s,     u"Submission"_s,       u"Submitted on"_s,
                    u"Proof"_s,         u"Proof reference"_s, u"Missing facts"_s,    u"Report to"_s});
    for (const AnnualLogEntry &each : entries)
        csv += csvLine(cells(each));
    return csv;
}

Result<Outcome> RecordAnnualExport::apply(Writer &writer) const
{
    writer.note({{}, u"annual/%1"_s.arg(year), {}, {{u"form"_s, u"csv"_s}}});
    return Outcome{year, QString::number(year)};
}

} // namespace tocsin::casework
