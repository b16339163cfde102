// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/timeline.h"

#include "casework/incident.h"
#include "casework/sql.h"
#include "casework/tokens.h"
#include "core/text.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kStreams{
    Words<Stream>{Stream::Technical, "technical"_L1, "Technical"_L1},
    Words<Stream>{Stream::Regulatory, "regulatory"_L1, "Regulatory"_L1},
    Words<Stream>{Stream::Communications, "communications"_L1, "Communications"_L1},
    Words<Stream>{Stream::Command, "command"_L1, "Command"_L1},
};

constexpr std::array kPrecisions{
    Words<Precision>{Precision::Exact, "exact"_L1, "Exact"_L1},
    Words<Precision>{Precision::Approximate, "approximate"_L1, "Approximate"_L1},
    Words<Precision>{Precision::Unknown, "unknown"_L1, "Unknown"_L1},
};

constexpr std::array kSources{
    Words<EntrySource>{EntrySource::Person, "person"_L1, "Person"_L1},
    Words<EntrySource>{EntrySource::System, "system"_L1, "System"_L1},
    Words<EntrySource>{EntrySource::Import, "import"_L1, "Import"_L1},
};

constexpr qsizetype kMaxText = 20'000;

const QString kSelect
    = u"SELECT t.id, t.incident, t.at_ms, t.at_zone, t.precision, t.stream, t.text, t.author, p.name, t.source, "
      "t.in_chronology, t.privileged, t.supersedes, s.id, t.recorded_ms, t.recorded_zone "
      "FROM timeline_entry t JOIN person p ON p.id = t.author LEFT JOIN timeline_entry s ON s.supersedes = t.id "_s;

TimelineEntry readRow(const vault::Statement &row)
{
    const auto entryId = [&row](int column) -> std::optional<TimelineEntryId> {
        return row.isNull(column) ? std::nullopt : std::optional(sql::id<TimelineEntryId>(row, column));
    };
    TimelineEntry entry;
    entry.id = sql::id<TimelineEntryId>(row, 0);
    entry.incident = sql::id<IncidentId>(row, 1);
    entry.at = sql::instant(row, 2);
    entry.precision = stored(kPrecisions, row.text(4));
    entry.stream = stored(kStreams, row.text(5));
    entry.text = row.text(6);
    entry.author = sql::id<PersonId>(row, 7);
    entry.authorName = row.text(8);
    entry.source = stored(kSources, row.text(9));
    entry.inChronology = row.boolean(10);
    entry.privileged = row.boolean(11);
    entry.supersedes = entryId(12);
    entry.supersededBy = entryId(13);
    entry.recordedAt = sql::instant(row, 14);
    return entry;
}

/// The words as an FTS5 expression: each quoted, so that nothing a person types is syntax; the last one may be a
/// beginning.
QString searchExpression(const QString &search)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    QStringList terms;
    for (const QString &word : search.split(blanks, Qt::SkipEmptyParts))
        terms << u'"' + QString(word).replace(u'"', u"\"\""_s) + u'"';
    return terms.isEmpty() ? QString() : terms.join(u' ') + u'*';
}

Result<> checkText(const QString &text)
{
    if (text.trimmed().isEmpty())
        return fail(ErrorCode::BadInput, u"A timeline entry says what happened; it cannot be empty."_s);
    if (text.size() > kMaxText)
        return fail(ErrorCode::BadInput, u"A timeline entry has at most %1 characters."_s.arg(kMaxText));
    if (hasControlCharacters(text))
        return fail(ErrorCode::BadInput, u"The text holds control characters; remove them."_s);
    return {};
}

Result<TimelineEntryId> insertEntry(Writer &writer, const TimelineEntry &entry)
{
    const std::optional<qint64> supersedes = entry.supersedes ? std::optional(entry.supersedes->value) : std::nullopt;
    TOCSIN_ASSIGN(const qint64 id,
                  sql::insert(writer.db(),
                              u"INSERT INTO timeline_entry (incident, at_ms, at_zone, precision, stream, text, author, "
                              "source, in_chronology, privileged, supersedes, recorded_ms, recorded_zone) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"_s,
                              entry.incident, entry.at.msecs(), sql::zoneOf(entry.at), precisionToken(entry.precision),
                              streamToken(entry.stream), entry.text, writer.actor().id, tokenOf(kSources, entry.source),
                              entry.inChronology, entry.privileged, supersedes, writer.now().msecs(),
                              sql::zoneOf(writer.now())));
    TOCSIN_TRY(sql::run(writer.db(), u"INSERT INTO timeline_search (rowid, text) VALUES (?1, ?2)"_s, id, entry.text));
    writer.touch(Kind::TimelineEntry, id);
    return TimelineEntryId{id};
}

