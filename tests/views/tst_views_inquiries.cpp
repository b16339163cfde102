// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/register_record.h"
#include "clocks/lane_chart.h"
#include "clocks/lane_table.h"
#include "deadlines/deadlines_page.h"
#include "items/item_roles.h"
#include "patience.h"
#include "shared/segmented_filter.h"
#include "shared/theme.h"
#include "views/case_page.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::viewchecks;

namespace {

const QString kWhom = u"CID-26-118, Texas Attorney General"_s;

/// The deadlines as lanes, of a case with an inquiry that asks for two things.
struct OpenLanes : CasePage
{
    OpenLanes()
    {
        begin();
        const qint64 inquiry = add(u"inquiry"_s,
                                   {{u"authority"_s, u"AG:TX"_s},
                                    {u"number"_s, u"CID-26-118"_s},
                                    {u"contact"_s, u"J. Roe"_s},
                                    {u"received"_s, u"2026-03-10"_s}});
        answered = ask(inquiry, u"Copy of the notice"_s, u"2026-03-25"_s);
        ask(inquiry, u"Number of residents, by county"_s, u"2026-04-02"_s);
        shown = show<views::DeadlinesPage>();
        named<views::SegmentedFilter>(u"How the deadlines are shown"_s)->setCurrent(u"lanes"_s);
        table = shown->findChild<views::LaneTable *>();
    }

    qint64 add(const QString &kind, const casework::RegisterValues &values, qint64 parent = 0)
    {
        casework::AddRegisterRecord command{incident, kind, values, RegisterRecordId{parent}, {}};
        const auto receipt = fixture.submit(command);
        return receipt ? receipt->id : 0;
    }
    qint64 ask(qint64 inquiry, const QString &request, const QString &due)
    {
        return add(u"inquiry-request"_s, {{u"request"_s, request}, {u"due"_s, due}}, inquiry);
    }

    /// The lane's row; -1 while it is not there.
    int row() const
    {
        for (int i = 0; i < table->model()->rowCount(); ++i) {
            if (table->model()->index(i, 0).data().toString() == kWhom)
                return i;
        }
        return -1;
    }
    QVariant cell(int column, int role) const { return table->model()->index(row(), column).data(role); }

    views::DeadlinesPage *shown = nullptr;
    views::LaneTable *table = nullptr;
    qint64 answered = 0;
};

} // namespace

class InquiryViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void standInALaneOfTheirOwn()
    {
        OpenLanes open;
        QTRY_VERIFY(open.row() >= 0);
        QCOMPARE(open.cell(0, items::SecondaryTextRole).toString(), u"25 Mar, 5 days left"_s);
        QCOMPARE(open.cell(1, Qt::AccessibleTextRole).toString(),
                 u"contact J. Roe; limit 25 Mar 2026, 5 days left; limit 2 Apr 2026, 13 days left"_s);
        QCOMPARE(clippedTexts(*open.shown), QStringList());
        QCOMPARE(unnamedControls(*open.shown), QStringList());
    }

    void showWhatWasAnsweredAtOnce()
    {
        OpenLanes open;
        QTRY_VERIFY(open.row() >= 0);
        QVERIFY(open.fixture.submit(
            casework::CloseRegisterRecord{RegisterRecordId{open.answered}, u"Sent by courier"_s, false}));
        QTRY_COMPARE(open.cell(0, items::SecondaryTextRole).toString(), u"2 Apr, 13 days left"_s);
        QVERIFY(open.cell(1, Qt::AccessibleTextRole).toString().contains(u"met 25 Mar 2026, answered 20 Mar"_s));
    }

    void leadToTheRequestWithTheKeyboardAlone()
    {
        OpenLanes open;
        QTRY_VERIFY(open.row() >= 0);
        QSignalSpy asked(open.shown, &views::Page::navigationRequested);
        open.shown->focusFirst();
        QCOMPARE(QApplication::focusWidget(), open.table);
        for (int row = 0; row < open.row(); ++row)
            QTest::keyClick(open.table, Qt::Key_Down);
        QTest::keyClick(open.table, Qt::Key_Return);
        QTest::keyClick(open.table, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(open.table, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(open.table, Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(0), QVariantList({u"containment"_s, u"IR-1"_s}));
        QCOMPARE(asked.at(1), QVariantList({u"containment"_s, u"IR-2"_s}));
    }
};

QTEST_MAIN(InquiryViews)
#include "tst_views_inquiries.moc"
