// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/month_grid.h"

#include "clocks/date_sign.h"
#include "shared/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using items::DateMark;
using items::MonthModel;

namespace {

constexpr int kLine = 18; ///< of one date
constexpr int kSign = 12;
constexpr int kPad = 6;
constexpr int kNumber = 24; ///< the line of the day's number

class DayDelegate final : public QStyledItemDelegate
{
public:
    DayDelegate(const MonthModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool inMonth = index.data(MonthModel::kInMonthRole).toBool();
        const QDate day = m_model.dayAt(index);
        paintGround(*painter, option, inMonth);
        paintNumber(*painter, option.rect, day, inMonth);
        paintDates(*painter, option.rect.adjusted(kPad, kNumber + 4, -kPad, -2), m_model.datesOn(day));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {64, kNumber + kLine}; }

private:
    static void paintGround(QPainter &painter, const QStyleOptionViewItem &option, bool inMonth)
    {
        const Colors &c = activeColors();
        const bool chosen = (option.state & QStyle::State_Selected) != 0;
        painter.fillRect(option.rect, chosen ? c.selection : (inMonth ? c.surface : c.window));
        painter.setPen(c.hairline);
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight());
        const bool ring = (option.state & QStyle::State_HasFocus) != 0;
        if (!ring)
            return;
        painter.setPen(QPen(c.focus, 2));
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2));
    }

    void paintNumber(QPainter &painter, const QRect &cell, QDate day, bool inMonth) const
    {
        const Colors &c = activeColors();
        const bool today = day == m_model.clocks().today;
        const QRect where(cell.left() + kPad, cell.top() + 4, cell.width() - 2 * kPad, kNumber - 4);
        painter.setFont(typeFont(today ? TypeStyle::Strong : TypeStyle::Small));
        painter.setPen(today ? c.accent : (inMonth ? c.text : c.muted));
        const QString text = today ? MonthGrid::tr("%1 today").arg(day.day()) : QString::number(day.day());
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    void paintDates(QPainter &painter, const QRect &where, const QList<DateMark> &dates) const
    {
        const int room = std::max(1, where.height() / kLine);
        const bool all = dates.size() <= room;
        const qsizetype shown = all ? dates.size() : std::max(0, room - 1);
        QRect line(where.left(), where.top(), where.width(), kLine);
        painter.setFont(typeFont(TypeStyle::Small));
        for (qsizetype i = 0; i < shown; ++i) {
            paintDate(painter, line, dates.at(i));
            line.translate(0, kLine);
        }
        if (all)
            return;
        paintDateSign(painter, signBox(line), dates.at(shown).kind); // the most urgent of those left out
        painter.setFont(typeFont(TypeStyle::Strong));
        painter.setPen(activeColors().text);
        painter.drawText(line.adjusted(kSign + 4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         u"+%1"_s.arg(dates.size() - shown));
    }

    void paintDate(QPainter &painter, const QRect &line, const DateMark &date) const
    {
        paintDateSign(painter, signBox(line), date.kind);
        const QRect text = line.adjusted(kSign + 4, 0, 0, 0);
        const bool late = date.kind == items::DateKind::Late;
        painter.setPen(late ? activeColors().dangerText : activeColors().text);
        const QString whom = m_model.clocks().marks.at(date.clock).whom;
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(whom, Qt::ElideRight, text.width()));
    }

    static QRectF signBox(const QRect &line)
    {
        return {double(line.left()), line.top() + (kLine - kSign) / 2.0, kSign, kSign};
    }

    const MonthModel &m_model;
};

} // namespace

MonthGrid::MonthGrid(MonthModel *model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setModel(model);
    setItemDelegate(new DayDelegate(*model, this));
    setAccessibleName(tr("Days of the month"));
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setMinimumSectionSize(kNumber + kLine);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT dayChanged(m_model->dayAt(current));
    });
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT dayOpened(m_model->dayAt(index)); });
}

QDate MonthGrid::day() const
{
    return m_model->dayAt(currentIndex());
}

void MonthGrid::setDay(QDate day)
{
    if (!day.isValid())
        return;
    const QDate before = m_model->month();
    m_model->setMonth(day);
    setCurrentIndex(m_model->indexOf(day));
    if (m_model->month() != before)
        Q_EMIT monthChanged();
}

QDate MonthGrid::target(int key) const
{
    const QDate from = day().isValid() ? day() : m_model->month();
    switch (key) {
    case Qt::Key_Left:
        return from.addDays(-1);
    case Qt::Key_Right:
        return from.addDays(1);
    case Qt::Key_Up:
        return from.addDays(-7);
    case Qt::Key_Down:
        return from.addDays(7);
    case Qt::Key_PageUp:
        return from.addMonths(-1);
    case Qt::Key_PageDown:
        return from.addMonths(1);
    case Qt::Key_Home:
        return m_model->clocks().today;
    default:
        return {};
    }
}

void MonthGrid::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const QDate next = plain ? target(event->key()) : QDate();
    if (next.isValid())
        setDay(next);
    else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT dayOpened(day());
    else
        event->ignore();
}

void MonthGrid::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid())
        setDay(m_model->clocks().today);
    QTableView::focusInEvent(event);
    viewport()->update();
}

} // namespace tocsin::views
