// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/clock_bar.h"

#include <QFrame>
#include <QList>

class QLabel;
class QPushButton;
class QToolButton;

namespace tocsin::views {

class ElidedLabel;

/// The open incident as the strip shows it.
struct IncidentHeader
{
    QString id;
    QString title; ///< "2026-004 Order export left readable"
    QString line; ///< "Failed audit, third party · discovered Tue 3 Mar 2026, 10:15 CST"
    IncidentClock clock;
};

/// Another incident of the store, for the switcher.
struct IncidentChoice
{
    QString id;
    QString title;
    QString status;
};

/// The strip on top, always there: incident, clock, role, lock.
class TopStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit TopStrip(QWidget *parent = nullptr);

    void setIncident(const IncidentHeader &incident);
    /// The store has no open incident yet: a sentence instead of a clock.
    void setNoIncident(const QString &sentence);
    void setIncidents(const QList<IncidentChoice> &incidents);
    void setRole(const QString &role);
    /// Takes every word of the case away.
    void clear();
    /// Less beside the clock, for narrow windows.
    void setNarrow(bool narrow);
    void focusFirst();

Q_SIGNALS:
    void lockRequested();
    void incidentChosen(const QString &id);
    void tickChosen(const QString &id);

private:
    void showClock(bool visible);

    ElidedLabel *m_title;
    ElidedLabel *m_line;
    QToolButton *m_switch;
    QLabel *m_big;
    QLabel *m_beside;
    ClockBar *m_bar;
    QLabel *m_left;
    QLabel *m_leftUnit;
    QLabel *m_role;
    QPushButton *m_lock;
    bool m_narrow = false;
};

} // namespace tocsin::views
