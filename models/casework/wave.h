// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"
#include "casework/store_access.h"

namespace tocsin::casework {

/// Whom a wave writes to.
enum class WaveKind {
    NotWritten, ///< whoever had no letter of this notice yet, or has another address since it came back
    FollowUp, ///< of those who had an earlier letter, whoever had none of this notice: a supplement or a correction
    Everybody, ///< also those who had it: only by an express wish
};

/// "not-written", "follow-up", "everybody": as run.json has it.
QString waveKindToken(WaveKind kind);

/// The people whom a run of a notice writes to, fixed before it begins. Nobody gets the same notice twice unless
/// somebody wishes it expressly; the letter by first-class mail and the e-mail are one notice (45 CFR 164.404(d)(1)).
struct Wave
{
    int number = 1;
    WaveKind kind = WaveKind::NotWritten;
    QList<RecipientId> people = {}; ///< in mailing order, those without an address too
    qint64 leftOut = 0; ///< included in the roster, and not of this wave: they had it, or their letters come back
    qint64 toldOtherwise = 0; ///< of those left out: had it by e-mail and would get the letter, or the other way round
    QString sha256 = {}; ///< over the people's ids, and of a share over how letters are put into files
};

/// The next wave of a notice, or, for a share of one, the wave that is not complete yet; a wave of which no letter was
/// produced is begun anew by another number of shares or without shares. Fails with CheckFailed if nobody is left to
/// write to, and with Conflict if this share was produced already, if the wave that is not complete has other shares,
/// or if the people or the files have changed since its first share. Needs the right recipient.view.
struct WaveQuery
{
    using Answer = Wave;
    Notice notice;
    bool everybody = false;
    int shardIndex = 1;
    int shardOf = 1;
    QString files = {}; ///< how letters are put into files, such as "500 by zip": shares of a wave agree on it
    Result<Wave> run(Reader &reader) const;
};

} // namespace tocsin::casework
