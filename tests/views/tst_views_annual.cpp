// SPDX-License-Identifier: GPL-3.0-or-later
#include "annual/annual_page.h"
#include "casework/ledger_book.h"
#include "items/annual_log_model.h"
#include "items/item_roles.h"
#include "patience.h"
#include "shared/table_view.h"
#include "views/case_page.h"
#include "views/page_words.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::viewchecks;
using casework::Role;

namespace {

/// A store with incidents of these numbers of people, discovered on a day; without a number nobody has counted yet.
void addIncidents(test::CaseFixture &store, QDate discovered, const QList<std::optional<qint64>> &sizes)
{
    for (const std::optional<qint64> &size : sizes) {
        casework::CreateIncident command;
        command.title = size ? u"Breach of %1"_s.arg(*size) : u"Breach not counted"_s;
        command.facts = test::CaseFixture::facts();
        command.facts.discovered = law::Moment{discovered, {}};
        command.facts.occurred.reset();
        command.facts.residents.reset();
        if (size)
            command.facts.residents = QMap<QString, qint64>{{u"TX"_s, *size}};
        QVERIFY(store.submit(command));
    }
}

struct OpenAnnual
{
    explicit OpenAnnual(QDate discovered = QDate(2026, 3, 3), Role role = Role::ComplianceLead,
                        const QString &now = u"2026-03-20T09:42:00-05:00"_s)
    {
        on.fixture.clock().set(*Instant::parse(now));
        addIncidents(on.fixture, discovered, {499, 12, 500, std::nullopt});
        if (role == Role::ComplianceLead)
            on.reopen();
        else
            (void)on.switchTo(u"Bo"_s, role);
        choice.answerFor(*on.context);
        page = on.show<views::AnnualPage>();
        (void)QTest::qWaitFor([this] { return log() != nullptr; }, test::kPatience);
    }
    [[nodiscard]] views::TableView *log() const { return on.named<views::TableView>(u"Breaches of the year"_s); }
    [[nodiscard]] QStringList column(int column, int role = Qt::DisplayRole) const
    {
        QStringList texts;
        for (int row = 0; row < log()->model()->rowCount(); ++row)
            texts << log()->model()->index(row, column).data(role).toString();
        return texts;
    }
    [[nodiscard]] QSpinBox *year() const { return on.named<QSpinBox>(u"Year of discovery"_s); }

    FileChoice choice;
    CasePage on;
    views::AnnualPage *page = nullptr;
};

using Model = items::AnnualLogModel;

} // namespace

