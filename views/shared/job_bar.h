// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time_left.h"

#include <QElapsedTimer>
#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace tocsin::views {

class ProgressTrack;

/// Long work as a person sees it: what runs, how far it is, and a way to stop it. Hidden while nothing runs.
class JobBar : public QWidget
{
    Q_OBJECT

public:
    explicit JobBar(QWidget *parent = nullptr);

    /// Shows the bar. `text` says what is being done: "Reading the roster". Without a cancel button where work is too
    /// short or must not stop.
    void start(const QString &text, bool cancellable = true);
    /// How far the work is, in its own unit; total 0 while unknown. `unit` is a word after the figures: "letters".
    void setProgress(qint64 done, qint64 total, const QString &unit = {});
    /// Lets a person hold the work and go on with it; asked anew with each start(). The bar then tells the time left
    /// too.
    void setPausable(bool pausable);
    /// Hides the bar. What came of the work is said by a NoticeBar.
    void finish();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// Emitted once per job; the button then waits, since work stops at its next safe point.
    void cancelRequested();
    void pauseToggled(bool held);

private:
    void askToCancel();
    void togglePause();

    QLabel *m_text;
    QLabel *m_figures;
    ProgressTrack *m_track;
    QPushButton *m_cancel;
    QPushButton *m_pause;
    QString m_figuresText;
    QElapsedTimer m_clock;
    TimeLeft m_timeLeft;
    bool m_running = false;
    bool m_held = false;
};

} // namespace tocsin::views
