// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/task_delegate.h"

#include "items/task_board_model.h"
#include "items/wording.h"
#include "shared/badge.h"
#include "shared/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using items::TaskBoardModel;

namespace {

constexpr int kPad = 10;
constexpr int kGap = 4;
constexpr int kBetween = metrics::kGrid; // below each card
constexpr int kMostLines = 4;

/// The lines of a title, the last of them cut if there are more than fit.
QStringList titleLines(const QString &title, int width)
{
    const QFont font = typeFont(TypeStyle::Body);
    const QFontMetrics measure(font);
    QTextLayout layout(title, font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == kMostLines - 1) {
            lines << measure.elidedText(title.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << title.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

void drawCardGround(QPainter &painter, const QRectF &card, const QStyleOptionViewItem &option)
{
    const Colors &c = activeColors();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool focused = selected && view && view->hasFocus();
    const double edge = focused ? 2 : 1;
    painter.setPen(QPen(focused ? c.focus : c.line, edge));
    painter.setBrush(selected ? c.selection : option.state.testFlag(QStyle::State_MouseOver) ? c.hover : c.surface);
    // Half the pen lies inside, so that the line fills whole pixels.
    painter.drawRoundedRect(card.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), metrics::kRadius,
                            metrics::kRadius);
}

/// The number at the left; at the right how far the date is, or the date where that does not matter any more.
void drawTop(QPainter &painter, const QRect &where, const QModelIndex &index)
{
    const QString badge = index.data(items::BadgeTextRole).toString();
    const auto tone = static_cast<Tone>(index.data(items::BadgeToneRole).toInt());
    painter.setFont(typeFont(TypeStyle::Small));
    painter.setPen(activeColors().muted);
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, index.data(TaskBoardModel::ReferenceRole).toString());
    if (badge.isEmpty() || tone == Tone::Neutral) {
        painter.drawText(where, Qt::AlignRight | Qt::AlignVCenter, index.data(TaskBoardModel::DueTextRole).toString());
        return;
    }
    const QSize size = Badge::sizeFor(tone, badge);
    Badge::paint(
        painter,
        QRect(where.right() - size.width() + 1, where.center().y() - size.height() / 2, size.width(), size.height()),
        tone, badge);
}

/// The owner at the left, class and sprint at the right.
void drawFoot(QPainter &painter, const QRect &where, const QModelIndex &index)
{
    painter.setFont(typeFont(TypeStyle::Small));
    painter.setPen(activeColors().muted);
    const QFontMetrics measure = painter.fontMetrics();
    const int half = (where.width() - kGap) / 2;
    const QString plan = measure.elidedText(index.data(TaskBoardModel::PlanTextRole).toString(), Qt::ElideRight, half);
    const int taken = plan.isEmpty() ? 0 : measure.horizontalAdvance(plan) + kGap;
    painter.drawText(where, Qt::AlignRight | Qt::AlignTop | Qt::TextSingleLine, plan);
    const QString owner = index.data(items::SecondaryTextRole).toString();
    painter.drawText(where, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     measure.elidedText(owner, Qt::ElideRight, where.width() - taken));
}

int lineHeight(TypeStyle style)
{
    return QFontMetrics(typeFont(style)).height();
}

int topHeight()
{
    return Badge::sizeFor(Tone::Danger, u"1"_s).height();
}

} // namespace

void TaskDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = activeColors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(0, 0, 0, -kBetween);
    drawCardGround(*painter, card, option);
    QRect rest = card.adjusted(kPad, kPad, -kPad, -kPad);
    drawTop(*painter, QRect(rest.left(), rest.top(), rest.width(), topHeight()), index);
    rest.setTop(rest.top() + topHeight() + kGap);
    painter->setFont(typeFont(TypeStyle::Body));
    painter->setPen(index.data(TaskBoardModel::ColumnRole).toInt() == int(casework::TaskColumn::Done) ? c.muted
                                                                                                      : c.text);
    const QStringList lines = titleLines(index.data(Qt::DisplayRole).toString(), rest.width());
    for (const QString &line : lines) {
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, line);
        rest.setTop(rest.top() + lineHeight(TypeStyle::Body));
    }
    rest.setTop(rest.top() + kGap);
    drawFoot(*painter, rest, index);
    painter->restore();
}

QSize TaskDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = widthOf(option);
    const qsizetype lines = titleLines(index.data(Qt::DisplayRole).toString(), width - 2 * kPad).size();
    const int height = 2 * kPad + topHeight() + 2 * kGap + static_cast<int>(lines) * lineHeight(TypeStyle::Body)
        + lineHeight(TypeStyle::Small);
    return {metrics::space(10), height + kBetween};
}

bool TaskDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), items::plainToolTip(index.data(Qt::AccessibleTextRole).toString()), view);
    return true;
}

} // namespace tocsin::views
