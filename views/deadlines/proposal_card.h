// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/facts_proposal.h"
#include "shared/card.h"
#include "shared/case_context.h"

#include <optional>

class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;
class NoticeBar;

/// A proposal of facts that waits for counsel, with what acknowledging it would do.
struct WaitingProposal
{
    casework::FactsProposal proposal;
    QList<law::DateChange> changes;
    QString problem; ///< why it cannot be acknowledged as it stands; empty if it can
};

/// The pending proposal of an incident: who proposes what and why, which dates would move, and for counsel the way to
/// acknowledge or decline it. Hidden while nothing waits.
class ProposalCard final : public Card
{
    Q_OBJECT

public:
    explicit ProposalCard(CaseContext &context, QWidget *parent = nullptr);

    /// Counsel's words that are being entered for this proposal stay.
    void show(const std::optional<WaitingProposal> &waiting);

private:
    CaseContext &m_context;
    FactsProposalId m_proposal;
    NoticeBar *m_effect;
    QLabel *m_changes;
    QLabel *m_reason;
    QWidget *m_decision;
    Form *m_form;
    QLineEdit *m_words;
    QPushButton *m_acknowledge;
    QPushButton *m_decline;
    NoticeBar *m_problem;

    void makeDecision();
    void decline();
    template <typename Command>
    void submit(const Command &command);
};

} // namespace tocsin::views
