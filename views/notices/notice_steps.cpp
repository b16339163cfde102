// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notice_steps.h"

#include "casework/proof.h"
#include "casework/run.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

using casework::NoticeStatus;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::views)
};

QStringList errorTitles(const QList<notices::CheckResult> &checks)
{
    QStringList titles;
    for (const notices::CheckResult &check : checks) {
        if (check.level == notices::CheckLevel::Error)
            titles << check.title;
    }
    return titles;
}

/// Why nothing can be approved or produced yet, or an empty text.
QString obstacle(const NoticeSituation &now)
{
    if (now.checking)
        return Words::tr("The checks are running.");
    if (now.letters == 0)
        return Words::tr("There is nobody to write to yet: import a roster on the page People affected.");
    if (!now.checks)
        return Words::tr("The checks have to run before letters can be approved or produced.");
    const QStringList errors = errorTitles(*now.checks);
    if (errors.isEmpty())
        return {};
    if (errors.size() == 1)
        return Words::tr("Letters cannot be approved or produced until this is put right: %1.").arg(errors.first());
    return Words::tr("Letters cannot be approved or produced until %1 checks are put right; the first is: %2.")
        .arg(QString::number(errors.size()), errors.first());
}

QString nextForReview(const NoticeSituation &now, const NoticeSteps &steps)
{
    if (now.status == NoticeStatus::Draft) {
        return steps.maySubmit
            ? Words::tr("Send the draft to review when its words are right. Letters are produced once this "
                        "exact version is approved.")
            : Words::tr("A draft. Letters are produced once it was reviewed and approved.");
    }
    if (steps.mayApprove && now.ownWords)
        return Words::tr("You wrote these words; somebody else has to approve them.");
    if (steps.explains && now.unexplained > 0) {
        return now.unexplained == 1
            ? Words::tr(
                "Read the letters and the checks. Approving asks why each warning stands; one has no reason yet.")
            : Words::tr(
                  "Read the letters and the checks. Approving asks why each warning stands; %1 have no reason yet.")
                  .arg(now.unexplained);
    }
    if (now.status == NoticeStatus::InReview) {
        return steps.mayApprove
            ? Words::tr(
                "Read the letters and the checks, then approve this exact version. Production starts after that.")
            : Words::tr("Waits for the compliance lead or legal counsel to approve this exact version.");
    }
    return steps.mayApprove
        ? Words::tr("What the letters say has changed since it was approved. Approve it again before producing.")
        : Words::tr("What the letters say has changed since it was approved; it has to be approved again.");
}

/// A proof set comes between approval and production.
QString nextForProof(const NoticeSituation &now, const NoticeSteps &steps)
{
    if (now.proofLetters > 0 && !now.proofComplete)
        return Words::tr("The proof set is too small to have one of every kind of letter; make another.");
    if (now.proofLetters > 0) {
        return steps.mayAccept ? Words::tr("Read the proof set, then accept it. All letters are produced after that.")
                               : Words::tr("Waits for somebody to read the proof set and accept it.");
    }
    return steps.mayProduce
        ? Words::tr("Approved. Make the proof set next: the hardest letters and some at random, to be read.")
        : Words::tr("Approved. The compliance lead or the communications lead makes the proof set.");
}

QString nextSentence(const NoticeSituation &now, const NoticeSteps &steps)
{
    if (!now.approvedAsIs)
        return nextForReview(now, steps);
    if (!now.isDocument && !now.proofAccepted)
        return nextForProof(now, steps);
    if (!steps.mayProduce)
        return Words::tr("Approved. The compliance lead or the communications lead produces the letters.");
    const bool isProduced = now.status == NoticeStatus::Produced;
    if (now.status == NoticeStatus::Sent) {
        return now.isDocument
            ? Words::tr("Sent: “Places” says where to and when.")
            : Words::tr("All letters are recorded as mailed. Producing again writes to those alone who have none yet.");
    }
    if (now.isDocument) {
        return isProduced
            ? Words::tr(
                "The files have been produced. Record under “Places” where they went; producing again makes the same.")
            : Words::tr("Approved exactly as it is. The files go to a folder that you choose.");
    }
    return isProduced
        ? Words::tr("These letters have been produced. Producing again writes to those alone who have none yet.")
        : Words::tr("Approved exactly as it is. The letters go to a folder that you choose.");
}

} // namespace

NoticeSteps stepsFor(const NoticeSituation &now)
{
    NoticeSteps steps;
    steps.approvedAsIs = now.approvedAsIs;
    steps.maySubmit = casework::permits(now.role, casework::SubmitNotice::kAction);
    steps.mayApprove = casework::permits(now.role, casework::ApproveNotice::kAction);
    steps.mayProduce = casework::permits(now.role, casework::RecordRun::kAction);
    steps.mayAccept = casework::permits(now.role, casework::AcceptProof::kAction);
    const bool reads = !steps.maySubmit && !steps.mayApprove && !steps.mayProduce && !steps.mayAccept;
    const QString missing = obstacle(now);
    const bool fit = missing.isEmpty();
    steps.canSubmit = steps.maySubmit && fit && now.status == NoticeStatus::Draft;
    steps.explains = steps.mayApprove && fit && now.status != NoticeStatus::Draft && !now.approvedAsIs && !now.ownWords;
    steps.canApprove = steps.explains && now.unexplained == 0;
    steps.canProve = steps.mayProduce && fit;
    steps.canAccept = steps.mayAccept && fit && now.approvedAsIs && now.proofComplete && !now.proofAccepted;
    steps.canProduce = steps.canProve && now.approvedAsIs && (now.isDocument || now.proofAccepted);
    steps.sentence = reads
        ? Words::tr("The role %1 reads notices; it does not approve or produce them.").arg(casework::roleName(now.role))
        : fit ? nextSentence(now, steps)
              : missing;
    return steps;
}

} // namespace tocsin::views
