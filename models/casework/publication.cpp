// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/publication.h"

#include "casework/facts_record.h"
#include "casework/incident.h"
#include "casework/notice_status.h"
#include "casework/record_day.h"
#include "casework/row_state.h"
#include "casework/rule_pack_record.h"
#include "casework/sql.h"
#include "casework/tokens.h"
#include "core/text.h"
#include "law/engine.h"
#include "law/wording.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qsizetype kMaxLine = 300;
constexpr qsizetype kMaxReason = 1'000;
const QString kWeb = u"web"_s;
const QString kExpectedDay = u"give the day on which the notice appeared"_s;
const QString kPostingDuty = u"posting:web"_s;

struct KindWords
{
    QLatin1StringView token;
    QLatin1StringView name;
    bool isPublic;
};
/// `isPublic`: for what appears somewhere; the others are ways in which a document reaches its reader.
constexpr std::array kKinds{
    KindWords{"web"_L1, "Web site"_L1, true},
    KindWords{"newspaper"_L1, "Newspaper"_L1, true},
    KindWords{"radio"_L1, "Radio"_L1, true},
    KindWords{"television"_L1, "Television"_L1, true},
    KindWords{"online"_L1, "Online news"_L1, true},
    KindWords{"wire"_L1, "Wire service"_L1, true},
    KindWords{"other"_L1, "Other outlet"_L1, true},
    KindWords{"portal"_L1, "Online portal"_L1, false},
    KindWords{"post"_L1, "Post or courier"_L1, false},
    KindWords{"email"_L1, "E-mail"_L1, false},
    KindWords{"fax"_L1, "Fax"_L1, false},
    KindWords{"hand"_L1, "By hand, or in a meeting"_L1, false},
};

const QString kSelect
    = u"SELECT u.id, u.notice, u.number, u.kind, u.name, u.market, u.first_day, u.last_day, u.proof, u.reason, p.name, "
      "u.changed_ms, u.changed_zone FROM publication u JOIN person p ON p.id = u.author "_s;

Publication readRow(const vault::Statement &row)
{
    Publication made;
    made.id = sql::id<PublicationId>(row, 0);
    made.notice = sql::id<NoticeId>(row, 1);
    made.number = static_cast<int>(row.integer(2));
    made.kind = row.text(3);
    made.name = row.text(4);
    made.market = row.text(5);
    made.firstDay = sql::date(row, 6);
    made.lastDay = sql::date(row, 7);
    made.proof = row.text(8);
    made.reason = row.text(9);
    made.byName = row.text(10);
    made.changed = sql::instant(row, 11);
    return made;
}

/// How long a posting that began on a day has to stand, by the rules of the incident: what the law computes of its
/// facts with that day in them. Null where no rule says.
Result<std::optional<law::Obligation>> postingDuty(Reader &reader, IncidentId incident, QDate firstDay)
{
    TOCSIN_ASSIGN(FactsRevision facts, CurrentFacts{incident}.run(reader));
    TOCSIN_ASSIGN(const law::RulePacks packs, IncidentLaw{incident}.run(reader));
    facts.facts.posting = law::Posting{firstDay, {}};
    const law::Evaluation evaluation = law::evaluate(facts.facts, packs);
    const auto duty = std::find_if(evaluation.owed.begin(), evaluation.owed.end(),
                                   [](const law::Obligation &each) { return each.recipient == kPostingDuty; });
    return duty == evaluation.owed.end() ? std::nullopt : std::optional(*duty);
}

Result<> addRequired(Reader &reader, IncidentId incident, Publication &publication)
{
    if (!publication.isPosting())
        return {};
    TOCSIN_ASSIGN(const std::optional<law::Obligation> duty, postingDuty(reader, incident, publication.firstDay));
    publication.required = duty ? duty->due.day() : QDate();
    publication.citation = duty ? duty->citation : QString();
    publication.counselReview = duty && duty->counselReview;
    return {};
}

/// A publication with its notice and incident.
struct Subject
{
    Publication publication;
    Notice notice;
    QString incident;

