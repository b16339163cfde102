// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "shared/case_context.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;
class NoticeBar;

/// Why what was recorded as done is open again. Stands in place below the obligation.
class ReopenForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ReopenForm(CaseContext &context, QWidget *parent = nullptr);

    /// Asks for the reason to set this state; the owner stays.
    void begin(const casework::ObligationRecord &record, casework::WorkState state);

Q_SIGNALS:
    void done(const tocsin::casework::Receipt &receipt);
    /// It is open again, or stays done.
    void finished();

private:
    CaseContext &m_context;
    casework::SetObligationState m_command;
    Form *m_form;
    QLineEdit *m_reason;
    QPushButton *m_reopen;
    NoticeBar *m_problem;

    void save();
};

} // namespace tocsin::views
