// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_reader.h"
#include "core/safe_file.h"
#include "law/engine.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

namespace {

/// True if the two due values name the same day or the same moment.
bool isSameDue(const QString &expected, const Due &due)
{
    if (!expected.contains(u'T'))
        return expected == due.toIso();
    const Result<Instant> moment = Instant::parse(expected);
    return moment && due.instant && moment->msecs() == due.instant->msecs();
}

bool meets(const QJsonObject &expected, const Obligation &duty)
{
    const QJsonValue due = expected.value("due"_L1);
    return duty.recipient == expected.value("recipient"_L1).toString()
        && duty.citation.contains(expected.value("citation"_L1).toString())
        && (due.isNull() ? duty.due.isNull() : isSameDue(due.toString(), duty.due))
        && (!expected.contains("kind"_L1) || duty.kind == expected.value("kind"_L1).toString())
        && (!expected.contains("counsel_review"_L1)
            || duty.counselReview == expected.value("counsel_review"_L1).toBool());
}

QString shown(const Evaluation &evaluation)
{
    return QString::fromUtf8(QJsonDocument(toJson(evaluation)).toJson());
}

} // namespace

/// Facts with the answers that a lawyer expects: fixtures/law/*.json, in the form of models/law/FORMAT.md.
class TestLawCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheExpectedAnswer_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QJsonObject>("given");
        addCases(QString(), u"cases.json"_s);
        addCases(QString(), u"federal-cases.json"_s);
        addCases(QString(), u"crisis-cases.json"_s);
        addCases(QString(), u"state-cases.json"_s);
        addCases(QStringLiteral(TOCSIN_FIXTURES "/law/mechanisms"), u"mechanism-cases.json"_s);
    }

    void givesTheExpectedAnswer()
    {
        QFETCH(QString, folder);
        QFETCH(QJsonObject, given);
        static const Result<RulePacks> builtIn = builtInRulePacks();
        const Result<RulePacks> packs = folder.isEmpty() ? builtIn : loadRulePacks(folder);
        QVERIFY2(packs, packs ? "" : qPrintable(packs.error().message));
        const Result<Facts> facts = factsFromJson(given.value("facts"_L1).toObject());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        const Evaluation evaluation = evaluate(*facts, *packs);

        checkExpected(given, evaluation);
        checkUnexpected(given, evaluation);
        checkBlocked(given, evaluation);
        checkNotOwed(given, evaluation);
        for (const Obligation &duty : evaluation.owed + evaluation.notOwed + evaluation.blocked) {
            QVERIFY2(!duty.why.isEmpty(), qPrintable(duty.recipient));
            QVERIFY2(!duty.citation.isEmpty(), qPrintable(duty.recipient));
            QVERIFY2(!duty.why.contains(QString()), qPrintable(duty.recipient));
        }
    }

private:
    void addCases(const QString &folder, const QString &name)
    {
        const QString path = QStringLiteral(TOCSIN_FIXTURES "/law/") + name;
        const Result<QByteArray> bytes = readFile(path, 1 << 22);
        QVERIFY2(bytes, qPrintable(path));
        const Result<QJsonObject> file = parseJsonObject(*bytes, name);
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        const QJsonArray cases = file->value("cases"_L1).toArray();
        QVERIFY(!cases.isEmpty());
        for (const QJsonValue &each : cases) {
            const QJsonObject given = each.toObject();
            const QString title = given.value("id"_L1).toString() + u' ' + given.value("title"_L1).toString();
            QTest::newRow(qPrintable(title)) << folder << given;
        }
    }

    void checkExpected(const QJsonObject &given, const Evaluation &evaluation)
    {
        for (const QJsonValue &each : given.value("expect"_L1).toArray()) {
            const QJsonObject expected = each.toObject();
            const bool found = std::any_of(evaluation.owed.cbegin(), evaluation.owed.cend(),
                                           [&](const Obligation &duty) { return meets(expected, duty); });
            const QString wanted = QString::fromUtf8(QJsonDocument(expected).toJson(QJsonDocument::Compact));
            QVERIFY2(found, qPrintable(u"not owed as expected: "_s + wanted + u" in "_s + shown(evaluation)));
        }
    }

    void checkUnexpected(const QJsonObject &given, const Evaluation &evaluation)
    {
        for (const QJsonValue &each : given.value("must_not_expect"_L1).toArray()) {
            for (const Obligation &duty : evaluation.owed)
                QVERIFY2(duty.recipient != each.toString(), qPrintable(shown(evaluation)));
        }
    }

    /// "expect_blocked": [{"recipient", "missing": […]}]
    void checkBlocked(const QJsonObject &given, const Evaluation &evaluation)
    {
        for (const QJsonValue &each : given.value("expect_blocked"_L1).toArray()) {
            const QJsonObject expected = each.toObject();
            const bool found
                = std::any_of(evaluation.blocked.cbegin(), evaluation.blocked.cend(), [&](const Obligation &duty) {
                      return duty.recipient == expected.value("recipient"_L1).toString()
                          && QJsonArray::fromStringList(duty.missing) == expected.value("missing"_L1).toArray();
                  });
            QVERIFY2(found, qPrintable(shown(evaluation)));
        }
    }

    /// "expect_not_owed": [{"recipient", "citation", "why"}], the last two being part of the text
    void checkNotOwed(const QJsonObject &given, const Evaluation &evaluation)
    {
        for (const QJsonValue &each : given.value("expect_not_owed"_L1).toArray()) {
            const QJsonObject expected = each.toObject();
            const bool found
                = std::any_of(evaluation.notOwed.cbegin(), evaluation.notOwed.cend(), [&](const Obligation &duty) {
                      return duty.recipient == expected.value("recipient"_L1).toString()
                          && duty.citation.contains(expected.value("citation"_L1).toString())
                          && duty.why.join(u'\n').contains(expected.value("why"_L1).toString());
                  });
            QVERIFY2(found, qPrintable(shown(evaluation)));
        }
    }
};

QTEST_GUILESS_MAIN(TestLawCases)
#include "tst_law_cases.moc"
