// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/letter_proofs.h"

#include "core/text.h"
#include "jobs/documents.h"
#include "jobs/letters.h"
#include "notices/finished_run.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

/// The proof sets of just this version, the latest first.
Result<QList<casework::Run>> proofsOf(casework::ReadSession &session, const casework::Notice &notice,
                                      const QString &pinned)
{
    TOCSIN_ASSIGN(QList<casework::Run> runs, session.ask(casework::RunsQuery{notice.incident}));
    runs.removeIf([&](const casework::Run &run) {
        return run.notice != notice.id || run.kind != "proof"_L1 || run.pinned != pinned;
    });
    return runs;
}

/// Of some sets, which are not empty, the latest that has one of every kind of letter; the latest if none has.
const casework::Run &bestOf(const QList<casework::Run> &proofs)
{
    const auto complete
        = std::find_if(proofs.begin(), proofs.end(), [](const casework::Run &run) { return run.proofNeeds == 0; });
    return complete == proofs.end() ? proofs.first() : *complete;
}

/// The hash of the run.json in a folder, once every file that it names is as it was written.
Result<QString> proofIn(const QString &folder)
{
    TOCSIN_ASSIGN(const std::optional<notices::FinishedRun> run, notices::finishedRun(folder));
    if (!run)
        return fail(ErrorCode::NotFound, u"“%1” holds no finished proof set."_s.arg(folder));
    TOCSIN_TRY(notices::verifyFinishedRun(folder, *run));
    return sha256Hex(run->manifest);
}

Failure noProof(const casework::Notice &notice)
{
    return fail(ErrorCode::CheckFailed,
                u"There is no proof set of “%1” as it is now; make one, read it and accept it."_s.arg(notice.title));
}

Result<RunId> proofToAccept(const QList<casework::Run> &proofs, const casework::Notice &notice, const QString &folder)
{
    if (proofs.isEmpty())
        return noProof(notice);
    if (folder.isEmpty())
        return bestOf(proofs).id;
    TOCSIN_ASSIGN(const QString manifest, proofIn(folder));
    const auto named = std::find_if(proofs.begin(), proofs.end(),
                                    [&](const casework::Run &run) { return run.manifestSha256 == manifest; });
    if (named == proofs.end())
        return fail(ErrorCode::CheckFailed,
                    u"What is in “%1” is no recorded proof set of “%2” as it is now."_s.arg(folder, notice.title));
    return named->id;
}

} // namespace

Result<ProofStanding> proofStanding(casework::ReadSession &session, const casework::Notice &notice,
                                    const QString &pinned)
{
    ProofStanding standing;
    TOCSIN_ASSIGN(const QList<casework::Run> proofs, proofsOf(session, notice, pinned));
    if (!proofs.isEmpty())
        standing.made = bestOf(proofs);
    TOCSIN_ASSIGN(const QList<casework::ProofAcceptance> all, session.ask(casework::ProofAcceptancesQuery{notice.id}));
    const auto given = std::find_if(all.rbegin(), all.rend(),
                                    [&](const casework::ProofAcceptance &each) { return each.pinned == pinned; });
    if (given != all.rend())
        standing.accepted = *given;
    return standing;
}

Result<> proven(const ProofStanding &standing, const casework::Notice &notice)
{
    if (standing.accepted)
        return {};
    if (!standing.made)
        return noProof(notice);
    return fail(ErrorCode::CheckFailed,
                u"“%1” cannot be produced: nobody has accepted its proof set. Read the set, then accept it."_s.arg(
                    notice.title));
}

Result<casework::Receipt> acceptProof(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                      const QString &folder)
{
    if (!file.may(casework::AcceptProof::kAction)) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” does not accept proof sets."_s.arg(casework::roleName(file.actor().role)));
    }
    TOCSIN_ASSIGN(const auto session, file.openSession());
    TOCSIN_ASSIGN(const LetterMaterial material, letterMaterial(*session, incident, noticeKey, file.now()));
    if (isDocument(material.notice))
        return fail(ErrorCode::BadInput, u"“%1” is one document; it has no proof set."_s.arg(noticeKey));
    TOCSIN_ASSIGN(
        const NoticeStanding standing,
        standingOf(*session, material.incident.reference, material.notice, material.pinned, material.pinnedParts));
    TOCSIN_TRY(producible(standing));
    TOCSIN_ASSIGN(const QList<casework::Run> proofs, proofsOf(*session, material.notice, material.pinned));
    TOCSIN_ASSIGN(const RunId proof, proofToAccept(proofs, material.notice, folder));
    return file.submit(casework::AcceptProof{proof}).result();
}

} // namespace tocsin::jobs
