// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/proof.h"

#include "casework/incident.h"
#include "casework/notice.h"
#include "casework/sql.h"
#include "casework/timeline.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

struct Proof
{
    NoticeId notice;
    IncidentId incident;
    QString key;
    QString kind;
    qint64 letters = 0;
    qint64 needs = 0;
    QString manifestSha256;
    QString pinned;
};

Result<Proof> proofOf(Reader &reader, RunId id)
{
    return sql::one(
        reader.db(), u"There is no such run."_s,
        u"SELECT n.id, n.incident, n.key, r.kind, r.letters, r.proof_needs, r.manifest_sha256, r.pinned "
        "FROM run r JOIN notice n ON n.id = r.notice WHERE r.id = ?1"_s,
        [](const vault::Statement &row) {
            return Proof{sql::id<NoticeId>(row, 0),
                         sql::id<IncidentId>(row, 1),
                         row.text(2),
                         row.text(3),
                         row.integer(4),
                         row.integer(5),
                         row.text(6),
                         row.text(7)};
        },
        id);
}

Result<> checkComplete(const Proof &proof)
{
    if (proof.kind != "proof"_L1)
        return fail(ErrorCode::BadInput, u"Only a proof set is accepted; this run is none."_s);
    if (proof.letters == 0)
        return fail(ErrorCode::CheckFailed, u"This proof set is empty; there is nothing to read in it."_s);
    if (proof.needs > 0) {
        return fail(ErrorCode::CheckFailed,
                    u"The proof set is too small to have one of every kind of letter; make one of %1 or more."_s.arg(
                        proof.needs));
    }
    return {};
}

Result<> checkApproved(Reader &reader, const Proof &proof)
{
    TOCSIN_ASSIGN(const QList<Approval> approvals, ApprovalsQuery{proof.notice}.run(reader));
    const bool approved = std::any_of(approvals.begin(), approvals.end(), [&](const Approval &approval) {
        return !proof.pinned.isEmpty() && approval.pinned == proof.pinned;
    });
    if (approved)
        return {};
    return fail(ErrorCode::CheckFailed,
                u"Nobody has approved what this proof set was made of; approval comes before acceptance."_s);
}

Result<> checkOpen(Reader &reader, const Proof &proof, RunId id)
{
    TOCSIN_ASSIGN(const QList<ProofAcceptance> all, ProofAcceptancesQuery{proof.notice}.run(reader));
    const auto known
        = std::find_if(all.begin(), all.end(), [id](const ProofAcceptance &each) { return each.run == id; });
    if (known == all.end())
        return {};
    return fail(ErrorCode::Conflict, u"%1 has accepted this proof set already."_s.arg(known->byName));
}

} // namespace

Result<QList<ProofAcceptance>> ProofAcceptancesQuery::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT a.run, r.manifest_sha256, r.pinned, p.name, a.role, a.at_ms, a.at_zone FROM proof_acceptance a "
        "JOIN run r ON r.id = a.run JOIN person p ON p.id = a.by_person WHERE r.notice = ?1 ORDER BY a.id"_s,
        [](const vault::Statement &row) {
            ProofAcceptance acceptance;
            acceptance.run = sql::id<RunId>(row, 0);
            acceptance.manifestSha256 = row.text(1);
            acceptance.pinned = row.text(2);
            acceptance.byName = row.text(3);
            acceptance.role = roleFromToken(row.text(4)).value_or(Role::Observer);
            acceptance.at = sql::instant(row, 5);
            return acceptance;
        },
        notice);
}

Result<Outcome> AcceptProof::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Proof proof, proofOf(writer, run));
    TOCSIN_TRY(checkComplete(proof));
    TOCSIN_TRY(checkApproved(writer, proof));
    TOCSIN_TRY(checkOpen(writer, proof, run));
    TOCSIN_ASSIGN(const Incident record, IncidentById{proof.incident}.run(writer));
    TOCSIN_ASSIGN(const Notice notice, NoticeByKey{proof.incident, proof.key}.run(writer));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"INSERT INTO proof_acceptance (run, by_person, role, at_ms, at_zone) "
                        "VALUES (?1, ?2, ?3, ?4, ?5)"_s,
                        run, writer.actor().id, roleToken(writer.actor().role), writer.now().msecs(),
                        sql::zoneOf(writer.now())));
    TOCSIN_TRY(logSystemEntry(
        writer, proof.incident, Stream::Communications,
        u"“%1”: proof set of %2 letters accepted by %3 (%4)"_s.arg(
            notice.title, QString::number(proof.letters), writer.actor().name, roleName(writer.actor().role))));
    writer.touch(Kind::Run, run.value);
    writer.touch(Kind::Notice, notice.id.value);
    writer.note({record.reference,
                 u"run/%1"_s.arg(run.value),
                 {},
                 {{u"notice"_s, notice.key},
                  {u"letters"_s, proof.letters},
                  {u"manifest_sha256"_s, proof.manifestSha256},
                  {u"pinned"_s, proof.pinned}}});
    return Outcome{run.value, notice.key};
}

} // namespace tocsin::casework
