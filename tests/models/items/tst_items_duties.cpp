// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/duty_wording.h"
#include "items/fact_fields.h"
#include "items/obligation_model.h"
#include "law/delay_asked.h"
#include "models/casework/case_fixture.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using casework::ObligationRecord;
using test::CaseFixture;
using Standing = ObligationRecord::Standing;

namespace {

/// Noon of a day, where the facts of the tests are.
Instant noonOf(QDate day)
{
    return Instant::fromDateTime(QDateTime(day, QTime(12, 0), QTimeZone("America/Chicago")));
}

} // namespace

class TestDuties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Words
    void saysHowMuchTimeIsLeft_data();
    void saysHowMuchTimeIsLeft();
    void namesRecipientsForPeople();
    void countsWhatAChangeOfFactsMoves();
    void readsFactsAsTheyAreShown();
    void tellsThatNobodyAskedFromWhatNobodyRecorded();
    void refusesFactsThatCannotBeRead_data();
    void refusesFactsThatCannotBeRead();

    // The model
    void patchesRowsByDifference();
    void marksLateDutiesInWordsAndSign();
    void showsTheDateThatCounts();
};

void TestDuties::saysHowMuchTimeIsLeft_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("row");
    QTest::newRow("two days before") << QDate(2026, 4, 30) << u"2 days left"_s << u"in 2 days"_s;
    QTest::newRow("the day before") << QDate(2026, 5, 1) << u"1 day left"_s << u"tomorrow"_s;
    QTest::newRow("the day") << QDate(2026, 5, 2) << u"due today"_s << u"today"_s;
    QTest::newRow("the day after") << QDate(2026, 5, 3) << u"1 day late"_s << u"! 1 day late"_s;
    QTest::newRow("a week after") << QDate(2026, 5, 9) << u"7 days late"_s << u"! 7 days late"_s;
}

void TestDuties::saysHowMuchTimeIsLeft()
{
    QFETCH(QDate, today);
    QFETCH(QString, left);
    QFETCH(QString, row);
    const QDate due(2026, 5, 2);
    QCOMPARE(items::timeLeft(today, due), left);
    ObligationRecord record;
    record.duty.due.date = due;
    QCOMPARE(items::dueLines(record, noonOf(today), {}).second, row);
}

void TestDuties::namesRecipientsForPeople()
{
    QCOMPARE(items::recipientTitle(u"HHS"_s), u"HHS Secretary"_s);
    QCOMPARE(items::recipientTitle(u"individuals"_s), u"All individuals"_s);
    QCOMPARE(items::recipientTitle(u"media:TX"_s), u"Media in Texas"_s);
    QCOMPARE(items::recipientTitle(u"covered-entity"_s), u"The covered entity"_s);
    QCOMPARE(items::recipientTitle(u"AG:CA"_s), u"California Attorney General"_s);
    const law::Facts facts = CaseFixture::facts();
    QCOMPARE(items::recipientCount(u"individuals"_s, facts), u"620 people"_s);
    QCOMPARE(items::recipientCount(u"media:TX"_s, facts), u"600 residents"_s);
    QCOMPARE(items::recipientCount(u"substitute"_s, facts), QString());
}

void TestDuties::countsWhatAChangeOfFactsMoves()
{
    using Change = law::DateChange;
    const auto moved = [](const QString &recipient, qint64 days) {
        const QDate before(2026, 5, 2);
        return Change{Change::Kind::Moved, recipient, u"c"_s, {before, {}}, {before.addDays(days), {}}, days};
    };
    const QDate today(2026, 3, 20);
    QCOMPARE(items::effectOf({}, today).sentence, u"No date changes."_s);
    QCOMPARE(items::effectOf({moved(u"HHS"_s, -4), moved(u"individuals"_s, -4)}, today).sentence,
             u"Two dates move 4 days earlier. Individuals: 28 Apr."_s);
    QCOMPARE(items::effectOf({moved(u"HHS"_s, 1)}, today).sentence, u"One date moves 1 day later."_s);
    QCOMPARE(items::effectOf({moved(u"HHS"_s, -4), moved(u"x"_s, -9)}, today).sentence,
             u"Two dates move earlier, by up to 9 days."_s);
    QCOMPARE(items::effectOf({moved(u"HHS"_s, -4), moved(u"x"_s, 2)}, today).sentence,
             u"Two dates move: one earlier, one later."_s);
    const items::FactsEffect gone = items::effectOf(
        {Change{Change::Kind::Vanished, u"media:TX"_s, u"c"_s, {QDate(2026, 5, 2), {}}, {}, 0}}, today);
    QCOMPARE(gone.sentence, u"One notice is no longer owed."_s);
    QCOMPARE(gone.changes, QStringList{u"Media in Texas: no longer owed, was 2 May"_s});
}

