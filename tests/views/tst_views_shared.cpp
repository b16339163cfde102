// SPDX-License-Identifier: GPL-3.0-or-later
#include "patience.h"
#include "shared/accessibility.h"
#include "shared/badge.h"
#include "shared/clock_bar.h"
#include "shared/form.h"
#include "shared/icons.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"
#include "shared/passphrase_field.h"
#include "shared/path_field.h"
#include "shared/search_field.h"
#include "shared/segmented_filter.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "shared/wrap_layout.h"
#include "views/sample_pages.h"
#include "views/view_checks.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFontMetricsF>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;

class SharedViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void everyTextHasContrast_data();
    void everyTextHasContrast();
    void everyEdgeHasContrast_data() { everyTextHasContrast_data(); }
    void everyEdgeHasContrast();
    void contrastIsThatOfWcag();
    void followsADarkDesktop();
    void digitsHaveOneWidth();
    void styleSheetKnowsEveryColour();
    void everyIconCanBeDrawn();
    void iconTakesTheThemesInk();
    void badgeSaysDangerWithASign();
    void noticeIsAnAlertWithItsSteps();
    void noticeIsGoneWhenCleared();
    void clockSaysHowLong_data();
    void clockSaysHowLong();
    void clockBarNamesItsDates();
    void clockBarChoosesByKeyboard();
    void filterMovesByArrowAndKeepsItsChoice();
    void jobBarAsksToCancelOnce();
    void jobBarKeepsItsButtonsInANarrowColumn();
    void searchSpeaksOnceForManyKeys();
    void searchClearsOnEscapeAndGivesWayOnDown();
    void passphraseLeavesOnlyAsASecret();
    void passphraseCountsCharactersAndNotTheirParts();
    void passphraseHintsAtCapsLock();
    void passphraseStrengthGrowsWithRealLength();
    void secretKeepsItsBytes();
    void pathFieldAsksAndAddsTheSuffix();
    void formErrorStandsBesideItsField();
    void tableFillsItsWidth();
    void tableLeavesByTabAndMovesByArrows();
    void wrappingRowsShowAllText();
    void lineBreaksWhereThereIsNoRoom();
    void columnsAreAsManyAsThereIsRoomFor();
    void markupStaysText();
};

void SharedViews::everyTextHasContrast_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
    QTest::newRow("high contrast") << Scheme::HighContrast;
}

void SharedViews::everyTextHasContrast()
{
    QFETCH(Scheme, scheme);
    const Colors &c = colors(scheme);
    struct Pair
    {
        const char *what;
        QColor text;
        QColor ground;
    };
    const Pair pairs[] = {
        {"text on window", c.text, c.window},
        {"text on surface", c.text, c.surface},
        {"text on hover", c.text, c.hover},
        {"text on selection", c.text, c.selection},
        {"muted on window", c.muted, c.window},
        {"muted on surface", c.muted, c.surface},
        {"muted on hover", c.muted, c.hover},
        {"muted on selection", c.muted, c.selection},
        {"muted on sunken", c.muted, c.sunken},
        {"accent on surface", c.accent, c.surface},
        {"accent on window", c.accent, c.window},
        {"on accent", c.onAccent, c.accent},
        {"rail text", c.railText, c.rail},
        {"rail heading", c.railHeading, c.rail},
        {"rail active", c.railStrong, c.railActive},
        {"rail name", c.railStrong, c.rail},
        {"rail count", c.railStrong, c.railCount},
        {"alarm", c.onAlarm, c.alarm},
        {"on accent, hovered", c.onAccent, c.accentHover()},
        {"link, hovered", c.accent, c.hover},
        {"rail text, hovered", c.railStrong, c.rail},
        {"text on sunken", c.text, c.sunken},
        {"danger button, hovered", c.dangerText, c.hover},
        {"danger button, pressed", c.dangerText, c.selection},
    };
    const double needed = scheme == Scheme::HighContrast ? 7.0 : 4.5;
    for (const Pair &pair : pairs) {
        const double ratio = contrastRatio(pair.text, pair.ground);
        QVERIFY2(ratio >= needed, qPrintable(QLatin1String(pair.what) + u": "_s + QString::number(ratio)));
    }
    for (const Tone tone : {Tone::Neutral, Tone::Ok, Tone::Warning, Tone::Danger}) {
        QVERIFY2(contrastRatio(c.ink(tone), c.fill(tone)) >= needed, qPrintable(c.ink(tone).name()));
        QVERIFY2(contrastRatio(c.ink(tone), c.surface) >= needed, qPrintable(c.ink(tone).name()));
        QVERIFY2(contrastRatio(c.text, c.fill(tone)) >= needed, qPrintable(c.fill(tone).name()));
    }
}

