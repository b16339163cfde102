// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/two_line_delegate.h"

#include "items/wording.h"
#include "shared/badge.h"
#include "shared/progress_track.h"
#include "shared/theme.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPad = metrics::kGrid;
constexpr int kLineGap = 1;
constexpr int kNoLimit = 10000;
constexpr int kSection = 28; // the band of a heading above a row

/// What a cell says, read from its roles once.
struct Cell
{
    QString first;
    QString second;
    QString badge;
    Tone tone = Tone::Neutral;
    QVariant share;
    bool strong = false;
    Qt::Alignment alignment = Qt::AlignLeft;
};

Cell cellOf(const QModelIndex &index)
{
    Cell cell;
    cell.first = index.data(Qt::DisplayRole).toString();
    cell.second = index.data(items::SecondaryTextRole).toString();
    cell.badge = index.data(items::BadgeTextRole).toString();
    cell.tone = static_cast<Tone>(index.data(items::BadgeToneRole).toInt());
    cell.share = index.data(items::ShareRole);
    cell.strong = index.data(items::EmphasisRole).toBool();
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    if (alignment.isValid())
        cell.alignment = Qt::Alignment(alignment.toInt()) & Qt::AlignHorizontal_Mask;
    return cell;
}

QFont firstFont(const Cell &cell)
{
    return typeFont(cell.strong ? TypeStyle::Strong : TypeStyle::Body);
}

QFont secondFont()
{
    return typeFont(TypeStyle::Small);
}

/// The height of a text in lines of this width; one line unless it may wrap.
int textHeight(const QString &text, const QFont &font, int width, bool wrapping)
{
    if (text.isEmpty())
        return 0;
    const QFontMetrics measure(font);
    if (!wrapping)
        return measure.height();
    return measure.boundingRect(QRect(0, 0, width, kNoLimit), Qt::TextWordWrap, text).height();
}

int badgeSpace(const Cell &cell)
{
    const bool beside = !cell.badge.isEmpty() && !cell.first.isEmpty();
    return beside ? Badge::sizeFor(cell.tone, cell.badge).width() + kPad : 0;
}

void drawLine(QPainter &painter, const QRect &where, const QString &text, Qt::Alignment alignment, bool wrapping)
{
    if (wrapping) {
        painter.drawText(where, int(alignment | Qt::AlignTop) | Qt::TextWordWrap, text);
        return;
    }
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width());
    painter.drawText(where, int(alignment | Qt::AlignTop) | Qt::TextSingleLine, shown);
}

void drawTexts(QPainter &painter, QRect where, const Cell &cell, bool enabled, bool wrapping)
{
    const Colors &c = activeColors();
    const int firstHeight = textHeight(cell.first, firstFont(cell), where.width(), wrapping);
    painter.setPen(enabled ? c.text : c.muted);
    painter.setFont(firstFont(cell));
    drawLine(painter, where, cell.first, cell.alignment, wrapping);
    if (cell.second.isEmpty())
        return;
    where.setTop(where.top() + firstHeight + kLineGap);
    // Muted text on the selected row would lose its contrast in some schemes; it has been measured to keep it in all.
    painter.setPen(c.muted);
    painter.setFont(secondFont());
    drawLine(painter, where, cell.second, cell.alignment, wrapping);
}

/// Whether no column right of this one is shown.
bool isLastShown(const QAbstractItemView &view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(&view);
    if (!table)
        return option.viewItemPosition == QStyleOptionViewItem::End
            || index.column() == view.model()->columnCount(index.parent()) - 1;
    const QHeaderView *header = table->horizontalHeader();
    for (int place = header->visualIndex(index.column()) + 1; place < header->count(); ++place) {
        if (!header->isSectionHidden(header->logicalIndex(place)))
            return false;
    }
    return true;
}

void drawGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Colors &c = activeColors();
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, c.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, c.hover);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.hairline);
}

int sectionHeight(const QModelIndex &index)
{
    return index.data(items::SectionRole).toString().isEmpty() ? 0 : kSection;
}

