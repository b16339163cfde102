// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/theme.h"

#include <QString>

class QAbstractScrollArea;
class QLabel;
class QPushButton;
class QWidget;

namespace tocsin::views {

/// The one style sheet of the application, from a scheme's colours.
QString styleSheet(const Colors &colors);

/// What a push button is for. Plain is the default.
enum class ButtonKind {
    Plain,
    Primary, ///< the one next step of a page or form
    Link, ///< looks like a link: "All 12" in a card's title
    Danger, ///< destroys something
    Segment, ///< one of a row of filters; see SegmentedFilter
};

/// Gives a button the look of its kind.
void setButtonKind(QPushButton &button, ButtonKind kind);

/// Gives a label the muted colour of second lines.
void setMuted(QLabel &label, bool muted = true);

/// Gives a label a tone's ink, a notice its ground.
void setTone(QWidget &widget, Tone tone);

/// Shows when what scrolls has the keyboard.
void setFocusRing(QAbstractScrollArea &area);

/// Marks a field whose content cannot be used; the reason stands beside it in words.
void setInvalid(QWidget &field, bool invalid);

/// A label in a style, its text plain, never markup: text from outside may hold tags.
QLabel *makeLabel(const QString &text, TypeStyle style = TypeStyle::Body, QWidget *parent = nullptr);

/// The same, muted and wrapping.
QLabel *makeMutedLabel(const QString &text, TypeStyle style = TypeStyle::Small, QWidget *parent = nullptr);

} // namespace tocsin::views
