// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/passphrase_field.h"
#include "shared/theme.h"
#include "unlock/create_store_page.h"
#include "unlock/recover_page.h"
#include "unlock/unlock_page.h"
#include "views/view_checks.h"
#include "welcome/welcome_page.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin::views;
using namespace tocsin::viewchecks;

namespace {

const QList<RoleChoice> kRoles{{u"compliance-lead"_s, u"Compliance lead"_s}, {u"legal-counsel"_s, u"Legal counsel"_s}};
const QString kPassphrase = u"plum river anvil sunday"_s;

PathChooser chooserOf(const QString &path)
{
    return [path](QWidget *, const PathAsk &, const std::function<void(QString)> &done) { done(path); };
}

QList<SlotChoice> twoPeople()
{
    return {{u"1"_s, u"Robin Vale"_s, u"Compliance lead"_s, false}, {u"2"_s, u"Sam Ortiz"_s, u"Legal counsel"_s, true}};
}

/// The field a person would find by its name.
template <typename T>
T *named(QWidget &page, const QString &name)
{
    const QList<T *> all = page.findChildren<T *>();
    for (T *widget : all) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

QPushButton *button(QWidget &page, const QString &text)
{
    const QList<QPushButton *> all = page.findChildren<QPushButton *>();
    for (QPushButton *one : all) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

void type(QWidget &page, const QString &name, const QString &text)
{
    auto *field = named<QLineEdit>(page, name);
    QVERIFY2(field, qPrintable(name));
    field->setFocus();
    QTest::keyClicks(field, text);
}

} // namespace

class Fronts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void welcomeOffersThreeWays();
    void welcomeOpensARecentStoreByKey();
    void welcomeForgetsAStoreByKey();
    void unlockHandsOverWhatWasTyped();
    void unlockByKeyboardAlone();
    void unlockAsksForTheKeyFileWhereTheSlotNeedsIt();
    void unlockErrorStandsInline();
    void unlockWithoutAPassphraseIsRefused();
    void unlockWaitsWhileWorkRuns();
    void unlockWithNoSlotsOffersTheKit();
    void unlockChoosesThePersonFromBefore();
    void createHandsOverEveryField();
    void createNamesWhatIsMissing();
    void createRefusesAnExistingFile();
    void createRefusesPassphrasesThatDiffer();
    void createSuggestsTheKitBesideTheStore();
    void recoverHandsOverTheCode();
    void recoverNamesWhatIsMissing();
    void everyControlHasANameAndIsReached_data();
    void everyControlHasANameAndIsReached();
    void nothingIsCut_data() { everyControlHasANameAndIsReached_data(); }
    void nothingIsCut();

private:
    static std::unique_ptr<QWidget> makeFront(const QString &which);
    void fillCreate(CreateStorePage &page, const QString &path);
};

void Fronts::welcomeOffersThreeWays()
{
    WelcomePage page(chooserOf(u"/cases/acme.tocsin"_s));
    QVERIFY(showAt(page, 1280, 800));
    QSignalSpy create(&page, &WelcomePage::createRequested);
    QSignalSpy open(&page, &WelcomePage::openRequested);
    QSignalSpy demo(&page, &WelcomePage::demoRequested);
    QTest::mouseClick(button(page, u"Create a store"_s), Qt::LeftButton);
    QTest::mouseClick(button(page, u"Open a store"_s), Qt::LeftButton);
    QTest::mouseClick(button(page, u"Try the demo"_s), Qt::LeftButton);
    QCOMPARE(create.count(), 1);
    QCOMPARE(open.value(0).value(0).toString(), u"/cases/acme.tocsin"_s);
    QCOMPARE(demo.count(), 1);
}

void Fronts::welcomeOpensARecentStoreByKey()
{
    WelcomePage page(chooserOf({}));
    page.setRecentStores({{u"/a/one.tocsin"_s, u"today"_s, true}, {u"/a/two.tocsin"_s, u"yesterday"_s, true}});
    QVERIFY(showAt(page, 1280, 800));
    QSignalSpy open(&page, &WelcomePage::openRequested);
    auto *list = page.findChild<QListView *>();
    list->setFocus(Qt::TabFocusReason);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.at(0).at(0).toString(), u"/a/two.tocsin"_s);
}

