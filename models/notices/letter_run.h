// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "notices/checks.h"

#include <functional>

namespace tocsin::notices {

/// Part `index` of `of` shares of a run, for several machines or processes. Each makes its own part files.
struct Shard
{
    int index = 1;
    int of = 1;

    friend bool operator==(Shard, Shard) = default;
};

struct LetterRunOptions
{
    QString folder; ///< made if missing; otherwise empty, or holding an unfinished run of the same inputs
    int partSize = 500; ///< letters in a part file
    bool oneFile = false; ///< all letters in one part file
    int proof = 0; ///< if positive, only that many letters, marked as proofs
    Shard shard;
};

/// One recipient of a run, as run.csv has it.
struct LetterRunRow
{
    QString recipientId;
    QString outcome; ///< "letter" or "no-address"
    int part = 0; ///< 0 without a letter
    int firstPage = 0;
    int pages = 0;
    QString state;
    QString language; ///< of the letter
    QString form; ///< "adult", "minor", "deceased"
    QString sha256; ///< letterHash()

    friend bool operator==(const LetterRunRow &, const LetterRunRow &) = default;
};

struct LetterRunPart
{
    int number = 0;
    QString file; ///< "part-0001.pdf"
    QString sha256;
    qint64 bytes = 0;
    qint64 letters = 0;
    qint64 pages = 0;

    friend bool operator==(const LetterRunPart &, const LetterRunPart &) = default;
};

/// What a finished run says of itself; the same is in run.json.
struct LetterRunSummary
{
    qint64 recipients = 0; ///< rows of run.csv
    qint64 letters = 0;
    qint64 withoutAddress = 0;
    qint64 pages = 0;
    QList<LetterRunPart> parts;
    QString csvSha256;
    QString templatesSha256;
    QString inputsSha256;
    QList<CheckResult> warnings;
    int keptParts = 0; ///< parts of an interrupted run that were taken over
};

/// Produces letters: part-0001.pdf …, run.csv and run.json in a folder (form in FORMAT.md).
///
/// The roster is surveyed and everything is checked first; a run that is not ready fails with CheckFailed, with the
/// list, and writes nothing. Same inputs and instant give the same bytes. If the run is cancelled, killed or runs out
/// of disk, the parts that are complete stay with run.state.json beside them, and calling again with the same inputs
/// goes on from there; with other inputs it fails with Conflict. A run that has no complete part yet leaves nothing. No
/// file that is not this run's own is ever overwritten: Conflict. Needs a QGuiApplication; call it on any thread.
Result<LetterRunSummary> runLetters(const LetterInputs &inputs, const std::optional<NoticeFacts> &facts,
                                    RecipientSource &source, const LetterRunOptions &options, const Clock &clock,
                                    const Progress &progress);

/// Reads back the rows of a finished run, in order. Fails with Io, or with BadInput naming the row.
Result<> readRunRows(const QString &folder, const std::function<void(const LetterRunRow &)> &row);

} // namespace tocsin::notices
