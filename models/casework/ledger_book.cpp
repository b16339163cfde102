// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/ledger_book.h"

#include "casework/people.h"
#include "casework/sql.h"
#include "ledger/canonical_cbor.h"
#include "vault/vault.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

const QString kEntryColumns
    = u"SELECT sequence, at_ms, at_zone, actor_key, actor_name, actor_role, action, incident, subject, "
      "header_salt, payload_salt, payload, payload_digest, previous_hash, hash, signature "
      "FROM ledger_entry "_s;

ledger::Entry readEntry(const vault::Statement &row)
{
    ledger::Entry entry;
    entry.header.sequence = row.integer(0);
    entry.header.at = sql::instant(row, 1);
    entry.header.actorKey = row.blob(3);
    entry.header.actorName = row.text(4);
    entry.header.actorRole = row.text(5);
    entry.header.action = row.text(6);
    entry.header.incident = row.text(7);
    entry.header.subject = row.text(8);
    entry.salts = {row.blob(9), row.blob(10)};
    entry.payload = row.blob(11);
    entry.payloadDigest = row.blob(12);
    entry.previousHash = row.blob(13);
    entry.hash = row.blob(14);
    entry.signature = row.blob(15);
    return entry;
}

LedgerRow listed(const ledger::Entry &entry)
{
    LedgerRow row;
    row.sequence = entry.header.sequence;
    row.at = entry.header.at;
    row.actorName = entry.header.actorName;
    row.actorRole = entry.header.actorRole;
    row.action = entry.header.action;
    row.incident = entry.header.incident;
    row.subject = entry.header.subject;
    row.hash = entry.hash;
    const Result<QCborValue> payload = ledger::decodeCanonical(entry.payload.value_or(QByteArray()));
    const QJsonObject object = payload ? payload->toJsonValue().toObject() : QJsonObject();
    row.before = object.value("before"_L1).toObject();
    row.after = object.value("after"_L1).toObject();
    return row;
}

/// The ledger's subjects whose payloads hold the text of a timeline entry for which privilege is claimed now: the entry
/// itself, and the one that corrects it.
Result<QSet<QString>> privilegedSubjects(Reader &reader)
{
    TOCSIN_ASSIGN(const QStringList found,
                  sql::rows(reader.db(),
                            u"SELECT 'timeline/' || t.id FROM timeline_entry t LEFT JOIN timeline_entry s "
                            "ON s.id = t.supersedes WHERE t.privileged = 1 OR s.privileged = 1"_s,
                            [](const vault::Statement &row) { return row.text(0); }));
    return QSet<QString>(found.begin(), found.end());
}

/// That something was logged stays in the list; what it says does not, nor what a correction of it says it replaced.
LedgerRow withoutPrivileged(LedgerRow row, const QSet<QString> &hidden)
{
    if (!hidden.contains(row.subject))
        return row;
    row.before = {};
    row.after = {{u"withheld"_s, u"privileged"_s}};
    return row;
}

} // namespace

Result<QList<LedgerRow>> LedgerRows::run(Reader &reader) const
{
    QSet<QString> hidden;
    if (!reader.may("timeline.privileged"_L1)) {
        TOCSIN_ASSIGN(hidden, privilegedSubjects(reader));
    }
    const QString order = oldestFirst ? u"ORDER BY sequence"_s : u"ORDER BY sequence DESC"_s;
    return sql::rows(
        reader.db(),
        kEntryColumns
            + u"WHERE (?1 = '' OR incident = ?1) AND (?2 = 0 OR sequence < ?2) AND (?4 = '' OR action = ?4) "
              "AND (?5 = '' OR subject = ?5) "_s
            + order + u" LIMIT ?3"_s,
        [&hidden](const vault::Statement &row) { return withoutPrivileged(listed(readEntry(row)), hidden); }, incident,
        below, limit, action, subject);
}

Result<LedgerHead> LedgerHeadQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<LedgerHead> heads,
                  sql::rows(reader.db(), u"SELECT sequence, hash FROM ledger_entry ORDER BY sequence DESC LIMIT 1"_s,
                            [](const vault::Statement &row) {
                                return LedgerHead{row.integer(0), row.blob(1)};
                            }));
    return heads.value(0);
}

