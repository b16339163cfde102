// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/task_summary.h"

#include "items/wording.h"
#include "overview/task_chart.h"
#include "shared/progress_track.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::TaskColumn;

namespace {

TableView *makeTable(items::TaskProgressModel *progress, QWidget *parent)
{
    auto *table = new TableView(TaskSummary::tr("Tasks over time"), parent);
    table->setModel(progress);
    table->setWrapRows(true);
    table->setColumns({{2, 96}, {1, 72}, {1, 72}});
    return table;
}

} // namespace

TaskSummary::TaskSummary(items::TaskBoardModel *board, items::TaskProgressModel *progress, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_figure(makeLabel({}, TypeStyle::Figure, this))
    , m_track(new ProgressTrack(tr("Tasks done"), this))
    , m_sentence(makeMutedLabel({}, TypeStyle::Body, this))
    , m_other(new QPushButton(this))
    , m_views(new QStackedWidget(this))
    , m_columns(makeMutedLabel({}, TypeStyle::Small, this))
{
    m_track->setBarTone(Tone::Ok);
    setButtonKind(*m_other, ButtonKind::Link);
    m_views->addWidget(new TaskChart(progress, m_views));
    m_views->addWidget(makeTable(progress, m_views));
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::space(2));
    top->addWidget(m_figure);
    top->addWidget(m_track, 1);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_sentence, 1);
    middle->addWidget(m_other);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addLayout(top);
    layout->addLayout(middle);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_columns);
    layout->addStretch(0); // takes what is left while there is no chart
    connect(m_other, &QPushButton::clicked, this, [this] { showTable(m_views->currentIndex() == 0); });
    connect(board, &items::TaskBoardModel::ready, this, &TaskSummary::refresh);
    showTable(false);
    refresh();
}

void TaskSummary::showTable(bool table)
{
    m_views->setCurrentIndex(table ? 1 : 0);
    m_other->setText(table ? tr("As a chart") : tr("As a table"));
    m_other->setAccessibleName(table ? tr("Tasks over time, as a chart") : tr("Tasks over time, as a table"));
}

void TaskSummary::refresh()
{
    const int all = static_cast<int>(m_board->tasks().size());
    const int done = m_board->countIn(TaskColumn::Done);
    m_figure->setText(tr("%1 / %2").arg(done).arg(all));
    m_track->setRange(0, std::max(all, 1));
    m_track->setValue(done);
    const int late = m_board->lateCount();
    m_sentence->setText(all == 0       ? tr("No tasks yet.")
                            : late > 0 ? tr("Tasks done; %1 late.").arg(late)
                                       : tr("Tasks done; none is late."));
    if (late > 0)
        setTone(*m_sentence, Tone::Danger);
    else
        setMuted(*m_sentence);
    m_views->setVisible(all > 0);
    m_other->setVisible(all > 0);
    QStringList columns;
    for (const TaskColumn column : casework::allColumns())
        columns << QString(casework::columnName(column) + QChar::Nbsp + items::figure(m_board->countIn(column)))
                       .replace(u' ', QChar(QChar::Nbsp));
    m_columns->setText(columns.join(u" · "_s));
    m_columns->setVisible(all > 0);
}

} // namespace tocsin::views
