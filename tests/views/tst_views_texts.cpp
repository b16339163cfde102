// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/house_style.h"
#include "jobs/house_texts.h"
#include "notices/field_list.h"
#include "notices/house_style_panel.h"
#include "notices/letter_preview.h"
#include "notices/template_edit.h"
#include "notices/text_model.h"
#include "notices/text_versions.h"
#include "notices/texts_page.h"
#include "patience.h"
#include "shared/notice_bar.h"
#include "shared/search_field.h"
#include "shared/segmented_filter.h"
#include "shell/main_window.h"
#include "views/notice_case.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPdfDocument>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using tocsin::casework::Role;
using tocsin::test::NoticeCase;

namespace {

const QString kAdult = u"individual-adult-en"_s;

/// The page in the window, with the first text open.
class Desk
{
public:
    explicit Desk(NoticeCase &data, const QVariantMap &place = {}, int width = 1280, int height = 800) : m_data(data)
    {
        page = new TextsPage(&data.context());
        if (!place.isEmpty())
            page->restorePlace(place); // as the window does, before anything else happens
        m_checked = std::make_unique<QSignalSpy>(page, &TextsPage::checked);
        window.openCase(u"store/ada"_s, {page});
        window.showPage(u"texts"_s);
        shown = showAt(window, width, height);
        edit = page->findChild<TemplateEdit *>();
        for (auto *each : page->findChildren<QListView *>()) {
            if (each->accessibleName() == u"Texts of notices"_s)
                list = each;
        }
    }

    /// Waits until the first text is there and was looked at.
    [[nodiscard]] bool opensFirst() const
    {
        return QTest::qWaitFor([this] { return edit->document()->blockCount() > 20 && !edit->isReadOnly(); },
                               test::kPatience)
            && QTest::qWaitFor([this] { return !m_checked->isEmpty(); }, test::kPatience);
    }
    /// Types as a person does, and waits until it was looked at.
    bool replace(const QString &from, const QString &to) const
    {
        QSignalSpy checked(page, &TextsPage::checked);
        QTextCursor cursor = edit->document()->find(from);
        if (cursor.isNull())
            return false;
        edit->setTextCursor(cursor);
        cursor.insertText(to);
        return checked.wait(test::kPatience);
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> all = page->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (QString(each->text()).remove(u'&') == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QLineEdit *reason() const { return line(u"Why it changes"_s); }
    [[nodiscard]] QLineEdit *line(const QString &name) const
    {
        const QList<QLineEdit *> all = page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->accessibleName().startsWith(name))
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QString letterText() const
    {
        auto *document = page->findChild<QPdfDocument *>();
        QString text;
        for (int i = 0; i < document->pageCount(); ++i)
            text += document->getAllText(i).text();
        return text.simplified();
    }
    [[nodiscard]] bool has(const QString &text) const { return !textsWith(*page, text).isEmpty(); }
    void side(const QString &name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    [[nodiscard]] int savedVersion() const
    {
        const auto session = m_data.store.file().openSession();
        return jobs::textVersion(**session, kAdult)->version;
    }

    MainWindow window;
    TextsPage *page = nullptr;
    TemplateEdit *edit = nullptr;
    QListView *list = nullptr;
    bool shown = false;

private:
    std::unique_ptr<QSignalSpy> m_checked;
    NoticeCase &m_data;
};

} // namespace

class TextsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void showsTheLetterOfSomebodyAsItIsTyped()
    {
        NoticeCase data;
        data.addPeople(2);
        const Desk desk(data);
        QVERIFY(desk.shown && desk.opensFirst());
        QTRY_VERIFY(desk.letterText().contains(u"Dear Ana Sample0001"_s));
        QVERIFY(desk.replace(u"We are sorry that this happened."_s, u"We regret this."_s));
        QTRY_VERIFY(desk.letterText().contains(u"We regret this."_s));
        QCOMPARE(desk.savedVersion(), 0);
    }

    void namesAFaultBesideItsLine()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        QVERIFY(desk.replace(u"{{organization.email}}"_s, u"{{organization.mail}}"_s));
        const int line = desk.edit->textCursor().blockNumber() + 1;
        QTRY_VERIFY(desk.has(u"Line %1"_s.arg(line)));
        QCOMPARE(desk.edit->extraSelections().size(), 1);
        QCOMPARE(desk.edit->extraSelections().first().cursor.blockNumber() + 1, line);
        desk.reason()->setText(u"Shorter"_s);
        QVERIFY(!desk.button(u"Save version"_s)->isEnabled());
        desk.edit->moveCursor(QTextCursor::Start);
        for (auto *each : desk.page->findChildren<QListView *>()) {
            if (each->accessibleName() != u"What has to be set right"_s)
                continue;
            each->setCurrentIndex(each->model()->index(0, 0));
            QTest::keyClick(each, Qt::Key_Return);
        }
        QCOMPARE(desk.edit->textCursor().blockNumber() + 1, line);
        QVERIFY(desk.replace(u"{{organization.mail}}"_s, u"{{organization.email}}"_s));
        QTRY_VERIFY(desk.edit->extraSelections().isEmpty());
    }

