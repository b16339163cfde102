// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/timeline.h"
#include "items/timeline_model.h"
#include "patience.h"
#include "shared/notice_bar.h"
#include "shared/search_field.h"
#include "timeline/entry_details.h"
#include "timeline/timeline_list.h"
#include "timeline/timeline_page.h"
#include "views/case_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using casework::Role;

namespace {

struct OpenTimeline : CasePage
{
    using CasePage::CasePage;

    void open()
    {
        page = show<TimelinePage>();
        list = page ? page->findChild<TimelineList *>() : nullptr;
    }

    QLineEdit *entry() const { return named<QLineEdit>(u"What happened"_s); }
    int rows() const { return list->model()->rowCount(); }
    QString text(int row, int role = Qt::DisplayRole) const
    {
        return list->model()->index(row, 0).data(role).toString();
    }

    int rowWith(const QString &words) const
    {
        for (int row = 0; row < rows(); ++row) {
            if (text(row).contains(words))
                return row;
        }
        return -1;
    }

    void log(const QString &words, bool privileged = false, bool inChronology = true)
    {
        casework::LogEntry command;
        command.incident = incident;
        command.text = words;
        command.privileged = privileged;
        command.inChronology = inChronology;
        QVERIFY(fixture.submit(command));
    }

    /// As a person does: chooses the row, so that all of it is shown.
    void choose(int row)
    {
        list->setFocus();
        list->setCurrentIndex(list->model()->index(row, 0));
    }

    QString notice() const
    {
        for (const NoticeBar *bar : CasePage::page->findChildren<NoticeBar *>()) {
            if (bar->isVisible())
                return bar->text();
        }
        return {};
    }

    TimelinePage *page = nullptr;
    TimelineList *list = nullptr;
};

} // namespace

class TimelineViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereTheStreamsDisagreeAndLeadsThere();
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void logsWithEnterAndIsReadyForTheNext();
    void saysInPlaceWhyAnEntryIsRefused();
    void logsStreamTimeAndFlagsByKeyboard();
    void findsWhileOneTypes();
    void offersAllEntriesWhenNoneMatches();
    void showsOnlyTheRegulatorsChronology();
    void correctsInPlaceAndShowsBoth();
    void keepsAnUnfinishedCorrectionWhenAnotherRowIsChosen();
    void flagsInPlace();
    void takesBackAFlagAndACorrection();
    void offersNoActionToAnObserver();
    void showsNothingPrivilegedToTheTechnicalLead();
    void keepsInSightWhatIsBeingRead();
    void givesItsPlaceBack();
    void opensAnEntryByItsNumber();
    void saysWhatBelongsHereWhenEmpty();
    void everyControlHasANameAndFits();
    void keyboardReachesEverything();
};

void TimelineViews::logsWithEnterAndIsReadyForTheNext()
{
    OpenTimeline t;
    t.begin();
    t.open();
    QVERIFY(t.page->showRecord(u"new"_s));
    QCOMPARE(QApplication::focusWidget(), t.entry());
    QTest::keyClicks(t.entry(), u"Vendor confirmed the export"_s);
    QTest::keyClick(t.entry(), Qt::Key_Return);
    QTRY_COMPARE(t.text(0), u"Vendor confirmed the export"_s);
    QVERIFY(t.entry()->text().isEmpty());
    QCOMPARE(QApplication::focusWidget(), t.entry());
    QCOMPARE(t.text(0, items::TimelineModel::TimeRole), u"09:42"_s);
}

void TimelineViews::saysInPlaceWhyAnEntryIsRefused()
{
    OpenTimeline t;
    t.begin();
    t.open();
    QTest::keyClick(t.entry(), Qt::Key_Return);
    QTRY_VERIFY(t.notice().contains(u"cannot be empty"_s));
    QTest::keyClicks(t.entry(), u"x"_s);
    QVERIFY(t.notice().isEmpty());
}

