// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/notice_comment.h"
#include "casework/publication.h"
#include "jobs/documents.h"
#include "notices/answers_panel.h"
#include "notices/comments_panel.h"
#include "notices/places_panel.h"
#include "patience.h"
#include "views/notice_desk.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using tocsin::test::Desk;
using tocsin::test::named;
using tocsin::test::NoticeCase;

namespace {

QString faults(QWidget &window)
{
    return (unnamedControls(window) + clippedTexts(window) + unreachableControls(window)).join(u'\n');
}

QList<QLineEdit *> visibleLines(const Desk &desk)
{
    QList<QLineEdit *> lines = desk.page->findChild<PlacesPanel *>()->findChildren<QLineEdit *>();
    lines.removeIf([](QLineEdit *each) { return !each->isVisible(); });
    return lines;
}

} // namespace

/// What stands beside a notice, and the list of notices.
class NoticeSideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void commentsOnAPassageByKeyboard()
    {
        NoticeCase data;
        data.addPeople(1);
        const auto notice = data.notice();
        QVERIFY(data.store.submit(casework::EditNotice{notice.id, {{u"what_happened"_s, u"A file stood open."_s}}}));
        Desk desk(data);
        QTRY_VERIFY(desk.isReady() && desk.button(u"Comments"_s));
        desk.press(u"Comments"_s);
        auto *words = named<QPlainTextEdit>(*desk.page, u"Words to select a passage in"_s);
        auto *text = named<QPlainTextEdit>(*desk.page, u"Comment"_s);
        QVERIFY(words && text);
        QTRY_COMPARE(words->toPlainText(), u"A file stood open."_s);
        QVERIFY(!desk.isOpen(u"&Comment"_s));
        QTest::keyClicks(text, u"How long?"_s);
        desk.press(u"&Comment"_s);
        QVERIFY(desk.has(u"Select the passage"_s)); // nothing is selected yet
        QTest::keyClick(words, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(words, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(words, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        desk.press(u"&Comment"_s);
        QTRY_VERIFY(desk.has(u"What happened: “file “"_s) || desk.has(u"What happened: “file"_s));
        const auto thread = data.store.ask(casework::CommentsQuery{notice.id})->constFirst();
        QCOMPARE(thread.comment.passage.position, 2);
        QCOMPARE(thread.comment.text, u"How long?"_s);
        QCOMPARE(text->toPlainText(), QString());
        QTRY_VERIFY(desk.button(u"Comments 1"_s));
        QTRY_COMPARE(faults(desk.window), QString());

        auto *answer = desk.fieldsFor(u"Answer to comment 1"_s).constFirst();
        QTest::keyClicks(answer, u"Weeks."_s);
        QTest::keyClick(answer, Qt::Key_Return);
        QTRY_VERIFY(desk.has(u"Weeks."_s));
        QVERIFY(data.store.submit(casework::EditNotice{notice.id, {{u"what_happened"_s, u"Orders were open."_s}}}));
        QTRY_VERIFY(desk.has(u"passage gone"_s));
        desk.press(u"Resolve"_s);
        QTRY_VERIFY(desk.button(u"Reopen"_s));
        QVERIFY(desk.has(u"Resolved by"_s));
        QTRY_VERIFY(desk.button(u"Comments 0"_s));
    }

    void showsCommentsOnlyToThoseWhoReadThem()
    {
        NoticeCase data;
        QVERIFY(data.becomes(casework::Role::Observer));
        Desk desk(data);
        QTRY_VERIFY(desk.isReady());
        QVERIFY(!desk.button(u"Comments"_s));
    }

    void copiesAnAnswerOfAForm()
    {
        NoticeCase data;
        const auto added = jobs::addNotice(data.store.file(), data.incident(), u"hhs-report"_s, {});
        Desk desk(data);
        QVERIFY(desk.page->showRecord(QString::number(added->id)));
        QTRY_VERIFY(desk.button(u"Answers"_s));
        desk.press(u"Answers"_s);
        auto *copy = named<QPushButton>(*desk.page, u"Copy Discovered"_s);
        QVERIFY(copy);
        copy->setFocus();
        QTest::keyClick(copy, Qt::Key_Space);
        QCOMPARE(QApplication::clipboard()->text(), u"March 3, 2026"_s);
        QVERIFY(desk.has(u"“Discovered” is copied"_s));
        QTRY_COMPARE(faults(desk.window), QString());
        QVERIFY(desk.page->showRecord(QString::number(data.notice().id.value)));
        QTRY_VERIFY(!desk.button(u"Answers"_s)); // letters are no form
    }

    void recordsAPostingAndItsEnd()
    {
        NoticeCase data;
        const auto added = jobs::addNotice(data.store.file(), data.incident(), u"website"_s, {});
        Desk desk(data);
        QVERIFY(desk.page->showRecord(QString::number(added->id)));
        QTRY_VERIFY(desk.button(u"Places"_s));
        desk.press(u"Places"_s);
        desk.press(u"Add a &place"_s);
        const auto line = [&](int number) { return visibleLines(desk).value(number); };
        QTest::keyClicks(line(0), u"https://example.org/notice"_s);
        QTest::keyClicks(line(1), u"03/04/2026"_s);
        desk.press(u"&Record"_s);
        QVERIFY(desk.has(u"day"_s) && !desk.isOpen(u"Add a &place"_s)); // April or March?
        QVERIFY(data.store.ask(casework::PublicationsQuery{NoticeId{added->id}})->isEmpty());
        line(1)->setText(u"18 Mar 2026"_s);
        QTRY_COMPARE(faults(desk.window), QString());
        desk.press(u"&Record"_s);
        QTRY_VERIFY(desk.has(u"still 89 days"_s)); // it is 20 March
        QVERIFY(desk.has(u"at least until 16 Jun 2026"_s));
        desk.press(u"Taken down"_s);
        line(0)->setText(u"2026-03-20"_s);
        desk.press(u"&Record"_s);
        QTRY_VERIFY(desk.has(u"Say why it was taken down"_s));
        line(1)->setText(u"Wrong page"_s);
        desk.press(u"&Record"_s);
        QTRY_VERIFY(desk.has(u"! 88 days early"_s));
        QTRY_COMPARE(faults(desk.window), QString());
    }

    void recordsHowAReportReachedItsReader()
    {
        NoticeCase data;
        const auto report = jobs::addNotice(data.store.file(), data.incident(), u"hhs-report"_s, {});
        Desk desk(data);
        QVERIFY(desk.page->showRecord(QString::number(report->id)));
        QTRY_VERIFY(desk.button(u"Places"_s));
        desk.press(u"Places"_s);
        QVERIFY(desk.has(u"how and when it reached its reader"_s));
        desk.press(u"Add a &place"_s);
        const QList<QLineEdit *> fields = visibleLines(desk);
        QCOMPARE(fields.size(), 3); // name, day, proof
        QTest::keyClicks(fields.at(0), u"OCR breach portal"_s);
        QTest::keyClicks(fields.at(1), u"20 Mar 2026"_s);
        QTest::keyClicks(fields.at(2), u"Confirmation 12"_s);
        QTRY_COMPARE(faults(desk.window), QString());
        desk.press(u"&Record"_s);
        QTRY_VERIFY(desk.has(u"Online portal · sent 20 Mar 2026"_s));
        QCOMPARE(data.store.ask(casework::PublicationsQuery{NoticeId{report->id}})->constFirst().kind, u"portal"_s);
    }

    /// Over another notice in front, and over a lock.
    void keepsWhatWasTypedBesideANotice()
    {
        NoticeCase data;
        const auto website = jobs::addNotice(data.store.file(), data.incident(), u"website"_s, {});
        const NoticeId letter = data.store.ask(casework::NoticeByKey{data.incident(), u"individual-en"_s})->id;
        QVariantMap place;
        {
            Desk desk(data);
            QVERIFY(desk.page->showRecord(QString::number(website->id)));
            QTRY_VERIFY(desk.button(u"Places"_s));
            desk.press(u"Comments"_s);
            QTest::keyClicks(named<QPlainTextEdit>(*desk.page, u"Comment"_s), u"Is this the home pa"_s);
            desk.press(u"Places"_s);
            desk.press(u"Add a &place"_s);
            QTest::keyClicks(visibleLines(desk).value(0), u"https://example.org/no"_s);
            QVERIFY(desk.page->showRecord(QString::number(letter.value)));
            QTRY_VERIFY(!desk.button(u"Places"_s) && desk.button(u"Comments"_s));
            desk.press(u"Comments"_s);
            QCOMPARE(named<QPlainTextEdit>(*desk.page, u"Comment"_s)->toPlainText(), QString());
            QVERIFY(desk.page->showRecord(QString::number(website->id)));
            QTRY_VERIFY(desk.button(u"Places"_s));
            QCOMPARE(named<QPlainTextEdit>(*desk.page, u"Comment"_s)->toPlainText(), u"Is this the home pa"_s);
            desk.press(u"Places"_s);
            QTRY_VERIFY(visibleLines(desk).value(0));
            QCOMPARE(visibleLines(desk).value(0)->text(), u"https://example.org/no"_s);
            place = desk.page->place();
        }
        Desk desk(data);
        desk.page->restorePlace(place);
        QTRY_VERIFY(desk.button(u"Places"_s) && visibleLines(desk).value(0)); // its part came back too
        QCOMPARE(visibleLines(desk).value(0)->text(), u"https://example.org/no"_s);
        desk.press(u"Comments"_s);
        QCOMPARE(named<QPlainTextEdit>(*desk.page, u"Comment"_s)->toPlainText(), u"Is this the home pa"_s);
    }

    void recordsAPlaceAndACommentOnce()
    {
        NoticeCase data;
        const auto website = jobs::addNotice(data.store.file(), data.incident(), u"website"_s, {});
        Desk desk(data);
        QVERIFY(desk.page->showRecord(QString::number(website->id)));
        QTRY_VERIFY(desk.button(u"Places"_s));
        desk.press(u"Comments"_s);
        named<QComboBox>(*desk.page, u"What the comment is on"_s)->setCurrentIndex(0); // the whole notice
        QTest::keyClicks(named<QPlainTextEdit>(*desk.page, u"Comment"_s), u"How long?"_s);
        QPushButton *add = desk.button(u"&Comment"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QTest::mouseClick(add, Qt::LeftButton); // before it is there
        QTRY_VERIFY(desk.has(u"How long?"_s) && desk.button(u"Comments 1"_s));
        auto *answer = desk.fieldsFor(u"Answer to comment 1"_s).constFirst();
        QTest::keyClicks(answer, u"Weeks."_s);
        QTest::keyClick(answer, Qt::Key_Return);
        QTest::keyClick(answer, Qt::Key_Return);
        QTRY_VERIFY(desk.has(u"Weeks."_s));
        const auto threads = data.store.ask(casework::CommentsQuery{NoticeId{website->id}});
        QCOMPARE(threads->size(), 1);
        QCOMPARE(threads->constFirst().answers.size(), 1);
    }

    void addsANoticeFromWhatIsOwed()
    {
        NoticeCase data;
        Desk desk(data);
        QTRY_VERIFY(desk.isReady());
        auto *menu = desk.button(u"&Add a notice"_s)->menu();
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow(); // as opening it does
        const auto offer = [menu](const QString &text) -> QAction * {
            const QList<QAction *> all = menu->actions();
            for (QAction *each : all) {
                if (each->text().startsWith(text))
                    return each;
            }
            return nullptr;
        };
        QTRY_VERIFY(offer(u"HHS report"_s));
        QVERIFY(offer(u"HHS report"_s)->text().contains(u"due"_s));
        offer(u"HHS report"_s)->trigger();
        QTRY_COMPARE(data.store.ask(casework::NoticesQuery{data.incident()})->size(), 2);
        QTRY_VERIFY(desk.button(u"Save words"_s)); // in front, and being written
        QTRY_VERIFY(desk.letterText().contains(u"HHS breach report"_s));
        Q_EMIT menu->aboutToShow();
        QTRY_VERIFY(offer(u"HHS report"_s) && offer(u"HHS report"_s)->text().contains(u"there is one"_s));
    }

    void offersNoNoticeToThoseWhoAddNone()
    {
        NoticeCase data;
        QVERIFY(data.becomes(casework::Role::Executive));
        Desk desk(data);
        QTRY_VERIFY(desk.isReady());
        QVERIFY(!desk.button(u"&Add a notice"_s));
    }

    void listsNoticesByWhomTheyAreFor()
    {
        NoticeCase data;
        for (const auto &[kind, recipient] :
             {std::pair{u"board"_s, QString()}, std::pair{u"office"_s, u"AG:TX"_s},
              std::pair{u"hhs-report"_s, QString()}, std::pair{u"office"_s, u"AG:CA"_s}})
            QVERIFY(jobs::addNotice(data.store.file(), data.incident(), kind, recipient));
        Desk desk(data);
        auto *list = named<QListView>(*desk.page, u"Notices"_s);
        QTRY_COMPARE(list->model()->rowCount(), 5);
        QStringList sections;
        QStringList titles;
        for (int row = 0; row < 5; ++row) {
            sections << list->model()->index(row, 0).data(items::SectionRole).toString();
            titles << list->model()->index(row, 0).data().toString();
        }
        QCOMPARE(sections,
                 QStringList({u"Individuals"_s, u"HHS and other authorities"_s, u"States' offices"_s, QString(),
                              u"Inside the house"_s}));
        QVERIFY(titles[2].contains(u"Texas"_s) && titles[3].contains(u"California"_s));
        const QModelIndex hhs = list->model()->index(1, 0);
        QTRY_VERIFY(hhs.data(items::SecondaryTextRole).toString().contains(u"due "_s));
        QCOMPARE(hhs.data(items::BadgeTextRole).toString(), u"Draft"_s);
        QVERIFY(list->width() >= 220); // comfortable at 1280 wide
        // The heading is above its row, not a row of its own: the arrow goes from notice to notice.
        QVERIFY(list->visualRect(hhs).height() > list->visualRect(list->model()->index(3, 0)).height());
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
        QTRY_COMPARE(clippedTexts(desk.window).join(u'\n'), QString());
    }
};

QTEST_MAIN(NoticeSideTest)
#include "tst_views_notice_side.moc"