// Edges of fields, the ring of focus, the clock's bar and ticks: 3:1, WCAG 2.1, 1.4.11.
void SharedViews::everyEdgeHasContrast()
{
    QFETCH(Scheme, scheme);
    const Colors &c = colors(scheme);
    QVERIFY(contrastRatio(c.field, c.surface) >= 3);
    QVERIFY(contrastRatio(c.field, c.window) >= 3);
    QVERIFY(contrastRatio(c.focus, c.surface) >= 3);
    QVERIFY(contrastRatio(c.focus, c.window) >= 3);
    QVERIFY(contrastRatio(c.focus, c.selection) >= 3);
    QVERIFY(contrastRatio(c.railMark, c.rail) >= 3);
    QVERIFY(contrastRatio(c.railMark, c.railActive) >= 3);
    QVERIFY(contrastRatio(c.accent, c.sunken) >= 3);
    QVERIFY(contrastRatio(c.warningText, c.sunken) >= 3);
    QVERIFY(contrastRatio(c.dangerText, c.sunken) >= 3);
}

void SharedViews::contrastIsThatOfWcag()
{
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::black, Qt::black), 1.0);
    // A grey known to sit just above the limit on white.
    QVERIFY(std::abs(contrastRatio(QColor(0x767676u), Qt::white) - 4.54) < 0.01);
}

void SharedViews::followsADarkDesktop()
{
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    QPalette light;
    light.setColor(QPalette::Window, Qt::white);
    light.setColor(QPalette::WindowText, Qt::black);
    QCOMPARE(schemeFor(ThemeChoice::System, dark), Scheme::Dark);
    QCOMPARE(schemeFor(ThemeChoice::System, light), Scheme::Light);
    QCOMPARE(schemeFor(ThemeChoice::Light, dark), Scheme::Light);
    QCOMPARE(schemeFor(ThemeChoice::HighContrast, light), Scheme::HighContrast);
}

void SharedViews::digitsHaveOneWidth()
{
    for (const TypeStyle style : {TypeStyle::Body, TypeStyle::Small, TypeStyle::Strong, TypeStyle::Figure}) {
        const QFontMetricsF measure(typeFont(style));
        const double zero = measure.horizontalAdvance(u"0000"_s);
        for (const QString &digits : {u"1111"_s, u"2345"_s, u"6789"_s})
            QCOMPARE(measure.horizontalAdvance(digits), zero);
    }
}

void SharedViews::styleSheetKnowsEveryColour()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast})
        QVERIFY2(!styleSheet(colors(scheme)).contains(u'@'), "a colour's name was not replaced");
}

void SharedViews::everyIconCanBeDrawn()
{
    const QStringList files = QDir(u":/tocsin/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 20);
    for (const QString &file : files) {
        const QImage image = themedIcon(file.chopped(4)).pixmap(20, 20).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width(); ++x)
                drawn = drawn || qAlpha(image.pixel(x, y)) > 128;
        }
        QVERIFY2(drawn, qPrintable(file));
    }
    QVERIFY(themedIcon(u"no-such-icon"_s).isNull());
}

void SharedViews::iconTakesTheThemesInk()
{
    const QIcon icon = themedIcon(u"lock"_s);
    const auto ink = [&icon] {
        const QImage image = icon.pixmap(40, 40).toImage();
        return image.pixelColor(20, 18).rgb(); // on the upper edge of the lock's body
    };
    applyTheme(*qApp, ThemeChoice::Dark);
    const QRgb dark = ink();
    applyTheme(*qApp, ThemeChoice::Light);
    const QRgb light = ink();
    QCOMPARE(QColor(dark), colors(Scheme::Dark).text);
    QCOMPARE(QColor(light), colors(Scheme::Light).text);
}

