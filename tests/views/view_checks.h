// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QWidget;

namespace tocsin::viewchecks {

/// Visible, enabled controls below a widget that take focus but have no accessible name: one line each, empty is good.
QStringList unnamedControls(QWidget &root);

/// Visible labels and buttons below a widget that are smaller than their text: one line each, empty is good. Labels
/// that elide on purpose and offer the whole text as tool tip are left out.
QStringList clippedTexts(QWidget &root);

/// Every text a person could see or hear below a widget: labels, buttons, fields, rows of item views, names, tool tips,
/// the window's title.
QStringList visibleTexts(QWidget &root);

/// The visible texts that hold a word, for "a locked window shows nothing of the case".
QStringList textsWith(QWidget &root, const QString &word);

/// Presses Tab until the focus comes round, beginning where it is; gives what had the focus on the way.
QList<QWidget *> tabRound(QWidget &window);

/// Controls that the keyboard cannot reach: visible and enabled, yet not in tabRound(). One line each, empty is good.
/// Buttons of one group count as reached if one of them is; arrows reach the others.
QStringList unreachableControls(QWidget &window);

/// Visible tables, boards and columns that are wider than their place: one line each, empty is good.
QStringList sidewaysScrolls(QWidget &root);

/// Stops of Tab that look the same with and without the keyboard: one line each, empty is good.
QStringList invisibleFocus(QWidget &window);

/// A widget as a line of a failure message: class, object name, what it says.
QString describe(const QWidget &widget);

/// Shows a window at a size and waits until it is there and active.
bool showAt(QWidget &window, int width, int height);

} // namespace tocsin::viewchecks
