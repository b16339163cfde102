// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/notice.h"
#include "casework/roster.h"
#include "deadlines/deadlines_page.h"
#include "items/obligation_model.h"
#include "notices/notices_page.h"
#include "patience.h"
#include "people/people_page.h"
#include "shared/form.h"
#include "shared/segmented_filter.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "views/case_page.h"
#include "views/notice_case.h"
#include "views/page_words.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::viewchecks;
using casework::WorkState;

namespace {

/// The page of deadlines with HHS chosen.
struct Deadlines
{
    Deadlines()
    {
        on.begin();
        page = on.show<views::DeadlinesPage>();
        table = page->findChild<views::TableView *>();
        ready = QTest::qWaitFor([this] { return table->model()->rowCount() > 0; }, test::kPatience);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex whom = table->model()->index(row, items::ObligationModel::ToWhom);
            if (whom.data().toString() == u"HHS Secretary"_s)
                table->selectRow(row);
        }
    }

    casework::ObligationRecord hhs()
    {
        const auto records = on.fixture.ask(casework::ObligationsQuery{on.incident}).value();
        return *std::find_if(records.begin(), records.end(),
                             [](const auto &each) { return each.duty.recipient == u"HHS"_s; });
    }
    void setState(const QString &name)
    {
        auto *state = on.named<QComboBox>(u"State of the work"_s);
        state->setCurrentIndex(state->findText(name));
    }

    CasePage on;
    views::DeadlinesPage *page = nullptr;
    views::TableView *table = nullptr;
    bool ready = false;
};

} // namespace