/// One entry that this person may see, or NotFound.
Result<TimelineEntry> visibleEntry(Reader &reader, TimelineEntryId id)
{
    TOCSIN_ASSIGN(const QList<TimelineEntry> found, TimelineEntries{{id}}.run(reader));
    if (found.isEmpty())
        return fail(ErrorCode::NotFound, u"There is no such timeline entry."_s);
    return found.first();
}

/// The entry, what it corrected and what corrected it: they tell the same, so privilege covers all of them or none.
Result<QList<TimelineEntryId>> versionsOf(Reader &reader, TimelineEntryId entry)
{
    return sql::rows(
        reader.db(),
        u"WITH RECURSIVE version (id, supersedes) AS (SELECT id, supersedes FROM timeline_entry WHERE id = ?1 "
        "UNION SELECT t.id, t.supersedes FROM timeline_entry t "
        "JOIN version v ON t.id = v.supersedes OR t.supersedes = v.id) SELECT id FROM version ORDER BY id"_s,
        [](const vault::Statement &row) { return sql::id<TimelineEntryId>(row, 0); }, entry);
}

QJsonObject entryJson(const TimelineEntry &entry)
{
    return {{u"text"_s, entry.text},
            {u"at"_s, entry.at.toIso()},
            {u"precision"_s, precisionToken(entry.precision)},
            {u"stream"_s, streamToken(entry.stream)},
            {u"in_chronology"_s, entry.inChronology},
            {u"privileged"_s, entry.privileged}};
}

Failure changedSince(TimelineEntryId entry)
{
    return fail(ErrorCode::Conflict, u"Entry %1 has changed since; nothing was taken back."_s.arg(entry.value));
}

/// What a FlagEntry can change of an entry and its versions.
struct Flags
{
    TimelineEntryId id;
    bool inChronology = false;
    bool privileged = false;

    friend bool operator==(const Flags &, const Flags &) = default;
};

Result<QList<Flags>> flagsOf(Reader &reader, const QList<TimelineEntryId> &entries)
{
    return sql::rows(
        reader.db(),
        u"SELECT id, in_chronology, privileged FROM timeline_entry WHERE id IN (SELECT value FROM json_each(?1)) "
        "ORDER BY id"_s,
        [](const vault::Statement &row) {
            return Flags{sql::id<TimelineEntryId>(row, 0), row.boolean(1), row.boolean(2)};
        },
        sql::idList(entries));
}

QJsonObject flagsJson(const QList<Flags> &flags, TimelineEntryId entry)
{
    const auto own = std::find_if(flags.begin(), flags.end(), [entry](const Flags &each) { return each.id == entry; });
    return {{u"in_chronology"_s, own->inChronology}, {u"privileged"_s, own->privileged}};
}

/// Gives an entry and its versions the flags they had, if they still have those that the command gave them.
Result<Outcome> restoreFlags(Writer &writer, TimelineEntryId entry, const QList<Flags> &before,
                             const QList<Flags> &left)
{
    TOCSIN_ASSIGN(const TimelineEntry record, visibleEntry(writer, entry));
    TOCSIN_ASSIGN(const Incident incident, IncidentById{record.incident}.run(writer));
    TOCSIN_ASSIGN(const QList<TimelineEntryId> versions, versionsOf(writer, entry));
    TOCSIN_ASSIGN(const QList<Flags> now, flagsOf(writer, versions));
    if (now != left)
        return changedSince(entry);
    for (const Flags &each : before) {
        TOCSIN_TRY(sql::run(writer.db(),
                            u"UPDATE timeline_entry SET in_chronology = ?2, privileged = ?3 WHERE id = ?1"_s, each.id,
                            each.inChronology, each.privileged));
        writer.touch(Kind::TimelineEntry, each.id.value);
    }
    writer.note(
        {incident.reference, u"timeline/%1"_s.arg(entry.value), flagsJson(now, entry), flagsJson(before, entry)});
    return Outcome{entry.value, QString::number(entry.value)};
}

