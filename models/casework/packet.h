// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

namespace tocsin::casework {

/// An evidence packet that was built and handed out.
struct Packet
{
    PacketId id;
    IncidentId incident;
    int number = 0; ///< within the incident
    QString manifestSha256 = {}; ///< of the tag manifest, which covers every file
    qint64 ledgerCount = 0; ///< entries that its checkpoint commits to
    qint64 pages = 0;
    Instant built = {};
    QString byName = {};
};

struct PacketsQuery
{
    using Answer = QList<Packet>;
    IncidentId incident;
    Result<QList<Packet>> run(Reader &reader) const;
};

struct RecordPacket
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("packet.build");
    IncidentId incident;
    QString manifestSha256 = {};
    qint64 ledgerCount = 0;
    qint64 pages = 0;
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
