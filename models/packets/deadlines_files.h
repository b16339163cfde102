// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "notices/document/document.h"
#include "packets/packet_contents.h"

namespace tocsin::packets {

/// The deadlines of an incident with their reasons, to print: the section of a packet, under a head that says of what,
/// when and by whom it was made.
notices::Document deadlinesDocument(const PacketContents &contents, const Instant &made, const QString &madeBy);

/// Writes that document and notes the export in the ledger; gives the number of pages. Replaces a file of that name.
/// Fails with NotAllowed without the right deadlines.export, NotFound for the incident, or Io. Blocks: call it from a
/// job.
Result<int> writeDeadlinesPdf(casework::CaseFile &file, IncidentId incident, const QString &path,
                              const Progress &progress);

/// Writes the dated duties as an iCalendar file, as dates count: with counsel's where there are some. The calendar
/// names the incident by its reference alone, and leaves counsel's reasons out, since both may say too much where
/// others see it. Replaces a file of that name and fails as writeDeadlinesPdf() does. Blocks: call it from a job.
Result<> writeDeadlinesCalendar(casework::CaseFile &file, IncidentId incident, const QString &path,
                                const Progress &progress);

} // namespace tocsin::packets