    void putsAFieldWhereTheCursorIs()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        desk.edit->setTextCursor(desk.edit->document()->find(u"We are sorry"_s));
        desk.side(u"Fields"_s);
        auto *fields = desk.page->findChild<FieldList *>();
        QVERIFY(fields->isVisible());
        auto *search = fields->findChild<SearchField *>();
        search->setText(u"toll"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTest::keyClick(search, Qt::Key_Down);
        auto *list = fields->findChild<QListView *>();
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(desk.edit->toPlainText().contains(u"{{organization.toll_free}} that this happened."_s));
        QVERIFY(desk.edit->hasFocus());
    }

    void savesAVersionWithItsReason()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        QVERIFY(!desk.reason()->isEnabled());
        QVERIFY(desk.replace(u"We are sorry that this happened."_s, u"We regret this."_s));
        QVERIFY(!desk.button(u"Save version"_s)->isEnabled()); // no reason yet
        QTest::keyClicks(desk.reason(), u"House style"_s);
        QTRY_VERIFY(desk.button(u"Save version"_s)->isEnabled());
        QTest::keyClick(desk.reason(), Qt::Key_Return);
        QTRY_COMPARE(desk.savedVersion(), 1);
        QTRY_VERIFY(desk.has(u"Own, 1"_s) || desk.has(u"Saved by Ada"_s));
        QTRY_VERIFY(!desk.button(u"Discard"_s)->isEnabled());
        QTRY_VERIFY(desk.has(u"have to be approved again"_s));
    }

