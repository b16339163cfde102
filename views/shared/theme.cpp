// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/theme.h"

#include "shared/accessibility.h"
#include "shared/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPalette>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace tocsin::views {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kSchemeProperty = "tocsinScheme";
constexpr auto kDesktopProperty = "tocsinDesktopPalette";

const Colors kLight{
    .window = 0xfbfbf9,
    .surface = 0xffffff,
    .sunken = 0xe9edf0,
    .line = 0xdfe3e8,
    .hairline = 0xeef0f2,
    .field = 0x86919d,
    .text = 0x1b2430,
    .muted = 0x5b6675,
    .accent = 0x0b5a6b,
    .onAccent = 0xffffff,
    .hover = 0xf1f4f5,
    .selection = 0xe3f0f2,
    .focus = 0x0f7f99,
    .rail = 0x142029,
    .railText = 0xcfd8df,
    .railHeading = 0x93a3ae,
    .railActive = 0x20414c,
    .railStrong = 0xffffff,
    .railMark = 0x6cc3d5,
    .railCount = 0x33505b,
    .neutralFill = 0xeef1f4,
    .neutralText = 0x566170,
    .okFill = 0xe3f2e8,
    .okText = 0x22663f,
    .warningFill = 0xfdf1d8,
    .warningText = 0x825500,
    .dangerFill = 0xfbe6e4,
    .dangerText = 0xa3261e,
    .alarm = 0xa3261e,
    .onAlarm = 0xffffff,
};

const Colors kDark{
    .window = 0x10181e,
    .surface = 0x18232b,
    .sunken = 0x2b3943,
    .line = 0x2e3c46,
    .hairline = 0x25323b,
    .field = 0x74838f,
    .text = 0xe7ecf0,
    .muted = 0xa9b6c0,
    .accent = 0x6cc3d5,
    .onAccent = 0x06222a,
    .hover = 0x22303a,
    .selection = 0x1d414c,
    .focus = 0x7fd3e4,
    .rail = 0x0b1217,
    .railText = 0xcfd8df,
    .railHeading = 0x8d9daa,
    .railActive = 0x1b3741,
    .railStrong = 0xffffff,
    .railMark = 0x6cc3d5,
    .railCount = 0x2c464f,
    .neutralFill = 0x2a3741,
    .neutralText = 0xbfcad3,
    .okFill = 0x17382a,
    .okText = 0x86d8a8,
    .warningFill = 0x3f3012,
    .warningText = 0xf0c46a,
    .dangerFill = 0x47201d,
    .dangerText = 0xffa79f,
    .alarm = 0xb8352c,
    .onAlarm = 0xffffff,
};

const Colors kHighContrast{
    .window = 0x000000u,
    .surface = 0x000000u,
    .sunken = 0x404040,
    .line = 0xffffff,
    .hairline = 0x8c8c8c,
    .field = 0xffffff,
    .text = 0xffffff,
    .muted = 0xe6e6e6,
    .accent = 0xffe14d,
    .onAccent = 0x000000u,
    .hover = 0x262626,
    .selection = 0x00374a,
    .focus = 0x4de1ff,
    .rail = 0x000000u,
    .railText = 0xffffff,
    .railHeading = 0xe6e6e6,
    .railActive = 0x00374a,
    .railStrong = 0xffffff,
    .railMark = 0xffe14d,
    .railCount = 0x303030,
    .neutralFill = 0x262626,
    .neutralText = 0xffffff,
    .okFill = 0x00260f,
    .okText = 0x8dffb7,
    .warningFill = 0x332600,
    .warningText = 0xffdd66,
    .dangerFill = 0x3a0000,
    .dangerText = 0xffb3ad,
    .alarm = 0x9e0000,
    .onAlarm = 0xffffff,
};

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

bool hasTabularDigits(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double zero = metrics.horizontalAdvance(u'0');
    const QString others = u"123456789"_s;
    return std::all_of(others.begin(), others.end(),
                       [&](QChar digit) { return std::abs(metrics.horizontalAdvance(digit) - zero) < 0.01; });
}

/// The system's font; if its digits differ in width, the first of the families that Tocsin asks for whose digits do
/// not.
QFont baseFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(14);
    for (const QString &family : {u"Noto Sans"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s}) {
        if (hasTabularDigits(font))
            break;
        font.setFamily(family);
    }
    return font;
}

QPalette paletteFor(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.hover);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAlarm);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Light, c.hairline);
    palette.setColor(QPalette::Midlight, c.hairline);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.field);
    palette.setColor(QPalette::Shadow, c.field);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    return palette;
}

/// The desktop's palette as it was before Tocsin put its own in force.
QPalette desktopPalette(QApplication &app)
{
    if (!app.property(kDesktopProperty).isValid())
        app.setProperty(kDesktopProperty, app.palette());
    return app.property(kDesktopProperty).value<QPalette>();
}

} // namespace

QColor Colors::accentHover() const
{
    return accent.lightness() < 128 ? accent.lighter(118) : accent.lighter(108);
}

QColor Colors::fill(Tone tone) const
{
    switch (tone) {
    case Tone::Ok:
        return okFill;
    case Tone::Warning:
        return warningFill;
    case Tone::Danger:
        return dangerFill;
    case Tone::Neutral:
        break;
    }
    return neutralFill;
}

QColor Colors::ink(Tone tone) const
{
    switch (tone) {
    case Tone::Ok:
        return okText;
    case Tone::Warning:
        return warningText;
    case Tone::Danger:
        return dangerText;
    case Tone::Neutral:
        break;
    }
    return neutralText;
}

QFont typeFont(TypeStyle style)
{
    QFont font = QApplication::font();
    const auto set = [&font](int pixels, QFont::Weight weight) {
        font.setPixelSize(pixels);
        font.setWeight(weight);
    };
    switch (style) {
    case TypeStyle::Body:
        set(14, QFont::Normal);
        break;
    case TypeStyle::Small:
        set(13, QFont::Normal);
        break;
    case TypeStyle::Caption:
        set(11, QFont::Normal);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
        break;
    case TypeStyle::Strong:
        set(14, QFont::Bold);
        break;
    case TypeStyle::Title:
        set(17, QFont::Bold);
        break;
    case TypeStyle::Figure:
        set(24, QFont::Bold);
        break;
    }
    return font;
}

const Colors &colors(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Dark:
        return kDark;
    case Scheme::HighContrast:
        return kHighContrast;
    case Scheme::Light:
        break;
    }
    return kLight;
}

Scheme activeScheme()
{
    return static_cast<Scheme>(qApp->property(kSchemeProperty).toInt());
}

const Colors &activeColors()
{
    return colors(activeScheme());
}

Scheme schemeFor(ThemeChoice choice, const QPalette &desktop)
{
    switch (choice) {
    case ThemeChoice::Light:
        return Scheme::Light;
    case ThemeChoice::Dark:
        return Scheme::Dark;
    case ThemeChoice::HighContrast:
        return Scheme::HighContrast;
    case ThemeChoice::System:
        break;
    }
    const bool dark = desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
    return dark ? Scheme::Dark : Scheme::Light;
}

void applyTheme(QApplication &app, ThemeChoice choice)
{
    const Scheme scheme = schemeFor(choice, desktopPalette(app));
    const Colors &c = colors(scheme);
    installAccessibility();
    app.setProperty(kSchemeProperty, static_cast<int>(scheme));
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(baseFont());
    QApplication::setPalette(paletteFor(c));
    app.setStyleSheet(styleSheet(c));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace tocsin::views
