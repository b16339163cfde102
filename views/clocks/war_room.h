// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/clock_marks.h"
#include "shared/case_context.h"

#include <QWidget>

class QLabel;
class QTimer;

namespace tocsin::views {

class ElidedLabel;
class WarRoomRow;

/// A window of its own for a second screen: the next dates of the incident in type that is read across a room. It
/// counts by itself: each minute, each second only while less than an hour is left of a date. Its owner is a page, so
/// that it goes when the window locks. F11 fills the screen, Escape leaves.
class WarRoom final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostRows = 8;

    explicit WarRoom(CaseContext &context);

    /// Milliseconds until something that is shown changes, by the case's clock; a minute at most.
    [[nodiscard]] qint64 untilNextTick() const;
    /// On the second screen if there is one, else beside the window. A person who opens it works in it; one who comes
    /// back to the window finds the keyboard there.
    enum class Keyboard { Comes, Stays };
    void open(const QWidget &beside, Keyboard keyboard = Keyboard::Comes);

public Q_SLOTS:
    /// What a minute does.
    void tick();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void load();
    void forget();
    [[nodiscard]] QString nothingText(bool any) const;
    void showRows();
    void layOut();
    void alignFigures();
    [[nodiscard]] QList<items::ClockMark> nextDates(const Instant &now) const;

    CaseContext &m_context;
    QList<casework::ObligationRecord> m_records;
    IncidentId m_of; ///< whose records they are; null while they are still being read
    QString m_problem; ///< why they cannot be read
    QByteArray m_zone; ///< of the facts
    QTimer *m_timer;
    ElidedLabel *m_title;
    QLabel *m_time;
    QLabel *m_nothing;
    QLabel *m_footer;
    QList<WarRoomRow *> m_rows;
    int m_shown = 0;
};

} // namespace tocsin::views
