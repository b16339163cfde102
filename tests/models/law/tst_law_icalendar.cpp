// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/engine.h"
#include "law/icalendar.h"

#include <QTest>

#include <libical/ical.h>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::law;

namespace {

struct FreeComponent
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

struct Event
{
    QByteArray uid;
    QByteArray summary;
    QByteArray description;
    QByteArray start;
    int reminders = 0;
};

QByteArray icalText(icaltimetype time)
{
    return icaltime_as_ical_string(time);
}

QList<Event> eventsOf(const QByteArray &file)
{
    const Component calendar(icalcomponent_new_from_string(file.constData()));
    QList<Event> events;
    for (icalcomponent *each = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); each;
         each = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        events << Event{icalcomponent_get_uid(each), icalcomponent_get_summary(each),
                        icalcomponent_get_description(each), icalText(icalcomponent_get_dtstart(each)),
                        icalcomponent_count_components(each, ICAL_VALARM_COMPONENT)};
    }
    return events;
}

Evaluation evaluationOf(const QByteArray &json)
{
    return evaluate(*parseFacts(json, u"facts"_s), *builtInRulePacks());
}

const QByteArray kFacts
    = R"({"entity": "covered-entity", "discovered": "2026-03-02T09:00:00-06:00", "residents": {"TX": 600},
    "data": ["phi"], "unreachable": 10, "contract": [{"to": "payer", "hours": 72}, {"to": "payer", "days": 5, "name": "rider"}]})";

} // namespace

class TestLawICalendar : public QObject
{
    Q_OBJECT

private:
    const FixedClock m_clock{Instant(1'772'460'000'000, "UTC")}; // 2026-03-02T14:00:00Z

    [[nodiscard]] QByteArray exported(const Evaluation &evaluation,
                                      const CalendarSubject &subject = {u"2026-004"_s, {}}) const
    {
        return toICalendar(evaluation, subject, m_clock);
    }

private Q_SLOTS:
    void listsEveryDatedDuty()
    {
        const QList<Event> events = eventsOf(exported(evaluationOf(kFacts)));
        QList<QByteArray> starts;
        for (const Event &each : events) {
            starts << each.start;
            QCOMPARE(each.reminders, 3);
        }
        QCOMPARE(starts,
                 QList<QByteArray>({"20260303T150000Z", "20260304T150000Z", "20260305T150000Z", "20260305T150000Z",
                                    "20260307", "20260501", "20260501", "20260501"}));
        QCOMPARE(events.first().summary, QByteArray("First containment, 24 hours"));
        QVERIFY(events.last().summary.contains("media in Texas, 45 CFR 164.406(b)"));
        QVERIFY(events.last().description.contains("60 calendar days = 1 May 2026"));
        QVERIFY(events.last().description.contains("hipaa@2026.11.1, prepared 20 Nov 2026. This is not legal advice."));
    }

    // Only counsel dates what waits for a fact, and then it is a date to keep.
    void listsACounselsDateOfADutyThatWaits()
    {
        Evaluation evaluation = evaluationOf(R"({"entity": "covered-entity", "residents": {"TX": 600}})");
        QVERIFY(eventsOf(toICalendar(evaluation, {u"2026-004"_s, {}}, m_clock)).isEmpty());
        QVERIFY(!evaluation.blocked.isEmpty());
        evaluation.blocked.first().due.date = QDate(2026, 5, 6);
        const QList<Event> events = eventsOf(toICalendar(evaluation, {u"2026-004"_s, {}}, m_clock));
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().start, QByteArray("20260506"));
        QCOMPARE(events.first().reminders, 3);
    }

    void namesWhatIsNoNoticeByWhatItIs()
    {
        const QList<Event> events = eventsOf(exported(evaluationOf(
            R"({"entity": "covered-entity", "regulator_requests": [{"id": "DR-1", "from": "OCR", "received": "2026-05-04"}],
                "findings": [{"id": "F-1", "class": "A", "confirmed": "2026-05-01", "cure_from": "2026-05-01"}],
                "posting": {"web_from": "2026-05-01"}, "abroad": ["EU"],
                "anchors": {"aware": "2026-04-01T10:00:00Z"}})")));
        QList<QByteArray> summaries;
        for (const Event &each : events)
            summaries << each.summary;
        QCOMPARE(summaries,
                 QList<QByteArray>({"due to EU:SA, GDPR art. 33(1)", "Remedy finding F-1, class A",
                                    "Correct finding F-1 within the 30 days for cure, 45 CFR 160.410",
                                    "Answer to the request DR-1 of OCR, which names no date",
                                    "last day: Keep the notice posted on the web site, 45 CFR 164.404(d)(2)(ii)"}));
        QVERIFY(events.first().description.contains("Internal target: 3 Apr 2026 10:00 (UTC+00:00)."));
        QVERIFY(events.at(3).description.contains("Needs counsel's review"));
    }

    void givesTheSameBytesForTheSameInput()
    {
        QCOMPARE(exported(evaluationOf(kFacts)), exported(evaluationOf(kFacts)));
        QVERIFY(exported(evaluationOf(kFacts)).contains("DTSTAMP:20260302T140000Z"));
    }

    void keepsTheIdentityOfADutyThatMoves()
    {
        const QList<Event> before = eventsOf(exported(evaluationOf(kFacts)));
        const QList<Event> after = eventsOf(exported(
            evaluationOf(QByteArray(kFacts).replace("2026-03-02T09:00:00-06:00", "2026-03-20T09:00:00-05:00"))));
        QCOMPARE(after.size(), before.size());
        for (qsizetype index = 0; index < before.size(); ++index) {
            QCOMPARE(after.at(index).uid, before.at(index).uid);
            QVERIFY(after.at(index).start != before.at(index).start);
        }
    }

    void givesEachDutyOfEachIncidentItsOwnIdentity()
    {
        QSet<QByteArray> uids;
        const Evaluation evaluation = evaluationOf(kFacts);
        for (const QString &reference : {u"2026-004"_s, u"2026-005"_s}) {
            for (const Event &each : eventsOf(exported(evaluation, {reference, {}})))
                uids.insert(each.uid);
        }
        QCOMPARE(uids.size(), 16);
    }

    void escapesTextAndDropsControlCharacters()
    {
        const QString title = u"Laptop; lost, again\\\nATTACH:file\u202E\u0007 \u00E9"_s;
        const QByteArray file = exported(evaluationOf(kFacts), {u"2026-004"_s, title});
        QVERIFY(!file.contains("\nATTACH"));
        QVERIFY(!file.contains('\a'));
        const QList<Event> events = eventsOf(file);
        QCOMPARE(events.size(), 8);
        QVERIFY2(events.at(4).summary.startsWith("Laptop; lost, again\\\nATTACH:file \xC3\xA9: due to payer"),
                 events.at(4).summary.constData());
    }

    void marksWhatNeedsCounsel()
    {
        const QByteArray delayed = QByteArray(kFacts).replace(
            "\"data\"",
            R"("law_enforcement": {"form": "written", "stated": "2026-04-01", "until": "2026-06-30"}, "data")");
        const QList<Event> events = eventsOf(exported(evaluationOf(delayed)));
        QCOMPARE(events.last().start, QByteArray("20260630"));
        QVERIFY(events.last().description.contains("Needs counsel's review"));
    }

    void isACalendarWithoutEventsWhenNothingIsOwed()
    {
        const QByteArray file = exported(evaluationOf(R"({"entity": "business"})"));
        QVERIFY(file.startsWith("BEGIN:VCALENDAR\r\n"));
        QVERIFY(eventsOf(file).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLawICalendar)
#include "tst_law_icalendar.moc"