void Fronts::welcomeForgetsAStoreByKey()
{
    WelcomePage page(chooserOf({}));
    page.setRecentStores({{u"/a/one.tocsin"_s, u"today"_s, false}});
    QVERIFY(showAt(page, 1280, 800));
    QVERIFY(!textsWith(page, u"not found"_s).isEmpty());
    QSignalSpy forget(&page, &WelcomePage::forgetRequested);
    auto *list = page.findChild<QListView *>();
    list->setFocus(Qt::TabFocusReason);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(forget.value(0).value(0).toString(), u"/a/one.tocsin"_s);
    page.setRecentStores({});
    QVERIFY(!list->isVisible());
}

void Fronts::unlockHandsOverWhatWasTyped()
{
    UnlockPage page(chooserOf({}));
    page.setStore(u"/cases/acme.tocsin"_s, twoPeople());
    QVERIFY(showAt(page, 1280, 800));
    UnlockRequest got;
    connect(&page, &UnlockPage::unlockRequested, &page, [&got](const UnlockRequest &request) { got = request; });
    type(page, u"Passphrase"_s, kPassphrase);
    QTest::mouseClick(button(page, u"Unlock"_s), Qt::LeftButton);
    QCOMPARE(got.path, u"/cases/acme.tocsin"_s);
    QCOMPARE(got.slotId, u"1"_s);
    QCOMPARE(got.person, u"Robin Vale"_s);
    QCOMPARE(got.passphrase->view().toByteArray(), kPassphrase.toUtf8());
    QCOMPARE(got.keyFile, QString());
    QVERIFY(named<QLineEdit>(page, u"Passphrase"_s)->text().isEmpty()); // nothing stays in the field
}

void Fronts::unlockByKeyboardAlone()
{
    UnlockPage page(chooserOf({}));
    page.setStore(u"/cases/acme.tocsin"_s, twoPeople());
    QVERIFY(showAt(page, 1280, 800));
    page.focusFirst();
    QSignalSpy unlock(&page, &UnlockPage::unlockRequested);
    QTest::keyClicks(QApplication::focusWidget(), kPassphrase);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(unlock.count(), 1);
}

void Fronts::unlockAsksForTheKeyFileWhereTheSlotNeedsIt()
{
    UnlockPage page(chooserOf(u"/media/stick/sam.key"_s));
    page.setStore(u"/cases/acme.tocsin"_s, twoPeople());
    QVERIFY(showAt(page, 1280, 800));
    auto *keyFile = named<QLineEdit>(page, u"Key file"_s);
    QVERIFY(!keyFile->isVisible());
    page.findChild<QComboBox *>()->setCurrentIndex(1);
    QVERIFY(keyFile->isVisible());

    UnlockRequest got;
    connect(&page, &UnlockPage::unlockRequested, &page, [&got](const UnlockRequest &request) { got = request; });
    type(page, u"Passphrase"_s, kPassphrase);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(page.errorText().contains(u"key file"_s));
    QTest::mouseClick(button(page, u"Browse…"_s), Qt::LeftButton);
    QTest::mouseClick(button(page, u"Unlock"_s), Qt::LeftButton);
    QCOMPARE(got.slotId, u"2"_s);
    QCOMPARE(got.keyFile, u"/media/stick/sam.key"_s);
}

void Fronts::unlockErrorStandsInline()
{
    UnlockPage page(chooserOf({}));
    page.setStore(u"/cases/acme.tocsin"_s, twoPeople());
    QVERIFY(showAt(page, 1280, 800));
    type(page, u"Passphrase"_s, u"wrong"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    page.showError(u"This passphrase does not open the slot."_s, {{u"kit"_s, u"Use the recovery kit"_s}});
    QVERIFY(!page.isBusy());
    QVERIFY(!textsWith(page, u"does not open the slot"_s).isEmpty());
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
    // The keyboard is back where the next try begins.
    QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(page, u"Passphrase"_s));
    QSignalSpy step(&page, &UnlockPage::stepChosen);
    QTest::mouseClick(button(page, u"Use the recovery kit"_s), Qt::LeftButton);
    QCOMPARE(step.value(0).value(0).toString(), u"kit"_s);
}

