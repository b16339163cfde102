// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/verifier.h"

#include <QIODevice>

#include <memory>

namespace tocsin::ledger {

/// Whether an extract shows what the entries changed, or only that, when and by whom.
enum class Payloads { Withheld, Disclosed };

/// Writes the extract of one incident: its entries in full, of all others only the links of the chain, the keys that
/// are needed, and a checkpoint. The file is JSON lines in one canonical form, signed by whoever exports it
/// (FORMAT.md).
class ExtractWriter
{
public:
    /// `ring` gives the spans of the actors; `checkpoint` ends the extract; `exporterKey` signs it and must be in force
    /// at the checkpoint's count.
    ExtractWriter(QIODevice &out, const QString &incident, const Checkpoint &checkpoint, KeyRing ring,
                  Payloads payloads, const QByteArray &exporterKey);
    ~ExtractWriter();

    /// The head of the file. Fails with BadInput if a signer is not in the ring, or with Io.
    Result<> begin();
    /// The next entry of the ledger, from 1 to the checkpoint's count; which part of it is written depends on its
    /// incident.
    Result<> add(const Entry &entry);
    /// The end: digest and signature. Fails with Conflict unless all entries up to the checkpoint were given.
    Result<> finish(const Signer &signer);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What an extract says and whether it holds.
struct ExtractReport
{
    QString incident;
    Checkpoint checkpoint;
    QByteArray exporterKey;
    QList<KeySpan> keys; ///< compare with keys or fingerprints that were got another way
    VerifyCounts counts;
    std::optional<Fault> fault; ///< nothing if the extract verifies

    [[nodiscard]] bool verifies() const { return !fault; }
};

/// Verifies an extract as a stream. Fails with BadInput, naming the line, if the bytes are not an extract in its
/// canonical form; with CheckFailed if digest or signature of the file are wrong though each entry holds; with
/// Cancelled; with Io. Faults of entries are in the report.
Result<ExtractReport> verifyExtract(QIODevice &in, const Progress &progress);
Result<ExtractReport> verifyExtract(const QString &path, const Progress &progress);

} // namespace tocsin::ledger
