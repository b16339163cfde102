// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item_roles.h"

#include <QColor>
#include <QFont>
#include <QMargins>
#include <QString>

class QApplication;
class QPalette;

namespace tocsin::views {

/// What a person chooses. System follows the desktop's palette: dark if its window is darker than its text.
enum class ThemeChoice { System, Light, Dark, HighContrast };

/// What is then shown.
enum class Scheme { Light, Dark, HighContrast };

using items::Tone;

/// The colours of one scheme, by purpose. Nothing else in views/ names a colour.
struct Colors
{
    QColor window; ///< behind the cards
    QColor surface; ///< cards, strip, status line, fields
    QColor sunken; ///< tracks of bars, ground of a page preview
    QColor line; ///< edges of cards and buttons
    QColor hairline; ///< between rows
    QColor field; ///< edges of fields: 3:1 against the surface
    QColor text; ///< what is read first
    QColor muted; ///< second lines, headings of columns
    QColor accent; ///< links, primary buttons, progress
    QColor onAccent; ///< text on the accent
    QColor hover; ///< a control under the pointer
    QColor selection; ///< the chosen row
    QColor focus; ///< the ring around what has the keyboard: 3:1 against the surface
    QColor rail; ///< the rail of pages
    QColor railText; ///< a page in the rail
    QColor railHeading; ///< a section in the rail
    QColor railActive; ///< the open page
    QColor railStrong; ///< text of the open page, the name on top, counts
    QColor railMark; ///< the mark beside the open page, and the ring of focus in the rail
    QColor railCount; ///< ground of a count in the rail
    QColor neutralFill;
    QColor neutralText;
    QColor okFill;
    QColor okText;
    QColor warningFill;
    QColor warningText;
    QColor dangerFill;
    QColor dangerText;
    QColor alarm; ///< solid: a count that is late
    QColor onAlarm; ///< text on alarm

    [[nodiscard]] QColor accentHover() const; ///< a primary button under the pointer
    [[nodiscard]] QColor fill(Tone tone) const;
    [[nodiscard]] QColor ink(Tone tone) const;
};

/// Lengths in pixels. Spacing comes in steps of the grid.
namespace metrics {
inline constexpr int kGrid = 8;
inline constexpr int kControl = 36; ///< height of buttons and fields
inline constexpr int kCardRadius = 6; ///< corners of cards
inline constexpr int kRadius = 4; ///< corners of buttons, fields, badges
inline constexpr int kRailWide = 208; ///< the rail with words
inline constexpr int kRailNarrow = 64; ///< the rail with icons only
inline constexpr int kStripHeight = 64; ///< the clock on top
inline constexpr int kStatusHeight = 28;
inline constexpr int kRow = 54; ///< a row of two lines
inline constexpr int kIcon = 18;
/// Steps of the grid in pixels.
constexpr int space(int steps)
{
    return steps * kGrid;
}
/// Around the content of a page.
inline constexpr QMargins kPage(space(3), space(2), space(3), space(2));
} // namespace metrics

/// The sizes of type, all in the system font.
enum class TypeStyle {
    Body, ///< 14 px
    Small, ///< 13 px: second lines, status
    Caption, ///< 11 px, spaced: sections of the rail
    Strong, ///< 14 px bold: titles of cards, first lines
    Title, ///< 17 px bold: the incident, a page
    Figure, ///< 24 px bold: the day of the clock
};

/// The font of a style, made from the application's. Digits have one width (tabular numerals).
QFont typeFont(TypeStyle style);

/// The colours of a scheme.
const Colors &colors(Scheme scheme);

/// The colours that apply() put in force.
const Colors &activeColors();
Scheme activeScheme();

/// What a choice means on a desktop with this palette.
Scheme schemeFor(ThemeChoice choice, const QPalette &desktop);

/// Puts style, font, palette and style sheet in force. Widgets that paint themselves learn of it by a palette change.
/// Call once before the first window, and again whenever the person or the desktop changes the theme.
void applyTheme(QApplication &app, ThemeChoice choice);

/// Contrast of two opaque colours, 1 to 21. Source: WCAG 2.1, 1.4.3 and its definition of relative luminance.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace tocsin::views
