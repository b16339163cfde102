// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/lane_delegate.h"

#include "clocks/date_sign.h"
#include "items/wording.h"
#include "shared/theme.h"
#include "shared/two_line_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using items::ClockMark;

LaneDelegate::LaneDelegate(const items::LaneModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model)
{
}

LanePicture LaneDelegate::pictureOf(int row, int height) const
{
    const items::Lane *lane = m_model.recordAt(row);
    if (!lane || !m_scale.from.isValid())
        return {};
    return layOutLane(*lane, m_model.clocks().discovered, m_scale, height, QFontMetrics(typeFont(TypeStyle::Small)));
}

void LaneDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const Colors &c = activeColors();
    const QRect &cell = option.rect;
    const bool chosen = (option.state & QStyle::State_Selected) != 0;
    painter.fillRect(cell, chosen ? c.selection : c.surface);
    if (!m_scale.from.isValid())
        return;
    const auto xOf
        = [&](QDate day) { return cell.left() + int(std::clamp(m_scale.xOf(day), 0.0, double(m_scale.width))); };
    const std::optional<items::ClockHold> &hold = m_model.clocks().hold;
    if (hold) {
        const int from = xOf(hold->stated.isValid() ? hold->stated : m_scale.from);
        const QRect band(from, cell.top(), xOf(hold->until) - from, cell.height());
        painter.fillRect(band, QBrush(c.line, Qt::BDiagPattern));
        painter.setPen(c.field);
        painter.drawLine(band.topLeft(), band.bottomLeft());
        painter.drawLine(band.topRight(), band.bottomRight());
    }
    painter.setPen(c.hairline);
    painter.drawLine(cell.bottomLeft(), cell.bottomRight());
    if (m_scale.shows(m_model.clocks().today)) {
        const int today = xOf(m_model.clocks().today);
        painter.setPen(QPen(c.accent, 2));
        painter.drawLine(today, cell.top(), today, cell.bottom());
    }
}

/// Words interrupt the line of today as they do that of a clock.
void LaneDelegate::paintWords(QPainter &painter, const QList<items::DatelessClock> &clocks, const QSize &size,
                              const QColor &ground) const
{
    QStringList words;
    for (const items::DatelessClock &clock : clocks)
        words << clock.words;
    words.removeDuplicates();
    const int left = metrics::space(1);
    const QString text = painter.fontMetrics().elidedText(words.join(u"; "_s), Qt::ElideRight, size.width() - 2 * left);
    const QRect where(left, 0, painter.fontMetrics().horizontalAdvance(text), size.height());
    const int height = painter.fontMetrics().height();
    painter.fillRect(QRect(where.left() - 2, (size.height() - height) / 2, where.width() + 4, height), ground);
    painter.setPen(activeColors().muted);
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, text);
}

void LaneDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = activeColors();
    painter->save();
    painter->setClipRect(option.rect);
    paintGround(*painter, option);
    drawFocusRing(*painter, option, index);
    painter->translate(option.rect.topLeft());
    painter->setFont(typeFont(TypeStyle::Small));
    const items::Lane *lane = m_model.recordAt(index.row());
    const QColor &ground = (option.state & QStyle::State_Selected) != 0 ? c.selection : c.surface;
    if (lane && lane->marks.isEmpty())
        paintWords(*painter, lane->dateless, option.rect.size(), ground);
    const LanePicture picture = pictureOf(index.row(), option.rect.height());
    const int middle = option.rect.height() / 2;
    painter->setPen(QPen(c.field, 2));
    for (const LaneSpan &span : picture.spans)
        painter->drawLine(span.from, middle, span.to, middle);
    for (const LaneSign &sign : picture.signs) {
        if (!sign.text.isEmpty()) {
            // Words interrupt the line that they stand on.
            painter->fillRect(sign.textWhere.adjusted(-2, middle - 9, 2, 9 - middle), ground);
            painter->setPen(sign.kind == items::DateKind::Late ? c.dangerText : c.text);
            painter->drawText(sign.textWhere, Qt::AlignCenter, sign.text);
        }
        paintDateSign(*painter, sign.where, sign.kind);
        if (sign.keys.contains(m_reached)) {
            painter->setPen(QPen(c.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(sign.where.adjusted(-4, -4, 4, 4), 3, 3);
        }
    }
    painter->restore();
}

QSize LaneDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, metrics::kRow};
}

QString LaneDelegate::sentenceOf(int row, const items::ClockKey &key) const
{
    const items::Lane *lane = m_model.recordAt(row);
    if (!lane)
        return {};
    if (const ClockMark *mark = lane->markOf(key))
        return items::markSentence(*mark, items::dateKindOf(*mark));
    const auto found = std::find_if(lane->dateless.cbegin(), lane->dateless.cend(),
                                    [&key](const items::DatelessClock &clock) { return clock.key() == key; });
    return found == lane->dateless.cend() ? QString() : u"%1: %2"_s.arg(found->whom, found->words);
}

QString LaneDelegate::sentenceAt(int row, const QRect &cell, const QPoint &where) const
{
    const LanePicture picture = pictureOf(row, cell.height());
    for (const LaneSign &sign : picture.signs) {
        if (!sign.where.adjusted(-4, -8, 4, 8).contains(where - cell.topLeft()))
            continue;
        const items::Lane *lane = m_model.recordAt(row);
        const ClockMark *mark = lane ? lane->markOf(sign.keys.constFirst()) : nullptr;
        return mark ? items::markSentence(*mark, sign.kind) : QString();
    }
    return m_model.index(row, items::LaneModel::Time).data(Qt::AccessibleTextRole).toString();
}

bool LaneDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), items::plainToolTip(sentenceAt(index.row(), option.rect, event->pos())),
                       view);
    return true;
}

} // namespace tocsin::views
