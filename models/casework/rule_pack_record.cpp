// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/rule_pack_record.h"

#include "casework/incident.h"
#include "casework/obligation.h"
#include "casework/person_words.h"
#include "casework/rule_import.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "core/text.h"
#include "law/engine.h"

#include <QFile>
#include <QVersionNumber>
#include <QtEndian>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr quint32 kMostKept = 16 << 20; // what law's own loader takes

const QString kSelect = u"SELECT k.id, k.pack, k.version, k.title, k.prepared, k.sha256, k.imported, k.kept_ms, "
                        "k.kept_zone, k.kept_by, p.name, (SELECT group_concat(reference, ' ') FROM (SELECT i.reference "
                        "FROM incident_pack n JOIN incident i ON i.id = n.incident WHERE n.rule_pack = k.id "
                        "ORDER BY i.reference)) FROM rule_pack k JOIN person p ON p.id = k.kept_by "_s;

RulePackInfo readRow(const vault::Statement &row)
{
    RulePackInfo info;
    info.id = sql::id<RulePackId>(row, 0);
    info.pack = row.text(1);
    info.version = row.text(2);
    info.title = row.text(3);
    info.prepared = sql::date(row, 4);
    info.sha256 = row.text(5);
    info.imported = row.boolean(6);
    info.keptAt = sql::instant(row, 7);
    info.keptBy = sql::id<PersonId>(row, 9);
    info.keptByName = row.text(10);
    info.incidents = row.text(11).split(u' ', Qt::SkipEmptyParts);
    return info;
}

RulePackInfo infoOf(const law::RulePack &pack)
{
    RulePackInfo info;
    info.pack = pack.id;
    info.version = pack.version;
    info.title = pack.title;
    info.prepared = pack.prepared;
    info.sha256 = sha256Hex(pack.bytes);
    return info;
}

Result<QByteArray> keptBytes(Reader &reader, const QString &sha256)
{
    TOCSIN_ASSIGN(const QByteArray compressed,
                  sql::one(
                      reader.db(), u"The store has no such rule pack."_s,
                      u"SELECT bytes FROM rule_pack WHERE sha256 = ?1"_s,
                      [](const vault::Statement &row) { return row.blob(0); }, sha256));
    if (compressed.size() < 4 || qFromBigEndian<quint32>(compressed.constData()) > kMostKept)
        return fail(ErrorCode::StoreDamaged, u"A rule pack of this store is not the one that was kept."_s);
    return qUncompress(compressed);
}

Result<law::RulePack> keptPack(Reader &reader, const QString &sha256)
{
    return reader.shelf().parsed(sha256, [&] { return keptBytes(reader, sha256); });
}

QStringList namesOf(const law::RulePacks &packs)
{
    QStringList names;
    for (const law::RulePack &each : packs)
        names << each.name();
    return names;
}

QStringList digestsOf(const law::RulePacks &packs)
{
    QStringList digests;
    for (const law::RulePack &each : packs)
        digests << sha256Hex(each.bytes);
    digests.sort();
    return digests;
}

/// What the ledger keeps of a set of packs.
QJsonArray packsJson(const law::RulePacks &packs)
{
    QJsonArray array;
    for (const law::RulePack &each : packs)
        array.append(QJsonObject{{u"pack"_s, each.name()}, {u"sha256"_s, sha256Hex(each.bytes)}});
    return array;
}

/// What the ledger keeps of duties that new rules withdraw.
Result<QJsonArray> withdrawnJson(Reader &reader, IncidentId incident, const law::RulePacks &before,
                                 const law::RulePacks &after)
{
    TOCSIN_ASSIGN(const QList<ObligationRecord> records, withdrawnBetween(reader, incident, before, after));
    QJsonArray array;
    for (const ObligationRecord &each : records) {
        array.append(u"%1 for %2: %3"_s.arg(each.duty.rule, each.duty.recipient, recordedOf(each).join(u"; "_s)));
    }
    return array;
}

struct Pin
{
    QString name;
    QString sha256;
};

Result<QList<Pin>> pinsOf(Reader &reader, IncidentId incident)
{
    return sql::rows(
        reader.db(),
        u"SELECT k.pack || '@' || k.version, k.sha256 FROM incident_pack n JOIN rule_pack k ON k.id = n.rule_pack "
        "WHERE n.incident = ?1 ORDER BY n.position"_s,
        [](const vault::Statement &row) {
            return Pin{row.text(0), row.text(1)};
        },
        incident);
}

/// A listed pack: the program's own, or the kept copy.
Result<law::RulePack> packWith(Reader &reader, const RulePackInfo &info)
{
    for (const law::RulePack &each : reader.packs()) {
        if (sha256Hex(each.bytes) == info.sha256)
            return each;
    }
    return keptPack(reader, info.sha256);
}

