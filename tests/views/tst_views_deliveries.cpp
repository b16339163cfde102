// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/delivery_acts.h"
#include "casework/delivery_record.h"
#include "deliveries/deliveries_page.h"
#include "deliveries/funnel_chart.h"
#include "items/delivery_people_model.h"
#include "jobs/returned_mail.h"
#include "models/jobs/letter_case.h"
#include "notices/pdf/letter_fonts.h"
#include "patience.h"
#include "shared/case_context.h"
#include "shared/search_field.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "views/page_words.h"
#include "views/view_checks.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::viewchecks;
using casework::DeliveryState;

namespace {

const QDate kToday(2026, 4, 6);

/// The page over a case whose letters were produced on 20 March. It is 6 April.
struct OpenPage
{
    explicit OpenPage(int people = 4, bool produced = true) : data(people)
    {
        if (produced && !data.produce(u"letters"_s))
            qWarning("the letters cannot be produced");
        data.store.clock().set(*Instant::parse(u"2026-04-06T09:00:00-05:00"_s));
        show();
    }
    ~OpenPage()
    {
        page.reset();
        context.reset();
        workPool().waitForDone();
    }
    OpenPage(const OpenPage &) = delete;
    OpenPage &operator=(const OpenPage &) = delete;

    void show(const QVariantMap &place = {})
    {
        page.reset();
        context = std::make_unique<views::CaseContext>(&data.store.file(), "America/Chicago");
        choice.answerFor(*context);
        context->setIncident(data.incident, u"2026-001"_s);
        page = std::make_unique<views::DeliveriesPage>(context.get(), [](const QString &) {});
        if (!place.isEmpty())
            page->restorePlace(place); // as the window does, before anything else happens
        ready = showAt(*page, 1072, 708);
    }
    bool mail(QDate on = QDate(2026, 3, 23))
    {
        const RunId run = data.store.ask(casework::RunsQuery{data.incident})->first().id;
        return data.store.submit(casework::RecordMailed{run, on, {u"Mail House"_s, u"Job 7"_s, {}, {}}}).has_value();
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> all = page->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->isVisible() && QString(each->text()).remove(u'&') == text)
                return each;
        }
        return nullptr;
    }
    /// Whether a button is there and cannot be pressed.
    [[nodiscard]] bool isOff(const QString &text) const { return button(text) && !button(text)->isEnabled(); }
    bool click(const QString &text) const
    {
        const bool found = QTest::qWaitFor([&] { return button(text) && button(text)->isEnabled(); }, test::kPatience);
        if (found)
            QTest::mouseClick(button(text), Qt::LeftButton);
        return found;
    }
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        const QList<QLineEdit *> all = page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->isVisible() && each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    void type(const QString &name, const QString &text) const
    {
        QLineEdit *edit = field(name);
        QVERIFY2(edit, qPrintable(name));
        edit->setText(text);
    }
    [[nodiscard]] bool waitToSay(const QString &words) const
    {
        return QTest::qWaitFor([&] { return says(*page, words); }, test::kPatience);
    }
    [[nodiscard]] QString told() const { return page->findChild<views::FunnelChart *>()->accessibleDescription(); }
    [[nodiscard]] views::TableView *table() const { return page->findChild<views::TableView *>(); }
    [[nodiscard]] QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return table()->model()->index(row, column).data(role).toString();
    }

    FileChoice choice;
    test::LetterCase data;
    std::unique_ptr<views::CaseContext> context;
    std::unique_ptr<views::DeliveriesPage> page;
    bool ready = false;
};

} // namespace

