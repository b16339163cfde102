// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/rule_files.h"
#include "shared/case_context.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;
class NoticeBar;
class PageHeader;
class RuleComparison;

/// What files of rules would change, before they are taken in or left.
class RuleImportPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleImportPanel(CaseContext &context, QWidget *parent = nullptr);

    void show(const jobs::RuleComparison &comparison);

Q_SIGNALS:
    /// Taken in; `packs` names them.
    void taken(const QString &packs);
    void left();

private:
    CaseContext &m_context;
    QList<casework::PackFile> m_files;
    PageHeader *m_header;
    QPushButton *m_leave;
    NoticeBar *m_problem;
    RuleComparison *m_comparison;
    Form *m_form;
    QLineEdit *m_reason;
    QPushButton *m_take;

    void take();
};

} // namespace tocsin::views
