// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/obligation_plan.h"
#include "casework/rule_import.h"
#include "core/safe_file.h"
#include "deadlines/deadlines_page.h"
#include "items/item_roles.h"
#include "items/rule_book_model.h"
#include "items/rule_change_model.h"
#include "items/rule_model.h"
#include "models/casework/other_rules.h"
#include "patience.h"
#include "rules/rules_page.h"
#include "shared/search_field.h"
#include "shared/table_view.h"
#include "views/case_page.h"
#include "views/page_words.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::viewchecks;
using casework::Role;
using Tester = QAbstractItemModelTester;

namespace {

constexpr auto kFatal = Tester::FailureReportingMode::Fatal;

/// The page on a case whose notice to individuals has a note, with a person who chooses files.
struct OpenRules
{
    explicit OpenRules(Role role = Role::ComplianceLead)
    {
        on.begin();
        const auto duties = on.fixture.ask(casework::ObligationsQuery{on.incident}).value();
        for (const casework::ObligationRecord &each : duties) {
            if (each.duty.rule == u"hipaa/individuals"_s)
                ready = on.fixture.submit(casework::AddObligationNote{each.id, u"Mail house asked"_s}).has_value();
        }
        if (role != Role::ComplianceLead)
            ready = ready && on.switchTo(u"Bo"_s, role);
        choice.answerFor(*on.context);
        page = on.show<views::RulesPage>();
        ready = ready && QTest::qWaitFor([this] { return books()->model()->rowCount() > 0; }, test::kPatience);
    }

    [[nodiscard]] views::TableView *books() const { return on.named<views::TableView>(u"Rule packs"_s); }
    [[nodiscard]] views::TableView *rules() const { return on.named<views::TableView>(u"Rules of the pack"_s); }
    [[nodiscard]] views::TableView *changes() const { return on.named<views::TableView>(u"Rules that change"_s); }
    [[nodiscard]] views::TableView *moves() const { return on.named<views::TableView>(u"Open incidents"_s); }
    [[nodiscard]] static QString all(const views::TableView *table)
    {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                const QModelIndex index = table->model()->index(row, column);
                for (const int role : {int(Qt::DisplayRole), int(items::SecondaryTextRole), int(items::BadgeTextRole)})
                    texts << index.data(role).toString();
            }
        }
        return texts.join(u'\n');
    }
    void choosePack(const QString &name) const
    {
        for (int row = 0; row < books()->model()->rowCount(); ++row) {
            if (books()->model()->index(row, 0).data(items::RecordIdRole).toString().startsWith(name + u'@'))
                books()->selectRow(row);
        }
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = on.fixture.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        return writeFileAtomically(path, bytes) ? path : QString();
    }
    /// Chooses a file and waits for the comparison.
    bool import(const QString &path, const QString &button = u"Import rules…"_s)
    {
        choice.path = path;
        QTest::mouseClick(on.button(button), Qt::LeftButton);
        return QTest::qWaitFor([this] { return on.button(u"Take them in"_s) != nullptr; }, test::kPatience);
    }

    FileChoice choice;
    CasePage on;
    views::RulesPage *page = nullptr;
    bool ready = true;
};

} // namespace

class TestRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void listsThePacksWithTheirRules()
    {
        OpenRules open;
        QVERIFY(open.ready);
        const QString packs = OpenRules::all(open.books());
        const auto infos = open.on.fixture.ask(casework::RuleBooksQuery()).value();
        QVERIFY(infos.size() > 3);
        for (const casework::RuleBook &each : infos) {
            QVERIFY2(packs.contains(each.info.title), qPrintable(each.info.title));
            QCOMPARE(each.open, QStringList{u"2026-001"_s});
        }
        open.choosePack(u"hipaa"_s);
        QCOMPARE(open.rules()->model()->rowCount(), 12);
        QVERIFY(OpenRules::all(open.rules()).contains(u"60 days from the day of discovery"_s));
    }

    void findsARuleAndShowsItsTexts()
    {
        OpenRules open;
        open.choosePack(u"us-states"_s);
        auto *search = open.on.named<views::SearchField>(u"Find a rule"_s);
        QTest::keyClicks(search, u"attorney general Texas"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(open.rules() ? open.rules()->model()->rowCount() : 0, 0);
        QVERIFY(says(*open.page, u"No rule of this pack passes the filter."_s));
        search->clear();
        QTest::keyClicks(search, u"Texas"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(open.rules() && open.rules()->model()->rowCount() > 1);
        QVERIFY(open.rules()->model()->rowCount() < 10);
        for (const QString &words : {u"521.053"_s, u"Certainty"_s, u"In force"_s, u"Source"_s})
            QTRY_VERIFY2(says(*open.page, words), qPrintable(words));
        QTest::keyClick(search, Qt::Key_Down);
        QTRY_VERIFY(open.rules()->hasFocus());
    }

    void narrowsToWhatIsForCounsel()
    {
        OpenRules open;
        open.choosePack(u"hipaa"_s);
        open.page->findChild<QCheckBox *>()->click();
        QCOMPARE(open.rules()->model()->rowCount(), 1);
        QVERIFY(OpenRules::all(open.rules()).contains(u"Doubtful"_s));
    }

    void showsWhatAnImportChangesBeforeItIsTaken()
    {
        OpenRules open;
        QVERIFY(open.import(open.write(u"next.json"_s, test::hipaaWith(open.on.fixture, u"2026.12"_s, 50))));
        QVERIFY(says(*open.page, u"Rules added: none. Changed: one. Gone: none."_s));
        QVERIFY(OpenRules::all(open.changes())
                    .contains(u"60 days from the day of discovery becomes 50 days from the day of discovery"_s));
        const QString moves = OpenRules::all(open.moves());
        QVERIFY2(moves.contains(u"2026-001"_s) && moves.contains(u"10 days earlier"_s), qPrintable(moves));
        QVERIFY(open.on.fixture.ask(casework::RulePacksQuery())->size() == 7);

        QTest::mouseClick(open.on.button(u"Take them in"_s), Qt::LeftButton);
        QVERIFY(says(*open.page, u"Say why; dates can follow from it."_s));
        QTest::keyClicks(open.on.named<QLineEdit>(u"Reason"_s), u"Counsel sent it"_s);
        QTest::mouseClick(open.on.button(u"Take them in"_s), Qt::LeftButton);
        QTRY_VERIFY(says(*open.page, u"hipaa@2026.12 is available."_s));
        QTRY_COMPARE(open.books()->currentIndex().data(items::RecordIdRole).toString(), u"hipaa@2026.12"_s);
        QVERIFY(OpenRules::all(open.books()).contains(u"Imported"_s));
        const auto entry = open.on.fixture.ask(casework::LedgerRows())->first();
        QCOMPARE(entry.action, u"law.import"_s);
        QCOMPARE(entry.after.value(u"reason"_s).toString(), u"Counsel sent it"_s);
    }

    void leavesWhatIsNotWanted()
    {
        OpenRules open;
        QVERIFY(open.import(open.write(u"next.json"_s, test::hipaaWithout(open.on.fixture, u"individuals"_s))));
        QVERIFY(says(*open.page, u"Gone: one."_s));
        QVERIFY(OpenRules::all(open.moves()).contains(u"would be withdrawn"_s));
        QVERIFY(OpenRules::all(open.moves()).contains(u"1 note"_s));
        QTest::mouseClick(open.on.button(u"Leave them"_s), Qt::LeftButton);
        QTRY_VERIFY(says(*open.page, u"Nothing was taken in."_s));
        QCOMPARE(open.on.fixture.ask(casework::RulePacksQuery())->size(), 7);
    }

    void takesAFolderAndPassesOverWhatIsHere()
    {
        OpenRules open;
        (void)open.write(u"packs/a.json"_s, test::hipaaWith(open.on.fixture, u"2026.12"_s, 50));
        (void)open.write(u"packs/b.json"_s, open.on.fixture.file().packs().first().bytes);
        QVERIFY(open.import(open.on.fixture.filePath(u"packs"_s), u"Import a folder…"_s));
        QCOMPARE(open.choice.asked.kind, views::PathAsk::Kind::Folder);
        QVERIFY(says(*open.page, u"Here already, and passed over"_s));
        QVERIFY(OpenRules::all(open.changes()).contains(u"hipaa/individuals"_s));
    }

    void refusesWhatIsNoPackAndNamesFileAndPath()
    {
        OpenRules open;
        QByteArray pack = test::hipaaWith(open.on.fixture, u"2026.12"_s, 50);
        open.choice.path = open.write(u"odd.json"_s, pack.replace("\"confidence\"", "\"surely\""));
        QTest::mouseClick(open.on.button(u"Import rules…"_s), Qt::LeftButton);
        QTRY_VERIFY(says(*open.page, u"confidence"_s));
        QVERIFY(says(*open.page, u"odd.json"_s));
        QVERIFY(!open.on.button(u"Take them in"_s));
        QVERIFY(open.on.button(u"Import rules…"_s)->isEnabled());
    }

    void leavesImportsToThoseWhoMay()
    {
        OpenRules open(Role::TechnicalLead);
        QVERIFY(open.ready);
        QVERIFY(!open.on.button(u"Import rules…"_s));
        QVERIFY(says(*open.page, u"The compliance lead or legal counsel takes in rules."_s));
        const QList<views::Command> commands = open.page->commands();
        QVERIFY(std::none_of(commands.begin(), commands.end(), [](const views::Command &each) {
            return each.id.startsWith(u"rules.import"_s) && each.allowed();
        }));
    }

    void leadsFromTheDeadlinesToTheComparison()
    {
        CasePage on;
        on.begin();
        auto *page = on.show<views::DeadlinesPage>();
        QVERIFY(!on.button(u"See what would move"_s));
        QVERIFY(on.fixture.submit(casework::ImportRulePacks{
            {{test::hipaaWith(on.fixture, u"2026.12"_s, 50), u"next.json"_s}}, u"Counsel sent it"_s}));
        QTRY_VERIFY(on.button(u"See what would move"_s));
        QVERIFY(says(*page, u"Newer rules are here."_s));
        QTest::mouseClick(on.button(u"See what would move"_s), Qt::LeftButton);
        QTRY_VERIFY(on.button(u"Accept these rules"_s) && on.button(u"Accept these rules"_s)->isEnabled());
        QVERIFY(OpenRules::all(on.named<views::TableView>(u"Open incidents"_s)).contains(u"10 days earlier"_s));
        QCOMPARE(clippedTexts(*page).join(u'\n'), QString());
        QTest::mouseClick(on.button(u"Accept these rules"_s), Qt::LeftButton);
        QVERIFY(says(*page, u"Say why; dates follow from it."_s));
        QTest::keyClicks(on.named<QLineEdit>(u"Reason"_s), u"Counsel agrees"_s);
        QTest::keyClick(on.named<QLineEdit>(u"Reason"_s), Qt::Key_Return);
        QTRY_VERIFY(!on.button(u"Accept these rules"_s) && !on.button(u"See what would move"_s));
        QVERIFY(on.fixture.ask(casework::EvaluationQuery{on.incident})->packs.contains(u"hipaa@2026.12"_s));
    }

    void showsWhatWouldMoveToThoseWhoMayNotAccept()
    {
        CasePage on;
        on.begin();
        QVERIFY(on.fixture.submit(casework::ImportRulePacks{
            {{test::hipaaWith(on.fixture, u"2026.12"_s, 50), u"next.json"_s}}, u"Counsel sent it"_s}));
        QVERIFY(on.switchTo(u"Bo"_s, Role::Observer));
        auto *page = on.show<views::DeadlinesPage>();
        QTRY_VERIFY(on.button(u"See what would move"_s));
        QTest::mouseClick(on.button(u"See what would move"_s), Qt::LeftButton);
        QTRY_VERIFY(says(*page, u"The compliance lead or legal counsel accepts them."_s));
        QVERIFY(!on.button(u"Accept these rules"_s));
        QTest::mouseClick(on.button(u"Back to the deadlines"_s), Qt::LeftButton);
        QTRY_VERIFY(on.button(u"See what would move"_s));
    }

    void patchesItsModelsByDifference()
    {
        CasePage on;
        on.begin();
        items::RuleBookModel books;
        items::RuleModel rules;
        items::RuleFilterModel shown;
        shown.setSourceModel(&rules);
        items::RuleChangeModel changes;
        const Tester bookTester(&books, kFatal);
        const Tester ruleTester(&rules, kFatal);
        const Tester shownTester(&shown, kFatal);
        const Tester changeTester(&changes, kFatal);
        const auto before = on.fixture.ask(casework::RuleBooksQuery()).value();
        books.set(before);
        QVERIFY(on.fixture.submit(casework::ImportRulePacks{
            {{test::hipaaWithout(on.fixture, u"individuals"_s), u"next.json"_s}}, u"Counsel sent it"_s}));
        books.set(on.fixture.ask(casework::RuleBooksQuery()).value());
        QCOMPARE(books.rowCount(), static_cast<int>(before.size()) + 1);
        for (const casework::RuleBook &each : before)
            rules.set(*each.pack, QDate(2026, 3, 20));
        shown.setWords(u"Texas"_s);
        rules.set({}, QDate(2026, 3, 20));
        QCOMPARE(shown.rowCount(), 0);
        const auto comparison = on.fixture.ask(casework::ComparePacks{on.incident, {}})->first();
        changes.set(items::ruleLines(comparison.rules));
        changes.set(items::incidentLines(comparison, QDate(2026, 3, 20)));
        changes.set({});
        QCOMPARE(changes.rowCount(), 0);
    }

    void isReachableNamedAndUncut()
    {
        OpenRules open;
        for (const bool comparing : {false, true}) {
            if (comparing)
                QVERIFY(open.import(open.write(u"next.json"_s, test::hipaaWith(open.on.fixture, u"2026.12"_s, 50))));
            QCOMPARE(unnamedControls(*open.page).join(u'\n'), QString());
            QTRY_COMPARE(clippedTexts(*open.page).join(u'\n'), QString());
            QCOMPARE(unreachableControls(*open.page).join(u'\n'), QString());
            QCOMPARE(sidewaysScrolls(*open.page).join(u'\n'), QString());
            QCOMPARE(invisibleFocus(*open.page).join(u'\n'), QString());
        }
    }
};

QTEST_MAIN(TestRules)
#include "tst_views_rules.moc"