void Fronts::unlockWithoutAPassphraseIsRefused()
{
    UnlockPage page(chooserOf({}));
    page.setStore(u"/cases/acme.tocsin"_s, twoPeople());
    QVERIFY(showAt(page, 1280, 800));
    QSignalSpy unlock(&page, &UnlockPage::unlockRequested);
    QTest::mouseClick(button(page, u"Unlock"_s), Qt::LeftButton);
    QCOMPARE(unlock.count(), 0);
    QVERIFY(!page.errorText().isEmpty());
}

void Fronts::unlockWaitsWhileWorkRuns()
{
    UnlockPage page(chooserOf({}));
    page.setStore(u"/cases/acme.tocsin"_s, twoPeople());
    QVERIFY(showAt(page, 1280, 800));
    QSignalSpy unlock(&page, &UnlockPage::unlockRequested);
    type(page, u"Passphrase"_s, kPassphrase);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(page.isBusy());
    QVERIFY(!textsWith(page, u"Opening the store"_s).isEmpty());
    QVERIFY(!button(page, u"Unlock"_s)->isEnabled());
    QTest::mouseClick(button(page, u"Unlock"_s), Qt::LeftButton);
    QCOMPARE(unlock.count(), 1);
    page.setIdle();
    QVERIFY(button(page, u"Unlock"_s)->isEnabled());
}

void Fronts::unlockWithNoSlotsOffersTheKit()
{
    UnlockPage page(chooserOf({}));
    page.setStore(u"/cases/acme.tocsin"_s, {});
    page.showError(u"The key file beside the store is missing."_s);
    QVERIFY(showAt(page, 1280, 800));
    QVERIFY(!button(page, u"Unlock"_s)->isVisible());
    QSignalSpy recover(&page, &UnlockPage::recoverRequested);
    QTest::mouseClick(button(page, u"Passphrase or key file lost? Use the recovery kit"_s), Qt::LeftButton);
    QCOMPARE(recover.value(0).value(0).toString(), u"/cases/acme.tocsin"_s);
}

void Fronts::unlockChoosesThePersonFromBefore()
{
    UnlockPage page(chooserOf({}));
    page.setStore(u"/cases/acme.tocsin"_s, twoPeople(), u"2"_s);
    QCOMPARE(page.findChild<QComboBox *>()->currentText(), u"Sam Ortiz, Legal counsel"_s);
    page.setStore(u"/cases/acme.tocsin"_s, twoPeople(), u"gone"_s);
    QCOMPARE(page.findChild<QComboBox *>()->currentText(), u"Robin Vale, Compliance lead"_s);
}

void Fronts::fillCreate(CreateStorePage &page, const QString &path)
{
    type(page, u"Store"_s, path);
    type(page, u"Name"_s, u"Sample Wellness Store"_s);
    named<QPlainTextEdit>(page, u"Postal address, line by line"_s)
        ->setPlainText(u"PO Box 4410\n  Evanston, IL 60204 \n\n"_s);
    named<QComboBox>(page, u"Time zone"_s)->setCurrentText(u"America/Chicago"_s);
    type(page, u"Privacy officer"_s, u"Robin Vale"_s);
    type(page, u"Toll-free number"_s, u"1-800-555-0100"_s);
    type(page, u"E-mail"_s, u"privacy@example.org"_s);
    type(page, u"Website"_s, u"example.org"_s);
    type(page, u"Your name"_s, u"Robin Vale"_s);
    type(page, u"Passphrase"_s, kPassphrase);
    type(page, u"Passphrase again"_s, kPassphrase);
}