void TimelineViews::logsStreamTimeAndFlagsByKeyboard()
{
    OpenTimeline t;
    t.begin();
    t.open();
    t.page->focusFirst();
    QTest::keyClicks(t.entry(), u"Asked outside counsel"_s);
    auto *stream = t.named<QComboBox>(u"Stream"_s);
    stream->setFocus();
    QTest::keyClicks(stream, u"Reg"_s);
    auto *when = t.named<QComboBox>(u"When it happened"_s);
    when->setFocus();
    QTest::keyClicks(when, u"About"_s);
    auto *time = t.named<QDateTimeEdit>(u"Date and time it happened"_s);
    QVERIFY(time);
    time->setDateTime(QDateTime(QDate(2026, 3, 19), QTime(17, 5), Qt::UTC));
    auto *privileged = t.page->findChildren<QCheckBox *>().value(1);
    privileged->setFocus();
    QTest::keyClick(privileged, Qt::Key_Space);
    t.entry()->setFocus();
    QTest::keyClick(t.entry(), Qt::Key_Return);
    QTRY_VERIFY(t.rowWith(u"Asked outside counsel"_s) >= 0);
    const int row = t.rowWith(u"Asked outside counsel"_s);
    QCOMPARE(t.text(row, items::BadgeTextRole), u"Privileged"_s);
    QCOMPARE(t.text(row, items::TimelineModel::TimeRole), u"about 17:05"_s);
    QVERIFY(t.text(row, items::SecondaryTextRole).startsWith(u"Regulatory · Ada"_s));
    QVERIFY(!time->isVisible());
}

void TimelineViews::findsWhileOneTypes()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Bucket policy replaced"_s);
    t.log(u"Stand-up"_s);
    t.open();
    QTRY_VERIFY(t.rowWith(u"Stand-up"_s) >= 0);
    auto *search = t.page->findChild<SearchField *>();
    QTest::keyClicks(search, u"bucket pol"_s);
    QTRY_COMPARE(t.rows(), 1);
    QTRY_COMPARE(t.text(0), u"Bucket policy replaced"_s);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), t.list);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(t.rows() > 1);
}

void TimelineViews::offersAllEntriesWhenNoneMatches()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Stand-up"_s);
    t.open();
    auto *search = t.page->findChild<SearchField *>();
    QTest::keyClicks(search, u"zzz"_s);
    QTRY_VERIFY(t.button(u"Show all entries"_s));
    t.button(u"Show all entries"_s)->click();
    QTRY_VERIFY(t.list->isVisible() && t.rows() > 0);
    QVERIFY(search->text().isEmpty());
}

void TimelineViews::showsOnlyTheRegulatorsChronology()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Lunch ordered"_s, false, false);
    t.log(u"Access removed"_s);
    t.open();
    QTRY_VERIFY(t.rowWith(u"Lunch ordered"_s) >= 0);
    const int before = t.rows();
    t.page->findChildren<QCheckBox *>().last()->click();
    QTRY_COMPARE(t.rows(), before - 1);
    QVERIFY(t.rowWith(u"Lunch ordered"_s) < 0);
}

void TimelineViews::correctsInPlaceAndShowsBoth()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Access removed at nine"_s);
    t.open();
    QTRY_VERIFY(t.rowWith(u"nine"_s) >= 0);
    t.choose(t.rowWith(u"nine"_s));
    QTRY_VERIFY(t.button(u"Correct this entry"_s));
    t.button(u"Correct this entry"_s)->click();
    auto *text = t.named<QPlainTextEdit>(u"What the entry should say"_s);
    QCOMPARE(QApplication::focusWidget(), text);
    QTest::keyClicks(text, u"Access removed at ten"_s);
    t.button(u"Save the correction"_s)->click();
    QTRY_VERIFY(t.rowWith(u"ten"_s) >= 0);
    QTRY_VERIFY(t.rowWith(u"nine"_s) >= 0);
    QTRY_VERIFY(t.list->model()->index(t.rowWith(u"nine"_s), 0).data(items::TimelineModel::StruckRole).toBool());
    // The correction is chosen, and leads to what it corrects.
    QTRY_COMPARE(t.list->currentIndex().row(), t.rowWith(u"ten"_s));
    QTRY_VERIFY(!textsWith(*t.page, u"Corrects entry"_s).isEmpty());
}

void TimelineViews::keepsAnUnfinishedCorrectionWhenAnotherRowIsChosen()
{
    OpenTimeline t;
    t.begin();
    t.log(u"First"_s);
    t.log(u"Second"_s);
    t.open();
    QTRY_VERIFY(t.rowWith(u"First"_s) >= 0);
    t.choose(t.rowWith(u"First"_s));
    QTRY_VERIFY(t.button(u"Correct this entry"_s));
    t.button(u"Correct this entry"_s)->click();
    auto *text = t.named<QPlainTextEdit>(u"What the entry should say"_s);
    QTest::keyClicks(text, u"half a thou"_s);
    t.choose(t.rowWith(u"Second"_s));
    QCOMPARE(text->toPlainText(), u"half a thou"_s);
    QVERIFY(text->isVisible());
    t.button(u"Cancel"_s)->click();
    QTRY_COMPARE(t.named<QPlainTextEdit>(u"Text of the entry"_s)->toPlainText(), u"Second"_s);
}

