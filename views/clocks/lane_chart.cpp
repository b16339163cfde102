// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/lane_chart.h"

#include "clocks/date_sign.h"
#include "clocks/lane_table.h"
#include "clocks/time_scale.h"
#include "items/lane_model.h"
#include "items/wording.h"
#include "shared/segmented_filter.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWeek = 7;
constexpr int kMarginBefore = 2; ///< days before the first date
constexpr int kMarginPercent = 12; ///< room after the last date, for its words

} // namespace

LaneChart::LaneChart(QWidget *parent)
    : QWidget(parent)
    , m_model(new items::LaneModel(this))
    , m_table(new LaneTable(m_model, this))
    , m_zoom(new SegmentedFilter(tr("How much time is shown"), this))
    , m_hold(makeLabel({}, TypeStyle::Small, this))
    , m_scroll(new QScrollBar(Qt::Horizontal, this))
{
    m_zoom->setSegments({{u"fit"_s, tr("All")}, {u"60"_s, tr("60 days")}, {u"30"_s, tr("30 days")}});
    m_scroll->setAccessibleName(tr("Time shown"));
    m_scroll->setFocusPolicy(Qt::NoFocus); // Left and Right in the lanes do the same
    m_scroll->setSingleStep(kWeek);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::space(2));
    tools->addWidget(m_zoom);
    tools->addWidget(m_hold);
    tools->addStretch(1);
    tools->addWidget(new DateLegend(this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addLayout(tools);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_scroll);
    connect(m_zoom, &SegmentedFilter::currentChanged, this, [this] {
        showTime();
        scrollToToday();
    });
    connect(m_scroll, &QScrollBar::valueChanged, this,
            [this](int days) { m_table->setTime(m_first.addDays(days), m_scroll->pageStep()); });
    connect(m_table, &LaneTable::stepped, this,
            [this](int weeks) { m_scroll->setValue(m_scroll->value() + weeks * kWeek); });
    connect(m_table, &LaneTable::obligationChosen, this, &LaneChart::obligationChosen);
    connect(m_table, &LaneTable::recordChosen, this, &LaneChart::recordChosen);
}

void LaneChart::setClocks(const items::IncidentClocks &clocks)
{
    m_model->setClocks(clocks);
    const items::DaySpan span = items::spanOf(clocks);
    m_first = span.from.addDays(-kMarginBefore);
    const int days = int(m_first.daysTo(span.to));
    m_total = days + std::max(kMarginBefore, days * kMarginPercent / 100);
    showHold();
    showTime();
    if (!m_begun && clocks.today.isValid())
        scrollToToday();
    m_begun = m_begun || clocks.today.isValid();
}

void LaneChart::begin()
{
    m_begun = false;
}

void LaneChart::focusFirst()
{
    m_table->setFocus(Qt::TabFocusReason);
}

QString LaneChart::zoom() const
{
    return m_zoom->current();
}

void LaneChart::setZoom(const QString &zoom)
{
    m_zoom->setCurrent(zoom);
}

void LaneChart::showHold()
{
    const std::optional<items::ClockHold> &hold = m_model->clocks().hold;
    m_hold->setVisible(hold.has_value());
    if (hold)
        m_hold->setText(
            tr("▨ Law-enforcement hold until %1").arg(items::shortDate(hold->until, m_model->clocks().today)));
}

void LaneChart::showTime()
{
    const int wanted = zoom() == "fit"_L1 ? m_total : zoom().toInt();
    const QSignalBlocker quiet(m_scroll);
    m_scroll->setPageStep(wanted);
    m_scroll->setRange(0, std::max(0, m_total - wanted));
    m_scroll->setVisible(m_scroll->maximum() > 0);
    m_table->setTime(m_first.addDays(m_scroll->value()), wanted);
}

void LaneChart::scrollToToday()
{
    const int before = m_scroll->pageStep() / 6;
    m_scroll->setValue(int(m_first.daysTo(m_model->clocks().today)) - before);
}

} // namespace tocsin::views
