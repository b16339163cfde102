// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/waiting_list.h"

#include "casework/facts_proposal.h"
#include "casework/notice.h"
#include "casework/obligation_plan.h"
#include "casework/roster.h"
#include "core/when_done.h"
#include "items/duty_wording.h"
#include "items/wording.h"
#include "law/wording.h"
#include "shared/empty_layout.h"
#include "shared/page_header.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Notice;
using casework::ObligationRecord;

namespace {

constexpr int kButton = metrics::space(10); // "Decide" and "Review" alike

} // namespace

WaitingList::WaitingList(CaseContext *context, items::TaskBoardModel *tasks, QWidget *parent)
    : QWidget(parent), m_context(context), m_tasks(tasks), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(metrics::space(1));
    connect(tasks, &items::TaskBoardModel::ready, this, &WaitingList::findLate);
    connect(context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Recipient))
            askUndecided();
        if (changes.touches(casework::Kind::Notice))
            askNotices();
        if (changes.touches(casework::Kind::Obligation) || changes.touches(casework::Kind::Facts))
            askObligations();
        if (changes.touches(casework::Kind::FactsProposal))
            askProposals();
    });
    show();
}

void WaitingList::reload()
{
    m_things.clear();
    show();
    if (m_context->incident().isNull())
        return;
    askProposals();
    askUndecided();
    askNotices();
    askObligations();
}

void WaitingList::askProposals()
{
    if (m_context->incident().isNull() || !m_context->may(casework::AcknowledgeDiscovery::kAction))
        return;
    whenDone(m_context->file()->ask(casework::PendingProposals{m_context->incident()}), this,
             [this](const Result<QList<casework::FactsProposal>> &proposals) {
                 if (!proposals)
                     return setUnread(Counsel, proposals.error());
                 QList<Thing> things;
                 for (const casework::FactsProposal &proposal : *proposals) {
                     things << Thing{tr("Acknowledge another day of discovery, or decline it"),
                                     tr("by %1: %2").arg(proposal.proposedByName, proposal.reason),
                                     tr("Look"),
                                     u"deadlines"_s,
                                     {}};
                 }
                 set(Counsel, things);
             });
}

void WaitingList::askUndecided()
{
    if (m_context->incident().isNull() || !m_context->may(casework::DecideRecipients::kAction))
        return;
    whenDone(m_context->file()->ask(casework::RosterTotalsQuery{m_context->incident()}), this,
             [this](const Result<casework::RosterTotals> &totals) {
                 if (!totals)
                     return setUnread(Undecided, totals.error());
                 if (totals->undecided == 0)
                     return set(Undecided, {});
                 const QString what = totals->undecided == 1
                     ? tr("Decide about 1 person of the roster")
                     : tr("Decide about %1 people of the roster").arg(items::figure(totals->undecided));
                 set(Undecided, {{what, tr("They get no letter until somebody does"), tr("Decide"), u"people"_s, {}}});
             });
}

void WaitingList::askNotices()
{
    if (m_context->incident().isNull() || !m_context->may(casework::ApproveNotice::kAction))
        return;
    whenDone(m_context->file()->ask(casework::NoticesQuery{m_context->incident()}), this,
             [this](const Result<QList<Notice>> &notices) {
                 if (!notices)
                     return setUnread(Review, notices.error());
                 QList<Thing> things;
                 for (const Notice &notice : *notices) {
                     if (notice.status == casework::NoticeStatus::InReview)
                         things << Thing{tr("Review “%1”").arg(notice.title),
                                         tr("version %1, by %2").arg(notice.version).arg(notice.authorName),
                                         tr("Review"), u"notices"_s, QString::number(notice.id.value)};
                 }
                 set(Review, things);
             });
}

void WaitingList::askObligations()
{
    if (m_context->incident().isNull())
        return;
    whenDone(m_context->file()->ask(casework::ObligationsQuery{m_context->incident()}), this,
             [this](const Result<QList<ObligationRecord>> &records) {
                 if (!records)
                     return setUnread(Facts, records.error());
                 findMoved(*records);
                 findFacts(*records);
             });
}

void WaitingList::findMoved(const QList<ObligationRecord> &records)
{
    if (!m_context->may(casework::OverrideDueDate::kAction))
        return;
    QList<Thing> things;
    for (const ObligationRecord &record : records) {
        if (record.overridden && record.overridden->computedMoved && record.isOpen())
            things << Thing{tr("Look at your date again: %1").arg(items::recipientTitle(record.duty.recipient)),
                            tr("the date that the law computes has moved since"), tr("Look"), u"deadlines"_s,
                            QString::number(record.id.value)};
    }
    set(Moved, things);
}

void WaitingList::findFacts(const QList<ObligationRecord> &records)
{
    if (!m_context->may(casework::SetFacts::kAction))
        return;
    QStringList missing;
    for (const ObligationRecord &record : records) {
        if (record.standing == ObligationRecord::Standing::Blocked)
            missing << law::missingNames(record.duty);
    }
    missing.removeDuplicates();
    if (missing.isEmpty())
        return set(Facts, {});
    set(Facts,
        {{missing.size() == 1 ? tr("Find out a fact") : tr("Find out %1 facts").arg(missing.size()),
          missing.join(u", "_s),
          tr("Open"),
          u"deadlines"_s,
          {}}});
}

void WaitingList::findLate()
{
    QList<Thing> things;
    for (const casework::Task &task : m_tasks->tasks()) {
        if (m_tasks->isLate(task) && task.owner == m_context->file()->actor().id)
            things << Thing{tr("Finish %1: %2").arg(task.reference(), task.title),
                            items::daysFrom(m_tasks->today(), task.due), tr("Open"), u"tasks"_s, task.reference()};
    }
    set(Late, things);
}

void WaitingList::set(Kind kind, const QList<Thing> &things)
{
    m_things[kind] = things;
    show();
}

void WaitingList::setUnread(Kind kind, const Error &error)
{
    set(kind, {{tr("What waits for you could not all be read"), error.message, {}, {}, {}}});
}

void WaitingList::show()
{
    emptyLayout(*m_rows);
    bool any = false;
    for (const QList<Thing> &things : std::as_const(m_things)) {
        for (const Thing &thing : things) {
            if (any)
                m_rows->addWidget(makeSeparator(this));
            m_rows->addWidget(makeRow(thing));
            any = true;
        }
    }
    if (!any)
        m_rows->addWidget(makeMutedLabel(tr("Nothing waits for you."), TypeStyle::Body, this));
    m_rows->addStretch(1);
}

QWidget *WaitingList::makeRow(const Thing &thing)
{
    auto *row = new QWidget(this);
    auto *what = makeLabel(thing.what, TypeStyle::Strong, row);
    what->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(what);
    words->addWidget(makeMutedLabel(thing.detail, TypeStyle::Small, row));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addLayout(words, 1);
    if (thing.button.isEmpty())
        return row;
    auto *button = new QPushButton(thing.button, row);
    button->setMinimumWidth(kButton);
    button->setAccessibleName(tr("%1: %2").arg(thing.button, thing.what));
    layout->addWidget(button, 0, Qt::AlignTop);
    connect(button, &QPushButton::clicked, this, [this, thing] { Q_EMIT pageWanted(thing.page, thing.record); });
    return row;
}

} // namespace tocsin::views