void Fronts::createHandsOverEveryField()
{
    QTemporaryDir folder;
    CreateStorePage page(kRoles, chooserOf({}));
    QVERIFY(showAt(page, 1280, 900));
    CreateRequest got;
    connect(&page, &CreateStorePage::createRequested, &page, [&got](const CreateRequest &request) { got = request; });
    fillCreate(page, folder.filePath(u"acme"_s));
    QTest::mouseClick(button(page, u"Create the store"_s), Qt::LeftButton);
    QCOMPARE(got.path, folder.filePath(u"acme.tocsin"_s));
    QCOMPARE(got.kitPath, folder.filePath(u"acme-recovery-kit.pdf"_s));
    QCOMPARE(got.organization.name, u"Sample Wellness Store"_s);
    QCOMPARE(got.organization.kind, u"covered-entity"_s);
    QCOMPARE(got.organization.timeZone, u"America/Chicago"_s);
    QCOMPARE(got.organization.address, (QStringList{u"PO Box 4410"_s, u"Evanston, IL 60204"_s}));
    QCOMPARE(got.organization.privacyOfficer, u"Robin Vale"_s);
    QCOMPARE(got.organization.tollFree, u"1-800-555-0100"_s);
    QCOMPARE(got.organization.email, u"privacy@example.org"_s);
    QCOMPARE(got.organization.website, u"example.org"_s);
    QCOMPARE(got.person, u"Robin Vale"_s);
    QCOMPARE(got.role, u"compliance-lead"_s);
    QCOMPARE(got.passphrase->view().toByteArray(), kPassphrase.toUtf8());
    QVERIFY(page.isBusy());
}

void Fronts::createNamesWhatIsMissing()
{
    CreateStorePage page(kRoles, chooserOf({}));
    QVERIFY(showAt(page, 1280, 900));
    QSignalSpy create(&page, &CreateStorePage::createRequested);
    QTest::mouseClick(button(page, u"Create the store"_s), Qt::LeftButton);
    QCOMPARE(create.count(), 0);
    QVERIFY(!textsWith(page, u"! Choose where the store goes."_s).isEmpty());
    QVERIFY(!textsWith(page, u"! Letters need the organization's name."_s).isEmpty());
    QVERIFY(!textsWith(page, u"! Letters need a return address."_s).isEmpty());
    QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(page, u"Store"_s));
}

void Fronts::createRefusesAnExistingFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"acme.tocsin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    CreateStorePage page(kRoles, chooserOf({}));
    QVERIFY(showAt(page, 1280, 900));
    QSignalSpy create(&page, &CreateStorePage::createRequested);
    fillCreate(page, folder.filePath(u"acme.tocsin"_s));
    QTest::mouseClick(button(page, u"Create the store"_s), Qt::LeftButton);
    QCOMPARE(create.count(), 0);
    QVERIFY(!textsWith(page, u"! There is a file of that name"_s).isEmpty());
}

void Fronts::createRefusesPassphrasesThatDiffer()
{
    QTemporaryDir folder;
    CreateStorePage page(kRoles, chooserOf({}));
    QVERIFY(showAt(page, 1280, 900));
    QSignalSpy create(&page, &CreateStorePage::createRequested);
    fillCreate(page, folder.filePath(u"acme"_s));
    type(page, u"Passphrase again"_s, u"x"_s);
    QTest::mouseClick(button(page, u"Create the store"_s), Qt::LeftButton);
    QCOMPARE(create.count(), 0);
    QVERIFY(!textsWith(page, u"! The two are not the same."_s).isEmpty());
    named<QLineEdit>(page, u"Passphrase"_s)->setText(u"short"_s);
    QTest::mouseClick(button(page, u"Create the store"_s), Qt::LeftButton);
    QCOMPARE(create.count(), 0);
    QVERIFY(!textsWith(page, u"! Use at least 12 characters."_s).isEmpty());
}

void Fronts::createSuggestsTheKitBesideTheStore()
{
    CreateStorePage page(kRoles, chooserOf({}));
    auto *kit = named<QLineEdit>(page, u"Recovery kit (PDF)"_s);
    auto *store = named<QLineEdit>(page, u"Store"_s);
    store->setText(u"/cases/one"_s);
    store->setText(u"/cases/two"_s);
    QCOMPARE(kit->text(), u"/cases/two-recovery-kit.pdf"_s);
    kit->setText(u"/elsewhere/kit.pdf"_s);
    store->setText(u"/cases/three"_s);
    QCOMPARE(kit->text(), u"/elsewhere/kit.pdf"_s); // what a person typed stays
}

