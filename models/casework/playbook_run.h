// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/playbook.h"
#include "casework/store_access.h"
#include "casework/task.h"

#include <optional>

namespace tocsin::casework {

/// A step of a started playbook, and the task that was made of it.
struct ChecklistStep
{
    PlaybookStep step;
    Task task;
};

/// How urgent the open steps of a playbook are (see PlaybookAlarm).
enum class Alarm { None, Amber, Red };

QString alarmToken(Alarm alarm);

/// A playbook that was started for an incident, with the text it had then.
struct PlaybookRun
{
    PlaybookRunId id;
    IncidentId incident;
    Playbook playbook = {};
    Instant anchor = {}; ///< what its hours and days count from
    Instant startedAt = {};
    QString startedBy = {};
    QList<ChecklistStep> steps = {};

    [[nodiscard]] int done() const;
    [[nodiscard]] int late(const Instant &now, const QByteArray &zone) const;
    /// From the moment its hours are over, an open step that was due within them counts.
    [[nodiscard]] Alarm alarmAt(const Instant &now) const;
};

/// The playbooks of an incident that were not taken back, in the order they were started.
struct PlaybookRuns
{
    using Answer = QList<PlaybookRun>;
    IncidentId incident;
    Result<QList<PlaybookRun>> run(Reader &reader) const;
};

/// Makes a task of each step. An hour mark is a moment, a day offset a date in the zone of the facts (else of the
/// anchor). Each task belongs to the one person in the step's role, and to nobody where there are none or several.
/// Conflict if the incident has started this playbook already, or if no anchor is named and the facts know no moment of
/// discovery. Can be taken back until work on one of its tasks begins.
struct StartPlaybook
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("playbook.start");
    IncidentId incident;
    Playbook playbook;
    std::optional<Instant> anchor = {}; ///< the notice of the failure; absent: the discovery of the facts
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
