// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/incident.h"

#include "casework/notice.h"
#include "casework/person_words.h"
#include "casework/register_check.h"
#include "casework/rule_pack_record.h"
#include "casework/sql.h"
#include "casework/timeline.h"
#include "casework/tokens.h"
#include "core/text.h"
#include "law/facts_check.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kStatuses{
    Words<IncidentStatus>{IncidentStatus::Triage, "triage"_L1, "Triage"_L1},
    Words<IncidentStatus>{IncidentStatus::Containment, "containment"_L1, "Containment"_L1},
    Words<IncidentStatus>{IncidentStatus::Investigation, "investigation"_L1, "Investigation"_L1},
    Words<IncidentStatus>{IncidentStatus::Notification, "notification"_L1, "Notification"_L1},
    Words<IncidentStatus>{IncidentStatus::Remediation, "remediation"_L1, "Remediation"_L1},
    Words<IncidentStatus>{IncidentStatus::Closed, "closed"_L1, "Closed"_L1},
};

constexpr std::array kKinds{
    Words<IncidentKind>{IncidentKind::FailedAudit, "failed-audit"_L1, "Failed audit"_L1},
    Words<IncidentKind>{IncidentKind::Breach, "breach"_L1, "Breach"_L1},
    Words<IncidentKind>{IncidentKind::Both, "both"_L1, "Failed audit and breach"_L1},
};

constexpr qsizetype kMaxTitle = 200;
constexpr qsizetype kMaxStory = 10'000;

const QString kSelect
    = u"SELECT id, reference, title, kind, status, summary, doing, created_ms, created_zone, created_by "
      "FROM incident "_s;

Incident readRow(const vault::Statement &row)
{
    Incident incident;
    incident.id = sql::id<IncidentId>(row, 0);
    incident.reference = row.text(1);
    incident.title = row.text(2);
    incident.kind = stored(kKinds, row.text(3));
    incident.status = stored(kStatuses, row.text(4));
    incident.story = {row.text(5), row.text(6)};
    incident.created = sql::instant(row, 7);
    incident.createdBy = sql::id<PersonId>(row, 9);
    return incident;
}

Result<> checkTitle(const QString &title)
{
    if (title.trimmed().isEmpty() || title.size() > kMaxTitle || hasControlCharacters(title) || title.contains(u'\n')) {
        return fail(
            ErrorCode::BadInput,
            u"An incident's title is one line of 1 to %1 characters, such as “Order export left readable”."_s.arg(
                kMaxTitle));
    }
    return {};
}

Result<> checkStory(const IncidentStory &story)
{
    for (const QString &words : {story.summary, story.whatWeAreDoing}) {
        if (words.size() > kMaxStory || hasControlCharacters(words)) {
            return fail(ErrorCode::BadInput,
                        u"What happened and what is being done are texts of at most %1 characters each, without "
                        "control characters."_s.arg(kMaxStory));
        }
    }
    return {};
}

/// The year of now and the next number in it: 2026-004.
Result<QString> nextReference(Writer &writer)
{
    const int year = writer.now().localDate().year();
    TOCSIN_ASSIGN(const qint64 last,
                  sql::number(writer.db(),
                              u"SELECT coalesce(max(CAST(substr(reference, 6) AS INTEGER)), 0) FROM incident "
                              "WHERE reference LIKE ?1 || '-%'"_s,
                              QString::number(year)));
    return u"%1-%2"_s.arg(year).arg(last + 1, 3, 10, '0'_L1);
}

QJsonObject described(const Incident &incident)
{
    return {{u"title"_s, incident.title},
            {u"kind"_s, kindToken(incident.kind)},
            {u"summary"_s, incident.story.summary},
            {u"doing"_s, incident.story.whatWeAreDoing}};
}

Failure changedSince(const Incident &incident)
{
    return fail(ErrorCode::Conflict, u"%1 has changed since; nothing was taken back."_s.arg(incident.reference));
}

} // namespace

QString statusToken(IncidentStatus status)
{
    return tokenOf(kStatuses, status);
}

QString statusName(IncidentStatus status)
{
    return nameOf(kStatuses, status);
}

Result<IncidentStatus> statusFromToken(const QString &token)
{
    return fromToken(kStatuses, token, "a status"_L1);
}

QString kindToken(IncidentKind kind)
{
    return tokenOf(kKinds, kind);
}

QString kindName(IncidentKind kind)
{
    return nameOf(kKinds, kind);
}

Result<IncidentKind> kindFromToken(const QString &token)
{
    return fromToken(kKinds, token, "a kind of incident"_L1);
}

Result<QList<Incident>> IncidentsQuery::run(Reader &reader) const
{
    return sql::rows(reader.db(), kSelect + u"ORDER BY reference DESC"_s, readRow);
}

