// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/time_stamp.h"

#include "casework/ledger_book.h"
#include "core/safe_file.h"

#include <QFile>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qint64 kMaxBundle = qint64{1024} * 1024;

QString inText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromText(const QJsonObject &object, QLatin1StringView key)
{
    return QByteArray::fromBase64(object.value(key).toString().toLatin1());
}

/// Whom the machine trusts, where the person named nobody.
Result<QByteArray> machineCertificates()
{
    for (const QString &path : {qEnvironmentVariable("SSL_CERT_FILE"), u"/etc/ssl/certs/ca-certificates.crt"_s,
                                u"/etc/pki/tls/certs/ca-bundle.crt"_s}) {
        if (!path.isEmpty() && QFile::exists(path))
            return readFile(path, kMaxBundle);
    }
    return fail(ErrorCode::BadInput,
                u"This machine has no list of certificates to trust; name the authority's with --ca."_s);
}

QString subjectOf(const ledger::Checkpoint &checkpoint)
{
    return u"checkpoint/%1"_s.arg(checkpoint.count);
}

} // namespace

LedgerNote requestNote(const ledger::Checkpoint &checkpoint, const QByteArray &request)
{
    return {{},
            subjectOf(checkpoint),
            {},
            {{u"checkpoint"_s, QString::fromLatin1(checkpoint.toText())}, {u"request"_s, inText(request)}}};
}

LedgerNote replyNote(const StampRecord &record, const ledger::TimeStamp &stamp)
{
    return {{},
            subjectOf(record.checkpoint),
            {},
            {{u"request"_s, inText(record.request)},
             {u"reply"_s, inText(record.reply)},
             {u"certificates"_s, QString::fromLatin1(record.certificates)},
             {u"stamped"_s, stamp.at.toIso()},
             {u"authority"_s, stamp.authority},
             {u"serial"_s, stamp.serial}}};
}

Result<QList<StampRecord>> StampRecords::run(Reader &reader) const
{
    LedgerRows query;
    query.action = kStampAction;
    query.limit = std::numeric_limits<int>::max();
    query.oldestFirst = true;
    TOCSIN_ASSIGN(const QList<LedgerRow> rows, query.run(reader));
    QList<StampRecord> records;
    for (const LedgerRow &row : rows) {
        const QByteArray request = fromText(row.after, "request"_L1);
        if (row.after.contains("checkpoint"_L1)) {
            TOCSIN_ASSIGN(const ledger::Checkpoint checkpoint,
                          ledger::Checkpoint::parse(row.after.value("checkpoint"_L1).toString().toLatin1()));
            records.append({checkpoint, request});
            continue;
        }
        const auto asked = std::find_if(records.begin(), records.end(),
                                        [&request](const StampRecord &each) { return each.request == request; });
        if (asked == records.end())
            continue;
        asked->reply = fromText(row.after, "reply"_L1);
        asked->certificates = row.after.value("certificates"_L1).toString().toLatin1();
    }
    return records;
}

Result<ledger::TimeStamp> verifyStamp(const StampRecord &record)
{
    QByteArray trusted = record.certificates;
    if (trusted.isEmpty()) {
        TOCSIN_ASSIGN(trusted, machineCertificates());
    }
    return ledger::verifyTimeStampReply(record.checkpoint.digest(), record.request, record.reply, trusted);
}

Result<QList<StampFinding>> verifyStamps(Reader &reader)
{
    TOCSIN_ASSIGN(const QList<StampRecord> records, StampRecords().run(reader));
    QList<StampFinding> findings;
    for (const StampRecord &record : records) {
        if (record.reply.isEmpty())
            continue;
        const Result<ledger::TimeStamp> stamp = verifyStamp(record);
        findings.append({record.checkpoint, stamp ? std::optional(*stamp) : std::nullopt,
                         stamp ? QString() : stamp.error().message});
    }
    return findings;
}

Result<StampRecord> matchReply(Reader &reader, const QByteArray &reply, const QByteArray &certificates)
{
    TOCSIN_ASSIGN(QList<StampRecord> records, StampRecords().run(reader));
    const auto record = std::find_if(records.begin(), records.end(), [&reply](const StampRecord &each) {
        return ledger::answersRequest(each.request, reply);
    });
    if (record == records.end()) {
        TOCSIN_TRY(ledger::checkReply(reply));
        return fail(ErrorCode::CheckFailed,
                    u"This reply answers no request of this store. Make one with “tocsin ledger stamp-request”."_s);
    }
    if (!record->reply.isEmpty())
        return fail(ErrorCode::Conflict, u"The reply to this request is kept already."_s);
    record->reply = reply;
    record->certificates = certificates;
    return *record;
}

} // namespace tocsin::casework
