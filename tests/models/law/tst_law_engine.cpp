// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/calendar.h"
#include "law/engine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

namespace {

Facts plainFacts(QDate discovered, qint64 texans = 600)
{
    Facts facts;
    facts.discovered = Moment{discovered, std::nullopt};
    facts.residents = QMap<QString, qint64>{{u"TX"_s, texans}};
    facts.data = QStringList{u"phi"_s};
    facts.secured = Securing{false, std::nullopt};
    return facts;
}

Obligation find(const QList<Obligation> &duties, const QString &recipient)
{
    for (const Obligation &each : duties) {
        if (each.recipient == recipient)
            return each;
    }
    return {};
}

/// Leap years, counted without the library's calendar.
bool isLeap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

QStringList sentences(const QList<DateChange> &changes)
{
    QStringList texts;
    for (const DateChange &each : changes)
        texts << each.sentence();
    return texts;
}

} // namespace

class TestLawEngine : public QObject
{
    Q_OBJECT

private:
    RulePacks m_packs;

    [[nodiscard]] Evaluation hipaa(const Facts &facts) const { return evaluate(facts, m_packs); }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<RulePacks> packs = builtInRulePacks();
        QVERIFY2(packs, packs ? "" : qPrintable(packs.error().message));
        for (const RulePack &pack : *packs) {
            if (pack.id == "hipaa"_L1)
                m_packs << pack;
        }
        QCOMPARE(m_packs.size(), 1);
    }

    void settlesDutiesThatHangOnEachOtherInTheirOrder()
    {
        RulePacks packs = m_packs;
        const auto hang = [&packs](const QString &id, const QString &recipient) {
            for (Rule &rule : packs.first().rules) {
                if (rule.id == id)
                    rule.whileOwed = recipient;
            }
        };
        hang(u"individuals"_s, u"HHS"_s); // stands before the notice on which it hangs
        hang(u"hhs-large"_s, u"media:TX"_s);
        hang(u"hhs-small"_s, u"media:TX"_s);
        const QDate day(2026, 3, 2);
        QVERIFY(find(evaluate(plainFacts(day, 501), packs).owed, u"individuals"_s).due.date.isValid());
        const Evaluation few = evaluate(plainFacts(day, 500), packs); // the media are told of more than 500
        QCOMPARE(find(few.notOwed, u"HHS"_s).recipient, u"HHS"_s);
        QCOMPARE(find(few.notOwed, u"individuals"_s).recipient, u"individuals"_s);
        hang(u"media"_s, u"individuals"_s); // a ring decides nothing
        QCOMPARE(find(evaluate(plainFacts(day, 501), packs).owed, u"individuals"_s).recipient, u"individuals"_s);
    }

    // Every day of a century. Days are counted by day number, the annual date by hand: it is the 60th day of the next
    // year, 29 February in a leap year and 1 March in any other.
    void holdsForEveryDayOfACentury()
    {
        const QDate last(2109, 12, 31);
        for (QDate day(2010, 1, 1); day <= last; day = day.addDays(1)) {
            const Evaluation large = hipaa(plainFacts(day));
            for (const QString &recipient : {u"individuals"_s, u"HHS"_s, u"media:TX"_s}) {
                const QDate due = find(large.owed, recipient).due.date;
                if (due.toJulianDay() - day.toJulianDay() != 60)
                    QFAIL(qPrintable(recipient + u' ' + day.toString(Qt::ISODate) + u' ' + due.toString(Qt::ISODate)));
            }
            // The annual date depends on the year alone; the first and last day of each month show it.
            if (day.day() != 1 && day.day() != day.daysInMonth())
                continue;
            const QDate annual = find(hipaa(plainFacts(day, 10)).owed, u"HHS"_s).due.date;
            const int year = day.year() + 1;
            const QDate wanted = isLeap(year) ? QDate(year, 2, 29) : QDate(year, 3, 1);
            if (annual != wanted || annual.dayOfYear() != 60)
                QFAIL(qPrintable(day.toString(Qt::ISODate) + u' ' + annual.toString(Qt::ISODate)));
        }
    }

    void movesByADayWithTheDayBeforeAndAfter()
    {
        const QDate day(2026, 3, 2);
        for (const int shift : {-1, 0, 1}) {
            const Evaluation evaluation = hipaa(plainFacts(day.addDays(shift)));
            QCOMPARE(find(evaluation.owed, u"individuals"_s).due.date, QDate(2026, 5, 1).addDays(shift));
        }
    }

    // Discovered at every hour of the days on which clocks change, the local day alone counts.
    void countsTheLocalDayAtEveryHour()
    {
        for (const QDate day : {QDate(2026, 3, 8), QDate(2026, 11, 1), QDate(2026, 3, 10)}) {
            const QTimeZone zone("America/Chicago");
            for (QDateTime at = day.startOfDay(zone); at < day.addDays(1).startOfDay(zone); at = at.addSecs(1800)) {
                Facts facts = plainFacts(day);
                facts.timezone = "America/Chicago";
                facts.discovered = Moment{{}, Instant(at.toMSecsSinceEpoch(), "UTC")};
                const Evaluation evaluation = hipaa(facts);
                QCOMPARE(evaluation.discovered, day);
                QCOMPARE(find(evaluation.owed, u"individuals"_s).due.date, day.addDays(60));
            }
        }
    }

    void explainsEachStep()
    {
        const Evaluation evaluation = hipaa(plainFacts(QDate(2026, 3, 2)));
        QCOMPARE(find(evaluation.owed, u"media:TX"_s).why,
                 QStringList(
                     {u"Discovered on 2 Mar 2026: the day the facts give."_s,
                      u"The entity is a covered entity under HIPAA."_s, u"Protected health information was involved."_s,
                      u"Nothing shows that the data was encrypted, so the information counts as unsecured."_s,
                      u"45 CFR 164.406(b) applies as in force from 23 Sep 2009; the day of discovery, 2 Mar 2026, "
                      "picks the text."_s,
                      u"600 residents of Texas; the rule asks for more than 500."_s,
                      u"2 Mar 2026 + 60 calendar days = 1 May 2026; weekends and holidays do not move it."_s,
                      u"This is the outer limit: the notice is owed without unreasonable delay, which can be "
                      "sooner."_s}));
    }

    void saysWhoKnewAndWhoseKnowledgeDoesNotCount()
    {
        Facts facts = plainFacts({});
        facts.discovered.reset();
        facts.timezone = "America/Chicago";
        facts.known = {{u"privacy-officer"_s, {QDate(2026, 2, 20), {}}}, {u"wrongdoer"_s, {QDate(2026, 1, 15), {}}}};
        QCOMPARE(find(hipaa(facts).owed, u"individuals"_s).why.first(2),
                 QStringList({u"Discovered on 20 Feb 2026 (America/Chicago): first known to: privacy officer."_s,
                              u"The wrongdoer knew on 15 Jan 2026; the wrongdoer's own knowledge does not count."_s}));
    }

    void explainsADelay()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2));
        facts.lawEnforcement = LawEnforcement{false, {QDate(2026, 4, 20), QDate(2026, 6, 30)}, {}};
        const Obligation duty = find(hipaa(facts).owed, u"individuals"_s);
        QVERIFY(duty.why.contains(
            u"Law enforcement asked orally on 20 Apr 2026 for a delay; an oral statement holds a notice "
            "for at most 30 days, so until 20 May 2026 (45 CFR 164.412)."_s));
        QVERIFY(duty.why.contains(
            u"20 May 2026 is later than 1 May 2026, so the notice is due on 20 May 2026; the delay adds "
            "no days beyond its own end."_s));
        QVERIFY(duty.counselReview);
    }

    void keepsADateThatPassedBeforeTheDelayWasStated()
    {
        Facts facts = plainFacts(QDate(2026, 1, 5));
        facts.lawEnforcement = LawEnforcement{true, {QDate(2026, 3, 7), QDate(2026, 6, 30)}, {}};
        const QString warning
            = u"The statement came only after 6 Mar 2026 had passed, so 6 Mar 2026 stands; whether it "
              "can still move that date is for counsel."_s;
        const Obligation late = find(hipaa(facts).owed, u"individuals"_s);
        QVERIFY(late.why.contains(warning));
        QCOMPARE(late.due.date, QDate(2026, 3, 6));
        facts.lawEnforcement->statement.stated = QDate(2026, 3, 6);
        const Obligation inTime = find(hipaa(facts).owed, u"individuals"_s);
        QVERIFY(!inTime.why.contains(warning));
        QCOMPARE(inTime.due.date, QDate(2026, 6, 30));
    }

    void speaksOfTheAssociatesDayAloneWhereThatIsTheAnchor()
    {
        Facts facts = plainFacts(QDate(2026, 3, 1));
        facts.associate = AssociateReport{Moment{QDate(2026, 1, 5), {}}, false, Moment{QDate(2026, 3, 1), {}}};
        const QStringList why = find(hipaa(facts).owed, u"covered-entity"_s).why;
        QVERIFY(
            why.contains(u"The clock starts on the day the business associate discovered the breach: 5 Jan 2026."_s));
        QVERIFY(!why.join(u' ').contains(u"1 Mar 2026"_s));
    }

    void printsTheFormOfTheFactsDocument()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2), 500);
        facts.data.reset();
        facts.contract = {{u"payer:acme"_s, 3, {}}};
        const QJsonObject blocked = toJson(hipaa(facts));
        QCOMPARE(blocked.keys(), QStringList({u"blocked"_s, u"discovered"_s, u"not_owed"_s, u"owed"_s, u"packs"_s}));
        QCOMPARE(blocked.value("discovered"_L1).toString(), u"2026-03-02"_s);
        QCOMPARE(blocked.value("packs"_L1).toArray().first().toString(), u"hipaa@2026.11.1"_s);
        QCOMPARE(blocked.value("blocked"_L1).toArray().first().toObject().keys(),
                 QStringList({u"citation"_s, u"missing"_s, u"nature"_s, u"recipient"_s, u"title"_s, u"why"_s}));
        const QJsonObject contract = blocked.value("owed"_L1).toArray().first().toObject();
        QCOMPARE(contract.keys(),
                 QStringList({u"citation"_s, u"counsel_review"_s, u"due"_s, u"kind"_s, u"nature"_s, u"recipient"_s,
                              u"title"_s, u"why"_s}));
        QCOMPARE(contract.value("nature"_L1).toString(), u"contract"_s);
        QCOMPARE(contract.value("due"_L1).toString(), u"2026-03-05"_s);

        facts.data = QStringList{u"phi"_s};
        const QJsonObject dated = toJson(hipaa(facts));
        const QJsonObject hhs = dated.value("owed"_L1).toArray().at(1).toObject();
        QCOMPARE(hhs.value("recipient"_L1).toString(), u"HHS"_s);
        QCOMPARE(hhs.value("relative_to"_L1).toString(), u"individuals"_s);
        QCOMPARE(hhs.value("offset_days"_L1).toInt(-1), 0);
        QCOMPARE(dated.value("not_owed"_L1).toArray().first().toObject().keys(),
                 QStringList({u"citation"_s, u"nature"_s, u"recipient"_s, u"title"_s, u"why"_s}));

        facts.discovered.reset();
        QVERIFY(toJson(hipaa(facts)).value("discovered"_L1).isNull());
        facts.discovered = Moment{QDate(2026, 3, 2), {}};
        facts.unreachable = 10;
        const QJsonArray owed = toJson(hipaa(facts)).value("owed"_L1).toArray();
        QCOMPARE(owed.last().toObject().value("recipient"_L1).toString(), u"substitute"_s);
        QVERIFY(owed.last().toObject().value("due"_L1).isNull());
    }

    void sortsByDateThenRecipient()
    {
        Facts facts = plainFacts(QDate(2026, 3, 2), 501);
        facts.residents->insert(u"OK"_s, 501);
        facts.unreachable = 10;
        facts.contract = {{u"payer"_s, 90, {}}, {u"insurer"_s, 5, {}}};
        QStringList order;
        for (const Obligation &each : hipaa(facts).owed)
            order << each.recipient;
        QCOMPARE(order,
                 QStringList({u"insurer"_s, u"HHS"_s, u"individuals"_s, u"media:OK"_s, u"media:TX"_s, u"payer"_s,
                              u"substitute"_s}));
    }

    void givesTheSameAnswerEveryTime()
    {
        const Facts facts = plainFacts(QDate(2026, 3, 2));
        QVERIFY(hipaa(facts) == hipaa(facts));
        QVERIFY(compare(hipaa(facts), hipaa(facts)).isEmpty());
    }

    void tellsHowFarDatesMove()
    {
        const QList<DateChange> changes
            = compare(hipaa(plainFacts(QDate(2026, 3, 2))), hipaa(plainFacts(QDate(2026, 2, 26))));
        QCOMPARE(sentences(changes),
                 QStringList({u"HHS (45 CFR 164.408(b)): 1 May 2026 becomes 27 Apr 2026, 4 days earlier."_s,
                              u"individuals (45 CFR 164.404(b)): 1 May 2026 becomes 27 Apr 2026, 4 days earlier."_s,
                              u"media:TX (45 CFR 164.406(b)): 1 May 2026 becomes 27 Apr 2026, 4 days earlier."_s}));
        QCOMPARE(changes.first().days, -4);
    }

    void tellsWhatAppearsAndVanishes()
    {
        const Evaluation small = hipaa(plainFacts(QDate(2026, 3, 2), 499));
        const Evaluation large = hipaa(plainFacts(QDate(2026, 3, 2), 501));
        QCOMPARE(sentences(compare(small, large)),
                 QStringList({u"HHS (45 CFR 164.408(b)): 1 Mar 2027 becomes 1 May 2026, 304 days earlier."_s,
                              u"media:TX (45 CFR 164.406(b)): newly owed, 1 May 2026."_s}));
        Facts safe = plainFacts(QDate(2026, 3, 2), 501);
        safe.secured = Securing{true, false};
        const QList<DateChange> gone = compare(large, hipaa(safe));
        QCOMPARE(gone.size(), 3);
        for (const DateChange &each : gone)
            QCOMPARE(each.kind, DateChange::Kind::Vanished);
    }

    void waitsForTheDataWhenNoneIsListed()
    {
        Facts empty = plainFacts(QDate(2026, 3, 2));
        empty.data = QStringList();
        const Evaluation found = hipaa(empty);
        QVERIFY(found.owed.isEmpty());
        QVERIFY(found.notOwed.isEmpty());
        QCOMPARE(find(found.blocked, u"individuals"_s).missing, QStringList(u"data"_s));
    }

    void tellsWhatWaitsForAFact()
    {
        const Facts whole = plainFacts(QDate(2026, 3, 2));
        Facts waiting = whole;
        waiting.data.reset();
        for (const DateChange &each : compare(hipaa(whole), hipaa(waiting)))
            QCOMPARE(each.kind, DateChange::Kind::Blocked);
        const QList<DateChange> back = compare(hipaa(waiting), hipaa(whole));
        QCOMPARE(back.size(), 3);
        for (const DateChange &each : back)
            QCOMPARE(each.kind, DateChange::Kind::Unblocked);
    }

    void knowsFederalHolidays_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("open");
        const auto add = [](const char *title, QDate day, bool open) { QTest::newRow(title) << day << open; };
        add("New Year 2026", {2026, 1, 1}, false);
        add("New Year 2022 is a Saturday, observed in 2021", {2021, 12, 31}, false);
        add("New Year 2023 is a Sunday, observed on Monday", {2023, 1, 2}, false);
        add("King's birthday 2026", {2026, 1, 19}, false);
        add("King's birthday before its law", {1985, 1, 21}, true);
        add("Washington's birthday 2026", {2026, 2, 16}, false);
        add("Memorial Day 2026", {2026, 5, 25}, false);
        add("Memorial Day 2027 is the 31st", {2027, 5, 31}, false);
        add("Juneteenth 2026", {2026, 6, 19}, false);
        add("Juneteenth 2022, a Sunday", {2022, 6, 20}, false);
        add("19 June before its law", {2020, 6, 19}, true);
        add("Independence Day 2026, a Saturday", {2026, 7, 3}, false);
        add("Independence Day 2027, a Sunday", {2027, 7, 5}, false);
        add("Labor Day 2026", {2026, 9, 7}, false);
        add("Columbus Day 2026", {2026, 10, 12}, false);
        add("Veterans Day 2026", {2026, 11, 11}, false);
        add("Thanksgiving 2026", {2026, 11, 26}, false);
        add("the day after Thanksgiving", {2026, 11, 27}, true);
        add("Christmas Eve", {2026, 12, 24}, true);
        add("Christmas 2027, a Saturday", {2027, 12, 24}, false);
        add("a Saturday", {2026, 3, 7}, false);
        add("a Sunday", {2026, 3, 8}, false);
        add("a Monday", {2026, 3, 9}, true);
    }

    void knowsFederalHolidays()
    {
        QFETCH(QDate, day);
        QFETCH(bool, open);
        const QDate eve = day.addDays(-1);
        QCOMPARE(addBusinessDays(eve, 1, closedDays(eve, 1)) == day, open);
    }

    void findsElevenHolidaysOrTheNeighbourYearsInEachYear()
    {
        for (int year = 2022; year < 2122; ++year) {
            qsizetype expected = 11;
            expected -= QDate(year, 1, 1).dayOfWeek() == Qt::Saturday ? 1 : 0;
            expected += QDate(year + 1, 1, 1).dayOfWeek() == Qt::Saturday ? 1 : 0;
            QCOMPARE(federalHolidays(year).size(), expected);
            for (const Holiday &each : federalHolidays(year))
                QVERIFY(each.observed.dayOfWeek() < Qt::Saturday && each.observed.year() == year);
        }
    }

    void findsEaster()
    {
        for (const QDate day : {QDate(1943, 4, 25), QDate(2008, 3, 23), QDate(2024, 3, 31), QDate(2025, 4, 20),
                                QDate(2026, 4, 5), QDate(2038, 4, 25), QDate(2100, 3, 28)})
            QCOMPARE(easterSunday(day.year()), day);
        HolidayRule friday;
        friday.name = u"Good Friday"_s;
        friday.base = HolidayRule::Base::Easter;
        friday.plusDays = -2;
        QCOMPARE(holidaysOf({friday}, 2026).first().observed, QDate(2026, 4, 3));
    }

    void keepsAHolidayInTheYearInWhichItIsObserved()
    {
        HolidayRule newYear;
        newYear.name = u"New Year"_s;
        newYear.observed = HolidayRule::Observed::NearestWeekday;
        QCOMPARE(holidaysOf({newYear}, 2021).size(), 2); // 1 January, and 31 December for 2022
        QCOMPARE(holidaysOf({newYear}, 2022).size(), 0);
        HolidayRule eve = newYear;
        eve.month = 12;
        eve.day = 31;
        QCOMPARE(holidaysOf({eve}, 2024).first().observed, QDate(2024, 1, 1)); // 31 December 2023 is a Sunday
    }

    void skipsALeapDayThatIsNone()
    {
        HolidayRule leap;
        leap.name = u"Leap day"_s;
        leap.month = 2;
        leap.day = 29;
        QCOMPARE(holidaysOf({leap}, 2028).size(), 1);
        QCOMPARE(holidaysOf({leap}, 2026).size(), 0);
        QCOMPARE(addBusinessDays(QDate(2028, 2, 28), 2, {}), QDate(2028, 3, 1));
        QCOMPARE(addBusinessDays(QDate(2026, 2, 27), 2, {}), QDate(2026, 3, 3));
    }

    void countsAStatesOwnHolidays()
    {
        const QDate townMeeting(2026, 3, 3);
        QCOMPARE(addBusinessDays(QDate(2026, 3, 2), 1, {}), townMeeting);
        QCOMPARE(addBusinessDays(QDate(2026, 3, 2), 1, {townMeeting}), QDate(2026, 3, 4));
        QCOMPARE(addBusinessDays(QDate(2026, 3, 7), 0, {}), QDate(2026, 3, 7));
        QCOMPARE(addBusinessDays(QDate(2026, 3, 7), 1, {}), QDate(2026, 3, 9));
    }

    /// The years are those that the count can reach, also where holidays leave little of them.
    void closesTheHolidaysOfEveryYearThatACountReaches()
    {
        HolidayRule townMeeting;
        townMeeting.base = HolidayRule::Base::Weekday;
        townMeeting.month = 3;
        townMeeting.weekday = Qt::Tuesday;
        const QDate from(2026, 12, 31);
        const QDate due = addBusinessDays(from, 2500, closedDays(from, 2500, {townMeeting}));
        QVERIFY(closedDays(from, 2500, {townMeeting}).contains(holidaysOf({townMeeting}, due.year()).first().observed));
        QVERIFY(closedDays(from, 0).contains(QDate(2026, 12, 25)));
        QVERIFY(closedDays(from, 1).contains(QDate(2027, 1, 1)));
    }
};

QTEST_GUILESS_MAIN(TestLawEngine)
#include "tst_law_engine.moc"
