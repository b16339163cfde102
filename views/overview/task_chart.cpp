// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/task_chart.h"

#include "items/wording.h"
#include "shared/theme.h"

#include <QAreaSeries>
#include <QChart>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::TaskDay;

namespace {

constexpr int kLowest = metrics::space(16);
constexpr int kSpareTicks = 4; // of the axes: few, for a chart that is read at a glance

double xOf(QDate day)
{
    return static_cast<double>(day.startOfDay(Qt::UTC).toMSecsSinceEpoch());
}

/// A step of 1, 2, 5, 10 … so that at most kSpareTicks of them reach the value.
int tickStep(int most)
{
    int step = 1;
    for (int factor = 1; most / step > kSpareTicks; factor *= 10) {
        for (const int digit : {1, 2, 5}) {
            step = digit * factor;
            if (most / step <= kSpareTicks)
                break;
        }
    }
    return step;
}

} // namespace

TaskChart::TaskChart(items::TaskProgressModel *model, QWidget *parent)
    : QChartView(parent)
    , m_model(model)
    , m_all(new QLineSeries(this))
    , m_doneLine(new QLineSeries(this))
    , m_done(new QAreaSeries(m_doneLine))
    , m_days(new QDateTimeAxis(this))
    , m_count(new QValueAxis(this))
{
    setAccessibleName(tr("Tasks over time"));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMinimumHeight(kLowest);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_all->setName(tr("All"));
    m_done->setName(tr("Done"));
    m_days->setFormat(u"d MMM"_s);
    m_days->setTickCount(kSpareTicks);
    m_count->setLabelFormat(u"%d"_s);
    m_count->setTickType(QValueAxis::TicksDynamic);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setMargins({});
    chart()->setBackgroundVisible(false);
    chart()->addSeries(m_done);
    chart()->addSeries(m_all); // over the area
    chart()->addAxis(m_days, Qt::AlignBottom);
    chart()->addAxis(m_count, Qt::AlignLeft);
    for (QAbstractSeries *series : {static_cast<QAbstractSeries *>(m_done), static_cast<QAbstractSeries *>(m_all)}) {
        series->attachAxis(m_days);
        series->attachAxis(m_count);
    }
    chart()->legend()->setAlignment(Qt::AlignTop);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    connect(m_model, &items::TaskProgressModel::ready, this, &TaskChart::refresh);
    paintInTheme();
    refresh();
}

void TaskChart::refresh()
{
    QList<QPointF> all;
    QList<QPointF> done;
    int most = 1;
    for (auto each = m_model->records().crbegin(); each != m_model->records().crend(); ++each) {
        all << QPointF(xOf(each->day), each->all);
        done << QPointF(xOf(each->day), each->done);
        most = std::max(most, each->all);
    }
    m_all->replace(all);
    m_doneLine->replace(done);
    if (m_model->records().isEmpty()) {
        setAccessibleDescription(tr("No tasks yet."));
        return;
    }
    const TaskDay now = m_model->records().first();
    const QDate first = m_model->records().last().day;
    // One day alone is a point; a day before it makes a line of it.
    m_days->setRange(QDateTime(first == now.day ? first.addDays(-1) : first, QTime(0, 0), Qt::UTC),
                     QDateTime(now.day, QTime(0, 0), Qt::UTC));
    const int step = tickStep(most);
    m_count->setTickInterval(step);
    m_count->setRange(0, (most + step - 1) / step * step);
    setAccessibleDescription(
        tr("Since %1: %2 tasks, %3 of them done.")
            .arg(items::shortDate(first, now.day), items::figure(now.all), items::figure(now.done)));
}

void TaskChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        paintInTheme();
}

void TaskChart::paintInTheme()
{
    const Colors &c = activeColors();
    setBackgroundBrush(c.surface);
    QColor fill = c.okText;
    fill.setAlphaF(0.35F);
    m_done->setBrush(fill);
    m_done->setPen(QPen(c.okText, 2));
    m_all->setPen(QPen(c.accent, 2, Qt::DashLine)); // apart from the other by more than its colour
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_days), static_cast<QAbstractAxis *>(m_count)}) {
        axis->setLabelsFont(typeFont(TypeStyle::Small));
        axis->setLabelsColor(c.muted);
        axis->setLinePen(QPen(c.line));
        axis->setGridLinePen(QPen(c.hairline));
    }
    m_days->setGridLineVisible(false);
    chart()->legend()->setFont(typeFont(TypeStyle::Small));
    chart()->legend()->setLabelColor(c.text);
}

} // namespace tocsin::views
