// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/facts_record.h"
#include "casework/store_access.h"
#include "law/facts.h"

namespace tocsin::casework {

enum class IncidentStatus { Triage, Containment, Investigation, Notification, Remediation, Closed };
enum class IncidentKind { FailedAudit, Breach, Both };

QString statusToken(IncidentStatus status);
QString statusName(IncidentStatus status);
Result<IncidentStatus> statusFromToken(const QString &token);
QString kindToken(IncidentKind kind);
QString kindName(IncidentKind kind);
Result<IncidentKind> kindFromToken(const QString &token);

/// The narrative that notices and packets quote.
struct IncidentStory
{
    QString summary = {}; ///< what happened, in a few plain sentences
    QString whatWeAreDoing = {}; ///< investigation, mitigation, prevention
    friend bool operator==(const IncidentStory &, const IncidentStory &) = default;
};

struct Incident
{
    IncidentId id;
    QString reference = {}; ///< year-number, such as 2026-004
    QString title = {};
    IncidentKind kind = IncidentKind::Breach;
    IncidentStatus status = IncidentStatus::Triage;
    IncidentStory story = {};
    Instant created = {};
    PersonId createdBy = {};
};

struct IncidentsQuery
{
    using Answer = QList<Incident>;
    Result<QList<Incident>> run(Reader &reader) const;
};

/// One incident by reference. Fails with NotFound, and names those that exist.
struct IncidentByReference
{
    using Answer = Incident;
    QString reference = {};
    Result<Incident> run(Reader &reader) const;
};

struct IncidentById
{
    using Answer = Incident;
    IncidentId id;
    Result<Incident> run(Reader &reader) const;
};

/// A new incident with its first facts; its obligations are evaluated at once, and it is pinned to the packs of the
/// program (or of --law DIR). The reference takes the year of now and
/// the next number of that year.
struct CreateIncident
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("incident.create");
    QString title = {};
    IncidentKind kind = IncidentKind::Breach;
    law::Facts facts;
    IncidentStory story = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Closing needs the root causes of all findings: see checkRootCauses().
struct SetIncidentStatus
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("incident.status");
    IncidentId incident;
    IncidentStatus status = IncidentStatus::Triage;
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

struct DescribeIncident
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("incident.describe");
    IncidentId incident;
    QString title = {};
    IncidentKind kind = IncidentKind::Breach;
    IncidentStory story = {};
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