Result<Incident> IncidentByReference::run(Reader &reader) const
{
    const Result<Incident> found
        = sql::one(reader.db(), QString(), kSelect + u"WHERE reference = ?1"_s, readRow, reference);
    if (found || found.error().code != ErrorCode::NotFound)
        return found;
    TOCSIN_ASSIGN(const QList<Incident> all, IncidentsQuery().run(reader));
    QStringList references;
    for (const Incident &each : all)
        references << each.reference;
    const QString known = references.isEmpty() ? u"The store has no incidents yet."_s
                                               : u"There are %1."_s.arg(references.join(u", "_s));
    return fail(ErrorCode::NotFound, u"There is no incident “%1”. %2"_s.arg(reference, known));
}

Result<Incident> IncidentById::run(Reader &reader) const
{
    return sql::one(reader.db(), u"There is no such incident."_s, kSelect + u"WHERE id = ?1"_s, readRow, id);
}

Result<Outcome> CreateIncident::apply(Writer &writer) const
{
    TOCSIN_TRY(checkTitle(title));
    TOCSIN_TRY(checkStory(story));
    TOCSIN_TRY(law::checkFacts(facts));
    TOCSIN_TRY(checkDiscoveryIsPast(facts, writer.now()));
    TOCSIN_ASSIGN(const QString reference, nextReference(writer));
    TOCSIN_ASSIGN(const qint64 id,
                  sql::insert(writer.db(),
                              u"INSERT INTO incident (reference, title, kind, status, summary, doing, created_ms, "
                              "created_zone, created_by) VALUES (?1, ?2, ?3, 'triage', ?4, ?5, ?6, ?7, ?8)"_s,
                              reference, title.trimmed(), kindToken(kind), story.summary, story.whatWeAreDoing,
                              writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id));
    const IncidentId incident{id};
    TOCSIN_TRY(pinPacks(writer, incident, writer.packs()));
    TOCSIN_TRY(storeFacts(writer, incident, facts, u"First facts"_s));
    TOCSIN_TRY(createFirstNotice(writer, incident));
    TOCSIN_TRY(
        logSystemEntry(writer, incident, Stream::Command, u"Incident %1 opened: %2"_s.arg(reference, title.trimmed())));
    writer.touch(Kind::Incident, id);
    writer.note({reference,
                 u"incident/"_s + reference,
                 {},
                 {{u"title"_s, title.trimmed()}, {u"kind"_s, kindToken(kind)}, {u"facts"_s, law::toJson(facts)}}});
    return Outcome{id, reference};
}

Result<Outcome> SetIncidentStatus::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words, personWords(reason));
    TOCSIN_ASSIGN(const Incident before, IncidentById{incident}.run(writer));
    if (before.status == status) {
        return fail(ErrorCode::Conflict,
                    u"Incident %1 is in “%2” already."_s.arg(before.reference, statusName(status)));
    }
    if (status == IncidentStatus::Closed)
        TOCSIN_TRY(checkRootCauses(writer, incident));
    TOCSIN_TRY(
        sql::run(writer.db(), u"UPDATE incident SET status = ?2 WHERE id = ?1"_s, incident, statusToken(status)));
    const QString because = words.isEmpty() ? QString() : u": "_s + words;
    TOCSIN_TRY(logSystemEntry(
        writer, incident, Stream::Command,
        u"Status changed from %1 to %2%3"_s.arg(statusName(before.status), statusName(status), because)));
    writer.touch(Kind::Incident, incident.value);
    writer.note({before.reference,
                 u"incident/"_s + before.reference,
                 {{u"status"_s, statusToken(before.status)}},
                 {{u"status"_s, statusToken(status)}, {u"reason"_s, words}}});
    writer.reverseWith({Kind::Incident, u"%1 set to “%2”"_s.arg(before.reference, statusName(status)),
                        [before, left = status](Writer &again) -> Result<Outcome> {
                            TOCSIN_ASSIGN(const Incident now, IncidentById{before.id}.run(again));
                            if (now.status != left)
                                return changedSince(before);
                            return SetIncidentStatus{before.id, before.status, u"taken back"_s}.apply(again);
                        }});
    return Outcome{incident.value, before.reference};
}

Result<Outcome> DescribeIncident::apply(Writer &writer) const
{
    TOCSIN_TRY(checkTitle(title));
    TOCSIN_TRY(checkStory(story));
    TOCSIN_ASSIGN(const Incident before, IncidentById{incident}.run(writer));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE incident SET title = ?2, kind = ?3, summary = ?4, doing = ?5 WHERE id = ?1"_s,
                        incident, title.trimmed(), kindToken(kind), story.summary, story.whatWeAreDoing));
    TOCSIN_ASSIGN(const Incident after, IncidentById{incident}.run(writer));
    writer.touch(Kind::Incident, incident.value);
    writer.note({before.reference, u"incident/"_s + before.reference, described(before), described(after)});
    writer.reverseWith({Kind::Incident, u"%1 described anew"_s.arg(before.reference),
                        [before, after](Writer &again) -> Result<Outcome> {
                            TOCSIN_ASSIGN(const Incident now, IncidentById{before.id}.run(again));
                            if (described(now) != described(after))
                                return changedSince(before);
                            return DescribeIncident{before.id, before.title, before.kind, before.story}.apply(again);
                        }});
    return Outcome{incident.value, before.reference};
}

} // namespace tocsin::casework
