// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/facts_record.h"
#include "jobs/stream_check.h"

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::jobs;
using casework::Stream;
using casework::TimelineEntry;
using About = StreamContradiction::About;
using tocsin::test::CaseFixture;

namespace {

TimelineEntry entry(qint64 id, Stream stream, const QString &text)
{
    TimelineEntry made;
    made.id = TimelineEntryId{id};
    made.stream = stream;
    made.text = text;
    return made;
}

QList<qint64> entriesOf(const StreamContradiction &contradiction)
{
    QList<qint64> ids;
    for (const StreamStatement &each : contradiction.statements)
        ids << each.entry.value;
    return ids;
}

} // namespace

class TestStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsTwoCountsOfTwoStreams();
    void staysQuiet_data();
    void staysQuiet();
    void comparesWithTheFacts();
    void reportsTwoDaysOfDiscovery_data();
    void reportsTwoDaysOfDiscovery();
    void reportsWhenItBegan();
    void quotesLittleAndListsABoundedNumber();
    void quotesTheFigureItself();
    void aCorrectionEndsIt();
    void showsNothingPrivilegedToOthers();
};

void TestStreams::reportsTwoCountsOfTwoStreams()
{
    const auto found = contradictionsIn({entry(1, Stream::Technical, u"The log shows 1,200 people"_s),
                                         entry(2, Stream::Command, u"Stand-up at nine"_s),
                                         entry(3, Stream::Regulatory, u"To HHS: 1,500 people are affected."_s)},
                                        {});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().about, About::People);
    QCOMPARE(entriesOf(found.first()), QList<qint64>({1, 3}));
    QCOMPARE(found.first().statements.at(0).stream, Stream::Technical);
    QCOMPARE(found.first().statements.at(0).passage, u"The log shows 1,200 people"_s);
    QCOMPARE(found.first().statements.at(1).value, u"1,500"_s);
    QCOMPARE(contradictionSentence(found.first()),
             u"The number of people affected: technical says 1,200, regulatory says 1,500."_s);
}

void TestStreams::staysQuiet_data()
{
    QTest::addColumn<QString>("technical");
    QTest::addColumn<QString>("regulatory");
    QTest::newRow("the same number, written two ways") << u"1,200 people"_s << u"1200 individuals are affected"_s;
    QTest::newRow("other things are counted") << u"Reads from 14 addresses"_s << u"1,500 people are affected"_s;
    QTest::newRow("those who work on it") << u"Role restricted to 2 people"_s << u"1,500 people are affected"_s;
    QTest::newRow("a number inside another") << u"Ticket 2026-1200 people informed"_s << u"1,500 people"_s;
    QTest::newRow("letters are no people") << u"2,500 letters to people in two States"_s << u"1,500 people"_s;
    QTest::newRow("the same day, written two ways")
        << u"Discovered on 3 March 2026"_s << u"The breach was discovered on 2026-03-03"_s;
    QTest::newRow("a day of something else") << u"Key rotated on March 9, 2026"_s << u"Discovered on March 3, 2026"_s;
    QTest::newRow("a day that does not exist") << u"Discovered on March 33, 2026"_s << u"Discovered on March 3, 2026"_s;
}

void TestStreams::staysQuiet()
{
    QFETCH(QString, technical);
    QFETCH(QString, regulatory);
    QCOMPARE(contradictionsIn({entry(1, Stream::Technical, technical), entry(2, Stream::Regulatory, regulatory)}, {}),
             QList<StreamContradiction>());
    // What grows within one stream is its own history.
    QVERIFY(contradictionsIn(
                {entry(1, Stream::Technical, u"1,200 people"_s), entry(2, Stream::Technical, u"1,500 people"_s)}, {})
                .isEmpty());
}

void TestStreams::comparesWithTheFacts()
{
    const law::Facts facts = CaseFixture::facts(); // 600 in Texas, 20 in California
    const auto found = contradictionsIn({entry(1, Stream::Regulatory, u"620 people are affected"_s),
                                         entry(2, Stream::Regulatory, u"of them 600 residents of Texas"_s),
                                         entry(3, Stream::Technical, u"1,200 people"_s)},
                                        facts);
    QCOMPARE(found.size(), 1);
    QCOMPARE(entriesOf(found.first()), QList<qint64>({3}));
    QCOMPARE(contradictionSentence(found.first()),
             u"The number of people affected: technical says 1,200; the facts say 620."_s);
}

