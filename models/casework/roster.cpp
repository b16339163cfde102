// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/roster.h"

#include "casework/delivery_record.h"
#include "casework/delivery_sql.h"
#include "casework/incident.h"
#include "casework/person_words.h"
#include "casework/roster_figures.h"
#include "casework/row_state.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "casework/tokens.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kStandings{
    Words<Standing>{Standing::Included, "included"_L1, "Included"_L1},
    Words<Standing>{Standing::Undecided, "undecided"_L1, "To decide"_L1},
    Words<Standing>{Standing::Excluded, "excluded"_L1, "Excluded"_L1},
};

// The columns that a staged row and a recipient share, in the order in which they are bound and read.
const QString kColumns = u"key, recipient_id, row_hash, line, first_name, last_name, address, city, state, residence, "
                         "postal_code, country, email, email_consent, language, date_of_birth, status, representative, "
                         "data_elements, reachable, repeats, standing, notes, first_note"_s;

QStringList texts(const QJsonArray &array)
{
    QStringList list;
    for (const QJsonValue &each : array)
        list << each.toString();
    return list;
}

Recipient readRow(const vault::Statement &row)
{
    Recipient person;
    person.id = sql::id<RecipientId>(row, 0);
    person.key = row.text(1);
    person.recipientId = row.text(2);
    person.rowHash = row.text(3);
    person.line = row.integer(4);
    person.firstName = row.text(5);
    person.lastName = row.text(6);
    person.addressLines = texts(sql::jsonArray(row.text(7)));
    person.city = row.text(8);
    person.state = row.text(9);
    person.residence = row.text(10);
    person.postalCode = row.text(11);
    person.country = row.text(12);
    person.email = row.text(13);
    person.emailConsent = row.boolean(14);
    person.language = row.text(15);
    person.dateOfBirth = sql::date(row, 16);
    person.status = row.text(17);
    person.representative = row.text(18);
    person.dataElements = texts(sql::jsonArray(row.text(19)));
    person.reachable = row.boolean(20);
    person.repeats = row.boolean(21);
    person.standing = stored(kStandings, row.text(22));
    person.notes = sql::jsonArray(row.text(23));
    person.decision = row.text(25);
    return person;
}

Roster readRoster(const vault::Statement &row)
{
    Roster roster;
    roster.id = sql::id<RosterId>(row, 0);
    roster.incident = sql::id<IncidentId>(row, 1);
    roster.revision = static_cast<int>(row.integer(2));
    roster.fileName = row.text(3);
    roster.fileSha256 = row.text(4);
    roster.summary = sql::jsonObject(row.text(5));
    roster.added = row.integer(6);
    roster.changed = row.integer(7);
    roster.unchanged = row.integer(8);
    roster.importedAt = sql::instant(row, 9);
    roster.importedBy = row.text(11);
    return roster;
}

const QString kRosterSelect
    = u"SELECT r.id, r.incident, r.revision, r.file_name, r.file_sha256, r.summary, r.added, r.changed, r.unchanged, "
      "r.imported_ms, r.imported_zone, p.name FROM roster r JOIN person p ON p.id = r.imported_by "_s;

QString numberList(const QList<qint64> &numbers)
{
    QJsonArray array;
    for (const qint64 number : numbers)
        array.append(number);
    return sql::jsonText(array);
}

using Tally = QList<std::pair<QString, qint64>>;

Result<Tally> tally(Reader &reader, const QString &text, IncidentId incident)
{
    return sql::rows(
        reader.db(), text, [](const vault::Statement &row) { return std::pair(row.text(0), row.integer(1)); },
        incident);
}

// People the law counts: everyone but those taken out and rows that repeat somebody.
const QString kPeople = u"FROM recipient WHERE incident = ?1 AND standing <> 'excluded' AND repeats = 0 "_s;

// Behind kBadThen. Nobody is owed a substitute notice about somebody who died (45 CFR 164.404(d)(2)).
const QString kCameBack = u"AND status <> 'deceased' AND id IN (SELECT recipient FROM bad)"_s;

Result<> mayView(Reader &reader)
{
    if (reader.may("recipient.view"_L1))
        return {};
    return fail(ErrorCode::NotAllowed,
                u"The people affected are not shown to the role “%1”."_s.arg(roleName(reader.actor().role)));
}

QString escapedLike(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
}

QString decisionWords(int people, Standing standing)
{
    const QString whom = people == 1 ? u"1 person"_s : u"%1 people"_s.arg(people);
    return standing == Standing::Included ? whom + u" included"_s : whom + u" excluded"_s;
}

} // namespace

