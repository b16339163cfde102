// SPDX-License-Identifier: GPL-3.0-or-later
// What a case file says of its ledger to the world outside: checkpoints, time stamps, extracts.
#include "casework/case_file.h"
#include "casework/incident.h"
#include "casework/timeline.h"
#include "core/safe_file.h"
#include "vault/file_moves.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr auto kExport = "ledger.export"_L1;

/// Every byte of a file that was written through, or Io.
Result<> putOnDisk(QFileDevice &file)
{
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Io, u"“%1” could not be written: %2."_s.arg(file.fileName(), file.errorString()));
    return syncFile(file.fileName());
}

} // namespace

Result<ledger::Checkpoint> CaseFile::checkpointOf(vault::Vault &vault) const
{
    Reader reader(vault.database(), m_actor, *m_shelf);
    TOCSIN_ASSIGN(const LedgerHead head, LedgerHeadQuery().run(reader));
    return ledger::makeCheckpoint(m_storeId, head.count, head.hash, m_surroundings.clock->now(),
                                  vault.identity().publicKey(),
                                  [&vault](QByteArrayView message) { return vault.identity().sign(message); });
}

QFuture<Result<ledger::Checkpoint>> CaseFile::checkpoint()
{
    return onStore<Result<ledger::Checkpoint>>([this](vault::Vault &vault) -> Result<ledger::Checkpoint> {
        TOCSIN_TRY(allow("ledger.checkpoint"_L1));
        return checkpointOf(vault);
    });
}

QFuture<Result<ledger::Checkpoint>> CaseFile::requestTimeStamp(const QString &path)
{
    return onStore<Result<ledger::Checkpoint>>([this, path](vault::Vault &vault) -> Result<ledger::Checkpoint> {
        TOCSIN_TRY(allow(kStampAction));
        if (QFile::exists(path))
            return fail(ErrorCode::BadInput, u"“%1” exists already; name a file that does not."_s.arg(path));
        TOCSIN_ASSIGN(const ledger::Checkpoint checkpoint, checkpointOf(vault));
        TOCSIN_ASSIGN(const QByteArray request, ledger::makeTimeStampRequest(checkpoint.digest()));
        const auto note = [&](Writer &writer) -> Result<Outcome> {
            writer.note(requestNote(checkpoint, request));
            return Outcome{};
        };
        // The file before the commit: a request that nobody can carry away is not in the ledger.
        TOCSIN_TRY(write(kStampAction, note, [&] { return writeFileAtomically(path, request); }));
        return checkpoint;
    });
}

QFuture<Result<KeptStamp>> CaseFile::keepTimeStamp(const QByteArray &reply, const QByteArray &certificates)
{
    return onStore<Result<KeptStamp>>([this, reply, certificates](vault::Vault &vault) -> Result<KeptStamp> {
        TOCSIN_TRY(allow(kStampAction));
        Reader reader(vault.database(), m_actor, *m_shelf);
        TOCSIN_ASSIGN(const StampRecord record, matchReply(reader, reply, certificates));
        TOCSIN_ASSIGN(const ledger::TimeStamp stamp, verifyStamp(record));
        TOCSIN_TRY(write(kStampAction, [&](Writer &writer) -> Result<Outcome> {
            writer.note(replyNote(record, stamp));
            return Outcome{};
        }));
        return KeptStamp{record.checkpoint, stamp};
    });
}

QFuture<Result<ledger::Checkpoint>> CaseFile::exportLedger(IncidentId incident, const QString &path,
                                                           ledger::Payloads payloads,
                                                           std::shared_ptr<Progress> progress, const QString &told)
{
    return onStore<Result<ledger::Checkpoint>>([=, this](vault::Vault &vault) -> Result<ledger::Checkpoint> {
        TOCSIN_TRY(allow(kExport));
        if (QFile::exists(path))
            return fail(ErrorCode::BadInput, u"“%1” exists already; name a file that does not."_s.arg(path));
        const QFileInfo place(path);
        QTemporaryFile file(u"%1/.%2.XXXXXX"_s.arg(place.absolutePath(), place.fileName()));
        if (!file.open())
            return fail(ErrorCode::Io, u"“%1” cannot be written: %2."_s.arg(path, file.errorString()));
        QString reference;
        ledger::Checkpoint checkpoint;
        // The extract ends with the entry of its own export, so the entry has to be there before the file is whole.
        // Both are made in one transaction: the entry is committed once every byte is on the disk under a hidden name,
        // and the file gets its name last. Whatever fails or is cut off before the commit leaves no entry; a kill after
        // it leaves the entry and the whole file, which was let out and only lacks its name. The other order could
        // leave a named extract of which the ledger knows nothing.
        TOCSIN_TRY(write(
            kExport,
            [&](Writer &writer) -> Result<Outcome> {
                TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
                reference = record.reference;
                TOCSIN_TRY(logSystemEntry(writer, incident, Stream::Regulatory, told));
                const bool disclosed = payloads == ledger::Payloads::Disclosed;
                writer.note({reference, u"ledger"_s, {}, {{u"disclosed"_s, disclosed}}});
                return Outcome{incident.value, reference};
            },
            [&]() -> Result<> {
                Reader reader(vault.database(), m_actor, *m_shelf);
                TOCSIN_ASSIGN(checkpoint,
                              casework::exportLedger(reader, m_storeId, vault.identity(), reference, payloads,
                                                     m_surroundings.clock->now(), file, *progress));
                return putOnDisk(file);
            }));
        file.setAutoRemove(false);
        if (const Result<> named = vault::moveToNew(file.fileName(), path); !named) {
            QFile::remove(file.fileName());
            TOCSIN_TRY(takeBackExport(incident, reference));
            return forward(named);
        }
        return checkpoint;
    });
}

/// Something came to stand where the extract was to be named, after the ledger had it: it says so, too.
Result<> CaseFile::takeBackExport(IncidentId incident, const QString &reference)
{
    return write(kExport,
                 [&](Writer &writer) -> Result<Outcome> {
                     TOCSIN_TRY(logSystemEntry(writer, incident, Stream::Regulatory,
                                               u"The ledger extract could not be put in its place and was removed"_s));
                     writer.note({reference, u"ledger"_s, {}, {{u"removed"_s, true}}});
                     return Outcome{incident.value, reference};
                 })
        .map([](const Receipt &) {});
}

} // namespace tocsin::casework
