// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/playbook_run.h"
#include "casework/register_check.h"
#include "containment/containment_page.h"
#include "containment/record_form.h"
#include "patience.h"
#include "shared/table_view.h"
#include "views/case_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using casework::Role;

namespace {

struct OpenPage : CasePage
{
    using CasePage::CasePage;

    void open(const QVariantMap &place = {})
    {
        page = show<ContainmentPage>(place);
        QVERIFY(page);
    }

    [[nodiscard]] TableView *table(const QString &name) const { return named<TableView>(name); }
    [[nodiscard]] int rows(const QString &name) const
    {
        const TableView *found = table(name);
        return found ? found->model()->rowCount() : 0;
    }
    void choose(const QString &box, const QString &id) const
    {
        auto *found = named<QComboBox>(box);
        QVERIFY(found);
        found->setCurrentIndex(found->findData(id));
    }
    void type(const QString &field, const QString &words) const
    {
        if (auto *line = named<QLineEdit>(field))
            line->setText(words);
        else if (auto *text = named<QPlainTextEdit>(field))
            text->setPlainText(words);
        else
            QFAIL(qPrintable(field));
    }
    /// A forensic copy, with a file of five bytes, up to the last click.
    void fillCopy()
    {
        const QString path = fixture.filePath(u"copy.bin"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("bytes") == 5);
        file.close();
        choose(u"Register"_s, u"forensic-copy"_s);
        QTest::mouseClick(named<QPushButton>(u"Add to this register"_s), Qt::LeftButton);
        type(u"What *"_s, u"Access logs"_s);
        type(u"Copied from *"_s, u"log bucket"_s);
        type(u"Taken at *"_s, u"2026-03-20 09:00"_s);
        type(u"Taken by *"_s, u"Ada"_s);
        type(u"Kept at *"_s, u"Safe 2"_s);
        type(u"The copied file"_s, path);
    }
    /// Below the fields: why it is amended.
    [[nodiscard]] QLineEdit *reason() const
    {
        const QList<QLineEdit *> lines = page->findChild<RecordForm *>()->findChildren<QLineEdit *>();
        return lines.isEmpty() ? nullptr : lines.last();
    }
    Result<casework::Receipt> restrict(const QString &who, const QString &until)
    {
        return fixture.submit(casework::AddRegisterRecord{
            incident,
            u"access-restriction"_s,
            {{u"who"_s, who}, {u"access"_s, u"none"_s}, {u"why"_s, u"Contain"_s}, {u"until"_s, until}}});
    }

    ContainmentPage *page = nullptr;
};

const QString kSteps = u"Steps of the playbook"_s;
const QString kRecords = u"Records of the register"_s;
const QString kIssues = u"What is expired or missing"_s;

} // namespace

class ContainmentViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void startsTheProtocolAndTakesItBack()
    {
        OpenPage p;
        p.begin();
        p.open();
        QTRY_VERIFY(!textsWith(*p.page, u"The facts do not know the hour"_s).isEmpty());
        p.type(u"The hours count from"_s, u"18 March"_s);
        QTest::mouseClick(p.button(u"Start the playbook"_s), Qt::LeftButton);
        QVERIFY(!textsWith(*p.page, u"Enter the moment with its hour"_s).isEmpty());
        p.type(u"The hours count from"_s, u"2026-03-18 09:00"_s);
        QTest::mouseClick(p.button(u"Start the playbook"_s), Qt::LeftButton);
        QTRY_COMPARE(p.rows(kSteps), 17);
        QVERIFY(!textsWith(*p.page, u"0 of 17 done; counted from 18 Mar 2026, 09:00"_s).isEmpty());
        QVERIFY(!textsWith(*p.page, u"Red: 48 hours are over."_s).isEmpty()); // 48 h 42 min
        QCOMPARE(p.page->count(), 14);
        QTest::mouseClick(p.button(u"Undo"_s), Qt::LeftButton);
        QTRY_VERIFY(p.button(u"Start the playbook"_s));
        QCOMPARE(p.page->count(), 0);
    }

    void showsAPlaybookThatIsAtWorkFirst()
    {
        OpenPage p;
        p.begin();
        const auto all = casework::builtInPlaybooks().value();
        const casework::Playbook &last = all.last();
        QVERIFY(p.fixture.submit(
            casework::StartPlaybook{p.incident, last, Instant::parse(u"2026-03-18T09:00:00-05:00"_s).value()}));
        p.open();
        const auto *choice = p.named<QComboBox>(u"Playbook"_s);
        QTRY_COMPARE(choice->currentData().toString(), last.id);
        p.choose(u"Playbook"_s, all.first().id);
        const casework::Playbook &second = all.at(1);
        const int at = choice->findData(second.id);
        const QString title = choice->itemText(at);
        QVERIFY(p.fixture.submit(
            casework::StartPlaybook{p.incident, second, Instant::parse(u"2026-03-18T10:00:00-05:00"_s).value()}));
        QTRY_VERIFY(choice->itemText(at) != title); // read anew: it is marked as started
        QCOMPARE(choice->currentData().toString(), all.first().id);
    }

    void leadsFromAStepToItsTask()
    {
        OpenPage p;
        p.begin();
        const auto playbooks = casework::builtInPlaybooks();
        QVERIFY(p.fixture.submit(
            casework::StartPlaybook{p.incident, playbooks->at(2), *Instant::parse(u"2026-03-20T09:00:00-05:00"_s)}));
        p.open();
        QTRY_COMPARE(p.rows(kSteps), 17);
        QSignalSpy asked(p.page, &Page::navigationRequested);
        p.page->focusFirst();
        p.table(kSteps)->setCurrentIndex(p.table(kSteps)->model()->index(1, 0));
        QTest::keyClick(p.table(kSteps), Qt::Key_Return);
        QCOMPARE(asked.value(0).value(0).toString(), u"tasks"_s);
        QCOMPARE(asked.value(0).value(1).toString(), u"T-2"_s);
    }

    void entersARecordInPlace()
    {
        OpenPage p;
        p.begin();
        p.open();
        QTRY_VERIFY(p.button(u"Enter the first"_s));
        QTest::mouseClick(p.button(u"Enter the first"_s), Qt::LeftButton);
        QTest::mouseClick(p.button(u"Enter it"_s), Qt::LeftButton);
        QVERIFY(!textsWith(*p.page, u"This is needed."_s).isEmpty());
        p.type(u"Who *"_s, u"Billing team"_s);
        p.type(u"Why *"_s, u"Not needed to contain it"_s);
        p.type(u"Until *"_s, u"soon"_s);
        QTest::mouseClick(p.button(u"Enter it"_s), Qt::LeftButton);
        QVERIFY(!textsWith(*p.page, u"until: expected a date"_s).isEmpty());
        p.type(u"Until *"_s, u"2026-03-19"_s);
        QTest::mouseClick(p.button(u"Enter it"_s), Qt::LeftButton);
        QTRY_COMPARE(p.rows(kRecords), 1);
        QTRY_COMPARE(p.rows(kIssues), 3); // it has expired, and two registers are empty
        QVERIFY(p.table(kIssues)->model()->index(0, 1).data().toString().startsWith(u"AR-1 (Billing team)"_s));
        QCOMPARE(p.page->count(), 1);
    }

    void amendsWithAReasonAndUndoes()
    {
        OpenPage p;
        p.begin();
        QVERIFY(p.restrict(u"Billing team"_s, u"2026-03-19"_s));
        p.open();
        QTRY_COMPARE(p.rows(kIssues), 3);
        p.table(kIssues)->setCurrentIndex(p.table(kIssues)->model()->index(0, 0));
        QTest::keyClick(p.table(kIssues), Qt::Key_Return);
        p.type(u"Until *"_s, u"2026-04-30"_s);
        QTest::mouseClick(p.button(u"Save the change"_s), Qt::LeftButton);
        QTRY_VERIFY(!textsWith(*p.page, u"A reason is needed"_s).isEmpty());
        for (QLineEdit *line : p.page->findChildren<QLineEdit *>()) {
            if (line->isVisible() && line->hasFocus())
                line->setText(u"The audit goes on"_s);
        }
        QTest::mouseClick(p.button(u"Save the change"_s), Qt::LeftButton);
        QTRY_COMPARE(p.rows(kIssues), 2);
        QTest::mouseClick(p.button(u"Undo"_s), Qt::LeftButton);
        QTRY_COMPARE(p.rows(kIssues), 3);
    }

    void hashesTheFileOfAForensicCopy()
    {
        OpenPage p;
        p.begin();
        p.open();
        p.fillCopy();
        QTest::mouseClick(p.button(u"Enter it"_s), Qt::LeftButton);
        QTRY_COMPARE(p.rows(kRecords), 1);
        const auto kept = p.fixture.ask(casework::RegisterRecords{p.incident, u"forensic-copy"_s});
        QCOMPARE(kept->first().file->size, 5);
        QCOMPARE(kept->first().value(u"taken"_s), u"2026-03-20T09:00:00-05:00"_s);
    }

    void entersACopyInTheIncidentItWasWrittenFor()
    {
        OpenPage p;
        p.begin();
        p.open();
        const IncidentId other = p.fixture.incident();
        p.fillCopy();
        QTest::mouseClick(p.button(u"Enter it"_s), Qt::LeftButton); // the digests are being computed
        p.context->setIncident(other, u"2026-002"_s);
        const auto countOf = [&p](IncidentId of) {
            return p.fixture.ask(casework::RegisterRecords{of, {}}).value().size();
        };
        QTRY_COMPARE(countOf(other) + countOf(p.incident), 2); // the copy, and its custody
        QCOMPARE(countOf(p.incident), 2);
    }

    void aRecordBegunMeanwhileIsNotEnteredForAnother()
    {
        OpenPage p;
        p.begin();
        p.open();
        p.fillCopy();
        QTest::mouseClick(p.button(u"Enter it"_s), Qt::LeftButton);
        p.choose(u"Register"_s, u"access-restriction"_s);
        QTest::mouseClick(p.named<QPushButton>(u"Add to this register"_s), Qt::LeftButton);
        QVERIFY(p.button(u"Enter it"_s)->isEnabled());
        p.type(u"Who *"_s, u"Billing team"_s);
        QTRY_COMPARE(p.fixture.ask(casework::RegisterRecords{p.incident, {}})->size(), 2); // the copy, and its custody
        QTRY_VERIFY(p.button(u"Undo"_s) || p.button(u"Enter it"_s)->isEnabled());
        QCOMPARE(p.named<QLineEdit>(u"Who *"_s)->text(), u"Billing team"_s);
    }

    void aReceiptClosesOnlyItsOwnForm()
    {
        OpenPage p;
        p.begin();
        QVERIFY(p.restrict(u"Billing team"_s, u"2026-03-19"_s));
        p.open();
        QTRY_COMPARE(p.rows(kRecords), 1);
        QVERIFY(p.page->showRecord(u"AR-1"_s));
        p.type(u"Until *"_s, u"2026-04-30"_s);
        p.reason()->setText(u"The audit goes on"_s);
        QTest::mouseClick(p.button(u"Save the change"_s), Qt::LeftButton);
        QVERIFY(!p.button(u"Save the change"_s)->isEnabled()); // or a second Enter writes twice
        QVERIFY(!p.button(u"Close the record"_s)->isEnabled());
        QTest::mouseClick(p.button(u"Back to the list"_s), Qt::LeftButton);
        QTest::mouseClick(p.named<QPushButton>(u"Add to this register"_s), Qt::LeftButton);
        p.type(u"Who *"_s, u"Support"_s);
        QTRY_COMPARE(p.fixture.ask(casework::RegisterRecords{p.incident, {}})->first().value(u"until"_s),
                     u"2026-04-30"_s);
        QTRY_VERIFY(p.button(u"Undo"_s));
        QVERIFY(p.named<QLineEdit>(u"Who *"_s));
        QCOMPARE(p.named<QLineEdit>(u"Who *"_s)->text(), u"Support"_s);
        QVERIFY(p.button(u"Enter it"_s)->isEnabled());
    }

    void entersARecordOnce()
    {
        OpenPage p;
        p.begin();
        p.open();
        QTRY_VERIFY(p.button(u"Enter the first"_s));
        QTest::mouseClick(p.button(u"Enter the first"_s), Qt::LeftButton);
        p.type(u"Who *"_s, u"Billing team"_s);
        p.type(u"Why *"_s, u"Not needed to contain it"_s);
        p.type(u"Until *"_s, u"2026-04-19"_s);
        QPushButton *enter = p.button(u"Enter it"_s);
        QTest::mouseClick(enter, Qt::LeftButton);
        QTest::mouseClick(enter, Qt::LeftButton);
        QTRY_VERIFY(p.rows(kRecords) > 0);
        QCOMPARE(p.fixture.ask(casework::RegisterRecords{p.incident, {}})->size(), 1);
    }

    void saysOnceThatSomethingWouldBeLost()
    {
        OpenPage p;
        p.begin();
        p.open();
        QTRY_VERIFY(p.button(u"Enter the first"_s));
        QTest::mouseClick(p.button(u"Enter the first"_s), Qt::LeftButton);
        p.type(u"Who *"_s, u"Billing team"_s);
        QTest::keyClick(p.page, Qt::Key_Escape);
        QVERIFY(!textsWith(*p.page, u"not entered yet"_s).isEmpty());
        QVERIFY(p.named<QLineEdit>(u"Who *"_s));
        QTest::keyClick(p.page, Qt::Key_Escape);
        QVERIFY(!p.named<QLineEdit>(u"Who *"_s));
    }

    void keepsAHalfWrittenRecordOverAnotherIncident()
    {
        OpenPage p;
        p.begin();
        const IncidentId other = p.fixture.incident();
        p.open();
        p.choose(u"Register"_s, u"access-restriction"_s);
        QTest::mouseClick(p.named<QPushButton>(u"Add to this register"_s), Qt::LeftButton);
        p.type(u"Who *"_s, u"Billing team"_s);
        p.context->setIncident(other, u"2026-002"_s);
        QTRY_VERIFY(!p.named<QLineEdit>(u"Who *"_s));
        p.choose(u"Register"_s, u"forensic-copy"_s);
        p.context->setIncident(p.incident, u"2026-001"_s);
        QTRY_VERIFY(p.named<QLineEdit>(u"Who *"_s));
        QCOMPARE(p.named<QLineEdit>(u"Who *"_s)->text(), u"Billing team"_s);
    }

    void keepsARecordOverALockWhileItsFileIsRead()
    {
        OpenPage p;
        p.begin();
        p.open();
        p.fillCopy();
        QTest::mouseClick(p.button(u"Enter it"_s), Qt::LeftButton);
        const QVariantMap place = p.page->place(); // its digests are not known yet
        p.reopen(); // which ends the reading
        p.open(place);
        QTRY_VERIFY(p.named<QLineEdit>(u"Copied from *"_s));
        QCOMPARE(p.named<QLineEdit>(u"Copied from *"_s)->text(), u"log bucket"_s);
        QVERIFY(p.fixture.ask(casework::RegisterRecords{p.incident, {}})->isEmpty());
        QTest::mouseClick(p.button(u"Enter it"_s), Qt::LeftButton);
        const auto copies = [&p] { return p.fixture.ask(casework::RegisterRecords{p.incident, u"forensic-copy"_s}); };
        QTRY_COMPARE(copies()->size(), 1);
    }

    void keepsAHalfWrittenRecordOverALock()
    {
        OpenPage p;
        p.begin();
        QVERIFY(p.restrict(u"Billing team"_s, u"2026-03-19"_s));
        p.open();
        QTRY_COMPARE(p.rows(kRecords), 1);
        QVERIFY(p.page->showRecord(u"AR-1"_s));
        p.type(u"Until *"_s, u"30 Apr 2026"_s);
        p.reason()->setText(u"The audit goes on"_s);
        const QVariantMap place = p.page->place();
        p.reopen();
        p.open(place);
        QTRY_VERIFY(p.named<QLineEdit>(u"Until *"_s));
        QCOMPARE(p.named<QLineEdit>(u"Until *"_s)->text(), u"30 Apr 2026"_s);
        QCOMPARE(p.reason()->text(), u"The audit goes on"_s);
        QTest::mouseClick(p.button(u"Save the change"_s), Qt::LeftButton);
        QTRY_COMPARE(p.fixture.ask(casework::RegisterRecords{p.incident, {}})->first().value(u"until"_s),
                     u"2026-04-30"_s);
    }

    void everyKeyOfThePageIsOneThing()
    {
        OpenPage p;
        p.begin();
        QVERIFY(p.restrict(u"Billing team"_s, u"2026-03-19"_s));
        p.open();
        QTRY_COMPARE(p.rows(kRecords), 1);
        QVERIFY(p.page->showRecord(u"AR-1"_s));
        QHash<QString, QString> keys;
        for (const QAbstractButton *each : p.page->findChildren<QAbstractButton *>()) {
            const QString key = QKeySequence::mnemonic(each->text()).toString();
            if (key.isEmpty() || !each->isVisible())
                continue;
            QVERIFY2(!keys.contains(key), qPrintable(each->text() + u" and "_s + keys.value(key)));
            keys.insert(key, each->text());
        }
    }

    void observerReadsOnly()
    {
        OpenPage p;
        p.begin();
        QVERIFY(p.restrict(u"Billing team"_s, u"2026-03-19"_s));
        QVERIFY(p.switchTo(u"Olga"_s, Role::Observer));
        p.open();
        QTRY_COMPARE(p.rows(kRecords), 1);
        QVERIFY(!p.button(u"Start the playbook"_s));
        QVERIFY(!p.button(u"Add"_s));
        QVERIFY(p.page->showRecord(u"AR-1"_s));
        QVERIFY(!p.button(u"Save the change"_s));
        QTest::keyClick(p.page, Qt::Key_Escape);
        QVERIFY(p.table(kRecords));
    }

    void saysWhatBelongsHereWhenEmpty()
    {
        OpenPage p;
        p.reopen();
        p.open();
        QVERIFY(p.button(u"Go to the overview"_s));
    }

    void everyControlHasANameAndFits()
    {
        OpenPage p;
        p.begin();
        QVERIFY(p.restrict(u"Billing team and everybody who exports orders"_s, u"2026-03-19"_s));
        p.open();
        QTRY_COMPARE(p.rows(kRecords), 1);
        QCOMPARE(unnamedControls(*p.page), QStringList());
        QVERIFY2(clippedTexts(*p.page).isEmpty(), qPrintable(clippedTexts(*p.page).join(u'\n')));
        for (const casework::RegisterKind &kind : casework::registerKinds()) {
            p.choose(u"Register"_s, kind.id);
            if (!kind.parent.isEmpty())
                continue;
            QTest::mouseClick(p.named<QPushButton>(u"Add to this register"_s), Qt::LeftButton);
            QCOMPARE(unnamedControls(*p.page), QStringList());
            QTRY_COMPARE(clippedTexts(*p.page), QStringList()); // the parts take their places
            QTest::keyClick(p.page, Qt::Key_Escape);
        }
    }
};

QTEST_MAIN(ContainmentViews)
#include "tst_views_containment.moc"