void TimelineViews::flagsInPlace()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Access removed"_s);
    t.open();
    QTRY_VERIFY(t.rowWith(u"Access removed"_s) >= 0);
    const int row = t.rowWith(u"Access removed"_s);
    t.choose(row);
    QTRY_VERIFY(t.button(u"Take out of the regulator's chronology"_s));
    t.button(u"Take out of the regulator's chronology"_s)->click();
    QTRY_VERIFY(t.button(u"Put into the regulator's chronology"_s));
    t.button(u"Claim privilege"_s)->click();
    QTRY_COMPARE(t.text(row, items::BadgeTextRole), u"Privileged"_s);
    QTRY_VERIFY(t.button(u"Withdraw the claim of privilege"_s));
}

void TimelineViews::takesBackAFlagAndACorrection()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Access removed"_s);
    t.open();
    QTRY_VERIFY(t.rowWith(u"Access removed"_s) >= 0);
    t.choose(t.rowWith(u"Access removed"_s));
    QTRY_VERIFY(t.button(u"Take out of the regulator's chronology"_s));
    t.button(u"Take out of the regulator's chronology"_s)->click();
    QTRY_VERIFY(t.button(u"Put into the regulator's chronology"_s));
    QTRY_VERIFY(t.button(u"Undo"_s));
    t.button(u"Undo"_s)->click();
    QTRY_VERIFY(t.button(u"Take out of the regulator's chronology"_s));
    QTRY_COMPARE(QApplication::focusWidget(), t.list);

    t.button(u"Correct this entry"_s)->click();
    t.named<QPlainTextEdit>(u"What the entry should say"_s)->setPlainText(u"Access was never there"_s);
    t.button(u"Save the correction"_s)->click();
    QTRY_VERIFY(t.rowWith(u"Access was never there"_s) >= 0);
    t.list->setFocus();
    QTest::keyClick(t.list, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(t.notice().startsWith(u"Taken back: Entry"_s));
    QTRY_COMPARE(t.named<QPlainTextEdit>(u"Text of the entry"_s)->toPlainText(), u"Access removed"_s);
    QTRY_VERIFY(t.rowWith(u"Access was never there"_s) >= 0); // nothing is taken out
}

void TimelineViews::offersNoActionToAnObserver()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Access removed"_s);
    QVERIFY(t.switchTo(u"Olga"_s, Role::Observer));
    t.open();
    QTRY_VERIFY(t.rowWith(u"Access removed"_s) >= 0);
    t.choose(t.rowWith(u"Access removed"_s));
    QTRY_VERIFY(t.named<QPlainTextEdit>(u"Text of the entry"_s));
    QVERIFY(!t.entry());
    for (const QString &action :
         {u"Log"_s, u"Correct this entry"_s, u"Take out of the regulator's chronology"_s, u"Claim privilege"_s})
        QVERIFY2(!t.button(action), qPrintable(action));
}

void TimelineViews::showsNothingPrivilegedToTheTechnicalLead()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Counsel on liability"_s, true);
    t.log(u"Access removed"_s);
    QVERIFY(t.switchTo(u"Tess"_s, Role::TechnicalLead));
    t.open();
    QTRY_VERIFY(t.rowWith(u"Access removed"_s) >= 0);
    QVERIFY(textsWith(*t.page, u"liability"_s).isEmpty());
    for (const QCheckBox *box : t.page->findChildren<QCheckBox *>())
        QVERIFY(!box->isVisible() || !box->text().contains(u"rivileged"_s));
}

void TimelineViews::keepsInSightWhatIsBeingRead()
{
    OpenTimeline t;
    t.begin();
    for (int i = 0; i < 60; ++i)
        t.log(u"Entry %1"_s.arg(i));
    t.open();
    QTRY_VERIFY(t.rows() >= 60);
    QTRY_VERIFY(t.list->verticalScrollBar()->maximum() > 20 * metrics::kRow); // the list is laid out
    t.list->verticalScrollBar()->setValue(20 * metrics::kRow);
    QTRY_VERIFY(t.list->indexAt({5, 5}).data().toString().startsWith(u"Entry"_s));
    const QString read = t.list->indexAt({5, 5}).data().toString();
    QVERIFY(read != u"Entry 59"_s); // not the top
    const int before = t.rows();
    t.log(u"Something new"_s);
    QTRY_COMPARE(t.rows(), before + 1);
    QTRY_COMPARE(t.list->indexAt({5, 5}).data().toString(), read);
}

