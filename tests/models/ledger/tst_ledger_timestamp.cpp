// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/timestamp.h"

#include "throwaway_authority.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::ledger;
using namespace tocsin::ledger::fixture;

class TestTimestamp : public QObject
{
    Q_OBJECT

    const ThrowawayAuthority m_authority;
    const QByteArray m_digest = QCryptographicHash::hash("a checkpoint", QCryptographicHash::Sha256);
    const QByteArray m_other = QCryptographicHash::hash("another", QCryptographicHash::Sha256);
    const QDateTime m_at = QDateTime(QDate(2020, 6, 1), QTime(12, 30, 15), Qt::UTC);
    const QByteArray m_request = *makeTimeStampRequest(m_digest);
    const QByteArray m_reply = m_authority.reply(m_request, m_at);

private Q_SLOTS:
    void asksForTheDigestWithAFreshNonceAndTheCertificate()
    {
        const auto *position = reinterpret_cast<const unsigned char *>(m_request.constData());
        const std::unique_ptr<TS_REQ, decltype(&TS_REQ_free)> request(
            d2i_TS_REQ(nullptr, &position, static_cast<long>(m_request.size())), &TS_REQ_free);
        QVERIFY(request);
        QCOMPARE(TS_REQ_get_version(request.get()), 1L);
        QVERIFY(TS_REQ_get_cert_req(request.get()) != 0);
        QVERIFY(TS_REQ_get_nonce(request.get()));
        QVERIFY(m_request.contains(m_digest));
        QVERIFY(*makeTimeStampRequest(m_digest) != m_request);
        QCOMPARE(makeTimeStampRequest(m_digest.first(31)).error().code, ErrorCode::BadInput);
    }

    void acceptsAReplyEvenAfterItsCertificateEnded()
    {
        const Result<TimeStamp> stamp = verifyTimeStampReply(m_digest, m_request, m_reply, m_authority.rootPem());
        QVERIFY2(stamp, qPrintable(stamp ? QString() : stamp.error().message));
        QCOMPARE(stamp->at, Instant(m_at.toMSecsSinceEpoch(), "UTC"));
        QCOMPARE(stamp->authority, u"CN=Throwaway Authority"_s);
        QCOMPARE(stamp->serial, u"2a17"_s);
        QCOMPARE(stamp->policy, u"1.2.3.4.1"_s);
    }

    void refusesAStampFromOutsideItsCertificatesTime()
    {
        const QByteArray late = m_authority.reply(m_request, m_at.addYears(2));
        QCOMPARE(verifyTimeStampReply(m_digest, m_request, late, m_authority.rootPem()).error().code,
                 ErrorCode::CheckFailed);
    }

    void refusesAnotherCheckpoint()
    {
        const Result<TimeStamp> stamp = verifyTimeStampReply(m_other, m_request, m_reply, m_authority.rootPem());
        QCOMPARE(stamp.error().code, ErrorCode::CheckFailed);
    }

    void refusesAReplyToAnotherRequest()
    {
        const QByteArray again = *makeTimeStampRequest(m_digest); // same digest, another nonce
        QCOMPARE(verifyTimeStampReply(m_digest, again, m_reply, m_authority.rootPem()).error().code,
                 ErrorCode::CheckFailed);
        const QByteArray other = *makeTimeStampRequest(m_other);
        QCOMPARE(verifyTimeStampReply(m_other, other, m_reply, m_authority.rootPem()).error().code,
                 ErrorCode::CheckFailed);
    }

    void refusesAnAuthorityThatIsNotTrusted()
    {
        const ThrowawayAuthority stranger("Another Root");
        QCOMPARE(verifyTimeStampReply(m_digest, m_request, m_reply, stranger.rootPem()).error().code,
                 ErrorCode::CheckFailed);
        const QByteArray both = stranger.rootPem() + m_authority.rootPem();
        QVERIFY(verifyTimeStampReply(m_digest, m_request, m_reply, both));
    }

    void refusesARefusal()
    {
        const QByteArray refusal = m_authority.reply(m_request, m_at, false);
        QVERIFY(!refusal.isEmpty());
        const Result<TimeStamp> stamp = verifyTimeStampReply(m_digest, m_request, refusal, m_authority.rootPem());
        QCOMPARE(stamp.error().code, ErrorCode::CheckFailed);
        // It names no request, so it is told for what it is before any is looked for.
        QVERIFY(!answersRequest(m_request, refusal));
        QCOMPARE(checkReply(refusal).error().code, ErrorCode::CheckFailed);
        QVERIFY2(checkReply(refusal).error().message.contains(u"refused"_s), qPrintable(stamp.error().message));
        QCOMPARE(stamp.error().message, checkReply(refusal).error().message);
        QVERIFY(checkReply(m_reply));
        QCOMPARE(checkReply("no reply").error().code, ErrorCode::BadInput);
    }

    void provesNothingElseAfterAnyFlippedByte()
    {
        const TimeStamp good = *verifyTimeStampReply(m_digest, m_request, m_reply, m_authority.rootPem());
        int refused = 0;
        for (qsizetype index = 0; index < m_reply.size(); ++index) {
            QByteArray flipped = m_reply;
            flipped[index] = static_cast<char>(flipped.at(index) ^ (1 << (index % 8)));
            const Result<TimeStamp> stamp = verifyTimeStampReply(m_digest, m_request, flipped, m_authority.rootPem());
            if (!stamp) {
                ++refused;
                continue;
            }
            QCOMPARE(stamp->at, good.at);
            QCOMPARE(stamp->authority, good.authority);
            QCOMPARE(stamp->serial, good.serial);
            QCOMPARE(stamp->policy, good.policy);
        }
        QVERIFY2(refused > m_reply.size() * 9 / 10, qPrintable(u"%1 of %2"_s.arg(refused).arg(m_reply.size())));
    }

    void refusesFilesThatAreSomethingElse_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QByteArray>("certificates");
        const QByteArray root = m_authority.rootPem();
        QTest::newRow("empty request") << QByteArray() << m_reply << root;
        QTest::newRow("reply as request") << m_reply << m_reply << root;
        QTest::newRow("more after the request") << m_request + 'x' << m_reply << root;
        QTest::newRow("empty reply") << m_request << QByteArray() << root;
        QTest::newRow("request as reply") << m_request << m_request << root;
        QTest::newRow("cut reply") << m_request << m_reply.chopped(1) << root;
        QTest::newRow("more after the reply") << m_request << m_reply + 'x' << root;
        QTest::newRow("a large reply") << m_request << QByteArray(2 * 1024 * 1024, '0') << root;
        QTest::newRow("no certificate") << m_request << m_reply << QByteArray();
        QTest::newRow("text as certificate") << m_request << m_reply << QByteArray("hello");
        QTest::newRow("broken certificate") << m_request << m_reply << root + QByteArray(root).replace("MII", "AAA");
    }
    void refusesFilesThatAreSomethingElse()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, reply);
        QFETCH(QByteArray, certificates);
        const Result<TimeStamp> stamp = verifyTimeStampReply(m_digest, request, reply, certificates);
        QVERIFY(!stamp);
        QCOMPARE(stamp.error().code, ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_ledger_timestamp.moc"
