// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/access_page.h"
#include "items/action_words.h"
#include "items/person_model.h"
#include "patience.h"
#include "shared/passphrase_field.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "views/case_page.h"
#include "views/page_words.h"
#include "views/view_checks.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::viewchecks;

namespace {

/// The page with a key derivation that takes no time.
class QuickAccessPage final : public views::Page
{
public:
    explicit QuickAccessPage(views::CaseContext *context) : Page({}), inner(context, this, vault::KdfCost::forTests())
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(&inner);
    }
    ~QuickAccessPage() override { inner.setParent(nullptr); }

    views::AccessPage inner;
};

struct OpenPage
{
    explicit OpenPage(casework::Role role = casework::Role::ComplianceLead)
    {
        on.begin();
        if (role != casework::Role::ComplianceLead)
            on.switchTo(u"Bo"_s, role);
        show();
    }

    void show()
    {
        choice.answerFor(*on.context);
        page = on.show<QuickAccessPage>();
        table = on.named<views::TableView>(u"People with access"_s);
        loaded = QTest::qWaitFor([this] { return table->model()->rowCount() > 0; }, test::kPatience);
    }
    void click(const QString &text)
    {
        QPushButton *button = on.button(text);
        QVERIFY2(button, qPrintable(text));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// Types a new passphrase twice into the fields below the widget that holds this one.
    void typeTwice(const QString &passphrase, int from)
    {
        const auto fields = visibleFields();
        QTest::keyClicks(fields.at(from), passphrase);
        QTest::keyClicks(fields.at(from + 1), passphrase);
    }
    QList<QLineEdit *> visibleFields() const
    {
        QList<QLineEdit *> fields;
        for (views::PassphraseField *each : page->findChildren<views::PassphraseField *>()) {
            if (each->isVisible())
                fields << each->edit();
        }
        return fields;
    }

    FileChoice choice;
    CasePage on;
    QuickAccessPage *page = nullptr;
    views::TableView *table = nullptr;
    bool loaded = false;
};

} // namespace

class TestAccess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { views::applyTheme(*qApp, views::ThemeChoice::Light); }

    void namesEveryAction();
    void patchesPeopleByDifference();
    void addsAPersonWhoThenUnlocks();
    void removesOnlyAfterSayingWhatItMeans();
    void changesMyPassphrase();
    void writesKitAndBackup();
    void showsOnlyWhatTheRoleMayDo();
    void isReachableNamedAndUncut();
};

void TestAccess::namesEveryAction()
{
    for (const QLatin1StringView action : casework::allActions())
        QVERIFY2(items::actionRight(action) != action, action.data());
}

void TestAccess::patchesPeopleByDifference()
{
    items::PersonModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    casework::Person ada;
    ada.id = PersonId{1};
    ada.name = u"Ada"_s;
    casework::Person bo = ada;
    bo.id = PersonId{2};
    bo.name = u"Bo"_s;
    model.set({ada, bo}, ada.id);
    ada.removedSequence = 9;
    model.set({ada, bo}, bo.id);
    QCOMPARE(model.index(0, items::PersonModel::Name).data().toString(), u"Bo"_s);
    QCOMPARE(model.index(1, items::PersonModel::Standing).data(items::BadgeTextRole).toString(), u"Removed"_s);
}

