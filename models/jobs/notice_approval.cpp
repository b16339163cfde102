// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/notice_approval.h"

#include "casework/notice_comment.h"
#include "casework/roles.h"
#include "jobs/documents.h"
#include "jobs/house_texts.h"
#include "jobs/letters.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using notices::CheckLevel;
using notices::CheckResult;

QString saidBy(const CheckResult &check)
{
    return check.detail.isEmpty() ? check.title : check.title + u": "_s + check.detail;
}

Result<> refuseStrayReasons(const QList<CheckResult> &checks, const Reasons &reasons)
{
    QStringList warnings;
    for (const CheckResult &check : checks) {
        if (check.level == CheckLevel::Warning)
            warnings << check.id;
    }
    const QStringList given = reasons.keys();
    const auto stray
        = std::find_if(given.begin(), given.end(), [&](const QString &id) { return !warnings.contains(id); });
    if (stray == given.end())
        return {};
    return fail(ErrorCode::BadInput,
                u"“%1” is no warning of this notice; its warnings are: %2."_s.arg(
                    *stray, warnings.isEmpty() ? u"none"_s : warnings.join(u", "_s)));
}

/// Documents have approvers by kind, within those whose role approves notices at all.
Result<> mayApproveKind(const casework::Notice &notice, casework::Role role)
{
    if (!isDocument(notice))
        return {};
    TOCSIN_ASSIGN(const notices::NoticeKind kind, notices::noticeKind(notice.kind));
    if (kind.approvers.contains(casework::roleToken(role)))
        return {};
    QStringList roles;
    for (const QString &token : kind.approvers) {
        if (const auto approver = casework::roleFromToken(token))
            roles << casework::roleName(*approver);
    }
    return fail(ErrorCode::NotAllowed, u"“%1” is approved by: %2."_s.arg(kind.title, roles.join(u", "_s)));
}

/// What somebody asked about the words is settled before they go out, or the approval says why not.
Result<CheckResult> commentsCheck(casework::ReadSession &session, const casework::Notice &notice)
{
    TOCSIN_ASSIGN(const qint64 open, session.ask(casework::OpenComments{notice.id}));
    CheckResult check{u"comments"_s, u"Every comment is resolved"_s, {}, CheckLevel::Ok, {}};
    if (open > 0) {
        check.level = CheckLevel::Warning;
        check.detail = open == 1 ? u"One comment on this notice is open."_s
                                 : u"%1 comments on this notice are open."_s.arg(open);
    }
    return check;
}

Result<NoticeChecks> contentChecks(casework::ReadSession &session, const casework::Notice &notice, const Instant &at,
                                   const Progress &progress)
{
    if (isDocument(notice)) {
        TOCSIN_ASSIGN(DocumentMaterial material, documentMaterial(session, notice.incident, notice.key, at));
        TOCSIN_TRY(takeRosterKinds(session, material));
        return NoticeChecks{material.pinned, material.pinnedParts, checkDocument(material)};
    }
    TOCSIN_ASSIGN(const LetterMaterial material, letterMaterial(session, notice.incident, notice.key, at));
    TOCSIN_ASSIGN(const QList<CheckResult> checks, checkNotice(session, material, progress));
    return NoticeChecks{material.pinned, material.pinnedParts, checks};
}

} // namespace

Result<NoticeChecks> checksOf(casework::ReadSession &session, const casework::Notice &notice, const Instant &at,
                              const Progress &progress)
{
    TOCSIN_ASSIGN(NoticeChecks found, contentChecks(session, notice, at, progress));
    TOCSIN_ASSIGN(const CheckResult comments, commentsCheck(session, notice));
    found.checks << comments;
    return found;
}

Result<QList<casework::AcceptedWarning>> acceptWarnings(const QList<CheckResult> &checks, const Reasons &reasons)
{
    TOCSIN_TRY(refuseStrayReasons(checks, reasons));
    QList<casework::AcceptedWarning> accepted;
    QStringList open;
    for (const CheckResult &check : checks) {
        if (check.level != CheckLevel::Warning)
            continue;
        const QString reason = reasons.value(check.id).trimmed();
        if (reason.isEmpty())
            open << u"- %1: %2"_s.arg(check.id, saidBy(check));
        accepted.append({check.id, saidBy(check), reason});
    }
    if (open.isEmpty())
        return accepted;
    return fail(ErrorCode::CheckFailed,
                u"An approval says why each warning stands; without a reason %1:\n%2"_s.arg(
                    open.size() == 1 ? u"is one"_s : u"are %1"_s.arg(open.size()), open.join(u'\n')));
}

Result<casework::Receipt> submitNotice(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                       const Progress &progress)
{
    if (!file.may(casework::SubmitNotice::kAction)) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” does not send notices to review."_s.arg(casework::roleName(file.actor().role)));
    }
    TOCSIN_ASSIGN(const auto session, file.openSession());
    TOCSIN_ASSIGN(const casework::Notice notice, session->ask(casework::NoticeByKey{incident, noticeKey}));
    if (notice.status == casework::NoticeStatus::Draft) {
        TOCSIN_ASSIGN(const NoticeChecks found, checksOf(*session, notice, file.now(), progress));
        TOCSIN_TRY(notices::readyToRun(found.checks));
    }
    return file.submit(casework::SubmitNotice{notice.id}).result();
}

Result<casework::Receipt> approveNotice(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                        const Progress &progress, const Reasons &reasons)
{
    if (!file.may(casework::ApproveNotice::kAction)) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” does not approve notices."_s.arg(casework::roleName(file.actor().role)));
    }
    TOCSIN_ASSIGN(const auto session, file.openSession());
    TOCSIN_ASSIGN(const casework::Notice notice, session->ask(casework::NoticeByKey{incident, noticeKey}));
    TOCSIN_TRY(casework::approvable(notice, file.actor().id));
    TOCSIN_TRY(mayApproveKind(notice, file.actor().role));
    TOCSIN_ASSIGN(const HouseTexts texts, HouseTexts::of(*session));
    TOCSIN_TRY(texts.approvableBy(*session, file.actor().id, notice));
    TOCSIN_ASSIGN(const NoticeChecks found, checksOf(*session, notice, file.now(), progress));
    TOCSIN_TRY(notices::readyToRun(found.checks));
    casework::ApproveNotice approve{notice.id, found.pinned, found.pinnedParts};
    TOCSIN_ASSIGN(approve.accepted, acceptWarnings(found.checks, reasons));
    return file.submit(std::move(approve)).result();
}

} // namespace tocsin::jobs
