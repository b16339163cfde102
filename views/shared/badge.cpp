// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/badge.h"

#include <QFontMetrics>
#include <QPainter>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

QFont badgeFont()
{
    QFont font = typeFont(TypeStyle::Small);
    font.setPixelSize(12);
    font.setWeight(QFont::Bold);
    return font;
}

/// What the badge shows: a danger carries its sign, so that it does not hang on the colour red.
QString shown(Tone tone, const QString &word)
{
    const bool needsSign = tone == Tone::Danger && word.size() > 1 && !word.startsWith(u'!');
    return needsSign ? QString(u"! "_s + word) : word;
}

QString signFor(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return u"✓"_s;
    case Tone::Warning:
        return u"?"_s;
    case Tone::Danger:
        return u"!"_s;
    case Tone::Neutral:
        break;
    }
    return u"–"_s;
}

} // namespace

Badge::Badge(Tone tone, const QString &word, QWidget *parent) : QWidget(parent), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    set(tone, word);
}

Badge *Badge::sign(Tone tone, const QString &meaning, QWidget *parent)
{
    auto *badge = new Badge(tone, signFor(tone), parent);
    badge->setAccessibleName(meaning);
    badge->setToolTip(meaning);
    return badge;
}

void Badge::set(Tone tone, const QString &word)
{
    m_tone = tone;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return sizeFor(m_tone, m_word);
}

QSize Badge::sizeFor(Tone tone, const QString &word)
{
    if (word.isEmpty())
        return {0, 0};
    const QFontMetrics measure(badgeFont());
    // A pixel to spare: without it rounding would elide a word that fits.
    return {measure.horizontalAdvance(shown(tone, word)) + 2 * metrics::kGrid + 2, measure.height() + 4};
}

void Badge::paint(QPainter &painter, const QRect &where, Tone tone, const QString &word)
{
    const Colors &c = activeColors();
    const QRect box(where.topLeft(), sizeFor(tone, word).boundedTo(where.size()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(activeScheme() == Scheme::HighContrast ? QPen(c.ink(tone)) : QPen(Qt::NoPen));
    painter.setBrush(c.fill(tone));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius, metrics::kRadius);
    painter.setPen(c.ink(tone));
    painter.setFont(badgeFont());
    const QRect inner = box.adjusted(metrics::kGrid, 0, -metrics::kGrid, 0);
    const QString text = painter.fontMetrics().elidedText(shown(tone, word), Qt::ElideRight, inner.width());
    painter.drawText(inner, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_tone, m_word);
}

} // namespace tocsin::views
