// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/letter_case.h"

#include "casework/facts_record.h"
#include "intake/vocabulary.h"
#include "jobs/store_recipients.h"
#include "law/delay_asked.h"
#include "notices/data_elements.h"
#include "notices/pdf/letter_fonts.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::CaseFixture;
using tocsin::test::LetterCase;

namespace {

LetterMaterial materialOf(LetterCase &made)
{
    const auto session = made.store.file().openSession();
    return letterMaterial(**session, made.incident, u"individual-en"_s, made.store.file().now()).value();
}

} // namespace

/// What letters say of the incident: the words, the facts and the roster.
class TestJobsWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    /// What a roster may say of a person, the person's letter can say.
    void knowsEveryKindOfInformationThatRostersHave()
    {
        for (const QString &word : intake::knownDataElements()) {
            Recipient person;
            person.lastName = u"Sample"_s;
            person.dataElements = QStringList{word};
            const notices::LetterRecipient reader = letterRecipient(person);
            QVERIFY2(notices::dataElementTokens().contains(reader.dataElements.value(0)), qPrintable(word));
        }
    }

    void takesFromTheFactsWhetherAnybodyAskedToWait()
    {
        LetterCase made;
        QStringList pins;
        for (const std::optional<bool> asked : {std::optional<bool>(), std::optional(false), std::optional(true)}) {
            law::Facts facts = CaseFixture::facts();
            law::recordDelayAsked(facts, asked);
            VERIFY_DONE(made.store.submit(SetFacts{made.incident, facts, u"Asked"_s}));
            const LetterMaterial material = materialOf(made);
            QCOMPARE(material.inputs.incident.delayed, asked);
            pins << material.pinned;
        }
        pins.removeDuplicates();
        QCOMPARE(pins.size(), 3);
    }

    void tryingTheSavedWordsChangesNothing_data()
    {
        QTest::addColumn<QString>("happened");
        QTest::newRow("standard words") << QString();
        QTest::newRow("own words") << u"A bag was left on a train."_s;
    }

    void tryingTheSavedWordsChangesNothing()
    {
        QFETCH(const QString, happened);
        LetterCase made;
        law::Facts facts = CaseFixture::facts();
        facts.residents.reset(); // the roster counts the people
        VERIFY_DONE(made.store.submit(SetFacts{made.incident, facts, u"Not counted"_s}));
        if (!happened.isEmpty())
            VERIFY_DONE(made.store.submit(EditNotice{
                made.notice().id, {{u"what_happened"_s, happened}, {u"what_we_are_doing"_s, u"We look."_s}}}));
        const LetterMaterial saved = materialOf(made);
        QCOMPARE(saved.inputs.incident.affected, std::optional<qint64>(4));
        QCOMPARE(saved.standardWords, happened.isEmpty());
        LetterMaterial tried = saved;
        tryWords(tried, {{u"what_happened"_s, u"Something else."_s}, {u"what_we_are_doing"_s, u"Nothing."_s}});
        QVERIFY(!tried.standardWords);
        QCOMPARE(tried.inputs.incident.affected, saved.inputs.incident.affected);
        tryWords(tried, saved.notice.fields);
        QCOMPARE(tried.inputs.incident, saved.inputs.incident);
        QCOMPARE(tried.standardWords, saved.standardWords);
    }
};

QTEST_MAIN(TestJobsWords)
#include "tst_jobs_words.moc"
