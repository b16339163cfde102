// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_reader.h"
#include "core/text.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatHidesInText()
    {
        QVERIFY(!hasControlCharacters(u"Name\twith tab\nand break"));
        QVERIFY(hasControlCharacters(u"bell\u0007"));
        QVERIFY(hasControlCharacters(u"reordered \u202Etxt.exe"));
        QCOMPARE(withoutControlCharacters(u"a\u0001b\u202Ec\u0085d"), u"abcd"_s);
        QVERIFY(!hasControlCharacters(u"عبد الرحمن"));
    }

    void keepsASpreadsheetFromCalculating()
    {
        QCOMPARE(spreadsheetSafe(u"=HYPERLINK(\"x\")"_s), u"'=HYPERLINK(\"x\")"_s);
        QCOMPARE(spreadsheetSafe(u"-1"_s), u"'-1"_s);
        QCOMPARE(spreadsheetSafe(u"Main St"_s), u"Main St"_s);
        QCOMPARE(csvField(u"a \"b\", c"_s), u"\"a \"\"b\"\", c\""_s);
        QCOMPARE(csvField(u"plain"_s), u"plain"_s);
    }

    void hashesAsTheStandardSays()
    {
        // FIPS 180-4, example "abc".
        QCOMPARE(sha256Hex("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    }

    void listsEachKnownKeyOnce()
    {
        const QJsonObject object{{u"count"_s, 1}, {u"colour"_s, 2}};
        JsonReader reader(object, u"top"_s);
        reader.value("count"_L1);
        reader.integer("count"_L1, 0, 10);
        QCOMPARE(reader.finish().error().message, u"top.colour: unknown key; known here are count."_s);
    }

    void namesTheKeyThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown key") << QByteArray(R"({"count":1,"inner":{"day":"2026-01-01"},"colour":2})")
                                     << u"top.colour: unknown key; known here are count, inner."_s;
        QTest::newRow("unknown inner key") << QByteArray(R"({"count":1,"inner":{"day":"2026-01-01","x":1}})")
                                           << u"top.inner.x: unknown key; known here are day."_s;
        QTest::newRow("negative") << QByteArray(R"({"count":-1,"inner":{"day":"2026-01-01"}})")
                                  << u"top.count: expected a whole number from 0 to 10."_s;
        QTest::newRow("fraction") << QByteArray(R"({"count":1.5,"inner":{"day":"2026-01-01"}})")
                                  << u"top.count: expected a whole number from 0 to 10."_s;
        QTest::newRow("missing") << QByteArray(R"({"inner":{"day":"2026-01-01"}})")
                                 << u"top.count: expected a whole number from 0 to 10; it is missing."_s;
        QTest::newRow("impossible date") << QByteArray(R"({"count":1,"inner":{"day":"2026-02-30"}})")
                                         << u"top.inner.day: expected a date such as 2026-03-10."_s;
        QTest::newRow("good") << QByteArray(R"({"count":1,"inner":{"day":"2026-02-28"}})") << QString();
    }

    void namesTheKeyThatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, message);
        JsonReader reader(*parseJsonObject(json, u"the test"_s), u"top"_s);
        reader.integer("count"_L1, 0, 10);
        reader.object("inner"_L1, [](JsonReader &inner) { inner.date("day"_L1); });
        const Result<> done = reader.finish();
        QCOMPARE(done ? QString() : done.error().message, message);
    }

    void saysWhereJsonBreaks()
    {
        const auto broken = parseJsonObject("{\n \"a\": 1,\n \"b\" 2}", u"facts.json"_s);
        QVERIFY(!broken);
        QVERIFY2(broken.error().message.contains(u"line 3"_s), qPrintable(broken.error().message));
    }

    void refusesAKeyThatStandsTwice_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("side by side") << QByteArray(R"({"a": 1, "a": 2})");
        QTest::newRow("further down") << QByteArray(R"({"x": {"a": [{}, {"b": {}, "c": 1, "b": 2}]}})");
        QTest::newRow("spelt with an escape") << QByteArray("{\"TX\": 1, \"T\\u0058\": 2}");
        QTest::newRow("after a value that looks like a key")
            << QByteArray("{\"a\": \"a\\\":\", \"b\": \"a\", \"a\" : 2}");
    }

    void refusesAKeyThatStandsTwice()
    {
        QFETCH(QByteArray, json);
        const auto twice = parseJsonObject(json, u"facts.json"_s);
        QVERIFY(!twice);
        QVERIFY2(twice.error().message.contains(u"second time, at line 1"_s), qPrintable(twice.error().message));
    }

    void letsOneKeyStandInManyObjects()
    {
        const auto many = parseJsonObject(
            "{\"a\": {\"a\": [{\"a\": \"a\"}, {\"a\": \"a\\\\\"}]}, \"b\": {\"a\": \"{\\\"b\\\": 1}\"}}", u"x"_s);
        QVERIFY2(many, many ? "" : qPrintable(many.error().message));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_core_text.moc"
