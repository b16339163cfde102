// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/rule_pack_record.h"
#include "shared/case_context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;
class NoticeBar;
class PageHeader;
class RuleComparison;

/// What the available rules would do to one incident, and for those who may, accepting them with a reason.
class AcceptRules final : public QWidget
{
    Q_OBJECT

public:
    explicit AcceptRules(CaseContext &context, QWidget *parent = nullptr);

    /// Reads the comparison for the incident in front.
    void begin();

Q_SIGNALS:
    /// They were accepted, or the person leaves them.
    void finished();

private:
    CaseContext &m_context;
    IncidentId m_incident;
    PageHeader *m_header;
    QPushButton *m_back;
    NoticeBar *m_problem;
    RuleComparison *m_comparison;
    Form *m_form;
    QLineEdit *m_reason;
    QPushButton *m_accept;

    void show(const casework::PackComparison &comparison);
    void accept();
};

} // namespace tocsin::views