void TestDuties::readsFactsAsTheyAreShown()
{
    const law::Facts facts = law::parseFacts(R"({"entity":"covered-entity","timezone":"America/Chicago",
        "discovered":"2026-03-03T10:15:00-06:00","known":[{"by":"workforce","on":"2026-03-03T10:15:00-06:00"},
        {"by":"privacy-officer","on":"2026-03-04"}],"occurred":{"from":"2026-01-11","to":"2026-03-02"},
        "residents":{"TX":600,"CA":20},"elsewhere":3,"unreachable":11,"data":["phi","name"],
        "secured":{"encrypted":true,"key_compromised":false},
        "law_enforcement":{"form":"oral","stated":"2026-03-05","until":"2026-03-20",
        "written_followup":{"stated":"2026-03-10","until":"2026-04-01"}},
        "business_associate":{"discovered":"2026-03-01","told_covered_entity":"2026-03-03","agent":false}})",
                                             u"facts"_s)
                                 .value();
    law::Facts again;
    again.timezone = facts.timezone;
    for (const items::FactField &field : items::factFields()) {
        const QString text = field.read(facts);
        QVERIFY2(!text.isEmpty(), qPrintable(field.key));
        const Result<> written = field.write(again, text);
        QVERIFY2(written, qPrintable(field.key));
        QCOMPARE(field.read(again), text);
    }
    QCOMPARE(items::factFields().first().read(facts), u"3 Mar 2026 10:15"_s);
    QCOMPARE(again.residents, facts.residents);
    QCOMPARE(again.lawEnforcement, facts.lawEnforcement);
    QCOMPARE(again.occurred, facts.occurred);
    QCOMPARE(again.associate, facts.associate);
}

void TestDuties::tellsThatNobodyAskedFromWhatNobodyRecorded()
{
    const QList<items::FactField> all = items::factFields();
    const auto field = std::find_if(all.begin(), all.end(),
                                    [](const items::FactField &each) { return each.key == "law_enforcement.form"_L1; });
    law::Facts facts;
    QCOMPARE(field->read(facts), QString());
    QVERIFY(!law::delayAsked(facts));
    QVERIFY(field->write(facts, u"none"_s));
    QCOMPARE(field->read(facts), u"none"_s);
    QCOMPARE(law::delayAsked(facts), std::optional(false));
    QCOMPARE(law::parseFacts(QJsonDocument(law::toJson(facts)).toJson(), u"facts"_s).value(), facts);
    QVERIFY(field->write(facts, u"written"_s));
    QCOMPARE(field->read(facts), u"written"_s);
    QVERIFY(facts.flags.isEmpty() && law::delayAsked(facts) == std::optional(true));
    QVERIFY(field->write(facts, u"none"_s));
    QVERIFY(!facts.lawEnforcement);
    QVERIFY(field->write(facts, {}));
    QCOMPARE(facts, law::Facts());
}

void TestDuties::refusesFactsThatCannotBeRead_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no date") << u"discovered"_s << u"27 Febuary 2026"_s << u"27 Feb 2026"_s;
    QTest::newRow("a date that can be read two ways") << u"discovered"_s << u"3/4/2026"_s << u"27 Feb 2026"_s;
    QTest::newRow("a day that is not") << u"occurred.to"_s << u"30 Feb 2026"_s << u"27 Feb 2026"_s;
    QTest::newRow("no time") << u"discovered"_s << u"27 Feb 2026 25:10"_s << u"23:59"_s;
    QTest::newRow("no State") << u"residents"_s << u"Atlantis 12"_s << u"facts.residents"_s;
    QTest::newRow("a State twice") << u"residents"_s << u"TX 12\nTexas 3"_s << u"facts.residents.TX"_s;
    QTest::newRow("a negative number") << u"unreachable"_s << u"-3"_s << u"whole number"_s;
    QTest::newRow("nobody who knew") << u"known"_s << u"3 Mar 2026"_s << u"facts.known"_s;
}

