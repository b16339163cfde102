// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/wave.h"

#include "casework/delivery_sql.h"
#include "casework/first_notice.h"
#include "casework/sql.h"
#include "casework/tokens.h"
#include "core/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr std::array kKinds{
    Words<WaveKind>{WaveKind::NotWritten, "not-written"_L1, "Whoever had no letter yet"_L1},
    Words<WaveKind>{WaveKind::FollowUp, "follow-up"_L1, "Whoever had the earlier letter"_L1},
    Words<WaveKind>{WaveKind::Everybody, "everybody"_L1, "Everybody again"_L1},
};

/// The runs of a notice's latest wave, as far as they matter for the next.
struct LatestWave
{
    int number = 0;
    int shardOf = 1;
    bool everybody = false;
    QString sha256;
    QList<int> shares; ///< that are produced
};

Result<LatestWave> latestWave(Reader &reader, NoticeId notice)
{
    LatestWave latest;
    TOCSIN_TRY(sql::rows(
        reader.db(),
        u"SELECT wave, shard_index, shard_of, again, people_sha256 FROM run WHERE notice = ?1 AND kind <> 'proof' AND "
        "wave = (SELECT max(wave) FROM run WHERE notice = ?1 AND kind <> 'proof') ORDER BY id"_s,
        [&latest](const vault::Statement &row) {
            latest.number = static_cast<int>(row.integer(0));
            latest.shares << static_cast<int>(row.integer(1));
            latest.shardOf = static_cast<int>(row.integer(2));
            latest.everybody = !row.text(3).isEmpty();
            latest.sha256 = row.text(4);
            return 0;
        },
        notice));
    return latest;
}

/// Whether a share that is asked for belongs to the latest wave, because that one is not complete.
bool goesOn(const LatestWave &latest, const WaveQuery &asked)
{
    return asked.shardOf > 1 && latest.shardOf == asked.shardOf && latest.everybody == asked.everybody
        && latest.shares.size() < latest.shardOf;
}

/// Who is written to, of `standing`. A follow-up goes to those who had another letter before its own first run: whoever
/// is written to for the first time after it gets the later words at once.
QString condition(const Notice &notice, bool everybody, bool toldOtherwise)
{
    QString wanted = u"s.standing = 'included'"_s;
    if (notice.kind != "email"_L1) // where a letter came back, an e-mail may still arrive
        wanted += u" AND s.is_bad = 0"_s;
    if (isFollowUp(notice)) {
        wanted += u" AND EXISTS (SELECT 1 FROM delivery d JOIN run u ON u.id = d.run JOIN notice n ON n.id = u.notice "
                  "WHERE d.recipient = s.recipient AND n.id <> ?1 AND n.kind IN ('individual', 'email') AND "
                  "u.id < coalesce((SELECT min(id) FROM run WHERE notice = ?1 AND kind <> 'proof'), u.id + 1))"_s;
    }
    // A substitute notice reached whoever has no letter, until an address is known.
    if (!everybody)
        wanted += u" AND (s.state = 'corrected' OR (s.delivery IS NULL AND s.state <> 'substitute'))"_s;
    if (!everybody && isFirstNotice(notice))
        wanted += (toldOtherwise ? u" AND "_s : u" AND NOT "_s) + hadFirstNoticeOtherwise(u"s.recipient"_s);
    return wanted;
}

Result<QList<RecipientId>> chosen(Reader &reader, const WaveQuery &asked, int uncounted, bool toldOtherwise = false)
{
    return sql::rows(
        reader.db(),
        deliverysql::kStandings + u"SELECT s.recipient FROM standing s WHERE "_s
            + condition(asked.notice, asked.everybody, toldOtherwise) + u" ORDER BY s.postal_code, s.key"_s,
        [](const vault::Statement &row) { return sql::id<RecipientId>(row, 0); }, asked.notice.id,
        asked.notice.incident, qint64{uncounted});
}

