// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/war_room_row.h"

#include "items/countdown.h"
#include "items/duty_wording.h"
#include "items/wording.h"
#include "shared/elided_label.h"
#include "shared/style_sheet.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using items::ClockMark;
using State = ClockMark::State;

namespace {

constexpr int kEdge = 12; ///< the bar at the left of a row that is urgent

/// What an amber or red row says in a word.
QString wordOf(State state)
{
    switch (state) {
    case State::Late:
        return WarRoomRow::tr("! Late");
    case State::Today:
        return WarRoomRow::tr("! Today");
    case State::Soon:
        return WarRoomRow::tr("Soon");
    case State::Ahead:
    case State::Met:
    case State::Keep:
        break;
    }
    return {};
}

QString whatOf(const ClockMark &mark)
{
    const QString when = mark.due.instant ? items::momentText(*mark.due.instant) : items::fullDate(mark.day());
    return mark.title.isEmpty() ? when : QString(when + u" · "_s + mark.title);
}

} // namespace

void setFontSize(QWidget &widget, double pixels, bool bold)
{
    QFont font = typeFont(bold ? TypeStyle::Strong : TypeStyle::Body);
    font.setPixelSize(std::max(12, int(pixels)));
    widget.setFont(font);
}

WarRoomRow::WarRoomRow(QWidget *parent)
    : QWidget(parent)
    , m_word(makeLabel({}, TypeStyle::Strong, this))
    , m_figure(makeLabel({}, TypeStyle::Strong, this))
    , m_unit(makeLabel({}, TypeStyle::Body, this))
    , m_whom(new ElidedLabel(this))
    , m_what(new ElidedLabel(this))
{
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(m_whom);
    words->addWidget(m_what);
    words->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kEdge + metrics::space(3), 0, metrics::space(3), 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(m_figure, 0, Qt::AlignVCenter);
    layout->addWidget(m_unit, 0, Qt::AlignVCenter);
    layout->addSpacing(metrics::space(2));
    layout->addLayout(words, 1);
    layout->addWidget(m_word, 0, Qt::AlignVCenter);
}

void WarRoomRow::showMark(const ClockMark &mark, const Instant &now, const QByteArray &zone)
{
    const items::Countdown left = items::countdown(mark.due, now, zone);
    m_tone = mark.tone;
    m_word->setText(wordOf(mark.state));
    m_word->setVisible(!m_word->text().isEmpty());
    m_figure->setText(left.figure);
    m_unit->setText(left.unit);
    m_whom->setFullText(mark.whom);
    m_what->setFullText(whatOf(mark));
    setAccessibleName(u"%1: %2, %3"_s.arg(mark.whom, left.sentence, whatOf(mark)));
    showColors();
}

void WarRoomRow::setRowHeight(int height)
{
    setFontSize(*m_figure, height * 0.52, true);
    setFontSize(*m_unit, height * 0.28, false);
    setFontSize(*m_whom, height * 0.38, true);
    setFontSize(*m_what, height * 0.25, false);
    setFontSize(*m_word, height * 0.34, true);
}

int WarRoomRow::figureWidth() const
{
    return m_figure->fontMetrics().horizontalAdvance(m_figure->text()) + metrics::space(1);
}

int WarRoomRow::unitWidth() const
{
    return m_unit->fontMetrics().horizontalAdvance(m_unit->text()) + metrics::space(1);
}

void WarRoomRow::setWidths(int figure, int unit)
{
    m_figure->setFixedWidth(figure);
    m_unit->setFixedWidth(unit);
}

void WarRoomRow::showColors()
{
    const bool urgent = m_tone == items::Tone::Danger || m_tone == items::Tone::Warning;
    for (QLabel *label : {m_figure, m_word}) {
        if (urgent)
            setTone(*label, m_tone);
        else
            setMuted(*label, false);
    }
    update();
}

void WarRoomRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

void WarRoomRow::paintEvent(QPaintEvent *)
{
    const Colors &c = activeColors();
    QPainter painter(this);
    const bool urgent = m_tone == items::Tone::Danger || m_tone == items::Tone::Warning;
    const QRect box = rect().adjusted(0, 0, 0, -metrics::space(1));
    painter.fillRect(box, urgent ? c.fill(m_tone) : c.surface);
    painter.fillRect(QRect(box.left(), box.top(), kEdge, box.height()), urgent ? c.ink(m_tone) : c.line);
}

} // namespace tocsin::views