    [[nodiscard]] QString name() const { return u"notice/"_s + notice.key; }
    [[nodiscard]] QString reference() const { return u"%1@%2"_s.arg(notice.key).arg(publication.number); }
};

Result<Subject> subjectOf(Reader &reader, PublicationId id)
{
    TOCSIN_ASSIGN(
        Publication found,
        sql::one(reader.db(), u"There is no such place of a notice."_s, kSelect + u"WHERE u.id = ?1"_s, readRow, id));
    TOCSIN_ASSIGN(Notice notice, noticeById(reader, found.notice));
    TOCSIN_ASSIGN(const Incident record, IncidentById{notice.incident}.run(reader));
    TOCSIN_TRY(addRequired(reader, notice.incident, found));
    return Subject{std::move(found), std::move(notice), record.reference};
}

Result<> checkLine(const QString &what, const QString &text, qsizetype atMost, bool needed)
{
    const QString line = text.trimmed();
    if ((needed && line.isEmpty()) || line.size() > atMost || line.contains(u'\n') || hasControlCharacters(line)) {
        return fail(ErrorCode::BadInput,
                    u"%1 is one line of %2 to %3 characters."_s.arg(what, needed ? u"1"_s : u"0"_s).arg(atMost));
    }
    return {};
}

/// The same address or outlet a second time, unless the first posting was taken down.
Result<> checkIsNew(Reader &reader, const AddPublication &added)
{
    TOCSIN_ASSIGN(const QList<Publication> all, PublicationsQuery{added.notice}.run(reader));
    const auto same = std::find_if(all.begin(), all.end(), [&added](const Publication &each) {
        return !each.lastDay.isValid() && each.kind == added.kind && each.name == added.name.trimmed()
            && each.market == added.market.trimmed();
    });
    if (same == all.end())
        return {};
    return fail(ErrorCode::Conflict,
                u"This is recorded already as place %1; amend that one."_s.arg(QString::number(same->number)));
}

Result<> checkAdded(Writer &writer, const Notice &notice, const AddPublication &added)
{
    const bool web = added.kind == kWeb;
    const QStringList kinds = publicationKinds(notice);
    if (!kinds.contains(added.kind)) {
        return fail(
            ErrorCode::BadInput,
            u"“%1” is no kind of place for “%2”; there are: %3."_s.arg(added.kind, notice.title, kinds.join(u", "_s)));
    }
    TOCSIN_TRY(checkLine(web ? u"The web address"_s : u"The name of the place"_s, added.name, kMaxLine, true));
    TOCSIN_TRY(checkLine(u"The market"_s, added.market, kMaxLine, false));
    TOCSIN_TRY(checkLine(u"The proof"_s, added.proof, kMaxLine, false));
    const QUrl url(added.name.trimmed(), QUrl::StrictMode);
    const bool isUrl = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        && url.host().contains(u'.') && url.userInfo().isEmpty();
    if (web && !isUrl)
        return fail(ErrorCode::BadInput, u"A posting has a web address, such as https://www.example.org/notice."_s);
    if (web && !added.firstDay.isValid())
        return fail(ErrorCode::BadInput, u"A posting has a first day."_s);
    if (added.firstDay.isValid())
        TOCSIN_TRY(checkSinceDiscovery(writer, notice.incident, added.firstDay, kExpectedDay));
    return checkIsNew(writer, added);
}

QJsonObject told(const Publication &publication)
{
    return {{u"place"_s, publication.number},
            {u"kind"_s, publication.kind},
            {u"name"_s, publication.name},
            {u"market"_s, publication.market},
            {u"first_day"_s, publication.firstDay.toString(Qt::ISODate)},
            {u"last_day"_s, publication.lastDay.toString(Qt::ISODate)},
            {u"proof"_s, publication.proof},
            {u"reason"_s, publication.reason}};
}

