// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/packet_builder.h"
#include "packets/packet_verifier.h"

#include <QString>

namespace tocsin::views {

/// What was built and where, what was left out, and what to hand over beside it.
QString builtInWords(const packets::PacketReport &report, int number);

/// Whether a packet holds and, if it does not, the first file that is wrong.
QString verdictInWords(const packets::PacketVerdict &verdict);

} // namespace tocsin::views
