// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/lane_table.h"

#include "clocks/lane_delegate.h"
#include "items/wording.h"
#include "shared/theme.h"
#include "shared/two_line_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace tocsin::views {

using items::LaneModel;

namespace {

constexpr int kWhomWidth = 232;
constexpr int kAxisHeight = 32;

/// The heading of the lanes: a word over the names, dates over the time.
class AxisHeader final : public QHeaderView
{
public:
    AxisHeader(const LaneModel &model, const LaneDelegate &lanes, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent), m_model(model), m_lanes(lanes)
    {
        setSectionsClickable(false);
        setHighlightSections(false);
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }

    QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), kAxisHeight}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        if (section != LaneModel::Time || !m_lanes.scale().from.isValid())
            return QHeaderView::paintSection(painter, rect, section);
        const Colors &c = activeColors();
        painter->save();
        painter->setClipRect(rect);
        painter->fillRect(rect, c.surface);
        painter->setPen(c.line);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        const QDate today = m_model.clocks().today;
        const QFont font = typeFont(TypeStyle::Small);
        painter->setFont(font);
        const QList<AxisLabel> labels = axisLabels(m_lanes.scale(), today, QFontMetrics(font));
        for (const AxisLabel &label : labels) {
            const int x = rect.left() + int(m_lanes.scale().xOf(label.day));
            painter->setPen(QPen(label.day == today ? c.accent : c.line, label.day == today ? 2 : 1));
            painter->drawLine(x, rect.bottom() - 12, x, rect.bottom());
            painter->setPen(label.day == today ? c.accent : c.muted);
            painter->drawText(QRect(rect.left() + label.x, rect.top(), label.width + 2, rect.height() - 4),
                              Qt::AlignLeft | Qt::AlignVCenter, label.text);
        }
        painter->restore();
    }

private:
    const LaneModel &m_model;
    const LaneDelegate &m_lanes;
};

} // namespace

LaneTable::LaneTable(LaneModel *model, QWidget *parent)
    : QTableView(parent), m_model(model), m_lanes(new LaneDelegate(*model, this))
{
    setHorizontalHeader(new AxisHeader(*model, *m_lanes, this));
    setModel(model);
    setItemDelegateForColumn(LaneModel::Whom, new TwoLineDelegate(this));
    setItemDelegateForColumn(LaneModel::Time, m_lanes);
    setAccessibleName(tr("Dates by recipient"));
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metrics::kRow);
    horizontalHeader()->setMinimumSectionSize(64);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!currentIndex().isValid() && hasFocus())
            selectRow(0);
    });
}

void LaneTable::setTime(QDate from, int days)
{
    m_from = from;
    m_days = std::max(1, days);
    layOut();
}

const TimeScale &LaneTable::scale() const
{
    return m_lanes->scale();
}

void LaneTable::layOut()
{
    const int time = std::max(64, viewport()->width() - kWhomWidth);
    horizontalHeader()->resizeSection(LaneModel::Whom, kWhomWidth);
    horizontalHeader()->resizeSection(LaneModel::Time, time);
    m_lanes->setScale({m_from, m_days, time});
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

void LaneTable::openLane(int row)
{
    const items::Lane *lane = m_model->recordAt(row);
    if (!lane)
        return;
    open(lane->keys().contains(m_lanes->reached()) ? m_lanes->reached() : lane->key());
}

void LaneTable::open(const items::ClockKey &key)
{
    if (key.record.isEmpty())
        Q_EMIT obligationChosen(key.obligation);
    else
        Q_EMIT recordChosen(key.record);
}

void LaneTable::stepSign(int step)
{
    const items::Lane *lane = m_model->recordAt(currentIndex().row());
    if (!lane)
        return;
    const QList<items::ClockKey> all = lane->keys();
    const qsizetype at = all.indexOf(m_lanes->reached());
    const qsizetype next
        = at < 0 ? (step > 0 ? 0 : all.size() - 1) : std::clamp(at + step, qsizetype(0), all.size() - 1);
    m_lanes->setReached(all.at(next));
    viewport()->update();
    const QRect cell = visualRect(m_model->index(currentIndex().row(), LaneModel::Time));
    QToolTip::showText(viewport()->mapToGlobal(cell.bottomLeft()),
                       items::plainToolTip(m_lanes->sentenceOf(currentIndex().row(), all.at(next))), this, cell);
}

void LaneTable::keyPressEvent(QKeyEvent *event)
{
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const int step = event->key() == Qt::Key_Left ? -1 : 1;
    if (sideways && event->modifiers().testFlag(Qt::ShiftModifier))
        stepSign(step);
    else if (sideways)
        Q_EMIT stepped(step);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openLane(currentIndex().row());
    else
        QTableView::keyPressEvent(event);
}

void LaneTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void LaneTable::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        selectRow(0);
    QTableView::focusInEvent(event);
}

void LaneTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const QRect cell = visualRect(index);
    const QPoint where = event->pos() - cell.topLeft();
    if (index.column() == LaneModel::Time) {
        const LanePicture picture = m_lanes->pictureOf(index.row(), cell.height());
        for (const LaneSign &sign : picture.signs) {
            if (sign.where.adjusted(-4, -8, 4, 8).contains(where))
                return open(sign.keys.constFirst());
        }
    }
    openLane(index.row());
}

} // namespace tocsin::views