/// The reverse of a place: it goes, and the ledger keeps what it was.
Result<> offerRemoval(Writer &writer, const Subject &added)
{
    const PublicationId id = added.publication.id;
    RowReversal reversal;
    reversal.kind = Kind::Publication;
    reversal.what = u"“%1” recorded"_s.arg(added.publication.name);
    reversal.subject = u"“%1”"_s.arg(added.publication.name);
    TOCSIN_ASSIGN(
        reversal.before,
        RowState::of(writer, u"publication"_s, {id.value}, {u"first_day"_s, u"last_day"_s, u"proof"_s, u"author"_s}));
    reversal.note = {added.incident, added.name(), told(added.publication), {}};
    reversal.outcome = {id.value, added.reference()};
    reversal.also = [id, notice = added.notice.id](Writer &again) -> Result<> {
        TOCSIN_TRY(sql::run(again.db(), u"DELETE FROM publication WHERE id = ?1"_s, id));
        return refreshSent(again, notice);
    };
    return offerRows(writer, reversal);
}

/// Writes what may change of a place, notes it and offers the reverse.
Result<Outcome> change(Writer &writer, const Subject &before, const Publication &after, const QString &what)
{
    const PublicationId id = before.publication.id;
    TOCSIN_ASSIGN(const RowState rows,
                  RowState::of(writer, u"publication"_s, {id.value},
                               {u"first_day"_s, u"last_day"_s, u"proof"_s, u"reason"_s, u"author"_s, u"changed_ms"_s,
                                u"changed_zone"_s}));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE publication SET first_day = ?2, last_day = ?3, proof = ?4, reason = ?5, author = ?6, "
                        "changed_ms = ?7, changed_zone = ?8 WHERE id = ?1"_s,
                        id, after.firstDay, after.lastDay, after.proof, after.reason, writer.actor().id,
                        writer.now().msecs(), sql::zoneOf(writer.now())));
    writer.touch(Kind::Publication, id.value);
    writer.note({before.incident, before.name(), told(before.publication), told(after)});
    RowReversal reversal;
    reversal.kind = Kind::Publication;
    reversal.what = what;
    reversal.subject = u"“%1”"_s.arg(after.name);
    reversal.before = rows;
    reversal.note = {before.incident, before.name(), told(after), told(before.publication)};
    reversal.outcome = {id.value, before.reference()};
    reversal.also = [notice = before.notice.id](Writer &again) { return refreshSent(again, notice); };
    TOCSIN_TRY(offerRows(writer, reversal));
    TOCSIN_TRY(refreshSent(writer, before.notice.id));
    return Outcome{id.value, before.reference()};
}

} // namespace

bool Publication::isPosting() const
{
    return kind == kWeb;
}

int Publication::daysLeft(QDate today) const
{
    const bool over = !required.isValid() || lastDay.isValid() || today > required;
    return over ? 0 : static_cast<int>(today.daysTo(required)) + 1;
}

int Publication::daysShort() const
{
    const bool early = required.isValid() && lastDay.isValid() && lastDay < required;
    return early ? static_cast<int>(lastDay.daysTo(required)) : 0;
}

QStringList publicationKinds(const Notice &notice)
{
    QStringList tokens;
    for (const KindWords &each : kKinds) {
        if (each.isPublic == isPublished(notice))
            tokens << each.token;
    }
    return tokens;
}

QString publicationKindName(const QString &kind)
{
    const auto found
        = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindWords &each) { return kind == each.token; });
    return found == kKinds.end() ? kind : QString(found->name);
}

bool isPublished(const Notice &notice)
{
    return notice.kind == "website"_L1 || notice.kind == "press-release"_L1;
}

Result<QList<Publication>> PublicationsQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const Notice record, noticeById(reader, notice));
    TOCSIN_ASSIGN(QList<Publication> all,
                  sql::rows(reader.db(), kSelect + u"WHERE u.notice = ?1 ORDER BY u.number"_s, readRow, notice));
    for (Publication &each : all)
        TOCSIN_TRY(addRequired(reader, record.incident, each));
    return all;
}

