// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_record.h"

#include "casework/facts_proposal.h"
#include "casework/incident.h"
#include "casework/obligation.h"
#include "casework/person_words.h"
#include "casework/rule_pack_record.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "law/discovery.h"
#include "law/facts_check.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

const QString kSelect = u"SELECT id, incident, revision, document, reason, set_ms, set_zone, set_by FROM facts "_s;

struct StoredFacts
{
    FactsRevision revision;
    QString document;
};

StoredFacts readRow(const vault::Statement &row)
{
    StoredFacts stored;
    stored.revision.id = sql::id<FactsId>(row, 0);
    stored.revision.incident = sql::id<IncidentId>(row, 1);
    stored.revision.revision = static_cast<int>(row.integer(2));
    stored.document = row.text(3);
    stored.revision.reason = row.text(4);
    stored.revision.setAt = sql::instant(row, 5);
    stored.revision.setBy = sql::id<PersonId>(row, 7);
    return stored;
}

Result<FactsRevision> parsed(StoredFacts stored)
{
    TOCSIN_ASSIGN(stored.revision.facts, law::factsFromJson(sql::jsonObject(stored.document)));
    return stored.revision;
}

} // namespace

Result<FactsRevision> CurrentFacts::run(Reader &reader) const
{
    TOCSIN_ASSIGN(StoredFacts stored,
                  sql::one(reader.db(), u"The incident has no facts yet."_s,
                           kSelect + u"WHERE incident = ?1 ORDER BY revision DESC LIMIT 1"_s, readRow, incident));
    return parsed(std::move(stored));
}

Result<QList<FactsRevision>> FactsHistory::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<StoredFacts> all,
                  sql::rows(reader.db(), kSelect + u"WHERE incident = ?1 ORDER BY revision DESC"_s, readRow, incident));
    QList<FactsRevision> revisions;
    for (const StoredFacts &each : all) {
        TOCSIN_ASSIGN(const FactsRevision revision, parsed(each));
        revisions << revision;
    }
    return revisions;
}

Result<Outcome> SetFacts::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words,
                  requiredWords(reason, u"A change of facts needs a reason, because dates follow from it."_s));
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    TOCSIN_ASSIGN(const FactsRevision before, CurrentFacts{incident}.run(writer));
    TOCSIN_TRY(checkDiscoveryIsPast(facts, writer.now()));
    TOCSIN_ASSIGN(const law::RulePacks packs, pinnedPacks(writer, incident));
    TOCSIN_ASSIGN(const FactsPreview preview, previewFacts(writer, before, facts, packs));
    TOCSIN_TRY(law::checkFacts(preview.facts));
    if (before.facts == preview.facts)
        return fail(ErrorCode::Conflict, u"These are the facts already in force; nothing was changed."_s);
    if (preview.awaitsCounsel)
        return propose(writer, incident, preview.facts, words);
    QString overtaken;
    if (preview.movesDiscovery) {
        TOCSIN_ASSIGN(overtaken, replacePending(writer, incident));
    }
    TOCSIN_ASSIGN(const FactsId id, storeFacts(writer, incident, preview.facts, words));
    const QString revision = u"revision %1"_s.arg(before.revision + 1);
    const QString rest = overtaken.isEmpty() ? QString() : u" %1 is not waiting any more."_s.arg(overtaken);
    TOCSIN_TRY(logSystemEntry(writer, incident, Stream::Regulatory,
                              u"Facts changed (%1): %2. Deadlines that changed: %3.%4"_s.arg(
                                  revision, words, QString::number(preview.changes.size()), rest)));
    writer.note({record.reference,
                 u"facts/%1"_s.arg(before.revision + 1),
                 law::toJson(before.facts),
                 {{u"facts"_s, law::toJson(preview.facts)}, {u"reason"_s, words}}});
    return Outcome{id.value, u"%1 facts %2"_s.arg(record.reference).arg(before.revision + 1)};
}

Result<> checkDiscoveryIsPast(const law::Facts &facts, const Instant &now)
{
    const law::Discovery found = law::discoveryOf(facts);
    const Instant here = facts.timezone.isEmpty() ? now : now.inZone(facts.timezone);
    const bool ahead = found.moment && found.moment->instant ? now < *found.moment->instant
                                                             : found.day.isValid() && found.day > here.localDate();
    if (!ahead)
        return {};
    const QString moment = found.moment->instant ? found.moment->instant->toIso() : found.day.toString(Qt::ISODate);
    return fail(
        ErrorCode::BadInput,
        u"The facts say that the breach is discovered on %1, which is still to come; here it is %2. Give the day "
        "on which somebody first knew of it."_s.arg(moment, here.localDate().toString(Qt::ISODate)));
}

Result<FactsId> storeFacts(Writer &writer, IncidentId incident, const law::Facts &facts, const QString &reason)
{
    // Through the reader once more: what is stored can always be read back, whoever built it.
    TOCSIN_TRY(law::factsFromJson(law::toJson(facts)));
    TOCSIN_ASSIGN(const law::RulePacks packs, pinnedPacks(writer, incident));
    const law::Evaluation evaluation = law::evaluate(facts, packs);
    TOCSIN_ASSIGN(
        const qint64 id,
        sql::insert(writer.db(),
                    u"INSERT INTO facts (incident, revision, document, evaluation, reason, set_ms, set_zone, set_by) "
                    "VALUES (?1, (SELECT coalesce(max(revision), 0) + 1 FROM facts WHERE incident = ?1), "
                    "?2, '{}', ?3, ?4, ?5, ?6)"_s,
                    incident, sql::jsonText(law::toJson(facts)), reason, writer.now().msecs(),
                    sql::zoneOf(writer.now()), writer.actor().id));
    writer.touch(Kind::Facts, id);
    TOCSIN_TRY(storeEvaluation(writer, incident, evaluation));
    return FactsId{id};
}

} // namespace tocsin::casework
