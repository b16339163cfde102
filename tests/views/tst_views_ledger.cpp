// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/timeline.h"
#include "ledger/checkpoint.h"
#include "ledger/ledger_page.h"
#include "patience.h"
#include "shared/notice_bar.h"
#include "shared/table_view.h"
#include "views/case_page.h"

#include <QApplication>
#include <QFile>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using casework::Role;
using items::LedgerModel;

namespace {

struct OpenLedger : CasePage
{
    using CasePage::CasePage;

    void open()
    {
        page = show<LedgerPage>();
        QVERIFY(page);
        table = page->findChild<TableView *>();
        QTRY_VERIFY(rows() > 0);
    }

    int rows() const { return table->model()->rowCount(); }
    QString text(int row, int column) const { return table->model()->index(row, column).data().toString(); }

    void log(const QString &words)
    {
        casework::LogEntry command;
        command.incident = incident;
        command.text = words;
        QVERIFY(fixture.submit(command));
    }

    QString notice() const
    {
        const NoticeBar *bar = page->findChild<NoticeBar *>();
        return bar->isVisible() ? bar->text() : QString();
    }

    /// The next file that a person is asked for is this one.
    void willChoose(const QString &path)
    {
        context->setPathChooser(
            [path](QWidget *, const PathAsk &, const std::function<void(QString)> &done) { done(path); });
    }

    LedgerPage *page = nullptr;
    TableView *table = nullptr;
};

} // namespace

class LedgerViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void listsWhoDidWhatNewestFirst();
    void takesNewEntriesInOnTop();
    void showsBeforeAndAfter();
    void filtersByIncident();
    void verifiesAndSaysSoInWords();
    void exportsAnExtractThatSaysWhereItEnds();
    void saysWhyAnExportFailed();
    void savesACheckpointThatReadsBack();
    void observerMayOnlyVerify();
    void withholdsWhatIsPrivileged();
    void opensAnEntryByItsNumber();
    void readsFurtherAsOneScrolls();
    void everyControlHasANameAndFits();
    void closesWhileVerifying();
};

void LedgerViews::listsWhoDidWhatNewestFirst()
{
    OpenLedger l;
    l.begin();
    l.log(u"Access removed"_s);
    l.open();
    QTRY_COMPARE(l.text(0, LedgerModel::Action), u"Timeline entry logged"_s);
    QCOMPARE(l.text(0, LedgerModel::Who), u"Ada"_s);
    QCOMPARE(l.table->model()->index(0, LedgerModel::Who).data(items::SecondaryTextRole).toString(),
             u"Compliance lead"_s);
    QCOMPARE(l.text(0, LedgerModel::When), u"20 Mar, 09:42"_s);
    QCOMPARE(l.text(l.rows() - 1, LedgerModel::Action), u"Store created"_s);
}

void LedgerViews::takesNewEntriesInOnTop()
{
    OpenLedger l;
    l.begin();
    l.open();
    const int before = l.rows();
    l.table->selectRow(0);
    const QPersistentModelIndex chosen = l.table->currentIndex();
    l.log(u"Access removed"_s);
    QTRY_COMPARE(l.rows(), before + 1);
    QCOMPARE(chosen.row(), 1);
    QCOMPARE(l.table->currentIndex().row(), 1);
}

void LedgerViews::showsBeforeAndAfter()
{
    OpenLedger l;
    l.begin();
    QVERIFY(l.fixture.submit(
        casework::SetIncidentStatus{l.incident, casework::IncidentStatus::Containment, u"Access is cut"_s}));
    l.open();
    QTRY_COMPARE(l.text(0, LedgerModel::Action), u"Status changed"_s);
    l.table->selectRow(0);
    QTRY_VERIFY(l.named<QPlainTextEdit>(u"Before the change"_s));
    QVERIFY(l.named<QPlainTextEdit>(u"Before the change"_s)->toPlainText().contains(u"triage"_s));
    QVERIFY(l.named<QPlainTextEdit>(u"After the change"_s)->toPlainText().contains(u"containment"_s));
}

void LedgerViews::filtersByIncident()
{
    OpenLedger l;
    l.begin();
    l.open();
    const int all = l.rows();
    l.button(u"This incident"_s)->click();
    QTRY_VERIFY(l.rows() > 0 && l.rows() < all);
    for (int row = 0; row < l.rows(); ++row)
        QVERIFY(l.text(row, LedgerModel::Action) != u"Store created"_s);
    l.button(u"The whole store"_s)->click();
    QTRY_COMPARE(l.rows(), all);
}

void LedgerViews::verifiesAndSaysSoInWords()
{
    OpenLedger l;
    l.begin();
    l.open();
    const int entries = l.rows();
    l.button(u"Verify now"_s)->click();
    QTRY_VERIFY(l.notice().startsWith(u"All %1 entries verify"_s.arg(entries)));
    QVERIFY(l.notice().contains(u"Head "_s));
    QVERIFY(l.button(u"Verify now"_s)->isEnabled());
}

