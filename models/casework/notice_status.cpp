// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/notice_status.h"

#include "casework/delivery_sql.h"
#include "casework/record_day.h"
#include "casework/sql.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

// A document that reached somebody on a day, as it was produced by then.
const QString kDocumentIsSent
    = u"SELECT EXISTS (SELECT 1 FROM publication WHERE notice = ?1 AND first_day IS NOT NULL AND first_day >= ?2)"_s;

// Letters of which none lies there still.
const QString kLettersAreSent
    = u"SELECT count(*) > 0 AND min(%1) FROM delivery d JOIN run u ON u.id = d.run WHERE u.notice = ?1 AND "
      "u.kind <> 'proof'"_s.arg(deliverysql::recorded(u"mailed"_s));

Result<bool> lettersAreSent(Writer &writer, NoticeId notice)
{
    return sql::one(
        writer.db(), {}, kLettersAreSent, [](const vault::Statement &row) { return row.boolean(0); }, notice);
}

Result<bool> documentIsSent(Writer &writer, const Notice &notice)
{
    TOCSIN_ASSIGN(const QByteArray zone, organizationZone(writer));
    TOCSIN_ASSIGN(const Instant produced,
                  sql::one(
                      writer.db(), u"This notice was not produced."_s,
                      u"SELECT finished_ms, finished_zone FROM run WHERE notice = ?1 AND notice_version = ?2 "
                      "ORDER BY id LIMIT 1"_s,
                      [](const vault::Statement &row) { return sql::instant(row, 0); }, notice.id, notice.version));
    const QDate day = produced.inZone(zone).localDate();
    return sql::one(
        writer.db(), {}, kDocumentIsSent, [](const vault::Statement &row) { return row.boolean(0); }, notice.id, day);
}

} // namespace

Result<> setNoticeStatus(Writer &writer, NoticeId notice, NoticeStatus status)
{
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE notice SET status = ?2, changed_ms = ?3, changed_zone = ?4 WHERE id = ?1"_s, notice,
                        noticeStatusToken(status), writer.now().msecs(), sql::zoneOf(writer.now())));
    writer.touch(Kind::Notice, notice.value);
    return {};
}

Result<> markProduced(Writer &writer, const Notice &notice)
{
    return notice.status == NoticeStatus::Approved ? setNoticeStatus(writer, notice.id, NoticeStatus::Produced)
                                                   : Result<>();
}

Result<> refreshSent(Writer &writer, NoticeId notice)
{
    TOCSIN_ASSIGN(const Notice now, noticeById(writer, notice));
    if (now.status != NoticeStatus::Produced && now.status != NoticeStatus::Sent)
        return {};
    TOCSIN_ASSIGN(const bool sent, writesToPeople(now) ? lettersAreSent(writer, notice) : documentIsSent(writer, now));
    const NoticeStatus status = sent ? NoticeStatus::Sent : NoticeStatus::Produced;
    if (status == now.status)
        return {};
    return setNoticeStatus(writer, notice, status);
}

} // namespace tocsin::casework
