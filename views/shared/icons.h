// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/theme.h"

#include <QIcon>

class QPainter;
class QRect;

namespace tocsin::views {

/// The colour an icon takes, read from the theme whenever it is painted.
enum class IconInk { Text, Muted, Accent, OnAccent, Ok, Warning, Danger, Rail, RailActive };

/// The icon of a name in resources/icons ("lock", "search"), without ".svg". An unknown name gives a null icon.
QIcon themedIcon(const QString &name, IconInk ink = IconInk::Text);

/// Draws such an icon straight away, in any colour.
void drawIcon(QPainter &painter, const QString &name, const QRect &where, const QColor &color);

/// The icon that stands for a tone: info, check, alert.
QString toneIcon(Tone tone);
IconInk toneInk(Tone tone);

} // namespace tocsin::views
