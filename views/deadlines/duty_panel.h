// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "casework/people.h"
#include "law/rule_pack.h"
#include "shared/card.h"
#include "shared/case_context.h"

#include <optional>

class QComboBox;
class QGridLayout;

namespace tocsin::views {

class Badge;
class CompletionForm;
class Form;
class NoticeBar;

/// One obligation: its date, how it was reached step by step, and the work on it.
class DutyPanel final : public Card
{
    Q_OBJECT

public:
    explicit DutyPanel(CaseContext &context, QWidget *parent = nullptr);

    /// People who can own work.
    void setPeople(const QList<casework::Person> &people);
    /// The packs that the incident is computed with, and the zone of its facts.
    void setLaw(const law::RulePacks &packs, const QByteArray &zone);
    /// Shows an obligation; null shows that none is chosen. A proof that is being entered for it stays.
    void show(const casework::ObligationRecord *record);

private:
    CaseContext &m_context;
    std::optional<casework::ObligationRecord> m_record;
    QLabel *m_date;
    QLabel *m_left;
    Badge *m_confidence;
    Badge *m_review;
    QWidget *m_details;
    QLabel *m_stepsTitle;
    QGridLayout *m_steps;
    QLabel *m_source;
    QWidget *m_work;
    Form *m_workForm;
    QComboBox *m_state;
    QComboBox *m_owner;
    QLabel *m_proof;
    QPushButton *m_complete;
    CompletionForm *m_completion;
    NoticeBar *m_problem;
    law::RulePacks m_packs;
    QByteArray m_zone;
    bool m_loading = false;

    void makeWork();
    void showHeading();
    void showSteps();
    void showWork();
    void saveWork();
    [[nodiscard]] QString sourceText() const;
};

} // namespace tocsin::views