void Fronts::recoverHandsOverTheCode()
{
    RecoverPage page(kRoles);
    page.setStore(u"/cases/acme.tocsin"_s);
    QVERIFY(showAt(page, 1280, 800));
    RecoverRequest got;
    connect(&page, &RecoverPage::recoverRequested, &page, [&got](const RecoverRequest &request) { got = request; });
    named<QPlainTextEdit>(page, u"Code of the kit"_s)->setPlainText(u"ABCD-EFGH"_s);
    type(page, u"Your name"_s, u"Robin Vale"_s);
    type(page, u"Passphrase"_s, kPassphrase);
    type(page, u"Passphrase again"_s, kPassphrase);
    QTest::mouseClick(button(page, u"Open the store"_s), Qt::LeftButton);
    QCOMPARE(got.path, u"/cases/acme.tocsin"_s);
    QCOMPARE(got.code->view().toByteArray(), QByteArray("ABCD-EFGH"));
    QCOMPARE(got.person, u"Robin Vale"_s);
    QCOMPARE(got.passphrase->view().toByteArray(), kPassphrase.toUtf8());
}

void Fronts::recoverNamesWhatIsMissing()
{
    RecoverPage page(kRoles);
    page.setStore(u"/cases/acme.tocsin"_s);
    QVERIFY(showAt(page, 1280, 800));
    QSignalSpy recover(&page, &RecoverPage::recoverRequested);
    QTest::mouseClick(button(page, u"Open the store"_s), Qt::LeftButton);
    QCOMPARE(recover.count(), 0);
    QVERIFY(!textsWith(page, u"! Type the code"_s).isEmpty());
}

std::unique_ptr<QWidget> Fronts::makeFront(const QString &which)
{
    if (which == "welcome"_L1) {
        auto page = std::make_unique<WelcomePage>(chooserOf({}));
        page->setRecentStores({{u"/srv/cases/acme.tocsin"_s, u"today, 09:42"_s, true}});
        return page;
    }
    if (which == "unlock"_L1) {
        auto page = std::make_unique<UnlockPage>(chooserOf({}));
        page->setStore(u"/srv/cases/acme.tocsin"_s, twoPeople(), u"2"_s);
        page->setReason(u"Locked after 10 idle minutes."_s);
        page->showError(u"This passphrase does not open Sam Ortiz's slot, or the key file is another one."_s);
        return page;
    }
    if (which == "create"_L1)
        return std::make_unique<CreateStorePage>(kRoles, chooserOf({}));
    auto page = std::make_unique<RecoverPage>(kRoles);
    page->setStore(u"/srv/cases/acme.tocsin"_s);
    return page;
}

void Fronts::everyControlHasANameAndIsReached_data()
{
    QTest::addColumn<QString>("which");
    for (const char *which : {"welcome", "unlock", "create", "recover"})
        QTest::newRow(which) << QString::fromLatin1(which);
}

void Fronts::everyControlHasANameAndIsReached()
{
    QFETCH(QString, which);
    const std::unique_ptr<QWidget> page = makeFront(which);
    QVERIFY(showAt(*page, 1280, 800));
    QCOMPARE(unnamedControls(*page).join(u'\n'), QString());
    QCOMPARE(unreachableControls(*page).join(u'\n'), QString());
}

void Fronts::nothingIsCut()
{
    QFETCH(QString, which);
    const std::unique_ptr<QWidget> page = makeFront(which);
    for (const QSize &size : {QSize(1280, 800), QSize(1024, 700)}) {
        QVERIFY(showAt(*page, size.width(), size.height()));
        QCOMPARE(clippedTexts(*page).join(u'\n'), QString());
    }
}

QTEST_MAIN(Fronts)
#include "tst_views_fronts.moc"
