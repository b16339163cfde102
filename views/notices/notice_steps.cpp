// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notice_steps.h"

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

QString nextSentence(const NoticeSituation &now, const NoticeSteps &steps)
{
    if (!now.approvedAsIs)
        return nextForReview(now, steps);
    if (!steps.mayProduce)
        return Words::tr("Approved. The compliance lead or the communications lead produces the letters.");
    return now.status == NoticeStatus::Produced
        ? Words::tr("These letters have been produced. Producing again makes the same letters in another folder.")
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
    const bool reads = !steps.maySubmit && !steps.mayApprove && !steps.mayProduce;
    const QString missing = obstacle(now);
    const bool fit = missing.isEmpty();
    steps.canSubmit = steps.maySubmit && fit && now.status == NoticeStatus::Draft;
    steps.explains = steps.mayApprove && fit && now.status != NoticeStatus::Draft && !now.approvedAsIs && !now.ownWords;
    steps.canApprove = steps.explains && now.unexplained == 0;
    steps.canProve = steps.mayProduce && fit;
    steps.canProduce = steps.canProve && now.approvedAsIs;
    steps.sentence = reads
        ? Words::tr("The role %1 reads notices; it does not approve or produce them.").arg(casework::roleName(now.role))
        : fit ? nextSentence(now, steps)
              : missing;
    return steps;
}

} // namespace tocsin::views
