// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/returned_mail.h"

#include "casework/delivery.h"
#include "casework/delivery_record.h"
#include "intake/return_reason.h"
#include "intake/returned_list.h"
#include "jobs/store_recipients.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using casework::LetterInTheMail;

/// What a line can be about.
struct Known
{
    LetterReferences people;
    QHash<RecipientId, QList<LetterInTheMail>> letters; ///< of each, in the order of production
    QSet<RecipientId> ofThisFile; ///< whom an import of the same file named before
};

Result<Known> knownIn(casework::ReadSession &session, IncidentId incident, const QString &sha256)
{
    Known known;
    TOCSIN_ASSIGN(known.people, letterReferences(session, incident));
    TOCSIN_ASSIGN(const QList<LetterInTheMail> letters, session.ask(casework::LettersInTheMail{incident}));
    for (const LetterInTheMail &each : letters)
        known.letters[each.recipient].append(each);
    TOCSIN_ASSIGN(const QList<RecipientId> named, session.ask(casework::ReturnedInFile{incident, sha256}));
    known.ofThisFile = QSet<RecipientId>(named.begin(), named.end());
    return known;
}

bool isOut(const LetterInTheMail &letter)
{
    return letter.mailed.isValid() && !letter.returned.isValid();
}

/// The letter that came back on a day: the latest that was in the mail by then. Null if there is none.
const LetterInTheMail *letterThatCameBack(const QList<LetterInTheMail> &letters, QDate on)
{
    const LetterInTheMail *latest = nullptr;
    for (const LetterInTheMail &each : letters) {
        if (isOut(each) && each.mailed <= on && (!latest || each.mailed >= latest->mailed))
            latest = &each;
    }
    return latest;
}

/// What keeps a row out whatever it is about; empty if nothing does.
QString problemOfRow(const intake::ReturnedRow &row)
{
    if (row.reference.isEmpty())
        return u"missing-id"_s;
    if (row.badDate)
        return u"bad-date"_s;
    return row.badReason ? u"bad-reason"_s : QString();
}

/// Why none of a person's letters can be the one that came back.
QString problemOfLetters(const QList<LetterInTheMail> &letters)
{
    const auto any = [&letters](auto is) { return std::any_of(letters.begin(), letters.end(), is); };
    if (letters.isEmpty())
        return u"no-letter"_s;
    if (any(isOut))
        return u"before-mailing"_s;
    return any([](const LetterInTheMail &each) { return each.returned.isValid(); }) ? u"returned-already"_s
                                                                                    : u"not-mailed"_s;
}

/// What keeps a line out; empty if nothing does.
QString problemOf(const intake::ReturnedRow &row, const Known &known, const QSet<RecipientId> &seen, QDate on,
                  bool isDated)
{
    if (const QString problem = problemOfRow(row); !problem.isEmpty())
        return problem;
    const RecipientId person = known.people.value(row.reference);
    if (person.isNull())
        return known.people.isAmbiguous(row.reference) ? u"ambiguous-id"_s : u"unknown-id"_s;
    if (seen.contains(person))
        return u"doubled"_s;
    const QList<LetterInTheMail> letters = known.letters.value(person);
    // Lists grow: the return of an earlier list stands in the next one too.
    const bool isOld = row.on.isValid()
        && std::any_of(letters.begin(), letters.end(), [&row](const auto &each) { return each.returned == row.on; });
    if (isOld || known.ofThisFile.contains(person))
        return u"returned-already"_s;
    // Without a day nobody knows whether an earlier list had this return, or a later letter came back.
    const bool cameBack
        = std::any_of(letters.begin(), letters.end(), [](const auto &each) { return each.returned.isValid(); });
    if (!isDated && cameBack)
        return std::any_of(letters.begin(), letters.end(), isOut) ? u"day-needed"_s : u"returned-already"_s;
    return letterThatCameBack(letters, on) ? QString() : problemOfLetters(letters);
}

} // namespace

qint64 ReturnedMailReport::notTaken() const
{
    qint64 lines = 0;
    for (auto kind = problems.begin(); kind != problems.end(); ++kind) {
        if (kind.key() != "doubled"_L1 && kind.key() != "returned-already"_L1)
            lines += kind->size();
    }
    return lines;
}

