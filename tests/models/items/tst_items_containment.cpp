// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/checklist_model.h"
#include "items/item_roles.h"
#include "items/register_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::items;
using casework::ChecklistStep;
using casework::RegisterIssue;
using casework::RegisterRecord;

namespace {

const QByteArray kZone("America/Chicago");

Instant at(const QString &iso)
{
    return Instant::parse(iso)->inZone(kZone);
}

ChecklistStep step(qint64 id, int hours)
{
    ChecklistStep made;
    made.step.hours = hours;
    made.step.citation = u"45 CFR 164.312(b)"_s;
    made.task.id = TaskId{id};
    made.task.number = static_cast<int>(id);
    made.task.title = u"Step %1"_s.arg(id);
    made.task.column = casework::TaskColumn::Ready;
    made.task.dueAt = at(u"2026-03-20T09:00:00-05:00"_s).plusMSecs(hours * 3'600'000LL);
    made.task.due = made.task.dueAt->localDate();
    return made;
}

RegisterRecord record(qint64 id, const QString &kind, const casework::RegisterValues &values)
{
    RegisterRecord made;
    made.id = RegisterRecordId{id};
    made.kind = kind;
    made.number = static_cast<int>(id);
    made.values = values;
    return made;
}

QString badge(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data(BadgeTextRole).toString();
}

} // namespace

class TestItemsContainment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhichStepIsLateAsTheClockGoesOn()
    {
        ChecklistModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QList<ChecklistStep> steps{step(1, 1), step(2, 24)};
        steps[0].task.column = casework::TaskColumn::Done;
        model.set(steps, at(u"2026-03-21T08:59:00-05:00"_s), kZone);
        QCOMPARE(badge(model, 0, ChecklistModel::Standing), u"Done"_s);
        QCOMPARE(badge(model, 1, ChecklistModel::Standing), u"Ready"_s);
        QCOMPARE(model.index(1, ChecklistModel::Mark).data().toString(), u"24 h"_s);
        QCOMPARE(model.index(1, ChecklistModel::Mark).data(SecondaryTextRole).toString(), u"21 Mar, 09:00"_s);
        QCOMPARE(model.index(1, 0).data(RecordIdRole).toString(), u"T-2"_s);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.set(steps, at(u"2026-03-21T09:00:00-05:00"_s), kZone);
        QVERIFY(!changes.isEmpty());
        QCOMPARE(badge(model, 1, ChecklistModel::Standing), u"Late"_s);
        QCOMPARE(model.index(1, ChecklistModel::Standing).data(BadgeToneRole).toInt(), int(Tone::Danger));
        steps.removeFirst();
        model.set(steps, at(u"2026-03-21T09:00:00-05:00"_s), kZone);
        QCOMPARE(model.rowCount(), 1);
    }

    void showsOneRegisterOpenOnesFirst()
    {
        RegisterModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        RegisterRecord closed = record(1, u"access-restriction"_s, {{u"who"_s, u"Ops"_s}});
        closed.closed = true;
        const RegisterRecord open = record(
            2, u"access-restriction"_s, {{u"who"_s, u"Billing"_s}, {u"until"_s, u"2026-03-19"_s}, {u"why"_s, u"x"_s}});
        const RegisterRecord other = record(3, u"inquiry"_s, {{u"authority"_s, u"AG:TX"_s}});
        RegisterRecord request = record(4, u"inquiry-request"_s, {{u"request"_s, u"Logs"_s}});
        request.parent = other.id;
        const QList<RegisterRecord> all{closed, open, other, request};
        const QList<RegisterIssue> issues{
            {RegisterIssue::What::Expired, open.kind, open.id, open.reference(), u"AR-2 ended"_s}};
        model.set(u"access-restriction"_s, all, issues, QDate(2026, 3, 20));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, RegisterModel::Reference).data().toString(), u"AR-2"_s);
        QCOMPARE(badge(model, 0, RegisterModel::Standing), u"Expired"_s);
        QCOMPARE(model.index(0, RegisterModel::Due).data().toString(), u"19 Mar"_s);
        QCOMPARE(badge(model, 1, RegisterModel::Standing), u"Closed"_s);
        model.set(u"inquiry-request"_s, all, issues, QDate(2026, 3, 20));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.index(0, RegisterModel::What).data(SecondaryTextRole).toString().startsWith(u"IQ-3 AG:TX"_s));
        QCOMPARE(badge(model, 0, RegisterModel::Standing), u"Open"_s);
    }

    void namesWhatIsExpiredOrMissing()
    {
        RegisterIssueModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const RegisterIssue none{RegisterIssue::What::Absent, u"logging"_s, {}, {}, u"No system"_s};
        const RegisterIssue cause{RegisterIssue::What::Absent, u"root-cause"_s, {}, {}, u"No cause"_s};
        const RegisterIssue copy{RegisterIssue::What::Differs, u"forensic-copy"_s, RegisterRecordId{3}, u"FC-1"_s,
                                 u"x"_s};
        model.set({none, cause});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(badge(model, 0, RegisterIssueModel::Word), u"Missing"_s);
        model.set({copy, cause});
        QCOMPARE(badge(model, 0, RegisterIssueModel::Word), u"Differs"_s);
        QCOMPARE(model.index(0, 0).data(RecordIdRole).toString(), u"FC-1"_s);
        QCOMPARE(model.index(1, RegisterIssueModel::Sentence).data().toString(), u"No cause"_s);
    }
};

QTEST_GUILESS_MAIN(TestItemsContainment)
#include "tst_items_containment.moc"