class TestDeliveries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(notices::loadLetterFonts());
        views::applyTheme(*qApp, views::ThemeChoice::Light);
    }

    void saysWhatBelongsHereWhileThereIsNobody()
    {
        OpenPage open(0, false);
        QVERIFY(open.ready);
        QVERIFY(open.waitToSay(u"No letters yet"_s));
        const views::DeliveriesPage unanswered(open.context.get(), [](const QString &) {});
        QStringList front; // where there are 100,000 people the answer takes a moment
        for (const QStackedWidget *stack : unanswered.findChildren<QStackedWidget *>()) {
            if (const auto *label = qobject_cast<QLabel *>(stack->currentWidget()))
                front << label->text();
        }
        QCOMPARE(front, QStringList(u"Looking at the letters…"_s));
        QVERIFY(open.button(u"Go to the notices"_s));
    }

    void recordsAMailingWithProofAndTakesItBack()
    {
        OpenPage open;
        QTRY_COMPARE(open.told(), u"0 of 4 people have a letter that was mailed and not returned."_s);
        QVERIFY(open.isOff(u"Returned mail…"_s)); // nothing is in the mail
        QVERIFY(open.click(u"Mailed…"_s));
        QVERIFY(open.click(u"Record"_s));
        QVERIFY(says(*open.page, u"Proof is needed"_s));
        open.type(u"Day"_s, u"Monday"_s);
        QVERIFY(open.click(u"Record"_s));
        QVERIFY(says(*open.page, u"A day looks like 2026-03-20."_s));
        open.type(u"Day"_s, u"2026-03-19"_s);
        open.type(u"Reference"_s, u"Job 4711"_s);
        QVERIFY(open.click(u"Record"_s));
        QVERIFY(open.waitToSay(u"they cannot have been mailed before"_s));
        QCOMPARE(open.data.funnel().mailed, 0);
        open.type(u"Day"_s, u"2026-03-23"_s);
        open.type(u"Proof file"_s, open.data.write(u"certificate.pdf"_s, "stamped"));
        QVERIFY(open.click(u"Record"_s));
        QTRY_COMPARE(open.told(), u"4 of 4 people have a letter that was mailed and not returned."_s);
        QTRY_COMPARE(open.cell(0, items::DeliveryPeopleModel::Standing, items::BadgeTextRole), u"Mailed"_s);
        QCOMPARE(open.cell(0, items::DeliveryPeopleModel::Day), u"23 Mar 2026"_s);
        QCOMPARE(open.cell(0, items::DeliveryPeopleModel::Proof), u"Job 4711"_s);
        QCOMPARE(open.cell(0, items::DeliveryPeopleModel::Proof, items::SecondaryTextRole), u"certificate.pdf"_s);
        QTRY_VERIFY(open.isOff(u"Mailed…"_s));
        QVERIFY(open.click(u"Undo"_s));
        QTRY_COMPARE(open.data.funnel().mailed, 0);
        QVERIFY(open.waitToSay(u"Taken back:"_s));
    }

    void looksAtReturnsBeforeTheyAreRecorded()
    {
        OpenPage open;
        QVERIFY(open.mail());
        QVERIFY(open.click(u"Returned mail…"_s));
        open.type(u"List of returned mail"_s,
                  open.data.write(u"back.csv"_s, "id,reason,date\nR1,UTF,2026-04-02\nR9,UTF,\nR2,VAC,soon\n"));
        QVERIFY(open.click(u"Look at it"_s));
        QVERIFY(open.waitToSay(u"Of 3 rows 1 would be recorded. With them: 1 person has no usable address."_s));
        QVERIFY(says(*open.page, u"Line 3: nobody's letter has this reference"_s));
        QVERIFY(says(*open.page, u"Line 4: no day up to today; write 2026-04-02"_s));
        QCOMPARE(open.data.funnel().returned, 0);
        open.data.write(u"back.csv"_s, "id\nR1\nR2\n"); // somebody else saves another list there
        QVERIFY(open.click(u"Record 1"_s));
        QVERIFY(open.waitToSay(u"The list has changed since it was looked at"_s));
        QCOMPARE(open.data.funnel().returned, 0);
        QVERIFY(open.click(u"Look at it"_s));
        QVERIFY(open.click(u"Record 2"_s));
        QTRY_COMPARE(open.data.funnel().returned, 2);
        QVERIFY(open.waitToSay(u"Of 2 rows 2 are recorded."_s));
        QTRY_COMPARE(open.page->count(), 2);
        QStringList stages;
        for (const items::FunnelStage &stage : items::funnelStages(open.data.funnel()))
            stages << u"%1 %2"_s.arg(stage.name).arg(stage.people);
        QCOMPARE(stages,
                 QStringList({u"In the roster 4"_s, u"Queued 4"_s, u"Produced 4"_s, u"Mailed 4"_s, u"Not returned 2"_s,
                              u"Told otherwise 0"_s, u"Returned 2"_s, u"New address 0"_s, u"Mailed again 0"_s,
                              u"Substitute 0"_s}));
        QVERIFY(open.click(u"Done"_s));
        QVERIFY(open.click(u"Substitute notice…"_s));
        QVERIFY(open.waitToSay(u"2 people have no usable address. Below ten"_s));
        open.type(u"How it was given"_s, u"Called by telephone"_s);
        open.type(u"Reference"_s, u"Call list 7"_s);
        QVERIFY(open.click(u"Record"_s));
        QTRY_COMPARE(open.data.funnel().states[DeliveryState::Substitute], 2);
        QTRY_VERIFY(open.isOff(u"Substitute notice…"_s));
    }

    /// By all of the incident whom no letter reaches the form goes, told or not (45 CFR 164.404(d)(2)).
    void asksForTheFormOfSubstituteNoticeThatTheWholeIncidentNeeds()
    {
        OpenPage open(12);
        QVERIFY(open.mail());
        const auto back = [&open](int first, int last) {
            QByteArray list = "id\n";
            for (int n = first; n <= last; ++n)
                list += "R" + QByteArray::number(n) + "\n";
            const Progress progress;
            return jobs::importReturnedMail(open.data.store.file(),
                                            {open.data.incident, open.data.write(u"back.csv"_s, list), {}, false, {}},
                                            progress);
        };
        QVERIFY(back(1, 8));
        QVERIFY(open.data.store.submit(casework::RecordSubstitute{
            open.data.notice().id, kToday, u"Called by telephone"_s, {{}, u"Call list 7"_s, {}, {}}}));
        QVERIFY(back(9, 12));
        QVERIFY(open.click(u"Substitute notice…"_s));
        QVERIFY(open.waitToSay(u"12 people have no usable address. From ten on"_s));
    }

    /// Lists grow: what is in one without a day may be an earlier return.
    void keepsAnUndatedReturnOutThatMayBeAnOldOne()
    {
        OpenPage open(2);
        QVERIFY(open.mail());
        QVERIFY(open.click(u"Returned mail…"_s));
        QCOMPARE(open.field(u"Day of rows without one"_s)->text(), QString());
        open.type(u"List of returned mail"_s, open.data.write(u"one.csv"_s, "id\nR1\n"));
        QVERIFY(open.click(u"Look at it"_s));
        QVERIFY(open.click(u"Record 1"_s));
        QTRY_COMPARE(open.data.funnel().returned, 1);
        const RecipientId person
            = open.data.store.ask(casework::DeliveryStandings{open.data.notice().id, DeliveryState::Returned})
                  ->first()
                  .recipient;
        const casework::PostalAddress moved{{u"7 Elm St"_s}, u"Austin"_s, u"TX"_s, u"73301"_s, u"US"_s};
        QVERIFY(open.data.store.submit(casework::CorrectAddress{person, moved, u"Called"_s}));
        QVERIFY(open.data.approve());
        QVERIFY(open.data.run(u"second"_s));
        QVERIFY(open.mail(kToday));
        QVERIFY(open.click(u"Done"_s));
        QVERIFY(open.click(u"Returned mail…"_s));
        open.type(u"List of returned mail"_s, open.data.write(u"two.csv"_s, "id\nR1\nR2\n"));
        QVERIFY(open.click(u"Look at it"_s));
        QVERIFY(open.waitToSay(u"Line 2: a letter to this person came back before"_s));
        QVERIFY(open.button(u"Record 1"_s));
    }

    void findsAPersonAndTellsTheHistory()
    {
        OpenPage open(12);
        QAbstractItemModelTester tester(open.table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QTRY_COMPARE(open.table()->model()->rowCount(), 12);
        QVERIFY(open.mail());
        auto *standing = open.page->findChildren<QComboBox *>().last();
        const auto boxes = open.page->findChildren<QComboBox *>();
        for (QComboBox *box : boxes)
            standing = box->accessibleName() == u"Standing"_s ? box : standing;
        QTRY_COMPARE(standing->itemText(standing->findData(u"mailed"_s)), u"Mailed 12"_s);
        standing->setCurrentIndex(standing->findData(u"produced"_s));
        QTRY_COMPARE(open.table()->model()->rowCount(), 0);
        QVERIFY(says(*open.page, u"Nobody fits this search and this standing."_s));
        standing->setCurrentIndex(standing->findData(u"mailed"_s));
        QTRY_COMPARE(open.table()->model()->rowCount(), 12);
        auto *search = open.page->findChild<views::SearchField *>();
        search->setFocus();
        QTest::keyClicks(search, u"Ann11"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(open.table()->model()->rowCount(), 1);
        QTRY_COMPARE(open.cell(0, items::DeliveryPeopleModel::Person), u"Ann11 Sample"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(open.waitToSay(u"11 Main St, Austin TX 73301"_s));
        const auto *events = open.page->findChildren<views::ListView *>().last();
        const auto lists = open.page->findChildren<views::ListView *>();
        for (const views::ListView *list : lists)
            events = list->accessibleName() == u"What happened to the letters"_s ? list : events;
        QTRY_COMPARE(events->model()->rowCount(), 2);
        QCOMPARE(events->model()->index(0, 0).data().toString(), u"Mailed, wave 1"_s);
        QVERIFY(events->model()->index(0, 0).data(items::SecondaryTextRole).toString().contains(u"Job 7"_s));
    }

    void takesANewAddressAsTheRosterWould()
    {
        OpenPage open(1);
        QVERIFY(open.mail());
        QTRY_COMPARE(open.table()->model()->rowCount(), 1);
        QTRY_COMPARE(open.cell(0, items::DeliveryPeopleModel::Person), u"Ann1 Sample"_s);
        open.table()->setCurrentIndex(open.table()->model()->index(0, 0));
        QVERIFY(open.click(u"New address…"_s));
        open.type(u"Street or box"_s, u"9 New Road"_s);
        open.type(u"City"_s, u"Waco"_s);
        open.type(u"State"_s, u"Texas"_s);
        open.type(u"ZIP or postal code"_s, u"7870"_s);
        QVERIFY(open.click(u"Record the address"_s));
        QVERIFY(says(*open.page, u"Say where the new address is from."_s));
        open.type(u"Where it is from"_s, u"A call"_s);
        QVERIFY(open.click(u"Record the address"_s));
        QVERIFY(open.waitToSay(u"does not lie in the State of the address"_s));
        const QVariantMap place = open.page->place(); // the window locks here
        open.show(place);
        QTRY_VERIFY(open.field(u"City"_s) && open.field(u"City"_s)->text() == u"Waco"_s);
        open.type(u"ZIP or postal code"_s, u"76701"_s);
        QVERIFY(open.click(u"Record the address"_s));
        QVERIFY(open.waitToSay(u"9 New Road, Waco TX 76701"_s));
        const auto person = open.data.store.ask(casework::RecipientIds{open.data.incident});
        QCOMPARE(open.data.store.ask(casework::RecipientsById{*person})->first().state, u"TX"_s);
        QVERIFY(open.click(u"Undo"_s));
        QVERIFY(open.waitToSay(u"1 Main St, Austin TX 73301"_s));
    }

    void writesToEverybodyAgainOnlyForAReason()
    {
        OpenPage open(2);
        QVERIFY(open.click(u"Everybody again…"_s));
        QVERIFY(open.click(u"Choose how and where"_s));
        QVERIFY(says(*open.page, u"Say why, for the record."_s));
        open.type(u"Why everybody gets this notice again"_s, u"The first named another year."_s);
        QVERIFY(open.click(u"Choose how and where"_s));
        QVERIFY(QTest::qWaitFor([&] { return open.button(u"Choose the folder"_s); }, test::kPatience));
        QVERIFY(!open.button(u"Returned mail…"_s)); // Alt+R chooses the folder now
        for (const QScrollArea *area : open.page->findChildren<QScrollArea *>())
            QVERIFY(area->widget()->width() <= area->viewport()->width()); // nothing is cut off at the right
        open.choice.path = open.data.store.filePath(u"again"_s);
        QVERIFY(open.click(u"Choose the folder"_s));
        QVERIFY(open.waitToSay(u"2 letters on"_s));
        const auto runs = open.data.store.ask(casework::RunsQuery{open.data.incident});
        QCOMPARE(runs->first().again, u"The first named another year."_s);
        QCOMPARE(runs->first().wave, 2);
        QTRY_VERIFY(open.button(u"Mailed…"_s) && !open.isOff(u"Mailed…"_s));
    }

    void showsNothingOfAnotherIncident()
    {
        OpenPage open;
        QVERIFY(open.mail());
        QTRY_COMPARE(open.table()->model()->rowCount(), 4);
        const IncidentId other = open.data.store.incident();
        QVERIFY(open.click(u"Returned mail…"_s));
        open.type(u"List of returned mail"_s, open.data.write(u"back.csv"_s, "id\nR1\n"));
        QVERIFY(open.click(u"Look at it"_s));
        auto *people = qobject_cast<items::DeliveryPeopleModel *>(open.table()->model());
        QVERIFY(people);
        people->setFilter({u"Sample"_s, {}}); // its answer is on the way
        open.context->setIncident(other, u"2026-002"_s); // while the list is being read, too
        QCOMPARE(open.table()->model()->rowCount(), 0);
        QVERIFY(!open.field(u"List of returned mail"_s));
        workPool().waitForDone();
        QVERIFY(open.waitToSay(u"No letters yet"_s));
        QCOMPARE(open.table()->model()->rowCount(), 0); // nor does anybody come late
        QVERIFY(!says(*open.page, u"would be recorded"_s));
        QCOMPARE(open.page->count(), 0);
        open.context->setIncident(open.data.incident, u"2026-001"_s);
        QTRY_COMPARE(open.table()->model()->rowCount(), 4);
        QVERIFY(!says(*open.page, u"would be recorded"_s));
    }

    void goesAwayWhileAListIsRecorded()
    {
        OpenPage open(12);
        QVERIFY(open.mail());
        QByteArray list = "id\n";
        for (int n = 1; n <= 12; ++n)
            list += 'R' + QByteArray::number(n) + '\n';
        QVERIFY(open.click(u"Returned mail…"_s));
        open.type(u"List of returned mail"_s, open.data.write(u"back.csv"_s, list));
        QVERIFY(open.click(u"Look at it"_s));
        QVERIFY(open.click(u"Record 12"_s));
        open.page.reset(); // the window locks
        open.context.reset();
        workPool().waitForDone();
        const qint64 returned = open.data.funnel().returned;
        QVERIFY2(returned == 0 || returned == 12, qPrintable(QString::number(returned))); // all or nothing
        open.show();
        QTRY_COMPARE(open.page->count(), static_cast<int>(returned));
    }

    void showsNoNamesToAnObserver()
    {
        OpenPage open;
        open.page.reset();
        open.context.reset();
        QVERIFY(open.data.store.addPerson(u"Olga"_s, casework::Role::Observer));
        QVERIFY(open.data.store.openAs(u"Olga"_s));
        open.show();
        QVERIFY(open.waitToSay(u"Names are not for your role"_s));
        QTRY_VERIFY(open.told().startsWith(u"0 of 4 people"_s));
        QVERIFY(!open.button(u"Mailed…"_s));
        QVERIFY(!open.button(u"Everybody again…"_s));
        QCOMPARE(textsWith(*open.page, u"Sample"_s), QStringList());
    }

    void isReachableNamedAndUncut()
    {
        OpenPage open;
        QVERIFY(open.mail());
        QTRY_COMPARE(open.table()->model()->rowCount(), 4);
        open.table()->setCurrentIndex(open.table()->model()->index(0, 0));
        QVERIFY(open.click(u"New address…"_s));
        QVERIFY(open.click(u"Returned mail…"_s));
        QCOMPARE(unnamedControls(*open.page), QStringList());
        QTRY_VERIFY2(clippedTexts(*open.page).isEmpty(), qPrintable(clippedTexts(*open.page).join(u'\n')));
        QCOMPARE(sidewaysScrolls(*open.page), QStringList());
        open.table()->setFocus();
        const QStringList unreachable = unreachableControls(*open.page);
        QVERIFY2(unreachable.isEmpty(), qPrintable(unreachable.join(u'\n')));
    }
};

QTEST_MAIN(TestDeliveries)
#include "tst_views_deliveries.moc"