QString returnedProblem(const QString &kind)
{
    static const QHash<QString, QString> sentences{
        {u"missing-id"_s, u"no reference; write the one printed on the letter"_s},
        {u"unknown-id"_s, u"nobody's letter has this reference"_s},
        {u"ambiguous-id"_s, u"several letters have this reference but for capitals; write it as it is printed"_s},
        {u"no-letter"_s, u"no letter to this person was produced"_s},
        {u"not-mailed"_s, u"the letter is not recorded as mailed; record the mailing first"_s},
        {u"doubled"_s, u"the person stands in an earlier line already"_s},
        {u"returned-already"_s, u"recorded as returned already; nothing to do"_s},
        {u"bad-date"_s, u"no day up to today; write 2026-04-02, 4/2/2026 or 20260402"_s},
        {u"day-needed"_s,
         u"a letter to this person came back before, and a later one was mailed; write the day on which this one did"_s},
        {u"bad-reason"_s,
         u"no reason of a return; write one of %1, or leave it away"_s.arg(intake::returnReasons().join(u' '))},
        {u"before-mailing"_s, u"the day lies before the day of mailing"_s}};
    return sentences.value(kind);
}

QJsonObject ReturnedMailReport::toJson() const
{
    QJsonObject kinds;
    for (auto kind = problems.begin(); kind != problems.end(); ++kind) {
        QJsonArray lines;
        for (const qint64 line : kind.value())
            lines.append(line);
        kinds.insert(kind.key(), lines);
    }
    return {{u"rows"_s, rows},
            {u"accepted"_s, accepted},
            {u"not_taken"_s, notTaken()},
            {u"problems"_s, kinds},
            {u"without_address"_s, withoutAddress},
            {u"dry_run"_s, dryRun}};
}

Result<ReturnedMailReport> importReturnedMail(casework::CaseFile &file, const ReturnedMail &request,
                                              const Progress &progress)
{
    if (!file.may(casework::RecordReturned::kAction)) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” does not record returned mail."_s.arg(casework::roleName(file.actor().role)));
    }
    TOCSIN_ASSIGN(const casework::Organization organization, file.ask(casework::OrganizationQuery()).result());
    const QDate today = file.now().inZone(organization.timezone).localDate();
    const QDate usual = request.on.isValid() ? request.on : today;
    TOCSIN_ASSIGN(const intake::ReturnedList list, intake::readReturnedList(request.path, today, progress));
    if (!request.sha256.isEmpty() && request.sha256 != list.fileSha256) {
        return fail(ErrorCode::Conflict,
                    u"The list has changed since it was looked at; nothing was recorded. Look at it again."_s);
    }
    ReturnedMailReport report;
    report.dryRun = request.dryRun;
    report.rows = list.rows.size();
    report.fileSha256 = list.fileSha256;
    casework::RecordReturned command{request.incident, {}, {}};
    casework::RosterTotalsQuery then{request.incident};
    {
        TOCSIN_ASSIGN(const auto session, file.openSession());
        TOCSIN_ASSIGN(const Known known, knownIn(*session, request.incident, list.fileSha256));
        QSet<RecipientId> seen;
        for (const intake::ReturnedRow &row : list.rows) {
            const QDate on = row.on.isValid() ? row.on : usual;
            const QString problem = problemOf(row, known, seen, on, row.on.isValid() || request.on.isValid());
            if (!problem.isEmpty()) {
                report.problems[problem] << row.line;
                continue;
            }
            const RecipientId person = known.people.value(row.reference);
            const qint64 delivery = letterThatCameBack(known.letters.value(person), on)->delivery;
            seen.insert(person);
            command.letters.append({delivery, on, row.reason});
            then.alsoBack << delivery;
        }
    }
    report.accepted = command.letters.size();
    TOCSIN_TRY(progress.check());
    TOCSIN_ASSIGN(const casework::RosterTotals totals, file.ask(then).result());
    report.withoutAddress = totals.withoutAddress;
    if (report.accepted == 0 || request.dryRun)
        return report;
    command.proof.fileName = QFileInfo(request.path).fileName();
    command.proof.fileSha256 = list.fileSha256;
    TOCSIN_ASSIGN(report.receipt, file.submit(std::move(command)).result());
    return report;
}

} // namespace tocsin::jobs
