// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/month_calendar.h"

#include "clocks/date_sign.h"
#include "clocks/month_grid.h"
#include "items/wording.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using items::DateKind;
using items::DateMark;

namespace {

constexpr int kSideWidth = 340;
constexpr int kBelowHeight = 124;
constexpr int kWideFrom = 1240; ///< from this width on the day stands beside the month

QToolButton *makeStep(Qt::ArrowType arrow, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setArrowType(arrow);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

QStandardItem *itemOf(const items::IncidentClocks &clocks, const DateMark &date)
{
    const items::ClockMark &mark = clocks.marks.at(date.clock);
    auto *item = new QStandardItem(mark.whom);
    const bool target = date.kind == DateKind::Target;
    QString second = mark.title.isEmpty() ? mark.citation : mark.title;
    if (target)
        second = MonthCalendar::tr("%1, limit %2").arg(second, items::dueWords(mark.due));
    else if (mark.due.instant)
        second += u", "_s + items::momentText(*mark.due.instant);
    item->setData(second, items::SecondaryTextRole);
    item->setData(true, items::EmphasisRole);
    item->setData(target ? items::dateKindWord(date.kind) : mark.stateText, items::BadgeTextRole);
    item->setData(int(target ? items::Tone::Neutral : mark.tone), items::BadgeToneRole);
    item->setData(QString::number(mark.obligation.value), items::RecordIdRole);
    item->setData(items::dateSentence(clocks, date), Qt::AccessibleTextRole);
    item->setEditable(false);
    return item;
}

} // namespace

MonthCalendar::MonthCalendar(QWidget *parent)
    : QWidget(parent)
    , m_model(new items::MonthModel(QLocale::system().firstDayOfWeek(), this))
    , m_grid(new MonthGrid(m_model, this))
    , m_title(makeLabel({}, TypeStyle::Title, this))
    , m_dayTitle(makeLabel({}, TypeStyle::Strong, this))
    , m_dates(new QStandardItemModel(this))
    , m_list(new ListView(tr("Dates of the day"), this))
    , m_nothing(makeMutedLabel(tr("Nothing is due on this day."), TypeStyle::Small, this))
    , m_dateless(makeMutedLabel({}, TypeStyle::Small, this))
    , m_daySide(makeDay())
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::space(2));
    m_layout->addWidget(makeMonth(), 1);
    m_layout->addWidget(m_daySide);
    connect(m_grid, &MonthGrid::dayChanged, this, &MonthCalendar::showDay);
    connect(m_grid, &MonthGrid::monthChanged, this, &MonthCalendar::showMonth);
    connect(m_grid, &MonthGrid::dayOpened, this, &MonthCalendar::openDay);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT obligationChosen(ObligationId{index.data(items::RecordIdRole).toLongLong()});
    });
}

QWidget *MonthCalendar::makeMonth()
{
    auto *part = new QWidget(this);
    auto *before = makeStep(Qt::LeftArrow, tr("The month before (Page Up)"), part);
    auto *after = makeStep(Qt::RightArrow, tr("The next month (Page Down)"), part);
    auto *today = new QPushButton(tr("Today"), part);
    today->setAutoDefault(false);
    const auto step = [this](int months) { m_grid->setDay(m_grid->day().addMonths(months)); };
    connect(before, &QToolButton::clicked, this, [step] { step(-1); });
    connect(after, &QToolButton::clicked, this, [step] { step(1); });
    connect(today, &QPushButton::clicked, this, [this] { m_grid->setDay(m_model->clocks().today); });
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::space(1));
    tools->addWidget(before);
    tools->addWidget(m_title);
    tools->addWidget(after);
    tools->addWidget(today);
    tools->addStretch(1);
    tools->addWidget(new DateLegend(part));
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addLayout(tools);
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_dateless);
    return part;
}

QWidget *MonthCalendar::makeDay()
{
    auto *part = new QWidget(this);
    m_list->setModel(m_dates);
    m_list->setWrapRows(true);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_dayTitle);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    layout->addStretch(0);
    return part;
}

void MonthCalendar::setClocks(const items::IncidentClocks &clocks)
{
    m_model->setClocks(clocks);
    if (!m_begun && clocks.today.isValid()) {
        m_begun = true;
        m_grid->setDay(clocks.today);
    }
    m_dateless->setVisible(!clocks.dateless.isEmpty());
    m_dateless->setText(
        clocks.dateless.size() == 1
            ? tr("1 deadline has no day yet; the list and the lanes show it.")
            : tr("%1 deadlines have no day yet; the list and the lanes show them.").arg(clocks.dateless.size()));
    showMonth();
    showDay();
}

QDate MonthCalendar::day() const
{
    return m_grid->day();
}

void MonthCalendar::setDay(QDate day)
{
    m_begun = m_begun || day.isValid();
    m_grid->setDay(day);
}

void MonthCalendar::focusFirst()
{
    m_grid->setFocus(Qt::TabFocusReason);
}

void MonthCalendar::showMonth()
{
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    m_title->setText(english.toString(m_model->month(), u"MMMM yyyy"_s));
}

void MonthCalendar::showDay()
{
    const QDate day = m_grid->day();
    const QList<DateMark> dates = m_model->datesOn(day);
    m_dayTitle->setText(day.isValid() ? items::dayHeading(day) : QString());
    m_dates->clear();
    for (const DateMark &date : dates)
        m_dates->appendRow(itemOf(m_model->clocks(), date));
    m_list->setVisible(!dates.isEmpty());
    m_nothing->setVisible(dates.isEmpty());
}

void MonthCalendar::openDay(QDate day)
{
    const QList<DateMark> dates = m_model->datesOn(day);
    if (dates.size() == 1)
        Q_EMIT obligationChosen(m_model->clocks().marks.at(dates.constFirst().clock).obligation);
    if (dates.size() <= 1)
        return;
    m_list->setCurrentIndex(m_dates->index(0, 0));
    m_list->setFocus(Qt::TabFocusReason);
}

void MonthCalendar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= kWideFrom;
    m_layout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_daySide->setMinimumSize(wide ? QSize(kSideWidth, 0) : QSize(0, kBelowHeight));
    m_daySide->setMaximumSize(wide ? QSize(kSideWidth, QWIDGETSIZE_MAX) : QSize(QWIDGETSIZE_MAX, kBelowHeight));
}

} // namespace tocsin::views