    void showsWhatDiffersStruckThroughAndUnderlined()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        auto *versions = desk.page->findChild<TextVersions *>();
        QSignalSpy compared(versions, &TextVersions::compared);
        QVERIFY(desk.replace(u"We are sorry that this happened."_s, u"We regret this."_s));
        desk.side(u"Versions"_s);
        auto *view = versions->findChild<QTextEdit *>();
        QTRY_VERIFY(!view->document()->find(u"regret"_s).isNull());
        QVERIFY(view->document()->find(u"regret"_s).charFormat().fontUnderline());
        QVERIFY(view->document()->find(u"sorry"_s).charFormat().fontStrikeOut());
        QVERIFY(!view->document()->find(u"Sincerely"_s).charFormat().fontStrikeOut());
        QTest::mouseClick(desk.button(u"Discard"_s), Qt::LeftButton);
        QTRY_VERIFY(view->document()->find(u"regret"_s).isNull());
    }

    void bringsTheProgramsTextBackAsAVersion()
    {
        NoticeCase data;
        const QByteArray shipped = *notices::bundledTemplate(kAdult);
        QVERIFY(jobs::saveText(data.store.file(), kAdult, 0,
                               QByteArray(shipped).replace("We are sorry that this happened.", "We regret this."),
                               u"Style"_s));
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        QTRY_VERIFY(desk.button(u"Program's text"_s)->isEnabled());
        QTest::mouseClick(desk.button(u"Program's text"_s), Qt::LeftButton);
        QVERIFY(desk.edit->toPlainText().contains(u"We are sorry that this happened."_s));
        QVERIFY(desk.reason()->hasFocus());
        QTest::keyClicks(desk.reason(), u"As it was"_s);
        QTRY_VERIFY(desk.button(u"Save version"_s)->isEnabled());
        QTest::mouseClick(desk.button(u"Save version"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.savedVersion(), 2);
        QTRY_VERIFY(!desk.button(u"Program's text"_s)->isEnabled());
    }

    void keepsWhatIsTypedWhenSomebodyElseSaves()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        QVERIFY(desk.replace(u"We are sorry that this happened."_s, u"We regret this."_s));
        const QByteArray other
            = QByteArray(*notices::bundledTemplate(kAdult)).replace("Keep this letter.", "Keep this.");
        QVERIFY(jobs::saveText(data.store.file(), kAdult, 0, other, u"Shorter"_s));
        QTRY_VERIFY(desk.has(u"while you were writing"_s));
        QVERIFY(desk.edit->toPlainText().contains(u"We regret this."_s));
        desk.reason()->setText(u"Both"_s);
        QTRY_VERIFY(desk.button(u"Save version"_s)->isEnabled());
        QTest::mouseClick(desk.button(u"Save version"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.has(u"meanwhile"_s)); // refused: made on version 0
        QCOMPARE(desk.savedVersion(), 1);
    }

    void leavesTheTextToThoseWhoMayChangeIt()
    {
        NoticeCase data;
        data.addPeople(1);
        QVERIFY(data.becomes(Role::TechnicalLead));
        const Desk desk(data);
        QTRY_VERIFY(desk.edit->document()->blockCount() > 20);
        QVERIFY(desk.edit->isReadOnly());
        QVERIFY(!desk.button(u"Save version"_s));
        QVERIFY(desk.has(u"change texts"_s));
    }

    void comesBackToItsPlace()
    {
        NoticeCase data;
        QVariantMap place;
        {
            const Desk desk(data);
            QVERIFY(desk.opensFirst());
            QVERIFY(desk.replace(u"We are sorry that this happened."_s, u"We regret this."_s));
            QTest::keyClicks(desk.reason(), u"Plainer"_s);
            QTest::keyClicks(desk.line(u"Name of who signs"_s), u"Dana Whitfield"_s);
            QVERIFY(desk.page->showRecord(u"board-en"_s));
            QTRY_VERIFY(desk.edit->toPlainText().contains(u"id: board-en"_s));
            place = desk.page->place();
        }
        const Desk desk(data, place);
        QTRY_VERIFY(desk.edit->toPlainText().contains(u"id: board-en"_s));
        QVERIFY(desk.page->showRecord(kAdult));
        QTRY_VERIFY(desk.edit->toPlainText().contains(u"We regret this."_s));
        QVERIFY(desk.button(u"Discard"_s)->isEnabled());
        QCOMPARE(desk.reason()->text(), u"Plainer"_s);
        QVERIFY(desk.button(u"Save version"_s)->isEnabled());
        QTRY_COMPARE(desk.line(u"Name of who signs"_s)->text(), u"Dana Whitfield"_s);
    }

    void bringsBackWhatWasTypedOverByAnotherText()
    {
        NoticeCase data;
        const QByteArray other
            = QByteArray(*notices::bundledTemplate(kAdult)).replace("Keep this letter.", "Keep this.");
        QVERIFY(jobs::saveText(data.store.file(), kAdult, 0, other, u"Shorter"_s));
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        QVERIFY(desk.replace(u"We are sorry that this happened."_s, u"We regret this."_s));
        QTest::mouseClick(desk.button(u"Program's text"_s), Qt::LeftButton);
        QVERIFY(!desk.edit->toPlainText().contains(u"We regret this."_s));
        desk.edit->undo();
        QVERIFY(desk.edit->toPlainText().contains(u"We regret this."_s));
        QVERIFY(desk.edit->toPlainText().contains(u"Keep this."_s));
    }

    void saysWhichTextWasSavedOnceAnotherIsInFront()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        QVERIFY(desk.replace(u"We are sorry that this happened."_s, u"We regret this."_s));
        QTest::keyClicks(desk.reason(), u"Plainer"_s);
        QTest::mouseClick(desk.button(u"Save version"_s), Qt::LeftButton);
        QVERIFY(desk.page->showRecord(u"board-en"_s)); // before it is saved
        QTRY_COMPARE(desk.savedVersion(), 1);
        QTRY_VERIFY(desk.has(u"have to be approved again"_s));
        QTRY_VERIFY(desk.edit->toPlainText().contains(u"id: board-en"_s));
        QVERIFY(desk.page->showRecord(kAdult));
        QTRY_VERIFY(desk.edit->toPlainText().contains(u"We regret this."_s));
        QVERIFY(!desk.has(u"while you were writing"_s));
        QVERIFY(!desk.button(u"Discard"_s)->isEnabled()); // it is what is saved
    }

    void staysWithTheTextInFrontWhateverTheListDoes()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        QVERIFY(desk.replace(u"We are sorry that this happened."_s, u"We regret this."_s));
        QTest::keyClicks(desk.reason(), u"Plainer"_s);
        desk.list->setFocus();
        QTest::keyClick(desk.list, Qt::Key_Down);
        QTest::keyClick(desk.list, Qt::Key_Up); // before the other is open
        QTest::keyClick(desk.list, Qt::Key_Down);
        QTRY_VERIFY(!desk.edit->toPlainText().contains(u"id: individual-adult-en"_s));
        QTest::keyClick(desk.list, Qt::Key_Up);
        QTRY_VERIFY(desk.edit->toPlainText().contains(u"We regret this."_s));
        QCOMPARE(desk.reason()->text(), u"Plainer"_s);
        QCOMPARE(desk.list->currentIndex().row(), 0);
    }

    void changesWhoSigns()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        desk.side(u"House"_s);
        QVERIFY(!desk.button(u"Save letterhead and signature"_s)->isEnabled());
        QTest::keyClicks(desk.line(u"Name of who signs"_s), u"Dana Whitfield"_s);
        QVERIFY(desk.button(u"Save letterhead and signature"_s)->isEnabled());
        QTest::mouseClick(desk.button(u"Save letterhead and signature"_s), Qt::LeftButton);
        QTRY_COMPARE(data.store.ask(casework::OrganizationQuery())->signature.name, u"Dana Whitfield"_s);
        QTRY_VERIFY(!desk.button(u"Save letterhead and signature"_s)->isEnabled());
    }

    /// The store's may be read late, or anew because somebody changed it.
    void keepsWhatIsTypedWhileTheHouseStyleIsRead()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        desk.side(u"House"_s);
        QTest::keyClicks(desk.line(u"Name of who signs"_s), u"Dana Whitfield"_s);
        QSignalSpy loaded(desk.page->findChild<HouseStylePanel *>(), &HouseStylePanel::loaded);
        casework::Organization organization = *data.store.ask(casework::OrganizationQuery());
        organization.signature.name = u"Lee Sample"_s;
        organization.signature.title = u"Privacy Officer"_s;
        QVERIFY(data.store.submit(casework::SetOrganization{organization}));
        QTRY_COMPARE(desk.line(u"Title"_s)->text(), u"Privacy Officer"_s); // somebody else's, which nobody typed over
        QVERIFY(!loaded.isEmpty());
        QCOMPARE(desk.line(u"Name of who signs"_s)->text(), u"Dana Whitfield"_s);
        QVERIFY(desk.button(u"Save letterhead and signature"_s)->isEnabled());
    }

    void findsATextByItsWords()
    {
        NoticeCase data;
        const Desk desk(data);
        QVERIFY(desk.opensFirst());
        QVERIFY(desk.replace(u"We are sorry that this happened."_s, u"We regret this."_s));
        auto *model = desk.page->findChild<TextModel *>();
        auto *search = desk.page->findChild<SearchField *>();
        const int all = model->rowCount();
        QTest::keyClicks(search, u"spanish minor"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(model->rowCount() > 0 && model->rowCount() < all);
        QVERIFY(!desk.list->currentIndex().isValid()); // what is in front is not among them
        search->clear();
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(model->rowCount(), all);
        QCOMPARE(desk.list->currentIndex().row(), 0);
        QVERIFY(desk.edit->toPlainText().contains(u"We regret this."_s));
        QVERIFY(desk.edit->document()->isUndoAvailable()); // nothing was opened meanwhile
    }

    void everyControlIsNamedReachableAndWhole()
    {
        NoticeCase data;
        data.addPeople(1);
        Desk desk(data);
        QVERIFY(desk.opensFirst());
        QVERIFY(desk.replace(u"{{organization.email}}"_s, u"{{organization.mail}}"_s));
        for (const QString &side : {u"Letter"_s, u"Fields"_s, u"Versions"_s, u"House"_s}) {
            desk.side(side);
            QTRY_COMPARE(unnamedControls(desk.window).join(u"\n"_s), QString());
            QTRY_COMPARE(clippedTexts(desk.window).join(u"\n"_s), QString());
            QCOMPARE(unreachableControls(desk.window).join(u"\n"_s), QString());
            QCOMPARE(invisibleFocus(desk.window).join(u"\n"_s), QString());
        }
    }
};

QTEST_MAIN(TextsPageTest)
#include "tst_views_texts.moc"