QString standingToken(Standing standing)
{
    return tokenOf(kStandings, standing);
}

Result<QList<Roster>> RostersQuery::run(Reader &reader) const
{
    return sql::rows(reader.db(), kRosterSelect + u"WHERE r.incident = ?1 ORDER BY r.revision DESC"_s, readRoster,
                     incident);
}

Result<QMap<QString, qint64>> RosterKinds::run(Reader &reader) const
{
    TOCSIN_ASSIGN(
        const Tally kinds,
        tally(reader,
              u"SELECT e.value, count(*) FROM recipient r, json_each(r.data_elements) e WHERE r.incident = ?1 "
              "AND r.standing <> 'excluded' AND r.repeats = 0 GROUP BY e.value"_s,
              incident));
    QMap<QString, qint64> people;
    for (const auto &[kind, number] : kinds)
        people.insert(kind, number);
    return people;
}

Result<RosterTotals> RosterTotalsQuery::run(Reader &reader) const
{
    RosterTotals totals;
    TOCSIN_ASSIGN(
        const Tally standings,
        tally(reader, u"SELECT standing, count(*) FROM recipient WHERE incident = ?1 GROUP BY standing"_s, incident));
    for (const auto &[standing, number] : standings) {
        const Standing which = stored(kStandings, standing);
        (which == Standing::Included        ? totals.included
             : which == Standing::Undecided ? totals.undecided
                                            : totals.excluded)
            = number;
    }
    TOCSIN_ASSIGN(totals.people, sql::number(reader.db(), u"SELECT count(*) "_s + kPeople, incident));
    TOCSIN_ASSIGN(
        totals.returned,
        sql::number(reader.db(),
                    deliverysql::kBadThen + u"SELECT count(*) "_s + kPeople + u"AND reachable = 1 "_s + kCameBack,
                    incident, numberList(alsoBack)));
    TOCSIN_ASSIGN(const qint64 withoutAny,
                  sql::number(reader.db(),
                              u"SELECT count(*) "_s + kPeople + u"AND reachable = 0 AND status <> 'deceased'"_s,
                              incident));
    totals.withoutAddress = withoutAny + totals.returned;
    TOCSIN_ASSIGN(
        const qint64 revision,
        sql::number(reader.db(), u"SELECT coalesce(max(revision), 0) FROM roster WHERE incident = ?1"_s, incident));
    totals.revision = static_cast<int>(revision);
    TOCSIN_ASSIGN(const Tally residents,
                  tally(reader, u"SELECT residence, count(*) "_s + kPeople + u"GROUP BY residence"_s, incident));
    for (const auto &[state, number] : residents) {
        if (state.isEmpty())
            totals.elsewhere = number;
        else
            totals.residents[state] = number;
    }
    TOCSIN_ASSIGN(const Tally problems,
                  tally(reader,
                        u"SELECT first_note, count(*) FROM recipient WHERE incident = ?1 AND standing = 'undecided' "
                        "GROUP BY first_note"_s,
                        incident));
    for (const auto &[kind, number] : problems)
        totals.problems[kind] = number;
    return totals;
}

Result<QList<RecipientId>> RecipientIds::run(Reader &reader) const
{
    TOCSIN_TRY(mayView(reader));
    const std::optional<QString> pattern
        = search.isEmpty() ? std::nullopt : std::optional(u'%' + escapedLike(search) + u'%');
    const auto given = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
    return sql::rows(
        reader.db(),
        u"SELECT id FROM recipient WHERE incident = ?1 "
        "AND (?2 IS NULL OR first_name || ' ' || last_name || ' ' || city || ' ' || recipient_id LIKE ?2 ESCAPE '\\') "
        "AND (?3 IS NULL OR residence = ?3) AND (?4 IS NULL OR standing = ?4) AND (?5 IS NULL OR first_note = ?5) "
        "ORDER BY postal_code, key"_s,
        [](const vault::Statement &row) { return sql::id<RecipientId>(row, 0); }, incident, pattern, given(state),
        standing ? std::optional(standingToken(*standing)) : std::nullopt, given(noteKind));
}

Result<QList<Recipient>> RecipientsById::run(Reader &reader) const
{
    TOCSIN_TRY(mayView(reader));
    return sql::rows(reader.db(),
                     u"SELECT recipient.id, %1, recipient.decision FROM recipient "
                     "JOIN json_each(?1) wanted ON wanted.value = recipient.id ORDER BY wanted.key"_s.arg(
                         // json_each has columns of its own named key and id.
                         u"recipient."_s + QString(kColumns).replace(u", "_s, u", recipient."_s)),
                     readRow, sql::idList(ids));
}