Result<PackComparison> compareFor(Reader &reader, const Incident &incident, const law::RulePacks &available)
{
    PackComparison comparison;
    comparison.incident = incident.id;
    comparison.reference = incident.reference;
    comparison.available = namesOf(available);
    TOCSIN_ASSIGN(const law::RulePacks pinned, pinnedPacks(reader, incident.id));
    comparison.pinned = namesOf(pinned);
    comparison.differs = digestsOf(pinned) != digestsOf(available);
    if (!comparison.differs)
        return comparison;
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident.id}.run(reader));
    comparison.rules = law::compareRules(pinned, available);
    comparison.dates = law::compare(law::evaluate(facts.facts, pinned), law::evaluate(facts.facts, available));
    TOCSIN_ASSIGN(comparison.withdrawn, withdrawnBetween(reader, incident.id, pinned, available));
    return comparison;
}

/// The `hipaa` that programs of schema version 1 evaluated with: the same rules, written in the format that packs got
/// before stores began to keep them. It stays as it is, whatever becomes of the program's own.
Result<law::RulePack> packOfVersionOne()
{
    QFile file(u":/casework/hipaa_2026.11.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return law::parseRulePack(opened ? file.readAll() : QByteArray(), file.fileName());
}

/// Those of the names that are among the packs, in the order of the names.
law::RulePacks packsCalled(const QStringList &names, const law::RulePacks &packs)
{
    law::RulePacks found;
    for (const QString &name : names) {
        const auto pack
            = std::find_if(packs.begin(), packs.end(), [&](const law::RulePack &each) { return each.name() == name; });
        if (pack != packs.end())
            found.append(*pack);
    }
    return found;
}

struct Unpinned
{
    IncidentId incident;
    QString reference;
    QStringList computedWith; ///< names of packs, by the last evaluation that was stored
};

Unpinned readUnpinned(const vault::Statement &row)
{
    Unpinned unpinned{sql::id<IncidentId>(row, 0), row.text(1), {}};
    for (const QJsonValue &name : sql::jsonObject(row.text(2)).value(u"packs"_s).toArray())
        unpinned.computedWith << name.toString();
    return unpinned;
}

Result<> pinOlder(Writer &writer, const Unpinned &older, const law::RulePack &ofThatTime)
{
    law::RulePacks candidates{ofThatTime};
    for (const law::RulePack &each : writer.packs()) {
        if (each.name() != ofThatTime.name())
            candidates.append(each);
    }
    const law::RulePacks found = packsCalled(older.computedWith, candidates);
    if (!found.isEmpty() && found.size() == older.computedWith.size())
        return pinPacks(writer, older.incident, found);
    TOCSIN_TRY(pinPacks(writer, older.incident, {ofThatTime}));
    return logSystemEntry(
        writer, older.incident, Stream::Regulatory,
        u"Deadlines were computed with rule packs of which the store has no copy (%1). From now on "
        "%2 counts, until other packs are accepted."_s.arg(older.computedWith.join(u", "_s), ofThatTime.name()));
}

} // namespace

bool isNewer(const law::RulePack &pack, const law::RulePack &other)
{
    qsizetype suffix = 0;
    qsizetype otherSuffix = 0;
    const int order = QVersionNumber::compare(QVersionNumber::fromString(pack.version, &suffix),
                                              QVersionNumber::fromString(other.version, &otherSuffix));
    return order > 0 || (order == 0 && pack.version.mid(suffix) > other.version.mid(otherSuffix));
}

void offer(law::RulePacks &packs, const law::RulePack &pack)
{
    const auto same
        = std::find_if(packs.begin(), packs.end(), [&](const law::RulePack &each) { return each.id == pack.id; });
    if (same == packs.end())
        packs.append(pack);
    else if (isNewer(pack, *same))
        *same = pack;
}

Result<law::RulePacks> availablePacks(Reader &reader)
{
    law::RulePacks packs = reader.packs();
    if (reader.shelf().isChosen())
        return packs;
    TOCSIN_ASSIGN(const QStringList imported,
                  sql::rows(reader.db(), u"SELECT sha256 FROM rule_pack WHERE imported = 1 ORDER BY pack, id"_s,
                            [](const vault::Statement &row) { return row.text(0); }));
    for (const QString &sha256 : imported) {
        // One that this program cannot read is no law that it could offer.
        if (const Result<law::RulePack> pack = keptPack(reader, sha256))
            offer(packs, *pack);
    }
    return packs;
}

