// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/verifier.h"

#include "ledger_fixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tocsin;
using namespace tocsin::ledger;
using namespace tocsin::ledger::fixture;

namespace {

constexpr qint64 kCount = 9;

std::optional<Fault> faultOf(const QList<Entry> &entries, const std::optional<Checkpoint> &checkpoint = {},
                             const KeyRing &keys = ring())
{
    Verifier verifier(kStore, keys, 2);
    if (checkpoint && !verifier.expect(*checkpoint))
        qFatal("the checkpoint was not taken");
    for (const Entry &each : entries) {
        if (!verifier.add(each))
            break;
    }
    return verifier.finish();
}

/// Makes hash and, if the actor is known to the forger, the signature of an entry fit its altered content.
void reseal(Entry &entry, const QByteArray &previous, const std::optional<Person> &forger = {})
{
    entry.previousHash = previous;
    if (entry.payload)
        entry.payloadDigest = payloadDigest(*entry.payload, entry.salts.payload);
    entry.hash = entryHash(previous, headerDigest(entry.header, entry.salts.header), entry.payloadDigest);
    if (forger)
        entry.signature = forger->signer()(entrySigningMessage(entry.hash));
}

void flipBit(QByteArray &bytes, QRandomGenerator &random)
{
    const qsizetype index = random.bounded(static_cast<qint32>(bytes.size()));
    bytes[index] = static_cast<char>(bytes.at(index) ^ (1 << random.bounded(8)));
}

void alterText(QString &text, QRandomGenerator &random)
{
    text.insert(random.bounded(static_cast<qint32>(text.size() + 1)), QChar(u'a' + random.bounded(26)));
}

/// Alters one thing of an entry; `what` from 0 to 12.
void alter(Entry &entry, int what, QRandomGenerator &random)
{
    switch (what) {
    case 0:
        return flipBit(entry.previousHash, random);
    case 1:
        return flipBit(entry.salts.header, random);
    case 2:
        return flipBit(entry.salts.payload, random);
    case 3:
        return flipBit(*entry.payload, random);
    case 4:
        return flipBit(entry.payloadDigest, random);
    case 5:
        return flipBit(entry.hash, random);
    case 6:
        return flipBit(entry.signature, random);
    case 7:
        return flipBit(entry.header.actorKey, random);
    case 8:
        return alterText(entry.header.actorName, random);
    case 9:
        return alterText(entry.header.action, random);
    case 10:
        return alterText(entry.header.incident, random);
    case 11:
        return alterText(entry.header.subject, random);
    default:
        entry.header.at = entry.header.at.plusMSecs(1 + random.bounded(1'000'000));
    }
}

} // namespace

class TestVerifier : public QObject
{
    Q_OBJECT

    static void compareFault(const std::optional<Fault> &fault, qint64 sequence, FaultKind kind)
    {
        QVERIFY(fault);
        QVERIFY2(fault->kind == kind, qPrintable(fault->message));
        QCOMPARE(fault->sequence, sequence);
        QVERIFY2(fault->message.startsWith(u"Entry %1: "_s.arg(sequence)), qPrintable(fault->message));
    }

private Q_SLOTS:
    void acceptsAGoodLedger()
    {
        const QList<Entry> entries = chain(kCount);
        Verifier verifier(kStore, ring());
        QVERIFY(verifier.expect(checkpointOf(entries.first(4))));
        QVERIFY(verifier.expect(checkpointOf(entries.first(7), ben())));
        for (const Entry &each : entries)
            QVERIFY(verifier.add(each));
        QVERIFY(!verifier.finish());
        QCOMPARE(verifier.counts().entries, kCount);
        QCOMPARE(verifier.counts().payloads, kCount);
        QCOMPARE(verifier.counts().signatures, kCount);
        QCOMPARE(verifier.counts().withheld, 0);
        QCOMPARE(verifier.head(), entries.last().hash);
        QCOMPARE(*verifier.beyondCheckpoint(), 2);
    }

    void acceptsAnEmptyLedger()
    {
        Verifier verifier(kStore, {});
        QVERIFY(!verifier.finish());
        QCOMPARE(verifier.head(), genesisHash(kStore));
        QVERIFY(!verifier.beyondCheckpoint());
    }