Result<QList<Recipient>> peopleToWithhold(Reader &reader, IncidentId incident, RecipientId after, int most)
{
    return sql::rows(
        reader.db(),
        u"SELECT id, %1, decision FROM recipient WHERE incident = ?1 AND id > coalesce(?2, 0) ORDER BY id LIMIT ?3"_s
            .arg(kColumns),
        readRow, incident, after, most);
}

Result<bool> RosterFileKnown::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<qint64> found,
                  sql::rows(
                      reader.db(), u"SELECT id FROM roster WHERE incident = ?1 AND file_sha256 = ?2"_s,
                      [](const vault::Statement &row) { return row.integer(0); }, incident, fileSha256));
    return !found.isEmpty();
}

Result<StagedCounts> StagedEffect::run(Reader &reader) const
{
    StagedCounts counts;
    const QString matching = u"SELECT count(*) FROM staged_row s JOIN recipient r "
                             "ON r.incident = s.incident AND r.key = s.key WHERE s.incident = ?1 "_s;
    TOCSIN_ASSIGN(const qint64 staged,
                  sql::number(reader.db(), u"SELECT count(*) FROM staged_row WHERE incident = ?1"_s, incident));
    TOCSIN_ASSIGN(counts.unchanged, sql::number(reader.db(), matching + u"AND r.row_hash = s.row_hash"_s, incident));
    TOCSIN_ASSIGN(counts.changed, sql::number(reader.db(), matching + u"AND r.row_hash <> s.row_hash"_s, incident));
    counts.added = staged - counts.unchanged - counts.changed;
    return counts;
}

Result<> StageRows::apply(Writer &writer) const
{
    if (first)
        TOCSIN_TRY(writer.db().execute(u"DELETE FROM staged_row"_s));
    for (const Recipient &row : rows) {
        TOCSIN_TRY(sql::run(
            writer.db(),
            u"INSERT INTO staged_row (incident, %1) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
            "?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)"_s.arg(kColumns),
            incident, row.key, row.recipientId, row.rowHash, row.line, row.firstName, row.lastName,
            sql::jsonText(QJsonArray::fromStringList(row.addressLines)), row.city, row.state, row.residence,
            row.postalCode, row.country, row.email, row.emailConsent, row.language, row.dateOfBirth, row.status,
            row.representative, sql::jsonText(QJsonArray::fromStringList(row.dataElements)), row.reachable, row.repeats,
            standingToken(row.standing), sql::jsonText(row.notes),
            row.notes.first().toObject().value("kind"_L1).toString()));
    }
    return {};
}

Result<Outcome> AcceptStaged::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    TOCSIN_ASSIGN(const bool known, RosterFileKnown{incident, fileSha256}.run(writer));
    if (known)
        return fail(ErrorCode::Conflict, u"This very file was imported before; nothing was changed."_s);
    TOCSIN_ASSIGN(const StagedCounts counts, StagedEffect{incident}.run(writer));
    TOCSIN_ASSIGN(
        const qint64 id,
        sql::insert(writer.db(),
                    u"INSERT INTO roster (incident, revision, file_name, file_sha256, summary, added, changed, "
                    "unchanged, imported_ms, imported_zone, imported_by) VALUES (?1, "
                    "(SELECT coalesce(max(revision), 0) + 1 FROM roster WHERE incident = ?1), ?2, ?3, ?4, ?5, ?6, "
                    "?7, ?8, ?9, ?10)"_s,
                    incident, fileName, fileSha256, sql::jsonText(summary), counts.added, counts.changed,
                    counts.unchanged, writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id));
    TOCSIN_TRY(reconcileStagedAddresses(writer, incident));
    QString assignments = kColumns;
    assignments
        = assignments.split(u", "_s).replaceInStrings(QRegularExpression(u"^(.*)$"_s), u"\\1 = s.\\1"_s).join(u", "_s);
    TOCSIN_TRY(sql::run(
        writer.db(),
        u"UPDATE recipient SET %1, decision = '', roster = ?2 FROM staged_row s WHERE recipient.incident = ?1 "
        "AND s.incident = ?1 AND s.key = recipient.key AND s.row_hash <> recipient.row_hash"_s.arg(assignments),
        incident, id));
    TOCSIN_TRY(
        sql::run(writer.db(),
                 u"INSERT INTO recipient (incident, %1, roster) SELECT incident, %1, ?2 FROM staged_row s "
                 "WHERE s.incident = ?1 AND NOT EXISTS "
                 "(SELECT 1 FROM recipient r WHERE r.incident = ?1 AND r.key = s.key) ORDER BY s.id"_s.arg(kColumns),
                 incident, id));
    TOCSIN_TRY(writer.db().execute(u"DELETE FROM staged_row"_s));
    TOCSIN_TRY(logSystemEntry(writer, incident, Stream::Technical,
                              u"Roster imported: %1 people added, %2 changed, %3 unchanged"_s.arg(counts.added)
                                  .arg(counts.changed)
                                  .arg(counts.unchanged)));
    writer.touch(Kind::Roster, id);
    writer.touchAll(Kind::Recipient);
    writer.note({record.reference,
                 u"roster/%1"_s.arg(id),
                 {},
                 {{u"file_sha256"_s, fileSha256},
                  {u"added"_s, counts.added},
                  {u"changed"_s, counts.changed},
                  {u"unchanged"_s, counts.unchanged}}});
    return Outcome{id, u"roster/%1"_s.arg(id)};
}