Result<law::RulePacks> keptPacksCalled(Reader &reader, const QString &id)
{
    TOCSIN_ASSIGN(const QStringList kept,
                  sql::rows(
                      reader.db(), u"SELECT sha256 FROM rule_pack WHERE pack = ?1 ORDER BY id DESC"_s,
                      [](const vault::Statement &row) { return row.text(0); }, id));
    law::RulePacks packs;
    for (const QString &sha256 : kept) {
        if (const Result<law::RulePack> pack = keptPack(reader, sha256))
            packs.append(*pack);
    }
    return packs;
}

Result<RulePackId> keepPack(Writer &writer, const law::RulePack &pack)
{
    const QString sha256 = sha256Hex(pack.bytes);
    TOCSIN_ASSIGN(const QList<RulePackId> kept,
                  sql::rows(
                      writer.db(), u"SELECT id FROM rule_pack WHERE sha256 = ?1"_s,
                      [](const vault::Statement &row) { return sql::id<RulePackId>(row, 0); }, sha256));
    if (!kept.isEmpty())
        return kept.first();
    TOCSIN_ASSIGN(const qint64 id,
                  sql::insert(writer.db(),
                              u"INSERT INTO rule_pack (pack, version, title, prepared, sha256, bytes, imported, "
                              "kept_ms, kept_zone, kept_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8, ?9)"_s,
                              pack.id, pack.version, pack.title, pack.prepared.toString(Qt::ISODate), sha256,
                              qCompress(pack.bytes), writer.now().msecs(), sql::zoneOf(writer.now()),
                              writer.actor().id));
    writer.touch(Kind::RulePack, id);
    return RulePackId{id};
}

Result<QList<RulePackInfo>> RulePacksQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(QList<RulePackInfo> infos, sql::rows(reader.db(), kSelect + u"ORDER BY k.id"_s, readRow));
    TOCSIN_ASSIGN(const law::RulePacks available, availablePacks(reader));
    const QStringList offered = digestsOf(available);
    const QStringList own = digestsOf(reader.packs());
    for (const law::RulePack &pack : reader.packs()) {
        const QString sha256 = sha256Hex(pack.bytes);
        if (std::none_of(infos.begin(), infos.end(), [&](const RulePackInfo &each) { return each.sha256 == sha256; }))
            infos.append(infoOf(pack));
    }
    for (RulePackInfo &info : infos) {
        info.ofProgram = own.contains(info.sha256);
        info.available = offered.contains(info.sha256);
    }
    std::stable_sort(infos.begin(), infos.end(),
                     [](const RulePackInfo &a, const RulePackInfo &b) { return a.name() < b.name(); });
    return infos;
}

Result<QList<RuleBook>> RuleBooksQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<RulePackInfo> infos, RulePacksQuery().run(reader));
    TOCSIN_ASSIGN(const QList<Incident> incidents, IncidentsQuery().run(reader));
    QStringList closed;
    for (const Incident &each : incidents) {
        if (each.status == IncidentStatus::Closed)
            closed << each.reference;
    }
    QList<RuleBook> books;
    for (const RulePackInfo &info : infos) {
        RuleBook book{info, {}, {}, info.incidents};
        book.open.removeIf([&closed](const QString &reference) { return closed.contains(reference); });
        const Result<law::RulePack> pack = packWith(reader, info);
        if (pack)
            book.pack = *pack;
        else
            book.problem = pack.error().message;
        books << book;
    }
    return books;
}

Result<law::RulePacks> IncidentLaw::run(Reader &reader) const
{
    if (reader.shelf().isChosen())
        return reader.packs();
    return pinnedPacks(reader, incident);
}

Result<bool> HasOtherRules::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const law::RulePacks available, availablePacks(reader));
    TOCSIN_ASSIGN(const QList<Pin> pins, pinsOf(reader, incident));
    QStringList digests;
    for (const Pin &pin : pins)
        digests << pin.sha256;
    digests.sort();
    return digests != digestsOf(available);
}

Result<QList<PackComparison>> ComparePacks::run(Reader &reader) const
{
    TOCSIN_ASSIGN(law::RulePacks available, availablePacks(reader));
    if (!files.isEmpty()) {
        TOCSIN_ASSIGN(const ImportablePacks importable, readImportable(available, files));
        for (const law::RulePack &pack : importable.packs)
            offer(available, pack);
    }
    TOCSIN_ASSIGN(const QList<Incident> incidents, IncidentsQuery().run(reader));
    QList<PackComparison> comparisons;
    for (const Incident &each : incidents) {
        const bool wanted = incident.isNull() ? each.status != IncidentStatus::Closed : each.id == incident;
        if (!wanted)
            continue;
        TOCSIN_ASSIGN(const PackComparison comparison, compareFor(reader, each, available));
        comparisons.append(comparison);
    }
    return comparisons;
}