    void acceptsWithheldPayloads()
    {
        Verifier verifier(kStore, ring());
        for (const Entry &each : chain(kCount))
            QVERIFY(verifier.add(each.header.sequence % 2 == 0 ? withPayloadWithheld(each) : each));
        QVERIFY(!verifier.finish());
        QCOMPARE(verifier.counts().withheld, 4);
        QCOMPARE(verifier.counts().payloads, 5);
    }

    void takesNoOrderFromClocks()
    {
        Entry early = sealed(1, genesisHash(kStore), ada());
        EntryHeader header = headerOf(2, ben());
        header.at = early.header.at.plusMSecs(-86'400'000);
        const Entry later = *seal(header, payloadOf(2), early.hash, saltsOf(2), ben().signer());
        QVERIFY(!faultOf({early, later}));
    }

    void findsACutTail()
    {
        const QList<Entry> entries = chain(kCount);
        QVERIFY(!faultOf(entries.first(6)));
        compareFault(faultOf(entries.first(6), checkpointOf(entries)), 7, FaultKind::CutTail);
        compareFault(faultOf({}, checkpointOf(entries)), 1, FaultKind::CutTail);
    }

    void findsAGap()
    {
        QList<Entry> entries = chain(kCount);
        entries.removeAt(4);
        compareFault(faultOf(entries), 5, FaultKind::Gap);
        compareFault(faultOf(chain(kCount).sliced(1)), 1, FaultKind::Gap);
    }

    void findsAGapThatWasRenumbered()
    {
        QList<Entry> entries = chain(kCount);
        entries.removeAt(4);
        for (qsizetype index = 4; index < entries.size(); ++index)
            --entries[index].header.sequence;
        compareFault(faultOf(entries), 5, FaultKind::BrokenLink);
    }

    void findsADuplicate()
    {
        QList<Entry> entries = chain(kCount);
        entries.insert(5, entries.at(3));
        compareFault(faultOf(entries), 4, FaultKind::Duplicate);
    }

    void findsSwappedEntries()
    {
        QList<Entry> entries = chain(kCount);
        entries.swapItemsAt(2, 3);
        compareFault(faultOf(entries), 3, FaultKind::Gap);
        std::swap(entries[2].header.sequence, entries[3].header.sequence);
        compareFault(faultOf(entries), 3, FaultKind::BrokenLink);
        std::swap(entries[2].previousHash, entries[3].previousHash);
        compareFault(faultOf(entries), 3, FaultKind::AlteredEntry);
    }

    void findsAnInsertedEntry()
    {
        QList<Entry> entries = chain(kCount);
        entries.insert(4, sealed(5, entries.at(3).hash, ben()));
        compareFault(faultOf(entries), 5, FaultKind::Duplicate);
    }

    void findsAnAlteredHeader()
    {
        QList<Entry> entries = chain(kCount);
        entries[4].header.subject = u"task/99"_s;
        compareFault(faultOf(entries), 5, FaultKind::AlteredEntry);
    }

    void findsAnAlteredHeaderWhosePayloadIsWithheld()
    {
        QList<Entry> entries = chain(kCount);
        entries[4] = withPayloadWithheld(entries.at(4));
        entries[4].header.at = entries.at(4).header.at.plusMSecs(1);
        compareFault(faultOf(entries), 5, FaultKind::AlteredEntry);
    }

    void findsAnAlteredPayload()
    {
        QList<Entry> entries = chain(kCount);
        entries[4].payload = payloadOf(77);
        compareFault(faultOf(entries), 5, FaultKind::AlteredPayload);
        entries[4].payloadDigest = payloadDigest(payloadOf(77), entries.at(4).salts.payload);
        compareFault(faultOf(entries), 5, FaultKind::AlteredEntry);
    }

    void findsAForgedHashByTheSignature()
    {
        QList<Entry> entries = chain(kCount);
        entries[4].payload = payloadOf(77);
        reseal(entries[4], entries.at(3).hash);
        compareFault(faultOf(entries.first(5)), 5, FaultKind::BadSignature);
        // The entry after it no longer follows, but the forged one is named.
        compareFault(faultOf(entries), 5, FaultKind::BadSignature);
    }

    void findsAForeignSignature()
    {
        QList<Entry> entries = chain(kCount);
        entries[4].signature = mallory().signer()(entrySigningMessage(entries.at(4).hash));
        compareFault(faultOf(entries), 5, FaultKind::BadSignature);
    }