/// What pages offer to take back, as a person takes it back.
class TestViewsUndo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void takesBackWorkOnADeadline()
    {
        Deadlines open;
        QVERIFY(open.ready);
        open.setState(u"In review"_s);
        QTRY_VERIFY(says(*open.page, u"HHS set to “In review”."_s));
        QCOMPARE(open.hhs().state, WorkState::InReview);
        QTest::mouseClick(open.on.button(u"Undo"_s), Qt::LeftButton);
        QTRY_VERIFY(says(*open.page, u"Taken back: HHS set to “In review”."_s));
        QCOMPARE(open.hhs().state, WorkState::Open);

        auto *target = open.on.named<QLineEdit>(u"Internal target"_s);
        target->setFocus();
        QTest::keyClicks(target, u"20 Apr 2026"_s);
        QTest::keyClick(target, Qt::Key_Return);
        QTRY_COMPARE(open.hhs().target, QDate(2026, 4, 20));
        open.table->setFocus();
        QTest::keyClick(open.table, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(open.hhs().target.isNull());
    }

    void takesBackOnlyWhatWasDoneInTheIncidentInFront()
    {
        Deadlines open;
        QVERIFY(open.ready);
        open.setState(u"In review"_s);
        QTRY_VERIFY(open.on.button(u"Undo"_s));
        open.on.context->setIncident(open.on.fixture.incident(), u"2026-002"_s);
        QVERIFY(!open.on.button(u"Undo"_s)); // it would say nothing of where
        open.table->setFocus();
        QTest::keyClick(open.table, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(says(*open.page, u"There is nothing here to undo"_s));
        QCOMPARE(open.hhs().state, WorkState::InReview);
        open.on.context->setIncident(open.on.incident, u"2026-001"_s);
        QTest::keyClick(open.table, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(open.hhs().state, WorkState::Open);
    }

    void asksWhyAProofIsTakenBack()
    {
        Deadlines open;
        QVERIFY(open.ready);
        const casework::Proof proof{u"portal-number"_s, u"HHS-1"_s, QDate(2026, 3, 20)};
        QVERIFY(open.on.fixture.submit(casework::CompleteObligation{open.hhs().id, proof}));
        QTRY_VERIFY(says(*open.page, u"Portal number: HHS-1."_s));
        open.setState(u"Ready"_s);
        QPushButton *take = open.on.button(u"Take the proof back"_s);
        QVERIFY(take);
        QTest::mouseClick(take, Qt::LeftButton);
        QVERIFY(says(*open.page, u"Say why, for the record."_s));
        QTest::mouseClick(open.on.button(u"Leave it done"_s), Qt::LeftButton);
        QVERIFY(!open.on.button(u"Take the proof back"_s));
        QCOMPARE(open.hhs().state, WorkState::Done);

        open.setState(u"Ready"_s);
        QTest::keyClicks(open.on.named<QLineEdit>(u"Why it is open again"_s), u"The portal lost it"_s);
        QTest::mouseClick(open.on.button(u"Take the proof back"_s), Qt::LeftButton);
        QTRY_COMPARE(open.hhs().state, WorkState::Ready);
        QTRY_VERIFY(!open.on.button(u"Take the proof back"_s));
        QTRY_VERIFY(open.on.button(u"Undo"_s));
        QCOMPARE(clippedTexts(*open.page).join(u'\n'), QString());
    }

    void saysWhichWordsNoRuleKnows()
    {
        Deadlines open;
        QVERIFY(open.ready);
        QVERIFY(!says(*open.page, u"no rule knows"_s));
        casework::SetFacts change{open.on.incident, test::CaseFixture::facts(), u"As the file has it"_s};
        change.facts.flags = QStringList{u"sec-registrnat"_s};
        QVERIFY(open.on.fixture.submit(change));
        QTRY_VERIFY(
            says(*open.page, u"no rule knows “sec-registrnat”, so it changes nothing. Was “sec-registrant” meant?"_s));
    }

    void takesADecisionAboutPeopleBack()
    {
        CasePage on;
        on.begin();
        casework::StageRows rows{on.incident, {}, true};
        for (int i = 1; i <= 3; ++i) {
            rows.rows << test::NoticeCase::person(i);
            rows.rows.last().notes = QJsonArray{QJsonObject{{u"kind"_s, u"no-address"_s}}};
            rows.rows.last().standing = casework::Standing::Undecided;
        }
        QVERIFY(on.fixture.file().stage(rows).result());
        QVERIFY(on.fixture.submit(casework::AcceptStaged{on.incident, u"r.csv"_s, u"aa"_s, {}}));
        auto *page = on.show<views::PeoplePage>();
        auto *list = page->findChild<views::ListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 3);
        list->selectAll();
        QTRY_VERIFY(on.button(u"Exclude 3"_s));
        QTest::keyClicks(on.named<QLineEdit>(u"Reason"_s), u"Not ours"_s);
        QTest::mouseClick(on.button(u"Exclude 3"_s), Qt::LeftButton);
        QTRY_VERIFY(says(*page, u"3 people excluded."_s));
        QTest::mouseClick(on.button(u"Undo"_s), Qt::LeftButton);
        QTRY_COMPARE(on.fixture.ask(casework::RosterTotalsQuery{on.incident})->undecided, 3);
        QTRY_VERIFY(says(*page, u"Taken back: 3 people excluded."_s));
    }

    void takesANoticeBackFromReview()
    {
        test::NoticeCase data;
        data.addPeople(2);
        views::NoticesPage page(&data.context());
        QVERIFY(showAt(page, 1072, 708));
        const auto button = [&page](const QString &text) -> QPushButton * {
            for (QPushButton *each : page.findChildren<QPushButton *>()) {
                if (each->isVisible() && each->isEnabled() && each->text().remove(u'&') == text)
                    return each;
            }
            return nullptr;
        };
        QTRY_VERIFY(button(u"Send to review"_s));
        QTest::mouseClick(button(u"Send to review"_s), Qt::LeftButton);
        QTRY_VERIFY(button(u"Undo"_s));
        QCOMPARE(data.notice().status, casework::NoticeStatus::InReview);
        QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
        QTRY_COMPARE(data.notice().status, casework::NoticeStatus::Draft);
    }
};

QTEST_MAIN(TestViewsUndo)
#include "tst_views_undo.moc"
