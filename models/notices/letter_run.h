// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/pause.h"
#include "notices/checks.h"

#include <functional>
#include <memory>

namespace tocsin::notices {

/// Part `index` of `of` shares of a run, for several machines or processes. Each makes its own part files.
struct Shard
{
    int index = 1;
    int of = 1;

    friend bool operator==(Shard, Shard) = default;
};

/// Whom of the roster a run writes to, chosen before it begins: the source has these people alone.
struct LetterWave
{
    int number = 1; ///< of the notice, from 1
    QString people = QStringLiteral("not-written"); ///< a word: not-written, follow-up or everybody
    qint64 leftOut = 0; ///< of the roster, because they had this letter or their letters come back

    friend bool operator==(const LetterWave &, const LetterWave &) = default;
};

/// What keeps letters in part files of their own, so that each file holds letters of one kind.
struct LetterSplit
{
    bool language = false;
    bool overlay = false;
    bool form = false;

    [[nodiscard]] bool any() const { return language || overlay || form; }
    /// "language", "overlay" and "form", those that are asked for.
    [[nodiscard]] QStringList words() const;
    /// Fails with Usage for any other word.
    static Result<LetterSplit> fromWords(const QStringList &words);
};

/// What a run makes for the outside of its letters, in files beside each part and in the order of its letters.
struct AddressFiles
{
    bool envelopes = false; ///< #10 envelopes, one page each
    bool labels = false; ///< sheets of labels

    [[nodiscard]] bool any() const { return envelopes || labels; }
    /// "envelopes" and "labels", those that are asked for.
    [[nodiscard]] QStringList words() const;
};

enum class LetterOrder {
    Roster, ///< as the recipients come
    Zip, ///< by ZIP code, as presorted mail is handed in; what goes abroad is last
};

/// "roster" or "zip".
QString toWord(LetterOrder order);

struct LetterRunOptions
{
    QString folder; ///< made if missing; otherwise empty, or holding a run of the same inputs
    int partSize = 500; ///< letters in a part file
    bool oneFile = false; ///< all letters in one part file; of a run that is split, all of each kind
    LetterSplit split;
    LetterOrder order = LetterOrder::Roster; ///< within each kind, if the run is split
    AddressFiles addresses;
    int proof = 0; ///< if positive, only that many letters, marked as proofs
    bool proofGrows = false; ///< a proof set without room for one of every kind of letter is made larger until it has
    Shard shard;
    LetterWave wave;
    std::shared_ptr<const Pause> pause = {}; ///< where a person holds the run; not part of its inputs
};

/// What decides which letter comes into which part file, beside the letters: "500 by roster", "all by zip, split by
/// language,form".
QString fillingOf(const LetterRunOptions &options);

/// One recipient of a run, as run.csv has it.
struct LetterRunRow
{
    QString recipientId;
    /// "letter"; "address-shortened", a letter whose address did not fit whole into the envelope's window, onto its
    /// envelope or onto its label; or "no-address". Of e-mails "email" or "no-email", of calls "script".
    QString outcome;
    int part = 0; ///< 0 without a letter
    int firstPage = 0; ///< of an e-mail its running number
    int pages = 0;
    QString state;
    QString language; ///< of the letter
    QString form; ///< "adult", "minor", "deceased"
    QString overlay; ///< State whose overlay the letter has; empty for none
    QString sha256; ///< letterHash()

    friend bool operator==(const LetterRunRow &, const LetterRunRow &) = default;
};

/// The envelopes or labels of a part.
struct AddressFileMade
{
    QString kind; ///< "envelopes" or "labels"
    QString file = {}; ///< "envelopes-0001.pdf"
    QString sha256 = {};
    qint64 bytes = 0;
    qint64 pages = 0;
    qint64 shortened = 0; ///< addresses that did not fit whole

    friend bool operator==(const AddressFileMade &, const AddressFileMade &) = default;
};

struct LetterRunPart
{
    int number = 0;
    QString file; ///< "part-0001.pdf", or the folder "part-0001" of e-mails
    QString sha256;
    qint64 bytes = 0;
    qint64 letters = 0;
    qint64 pages = 0;
    LetterText group = {}; ///< what its letters have in common; only what the run is split by
    QList<AddressFileMade> addresses = {};

    friend bool operator==(const LetterRunPart &, const LetterRunPart &) = default;
};

/// What a finished run says of itself; the same is in run.json.
struct LetterRunSummary
{
    qint64 recipients = 0; ///< rows of run.csv
    qint64 letters = 0;
    qint64 withoutAddress = 0;
    qint64 addressesShortened = 0;
    qint64 pages = 0;
    QList<LetterRunPart> parts;
    QString csvSha256;
    QString workbookSha256;
    QString templatesSha256;
    QString inputsSha256;
    QList<CheckResult> warnings;
    int partsOfAllShares = 0; ///< parts of the whole run; with fewer than shares, some share has none
    qint64 proofNeeds = 0; ///< letters that a proof set lacks room for; see RosterSurvey
    int keptParts = 0; ///< parts of an earlier call that were taken over
    bool wasFinished = false; ///< an earlier call had finished the run; nothing was produced again

    /// The files of one kind taken together; without pages if the run has none.
    [[nodiscard]] AddressFileMade addressesOn(const QString &kind) const;
};

/// Produces letters: part-0001.pdf …, run.csv and run.json in a folder, with envelopes-0001.pdf … or labels-0001.pdf …
/// if they are asked for (form in FORMAT.md). Of inputs for e-mail each part is a folder of messages, for those who can
/// be reached so; nothing is sent.
///
/// The roster is surveyed and everything is checked first; a run that is not ready fails with CheckFailed, with the
/// list, and writes nothing. Same inputs and instant give the same bytes. If the run is cancelled, killed or runs out
/// of disk, the parts that are complete stay with run.state.json beside them, and calling again with the same inputs
/// goes on from there, with the instant of the first call; with other inputs it fails with Conflict. A folder that
/// holds this very run, finished, is read through and its summary given again; nothing is written. A run that is
/// cancelled or fails before its first part is complete leaves nothing. No file that is not this run's own is ever
/// overwritten: Conflict, as for a folder that another process is writing to. Needs a QGuiApplication; call it on any
/// thread.
Result<LetterRunSummary> runLetters(const LetterInputs &inputs, const std::optional<NoticeFacts> &facts,
                                    RecipientSource &source, const LetterRunOptions &options, const Clock &clock,
                                    const Progress &progress);

/// The instant at which the unfinished run in a folder was begun, or nothing if there is none there. A caller that goes
/// on with it takes the date of the letters from this instant, so that a run cut off before midnight ends as it began.
Result<std::optional<Instant>> unfinishedRun(const QString &folder);

/// Reads back the rows of a finished run, in order. Fails with Io, or with BadInput naming the row.
Result<> readRunRows(const QString &folder, const std::function<void(const LetterRunRow &)> &row);

} // namespace tocsin::notices
