// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

QString iconPath(const QString &name)
{
    initIconResources();
    return u":/tocsin/icons/"_s + name + u".svg"_s;
}

QColor inkColor(IconInk ink)
{
    const Colors &c = activeColors();
    switch (ink) {
    case IconInk::Text:
        return c.text;
    case IconInk::Muted:
        return c.muted;
    case IconInk::Accent:
        return c.accent;
    case IconInk::OnAccent:
        return c.onAccent;
    case IconInk::Ok:
        return c.okText;
    case IconInk::Warning:
        return c.warningText;
    case IconInk::Danger:
        return c.dangerText;
    case IconInk::Rail:
        return c.railText;
    case IconInk::RailActive:
        return c.railStrong;
    }
    return c.text;
}

/// Paints an SVG in the ink of the theme in force, so that an icon set once follows every change.
class ThemedEngine final : public QIconEngine
{
public:
    ThemedEngine(QString name, IconInk ink) : m_name(std::move(name)), m_ink(ink) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, m_name, rect, mode == QIcon::Disabled ? activeColors().muted : inkColor(m_ink));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ThemedEngine(m_name, m_ink); }

private:
    QString m_name;
    IconInk m_ink;
};

} // namespace

QIcon themedIcon(const QString &name, IconInk ink)
{
    if (!QFile::exists(iconPath(name)))
        return {};
    return QIcon(new ThemedEngine(name, ink));
}

void drawIcon(QPainter &painter, const QString &name, const QRect &where, const QColor &color)
{
    QSvgRenderer renderer(iconPath(name));
    if (!renderer.isValid())
        return;
    const qreal ratio = painter.device()->devicePixelRatioF();
    QPixmap pixmap((QSizeF(where.size()) * ratio).toSize());
    pixmap.fill(Qt::transparent);
    QPainter shape(&pixmap);
    shape.setRenderHint(QPainter::Antialiasing);
    renderer.render(&shape);
    shape.setCompositionMode(QPainter::CompositionMode_SourceIn);
    shape.fillRect(pixmap.rect(), color);
    shape.end();
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(where, pixmap);
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return u"check"_s;
    case Tone::Warning:
    case Tone::Danger:
        return u"alert"_s;
    case Tone::Neutral:
        break;
    }
    return u"info"_s;
}

IconInk toneInk(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return IconInk::Ok;
    case Tone::Warning:
        return IconInk::Warning;
    case Tone::Danger:
        return IconInk::Danger;
    case Tone::Neutral:
        break;
    }
    return IconInk::Text;
}

} // namespace tocsin::views
