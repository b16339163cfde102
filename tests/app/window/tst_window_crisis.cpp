// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_desk.h"
#include "patience.h"
#include "views/view_checks.h"

#include "casework/obligation.h"
#include "casework/playbook_run.h"
#include "casework/timeline.h"
#include "jobs/first_steps.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/sheet_kinds.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::WindowDesk;

namespace {

/// A store with nobody but its maker, open, with the keyboard where the window left it.
struct Crisis
{
    explicit Crisis(const QString &folder)
        : desk(test::makeEmptyStore(folder).value_or(test::StoreOnDisk()), {1280, 800})
    {
        desk.showUnlock();
    }

    template <typename Widget>
    Widget *named(const QString &name)
    {
        const QList<Widget *> all = desk.window().findChildren<Widget *>();
        for (Widget *each : all) {
            QString text = each->accessibleName();
            if (const auto *button = qobject_cast<QAbstractButton *>(each))
                text = QString(button->text()).remove(u'&');
            if (each->isVisible() && text == name)
                return each;
        }
        return nullptr;
    }

    void press(const QString &text)
    {
        auto *button = named<QPushButton>(text);
        QVERIFY2(button, qPrintable(text));
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
    }

    casework::CaseFile &file() { return *desk.session().context()->file(); }
    IncidentId incident() { return desk.session().context()->incident(); }
    template <typename Query>
    auto ask(Query query)
    {
        return file().ask(std::move(query)).result();
    }
    bool says(const QString &words) { return !viewchecks::textsWith(desk.window(), words).isEmpty(); }

    qsizetype holdingStatements()
    {
        const auto all = ask(casework::NoticesQuery{incident()});
        return std::count_if(all->cbegin(), all->cend(), [](const auto &each) { return each.kind == u"holding"_s; });
    }

    WindowDesk desk;
};

} // namespace

class TestWindowCrisis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        QCoreApplication::setOrganizationName(u"tocsin-test"_s);
        QVERIFY(notices::loadLetterFonts());
        views::applyTheme(*qApp, views::ThemeChoice::Light);
    }

    /// From a store without an incident to running clocks, as a person declares a crisis.
    void oneFormBeginsAllOfIt()
    {
        const QTemporaryDir folder;
        Crisis crisis(folder.path());
        QVERIFY(crisis.desk.unlock());
        QVERIFY(crisis.ask(casework::IncidentsQuery())->isEmpty());
        crisis.press(u"New incident"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Order export left readable"_s);
        crisis.press(u"Begin the incident"_s);
        QTRY_VERIFY(!crisis.incident().isNull());

        QCOMPARE(crisis.ask(casework::IncidentsQuery())->size(), 1);
        const auto duties = crisis.ask(casework::ObligationsQuery{crisis.incident()});
        const auto clocks
            = std::count_if(duties->cbegin(), duties->cend(), [](const auto &each) { return !each.due().isNull(); });
        QVERIFY(clocks > 0);
        QCOMPARE(crisis.holdingStatements(), notices::noticeKind(u"holding"_s)->field(u"audience"_s)->choices.size());
        const casework::Playbook protocol = jobs::generalPlaybook(*casework::builtInPlaybooks());
        const auto tasks = crisis.ask(casework::TasksQuery{crisis.incident()});
        QCOMPARE(tasks->size(), protocol.steps.size());
        // Their owners are those of the roles: here one person, who leads.
        const auto runs = crisis.ask(casework::PlaybookRuns{crisis.incident()});
        for (const casework::ChecklistStep &each : runs->value(0).steps)
            QCOMPARE(each.task.ownerName.isEmpty(), each.step.role != crisis.file().actor().role);
        QTRY_VERIFY(crisis.says(
            u"2026-001 has begun; clocks running: %1, drafts: 5, tasks: %2."_s.arg(clocks).arg(tasks->size())));
        QTRY_VERIFY(crisis.says(u"Next deadlines"_s));
    }

    void whatIsUncheckedIsLeftOut()
    {
        const QTemporaryDir folder;
        Crisis crisis(folder.path());
        QVERIFY(crisis.desk.unlock());
        crisis.press(u"New incident"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Failed audit"_s);
        const QList<QCheckBox *> boxes = crisis.desk.window().findChildren<QCheckBox *>();
        for (QCheckBox *box : boxes) {
            if (box->isVisible() && (box->text().contains(u"olding"_s) || box->text().contains(u"playbook"_s)))
                QTest::keyClick(box, Qt::Key_Space);
        }
        crisis.press(u"Begin the incident"_s);
        QTRY_VERIFY(!crisis.incident().isNull());
        QCOMPARE(crisis.holdingStatements(), 0);
        QVERIFY(crisis.ask(casework::TasksQuery{crisis.incident()})->isEmpty());
        QVERIFY(!crisis.ask(casework::ObligationsQuery{crisis.incident()})->isEmpty());
    }

    void aMomentThatIsNoneIsSaidInPlaceAndNothingBegins()
    {
        const QTemporaryDir folder;
        Crisis crisis(folder.path());
        QVERIFY(crisis.desk.unlock());
        crisis.press(u"New incident"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Laptop left in a taxi"_s);
        auto *from = crisis.named<QLineEdit>(u"The hours count from"_s);
        QVERIFY(from);
        from->selectAll();
        QTest::keyClicks(from, u"this morning"_s);
        crisis.press(u"Begin the incident"_s);
        QTRY_VERIFY(crisis.says(u"Enter the moment that the hours count from"_s));
        QCOMPARE(QApplication::focusWidget(), from);
        QVERIFY(crisis.ask(casework::IncidentsQuery())->isEmpty());
    }

private:
    QTemporaryDir m_home;
};

QTEST_MAIN(TestWindowCrisis)
#include "tst_window_crisis.moc"
