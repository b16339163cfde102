// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/text_problems.h"

#include "items/item_roles.h"

#include <QStandardItemModel>

namespace tocsin::views {

namespace {

constexpr int kHeight = 112; // pixels
constexpr int kLineRole = Qt::UserRole + 1;

} // namespace

TextProblems::TextProblems(QWidget *parent)
    : ListView(tr("What has to be set right"), parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setWrapRows(true);
    setFixedHeight(kHeight);
    const auto choose = [this](const QModelIndex &index) { Q_EMIT lineChosen(index.data(kLineRole).toInt()); };
    connect(this, &QListView::activated, this, choose);
    connect(this, &QListView::clicked, this, choose);
    setProblems({});
}

void TextProblems::setProblems(const QList<notices::TemplateProblem> &problems)
{
    m_model->clear();
    for (const notices::TemplateProblem &problem : problems) {
        auto *item = new QStandardItem(tr("Line %1").arg(problem.line));
        item->setEditable(false);
        item->setData(problem.sentence, items::SecondaryTextRole);
        item->setData(tr("! Fix"), items::BadgeTextRole);
        item->setData(static_cast<int>(items::Tone::Danger), items::BadgeToneRole);
        item->setData(problem.line, kLineRole);
        item->setAccessibleText(tr("Line %1: %2").arg(problem.line).arg(problem.sentence));
        m_model->appendRow(item);
    }
    setVisible(!problems.isEmpty());
}

bool TextProblems::isEmpty() const
{
    return m_model->rowCount() == 0;
}

} // namespace tocsin::views
