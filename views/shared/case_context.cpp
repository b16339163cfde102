// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/case_context.h"

#include <chrono>

namespace tocsin::views {

CaseContext::CaseContext(casework::CaseFile *file, QByteArray zone, QObject *parent)
    : QObject(parent), m_file(file), m_zone(std::move(zone))
{
    using namespace std::chrono_literals;
    connect(&m_minute, &QTimer::timeout, this, &CaseContext::minutePassed);
    m_minute.start(1min);
}

void CaseContext::setIncident(IncidentId incident, const QString &reference)
{
    if (m_incident == incident && m_reference == reference)
        return;
    m_incident = incident;
    m_reference = reference;
    Q_EMIT incidentChanged();
}

void CaseContext::setZone(const QByteArray &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    Q_EMIT zoneChanged();
}

} // namespace tocsin::views
