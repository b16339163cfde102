// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timeline_delegate.h"

#include "items/timeline_model.h"
#include "items/wording.h"
#include "shared/badge.h"
#include "shared/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using items::TimelineModel;

namespace {

constexpr int kPad = metrics::kGrid;
constexpr int kDayWidth = 96;
constexpr int kTimeWidth = 96;
constexpr int kGap = metrics::space(2);

bool flag(const QModelIndex &index, int role)
{
    return index.data(role).toBool();
}

bool beginsDay(const QModelIndex &index)
{
    const QVariant day = index.data(TimelineModel::DayRole);
    return day.isValid() && day != index.siblingAtRow(index.row() - 1).data(TimelineModel::DayRole);
}

/// The row on top says its day too, so that whoever scrolls through a long day knows where they are.
bool showsDay(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (beginsDay(index))
        return true;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->indexAt(QPoint(1, option.rect.height() / 2)) == index;
}

/// Two lines at the left of a rectangle, each cut where it does not fit.
void drawLines(QPainter &painter, const QRect &where, const QString &first, const QFont &firstFont, const QColor &ink,
               const QString &second)
{
    painter.setFont(firstFont);
    painter.setPen(ink);
    const QFontMetrics measure(firstFont);
    painter.drawText(where, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     measure.elidedText(first, Qt::ElideRight, where.width()));
    const QRect below = where.adjusted(0, measure.height() + 1, 0, 0);
    painter.setFont(typeFont(TypeStyle::Small));
    painter.setPen(activeColors().muted);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(second, Qt::ElideRight, below.width()));
}

void drawGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Colors &c = activeColors();
    const QRect r = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(r, c.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(r, c.hover);
    if (index.row() == 0)
        return;
    const bool newDay = beginsDay(index);
    const int left = newDay ? r.left() : r.left() + kDayWidth + kPad;
    painter.fillRect(QRect(left, r.top(), r.right() - left + 1, 1), newDay ? c.line : c.hairline);
}

void drawDay(QPainter &painter, const QRect &where, QDate day)
{
    static const QLocale english(QLocale::English);
    drawLines(painter, where, english.toString(day, u"ddd d MMM"_s), typeFont(TypeStyle::Strong), activeColors().text,
              english.toString(day, u"yyyy"_s));
}

void drawFocus(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter.setPen(QPen(activeColors().focus, 2));
    painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
}

/// Draws the badge at the right; gives the room that is left for the text.
QRect drawBadge(QPainter &painter, const QRect &where, const QModelIndex &index)
{
    const QString word = index.data(items::BadgeTextRole).toString();
    if (word.isEmpty())
        return where;
    const auto tone = static_cast<Tone>(index.data(items::BadgeToneRole).toInt());
    const QSize size = Badge::sizeFor(tone, word);
    Badge::paint(painter, QRect(where.right() - size.width() + 1, where.top() - 1, size.width(), size.height()), tone,
                 word);
    return where.adjusted(0, 0, -size.width() - kPad, 0);
}

} // namespace

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = activeColors();
    painter->save();
    painter->setClipRect(option.rect);
    drawGround(*painter, option, index);
    QRect rest = option.rect.adjusted(kPad, kPad, -kPad, -kPad);
    const QDate day = index.data(TimelineModel::DayRole).toDate();
    if (day.isValid() && showsDay(option, index))
        drawDay(*painter, QRect(rest.left(), rest.top(), kDayWidth, rest.height()), day);
    rest.setLeft(rest.left() + kDayWidth);
    drawLines(*painter, QRect(rest.left(), rest.top(), kTimeWidth, rest.height()),
              index.data(TimelineModel::TimeRole).toString(), typeFont(TypeStyle::Body), c.text,
              index.data(TimelineModel::OffsetRole).toString());
    rest.setLeft(rest.left() + kTimeWidth + kGap);
    rest = drawBadge(*painter, rest, index);
    const bool quiet = flag(index, TimelineModel::QuietRole);
    const bool struck = flag(index, TimelineModel::StruckRole);
    QFont font = typeFont(quiet || struck ? TypeStyle::Body : TypeStyle::Strong);
    font.setStrikeOut(struck);
    drawLines(*painter, rest, index.data(Qt::DisplayRole).toString(), font, quiet || struck ? c.muted : c.text,
              index.data(items::SecondaryTextRole).toString());
    drawFocus(*painter, option);
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {kDayWidth + kTimeWidth + metrics::space(20), metrics::kRow};
}

bool TimelineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    QToolTip::showText(event->globalPos(), items::plainToolTip(text), view);
    return true;
}

} // namespace tocsin::views
