// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/extract.h"

#include "models/ledger/ledger_fixture.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QThread>

#include <cstdio>

using namespace tocsin;
using namespace tocsin::ledger;
using namespace tocsin::ledger::fixture;

// How fast a ledger is verified, chain and signatures apart, against plain loops over the same bytes and signatures.

namespace {

constexpr int kEntries = 20'000;

void print(const char *what, qint64 count, qint64 nanoseconds)
{
    std::printf("%-52s %10.0f entries/s  %8.2f us each\n", what,
                1e9 * static_cast<double>(count) / static_cast<double>(nanoseconds),
                1e-3 * static_cast<double>(nanoseconds) / static_cast<double>(count));
}

/// The bytes that go into an entry's three digests, one after the other.
QList<QByteArray> preimages(const Entry &entry)
{
    return {QByteArray(16 + 8 + 16 + 8, 'h') + headerBytes(entry.header),
            QByteArray(17 + 8 + 16 + 8, 'p') + *entry.payload, QByteArray(16 + 3 * (8 + 32), 'e')};
}

void plainSha256(const QList<Entry> &entries)
{
    QList<QByteArray> inputs;
    for (const Entry &each : entries)
        inputs += preimages(each);
    unsigned char digest[crypto_hash_sha256_BYTES];
    unsigned sum = 0;
    QElapsedTimer timer;
    timer.start();
    for (const QByteArray &each : inputs) {
        crypto_hash_sha256(digest, reinterpret_cast<const unsigned char *>(each.constData()),
                           static_cast<unsigned long long>(each.size()));
        sum += digest[0];
    }
    const qint64 passed = timer.nsecsElapsed();
    print(sum > 0 ? "baseline: plain SHA-256 loop, three per entry" : "?", entries.size(), passed);
}

void plainSignatures(const QList<Entry> &entries)
{
    QList<QByteArray> messages;
    for (const Entry &each : entries)
        messages << entrySigningMessage(each.hash);
    qint64 good = 0;
    QElapsedTimer timer;
    timer.start();
    for (qsizetype index = 0; index < entries.size(); ++index) {
        const Entry &entry = entries.at(index);
        good += crypto_sign_verify_detached(reinterpret_cast<const unsigned char *>(entry.signature.constData()),
                                            reinterpret_cast<const unsigned char *>(messages.at(index).constData()),
                                            static_cast<unsigned long long>(messages.at(index).size()),
                                            reinterpret_cast<const unsigned char *>(entry.header.actorKey.constData()))
                == 0
            ? 1
            : 0;
    }
    const qint64 passed = timer.nsecsElapsed();
    print(good == entries.size() ? "baseline: plain crypto_sign_verify loop, one thread" : "?", entries.size(), passed);
}

void verifier(const QList<Entry> &entries, int threads)
{
    Verifier checks(kStore, ring(), threads);
    QElapsedTimer timer;
    timer.start();
    for (const Entry &each : entries)
        checks.add(each);
    const bool sound = !checks.finish();
    const qint64 passed = timer.nsecsElapsed();
    std::printf("verifier, %d thread(s)%s\n", threads, sound ? "" : ": FAULT");
    print("  chain", checks.counts().entries, checks.counts().chainNanoseconds);
    print("  signatures", checks.counts().signatures, checks.counts().signatureNanoseconds);
    print("  all", entries.size(), passed);
}

void extract(const QList<Entry> &entries)
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    ExtractWriter writer(buffer, kIncident, checkpointOf(entries), ring(), Payloads::Withheld, ada().key);
    QElapsedTimer timer;
    timer.start();
    bool sound = writer.begin().has_value();
    for (const Entry &each : entries)
        sound = sound && writer.add(each);
    sound = sound && writer.finish(ada().signer());
    print(sound ? "extract written, a third of it blinded" : "extract: FAILED", entries.size(), timer.nsecsElapsed());
    buffer.seek(0);
    timer.start();
    const Result<ExtractReport> report = verifyExtract(buffer, Progress());
    print(report && report->verifies() ? "extract verified" : "extract: FAULT", entries.size(), timer.nsecsElapsed());
    std::printf("extract: %.1f bytes per entry\n", static_cast<double>(buffer.size()) / kEntries);
}

} // namespace

int main()
{
    QElapsedTimer timer;
    timer.start();
    const QList<Entry> entries = chain(kEntries);
    print("sealed, each signed and checked", kEntries, timer.nsecsElapsed());
    plainSha256(entries);
    plainSignatures(entries);
    verifier(entries, 1);
    verifier(entries, QThread::idealThreadCount());
    extract(entries);
    return 0;
}
