// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/clock_marks.h"

#include <QWidget>

class QPainter;

namespace tocsin::views {

/// Draws the sign of a kind of date: a diamond for a target, a disc for a limit, a check for what was met, an
/// exclamation mark on red for what is late, a triangle for the end of keeping.
void paintDateSign(QPainter &painter, const QRectF &where, items::DateKind kind);

/// What the signs mean, in a row. Assistive technology hears the words.
class DateLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit DateLegend(QWidget *parent = nullptr);
};

} // namespace tocsin::views