void TestAccess::addsAPersonWhoThenUnlocks()
{
    OpenPage open;
    QVERIFY(open.loaded);
    open.click(u"Add a person…"_s);
    open.click(u"Add"_s);
    QVERIFY(says(*open.page, u"Give the person's name."_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Cleo"_s);
    auto *role = open.on.named<QComboBox>(u"Role"_s);
    QCOMPARE(role->currentText(), u"Observer"_s);
    role->setCurrentIndex(role->findText(u"Legal counsel"_s));
    open.typeTwice(u"passphrase of Cleo"_s, 0);
    open.click(u"Add"_s);
    QTRY_VERIFY(says(*open.page, u"Cleo has access now, as legal counsel."_s));
    QTRY_COMPARE(open.table->model()->rowCount(), 2);
    open.on.page.reset();
    open.on.context.reset();
    QVERIFY(open.on.fixture.openAs(u"Cleo"_s));
    QCOMPARE(open.on.fixture.file().actor().role, casework::Role::LegalCounsel);
}

void TestAccess::removesOnlyAfterSayingWhatItMeans()
{
    OpenPage open;
    QVERIFY(open.on.fixture.addPerson(u"Bo"_s, casework::Role::Observer));
    QTRY_COMPARE(open.table->model()->rowCount(), 2);
    open.table->selectRow(0);
    QVERIFY(!open.on.button(u"Remove…"_s)->isEnabled()); // oneself
    open.table->selectRow(1);
    open.click(u"Remove…"_s);
    QVERIFY(says(*open.page, u"the recovery kit is void"_s));
    open.click(u"Keep"_s);
    QVERIFY(!says(*open.page, u"the recovery kit is void"_s));
    open.click(u"Remove…"_s);
    open.click(u"Remove and re-key"_s);
    QTRY_VERIFY(says(*open.page, u"the store is re-keyed"_s));
    QTRY_COMPARE(open.table->model()->index(1, items::PersonModel::Standing).data(items::BadgeTextRole).toString(),
                 u"Removed"_s);
    open.on.page.reset();
    open.on.context.reset();
    QVERIFY(!open.on.fixture.openAs(u"Bo"_s));
}

void TestAccess::changesMyPassphrase()
{
    OpenPage open;
    open.click(u"Change my passphrase"_s);
    QVERIFY(says(*open.page, u"Type the passphrase you have now."_s));
    const auto fields = open.visibleFields();
    QCOMPARE(fields.size(), 3);
    QTest::keyClicks(fields.first(), u"not the passphrase"_s);
    open.typeTwice(u"four new words together"_s, 1);
    open.click(u"Change my passphrase"_s);
    QTRY_VERIFY(open.on.button(u"Change my passphrase"_s)->isEnabled());
    QVERIFY(!says(*open.page, u"Changed."_s));
    QTest::keyClicks(fields.first(), u"passphrase of Ada"_s);
    open.typeTwice(u"four new words together"_s, 1);
    open.click(u"Change my passphrase"_s);
    QTRY_VERIFY(says(*open.page, u"Changed."_s));
    open.on.page.reset();
    open.on.context.reset();
    QVERIFY(!open.on.fixture.openAs(u"Ada"_s));
}

void TestAccess::writesKitAndBackup()
{
    OpenPage open;
    open.choice.path = open.on.fixture.filePath(u"kit.pdf"_s);
    open.click(u"Make the recovery kit…"_s);
    QTRY_VERIFY(says(*open.page, u"kit.pdf is written."_s));
    QFile kit(open.choice.path);
    QVERIFY(kit.open(QIODevice::ReadOnly));
    QVERIFY(kit.readAll().startsWith("%PDF-"));
    open.choice.path = open.on.fixture.filePath(u"copy.tocsin-backup"_s);
    open.click(u"Back up to a file…"_s);
    QTRY_VERIFY(says(*open.page, u"Backed up and checked: copy.tocsin-backup."_s));
    QVERIFY(QFileInfo(open.choice.path).size() > 0);
    // A file that is there already is not written over.
    open.click(u"Back up to a file…"_s);
    QTRY_VERIFY(!says(*open.page, u"Backed up and checked"_s));
    QTRY_VERIFY(open.on.button(u"Back up to a file…"_s)->isEnabled());
    QVERIFY(!says(*open.page, u"Backed up and checked"_s));
}

void TestAccess::showsOnlyWhatTheRoleMayDo()
{
    OpenPage open(casework::Role::TechnicalLead);
    QVERIFY(open.loaded);
    QVERIFY(!open.on.button(u"Add a person…"_s));
    QVERIFY(!open.on.button(u"Remove…"_s));
    QVERIFY(!open.on.button(u"Make the recovery kit…"_s));
    QVERIFY(!open.on.button(u"Re-key the store…"_s));
    QVERIFY(open.on.button(u"Back up to a file…"_s));
    QVERIFY(open.on.button(u"Change my passphrase"_s));
}

void TestAccess::isReachableNamedAndUncut()
{
    OpenPage open;
    open.click(u"Add a person…"_s);
    QCOMPARE(unnamedControls(*open.page), QStringList());
    QTRY_VERIFY2(clippedTexts(*open.page).isEmpty(), qPrintable(clippedTexts(*open.page).join(u'\n')));
    open.table->setFocus();
    const QStringList unreachable = unreachableControls(*open.page);
    QVERIFY2(unreachable.isEmpty(), qPrintable(unreachable.join(u'\n')));
}

QTEST_MAIN(TestAccess)
#include "tst_views_access.moc"
