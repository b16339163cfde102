// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/wave.h"

#include "casework/delivery_sql.h"
#include "casework/first_notice.h"
#include "casework/sql.h"
#include "core/text.h"
#include "law/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

/// The runs of a notice's latest wave, as far as they matter for the next.
struct LatestWave
{
    int number = 0;
    int shardOf = 1;
    bool everybody = false;
    QString sha256;
    qint64 letters = 0;
    QList<int> shares; ///< that are produced

    [[nodiscard]] bool isComplete() const { return shares.size() >= shardOf; }
};

Result<LatestWave> latestWave(Reader &reader, NoticeId notice)
{
    TOCSIN_ASSIGN(
        const QList<LatestWave> runs,
        sql::rows(
            reader.db(),
            u"SELECT wave, shard_index, shard_of, again, people_sha256, letters FROM run WHERE notice = ?1 AND kind <> "
            "'proof' AND wave = (SELECT max(wave) FROM run WHERE notice = ?1 AND kind <> 'proof') ORDER BY id"_s,
            [](const vault::Statement &row) {
                return LatestWave{static_cast<int>(row.integer(0)),
                                  static_cast<int>(row.integer(2)),
                                  !row.text(3).isEmpty(),
                                  row.text(4),
                                  row.integer(5),
                                  {static_cast<int>(row.integer(1))}};
            },
            notice));
    LatestWave latest = runs.value(runs.size() - 1);
    for (const LatestWave &earlier : runs.first(std::max(runs.size() - 1, qsizetype{0}))) {
        latest.letters += earlier.letters;
        if (earlier.shardOf == latest.shardOf) // of the others nothing was produced: the wave was begun anew
            latest.shares << earlier.shares;
    }
    return latest;
}

/// Whether a share that is asked for belongs to the latest wave, because that one is not complete.
bool goesOn(const LatestWave &latest, const WaveQuery &asked)
{
    return asked.shardOf > 1 && latest.shardOf == asked.shardOf && latest.everybody == asked.everybody
        && !latest.isComplete();
}

/// That a share is still to be made. One of another way to share out what is begun would take some of its people, and
/// leave the shares that it still misses without a wave.
Result<> checkShare(const LatestWave &latest, const WaveQuery &asked)
{
    if (goesOn(latest, asked) && latest.shares.contains(asked.shardIndex)) {
        return fail(
            ErrorCode::Conflict,
            u"Share %1 of %2 was produced already; wave %3 still misses others."_s.arg(
                QString::number(asked.shardIndex), QString::number(asked.shardOf), QString::number(latest.number)));
    }
    if (asked.shardOf == 1 || latest.isComplete() || latest.letters == 0 || goesOn(latest, asked))
        return {};
    const QString wayOut
        = asked.everybody ? QString() : u", or run the letters without a share: that writes to all who have none yet"_s;
    return fail(ErrorCode::Conflict,
                u"Wave %1 is being made in %2 shares, and %3 of them are still to be made. Make those first%4."_s.arg(
                    QString::number(latest.number), QString::number(latest.shardOf),
                    QString::number(latest.shardOf - latest.shares.size()), wayOut));
}

/// Who is written to, of `standing`. A follow-up goes to those who had another letter before its own first run: whoever
/// is written to for the first time after it gets the later words at once.
QString condition(const Notice &notice, bool everybody)
{
    QString wanted = u"s.standing = 'included' AND s.is_bad = 0"_s;
    if (isFollowUp(notice))
        wanted += u" AND s.recipient IN (SELECT d.recipient FROM "_s + earlierLetters() + u")"_s;
    // A substitute notice reached whoever has no letter, until an address is known.
    if (!everybody)
        wanted += u" AND s.state IN ('queued', 'no-address', 'corrected')"_s;
    return wanted;
}

Result<QList<RecipientId>> chosen(Reader &reader, const WaveQuery &asked, int uncounted)
{
    return sql::rows(
        reader.db(),
        deliverysql::kStandings + u"SELECT s.recipient FROM standing s WHERE "_s
            + condition(asked.notice, asked.everybody) + u" ORDER BY s.postal_code, s.key"_s,
        [](const vault::Statement &row) { return sql::id<RecipientId>(row, 0); }, asked.notice.id,
        asked.notice.incident, qint64{uncounted});
}

/// How many are told by the other first notice.
Result<qint64> toldOtherwise(Reader &reader, const WaveQuery &asked, int uncounted)
{
    return sql::number(reader.db(),
                       deliverysql::kStandings
                           + u"SELECT count(*) FROM standing WHERE state = 'otherwise' AND standing = 'included'"_s,
                       asked.notice.id, asked.notice.incident, qint64{uncounted});
}

Result<qint64> includedPeople(Reader &reader, IncidentId incident)
{
    return sql::number(reader.db(), u"SELECT count(*) FROM recipient WHERE incident = ?1 AND standing = 'included'"_s,
                       incident);
}