/// Says again what an entry said before it was corrected: another correction, for all of them stay.
Result<Outcome> correctBack(Writer &writer, TimelineEntryId correction, const TimelineEntry &before)
{
    TOCSIN_ASSIGN(const TimelineEntry now, visibleEntry(writer, correction));
    if (now.supersededBy)
        return changedSince(correction);
    return CorrectEntry{correction, before.text, before.at, before.precision}.apply(writer);
}

} // namespace

QString streamToken(Stream stream)
{
    return tokenOf(kStreams, stream);
}

QString streamName(Stream stream)
{
    return nameOf(kStreams, stream);
}

Result<Stream> streamFromToken(const QString &token)
{
    return fromToken(kStreams, token, "a stream"_L1);
}

QString precisionToken(Precision precision)
{
    return tokenOf(kPrecisions, precision);
}

Result<Precision> precisionFromToken(const QString &token)
{
    return fromToken(kPrecisions, token, "a precision"_L1);
}

Result<QList<TimelineEntryId>> TimelineIds::run(Reader &reader) const
{
    const QString expression = searchExpression(search);
    const QString matching = expression.isEmpty()
        ? QString()
        : u"AND id IN (SELECT rowid FROM timeline_search WHERE timeline_search MATCH ?6) "_s;
    const QString order = oldestFirst ? u"ORDER BY at_ms, id "_s : u"ORDER BY at_ms DESC, id DESC "_s;
    TOCSIN_ASSIGN(vault::Statement statement,
                  reader.db().prepare(u"SELECT id FROM timeline_entry WHERE incident = ?1 AND privileged <= ?2 "
                                      "AND (?3 IS NULL OR stream = ?3) AND in_chronology >= ?4 "_s
                                      + matching + order + u"LIMIT ?5"_s));
    statement.bindAll(incident.value, reader.may("timeline.privileged"_L1),
                      stream ? std::optional(streamToken(*stream)) : std::nullopt, chronologyOnly, most.value_or(-1));
    if (!expression.isEmpty())
        statement.bind(6, expression);
    QList<TimelineEntryId> ids;
    for (;;) {
        TOCSIN_ASSIGN(const bool more, statement.step());
        if (!more)
            return ids;
        ids << TimelineEntryId{statement.integer(0)};
    }
}

Result<QList<TimelineEntry>> TimelineEntries::run(Reader &reader) const
{
    return sql::rows(reader.db(),
                     kSelect
                         + u"JOIN json_each(?1) wanted ON wanted.value = t.id WHERE t.privileged <= ?2 "
                           "ORDER BY wanted.key"_s,
                     readRow, sql::idList(ids), reader.may("timeline.privileged"_L1));
}

Result<Outcome> LogEntry::apply(Writer &writer) const
{
    TOCSIN_TRY(checkText(text));
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    if (privileged && !writer.may("timeline.privileged"_L1))
        return fail(ErrorCode::NotAllowed,
                    u"Only the compliance lead and legal counsel mark an entry as privileged."_s);
    TimelineEntry entry;
    entry.incident = incident;
    entry.at = at.value_or(writer.now());
    entry.precision = precision;
    entry.stream = stream;
    entry.text = text.trimmed();
    // What is privileged is not for the regulator.
    entry.inChronology = inChronology && !privileged;
    entry.privileged = privileged;
    TOCSIN_ASSIGN(const TimelineEntryId id, insertEntry(writer, entry));
    writer.note({record.reference, u"timeline/%1"_s.arg(id.value), {}, entryJson(entry)});
    return Outcome{id.value, QString::number(id.value)};
}

