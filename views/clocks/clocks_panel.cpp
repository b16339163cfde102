// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clocks_panel.h"

#include "clocks/lane_chart.h"
#include "clocks/month_calendar.h"
#include "clocks/war_room.h"
#include "core/when_done.h"
#include "shared/notice_bar.h"
#include "shared/scroll_column.h"
#include "shared/segmented_filter.h"
#include "shared/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

#include <utility>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The look of a card, without a title: the choice of views above says what it is. The list beside it reaches into the
/// gutter with a scroll bar, this does not.
QWidget *makeFrame(const QString &name, QWidget *content, QWidget *parent)
{
    auto *room = new QWidget(parent);
    auto *frame = new QFrame(room);
    frame->setObjectName(u"card"_s);
    frame->setAccessibleName(name);
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(metrics::space(2), metrics::space(2), metrics::space(2), metrics::space(2));
    inner->addWidget(content);
    auto *outer = new QVBoxLayout(room);
    outer->setContentsMargins(0, 0, ScrollColumn::kGutter, 0);
    outer->addWidget(frame);
    return room;
}

} // namespace

ClocksPanel::ClocksPanel(CaseContext *context, QWidget *list, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(list)
    , m_views(new SegmentedFilter(tr("How the deadlines are shown"), this))
    , m_tools(new QHBoxLayout)
    , m_warRoomButton(new QPushButton(tr("Second screen"), this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedLayout)
    , m_calendar(new MonthCalendar(this))
    , m_calendarFrame(makeFrame(tr("Calendar"), m_calendar, this))
    , m_lanes(new LaneChart(this))
    , m_lanesFrame(makeFrame(tr("Lanes"), m_lanes, this))
    , m_warRoom(std::make_unique<WarRoom>(*context))
{
    m_views->setSegments({{u"list"_s, tr("List")}, {u"calendar"_s, tr("Calendar")}, {u"lanes"_s, tr("Lanes")}});
    m_warRoomButton->setToolTip(tr("The next dates in large type, in a window of their own (Ctrl+Shift+W)"));
    m_warRoomButton->setAutoDefault(false);
    m_tools->setContentsMargins(0, 0, ScrollColumn::kGutter, 0);
    m_tools->setSpacing(metrics::space(1));
    m_tools->addWidget(m_views);
    m_tools->addStretch(1);
    m_tools->addWidget(m_warRoomButton);
    m_notice->setClosable(true);
    for (QWidget *view : QList<QWidget *>{m_list, m_calendarFrame, m_lanesFrame})
        m_stack->addWidget(view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addLayout(m_tools);
    layout->addWidget(m_notice);
    layout->addLayout(m_stack, 1);
    connect(m_views, &SegmentedFilter::currentChanged, this, &ClocksPanel::showView);
    connect(m_warRoomButton, &QPushButton::clicked, this, &ClocksPanel::openWarRoom);
    connect(m_calendar, &MonthCalendar::obligationChosen, this, &ClocksPanel::choose);
    connect(m_lanes, &LaneChart::obligationChosen, this, &ClocksPanel::choose);
    connect(m_lanes, &LaneChart::recordChosen, this, &ClocksPanel::recordChosen);
    connect(context, &CaseContext::incidentChanged, m_lanes, &LaneChart::begin);
    connect(context, &CaseContext::incidentChanged, this, &ClocksPanel::load);
    connect(context, &CaseContext::zoneChanged, this, &ClocksPanel::load);
    connect(context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        using casework::Kind;
        if (changes.touches(Kind::Obligation) || changes.touches(Kind::Facts) || changes.touches(Kind::RegisterRecord))
            load();
    });
    load();
}

ClocksPanel::~ClocksPanel() = default;

void ClocksPanel::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
}

QString ClocksPanel::view() const
{
    return m_views->current();
}

void ClocksPanel::setView(const QString &view)
{
    m_views->setCurrent(view);
}

QVariantMap ClocksPanel::place() const
{
    return {{u"view"_s, view()},
            {u"screen"_s, isWarRoomOpen()},
            {u"day"_s, m_calendar->day()},
            {u"zoom"_s, m_lanes->zoom()}};
}

void ClocksPanel::restorePlace(const QVariantMap &place)
{
    setView(place.value(u"view"_s).toString());
    m_calendar->setDay(place.value(u"day"_s).toDate());
    m_lanes->setZoom(place.value(u"zoom"_s).toString());
    if (place.value(u"screen"_s).toBool())
        m_warRoom->open(*window(), WarRoom::Keyboard::Stays);
}

void ClocksPanel::showView()
{
    QWidget *shown = m_list;
    if (view() == "calendar"_L1)
        shown = m_calendarFrame;
    else if (view() == "lanes"_L1)
        shown = m_lanesFrame;
    m_stack->setCurrentWidget(shown);
    load(); // the day may be another since it was last shown
}

void ClocksPanel::focusView()
{
    if (view() == "calendar"_L1)
        m_calendar->focusFirst();
    else if (view() == "lanes"_L1)
        m_lanes->focusFirst();
}

void ClocksPanel::openWarRoom()
{
    m_warRoom->open(*window());
}

bool ClocksPanel::isWarRoomOpen() const
{
    return m_warRoom->isVisible();
}

void ClocksPanel::choose(ObligationId obligation)
{
    setView(u"list"_s);
    Q_EMIT obligationChosen(obligation);
}

void ClocksPanel::load()
{
    const IncidentId incident = m_context->incident();
    const auto take = [this](const items::IncidentClocks &clocks) {
        m_calendar->setClocks(clocks);
        m_lanes->setClocks(clocks);
    };
    if (incident.isNull())
        return take(items::clocksOf({}, m_context->now(), {}));
    whenDone(m_context->file()->ask(items::IncidentClocksQuery{incident, m_context->now()}), this,
             [this, incident, take](const Result<items::IncidentClocks> &clocks) {
                 if (incident != m_context->incident())
                     return;
                 if (std::exchange(m_failed, !clocks) && clocks)
                     m_notice->clear();
                 if (!clocks)
                     return m_notice->showNotice(Tone::Danger, clocks.error().message);
                 take(*clocks);
             });
}

} // namespace tocsin::views
