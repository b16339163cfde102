// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/proposal_card.h"

#include "core/when_done.h"
#include "items/duty_wording.h"
#include "items/wording.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostLines = 6; // of changes; the sentence counts them all

} // namespace

ProposalCard::ProposalCard(CaseContext &context, QWidget *parent)
    : Card(tr("Waits for counsel"), parent)
    , m_context(context)
    , m_effect(new NoticeBar(this))
    , m_changes(makeMutedLabel({}, TypeStyle::Small, this))
    , m_reason(makeMutedLabel({}, TypeStyle::Body, this))
    , m_decision(new QWidget(this))
    , m_form(new Form(1, m_decision))
    , m_words(new QLineEdit(m_form))
    , m_acknowledge(new QPushButton(tr("Acknowledge"), m_decision))
    , m_decline(new QPushButton(tr("Decline"), m_decision))
    , m_problem(new NoticeBar(m_decision))
{
    makeDecision();
    body()->setSpacing(metrics::space(1));
    body()->addWidget(m_reason);
    body()->addWidget(m_effect);
    body()->addWidget(m_changes);
    body()->addWidget(m_decision);
    hide();
}

void ProposalCard::makeDecision()
{
    m_form->addField(tr("Counsel's words"), m_words, tr("Needed to decline; they go into the ledger."));
    setButtonKind(*m_acknowledge, ButtonKind::Primary);
    m_acknowledge->setAccessibleName(tr("Acknowledge the proposed facts"));
    m_decline->setAccessibleName(tr("Decline the proposed facts"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(m_acknowledge);
    buttons->addWidget(m_decline);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_decision);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    m_decision->setVisible(m_context.may(casework::AcknowledgeDiscovery::kAction));
    connect(m_acknowledge, &QPushButton::clicked, this, [this] {
        submit(casework::AcknowledgeDiscovery{m_proposal, m_words->text()});
    });
    connect(m_decline, &QPushButton::clicked, this, &ProposalCard::decline);
}

void ProposalCard::show(const std::optional<WaitingProposal> &waiting)
{
    setVisible(waiting.has_value());
    if (!waiting)
        return;
    const casework::FactsProposal &proposal = waiting->proposal;
    if (proposal.id != m_proposal) {
        m_proposal = proposal.id;
        m_words->clear();
        m_form->clearErrors();
        m_problem->clear();
    }
    m_reason->setText(tr("%1\nProposed by %2 · %3. Until counsel decides, the facts and dates stay.")
                          .arg(proposal.reason, proposal.proposedByName,
                               items::momentText(proposal.proposedAt.inZone(m_context.zone()))));
    const items::FactsEffect effect = items::effectOf(waiting->changes, m_context.today());
    const bool usable = waiting->problem.isEmpty();
    m_effect->showNotice(usable ? effect.tone : Tone::Danger, usable ? effect.sentence : waiting->problem);
    m_acknowledge->setEnabled(usable);
    m_changes->setText(items::firstLines(effect.changes, kMostLines).join(u'\n'));
    m_changes->setVisible(usable && !effect.changes.isEmpty());
}

void ProposalCard::decline()
{
    if (m_words->text().trimmed().isEmpty()) {
        m_form->setError(m_words, tr("Say why it is declined."));
        m_words->setFocus(Qt::OtherFocusReason);
        return;
    }
    submit(casework::DeclineDiscovery{m_proposal, m_words->text()});
}

template <typename Command>
void ProposalCard::submit(const Command &command)
{
    m_problem->clear();
    m_decision->setEnabled(false);
    whenDone(m_context.file()->submit(command), this, [this](const Result<casework::Receipt> &receipt) {
        m_decision->setEnabled(true);
        if (!receipt)
            m_problem->showNotice(Tone::Danger, receipt.error().message);
    });
}

} // namespace tocsin::views
