// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/sample_letters.h"
#include "notices/compose.h"
#include "notices/email_message.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

namespace {

EmailHead head()
{
    return {u"Sample Wellness Store"_s,
            u"privacy@example.org"_s,
            u"Ana Ñandú"_s,
            u"ana.sample+1@example.com"_s,
            u"Notice of Data Breach"_s,
            Instant::parse(u"2026-03-05T09:07:00-05:00"_s).value()};
}

Result<QByteArray> message(const EmailHead &head)
{
    const LetterComposer composer(sample::inputs());
    return emailMessage(composer.compose(sample::recipient())->document, head, u"0a1b"_s);
}

/// The headers, unfolded.
QStringList headersOf(const QByteArray &message)
{
    QByteArray head = message.left(message.indexOf("\r\n\r\n"));
    head.replace("\r\n ", " ");
    return QString::fromLatin1(head).split(u"\r\n"_s);
}

QString partOf(const QByteArray &message, const QByteArray &type)
{
    const qsizetype start = message.indexOf("\r\n\r\n", message.indexOf(QByteArray("Content-Type: " + type))) + 4;
    return QString::fromUtf8(QByteArray::fromBase64(message.mid(start, message.indexOf("--tocsin_", start) - start)));
}

} // namespace

class TestNoticesEmail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOnlyWhatIsOneMailbox_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("fits");
        QTest::newRow("plain") << u"ana@example.com"_s << true;
        QTest::newRow("tag and dots") << u"a.b+c_d@mail.example.co.uk"_s << true;
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("no at") << u"ana.example.com"_s << false;
        QTest::newRow("no dot") << u"ana@localhost"_s << false;
        QTest::newRow("two") << u"ana@example.com,bob@example.com"_s << false;
        QTest::newRow("a name") << u"Ana <ana@example.com>"_s << false;
        QTest::newRow("a line break") << u"ana@example.com\r\nBcc: eve@example.com"_s << false;
        QTest::newRow("a last line feed") << u"ana@example.com\n"_s << false;
        QTest::newRow("a blank") << u"ana @example.com"_s << false;
        QTest::newRow("dots in a row") << u"ana..b@example.com"_s << false;
        QTest::newRow("other letters") << u"ana@exämple.com"_s << false;
        QTest::newRow("too long") << QString(QString(65, u'a') + u"@example.com"_s) << false;
    }

    void takesOnlyWhatIsOneMailbox()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, fits);
        QCOMPARE(canBeMailbox(address), fits);
        EmailHead to = head();
        to.toAddress = address;
        QCOMPARE(message(to).has_value(), fits);
    }

    void saysTheLetterInBothForms()
    {
        const auto made = message(head());
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        const QString plain = partOf(*made, "text/plain");
        const QString html = partOf(*made, "text/html");
        for (const QString &text : {plain, html}) {
            QVERIFY(text.contains(u"What happened"_s, Qt::CaseInsensitive));
            QVERIFY(!text.contains(sample::recipient().address.first())); // no postal address
        }
        QVERIFY(html.startsWith(u"<!DOCTYPE html>"_s));
        const QStringList headers = headersOf(*made);
        QVERIFY(headers.contains(u"Date: Thu, 5 Mar 2026 09:07:00 -0500"_s));
        QVERIFY(headers.contains(u"Message-ID: <0a1b@example.org>"_s));
        QVERIFY(headers.contains(u"MIME-Version: 1.0"_s));
        QCOMPARE(*message(head()), *made);
    }

    /// Headers that follow from a stranger's text are as many as without it, and every line is short and plain ASCII.
    void letsNothingOfAStrangersBecomeAHeader()
    {
        EmailHead hostile = head();
        hostile.toName = u"Ana\r\nBcc: eve@example.com\r\n\r\n<script> \u202e "_s + QString(300, u'Ñ');
        hostile.subject = u"Notice\nX-Evil: yes "_s + QString(100, u'x');
        const auto made = message(hostile);
        QVERIFY(made);
        const QStringList headers = headersOf(*made);
        QCOMPARE(headers.size(), headersOf(*message(head())).size());
        for (const QString &each : headers)
            QVERIFY2(!each.startsWith(u"Bcc"_s) && !each.startsWith(u"X-Evil"_s), qPrintable(each));
        const QByteArrayList lines = made->split('\n');
        for (const QByteArray &line : lines) {
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY2(line.size() <= 77, line.constData()); // 76 and the carriage return: RFC 2047, 2
            QVERIFY(std::all_of(line.begin(), line.end(), [](char c) { return static_cast<uchar>(c) < 0x80; }));
        }
        QVERIFY(!made->contains("script"));
    }
};

QTEST_MAIN(TestNoticesEmail)
#include "tst_notices_email.moc"