    void findsASignatureOfAnotherPersonOfTheRing()
    {
        QList<Entry> entries = chain(kCount);
        entries[4].signature = ben().signer()(entrySigningMessage(entries.at(4).hash));
        compareFault(faultOf(entries), 5, FaultKind::BadSignature);
    }

    void findsAMissingSignature()
    {
        QList<Entry> entries = chain(kCount);
        entries[4].signature.clear();
        compareFault(faultOf(entries), 5, FaultKind::BadSignature);
    }

    void findsAnUnknownKey()
    {
        QList<Entry> entries = chain(4);
        entries << sealed(5, entries.last().hash, mallory());
        compareFault(faultOf(entries), 5, FaultKind::UnknownKey);
    }

    void findsAKeyThatIsNotInForce()
    {
        KeyRing late;
        QVERIFY(late.add(ada().span()));
        QVERIFY(late.add(ben().span(4)));
        compareFault(faultOf(chain(kCount), {}, late), 2, FaultKind::KeyNotInForce);
        KeyRing left;
        QVERIFY(left.add(ada().span()));
        QVERIFY(left.add(ben().span(1, 5)));
        compareFault(faultOf(chain(kCount), {}, left), 6, FaultKind::KeyNotInForce);
    }

    void findsAnActorWhoClaimsAnotherNameOrRole()
    {
        Person promoted = ben();
        promoted.role = u"compliance lead"_s;
        const QList<Entry> entries = chain(3);
        compareFault(faultOf(entries + QList{sealed(4, entries.last().hash, promoted)}), 4, FaultKind::WrongActor);
        Person renamed = ben();
        renamed.name = ada().name;
        compareFault(faultOf(entries + QList{sealed(4, entries.last().hash, renamed)}), 4, FaultKind::WrongActor);
    }

    void findsAnotherStoresLedger()
    {
        Verifier verifier(u"another-store"_s, ring());
        QVERIFY(!verifier.add(chain(1).first()));
        compareFault(verifier.finish(), 1, FaultKind::BrokenLink);
    }

    void findsWhatAnInsiderRewroteAndSignedAnew()
    {
        // Ada has her own key and rewrites her last entry, which nobody's entry follows.
        QList<Entry> entries = chain(kCount);
        const Checkpoint printed = checkpointOf(entries, ben());
        entries[kCount - 1].payload = payloadOf(77);
        reseal(entries[kCount - 1], entries.at(kCount - 2).hash, ada());
        QVERIFY(!faultOf(entries));
        compareFault(faultOf(entries, printed), kCount, FaultKind::CheckpointMismatch);
        // She appends more, so that the count is no help: the checkpoint still is.
        entries << sealed(kCount + 1, entries.last().hash, ada());
        compareFault(faultOf(entries, printed), kCount, FaultKind::CheckpointMismatch);
    }

    void findsARewrittenEntryThatOthersFollowed()
    {
        QList<Entry> entries = chain(kCount);
        entries[4].payload = payloadOf(77);
        reseal(entries[4], entries.at(3).hash, ada());
        compareFault(faultOf(entries), 6, FaultKind::BrokenLink);
    }

    void findsAForgedCheckpoint()
    {
        const QList<Entry> entries = chain(kCount);
        const Checkpoint good = checkpointOf(entries.first(5));
        Checkpoint forged = good;
        forged.at = good.at.plusMSecs(1);
        compareFault(faultOf(entries, forged), 5, FaultKind::BadCheckpoint);
        forged = good;
        forged.storeId = u"another-store"_s;
        compareFault(faultOf(entries, forged), 5, FaultKind::BadCheckpoint);
        compareFault(faultOf(entries, checkpointOf(entries.first(5), mallory())), 5, FaultKind::BadCheckpoint);
        // One that claims more entries than there are, but that nobody signed, proves no cut.
        compareFault(faultOf(entries.first(3), checkpointOf(entries, mallory())), kCount, FaultKind::BadCheckpoint);
    }

    void refusesACheckpointThatComesTooLate()
    {
        const QList<Entry> entries = chain(2);
        Verifier verifier(kStore, ring());
        QVERIFY(verifier.add(entries.first()));
        QCOMPARE(verifier.expect(checkpointOf(entries.first(1))).error().code, ErrorCode::Conflict);
        QVERIFY(verifier.expect(checkpointOf(entries)));
    }

