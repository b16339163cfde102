// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using tocsin::Instant;

class TestInstant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOffsetItWasMeantIn()
    {
        const auto instant = Instant::parse(u"2026-03-10T23:30:00-05:00"_s);
        QVERIFY(instant);
        QCOMPARE(instant->localDate(), QDate(2026, 3, 10));
        QCOMPARE(instant->inZone("UTC").localDate(), QDate(2026, 3, 11));
        QCOMPARE(instant->toIso(), u"2026-03-10T23:30:00-05:00"_s);
    }

    void showsTheOffsetInForceThereAndThen()
    {
        const auto winter = Instant::parse(u"2026-01-15T18:00:00Z"_s);
        const auto summer = Instant::parse(u"2026-07-15T18:00:00Z"_s);
        QCOMPARE(winter->inZone("America/Chicago").toIso(), u"2026-01-15T12:00:00-06:00"_s);
        QCOMPARE(summer->inZone("America/Chicago").toIso(), u"2026-07-15T13:00:00-05:00"_s);
    }

    void refusesWhatIsNoInstant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no offset") << u"2026-03-10T23:30:00"_s;
        QTest::newRow("date only") << u"2026-03-10"_s;
        QTest::newRow("day that does not exist") << u"2026-02-29T10:00:00Z"_s;
        QTest::newRow("words") << u"yesterday"_s;
        QTest::newRow("trailing text") << u"2026-03-10T23:30:00Z ok"_s;
        QTest::newRow("empty") << QString();
    }

    void refusesWhatIsNoInstant()
    {
        QFETCH(QString, text);
        const auto instant = Instant::parse(text);
        QVERIFY(!instant);
        QCOMPARE(instant.error().code, tocsin::ErrorCode::BadInput);
    }

    void readsOnlyDatesThatExist()
    {
        QCOMPARE(*tocsin::parseDate(u"2028-02-29"_s), QDate(2028, 2, 29));
        QVERIFY(!tocsin::parseDate(u"2026-02-29"_s));
        QVERIFY(!tocsin::parseDate(u"2026-3-1"_s));
        QVERIFY(!tocsin::parseDate(u"2026-03-01T00:00:00Z"_s));
    }

    void knowsZonesByNameOrOffset()
    {
        for (const char *zone :
             {"America/Chicago", "Asia/Kathmandu", "UTC", "UTC-05:00", "UTC+05:45", "Etc/UTC", "Etc/GMT+5"})
            QVERIFY2(tocsin::isKnownZone(zone), zone);
        for (const char *zone : {"", "Mars", "Mars/Olympus", "Chicago", "UTC+99:00", "Etc/Olympus"})
            QVERIFY2(!tocsin::isKnownZone(zone), zone);
    }

    void writesDatesAsLettersShowThem() { QCOMPARE(tocsin::longDate(QDate(2026, 3, 3)), u"March 3, 2026"_s); }
};

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_core_instant.moc"