Result<Outcome> AddPublication::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Notice record, noticeById(writer, notice));
    if (writesToPeople(record)) {
        return fail(
            ErrorCode::BadInput,
            u"“%1” goes to each person; what becomes of its letters is recorded with its runs."_s.arg(record.title));
    }
    TOCSIN_TRY(checkAdded(writer, record, *this));
    TOCSIN_TRY(sql::run(writer.db(), u"UPDATE notice SET places = places + 1 WHERE id = ?1"_s, notice));
    TOCSIN_ASSIGN(const qint64 number, sql::number(writer.db(), u"SELECT places FROM notice WHERE id = ?1"_s, notice));
    TOCSIN_ASSIGN(const qint64 id,
                  sql::insert(writer.db(),
                              u"INSERT INTO publication (notice, number, kind, name, market, first_day, proof, author, "
                              "changed_ms, changed_zone) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"_s,
                              notice, number, kind, name.trimmed(), market.trimmed(), firstDay, proof.trimmed(),
                              writer.actor().id, writer.now().msecs(), sql::zoneOf(writer.now())));
    writer.touch(Kind::Publication, id);
    TOCSIN_ASSIGN(const Subject made, subjectOf(writer, PublicationId{id}));
    writer.note({made.incident, made.name(), {}, told(made.publication)});
    TOCSIN_TRY(offerRemoval(writer, made));
    TOCSIN_TRY(refreshSent(writer, notice));
    return Outcome{id, made.reference()};
}

Result<Outcome> AmendPublication::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Subject before, subjectOf(writer, publication));
    TOCSIN_TRY(checkLine(u"The proof"_s, proof, kMaxLine, false));
    Publication after = before.publication;
    after.firstDay = firstDay;
    after.proof = proof.trimmed();
    if (after.isPosting() && !after.firstDay.isValid())
        return fail(ErrorCode::BadInput, u"A posting has a first day."_s);
    if (after.lastDay.isValid() && after.lastDay < after.firstDay)
        return fail(ErrorCode::BadInput, u"It was taken down before that day."_s);
    if (after.firstDay.isValid())
        TOCSIN_TRY(checkSinceDiscovery(writer, before.notice.incident, after.firstDay, kExpectedDay));
    if (after.firstDay == before.publication.firstDay && after.proof == before.publication.proof)
        return fail(ErrorCode::Conflict, u"This is recorded already; nothing was changed."_s);
    TOCSIN_TRY(addRequired(writer, before.notice.incident, after));
    if (after.daysShort() > 0 && after.reason.isEmpty()) {
        return fail(ErrorCode::BadInput,
                    u"Since then it would have stood %1 too short, and nobody said why it was taken down."_s.arg(
                        law::counted(after.daysShort(), u"day"_s, u"days"_s)));
    }
    return change(writer, before, after, u"“%1” amended"_s.arg(after.name));
}

Result<Outcome> TakeDownPublication::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Subject before, subjectOf(writer, publication));
    const Publication &posted = before.publication;
    if (!posted.isPosting())
        return fail(ErrorCode::BadInput, u"Only a posting on the web site is taken down."_s);
    if (posted.lastDay.isValid()) {
        return fail(ErrorCode::Conflict, u"It was taken down on %1."_s.arg(posted.lastDay.toString(Qt::ISODate)));
    }
    if (!day.isValid() || day < posted.firstDay) {
        return fail(ErrorCode::BadInput,
                    u"It stands since %1; give a day from then on."_s.arg(posted.firstDay.toString(Qt::ISODate)));
    }
    TOCSIN_TRY(checkSinceDiscovery(writer, before.notice.incident, day, kExpectedDay));
    TOCSIN_TRY(checkLine(u"The reason"_s, reason, kMaxReason, false));
    Publication after = posted;
    after.lastDay = day;
    after.reason = reason.trimmed();
    if (after.daysShort() > 0 && after.reason.isEmpty()) {
        return fail(ErrorCode::BadInput,
                    u"It has to stand until %1, %2 longer. Say why it was taken down."_s.arg(
                        posted.required.toString(Qt::ISODate), law::counted(after.daysShort(), u"day"_s, u"days"_s)));
    }
    return change(writer, before, after, u"“%1” taken down"_s.arg(after.name));
}

} // namespace tocsin::casework
