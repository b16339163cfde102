// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/rule_pack_record.h"

#include <QDate>
#include <QWidget>

class QLabel;

namespace tocsin::items {
class RuleChangeModel;
}

namespace tocsin::views {

class TableView;

/// What other rules would change: the rules with their old and new figures, and beside them each incident's dates and
/// the duties that would be withdrawn.
class RuleComparison final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleComparison(QWidget *parent = nullptr);

    void show(const QList<law::RuleChange> &rules, const QList<casework::PackComparison> &incidents, QDate today);
    /// Puts the keyboard on the rules.
    void focusRules();

private:
    items::RuleChangeModel *m_rules;
    items::RuleChangeModel *m_incidents;
    QLabel *m_counts;
    TableView *m_ruleTable;
    QLabel *m_none;
    TableView *m_incidentTable;
};

} // namespace tocsin::views
