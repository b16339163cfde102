// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/returned_mail.h"

#include "casework/delivery.h"
#include "casework/delivery_record.h"
#include "casework/notice.h"
#include "intake/returned_list.h"
#include "jobs/store_recipients.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using casework::DeliveryStanding;
using casework::DeliveryState;

/// What a line can be about.
struct Known
{
    QHash<QString, RecipientId> people; ///< by the reference printed on their letters
    QHash<RecipientId, DeliveryStanding> letters; ///< the latest of each
    QSet<RecipientId> ofThisFile; ///< whom an import of the same file named before
};

bool isLater(const DeliveryStanding &a, const DeliveryStanding &b)
{
    return a.delivery > b.delivery;
}

Result<Known> knownIn(casework::ReadSession &session, IncidentId incident, const QString &sha256)
{
    Known known;
    TOCSIN_ASSIGN(known.people, letterReferences(session, incident));
    TOCSIN_ASSIGN(const QList<casework::Notice> notices, session.ask(casework::NoticesQuery{incident}));
    for (const casework::Notice &notice : notices) {
        if (!casework::writesToPeople(notice))
            continue;
        TOCSIN_ASSIGN(const QList<DeliveryStanding> all, session.ask(casework::DeliveryStandings{notice.id}));
        for (const DeliveryStanding &each : all) {
            const auto before = known.letters.constFind(each.recipient);
            if (each.delivery > 0 && (before == known.letters.constEnd() || isLater(each, *before)))
                known.letters.insert(each.recipient, each);
        }
    }
    TOCSIN_ASSIGN(const QList<RecipientId> named, session.ask(casework::ReturnedInFile{incident, sha256}));
    known.ofThisFile = QSet<RecipientId>(named.begin(), named.end());
    return known;
}

/// What keeps a line out; empty if nothing does.
QString problemOf(const intake::ReturnedRow &row, const Known &known, const QSet<RecipientId> &seen, QDate on)
{
    if (row.reference.isEmpty())
        return u"missing-id"_s;
    if (row.badDate)
        return u"bad-date"_s;
    const RecipientId person = known.people.value(row.reference);
    if (person.isNull())
        return u"unknown-id"_s;
    if (seen.contains(person))
        return u"doubled"_s;
    if (known.ofThisFile.contains(person))
        return u"returned-already"_s;
    const auto letter = known.letters.constFind(person);
    if (letter == known.letters.constEnd())
        return u"no-letter"_s;
    if (letter->state == DeliveryState::Produced)
        return u"not-mailed"_s;
    if (letter->state != DeliveryState::Mailed)
        return u"returned-already"_s;
    return on < letter->since ? u"before-mailing"_s : QString();
}

} // namespace

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
    casework::RecordReturned command{request.incident, {}, {}};
    ReturnedMailReport report;
    report.dryRun = request.dryRun;
    report.rows = list.rows.size();
    {
        TOCSIN_ASSIGN(const auto session, file.openSession());
        TOCSIN_ASSIGN(const Known known, knownIn(*session, request.incident, list.fileSha256));
        QSet<RecipientId> seen;
        for (const intake::ReturnedRow &row : list.rows) {
            const QDate on = row.on.isValid() ? row.on : usual;
            const QString problem = problemOf(row, known, seen, on);
            if (!problem.isEmpty()) {
                report.problems[problem] << row.line;
                continue;
            }
            const RecipientId person = known.people.value(row.reference);
            seen.insert(person);
            command.letters.append({known.letters.value(person).delivery, on, row.reason});
        }
    }
    report.accepted = command.letters.size();
    if (report.accepted > 0 && !request.dryRun) {
        command.proof.fileName = QFileInfo(request.path).fileName();
        command.proof.fileSha256 = list.fileSha256;
        TOCSIN_TRY(file.submit(std::move(command)).result());
    }
    TOCSIN_ASSIGN(const casework::RosterTotals totals,
                  file.ask(casework::RosterTotalsQuery{request.incident}).result());
    report.withoutAddress = totals.withoutAddress;
    return report;
}

} // namespace tocsin::jobs
