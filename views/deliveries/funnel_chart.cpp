// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveries/funnel_chart.h"

#include "items/wording.h"
#include "shared/style_sheet.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGridLayout>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QLegend>
#include <QValueAxis>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRow = 24; // pixels of height for each bar
constexpr double kBarWidth = 0.6; // share of it

/// Bars only, to the edges, so that each stands in the row of its name.
class BarView final : public QChartView
{
public:
    using QChartView::QChartView;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QChartView::resizeEvent(event);
        chart()->setPlotArea(QRectF(QPointF(0, 0), QSizeF(size())));
    }
};

} // namespace

FunnelChart::FunnelChart(QWidget *parent)
    : QWidget(parent)
    , m_steps(new QBarSet({}, this))
    , m_beside(new QBarSet({}, this))
    , m_people(new QValueAxis(this))
    , m_bars(new BarView(this))
    , m_rows(new QGridLayout(this))
{
    setAccessibleName(tr("From roster to mailbox"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(metrics::kGrid);
    m_rows->setVerticalSpacing(0);
    m_rows->setColumnStretch(2, 1);
    makeBars();
    makeRows(items::funnelStages({}));
    paintInTheme();
}

void FunnelChart::makeBars()
{
    auto *series = new QHorizontalStackedBarSeries(this);
    series->setBarWidth(kBarWidth);
    series->append(m_steps);
    series->append(m_beside);
    auto *rows = new QBarCategoryAxis(this);
    QChart *chart = m_bars->chart();
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setMargins({});
    chart->setBackgroundVisible(false);
    chart->addSeries(series);
    chart->addAxis(rows, Qt::AlignLeft);
    chart->addAxis(m_people, Qt::AlignBottom);
    series->attachAxis(rows);
    series->attachAxis(m_people);
    chart->legend()->hide(); // names and numbers stand beside the bars
    rows->hide();
    m_people->hide();
    m_bars->setFocusPolicy(Qt::NoFocus);
    m_bars->setFrameShape(QFrame::NoFrame);
    m_bars->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_bars->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_bars->setAccessibleName(accessibleName());
    QStringList numbers;
    for (int i = 0; i < items::funnelStages({}).size(); ++i)
        numbers << QString::number(i);
    rows->setCategories(numbers);
}

void FunnelChart::makeRows(const QList<items::FunnelStage> &stages)
{
    for (int row = 0; row < stages.size(); ++row) {
        m_rows->setRowMinimumHeight(row, kRow);
        m_rows->addWidget(makeLabel(stages.at(row).name, TypeStyle::Small, this), row, 0);
        auto *number = makeLabel({}, TypeStyle::Small, this);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_rows->addWidget(number, row, 1);
        m_numbers << number;
    }
    const int rows = static_cast<int>(stages.size());
    m_bars->setFixedHeight(kRow * rows);
    m_rows->addWidget(m_bars, 0, 2, rows, 1);
}

void FunnelChart::show(const casework::DeliveryFunnel &funnel)
{
    const QList<items::FunnelStage> stages = items::funnelStages(funnel);
    QList<double> steps;
    QList<double> beside;
    for (qsizetype i = 0; i < stages.size(); ++i) {
        m_numbers.at(i)->setText(items::figure(stages.at(i).people));
        const auto people = static_cast<double>(stages.at(i).people);
        steps.prepend(stages.at(i).isStep ? people : 0); // the axis begins below
        beside.prepend(stages.at(i).isStep ? 0 : people);
    }
    m_steps->remove(0, m_steps->count());
    m_beside->remove(0, m_beside->count());
    m_steps->append(steps);
    m_beside->append(beside);
    m_people->setRange(0, static_cast<double>(std::max<qint64>(funnel.people, 1)));
    setAccessibleDescription(items::funnelSentence(funnel));
}

void FunnelChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        paintInTheme();
}

void FunnelChart::paintInTheme()
{
    const Colors &c = activeColors();
    m_bars->setBackgroundBrush(c.surface);
    m_steps->setBrush(c.accent);
    m_steps->setPen(Qt::NoPen);
    m_beside->setBrush(QBrush(c.warningText, Qt::BDiagPattern)); // apart from the others by more than its colour
    m_beside->setPen(QPen(c.warningText, 1));
    m_people->setGridLineVisible(false);
}

} // namespace tocsin::views