/// The heading above a row, where a group begins. It is no part of the row: neither selection nor focus cover it.
void drawSection(QPainter &painter, const QRect &where, const QString &heading)
{
    const Colors &c = activeColors();
    painter.setPen(c.muted);
    painter.setFont(secondFont());
    painter.drawText(where.adjusted(kPad, 0, -kPad, -kPad / 2), int(Qt::AlignLeft | Qt::AlignBottom), heading);
    painter.fillRect(QRect(where.left(), where.bottom(), where.width(), 1), c.hairline);
}

/// The width a row may use where the option does not tell: a list asks before it has laid its rows out.
int widthFor(const QStyleOptionViewItem &option)
{
    if (option.rect.width() > 0)
        return option.rect.width();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : kNoLimit;
}

} // namespace

void drawFocusRing(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view || !view->hasFocus() || view->currentIndex().row() != index.row())
        return;
    const QRect r = option.rect;
    const QColor focus = activeColors().focus;
    painter.fillRect(QRect(r.left(), r.top(), r.width(), 2), focus);
    painter.fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), focus);
    if (index.column() == 0)
        painter.fillRect(QRect(r.left(), r.top(), 2, r.height()), focus);
    if (isLastShown(*view, option, index))
        painter.fillRect(QRect(r.right() - 1, r.top(), 2, r.height()), focus);
}

TwoLineDelegate::TwoLineDelegate(QObject *parent) : QStyledItemDelegate(parent) { }

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &whole, const QModelIndex &index) const
{
    const Cell cell = cellOf(index);
    painter->save();
    painter->setClipRect(whole.rect);
    QStyleOptionViewItem option = whole;
    if (const int band = sectionHeight(index); band > 0) {
        drawSection(*painter, QRect(whole.rect.topLeft(), QSize(whole.rect.width(), band)),
                    index.data(items::SectionRole).toString());
        option.rect.setTop(whole.rect.top() + band);
    }
    drawGround(*painter, option);
    const QRect inner = option.rect.adjusted(kPad, kPad, -kPad, -kPad);
    QRect texts = inner;
    if (!cell.badge.isEmpty()) {
        const int width = std::min(Badge::sizeFor(cell.tone, cell.badge).width(), inner.width());
        const int left = cell.first.isEmpty() ? inner.left() : inner.right() - width + 1;
        Badge::paint(*painter, QRect(left, inner.top() - 1, width, inner.height() + 2), cell.tone, cell.badge);
        texts.setRight(inner.right() - badgeSpace(cell));
    }
    if (cell.share.isValid())
        ProgressTrack::paint(*painter, QRect(inner.left(), inner.top(), inner.width(), 18), cell.share.toDouble(),
                             cell.tone);
    else
        drawTexts(*painter, texts, cell, option.state.testFlag(QStyle::State_Enabled), m_wrapping);
    drawFocusRing(*painter, option, index);
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!m_wrapping)
        return {metrics::kGrid * 10, metrics::kRow + sectionHeight(index)};
    const Cell cell = cellOf(index);
    const int width = std::max(widthFor(option) - 2 * kPad - badgeSpace(cell), kPad);
    int height = textHeight(cell.first, firstFont(cell), width, true);
    if (!cell.second.isEmpty())
        height += kLineGap + textHeight(cell.second, secondFont(), width, true);
    height = std::max(height, Badge::sizeFor(cell.tone, cell.badge).height());
    return {width, height + 2 * kPad + 1 + sectionHeight(index)};
}

bool TwoLineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const Cell cell = cellOf(index);
    const int room = option.rect.width() - 2 * kPad - badgeSpace(cell);
    const bool cut = QFontMetrics(firstFont(cell)).horizontalAdvance(cell.first) > room
        || QFontMetrics(secondFont()).horizontalAdvance(cell.second) > room;
    if (m_wrapping || !cut)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString all = cell.second.isEmpty() ? cell.first : QString(cell.first + u'\n' + cell.second);
    QToolTip::showText(event->globalPos(), items::plainToolTip(all), view);
    return true;
}

} // namespace tocsin::views
