// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/facts_outline.h"

#include "deadlines/fact_tree.h"
#include "items/fact_filter_model.h"
#include "items/fact_outline_model.h"
#include "shared/search_field.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using Model = items::FactOutlineModel;

FactsOutline::FactsOutline(items::FactsDraft &draft, QWidget *parent)
    : Card(tr("All facts"), parent)
    , m_back(new QPushButton(tr("Back to the deadlines"), this))
    , m_model(new Model(draft, this))
    , m_filter(new items::FactFilterModel(this))
    , m_search(new SearchField(tr("Find a fact"), this))
    , m_add(new QPushButton(tr("&Add a line"), this))
    , m_remove(new QPushButton(tr("Re&move"), this))
    , m_tree(new FactTree(this))
    , m_hint(makeMutedLabel({}, TypeStyle::Small, this))
{
    setButtonKind(*m_back, ButtonKind::Link);
    addToHeader(m_back);
    m_filter->setSourceModel(m_model);
    m_tree->setModel(m_filter);
    m_tree->expandToDepth(0);
    m_add->setToolTip(tr("Insert"));
    m_remove->setToolTip(tr("Delete"));
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing());
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::space(1));
    tools->addWidget(m_search, 1);
    tools->addWidget(m_add);
    tools->addWidget(m_remove);
    body()->addLayout(tools);
    body()->addWidget(m_tree, 1);
    body()->addWidget(m_hint);
    connect(m_back, &QPushButton::clicked, this, &FactsOutline::leaveWanted);
    connect(m_search, &SearchField::searchChanged, this, &FactsOutline::applySearch);
    connect(m_search, &SearchField::resultsWanted, this, [this] { m_tree->setFocus(Qt::OtherFocusReason); });
    connect(m_add, &QPushButton::clicked, this, &FactsOutline::addLine);
    connect(m_remove, &QPushButton::clicked, this, &FactsOutline::remove);
    connect(m_tree, &FactTree::lineWanted, this, &FactsOutline::addLine);
    connect(m_tree, &FactTree::removalWanted, this, &FactsOutline::remove);
    connect(m_tree, &FactTree::leaveWanted, this, &FactsOutline::leaveWanted);
    connect(m_tree, &FactTree::currentMoved, this, &FactsOutline::showCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FactsOutline::showCurrent);
    showCurrent();
}

void FactsOutline::setPacks(const law::RulePacks &packs)
{
    m_model->setPacks(packs);
}

void FactsOutline::showFact(const QString &path, const QString &recipient)
{
    editSource(m_model->findMissing(path, recipient).siblingAtColumn(Model::Value));
}

void FactsOutline::focusFacts()
{
    m_tree->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> FactsOutline::stops() const
{
    return {m_back, m_search, m_add, m_remove, m_tree};
}

QModelIndex FactsOutline::current() const
{
    return m_filter->mapToSource(m_tree->currentIndex());
}

void FactsOutline::editSource(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (!m_filter->mapFromSource(index).isValid())
        m_search->clear();
    if (!m_filter->mapFromSource(index).isValid())
        applySearch({}); // at once: the field waits for the next key
    m_tree->editCell(m_filter->mapFromSource(index));
}

void FactsOutline::addLine()
{
    const QModelIndex list = m_model->listOf(current());
    if (!list.isValid())
        return;
    const QModelIndex line = m_model->addLine(list);
    const QModelIndex first = m_model->rowCount(line) > 0 ? m_model->index(0, Model::Value, line) : line;
    const bool isNamed = line.flags().testFlag(Qt::ItemIsEditable);
    editSource(isNamed ? line : first.siblingAtColumn(Model::Value));
}

void FactsOutline::remove()
{
    const QModelIndex at = current();
    if (at.data(Model::IsLineRole).toBool())
        m_model->removeLine(at.siblingAtColumn(Model::Fact));
    else if (at.isValid())
        m_model->clearValue(at);
}

void FactsOutline::showCurrent()
{
    const QModelIndex at = current();
    m_add->setEnabled(m_model->listOf(at).isValid());
    m_remove->setEnabled(m_model->canRemove(at));
    m_hint->setText(at.data(Model::HintRole).toString());
}

void FactsOutline::applySearch(const QString &words)
{
    m_filter->setWords(words);
    if (m_filter->isFiltering())
        m_tree->expandAll();
}

} // namespace tocsin::views