    void acceptsBlindedEntriesAndChecksTheirLinks()
    {
        QList<Entry> entries = chain(kCount);
        Verifier verifier(kStore, ring());
        for (const Entry &each : entries)
            QVERIFY(each.header.sequence % 3 == 0 ? verifier.add(blinded(each)) : verifier.add(each));
        QVERIFY(!verifier.finish());
        QCOMPARE(verifier.counts().blinded, 3);
        QCOMPARE(verifier.counts().signatures, 6);

        Verifier second(kStore, ring());
        BlindedEntry altered = blinded(entries.first());
        altered.headerDigest[0] = static_cast<char>(altered.headerDigest.at(0) ^ 1);
        QVERIFY(!second.add(altered));
        compareFault(second.finish(), 1, FaultKind::AlteredEntry);
    }

    void findsEveryRandomAlterationAtItsEntry()
    {
        const QList<Entry> good = chain(12);
        QRandomGenerator random(20260310);
        for (int round = 0; round < 600; ++round) {
            QList<Entry> entries = good;
            const int index = random.bounded(12);
            const int what = round % 13;
            alter(entries[index], what, random);
            const std::optional<Fault> fault = faultOf(entries);
            QVERIFY2(fault, qPrintable(u"round %1: alteration %2 of entry %3"_s.arg(round).arg(what).arg(index + 1)));
            QCOMPARE(fault->sequence, index + 1);
        }
    }

    void findsEveryRandomReordering()
    {
        const QList<Entry> good = chain(12);
        const Checkpoint checkpoint = checkpointOf(good);
        QRandomGenerator random(4);
        for (int round = 0; round < 200; ++round) {
            QList<Entry> entries = good;
            entries.move(random.bounded(12), random.bounded(12));
            if (round % 3 == 0)
                entries.removeAt(random.bounded(12));
            if (round % 5 == 0)
                entries.insert(random.bounded(10), good.at(random.bounded(12)));
            QCOMPARE(faultOf(entries, checkpoint).has_value(), entries != good);
        }
    }

    void namesTheFirstFaultHoweverManyThreads()
    {
        // More than one batch: a wrong signature waits while a later link is found broken.
        QList<Entry> entries = chain(2400);
        entries[2300].signature = entries.at(2298).signature;
        entries[2310].signature = entries.at(2298).signature;
        entries[2320].header.subject = u"task/0"_s;
        for (const int threads : {1, 2, 5}) {
            Verifier verifier(kStore, ring(), threads);
            for (const Entry &each : entries) {
                if (!verifier.add(each))
                    break;
            }
            compareFault(verifier.finish(), 2301, FaultKind::BadSignature);
        }
    }

    void readsASourceToItsEnd()
    {
        const QList<Entry> entries = chain(kCount);
        qsizetype next = 0;
        const EntrySource source = [&]() -> Result<std::optional<Entry>> {
            return next < entries.size() ? std::optional(entries.at(next++)) : std::nullopt;
        };
        qint64 reported = 0;
        const Progress progress([&reported](qint64 done, qint64) { reported = done; });
        Verifier verifier(kStore, ring());
        const Result<std::optional<Fault>> fault = verifyAll(source, verifier, kCount, progress);
        QVERIFY(fault);
        QVERIFY(!*fault);
        QCOMPARE(reported, kCount);
        QVERIFY(verifier.counts().chainNanoseconds > 0);
        QVERIFY(verifier.counts().signatureNanoseconds > 0);
    }

    void stopsWhenCancelledOrWhenTheSourceFails()
    {
        Verifier verifier(kStore, ring());
        Progress progress;
        const EntrySource broken
            = []() -> Result<std::optional<Entry>> { return fail(ErrorCode::StoreDamaged, u"damaged"_s); };
        QCOMPARE(verifyAll(broken, verifier, 0, progress).error().code, ErrorCode::StoreDamaged);
        progress.cancel();
        const EntrySource endless = []() -> Result<std::optional<Entry>> { return chain(1).first(); };
        QCOMPARE(verifyAll(endless, verifier, 0, progress).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_ledger_verifier.moc"
