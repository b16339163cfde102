// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/theme.h"

#include <QWidget>

class QPainter;

namespace tocsin::views {

/// A word on a coloured ground: "In review". Danger also carries the sign "!".
class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(Tone tone, const QString &word, QWidget *parent = nullptr);

    /// A sign alone (✓, ?, ! or –) for a row whose text already says what it is about; `meaning` is what assistive
    /// technology says and the tool tip shows.
    static Badge *sign(Tone tone, const QString &meaning, QWidget *parent = nullptr);

    void set(Tone tone, const QString &word);
    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QString word() const { return m_word; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// The size of a badge with this text, and its painting, for delegates. The text is elided to `where`.
    static QSize sizeFor(Tone tone, const QString &word);
    static void paint(QPainter &painter, const QRect &where, Tone tone, const QString &word);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QString m_word;
};

} // namespace tocsin::views