void TestDuties::refusesFactsThatCannotBeRead()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    law::Facts facts = CaseFixture::facts();
    for (const items::FactField &field : items::factFields()) {
        if (field.key != key)
            continue;
        const Result<> written = field.write(facts, text);
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(expected), qPrintable(written.error().message));
        return;
    }
    QFAIL("There is no such fact.");
}

void TestDuties::patchesRowsByDifference()
{
    items::ObligationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto record = [](qint64 id, const QString &recipient) {
        ObligationRecord made;
        made.id = ObligationId{id};
        made.duty.recipient = recipient;
        made.duty.due.date = QDate(2026, 5, 2);
        return made;
    };
    const Instant now = noonOf(QDate(2026, 3, 20));
    model.set({record(1, u"a"_s), record(2, u"b"_s), record(2, u"b"_s), record(3, u"c"_s)}, {}, now);
    const QPersistentModelIndex b(model.index(1, 0));
    const QPersistentModelIndex c(model.index(3, 0));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.set({record(3, u"c"_s), record(4, u"d"_s), record(2, u"bb"_s)}, {}, now);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(c.row(), 0);
    QCOMPARE(b.row(), 2);
    QCOMPARE(b.sibling(b.row(), items::ObligationModel::ToWhom).data().toString(), u"Bb"_s);
    QCOMPARE(resets.count(), 0);
    model.set({}, {}, now);
    QCOMPARE(model.rowCount(), 0);
}

void TestDuties::marksLateDutiesInWordsAndSign()
{
    items::ObligationModel model;
    ObligationRecord late;
    late.id = ObligationId{1};
    late.duty.due.date = QDate(2026, 3, 17);
    ObligationRecord done = late;
    done.id = ObligationId{2};
    done.state = casework::WorkState::Done;
    done.proof = casework::Proof{u"mailing"_s, u"x"_s, QDate(2026, 3, 16)};
    model.set({late, done}, {}, noonOf(QDate(2026, 3, 20)));
    const auto text = [&model](int row, int column, int role) { return model.index(row, column).data(role); };
    QCOMPARE(text(0, items::ObligationModel::Due, items::SecondaryTextRole).toString(), u"! 3 days late"_s);
    QCOMPARE(text(0, items::ObligationModel::State, items::BadgeTextRole).toString(), u"Late, open"_s);
    QCOMPARE(text(0, items::ObligationModel::State, items::BadgeToneRole).toInt(), int(items::Tone::Danger));
    QCOMPARE(text(1, items::ObligationModel::Due, items::SecondaryTextRole).toString(), u"done 16 Mar"_s);
    QCOMPARE(text(1, items::ObligationModel::State, items::BadgeTextRole).toString(), u"Done"_s);
    QCOMPARE(model.lateCount(), 1);
}

void TestDuties::showsTheDateThatCounts()
{
    items::ObligationModel model;
    ObligationRecord counsels;
    counsels.id = ObligationId{1};
    counsels.duty.due.date = QDate(2026, 5, 2);
    counsels.overridden = casework::DueOverride{law::Due{QDate(2026, 3, 17), {}}, u"x"_s};
    ObligationRecord blocked = counsels;
    blocked.id = ObligationId{2};
    blocked.standing = Standing::Blocked;
    blocked.duty.due = {};
    ObligationRecord hours;
    hours.id = ObligationId{3};
    hours.duty.due.instant = Instant::parse(u"2026-03-20T11:30:00-05:00"_s).value();
    model.set({counsels, blocked, hours}, {}, noonOf(QDate(2026, 3, 20)));
    const auto due = [&model](int row, int role) { return model.index(row, items::ObligationModel::Due).data(role); };
    QCOMPARE(due(0, Qt::DisplayRole).toString(), u"17 Mar"_s);
    QCOMPARE(due(0, items::SecondaryTextRole).toString(), u"! 3 days late"_s);
    QCOMPARE(due(1, Qt::DisplayRole).toString(), u"17 Mar"_s);
    QCOMPARE(due(2, items::SecondaryTextRole).toString(), u"! 30 minutes late"_s);
    QVERIFY(due(0, items::SortRole).toLongLong() < due(2, items::SortRole).toLongLong());
    QCOMPARE(model.lateCount(), 3);
}

QTEST_GUILESS_MAIN(TestDuties)
#include "tst_items_duties.moc"