void SharedViews::badgeSaysDangerWithASign()
{
    // The sign needs room of its own, so the badge is wider than the same word without it.
    QVERIFY(Badge::sizeFor(Tone::Danger, u"Late"_s).width() > Badge::sizeFor(Tone::Ok, u"Late"_s).width());
    const std::unique_ptr<Badge> sign(Badge::sign(Tone::Warning, u"Count differs"_s));
    QCOMPARE(accessibleLabel(*sign), u"Count differs"_s);
    QCOMPARE(sign->word(), u"?"_s);
}

void SharedViews::noticeIsAnAlertWithItsSteps()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *notice = new NoticeBar(&window);
    layout->addWidget(notice);
    QVERIFY(showAt(window, 600, 200));
    QVERIFY(!notice->isVisible());
    notice->showNotice(Tone::Danger, u"The disk is full."_s, {{u"folder"_s, u"Choose another folder"_s}});
    QVERIFY(notice->isVisible());
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(notice);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::AlertMessage);
    QCOMPARE(interface->text(QAccessible::Name), u"The disk is full."_s);

    QSignalSpy chosen(notice, &NoticeBar::stepChosen);
    auto *button = notice->findChild<QPushButton *>();
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"folder"_s);
}

void SharedViews::noticeIsGoneWhenCleared()
{
    NoticeBar notice;
    notice.showNotice(Tone::Warning, u"Something"_s, {{u"a"_s, u"Do it"_s}});
    notice.clear();
    QVERIFY(!notice.isVisible());
    QCOMPARE(notice.text(), QString());
    QCOMPARE(notice.accessibleName(), QString());
}

void SharedViews::clockSaysHowLong_data()
{
    QTest::addColumn<int>("day");
    QTest::addColumn<bool>("running");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("under way") << 17 << true << u"Day 17 of 60, 43 days left"_s;
    QTest::newRow("discovered today") << 0 << true << u"Day 0 of 60, 60 days left"_s;
    QTest::newRow("one left") << 59 << true << u"Day 59 of 60, 1 day left"_s;
    QTest::newRow("last") << 60 << true << u"Day 60 of 60, 0 days left"_s;
    QTest::newRow("one late") << 61 << true << u"Day 61 of 60, 1 day late"_s;
    QTest::newRow("late") << 75 << true << u"Day 75 of 60, 15 days late"_s;
    QTest::newRow("not running") << 5 << false << u"The clock is not running."_s;
}

void SharedViews::clockSaysHowLong()
{
    QFETCH(int, day);
    QFETCH(bool, running);
    QFETCH(QString, sentence);
    const ClockWords words = clockWords({day, 60, running, {}});
    QCOMPARE(words.sentence, sentence);
    QCOMPARE(words.late, running && day > 60);
}

void SharedViews::clockBarNamesItsDates()
{
    ClockBar bar;
    bar.setClock(sampleIncident().clock);
    QCOMPARE(bar.accessibleName(), u"Day 17 of 60, 43 days left"_s);
    for (const ClockTick &tick : bar.clock().ticks)
        QVERIFY(bar.accessibleDescription().contains(tick.text));
}