void TestStreams::reportsTwoDaysOfDiscovery_data()
{
    QTest::addColumn<QString>("said");
    QTest::newRow("month first") << u"The exposure was discovered late on March 5, 2026"_s;
    QTest::newRow("day first") << u"We learned of it on 5 Mar 2026"_s;
    QTest::newRow("figures") << u"Our team noticed it on 2026-03-05"_s;
}

void TestStreams::reportsTwoDaysOfDiscovery()
{
    QFETCH(QString, said);
    const auto found = contradictionsIn({entry(1, Stream::Technical, said)}, CaseFixture::facts());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().about, About::Discovery);
    QCOMPARE(found.first().statements.first().value, u"5 Mar 2026"_s);
    QCOMPARE(found.first().facts, u"3 Mar 2026"_s);
}

void TestStreams::reportsWhenItBegan()
{
    const auto found = contradictionsIn({entry(1, Stream::Technical, u"Bucket was readable since January 4, 2026"_s),
                                         entry(2, Stream::Command, u"Interviews began on March 9, 2026"_s)},
                                        CaseFixture::facts());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().about, About::Occurrence);
    QCOMPARE(entriesOf(found.first()), QList<qint64>({1}));
    QCOMPARE(found.first().facts, u"11 Jan 2026"_s);
}

void TestStreams::quotesLittleAndListsABoundedNumber()
{
    QList<TimelineEntry> entries;
    for (int i = 0; i < 50; ++i) {
        entries << entry(i + 1, i % 2 == 0 ? Stream::Technical : Stream::Regulatory,
                         QString(5000, u'x') + u" %1 people "_s.arg(1000 + i) + QString(5000, u'y'));
    }
    const auto found = contradictionsIn(entries, {});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().statements.size(), StreamContradiction::kMostStatements);
    QCOMPARE(found.first().more, 30);
    QVERIFY(found.first().statements.first().passage.size() < 160);
    QVERIFY(found.first().statements.first().passage.contains(u" 1000 people "_s));
    QVERIFY(contradictionSentence(found.first()).size() < 200);
}

/// The same digits may stand before it, as a number of something else.
void TestStreams::quotesTheFigureItself()
{
    const QString text = u"Ticket 2026-1200 people informed. "_s + QString(100, u'x') + u" 1200 people are affected"_s;
    const auto found
        = contradictionsIn({entry(1, Stream::Technical, text), entry(2, Stream::Regulatory, u"1,500 people"_s)}, {});
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().statements.first().passage.endsWith(u"x 1200 people are affected"_s),
             qPrintable(found.first().statements.first().passage));
}

void TestStreams::aCorrectionEndsIt()
{
    CaseFixture store;
    casework::CreateIncident command;
    command.title = u"Order export left readable"_s;
    command.facts.timezone = "America/Chicago";
    const IncidentId incident{store.submit(command)->id};
    const auto log = [&](Stream stream, const QString &text) {
        return store.submit(casework::LogEntry{incident, text, {}, {}, stream})->id;
    };
    const qint64 wrong = log(Stream::Technical, u"1,200 people are in the file"_s);
    log(Stream::Regulatory, u"1,500 people are affected"_s);
    QCOMPARE(store.ask(StreamCheck{incident})->size(), 1);
    QVERIFY(store.submit(casework::CorrectEntry{TimelineEntryId{wrong}, u"1,500 people are in the file"_s}));
    QVERIFY(store.ask(StreamCheck{incident})->isEmpty());
}

void TestStreams::showsNothingPrivilegedToOthers()
{
    CaseFixture store;
    const IncidentId incident = store.incident();
    casework::LogEntry secret{incident, u"Counsel counts 1,900 people"_s, {}, {}, Stream::Regulatory};
    secret.privileged = true;
    QVERIFY(store.submit(secret));
    QCOMPARE(store.ask(StreamCheck{incident})->size(), 1);
    QVERIFY(store.addPerson(u"Tom"_s, casework::Role::TechnicalLead));
    QVERIFY(store.openAs(u"Tom"_s));
    QVERIFY(store.ask(StreamCheck{incident})->isEmpty());
}

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_jobs_streams.moc"
