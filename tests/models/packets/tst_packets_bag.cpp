// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/bag.h"
#include "packets/personal_names.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::packets;

class TestPacketsBag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheManifestItWrites()
    {
        const QString hash(64, u'0');
        const Manifest lines{{u"data/a.txt"_s, hash}, {u"data/b/c.pdf"_s, hash}};
        QCOMPARE(parseManifest(manifestText({lines[1], lines[0]}), u"m"_s).value(), lines);
    }

    void refusesOtherManifests_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray hash(64, 'a');
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("empty line") << QByteArray("\n");
        QTest::newRow("no line feed") << hash + "  data/a";
        QTest::newRow("carriage return") << hash + "  data/a\r\n";
        QTest::newRow("capital digits") << QByteArray(64, 'A') + "  data/a\n";
        QTest::newRow("short hash") << QByteArray(63, 'a') + "  data/a\n";
        QTest::newRow("one space") << hash + " data/a\n";
        QTest::newRow("binary marker") << hash + " *data/a\n";
        QTest::newRow("empty path") << hash + "  \n";
        QTest::newRow("out of the folder") << hash + "  data/../../a\n";
        QTest::newRow("absolute") << hash + "  /etc/passwd\n";
        QTest::newRow("backslash") << hash + "  data\\a\n";
        QTest::newRow("drive") << hash + "  C:a\n";
        QTest::newRow("hidden") << hash + "  data/.a\n";
        QTest::newRow("percent") << hash + "  data/%2e%2e\n";
        QTest::newRow("not ASCII") << hash + "  data/\xc3\xa4\n";
        QTest::newRow("not UTF-8") << hash + "  data/\xff\n";
        QTest::newRow("twice") << hash + "  data/a\n" + hash + "  data/a\n";
        QTest::newRow("descending") << hash + "  data/b\n" + hash + "  data/a\n";
        QTest::newRow("capitals only differ") << hash + "  data/A\n" + hash + "  data/a\n";
        QTest::newRow("too long") << hash + "  data/" + QByteArray(300, 'a') + "\n";
    }
    void refusesOtherManifests()
    {
        QFETCH(QByteArray, text);
        const auto parsed = parseManifest(text, u"manifest-sha256.txt"_s);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::BadInput);
        QVERIFY(parsed.error().message.contains(u"manifest-sha256.txt"_s));
    }

    void readsTheInfoItWrites() { QCOMPARE(BagInfo::parse(info().toText()).value(), info()); }

    void keepsEachValueOnItsLine()
    {
        BagInfo made = info();
        made.organization = u"Sample\nPayload-Oxum: 1.1"_s;
        QCOMPARE(BagInfo::parse(made.toText()).value().organization, u"Sample Payload-Oxum: 1.1"_s);
    }

    void refusesOtherInfo_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("label") << QByteArray("Bagging-Date") << QByteArray("Bagging-date");
        QTest::newRow("date") << QByteArray("2026-03-20") << QByteArray("2026-02-30");
        QTest::newRow("leading zero") << QByteArray("1234.7") << QByteArray("01234.7");
        QTest::newRow("negative") << QByteArray("1234.7") << QByteArray("-1234.7");
        QTest::newRow("identifier") << QByteArray("tocsin-packet/") << QByteArray("tocsin-parcel/");
        QTest::newRow("description") << QByteArray("Evidence packet") << QByteArray("Evidence parcel");
        QTest::newRow("another line") << QByteArray("Payload-Oxum") << QByteArray("Contact-Name: X\nPayload-Oxum");
        QTest::newRow("blank at the end") << QByteArray("Store\n") << QByteArray("Store \n");
        QTest::newRow("cut off") << QByteArray("Source-Organization: Sample Store\n") << QByteArray();
    }
    void refusesOtherInfo()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray text = info().toText();
        QVERIFY(text.contains(from));
        const auto parsed = BagInfo::parse(text.replace(from, to));
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.contains(u"bag-info.txt"_s));
    }

    void withholdsPeopleOfTheRoster_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("left");
        QTest::addColumn<qint64>("count");
        QTest::newRow("name") << u"Ana María O’Neil called."_s << u"[withheld] called."_s << qint64(1);
        QTest::newRow("first given name") << u"Ana O'Neil called."_s << u"[withheld] called."_s << qint64(1);
        QTest::newRow("turned around") << u"O'NEIL, ANA MARÍA called."_s << u"[withheld] called."_s << qint64(1);
        QTest::newRow("address") << u"At 12  North\nElm St., twice"_s << u"At [withheld]., twice"_s << qint64(1);
        QTest::newRow("e-mail") << u"<Ana.O@mail.example>"_s << u"<[withheld]>"_s << qint64(1);
        QTest::newRow("record number") << u"chart A-10077;"_s << u"chart [withheld];"_s << qint64(1);
        QTest::newRow("twice") << u"Ana O'Neil and Ana O'Neil"_s << u"[withheld] and [withheld]"_s << qint64(2);
        QTest::newRow("another Ana") << u"Ana Smith, Elm St."_s << u"Ana Smith, Elm St."_s << qint64(0);
        QTest::newRow("part of a word") << u"Diana O'Neilson"_s << u"Diana O'Neilson"_s << qint64(0);
        QTest::newRow("nothing") << QString() << QString() << qint64(0);
    }
    void withholdsPeopleOfTheRoster()
    {
        QFETCH(QString, text);
        PersonalNames names;
        casework::Recipient person;
        person.firstName = u"Ana María"_s;
        person.lastName = u"O'Neil"_s;
        person.addressLines = QStringList{u"12 North Elm St"_s};
        person.email = u"ana.o@mail.example"_s;
        person.recipientId = u"A-10077"_s;
        names.add(person);
        qint64 count = 0;
        QTEST(names.withhold(text, count), "left");
        QTEST(count, "count");
    }

private:
    static BagInfo info() { return {u"Tocsin 1"_s, QDate(2026, 3, 20), u"2026-004"_s, 1234, 7, u"Sample Store"_s}; }
};

QTEST_GUILESS_MAIN(TestPacketsBag)
#include "tst_packets_bag.moc"