Result<qint64> appendEntry(vault::Database &database, const vault::Identity &identity, const QString &storeId,
                           const Actor &actor, const Instant &now, QLatin1StringView action, const LedgerNote &note)
{
    TOCSIN_ASSIGN(const QList<LedgerHead> heads,
                  sql::rows(database, u"SELECT sequence, hash FROM ledger_entry ORDER BY sequence DESC LIMIT 1"_s,
                            [](const vault::Statement &row) {
                                return LedgerHead{row.integer(0), row.blob(1)};
                            }));
    const LedgerHead head = heads.value(0, {0, ledger::genesisHash(storeId)});
    TOCSIN_ASSIGN(
        const QByteArray payload,
        ledger::encodeCanonical(QJsonValue(QJsonObject{{u"before"_s, note.before}, {u"after"_s, note.after}})));
    const ledger::EntryHeader header{head.count + 1,        now,    identity.publicKey(), actor.name,
                                     roleToken(actor.role), action, note.incident,        note.subject};
    TOCSIN_ASSIGN(const ledger::Entry entry,
                  ledger::seal(header, payload, head.hash, ledger::Salts::random(),
                               [&identity](QByteArrayView message) { return identity.sign(message); }));
    TOCSIN_TRY(sql::run(
        database,
        u"INSERT INTO ledger_entry (sequence, at_ms, at_zone, actor_key, actor_name, actor_role, action, "
        "incident, subject, header_salt, payload_salt, payload, payload_digest, previous_hash, hash, signature) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"_s,
        header.sequence, now.msecs(), sql::zoneOf(now), header.actorKey, header.actorName, header.actorRole,
        header.action, header.incident, header.subject, entry.salts.header, entry.salts.payload, payload,
        entry.payloadDigest, entry.previousHash, entry.hash, entry.signature));
    return header.sequence;
}

Result<ledger::KeyRing> keyRing(Reader &reader)
{
    TOCSIN_ASSIGN(const QList<Person> people, PeopleQuery().run(reader));
    ledger::KeyRing ring;
    for (const Person &person : people) {
        TOCSIN_TRY(ring.add(
            {person.signingKey, person.name, roleToken(person.role), person.addedSequence, person.removedSequence}));
    }
    return ring;
}

Result<ledger::EntrySource> entrySource(Reader &reader)
{
    TOCSIN_ASSIGN(vault::Statement prepared, reader.db().prepare(kEntryColumns + u"ORDER BY sequence"_s));
    auto statement = std::make_shared<vault::Statement>(std::move(prepared));
    return [statement]() -> Result<std::optional<ledger::Entry>> {
        TOCSIN_ASSIGN(const bool more, statement->step());
        if (!more)
            return std::optional<ledger::Entry>();
        return readEntry(*statement);
    };
}

Result<LedgerReport> verifyLedger(Reader &reader, const QString &storeId, const QList<ledger::Checkpoint> &checkpoints,
                                  const Progress &progress)
{
    TOCSIN_ASSIGN(ledger::KeyRing ring, keyRing(reader));
    TOCSIN_ASSIGN(const LedgerHead head, LedgerHeadQuery().run(reader));
    TOCSIN_ASSIGN(const ledger::EntrySource source, entrySource(reader));
    ledger::Verifier verifier(storeId, std::move(ring));
    // A request that cannot be read is an entry that somebody changed: the chain names it.
    const Result<QList<StampFinding>> stamps = verifyStamps(reader);
    for (const StampFinding &each : stamps.value_or(QList<StampFinding>()))
        verifier.expect(each.checkpoint);
    for (const ledger::Checkpoint &checkpoint : checkpoints)
        verifier.expect(checkpoint);
    TOCSIN_ASSIGN(const std::optional<ledger::Fault> fault, ledger::verifyAll(source, verifier, head.count, progress));
    if (!fault && !stamps)
        return forward(stamps);
    return LedgerReport{fault, verifier.counts(), verifier.head(), stamps.value_or(QList<StampFinding>())};
}

Result<ledger::Checkpoint> exportLedger(Reader &reader, const QString &storeId, const vault::Identity &identity,
                                        const QString &incident, ledger::Payloads payloads, const Instant &now,
                                        QIODevice &out, const Progress &progress)
{
    const ledger::Signer signer = [&identity](QByteArrayView message) { return identity.sign(message); };
    TOCSIN_ASSIGN(ledger::KeyRing ring, keyRing(reader));
    TOCSIN_ASSIGN(const LedgerHead head, LedgerHeadQuery().run(reader));
    TOCSIN_ASSIGN(const ledger::Checkpoint checkpoint,
                  ledger::makeCheckpoint(storeId, head.count, head.hash, now, identity.publicKey(), signer));
    ledger::ExtractWriter extract(out, incident, checkpoint, std::move(ring), payloads, identity.publicKey());
    TOCSIN_TRY(extract.begin());
    // Handing privileged words to somebody outside could waive the privilege.
    TOCSIN_ASSIGN(const QSet<QString> privileged, privilegedSubjects(reader));
    TOCSIN_ASSIGN(const ledger::EntrySource source, entrySource(reader));
    for (qint64 done = 0; done < head.count; ++done) {
        TOCSIN_TRY(progress.check());
        TOCSIN_ASSIGN(const std::optional<ledger::Entry> entry, source());
        if (!entry)
            return fail(ErrorCode::StoreDamaged, u"The ledger ends before its own count."_s);
        const bool withhold = privileged.contains(entry->header.subject);
        TOCSIN_TRY(extract.add(withhold ? ledger::withPayloadWithheld(*entry) : *entry));
        progress.report(done + 1, head.count);
    }
    TOCSIN_TRY(extract.finish(signer));
    return checkpoint;
}

} // namespace tocsin::casework