void LedgerViews::exportsAnExtractThatSaysWhereItEnds()
{
    OpenLedger l;
    l.begin();
    l.open();
    const QString path = l.fixture.filePath(u"extract.jsonl"_s);
    l.willChoose(path);
    l.button(u"Export the incident's extract"_s)->click();
    QTRY_VERIFY(l.notice().startsWith(u"extract.jsonl was written, up to entry"_s));
    QVERIFY(QFile::exists(path));
    QTRY_COMPARE(l.text(0, LedgerModel::Action), u"Ledger extract exported"_s);
}

void LedgerViews::saysWhyAnExportFailed()
{
    OpenLedger l;
    l.begin();
    l.open();
    l.willChoose(l.fixture.filePath(u"no/such/folder/extract.jsonl"_s));
    l.button(u"Export the incident's extract"_s)->click();
    QTRY_VERIFY(!l.notice().isEmpty());
    QVERIFY(!l.notice().contains(u"was written"_s));
    QVERIFY(l.button(u"Export the incident's extract"_s)->isEnabled());
}

void LedgerViews::savesACheckpointThatReadsBack()
{
    OpenLedger l;
    l.begin();
    l.open();
    const QString path = l.fixture.filePath(u"now.checkpoint"_s);
    l.willChoose(path);
    l.button(u"Save a checkpoint"_s)->click();
    QTRY_VERIFY(l.notice().startsWith(u"now.checkpoint was written"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto checkpoint = ledger::Checkpoint::parse(file.readAll());
    QVERIFY(checkpoint);
    QCOMPARE(checkpoint->count, l.rows());
    QVERIFY(checkpoint->hasValidSignature());
}

void LedgerViews::observerMayOnlyVerify()
{
    OpenLedger l;
    l.begin();
    QVERIFY(l.switchTo(u"Olga"_s, Role::Observer));
    l.open();
    QVERIFY(l.button(u"Verify now"_s));
    QVERIFY(!l.button(u"Export the incident's extract"_s));
    QVERIFY(!l.button(u"Save a checkpoint"_s));
}

void LedgerViews::withholdsWhatIsPrivileged()
{
    OpenLedger l;
    l.begin();
    l.log(u"Counsel on liability"_s);
    const auto ids = l.fixture.ask(casework::TimelineIds{l.incident});
    casework::CorrectEntry correction;
    correction.entry = ids->first();
    correction.text = u"Counsel on costs"_s;
    QVERIFY(l.fixture.submit(correction));
    // The claim comes later than the words: the entry that wrote them down is withheld too, and so is the correction.
    QVERIFY(l.fixture.submit(casework::FlagEntry{ids->first(), false, true}));
    QVERIFY(l.switchTo(u"Tess"_s, Role::TechnicalLead));
    l.open();
    for (int row = 0; row < l.rows(); ++row) {
        l.table->selectRow(row);
        QVERIFY(textsWith(*l.page, u"liability"_s).isEmpty());
    }
    QVERIFY(l.page->showRecord(u"3"_s));
    QTRY_VERIFY(!textsWith(*l.page, u"withheld: privileged"_s).isEmpty());
}

void LedgerViews::opensAnEntryByItsNumber()
{
    OpenLedger l;
    l.begin();
    l.log(u"Access removed"_s);
    l.open();
    QVERIFY(l.page->showRecord(u"1"_s));
    QCOMPARE(l.text(l.table->currentIndex().row(), LedgerModel::Action), u"Store created"_s);
    QVERIFY(!l.page->showRecord(u"T-31"_s));
}

void LedgerViews::readsFurtherAsOneScrolls()
{
    OpenLedger l;
    l.begin();
    for (int i = 0; i < 220; ++i)
        l.log(u"Entry %1"_s.arg(i));
    QCoreApplication::processEvents(); // what was logged is announced before the page is there
    l.open();
    QTRY_COMPARE(l.rows(), 200);
    l.table->scrollToBottom();
    QTRY_VERIFY(l.rows() > 220);
    QCOMPARE(l.text(l.rows() - 1, LedgerModel::Number), u"1"_s);
}

void LedgerViews::everyControlHasANameAndFits()
{
    OpenLedger l;
    l.begin();
    l.open();
    l.table->selectRow(0);
    QCOMPARE(unnamedControls(*l.page), QStringList());
    QTRY_COMPARE(clippedTexts(*l.page), QStringList());
    l.page->focusFirst();
    QCOMPARE(unreachableControls(*l.page), QStringList());
}

void LedgerViews::closesWhileVerifying()
{
    OpenLedger l;
    l.begin();
    for (int i = 0; i < 50; ++i)
        l.log(u"Entry %1"_s.arg(i));
    l.open();
    l.button(u"Verify now"_s)->click();
    l.CasePage::page.reset();
    l.context.reset();
    l.fixture.close();
    QVERIFY(QFile::exists(l.fixture.path()));
}

QTEST_MAIN(LedgerViews)
#include "tst_views_ledger.moc"
