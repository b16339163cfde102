// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rail.h"

#include "shared/icons.h"
#include "shared/page.h"
#include "shared/style_sheet.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kButtonHeight = 34;
constexpr int kMost = 999;

QString countText(int count)
{
    return count > kMost ? u"999+"_s : QString::number(count);
}

} // namespace

RailButton::RailButton(const QString &pageId, const QString &title, const QString &icon, QWidget *parent)
    : QAbstractButton(parent), m_pageId(pageId), m_icon(icon)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCount(0, Tone::Neutral, {});
}

void RailButton::setCount(int count, Tone tone, const QString &words)
{
    m_count = count;
    m_tone = tone;
    m_countWords = words;
    setAccessibleName(count > 0 ? tr("%1, %2").arg(text(), words) : text());
    setToolTip(m_narrow ? accessibleName() : words);
    update();
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setToolTip(m_narrow ? accessibleName() : m_countWords);
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    return {m_narrow ? metrics::kRailNarrow - metrics::space(2) : metrics::kRailWide - metrics::space(2),
            kButtonHeight};
}

bool RailButton::event(QEvent *event)
{
    const bool looksChange = event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave
        || event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut;
    if (looksChange)
        update();
    return QAbstractButton::event(event);
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Colors &c = activeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF box = QRectF(rect()).adjusted(0, 1, 0, -1);
    if (isChecked()) {
        // The mark is the same rounded box, showing three pixels of itself at the left of the one on top.
        painter.setBrush(c.railMark);
        painter.drawRoundedRect(box, metrics::kRadius, metrics::kRadius);
        painter.setBrush(c.railActive);
        painter.drawRoundedRect(box.adjusted(3, 0, 0, 0), metrics::kRadius, metrics::kRadius);
    }
    const QColor ink = isChecked() || underMouse() ? c.railStrong : c.railText;
    const int iconLeft = m_narrow ? (width() - metrics::kIcon) / 2 : 12;
    drawIcon(painter, m_icon, {iconLeft, (height() - metrics::kIcon) / 2, metrics::kIcon, metrics::kIcon}, ink);
    if (!m_narrow) {
        painter.setPen(ink);
        painter.setFont(typeFont(TypeStyle::Body));
        const int left = iconLeft + metrics::kIcon + 10;
        const QRect words(left, 0, width() - left - (m_count > 0 ? 48 : 8), height());
        painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }
    paintCount(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.railMark, 2));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), metrics::kRadius, metrics::kRadius);
    }
}

void RailButton::paintCount(QPainter &painter) const
{
    if (m_count <= 0)
        return;
    const Colors &c = activeColors();
    const bool alarm = m_tone == Tone::Danger;
    QFont font = typeFont(TypeStyle::Small);
    font.setPixelSize(m_narrow ? 10 : 12);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    const QString text = countText(m_count);
    const int tall = m_narrow ? 15 : 20;
    const int wide
        = std::max(tall + (m_narrow ? 0 : 3), painter.fontMetrics().horizontalAdvance(text) + (m_narrow ? 8 : 14));
    const QRectF box = m_narrow ? QRectF(width() - wide - 1, 0, wide, tall)
                                : QRectF(width() - wide - 10, (height() - tall) / 2.0, wide, tall);
    painter.setPen(Qt::NoPen);
    painter.setBrush(alarm ? c.alarm : c.railCount);
    painter.drawRoundedRect(box, tall / 2.0, tall / 2.0);
    painter.setPen(alarm ? c.onAlarm : c.railStrong);
    painter.drawText(box, Qt::AlignCenter, text);
}

Rail::Rail(QWidget *parent)
    : QFrame(parent), m_name(makeLabel(u"Tocsin"_s, TypeStyle::Title, this)), m_scroll(new QScrollArea(this))
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Pages"));
    m_name->setObjectName(u"name"_s);
    m_name->setContentsMargins(20, 14, 8, 12);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_name);
    layout->addWidget(m_scroll, 1);
    setNarrow(false);
}

void Rail::setPages(const QList<Page *> &pages)
{
    clear();
    auto *content = new QWidget;
    content->setObjectName(u"pages"_s);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(metrics::space(1), 0, metrics::space(1), metrics::space(1));
    m_layout->setSpacing(2);
    QString section;
    for (Page *page : pages) {
        if (page->info().section != section)
            addHeading(page->info().section);
        section = page->info().section;
        addPage(*page);
    }
    m_layout->addStretch(1);
    m_scroll->setWidget(content);
    setNarrow(m_narrow);
}

void Rail::clear()
{
    m_buttons.clear();
    m_headings.clear();
    delete m_scroll->takeWidget();
}

void Rail::addHeading(const QString &section)
{
    auto *heading = makeLabel(section.toUpper(), TypeStyle::Caption);
    heading->setAccessibleName(section);
    heading->setContentsMargins(12, 14, 0, 6);
    m_layout->addWidget(heading);
    m_headings << heading;
}

void Rail::addPage(Page &page)
{
    auto *button = new RailButton(page.info().id, page.info().title, page.info().icon);
    button->installEventFilter(this);
    m_layout->addWidget(button);
    m_buttons << button;
    const auto showCount = [button, &page] { button->setCount(page.count(), page.countTone(), page.countWords()); };
    connect(&page, &Page::countChanged, button, showCount);
    connect(button, &RailButton::clicked, this, [this, button] { Q_EMIT pageChosen(button->pageId()); });
    showCount();
}

void Rail::setCurrent(const QString &pageId)
{
    for (RailButton *button : std::as_const(m_buttons)) {
        const bool current = button->pageId() == pageId;
        button->setChecked(current);
        // One stop for Tab: the open page. The arrows reach the others.
        button->setFocusPolicy(current ? Qt::TabFocus : Qt::NoFocus);
        if (current)
            m_scroll->ensureWidgetVisible(button, 0, metrics::space(2));
    }
}

void Rail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth(narrow ? metrics::kRailNarrow : metrics::kRailWide);
    m_name->setText(narrow ? u"T"_s : u"Tocsin"_s);
    m_name->setContentsMargins(narrow ? 26 : 20, 14, 8, 12);
    for (RailButton *button : std::as_const(m_buttons))
        button->setNarrow(narrow);
    for (QLabel *heading : std::as_const(m_headings))
        heading->setVisible(!narrow);
}

void Rail::focusCurrent()
{
    for (RailButton *button : std::as_const(m_buttons)) {
        if (button->isChecked())
            button->setFocus(Qt::TabFocusReason);
    }
}

bool Rail::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool opens = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Down)
        moveFocus(1);
    else if (key->key() == Qt::Key_Up)
        moveFocus(-1);
    else if (opens)
        static_cast<RailButton *>(watched)->click();
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

void Rail::moveFocus(int step)
{
    const auto focused
        = std::find_if(m_buttons.cbegin(), m_buttons.cend(), [](const RailButton *b) { return b->hasFocus(); });
    if (focused == m_buttons.cend())
        return;
    const int next = std::clamp(int(focused - m_buttons.cbegin()) + step, 0, int(m_buttons.size()) - 1);
    m_buttons[next]->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(m_buttons[next], 0, metrics::space(2));
}

} // namespace tocsin::views
