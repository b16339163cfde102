// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/engine.h"
#include "law/fact_words.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

/// A slip of the pen in a word of the facts is accepted, but never without a warning.
class TestLawWords : public QObject
{
    Q_OBJECT

private:
    RulePacks m_packs;

private Q_SLOTS:
    void initTestCase()
    {
        const Result<RulePacks> packs = builtInRulePacks();
        QVERIFY2(packs, packs ? "" : qPrintable(packs.error().message));
        m_packs = *packs;
    }

    void namesTheKeyAndTheNearestWord_data()
    {
        QTest::addColumn<QString>("facts");
        QTest::addColumn<QStringList>("warnings");
        const auto add = [](const char *name, const QString &rest, const QStringList &warnings) {
            QTest::newRow(name) << u"{\"entity\": \"covered-entity\", \"residents\": {\"TX\": 600}%1}"_s.arg(rest)
                                << warnings;
        };
        const auto warning = [](const QString &key, const QString &word, const QString &near) {
            const QString hint = near.isEmpty() ? QString() : u" Was “%1” meant?"_s.arg(near);
            return QStringList{u"facts.%1: no rule knows “%2”, so it changes nothing.%3"_s.arg(key, word, hint)};
        };
        add("nothing said", {}, {});
        add("known kinds of data", uR"(, "data": ["phi", "ssn", "medical-record-number", "mrn"])"_s, {});
        add("data", uR"(, "data": ["phl", "name"])"_s, warning(u"data[0]"_s, u"phl"_s, u"phi"_s));
        add("data like nothing", uR"(, "data": ["phi", "star-sign"])"_s, warning(u"data[1]"_s, u"star-sign"_s, {}));
        add("known flags", uR"(, "flags": ["part2-program", "licensed-facility:CA-1250"])"_s, {});
        add("flag that letters listen to", uR"(, "flags": ["no-law-enforcement-delay"])"_s, {});
        add("flag", uR"(, "flags": ["part-2-program"])"_s,
            warning(u"flags[0]"_s, u"part-2-program"_s, u"part2-program"_s));
        add("known codes", uR"(, "abroad": ["EU", "CAN-ON", "GB", "UK"])"_s,
            warning(u"abroad[2]"_s, u"GB"_s, u"GBR"_s));
        add("code", uR"(, "abroad": ["GBP"])"_s, warning(u"abroad[0]"_s, u"GBP"_s, u"GBR"_s));
        add("known recipients",
            uR"(, "done": {"HHS": "2026-03-01", "media:TX": "2026-03-01", "individuals": "2026-03-01", "AG:TX": "2026-03-01",
                "no-harm-exception": "2026-03-01"})"_s,
            {});
        add("recipient in other letters", uR"(, "done": {"hhs": "2026-03-01"})"_s,
            warning(u"done.hhs"_s, u"hhs"_s, u"HHS"_s));
        add("recipient", uR"(, "done": {"meda:TX": "2026-03-01"})"_s,
            warning(u"done.meda:TX"_s, u"meda:TX"_s, u"media:TX"_s));
        add("recipient of a contract",
            uR"(, "contract": [{"to": "payer:acme", "days": 5}], "done": {"payer:acme": "2026-03-01"})"_s, {});
        add("who knew", uR"(, "known": [{"by": "wrong-doer", "on": "2026-03-01"}])"_s,
            {u"facts.known[0].by: “wrong-doer” counts as somebody who knew. Was “wrongdoer” meant?"_s});
        add("known to others", uR"(, "known": [{"by": "workforce", "on": "2026-03-01"}])"_s, {});
    }

    void namesTheKeyAndTheNearestWord()
    {
        QFETCH(QString, facts);
        const Result<Facts> read = parseFacts(facts.toUtf8(), u"facts.json"_s);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QTEST(unknownWords(*read, m_packs), "warnings");
    }

    void standsInTheEvaluation()
    {
        Facts facts;
        facts.data = QStringList{u"phl"_s};
        const Evaluation evaluation = evaluate(facts, m_packs);
        QCOMPARE(evaluation.warnings, unknownWords(facts, m_packs));
        QCOMPARE(toJson(evaluation).value(u"warnings"_s).toArray().size(), 1);
        facts.data = QStringList{u"phi"_s};
        QVERIFY(!toJson(evaluate(facts, m_packs)).contains(u"warnings"_s));
    }

    // What the program itself offers to write into facts is no slip of the pen.
    void knowsTheRecipientsOfEveryDuty()
    {
        Facts facts;
        facts.discovered = Moment{QDate(2026, 3, 2), std::nullopt};
        facts.data = QStringList{u"phi"_s, u"phr"_s, u"sud"_s};
        facts.residents = QMap<QString, qint64>{{u"NY"_s, 6000}, {u"CA"_s, 6000}, {u"MA"_s, 6000}};
        facts.abroad = QStringList{u"EU"_s, u"CAN-ON"_s, u"IND"_s};
        facts.regulatorRequests = {{u"DR-1"_s, u"OCR"_s, QDate(2026, 3, 3), {}, 10, {}}};
        facts.findings = {{u"F-1"_s, u"A"_s, QDate(2026, 3, 3), QDate(2026, 3, 3)}};
        const Evaluation evaluation = evaluate(facts, m_packs);
        for (const auto *list : {&evaluation.owed, &evaluation.blocked, &evaluation.notOwed}) {
            for (const Obligation &duty : *list)
                facts.done.insert(duty.recipient, Moment{QDate(2026, 3, 20), std::nullopt});
        }
        facts.done.remove(u"states"_s);
        QVERIFY(facts.done.size() > 30);
        QCOMPARE(unknownWords(facts, m_packs), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestLawWords)
#include "tst_law_words.moc"
