// SPDX-License-Identifier: GPL-3.0-or-later
// What pages say about the time that is left.
#include "casework/obligation_plan.h"
#include "casework/playbook_run.h"
#include "containment/containment_page.h"
#include "deadlines/deadlines_page.h"
#include "items/item_roles.h"
#include "items/obligation_model.h"
#include "overview/overview_page.h"
#include "patience.h"
#include "people/people_page.h"
#include "shared/notice_bar.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "views/case_page.h"
#include "views/page_words.h"

#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::viewchecks;

namespace {

Instant at(const QString &iso)
{
    return *Instant::parse(iso);
}

/// A case whose report to HHS is due today at 20:00, as counsel says.
struct DueToday : CasePage
{
    DueToday() : CasePage(casework::Role::LegalCounsel)
    {
        begin();
        const auto records = fixture.ask(casework::ObligationsQuery{incident}).value();
        for (const casework::ObligationRecord &each : records) {
            if (each.duty.recipient == u"HHS"_s)
                ready = fixture
                            .submit(casework::OverrideDueDate{
                                each.id, {{}, at(u"2026-03-20T20:00:00-05:00"_s)}, u"Agreed with the office"_s})
                            .has_value();
        }
    }
    /// All words in the column of due dates.
    [[nodiscard]] QString dates() const
    {
        const auto *table = page->findChild<views::TableView *>();
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            texts << table->model()->index(row, items::ObligationModel::Due).data(items::SecondaryTextRole).toString();
        return texts.join(u'\n');
    }
    void anHourPasses()
    {
        fixture.clock().set(at(u"2026-03-20T10:42:00-05:00"_s));
        Q_EMIT context->minutePassed();
    }

    bool ready = false;
};

} // namespace

class TestTime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void deadlinesCountTheMinutes()
    {
        DueToday on;
        QVERIFY(on.ready);
        const auto *page = on.show<views::DeadlinesPage>();
        QTRY_VERIFY(says(*on.page, u"10 hours 18 minutes left"_s)); // it is the first, so it is chosen
        QVERIFY(on.dates().contains(u"10 hours 18 minutes left"_s));
        on.anHourPasses();
        QTRY_VERIFY(on.dates().contains(u"9 hours 18 minutes left"_s));
        QVERIFY(says(*on.page, u"9 hours 18 minutes left"_s));
        on.fixture.clock().set(at(u"2026-03-20T20:00:01-05:00"_s));
        Q_EMIT on.context->minutePassed();
        QTRY_COMPARE(page->countWords(), u"1 late"_s);
    }

    void theOverviewCountsTheMinutes()
    {
        DueToday on;
        QVERIFY(on.ready);
        on.show<views::OverviewPage>();
        QTRY_VERIFY(on.dates().contains(u"10 hours 18 minutes left"_s));
        on.anHourPasses();
        QTRY_VERIFY(on.dates().contains(u"9 hours 18 minutes left"_s));
    }

    void containmentCountsWhatIsLateEachMinute()
    {
        CasePage on;
        on.begin();
        const auto playbooks = casework::builtInPlaybooks();
        QVERIFY(on.fixture.submit(
            casework::StartPlaybook{on.incident, playbooks->at(2), at(u"2026-03-20T09:42:00-05:00"_s)}));
        auto *page = on.show<views::ContainmentPage>();
        QTRY_VERIFY(says(*page, u"0 of 17 done"_s));
        const int before = page->count();
        on.fixture.clock().set(at(u"2026-03-22T09:42:00-05:00"_s));
        Q_EMIT on.context->minutePassed();
        QTRY_VERIFY(page->count() > before);
    }

    /// It is a day later in Auckland already.
    void daysAreCountedInTheZoneOfTheFacts()
    {
        CasePage on;
        casework::CreateIncident command;
        command.title = u"Order export left readable"_s;
        command.facts = test::CaseFixture::facts();
        command.facts.timezone = "Pacific/Auckland";
        on.incident = IncidentId{on.fixture.submit(command)->id};
        on.reopen();
        auto *page = on.show<views::DeadlinesPage>();
        const auto *table = page->findChild<views::TableView *>();
        QTRY_VERIFY(table->model()->rowCount() > 0);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, items::ObligationModel::ToWhom).data() == u"HHS Secretary"_s)
                const_cast<views::TableView *>(table)->selectRow(row);
        }
        QTRY_VERIFY(says(*page, u"42 days left"_s));
        QTest::mouseClick(on.button(u"Record as done…"_s), Qt::LeftButton);
        QCOMPARE(on.named<QLineEdit>(u"Done on"_s)->text(), u"21 Mar 2026"_s);
    }

    void asksNothingAboutThePeopleOfNoIncident()
    {
        CasePage on;
        on.reopen();
        auto *page = on.show<views::PeoplePage>();
        QTest::qWait(50);
        for (const views::NoticeBar *bar : page->findChildren<views::NoticeBar *>())
            QVERIFY2(!bar->isVisible(), qPrintable(bar->text()));
        on.context->setIncident(on.fixture.incident(), u"2026-001"_s);
        QTRY_VERIFY(says(*page, u"No roster yet"_s));
        for (const views::NoticeBar *bar : page->findChildren<views::NoticeBar *>())
            QVERIFY2(!bar->isVisible(), qPrintable(bar->text()));
    }
};

QTEST_MAIN(TestTime)
#include "tst_views_time.moc"