void SharedViews::clockBarChoosesByKeyboard()
{
    ClockBar bar;
    bar.setClock(sampleIncident().clock);
    QVERIFY(showAt(bar, 400, 40));
    bar.setFocus();
    QSignalSpy chosen(&bar, &ClockBar::tickChosen);
    QTest::keyClick(&bar, Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
    QTest::keyClick(&bar, Qt::Key_Right);
    QTest::keyClick(&bar, Qt::Key_Right);
    QVERIFY(bar.accessibleDescription().contains(u"2 Apr"_s));
    QTest::keyClick(&bar, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"ca"_s);
}

void SharedViews::filterMovesByArrowAndKeepsItsChoice()
{
    SegmentedFilter filter(u"Which"_s);
    QSignalSpy changed(&filter, &SegmentedFilter::currentChanged);
    filter.setSegments({{u"owed"_s, u"Owed"_s, 12}, {u"not"_s, u"Not owed"_s, 9}});
    QCOMPARE(filter.current(), u"owed"_s);
    QVERIFY(showAt(filter, 400, 60));
    filter.findChild<QPushButton *>()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(filter.current(), u"not"_s);
    QCOMPARE(changed.count(), 2);

    filter.setCount(u"not"_s, 10);
    QCOMPARE(filter.findChildren<QPushButton *>().at(1)->text(), u"Not owed 10"_s);
    filter.setSegments({{u"all"_s, u"All"_s, -1}, {u"not"_s, u"Not owed"_s, 4}});
    QCOMPARE(filter.current(), u"not"_s);
    QCOMPARE(filter.findChildren<QPushButton *>().at(0)->text(), u"All"_s);
    QCOMPARE(changed.count(), 2);
    filter.setSegments({{u"all"_s, u"All"_s, -1}});
    QCOMPARE(filter.current(), u"all"_s);
}

void SharedViews::jobBarAsksToCancelOnce()
{
    JobBar bar;
    QSignalSpy cancelled(&bar, &JobBar::cancelRequested);
    bar.start(u"Producing letters"_s);
    bar.setProgress(812, 2190, u"letters"_s);
    QVERIFY(bar.isVisible());
    QVERIFY(!textsWith(bar, u"812 of 2,190 letters"_s).isEmpty());
    auto *button = bar.findChild<QPushButton *>();
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!button->isEnabled());
    bar.finish();
    QVERIFY(!bar.isVisible());
    bar.start(u"Again"_s);
    QVERIFY(button->isEnabled());
}

void SharedViews::jobBarKeepsItsButtonsInANarrowColumn()
{
    JobBar bar;
    bar.start(u"Producing letters"_s);
    bar.setPausable(true);
    bar.setProgress(19'810, 99'900, u"letters"_s);
    bar.resize(360, bar.heightForWidth(360));
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QVERIFY(bar.minimumSizeHint().width() <= 360);
    for (const QPushButton *button : bar.findChildren<QPushButton *>()) {
        QVERIFY(button->isVisible());
        QVERIFY2(bar.rect().contains(button->geometry()), qPrintable(button->text()));
    }
}

void SharedViews::searchSpeaksOnceForManyKeys()
{
    SearchField field(u"Search"_s);
    QSignalSpy changed(&field, &SearchField::searchChanged);
    QVERIFY(showAt(field, 300, 40));
    QTest::keyClicks(&field, u"bucket"_s);
    QVERIFY(changed.wait());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toString(), u"bucket"_s);
    QTest::keyClick(&field, Qt::Key_Return); // the same words are not told twice
    QCOMPARE(changed.count(), 1);
}

void SharedViews::searchClearsOnEscapeAndGivesWayOnDown()
{
    SearchField field(u"Search"_s);
    QSignalSpy changed(&field, &SearchField::searchChanged);
    QSignalSpy down(&field, &SearchField::resultsWanted);
    QTest::keyClicks(&field, u"a"_s);
    QTest::keyClick(&field, Qt::Key_Down);
    QCOMPARE(down.count(), 1);
    QCOMPARE(changed.count(), 1);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(field.text(), QString());
    QCOMPARE(changed.at(1).at(0).toString(), QString());
}

void SharedViews::passphraseLeavesOnlyAsASecret()
{
    PassphraseField field(u"Passphrase"_s);
    field.edit()->setText(u"four plain wörds"_s);
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
    const SecretPtr secret = field.take();
    QCOMPARE(secret->view().toByteArray(), u"four plain wörds"_s.toUtf8());
    QVERIFY(field.isEmpty());

    QTest::keyClicks(field.edit(), u"abc"_s);
    auto *eye = field.findChild<QToolButton *>();
    QTest::mouseClick(eye, Qt::LeftButton);
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
    field.clear();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
}

void SharedViews::passphraseCountsCharactersAndNotTheirParts()
{
    PassphraseField field(u"Passphrase"_s);
    field.edit()->setText(u"𝒳"_s.repeated(6));
    QCOMPARE(field.length(), 6);
    field.edit()->setText(u"e\u0301"_s.repeated(11));
    QCOMPARE(field.length(), 11);
}