/// Whether anybody among these agreed to be told by e-mail.
Result<bool> anybodyAgrees(Reader &reader, const QList<RecipientId> &people)
{
    return sql::one(
        reader.db(), {},
        u"SELECT EXISTS (SELECT 1 FROM recipient WHERE email_consent = 1 AND id IN (SELECT value FROM json_each(?1)))"_s,
        [](const vault::Statement &row) { return row.boolean(0); }, sql::idList(people));
}

Failure nobodyToFollow(Reader &reader, const Notice &notice, bool everybody)
{
    const auto inTheHouse = lettersInTheHouse(reader, notice.incident);
    if (!inTheHouse)
        return forward(inTheHouse);
    if (*inTheHouse > 0) {
        return fail(ErrorCode::CheckFailed,
                    u"“%1” follows an earlier letter, and nobody is left who had one. The letters of %2 are not "
                    "recorded as mailed; record the mailing first (letters mailed)."_s.arg(
                        notice.title, law::counted(*inTheHouse, u"person"_s, u"people"_s)));
    }
    if (everybody) {
        return fail(ErrorCode::CheckFailed,
                    u"“%1” follows an earlier letter, and there is nobody who had one and can be written to."_s.arg(
                        notice.title));
    }
    return fail(ErrorCode::CheckFailed,
                u"“%1” follows an earlier letter, and there is nobody who had one and not this. To write to "
                "everybody who had one again, give the reason: letters run --again."_s.arg(notice.title));
}

Failure nobodyLeft(Reader &reader, const Notice &notice, qint64 included, bool everybody)
{
    if (included == 0)
        return fail(ErrorCode::CheckFailed, u"The roster has nobody who gets a letter."_s);
    if (isFollowUp(notice))
        return nobodyToFollow(reader, notice, everybody);
    if (everybody)
        return fail(ErrorCode::CheckFailed, u"Nobody whom “%1” is for can be written to now."_s.arg(notice.title));
    return fail(ErrorCode::CheckFailed,
                u"Everybody who can be written to has had “%1”, as a letter or by e-mail; nobody gets it twice by "
                "accident. To write to everybody again, give the reason: letters run --again."_s.arg(notice.title));
}

/// Of an e-mail: those whom it did not reach get the letter.
Failure nobodyAgreed(const Notice &notice, qsizetype left)
{
    return fail(ErrorCode::CheckFailed,
                u"Everybody who agreed to be told by e-mail has had “%1”. %2 did not agree and get the letter by "
                "first-class mail."_s.arg(notice.title,
                                          left == 1 ? u"The 1 who is left"_s : u"The %1 who are left"_s.arg(left)));
}

} // namespace

QString waveKindToken(WaveKind kind)
{
    switch (kind) {
    case WaveKind::FollowUp:
        return u"follow-up"_s;
    case WaveKind::Everybody:
        return u"everybody"_s;
    case WaveKind::NotWritten:
        break;
    }
    return u"not-written"_s;
}

Result<Wave> WaveQuery::run(Reader &reader) const
{
    if (!reader.may("recipient.view"_L1))
        return fail(ErrorCode::NotAllowed,
                    u"The people affected are not shown to the role “%1”."_s.arg(roleName(reader.actor().role)));
    TOCSIN_ASSIGN(const LatestWave latest, latestWave(reader, notice.id));
    TOCSIN_TRY(checkShare(latest, *this));
    const bool continues = goesOn(latest, *this);
    const int uncounted = continues ? latest.number : 0; // its letters are of the very people that are asked for
    Wave wave;
    const bool isSame = continues || (latest.number > 0 && latest.letters == 0);
    wave.number = isSame ? latest.number : latest.number + 1;
    wave.kind = everybody ? WaveKind::Everybody : isFollowUp(notice) ? WaveKind::FollowUp : WaveKind::NotWritten;
    TOCSIN_ASSIGN(wave.people, chosen(reader, *this, uncounted));
    TOCSIN_ASSIGN(const qint64 included, includedPeople(reader, notice.incident));
    if (wave.people.isEmpty())
        return nobodyLeft(reader, notice, included, everybody);
    wave.leftOut = included - wave.people.size();
    if (notice.kind == "email"_L1 && wave.leftOut > 0) {
        TOCSIN_ASSIGN(const bool some, anybodyAgrees(reader, wave.people));
        if (!some)
            return nobodyAgreed(notice, wave.people.size());
    }
    if (isFirstNotice(notice) && !everybody) {
        TOCSIN_ASSIGN(wave.toldOtherwise, toldOtherwise(reader, *this, uncounted));
    }
    const QString filled = shardOf > 1 ? u'\n' + files : QString();
    wave.sha256 = sha256Hex((sql::idList(wave.people) + filled).toUtf8());
    if (continues && wave.sha256 != latest.sha256) {
        const QString wayOut = latest.letters == 0
            ? u", or share the letters out in another number of shares: none of this wave is produced yet"_s
            : everybody ? QString()
                        : u", or run the letters without a share: that writes to all who have none yet"_s;
        return fail(ErrorCode::Conflict,
                    u"The people of wave %1, or how its letters are put into files (their size, their order, what they "
                    "are split by), have changed since its first share was made. Make this share as the first was "
                    "made%2."_s.arg(QString::number(latest.number), wayOut));
    }
    return wave;
}

} // namespace tocsin::casework