Result<Outcome> AcceptRulePacks::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words,
                  requiredWords(reason, u"Accepting other rules needs a reason, because dates follow from them."_s));
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident}.run(writer));
    TOCSIN_ASSIGN(const law::RulePacks available, availablePacks(writer));
    TOCSIN_ASSIGN(const QList<Pin> pins, pinsOf(writer, incident));
    QStringList digests;
    QJsonArray before;
    for (const Pin &pin : pins) {
        digests << pin.sha256;
        before.append(QJsonObject{{u"pack"_s, pin.name}, {u"sha256"_s, pin.sha256}});
    }
    digests.sort();
    if (digests == digestsOf(available))
        return fail(ErrorCode::Conflict, u"Incident %1 has these rule packs already."_s.arg(record.reference));
    // Packs that this program cannot read any more must not keep anybody from accepting others.
    const law::RulePacks pinned = pinnedPacks(writer, incident).value_or(law::RulePacks());
    const law::Evaluation old = law::evaluate(facts.facts, pinned);
    const law::Evaluation now = law::evaluate(facts.facts, available);
    QJsonArray moved;
    for (const law::DateChange &each : law::compare(old, now))
        moved.append(each.sentence());
    TOCSIN_ASSIGN(const QJsonArray withdrawn, withdrawnJson(writer, incident, pinned, available));
    TOCSIN_TRY(pinPacks(writer, incident, available));
    TOCSIN_TRY(storeEvaluation(writer, incident, now));
    const QString kept = withdrawn.isEmpty()
        ? QString()
        : u" Withdrawn, with what was recorded: %1."_s.arg(QString::number(withdrawn.size()));
    TOCSIN_TRY(logSystemEntry(writer, incident, Stream::Regulatory,
                              u"Rule packs accepted: %1. %2. Deadlines that changed: %3.%4"_s.arg(
                                  namesOf(available).join(u", "_s), words, QString::number(moved.size()), kept)));
    writer.touch(Kind::Incident, incident.value);
    writer.note(
        {record.reference,
         u"law/"_s + record.reference,
         {{u"packs"_s, before}},
         {{u"packs"_s, packsJson(available)}, {u"reason"_s, words}, {u"dates"_s, moved}, {u"withdrawn"_s, withdrawn}}});
    return Outcome{incident.value, record.reference};
}

Result<law::RulePacks> pinnedPacks(Reader &reader, IncidentId incident)
{
    TOCSIN_ASSIGN(const QList<Pin> pins, pinsOf(reader, incident));
    law::RulePacks packs;
    for (const Pin &pin : pins) {
        const Result<law::RulePack> pack = keptPack(reader, pin.sha256);
        if (!pack) {
            return fail(pack.error().code,
                        u"The rule pack %1 of this incident cannot be read (%2). Accept the packs of this program to "
                        "go on."_s.arg(pin.name, pack.error().message));
        }
        packs.append(*pack);
    }
    return packs;
}

Result<> pinPacks(Writer &writer, IncidentId incident, const law::RulePacks &packs)
{
    TOCSIN_TRY(sql::run(writer.db(), u"DELETE FROM incident_pack WHERE incident = ?1"_s, incident));
    qint64 position = 0;
    for (const law::RulePack &pack : packs) {
        TOCSIN_ASSIGN(const RulePackId id, keepPack(writer, pack));
        TOCSIN_TRY(sql::run(writer.db(),
                            u"INSERT INTO incident_pack (incident, position, rule_pack) VALUES (?1, ?2, ?3)"_s,
                            incident, position++, id));
        writer.touch(Kind::RulePack, id.value);
    }
    return {};
}

Result<QStringList> pinOlderIncidents(Writer &writer)
{
    TOCSIN_ASSIGN(const QList<Unpinned> unpinned,
                  sql::rows(writer.db(),
                            u"SELECT i.id, i.reference, (SELECT f.evaluation FROM facts f WHERE f.incident = i.id "
                            "ORDER BY f.revision DESC LIMIT 1) FROM incident i "
                            "WHERE i.id NOT IN (SELECT incident FROM incident_pack) ORDER BY i.reference"_s,
                            readUnpinned));
    QStringList references;
    if (unpinned.isEmpty())
        return references;
    TOCSIN_ASSIGN(const law::RulePack ofThatTime, packOfVersionOne());
    for (const Unpinned &each : unpinned) {
        TOCSIN_TRY(pinOlder(writer, each, ofThatTime));
        references << each.reference;
    }
    return references;
}

} // namespace tocsin::casework
