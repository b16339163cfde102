// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace tocsin::views {

/// Teaches assistive technology what our own widgets are: a notice is an alert, a card a group, the clock a progress
/// bar. Safe to call again.
void installAccessibility();

/// Says a sentence to assistive technology as an alert from this widget.
void announce(QWidget &widget, const QString &sentence);

/// The word that assistive technology says for a widget: its name, or what it shows.
QString accessibleLabel(QWidget &widget);

} // namespace tocsin::views
