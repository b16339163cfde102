// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/timeline.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDateTimeEdit;

namespace tocsin::views {

/// When something happened, and how surely that is known: now, at a time, about a time, or nobody knows.
class WhenField : public QWidget
{
    Q_OBJECT

public:
    /// With `offersNow` it begins with "Now"; without, it begins with a time. `now` fills the time in, and its zone is
    /// the one that the time is meant in.
    WhenField(bool offersNow, const Instant &now, QWidget *parent = nullptr);

    void set(const Instant &at, casework::Precision precision);
    void setNow(const Instant &now);
    /// Absent for "Now", and where the time is not known.
    [[nodiscard]] std::optional<Instant> at() const;
    [[nodiscard]] casework::Precision precision() const;

private:
    QComboBox *m_kind;
    QDateTimeEdit *m_time;
    QByteArray m_zone;

    void fill(const Instant &at);
};

} // namespace tocsin::views