void TimelineViews::givesItsPlaceBack()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Bucket policy replaced"_s);
    t.log(u"Bucket found"_s);
    t.open();
    QTest::keyClicks(t.page->findChild<SearchField *>(), u"bucket"_s);
    QTest::keyClicks(t.entry(), u"half an entry"_s);
    QTRY_COMPARE(t.rows(), 2);
    t.choose(1);
    const QVariantMap place = t.page->place();
    t.reopen();
    t.open();
    t.page->restorePlace(place);
    QTRY_COMPARE(t.rows(), 2);
    QCOMPARE(t.entry()->text(), u"half an entry"_s);
    QTRY_COMPARE(t.list->currentIndex().row(), 1);
}

void TimelineViews::opensAnEntryByItsNumber()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Bucket policy replaced"_s);
    t.log(u"Stand-up"_s);
    t.open();
    QTRY_VERIFY(t.rowWith(u"Bucket"_s) >= 0);
    const QString number = t.text(t.rowWith(u"Bucket"_s), items::RecordIdRole);
    QVERIFY(t.page->showRecord(number));
    QTRY_COMPARE(t.list->currentIndex().row(), t.rowWith(u"Bucket"_s));
    QVERIFY(!t.page->showRecord(u"T-31"_s));
}

void TimelineViews::saysWhatBelongsHereWhenEmpty()
{
    OpenTimeline t;
    t.reopen();
    t.open();
    QVERIFY(t.button(u"Go to the overview"_s));
    QSignalSpy asked(t.page, &Page::navigationRequested);
    t.button(u"Go to the overview"_s)->click();
    QCOMPARE(asked.value(0).value(0).toString(), u"overview"_s);
    QVERIFY(!t.entry());
}

void TimelineViews::everyControlHasANameAndFits()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Access removed"_s);
    t.log(u"Counsel on liability"_s, true);
    t.open();
    QTRY_VERIFY(t.rowWith(u"Counsel"_s) >= 0);
    t.choose(t.rowWith(u"Counsel"_s));
    QTRY_VERIFY(t.button(u"Correct this entry"_s));
    QCOMPARE(unnamedControls(*t.page), QStringList());
    QCOMPARE(clippedTexts(*t.page), QStringList());
    t.button(u"Correct this entry"_s)->click();
    QCOMPARE(unnamedControls(*t.page), QStringList());
    QCOMPARE(clippedTexts(*t.page), QStringList());
}

void TimelineViews::keyboardReachesEverything()
{
    OpenTimeline t;
    t.begin();
    t.log(u"Access removed"_s);
    t.open();
    QTRY_VERIFY(t.rowWith(u"Access removed"_s) >= 0);
    t.choose(t.rowWith(u"Access removed"_s));
    QTRY_VERIFY(t.button(u"Correct this entry"_s));
    t.page->focusFirst();
    QCOMPARE(unreachableControls(*t.page), QStringList());
}

void TimelineViews::saysWhereTheStreamsDisagreeAndLeadsThere()
{
    OpenTimeline o;
    o.begin(); // 620 people are in the facts
    const auto said = o.fixture.submit(
        casework::LogEntry{o.incident, u"The log shows 1,200 people"_s, {}, {}, casework::Stream::Technical});
    QVERIFY(said);
    o.log(u"Stand-up"_s);
    o.open();
    QTRY_VERIFY(o.notice().contains(u"technical says 1,200; the facts say 620."_s));
    QPushButton *step = o.button(u"Technical: 1,200"_s);
    QVERIFY(step);
    step->setFocus(Qt::TabFocusReason);
    QTest::keyClick(step, Qt::Key_Space);
    QTRY_COMPARE(o.list->currentIndex().row(), o.rowWith(u"1,200"_s));
    QCOMPARE(QApplication::focusWidget(), o.list);
    QCOMPARE(unnamedControls(*o.page), QStringList());
    QCOMPARE(clippedTexts(*o.page), QStringList());
    QVERIFY(o.fixture.submit(casework::CorrectEntry{TimelineEntryId{said->id}, u"The log shows 620 people"_s}));
    QTRY_COMPARE(o.notice(), QString());
}

QTEST_MAIN(TimelineViews)
#include "tst_views_timeline.moc"