Result<qint64> includedPeople(Reader &reader, IncidentId incident)
{
    return sql::one(
        reader.db(), {}, u"SELECT count(*) FROM recipient WHERE incident = ?1 AND standing = 'included'"_s,
        [](const vault::Statement &row) { return row.integer(0); }, incident);
}

/// Whether anybody among these agreed to be told by e-mail.
Result<bool> anybodyAgrees(Reader &reader, const QList<RecipientId> &people)
{
    return sql::one(
        reader.db(), {},
        u"SELECT EXISTS (SELECT 1 FROM recipient WHERE email_consent = 1 AND id IN (SELECT value FROM json_each(?1)))"_s,
        [](const vault::Statement &row) { return row.boolean(0); }, sql::idList(people));
}

Failure nobodyLeft(const Notice &notice, qint64 included, bool everybody)
{
    if (included == 0)
        return fail(ErrorCode::CheckFailed, u"The roster has nobody who gets a letter."_s);
    if (everybody && isFollowUp(notice)) {
        return fail(ErrorCode::CheckFailed,
                    u"“%1” follows an earlier letter, and there is nobody who had one and can be written to."_s.arg(
                        notice.title));
    }
    if (everybody)
        return fail(ErrorCode::CheckFailed, u"Nobody whom “%1” is for can be written to now."_s.arg(notice.title));
    if (isFollowUp(notice)) {
        return fail(ErrorCode::CheckFailed,
                    u"“%1” follows an earlier letter, and there is nobody who had one and not this. To write to "
                    "everybody who had one again, give the reason: letters run --again."_s.arg(notice.title));
    }
    return fail(ErrorCode::CheckFailed,
                u"Everybody who can be written to has had “%1”, as a letter or by e-mail; nobody gets it twice by "
                "accident. To write to everybody again, give the reason: letters run --again."_s.arg(notice.title));
}

} // namespace

QString waveKindToken(WaveKind kind)
{
    return tokenOf(kKinds, kind);
}

Result<Wave> WaveQuery::run(Reader &reader) const
{
    if (!reader.may("recipient.view"_L1))
        return fail(ErrorCode::NotAllowed,
                    u"The people affected are not shown to the role “%1”."_s.arg(roleName(reader.actor().role)));
    TOCSIN_ASSIGN(const LatestWave latest, latestWave(reader, notice.id));
    const bool continues = goesOn(latest, *this);
    if (continues && latest.shares.contains(shardIndex)) {
        return fail(ErrorCode::Conflict,
                    u"Share %1 of %2 was produced already; wave %3 still misses others."_s.arg(
                        QString::number(shardIndex), QString::number(shardOf), QString::number(latest.number)));
    }
    Wave wave;
    wave.number = continues ? latest.number : latest.number + 1;
    wave.kind = everybody ? WaveKind::Everybody : isFollowUp(notice) ? WaveKind::FollowUp : WaveKind::NotWritten;
    TOCSIN_ASSIGN(wave.people, chosen(reader, *this, continues ? latest.number : 0));
    TOCSIN_ASSIGN(const qint64 included, includedPeople(reader, notice.incident));
    if (wave.people.isEmpty())
        return nobodyLeft(notice, included, everybody);
    wave.leftOut = included - wave.people.size();
    if (notice.kind == "email"_L1 && wave.leftOut > 0) {
        TOCSIN_ASSIGN(const bool some, anybodyAgrees(reader, wave.people));
        if (!some)
            return nobodyLeft(notice, included, everybody);
    }
    if (isFirstNotice(notice) && !everybody) {
        TOCSIN_ASSIGN(const auto told, chosen(reader, *this, continues ? latest.number : 0, true));
        wave.toldOtherwise = told.size();
    }
    wave.sha256 = sha256Hex(sql::idList(wave.people).toUtf8());
    if (continues && wave.sha256 != latest.sha256) {
        return fail(ErrorCode::Conflict,
                    u"The people of wave %1 have changed since its first share was produced. Run the letters without "
                    "a share: it writes to all who have none yet."_s.arg(latest.number));
    }
    return wave;
}

} // namespace tocsin::casework