class TestAnnual final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void listsTheYearsBreachesUnder500()
    {
        OpenAnnual open;
        QVERIFY(open.log());
        QCOMPARE(open.column(Model::Incident),
                 QStringList({u"Breach of 499"_s, u"Breach of 12"_s, u"Breach not counted"_s}));
        QCOMPARE(open.column(Model::People), QStringList({u"499"_s, u"12"_s, u"Not counted"_s}));
        QCOMPARE(open.column(Model::Submitted, items::BadgeTextRole),
                 QStringList({u"To be submitted"_s, u"To be submitted"_s, u"Waits for a fact"_s}));
        QVERIFY(says(*open.page, u"Last day to submit: 1 Mar 2027"_s));
        QVERIFY(says(*open.page, u"346 days left"_s));
        QVERIFY(says(*open.page, u"0 of 3 submitted"_s));
    }

    void saysWhatIsMissing()
    {
        OpenAnnual open;
        QTRY_VERIFY(says(*open.page, u"Missing: when the breach happened; what happened, in words;"_s));
        open.log()->selectRow(2);
        QTRY_VERIFY(says(*open.page, u"how many people are affected"_s));
        QVERIFY(!open.on.button(u"Record the submission…"_s));
    }

    void recordsTheSubmissionWithItsNumber()
    {
        OpenAnnual open;
        QTest::mouseClick(open.on.button(u"Record the submission…"_s), Qt::LeftButton);
        const QList<QLineEdit *> fields = open.page->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            if (field->isVisible() && field->placeholderText().contains(u"portal"_s))
                QTest::keyClicks(field, u"HHS-77"_s);
        }
        QTest::mouseClick(open.on.button(u"Record as done"_s), Qt::LeftButton);
        QTRY_COMPARE(open.column(Model::Submitted, items::BadgeTextRole).first(), u"Submitted"_s);
        QTRY_VERIFY(says(*open.page, u"HHS-77"_s));
        QVERIFY(says(*open.page, u"1 of 3 submitted"_s));
        QVERIFY(!says(*open.page, u"Missing:"_s));
    }

    void beginsWithLastYearWhileItIsOwed()
    {
        OpenAnnual open(QDate(2025, 12, 31));
        QTRY_COMPARE(open.year()->value(), 2025);
        QTRY_VERIFY(says(*open.page, u"Last day to submit: 1 Mar 2026"_s));
        QVERIFY(says(*open.page, u"days late"_s));
        QCOMPARE(open.page->countTone(), items::Tone::Danger);
        open.year()->setValue(2026);
        QTRY_VERIFY(says(*open.page, u"No breach for the annual submission"_s));
        QVERIFY(!open.on.button(u"Export CSV…"_s)->isEnabled());
        QCOMPARE(open.page->count(), 0);
    }

    void countsTheLastDayOfALeapYear()
    {
        QCOMPARE(casework::lastDayToSubmit(2026), QDate(2027, 3, 1));
        QCOMPARE(casework::lastDayToSubmit(2027), QDate(2028, 2, 29));
    }

    void exportsTheLogAsCsv()
    {
        OpenAnnual open;
        open.choice.path = open.on.fixture.filePath(u"log.csv"_s);
        const auto entries = [&open] { return open.on.fixture.ask(casework::LedgerHeadQuery())->count; };
        const qint64 before = entries();
        QTest::mouseClick(open.on.button(u"Export CSV…"_s), Qt::LeftButton);
        QTRY_VERIFY(says(*open.page, u"Log written to"_s));
        QCOMPARE(entries(), before + 1);
        QCOMPARE(open.choice.asked.suggested, u"annual-log-2026.csv"_s);
        QFile file(open.choice.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), casework::annualLogCsv(open.on.fixture.ask(casework::AnnualLogQuery{2026}).value()));
        open.choice.path = u"/nowhere/at/all.csv"_s;
        QTest::mouseClick(open.on.button(u"Export CSV…"_s), Qt::LeftButton);
        QTRY_VERIFY(!says(*open.page, u"Log written to"_s));
        QCOMPARE(entries(), before + 1); // nothing left the store
    }

    void opensTheDeadlineOfItsIncident()
    {
        OpenAnnual open;
        open.log()->selectRow(1);
        QSignalSpy asked(open.page, &views::Page::navigationRequested);
        QTest::mouseClick(open.on.button(u"Open its deadline"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"deadlines"_s);
        QCOMPARE(open.on.context->reference(), u"2026-002"_s);
    }

    void leavesTheSubmissionToThoseWhoMay()
    {
        OpenAnnual open(QDate(2026, 3, 3), Role::Observer);
        QVERIFY(open.log());
        QVERIFY(!open.on.button(u"Record the submission…"_s));
        QVERIFY(open.on.button(u"Open its deadline"_s));
    }

    void patchesItsModelByDifference()
    {
        OpenAnnual open;
        Model model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto log = open.on.fixture.ask(casework::AnnualLogQuery{2026}).value();
        model.set(log, QDate(2026, 3, 20));
        QCOMPARE(model.openCount(), 3);
        model.set(log.mid(1), QDate(2027, 3, 2));
        QCOMPARE(model.index(0, Model::Submitted).data(items::BadgeTextRole).toString(), u"! Late"_s);
        model.set({}, QDate(2026, 3, 20));
        QCOMPARE(model.rowCount(), 0);
    }

    void isReachableNamedAndUncut()
    {
        OpenAnnual open;
        QTRY_VERIFY(open.on.button(u"Record the submission…"_s));
        QCOMPARE(unnamedControls(*open.page).join(u'\n'), QString());
        QTRY_COMPARE(clippedTexts(*open.page).join(u'\n'), QString());
        QCOMPARE(unreachableControls(*open.page).join(u'\n'), QString());
        QCOMPARE(sidewaysScrolls(*open.page).join(u'\n'), QString());
        QCOMPARE(invisibleFocus(*open.page).join(u'\n'), QString());
    }
};

QTEST_MAIN(TestAnnual)
#include "tst_views_annual.moc"