void SharedViews::passphraseHintsAtCapsLock()
{
    PassphraseField field(u"Passphrase"_s);
    QVERIFY(showAt(field, 300, 80));
    const auto hinted = [&field] { return !textsWith(field, u"Caps Lock"_s).isEmpty(); };
    QTest::keyClick(field.edit(), 'a');
    QVERIFY(!hinted());
    QTest::keyClick(field.edit(), 'A'); // an upper-case letter without Shift
    QVERIFY(hinted());
    QTest::keyClick(field.edit(), 'B', Qt::ShiftModifier);
    QVERIFY(!hinted());
}

void SharedViews::passphraseStrengthGrowsWithRealLength()
{
    QCOMPARE(passphraseBits(u""), 0.0);
    QVERIFY(passphraseBits(u"correct horse battery staple") > passphraseBits(u"correct horse"));
    QVERIFY(passphraseBits(u"aaaaaaaaaaaaaaaaaaaaaaaa") < passphraseBits(u"t7#kQ2!x"));
    QVERIFY(passphraseBits(u"123456789012") < passphraseBits(u"plum river"));
}

void SharedViews::secretKeepsItsBytes()
{
    QString text = u"naïve ☂"_s;
    const Secret secret(text);
    QCOMPARE(secret.view().toByteArray(), text.toUtf8());
    wipe(text); // a literal: it cannot be overwritten, and trying must not crash
    QCOMPARE(secret.view().toByteArray(), u"naïve ☂"_s.toUtf8());
    QVERIFY(text.isEmpty());
    QVERIFY(Secret(QString()).isEmpty());

    QString typed = QString(u"plum "_s).repeated(2);
    const QString seenByAWidget = typed;
    wipe(typed);
    QVERIFY(!seenByAWidget.contains(u"plum"_s));
}

void SharedViews::pathFieldAsksAndAddsTheSuffix()
{
    PathAsk ask;
    ask.kind = PathAsk::Kind::SaveFile;
    ask.suffix = u"tocsin"_s;
    QString suggested;
    const PathChooser chooser = [&suggested](QWidget *, const PathAsk &now, const std::function<void(QString)> &done) {
        suggested = now.suggested;
        done(u"/cases/acme.tocsin"_s);
    };
    PathField field(u"Store"_s, ask, chooser);
    field.setPath(u"/cases/./acme"_s);
    QCOMPARE(field.path(), u"/cases/acme.tocsin"_s);
    QTest::mouseClick(field.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(suggested, u"/cases/acme.tocsin"_s);
    field.setPath(u"   "_s);
    QCOMPARE(field.path(), QString());
}

void SharedViews::formErrorStandsBesideItsField()
{
    Form form;
    auto *edit = new QLineEdit;
    form.addField(u"&Date"_s, edit, u"As on the letter."_s);
    QVERIFY(showAt(form, 300, 120));
    QCOMPARE(accessibleLabel(*edit), u"Date"_s);
    form.setError(edit, u"Write 27 Feb 2026."_s);
    QVERIFY(!textsWith(form, u"! Write 27 Feb 2026."_s).isEmpty());
    QCOMPARE(edit->accessibleDescription(), u"Write 27 Feb 2026."_s);
    form.clearErrors();
    QVERIFY(textsWith(form, u"27 Feb"_s).isEmpty());
    QVERIFY(!textsWith(form, u"As on the letter."_s).isEmpty());
    form.setFieldVisible(edit, false);
    QVERIFY(!edit->isVisible());
}

void SharedViews::tableFillsItsWidth()
{
    TableView table(u"Deadlines"_s);
    table.setModel(sampleDeadlines(&table));
    table.setColumns({{1, 84}, {3, 150}, {3, 150}, {2, 150}});
    for (const int width : {600, 900, 1337}) {
        QVERIFY(showAt(table, width, 400));
        QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
    }
    table.resize(300, 400); // narrower than the minimums: each column gives of its own, and nothing is out of sight
    QTRY_COMPARE(table.horizontalHeader()->length(), table.viewport()->width());
    QVERIFY(!table.horizontalScrollBar()->isVisible());
    table.horizontalHeader()->resizeSection(1, 420); // what a person wants so wide is so wide
    QCOMPARE(table.horizontalHeader()->sectionSize(1), 420);
    QTRY_VERIFY(table.horizontalScrollBar()->isVisible());
}

void SharedViews::tableLeavesByTabAndMovesByArrows()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QLineEdit(&window);
    auto *table = new TableView(u"Deadlines"_s, &window);
    auto *after = new QLineEdit(&window);
    table->setModel(sampleDeadlines(table));
    layout->addWidget(before);
    layout->addWidget(table);
    layout->addWidget(after);
    QVERIFY(showAt(window, 800, 500));
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(table->hasFocus());
    QCOMPARE(table->currentIndex().row(), 0); // who comes by Tab sees where the keyboard is
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 1);
    QSignalSpy activated(table, &QAbstractItemView::activated);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QTest::keyClick(table, Qt::Key_Tab);
    QVERIFY(after->hasFocus());
}

