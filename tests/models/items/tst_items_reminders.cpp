// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/reminders.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::items;
using casework::NextDate;
using casework::ObligationRecord;
using Stage = ReminderStage;

namespace {

const QByteArray kZone = "America/Chicago";

Instant on(QDate day)
{
    return Instant::fromDateTime(QDateTime(day, QTime(9, 0), QTimeZone(kZone)));
}

/// A duty that waits for a fact, dated 2 May 2026 by counsel: no clock of its own has started.
NextDate waiting()
{
    NextDate date;
    date.incident = IncidentId{7};
    date.reference = u"2026-001"_s;
    date.zone = kZone;
    date.record.id = ObligationId{1};
    date.record.duty.recipient = u"HHS"_s;
    date.record.standing = ObligationRecord::Standing::Blocked;
    date.record.overridden = casework::DueOverride{{QDate(2026, 5, 2), {}}, u"To be safe"_s, {}, false, {}, {}, {}};
    return date;
}

} // namespace

/// Reminders of what waits for a fact and has a date of counsel's.
class TestReminders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksByDaysAloneWhereNoClockHasStarted_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("stage");
        QTest::newRow("long before") << QDate(2026, 3, 1) << -1;
        QTest::newRow("the day before seven") << QDate(2026, 4, 24) << -1;
        QTest::newRow("seven days") << QDate(2026, 4, 25) << int(Stage::SevenDays);
        QTest::newRow("three days") << QDate(2026, 4, 29) << int(Stage::ThreeDays);
        QTest::newRow("tomorrow") << QDate(2026, 5, 1) << int(Stage::OneDay);
        QTest::newRow("late") << QDate(2026, 5, 3) << int(Stage::Late);
    }

    void speaksByDaysAloneWhereNoClockHasStarted()
    {
        QFETCH(QDate, day);
        const QList<Reminder> reminders = remindersOf({waiting()}, on(day), {});
        QTEST(reminders.isEmpty() ? -1 : int(reminders.first().stage), "stage");
    }

    void isSilentWithoutCounselsDate()
    {
        NextDate date = waiting();
        date.record.overridden.reset();
        QVERIFY(remindersOf({date}, on({2026, 5, 3}), {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReminders)
#include "tst_items_reminders.moc"