Result<Outcome> CorrectEntry::apply(Writer &writer) const
{
    TOCSIN_TRY(checkText(text));
    TOCSIN_ASSIGN(const TimelineEntry before, visibleEntry(writer, entry));
    if (before.source == EntrySource::System)
        return fail(ErrorCode::Conflict,
                    u"An entry that the program wrote is not corrected; log a new one beside it."_s);
    if (before.supersededBy)
        return fail(ErrorCode::Conflict, u"This entry was corrected already; correct the one that replaced it."_s);
    TOCSIN_ASSIGN(const Incident record, IncidentById{before.incident}.run(writer));
    TimelineEntry after = before;
    after.text = text.trimmed();
    after.at = at.value_or(before.at);
    after.precision = precision.value_or(before.precision);
    after.source = EntrySource::Person;
    after.supersedes = before.id;
    TOCSIN_ASSIGN(const TimelineEntryId id, insertEntry(writer, after));
    writer.touch(Kind::TimelineEntry, before.id.value);
    QJsonObject now = entryJson(after);
    now.insert(u"supersedes"_s, before.id.value);
    writer.note({record.reference, u"timeline/%1"_s.arg(id.value), entryJson(before), now});
    writer.reverseWith({Kind::TimelineEntry, u"entry %1 corrected"_s.arg(before.id.value),
                        [id, before](Writer &again) { return correctBack(again, id, before); }});
    return Outcome{id.value, QString::number(id.value)};
}

Result<Outcome> FlagEntry::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const TimelineEntry before, visibleEntry(writer, entry));
    TOCSIN_ASSIGN(const Incident record, IncidentById{before.incident}.run(writer));
    const bool kept = inChronology && !privileged;
    TOCSIN_ASSIGN(const QList<TimelineEntryId> versions, versionsOf(writer, entry));
    TOCSIN_ASSIGN(const QList<Flags> flagsBefore, flagsOf(writer, versions));
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE timeline_entry SET in_chronology = ?2 WHERE id = ?1"_s, entry, kept));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE timeline_entry SET privileged = ?2, in_chronology = in_chronology AND NOT ?2 "
                        "WHERE id IN (SELECT value FROM json_each(?1))"_s,
                        sql::idList(versions), privileged));
    for (const TimelineEntryId each : versions)
        writer.touch(Kind::TimelineEntry, each.value);
    writer.note({record.reference,
                 u"timeline/%1"_s.arg(entry.value),
                 {{u"in_chronology"_s, before.inChronology}, {u"privileged"_s, before.privileged}},
                 {{u"in_chronology"_s, kept}, {u"privileged"_s, privileged}}});
    TOCSIN_ASSIGN(const QList<Flags> flagsAfter, flagsOf(writer, versions));
    writer.reverseWith({Kind::TimelineEntry, u"entry %1 marked"_s.arg(entry.value),
                        [id = entry, flagsBefore, flagsAfter](Writer &again) {
                            return restoreFlags(again, id, flagsBefore, flagsAfter);
                        }});
    return Outcome{entry.value, QString::number(entry.value)};
}

Result<> logSystemEntry(Writer &writer, IncidentId incident, Stream stream, const QString &text, bool inChronology)
{
    TOCSIN_TRY(checkText(text)); // a person's reason may be part of it
    TimelineEntry entry;
    entry.incident = incident;
    entry.at = writer.now();
    entry.stream = stream;
    entry.text = text;
    entry.source = EntrySource::System;
    entry.inChronology = inChronology;
    return insertEntry(writer, entry).map([](TimelineEntryId) {});
}

Result<> correctSystemEntry(Writer &writer, IncidentId incident, Stream stream, const QString &was, const QString &text)
{
    TOCSIN_TRY(checkText(text));
    // Whether this person may see the entry does not matter: it is corrected all the same, and stays as hidden.
    TOCSIN_ASSIGN(const QList<TimelineEntry> found,
                  sql::rows(writer.db(),
                            kSelect
                                + u"WHERE t.incident = ?1 AND t.source = 'system' AND s.id IS NULL AND (t.text = ?2 OR "
                                  "substr(t.text, 1, length(?2) + 2) = ?2 || '. ') ORDER BY t.id DESC LIMIT 1"_s,
                            readRow, incident, was));
    if (found.isEmpty())
        return logSystemEntry(writer, incident, stream, text);
    TimelineEntry entry = found.first();
    entry.at = writer.now();
    entry.precision = Precision::Exact;
    entry.text = text;
    entry.supersedes = found.first().id;
    entry.supersededBy.reset();
    writer.touch(Kind::TimelineEntry, found.first().id.value);
    return insertEntry(writer, entry).map([](TimelineEntryId) {});
}

} // namespace tocsin::casework
