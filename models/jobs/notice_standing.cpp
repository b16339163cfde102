// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/notice_standing.h"

#include "casework/ledger_book.h"
#include "casework/proof.h"
#include "core/text.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

/// What people call the parts of `then` that are others now, each once, in the order of a letter's making.
QStringList changedParts(const QJsonObject &then, const QJsonObject &now)
{
    static const QList<std::pair<QString, QString>> names{{u"words"_s, u"the words"_s},
                                                          {u"what_happened"_s, u"the words"_s},
                                                          {u"what_we_are_doing"_s, u"the words"_s},
                                                          {u"offer"_s, u"the words"_s},
                                                          {u"call_hours"_s, u"the words"_s},
                                                          {u"spanish"_s, u"the words"_s},
                                                          {u"what_changed"_s, u"the words"_s},
                                                          {u"what_changed_neutral"_s, u"the words"_s},
                                                          {u"earlier_letter"_s, u"the words"_s},
                                                          {u"version"_s, u"the words"_s},
                                                          {u"breach_from"_s, u"the dates in the facts"_s},
                                                          {u"breach_to"_s, u"the dates in the facts"_s},
                                                          {u"discovered"_s, u"the dates in the facts"_s},
                                                          {u"delayed"_s, u"the dates in the facts"_s},
                                                          {u"affected"_s, u"the number of people in the facts"_s},
                                                          {u"facts"_s, u"the facts"_s},
                                                          {u"duty"_s, u"what the law asks"_s},
                                                          {u"letter"_s, u"the letter attached"_s},
                                                          {u"roster"_s, u"the roster"_s},
                                                          {u"partner"_s, u"the partner in the register"_s},
                                                          {u"organization"_s, u"the organization"_s},
                                                          {u"templates"_s, u"the template"_s},
                                                          {u"overlays"_s, u"what the States ask for"_s}};
    QStringList changed;
    for (const auto &[key, name] : names) {
        if (then.value(key) != now.value(key) && !changed.contains(name))
            changed << name;
    }
    return changed;
}

/// Why the latest of some approvals does not count any more. The ledger knows what it was given to.
Result<QString> whyVoid(casework::ReadSession &session, const QString &reference, const casework::Notice &notice,
                        const QJsonObject &parts, const casework::Approval &approval)
{
    casework::LedgerRows query;
    query.incident = reference;
    query.action = casework::ApproveNotice::kAction;
    query.subject = u"notice/"_s + notice.key;
    query.limit = 1;
    TOCSIN_ASSIGN(const QList<casework::LedgerRow> entries, session.ask(query));
    const QJsonObject then = entries.isEmpty() ? QJsonObject() : entries.first().after.value("parts"_L1).toObject();
    const QStringList changed = then.isEmpty() ? QStringList() : changedParts(then, parts);
    const QString what = changed.isEmpty() ? u"what it says"_s : changed.join(u" and "_s);
    return u"%1 changed after %2 approved version %3"_s.arg(what, approval.byName, QString::number(approval.version));
}

} // namespace

Result<NoticeStanding> standingOf(casework::ReadSession &session, const QString &reference,
                                  const casework::Notice &notice, const QString &pinned, const QJsonObject &parts)
{
    NoticeStanding standing{notice, false, {}};
    TOCSIN_ASSIGN(standing.approvals, session.ask(casework::ApprovalsQuery{notice.id}));
    const QList<casework::Approval> &approvals = standing.approvals;
    standing.approved = std::any_of(approvals.begin(), approvals.end(),
                                    [&](const casework::Approval &approval) { return approval.pinned == pinned; });
    if (!standing.approved && !approvals.isEmpty()) {
        TOCSIN_ASSIGN(standing.approvalVoid, whyVoid(session, reference, notice, parts, approvals.last()));
    }
    TOCSIN_ASSIGN(const QList<casework::ProofAcceptance> accepted,
                  session.ask(casework::ProofAcceptancesQuery{notice.id}));
    standing.proofAccepted = std::any_of(accepted.begin(), accepted.end(),
                                         [&](const casework::ProofAcceptance &each) { return each.pinned == pinned; });
    return standing;
}

Result<> producible(const NoticeStanding &standing)
{
    if (standing.approved)
        return {};
    const QString why
        = standing.approvalVoid.isEmpty() ? u"nobody has approved this exact version"_s : standing.approvalVoid;
    return fail(ErrorCode::CheckFailed,
                u"“%1” cannot be produced: %2. Send it to review and have somebody else approve it."_s.arg(
                    standing.notice.title, why));
}

QString hashOf(const QJsonObject &object)
{
    return sha256Hex(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject hashesOf(const QJsonObject &object)
{
    QJsonObject hashes;
    for (auto part = object.begin(); part != object.end(); ++part)
        hashes.insert(part.key(), hashOf({{part.key(), part.value()}}));
    return hashes;
}

} // namespace tocsin::jobs
