// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/war_room.h"

#include "casework/facts_record.h"
#include "clocks/war_room_row.h"
#include "core/when_done.h"
#include "items/countdown.h"
#include "items/wording.h"
#include "shared/elided_label.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QTimer>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using items::ClockMark;

namespace {

constexpr qint64 kMinute = 60'000;
constexpr int kFewestRows = 4; ///< fewer dates do not become larger than these would be

/// What the window shows of an incident.
struct WarRoomQuery
{
    struct Answer
    {
        QList<casework::ObligationRecord> records;
        QByteArray zone;
    };
    IncidentId incident;

    Result<Answer> run(casework::Reader &reader) const
    {
        TOCSIN_ASSIGN(const QList<casework::ObligationRecord> records,
                      casework::ObligationsQuery{incident}.run(reader));
        TOCSIN_ASSIGN(const casework::FactsRevision facts, casework::CurrentFacts{incident}.run(reader));
        return Answer{records, facts.facts.timezone};
    }
};

} // namespace

WarRoom::WarRoom(CaseContext &context)
    : QWidget(nullptr, Qt::Window)
    , m_context(context)
    , m_timer(new QTimer(this))
    , m_title(new ElidedLabel(this))
    , m_time(makeLabel({}, TypeStyle::Body, this))
    , m_nothing(makeLabel({}, TypeStyle::Body, this))
    , m_footer(makeLabel(tr("Not legal advice · F11 fills the screen, Escape closes"), TypeStyle::Body, this))
{
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Next dates – Tocsin")); // lists of windows show it to everyone: nothing of the case
    setAccessibleName(tr("Next dates"));
    setMinimumSize(640, 400);
    resize(1280, 720);
    setMuted(*m_time);
    setMuted(*m_footer);
    setMuted(*m_nothing);
    m_nothing->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_time);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space(3), metrics::space(2), metrics::space(3), metrics::space(1));
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addSpacing(metrics::space(1));
    layout->addWidget(m_nothing);
    for (int i = 0; i < kMostRows; ++i) {
        m_rows << new WarRoomRow(this);
        layout->addWidget(m_rows.constLast());
    }
    layout->addStretch(1);
    layout->addWidget(m_footer);
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &WarRoom::tick);
    connect(&context, &CaseContext::incidentChanged, this, &WarRoom::load);
    connect(&context, &CaseContext::zoneChanged, this, &WarRoom::tick);
    connect(context.file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Obligation) || changes.touches(casework::Kind::Facts))
            load();
    });
    showRows();
}

void WarRoom::open(const QWidget &beside, Keyboard keyboard)
{
    setAttribute(Qt::WA_ShowWithoutActivating, keyboard == Keyboard::Stays);
    const QScreen *own = beside.screen();
    const QList<QScreen *> screens = own ? own->virtualSiblings() : QList<QScreen *>();
    const auto other
        = std::find_if(screens.cbegin(), screens.cend(), [own](const QScreen *screen) { return screen != own; });
    if (other != screens.cend()) {
        setGeometry((*other)->availableGeometry());
        showFullScreen();
    } else {
        show();
    }
    if (keyboard == Keyboard::Stays)
        return;
    raise();
    activateWindow();
}

void WarRoom::load()
{
    const IncidentId incident = m_context.incident();
    if (incident != m_of)
        forget();
    if (incident.isNull() || !isVisible())
        return showRows();
    whenDone(m_context.file()->ask(WarRoomQuery{incident}), this,
             [this, incident](const Result<WarRoomQuery::Answer> &answer) {
                 if (incident != m_context.incident() || !isVisible())
                     return;
                 forget();
                 if (answer) {
                     m_of = incident;
                     m_records = answer->records;
                     m_zone = answer->zone;
                 } else {
                     m_problem = answer.error().message;
                 }
                 tick();
             });
}

void WarRoom::forget()
{
    m_of = {};
    m_records.clear();
    m_zone.clear();
    m_problem.clear();
}

/// What stands in the place of the dates; empty where there are some, or while they are being read.
QString WarRoom::nothingText(bool any) const
{
    if (!m_problem.isEmpty())
        return tr("The dates cannot be read: %1").arg(m_problem);
    if (any || (m_of.isNull() && !m_context.incident().isNull()))
        return {};
    return tr("No date lies ahead.");
}

QList<ClockMark> WarRoom::nextDates(const Instant &now) const
{
    QList<ClockMark> open;
    const items::IncidentClocks clocks = items::clocksOf(m_records, now, m_zone);
    for (const ClockMark &mark : clocks.marks) {
        if (mark.isOpen() && open.size() < kMostRows)
            open << mark;
    }
    return open;
}

void WarRoom::showRows()
{
    const Instant now = m_context.now();
    const QByteArray zone = m_zone.isEmpty() ? now.zone() : m_zone;
    const QList<ClockMark> next = nextDates(now);
    m_title->setFullText(m_context.reference().isEmpty() ? tr("No incident")
                                                         : tr("%1: next dates").arg(m_context.reference()));
    m_time->setText(u"%1, %2"_s.arg(items::dayHeading(now.localDate()), items::clockTime(now)));
    m_nothing->setText(nothingText(!next.isEmpty()));
    m_nothing->setVisible(!m_nothing->text().isEmpty());
    for (int i = 0; i < kMostRows; ++i) {
        m_rows.at(i)->setVisible(i < next.size());
        if (i < next.size())
            m_rows.at(i)->showMark(next.at(i), now, zone);
    }
    if (m_shown != int(next.size())) {
        m_shown = int(next.size());
        layOut();
    }
    alignFigures();
}

qint64 WarRoom::untilNextTick() const
{
    const Instant now = m_context.now();
    // The time of day on top.
    qint64 next = kMinute - now.msecs() % kMinute;
    const QList<ClockMark> dates = nextDates(now);
    for (const ClockMark &mark : dates)
        next = std::min(next, items::countdown(mark.due, now, m_zone.isEmpty() ? now.zone() : m_zone).nextMsecs);
    return next;
}

void WarRoom::tick()
{
    showRows();
    if (isVisible())
        m_timer->start(int(untilNextTick()));
}

void WarRoom::layOut()
{
    setFontSize(*m_title, height() / 26.0, true);
    setFontSize(*m_time, height() / 30.0, false);
    setFontSize(*m_nothing, height() / 16.0, false);
    setFontSize(*m_footer, height() / 60.0, false);
    const int others = m_title->sizeHint().height() + m_footer->sizeHint().height() + metrics::space(5);
    const int row = (height() - others) / std::max(m_shown, kFewestRows);
    for (WarRoomRow *each : std::as_const(m_rows)) {
        each->setFixedHeight(row);
        each->setRowHeight(row - metrics::space(1));
    }
    alignFigures();
}

void WarRoom::alignFigures()
{
    int figure = 0;
    int unit = 0;
    for (int i = 0; i < m_shown; ++i) {
        figure = std::max(figure, m_rows.at(i)->figureWidth());
        unit = std::max(unit, m_rows.at(i)->unitWidth());
    }
    for (WarRoomRow *row : std::as_const(m_rows))
        row->setWidths(figure, unit);
}

void WarRoom::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
    tick();
}

void WarRoom::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // A window that nobody sees holds nothing.
    m_timer->stop();
    forget();
    showRows();
}

void WarRoom::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F11)
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void WarRoom::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace tocsin::views