void SharedViews::wrappingRowsShowAllText()
{
    TableView table(u"Deadlines"_s);
    auto *model = sampleDeadlines(&table);
    table.setModel(model);
    table.setWrapRows(true);
    table.setColumns({{1, 84}, {3, 150}, {3, 150}, {2, 150}});
    QVERIFY(showAt(table, 560, 500));
    QTRY_VERIFY(table.rowHeight(1) > metrics::kRow);
    const int narrow = table.rowHeight(1);
    table.resize(1200, 500);
    QTRY_VERIFY(table.rowHeight(1) < narrow);
    model->setData(model->index(1, 1), QString(u"Texas "_s).repeated(60));
    QTRY_VERIFY(table.rowHeight(1) > narrow);
}

void SharedViews::lineBreaksWhereThereIsNoRoom()
{
    QWidget box;
    auto *layout = new WrapLayout(8, &box);
    QList<QWidget *> parts;
    for (const int height : {20, 20, 40}) {
        parts << new QWidget(&box);
        parts.last()->setFixedSize(100, height);
        layout->addWidget(parts.last());
    }
    QCOMPARE(layout->heightForWidth(316), 40); // 3 of 100 and 2 gaps
    QCOMPARE(layout->heightForWidth(315), 20 + 8 + 40);
    QCOMPARE(layout->heightForWidth(100), 20 + 8 + 20 + 8 + 40);
    QCOMPARE(layout->sizeHint(), QSize(316, 40));
    QCOMPARE(layout->minimumSize(), QSize(100, 40));
    layout->setGeometry({0, 0, 316, 40});
    QCOMPARE(parts.at(0)->y(), 10); // in the middle of its line
    QCOMPARE(parts.at(2)->x(), 216);
    parts.at(1)->hide();
    QCOMPARE(layout->heightForWidth(208), 40);
    layout->setGeometry({0, 0, 150, 100});
    QCOMPARE(parts.at(2)->pos(), QPoint(0, 28));
}

void SharedViews::columnsAreAsManyAsThereIsRoomFor()
{
    QWidget box;
    auto *layout = new WrapLayout(8, &box, WrapLayout::Width::Widest);
    QList<QCheckBox *> parts;
    for (const QString &words : {u"Name"_s, u"Driver’s license or state ID number"_s, u"Photograph"_s}) {
        parts << new QCheckBox(words, &box);
        layout->addWidget(parts.last());
    }
    const int column = parts.at(1)->sizeHint().width();
    layout->setGeometry({0, 0, 2 * column + 8, 200});
    QCOMPARE(parts.at(1)->pos(), QPoint(column + 8, 0));
    QCOMPARE(parts.at(2)->x(), 0);
    QVERIFY(parts.at(2)->y() > 0);
    layout->setGeometry({0, 0, 3 * column + 16, 200});
    QCOMPARE(parts.at(2)->pos(), QPoint(2 * column + 16, 0));
}

void SharedViews::markupStaysText()
{
    const std::unique_ptr<QLabel> label(makeLabel(u"<b>O'Brien</b>"_s));
    QCOMPARE(label->textFormat(), Qt::PlainText);
    NoticeBar notice;
    notice.showNotice(Tone::Neutral, u"<img src=x>"_s);
    for (const QLabel *part : notice.findChildren<QLabel *>()) {
        if (!part->text().isEmpty())
            QCOMPARE(part->textFormat(), Qt::PlainText);
    }
}

QTEST_MAIN(SharedViews)
#include "tst_views_shared.moc"
