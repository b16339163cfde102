// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_comparison.h"

#include "items/rule_change_model.h"
#include "shared/card.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace tocsin::views {

RuleComparison::RuleComparison(QWidget *parent)
    : QWidget(parent)
    , m_rules(new items::RuleChangeModel(this))
    , m_incidents(new items::RuleChangeModel(this))
    , m_counts(makeMutedLabel({}, TypeStyle::Body, this))
    , m_ruleTable(new TableView(tr("Rules that change"), this))
    , m_none(makeMutedLabel(tr("No incident is open; none moves."), TypeStyle::Body, this))
    , m_incidentTable(new TableView(tr("Open incidents"), this))
{
    auto *rules = new Card(tr("Rules"), this);
    rules->body()->addWidget(m_counts);
    rules->body()->addWidget(m_ruleTable, 1);
    auto *incidents = new Card(tr("What would move"), this);
    incidents->body()->addWidget(m_none);
    incidents->body()->addWidget(m_incidentTable, 1);
    for (const auto &[table, model] : {std::pair{m_ruleTable, m_rules}, std::pair{m_incidentTable, m_incidents}}) {
        table->setModel(model);
        table->setWrapRows(true);
        table->setColumns({{0, 96}, {1, 200}});
        table->horizontalHeader()->hide();
        table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // a row can be higher than the table
    }
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(metrics::space(2));
    columns->addWidget(rules, 1);
    columns->addWidget(incidents, 1);
}

void RuleComparison::show(const QList<law::RuleChange> &rules, const QList<casework::PackComparison> &incidents,
                          QDate today)
{
    QList<items::RuleChangeLine> lines;
    for (const casework::PackComparison &each : incidents)
        lines << items::incidentLines(each, today);
    m_rules->set(items::ruleLines(rules));
    m_incidents->set(lines);
    m_counts->setText(items::ruleCounts(rules));
    m_ruleTable->setVisible(!rules.isEmpty());
    m_none->setVisible(incidents.isEmpty());
    m_incidentTable->setVisible(!incidents.isEmpty());
}

void RuleComparison::focusRules()
{
    (m_rules->rowCount() > 0 ? m_ruleTable : m_incidentTable)->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
