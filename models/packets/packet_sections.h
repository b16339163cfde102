// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/document_parts.h"
#include "packets/packet_contents.h"

namespace tocsin::packets {

// The sections of a packet's PDF, each as blocks that begin with its heading.

Blocks summarySection(const PacketContents &contents);
Blocks deadlinesSection(const PacketContents &contents);
Blocks chronologySection(const PacketContents &contents);
Blocks tasksSection(const PacketContents &contents);
Blocks registersSection(const PacketContents &contents);
Blocks changesSection(const PacketContents &contents);
Blocks deliverySection(const PacketContents &contents);
/// A part of it: standings of each notice by wave and State, and what was recorded, in days and counts.
Blocks deliveriesPart(const PacketContents &contents);

/// Where documents appeared or went, and how long postings have to stand as of the packet's day.
Blocks placesSection(const PacketContents &contents);

/// Empty for a notice that is not in the packet.
QString noticeTitle(const PacketContents &contents, NoticeId id);
/// "Times are local times in America/Chicago."
QString zoneSentence(const PacketContents &contents);
/// "hipaa@2026.11, prepared 2 Nov 2026"
QString rulePacksText(const law::Evaluation &evaluation);

} // namespace tocsin::packets
