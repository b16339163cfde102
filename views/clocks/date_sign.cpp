// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/date_sign.h"

#include "shared/style_sheet.h"
#include "shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tocsin::views {

using items::DateKind;

namespace {

constexpr int kSign = 14;

/// One sign, for the legend.
class SignBox final : public QWidget
{
public:
    SignBox(DateKind kind, QWidget *parent) : QWidget(parent), m_kind(kind) { setFixedSize(kSign, kSign); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintDateSign(painter, rect(), m_kind);
    }

private:
    DateKind m_kind;
};

void paintDiamond(QPainter &painter, const QRectF &box, const QColor &ink, const QColor &ground)
{
    const QPointF middle = box.center();
    painter.setPen(QPen(ink, 1.6));
    painter.setBrush(ground);
    painter.drawPolygon(QPolygonF{QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()),
                                  QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())});
}

void paintCheck(QPainter &painter, const QRectF &box, const QColor &ink)
{
    painter.setPen(QPen(ink, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at
        = [&box](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    painter.drawPolyline(QPolygonF{at(0.08, 0.55), at(0.38, 0.85), at(0.92, 0.18)});
}

void paintAlarm(QPainter &painter, const QRectF &box, const Colors &c)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.alarm);
    painter.drawRoundedRect(box, 3, 3);
    QFont font = typeFont(TypeStyle::Strong);
    font.setPixelSize(int(box.height() * 0.9));
    painter.setFont(font);
    painter.setPen(c.onAlarm);
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("!"));
}

void paintTriangle(QPainter &painter, const QRectF &box, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{box.topLeft(), QPointF(box.right(), box.center().y()), box.bottomLeft()});
}

} // namespace

void paintDateSign(QPainter &painter, const QRectF &where, DateKind kind)
{
    const Colors &c = activeColors();
    const QColor ink = c.ink(items::dateKindTone(kind));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = where.adjusted(1, 1, -1, -1);
    switch (kind) {
    case DateKind::Target:
        paintDiamond(painter, box, ink, c.surface);
        break;
    case DateKind::Limit:
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case DateKind::Met:
        paintCheck(painter, box, ink);
        break;
    case DateKind::Late:
        paintAlarm(painter, box, c);
        break;
    case DateKind::Keep:
        paintTriangle(painter, box, ink);
        break;
    }
    painter.restore();
}

DateLegend::DateLegend(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    for (const DateKind kind : {DateKind::Late, DateKind::Limit, DateKind::Target, DateKind::Met, DateKind::Keep}) {
        layout->addWidget(new SignBox(kind, this));
        auto *word = makeLabel(items::dateKindWord(kind), TypeStyle::Small, this);
        setMuted(*word);
        layout->addWidget(word);
        layout->addSpacing(metrics::space(1));
    }
    layout->addStretch(1);
}

} // namespace tocsin::views