Result<Outcome> DecideRecipients::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, requiredWords(reason, u"A decision about people needs a reason."_s));
    if (recipients.isEmpty() || standing == Standing::Undecided)
        return fail(ErrorCode::BadInput, u"Choose the people, and whether to include or to exclude them."_s);
    const QString ids = sql::idList(recipients);
    TOCSIN_ASSIGN(const QList<qint64> incidents,
                  sql::rows(
                      writer.db(),
                      u"SELECT DISTINCT incident FROM recipient WHERE id IN (SELECT value FROM json_each(?1))"_s,
                      [](const vault::Statement &row) { return row.integer(0); }, ids));
    if (incidents.size() != 1)
        return fail(ErrorCode::NotFound, u"The people to decide about are not all of one incident."_s);
    TOCSIN_ASSIGN(const Incident record, IncidentById{IncidentId{incidents.first()}}.run(writer));
    QList<qint64> numbers;
    for (const RecipientId each : recipients)
        numbers << each.value;
    TOCSIN_ASSIGN(const RowState rows, RowState::of(writer, u"recipient"_s, numbers, {u"standing"_s, u"decision"_s}));
    TOCSIN_TRY(
        sql::run(writer.db(),
                 u"UPDATE recipient SET standing = ?2, decision = ?3 WHERE id IN (SELECT value FROM json_each(?1))"_s,
                 ids, standingToken(standing), words));
    for (const RecipientId each : recipients)
        writer.touch(Kind::Recipient, each.value);
    writer.touchAll(Kind::Roster);
    const QJsonObject decided{
        {u"standing"_s, standingToken(standing)}, {u"reason"_s, words}, {u"recipients"_s, sql::jsonArray(ids)}};
    writer.note({record.reference, u"recipients"_s, {}, decided});
    RowReversal reversal;
    reversal.kind = Kind::Recipient;
    reversal.what = decisionWords(static_cast<int>(recipients.size()), standing);
    reversal.subject = u"The decision about these people"_s;
    reversal.before = rows;
    reversal.note = {record.reference, u"recipients"_s, decided, {{u"recipients"_s, sql::jsonArray(ids)}}};
    reversal.outcome = {record.id.value, record.reference};
    reversal.also = [](Writer &again) -> Result<> {
        again.touchAll(Kind::Roster);
        return {};
    };
    TOCSIN_TRY(offerRows(writer, reversal));
    return reversal.outcome;
}

Result<Outcome> AcceptResidents::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const RosterTotals totals, RosterTotalsQuery{incident}.run(writer));
    if (totals.revision == 0)
        return fail(ErrorCode::Conflict, u"No roster was imported yet, so there are no residents to count."_s);
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    TOCSIN_ASSIGN(const FactsRevision current, CurrentFacts{incident}.run(writer));
    const law::Facts facts = withFigures(current.facts, totals);
    if (facts == current.facts)
        return fail(ErrorCode::Conflict, u"The facts have these figures already; nothing was changed."_s);
    const QString reason = u"Residents counted from roster revision %1"_s.arg(totals.revision);
    TOCSIN_ASSIGN(const FactsId id, storeFacts(writer, incident, facts, reason));
    TOCSIN_TRY(logSystemEntry(writer, incident, Stream::Regulatory, reason));
    writer.note({record.reference,
                 u"facts/%1"_s.arg(current.revision + 1),
                 law::toJson(current.facts),
                 {{u"facts"_s, law::toJson(facts)}, {u"reason"_s, reason}}});
    return Outcome{id.value, record.reference};
}

} // namespace tocsin::casework
