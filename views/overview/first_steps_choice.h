// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/first_steps.h"
#include "shared/case_context.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace tocsin::views {

/// What an incident begins with besides its clocks: holding statements, and the tasks of a playbook. Both are on.
class FirstStepsChoice : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStepsChoice(CaseContext *context, QWidget *parent = nullptr);

    /// Everything as it is offered at first, and the roles that nobody has.
    void begin();
    /// The day of discovery, as far as it is known: the hours count from it until a person says otherwise.
    void setDiscovered(const std::optional<QDate> &day);
    /// Fails with BadInput if what the hours count from is not a moment.
    [[nodiscard]] Result<jobs::FirstSteps> steps() const;
    void focusMoment();

private:
    CaseContext *m_context;
    QList<casework::Playbook> m_playbooks;
    QCheckBox *m_holding;
    QCheckBox *m_tasks;
    QComboBox *m_playbook;
    QLineEdit *m_from;
    QLabel *m_team;

    void fillPlaybooks();
    void loadTeam();
};

} // namespace tocsin::views
