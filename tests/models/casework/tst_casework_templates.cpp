// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/casework/raw_store.h"

#include "casework/ledger_book.h"
#include "casework/template_version.h"
#include "core/text.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

class TestCaseworkTemplates : public QObject
{
    Q_OBJECT

private:
    static SaveTemplate version(int base, const QByteArray &bytes)
    {
        return {u"individual-adult-en"_s, base, bytes, u"Counsel asked for it"_s, QString(64, u'0')};
    }

private Q_SLOTS:
    void addsVersionsAndKeepsEach()
    {
        CaseFixture store;
        QVERIFY(store.ask(NewestTemplates())->isEmpty());
        QVERIFY(store.submit(version(0, "first\n")));
        QVERIFY(store.submit(version(1, "sécond\n")));
        const auto all = store.ask(TemplateVersions{u"individual-adult-en"_s}).value();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().version, 1);
        QCOMPARE(all.first().reason, u"Counsel asked for it"_s);
        QCOMPARE(all.first().byName, u"Ada"_s);
        QCOMPARE(all.first().at, store.clock().now());
        QCOMPARE(all.last().sha256, sha256Hex("sécond\n"));
        const auto newest = store.ask(NewestTemplates()).value();
        QCOMPARE(newest.size(), 1);
        QCOMPARE(newest.first().bytes, QByteArray("sécond\n"));
        QCOMPARE(store.ask(TemplateVersionByNumber{u"individual-adult-en"_s, 1})->bytes, QByteArray("first\n"));
        QCOMPARE(store.ask(TemplateVersionByNumber{u"individual-adult-en"_s, 3}).error().code, ErrorCode::NotFound);
    }

    void losesNobodysChange()
    {
        CaseFixture store;
        QVERIFY(store.submit(version(0, "first\n")));
        const auto late = store.submit(version(0, "another\n"));
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QVERIFY(late.error().message.contains(u"Ada"_s));
        QCOMPARE(store.submit(version(1, "first\n")).error().code, ErrorCode::Conflict);
        QCOMPARE(store.ask(TemplateVersions{u"individual-adult-en"_s})->size(), 1);
    }

    void refusesWhatIsNoText_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("path") << u"../x"_s << QByteArray("t") << u"why"_s;
        QTest::newRow("empty") << u"x"_s << QByteArray() << u"why"_s;
        QTest::newRow("too long") << u"x"_s << QByteArray(256 * 1024 + 1, 'x') << u"why"_s;
        QTest::newRow("no UTF-8") << u"x"_s << QByteArray("\xff") << u"why"_s;
        QTest::newRow("control") << u"x"_s << QByteArray("a\x07") << u"why"_s;
        QTest::newRow("no reason") << u"x"_s << QByteArray("t") << u" "_s;
        QTest::newRow("reason of two lines") << u"x"_s << QByteArray("t") << u"a\nb"_s;
    }

    void refusesWhatIsNoText()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, reason);
        CaseFixture store;
        QCOMPARE(store.submit(SaveTemplate{id, 0, bytes, reason, {}}).error().code, ErrorCode::BadInput);
    }

    void tellsTheLedgerHashesAndReason()
    {
        CaseFixture store;
        QVERIFY(store.submit(version(0, "first\n")));
        QVERIFY(store.submit(version(1, "second\n")));
        const LedgerRow entry = store.ask(LedgerRows())->first();
        QCOMPARE(entry.action, u"template.save"_s);
        QCOMPARE(entry.subject, u"template/individual-adult-en"_s);
        QCOMPARE(entry.before.value("sha256"_L1).toString(), sha256Hex("first\n"));
        QCOMPARE(entry.after.value("sha256"_L1).toString(), sha256Hex("second\n"));
        QCOMPARE(entry.after.value("reason"_L1).toString(), u"Counsel asked for it"_s);
        QCOMPARE(store.ask(LedgerRows())->at(1).before.value("sha256"_L1).toString(), QString(64, u'0'));
    }

    void letsNobodyChangeAVersion()
    {
        CaseFixture store;
        QVERIFY(store.submit(version(0, "first\n")));
        auto raw = test::openRaw(store); // past the program: the triggers still stand
        QVERIFY(raw);
        QVERIFY(!raw->execute(u"UPDATE template_version SET text = 'other'"_s));
        QVERIFY(!raw->execute(u"DELETE FROM template_version"_s));
        QCOMPARE(raw->integer(u"SELECT count(*) FROM template_version WHERE text <> 'other'"_s).value(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkTemplates)
#include "tst_casework_templates.moc"
