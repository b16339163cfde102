// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "shared/path_field.h"

#include <QObject>
#include <QTimer>

namespace tocsin::views {

/// What every page of an open case is made with: the store, the incident in front, and the zone that times and dates
/// are shown in. The session owns it, and it outlives the pages. Pages listen to incidentChanged() for another incident
/// and to file()->changed() for changed records, and ask for other pages with Page::navigationRequested().
class CaseContext final : public QObject
{
    Q_OBJECT

public:
    /// The file is not owned and must outlive the context. `zone` is the organization's, an IANA name.
    CaseContext(casework::CaseFile *file, QByteArray zone, QObject *parent = nullptr);

    [[nodiscard]] casework::CaseFile *file() const { return m_file; }
    [[nodiscard]] bool may(QLatin1StringView action) const { return m_file->may(action); }

    /// Null while the store has no incident.
    [[nodiscard]] IncidentId incident() const { return m_incident; }
    /// As people name it, such as 2026-004; empty while there is none.
    [[nodiscard]] const QString &reference() const { return m_reference; }
    void setIncident(IncidentId incident, const QString &reference);

    [[nodiscard]] const QByteArray &zone() const { return m_zone; }
    void setZone(const QByteArray &zone);
    /// Now, in that zone.
    [[nodiscard]] Instant now() const { return m_file->now().inZone(m_zone); }
    [[nodiscard]] QDate today() const { return now().localDate(); }

    /// How a person chooses files. The system's dialog, unless a test put another in its place.
    [[nodiscard]] const PathChooser &pathChooser() const { return m_pathChooser; }
    void setPathChooser(PathChooser chooser) { m_pathChooser = std::move(chooser); }

Q_SIGNALS:
    void incidentChanged();
    void zoneChanged();
    /// What says hours and minutes says them anew.
    void minutePassed();

private:
    QTimer m_minute;
    casework::CaseFile *m_file;
    QByteArray m_zone;
    IncidentId m_incident;
    QString m_reference;
    PathChooser m_pathChooser = systemPathChooser();
};

} // namespace tocsin::views
