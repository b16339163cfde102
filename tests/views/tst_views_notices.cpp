// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/documents.h"
#include "models/jobs/approving.h"
#include "models/jobs/letter_steps.h"
#include "notices/letter_preview.h"
#include "notices/notice_review.h"
#include "notices/production_form.h"
#include "notices/words_form.h"
#include "patience.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"
#include "shared/search_field.h"
#include "views/notice_desk.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPdfDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using tocsin::casework::NoticeStatus;
using tocsin::casework::Role;
using tocsin::test::Desk;
using tocsin::test::named;
using tocsin::test::NoticeCase;

namespace {

bool approve(NoticeCase &data)
{
    return data.store.submit(casework::SubmitNotice{data.notice().id})
        && test::approveWithReasons(data.store.file(), data.incident(), data.notice().key);
}

/// The same, with a proof set that was accepted: all letters may be produced.
bool prove(NoticeCase &data)
{
    return approve(data) && test::proveLetters(data.store.file(), data.incident());
}

} // namespace

class NoticesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void showsAnybodysLetter();
    void findsARecipientByName();
    void keepsLettersOffTheDisk();
    void showsWordsBeforeTheyAreSaved();
    void showsWhatIsApprovedAndNotWhatWasTyped();
    void savesWordsAsTheNextVersion();
    void anErrorStopsProductionAndIsNamed();
    void takesALetterFromDraftToProduced();
    void approvingAsksWhyAWarningStands();
    void anApprovalIsVoidOnceTheRosterChanged();
    void takesADocumentFromItsWordsToFiles();
    void asksHowLettersAreProduced();
    void savesALetterInEveryForm();
    void holdsARunAndGoesOn();
    void stopsWhenAsked();
    void goesOnWithAnUnfinishedRun();
    void showsNoLetterToThoseWhoMayNotSeeOne_data();
    void showsNoLetterToThoseWhoMayNotSeeOne();
    void saysHowToBeginWithoutARoster();
    void comesBackToItsPlace();
    void everyControlIsNamedReachableAndWhole();
};

void NoticesPageTest::showsAnybodysLetter()
{
    NoticeCase data;
    data.addPeople(3);
    Desk desk(data);
    QVERIFY(desk.shown);
    QTRY_VERIFY(desk.preview->pageCount() > 0);
    QVERIFY(desk.has(u"Recipient 1 of 3"_s));
    QVERIFY(desk.letterText().contains(u"Sample0001"_s));
    QVERIFY(desk.has(u"Page 1 of %1"_s.arg(desk.preview->pageCount())));

    const auto session = data.store.file().openSession();
    const auto material = jobs::letterMaterial(**session, data.incident(), data.notice().key, data.store.file().now());
    const auto first = data.store.ask(casework::RecipientIds{data.incident()})->constFirst();
    QBuffer pdf;
    pdf.setData(*jobs::previewLetter(**session, *material, first));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QPdfDocument own;
    own.load(&pdf);
    QCOMPARE(desk.preview->pageCount(), own.pageCount());

    QSignalSpy shown(desk.preview, &LetterPreview::shown);
    desk.press(u"›"_s);
    QVERIFY(shown.wait(test::kPatience));
    QVERIFY(desk.has(u"Recipient 2 of 3"_s));
    QVERIFY(desk.letterText().contains(u"Sample0002"_s));
}

void NoticesPageTest::findsARecipientByName()
{
    NoticeCase data;
    data.addPeople(5);
    Desk desk(data);
    QTRY_VERIFY(desk.preview->pageCount() > 0);
    auto *search = desk.page->findChild<SearchField *>();
    QTest::keyClicks(search, u"sample0004"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(desk.has(u"Match 1 of 1"_s));
    QTRY_VERIFY(desk.letterText().contains(u"Sample0004"_s));
    search->selectAll();
    QTest::keyClicks(search, u"nobody of this name"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(desk.has(u"Nobody found"_s));
    QCOMPARE(desk.preview->pageCount(), 0);
    search->clear();
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(desk.has(u"of 5"_s));
}

void NoticesPageTest::keepsLettersOffTheDisk()
{
    // A temporary folder of its own: other programs write to the shared one.
    const QTemporaryDir own;
    const QByteArray shared = qgetenv("TMPDIR");
    qputenv("TMPDIR", own.path().toUtf8());
    const auto restore = qScopeGuard([&shared] { qputenv("TMPDIR", shared.isEmpty() ? "/tmp" : shared); });
    const auto files = [] { return QDir(QDir::tempPath()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System); };
    NoticeCase data;
    data.addPeople(1);
    const QStringList before = files();
    const QStringList storeBefore = QFileInfo(data.store.path()).dir().entryList(QDir::Files);
    Desk desk(data);
    QTRY_VERIFY(desk.preview->pageCount() > 0 && desk.isReady());
    QCOMPARE(files(), before);
    QCOMPARE(QFileInfo(data.store.path()).dir().entryList(QDir::Files), storeBefore);
}

void NoticesPageTest::showsWordsBeforeTheyAreSaved()
{
    NoticeCase data;
    data.addPeople(1);
    Desk desk(data);
    QTRY_VERIFY(desk.preview->pageCount() > 0);
    desk.press(u"Edit words"_s);
    QPlainTextEdit *field = desk.words();
    QTRY_VERIFY(field->isVisible());
    QTest::keyClicks(field, u"A folder of orders stood open."_s);
    QTRY_VERIFY(desk.letterText().contains(u"A folder of orders stood open."_s));
    QCOMPARE(data.notice().version, 1);
    desk.press(u"Discard"_s);
    QTRY_VERIFY(!desk.letterText().contains(u"A folder of orders"_s));
    QCOMPARE(data.notice().version, 1);
}

/// Words that are kept and not saved are nobody's to approve: beside the checks stands what they looked at.
void NoticesPageTest::showsWhatIsApprovedAndNotWhatWasTyped()
{
    NoticeCase data;
    data.addPeople(1);
    const NoticeId letter = data.notice().id;
    const auto other = jobs::addNotice(data.store.file(), data.incident(), u"board"_s, {});
    QVERIFY(other);
    Desk desk(data);
    QVERIFY(desk.page->showRecord(QString::number(letter.value)));
    QTRY_VERIFY(desk.preview->pageCount() > 0 && desk.isReady());
    desk.press(u"Edit words"_s);
    QTest::keyClicks(desk.words(), u"A folder of orders stood open."_s);
    QTRY_VERIFY(desk.letterText().contains(u"A folder of orders stood open."_s));
    desk.press(u"Edit words"_s);
    QVERIFY(desk.page->showRecord(QString::number(other->id)));
    QTRY_VERIFY(!desk.button(u"›"_s));
    QVERIFY(desk.page->showRecord(QString::number(letter.value)));
    QTRY_VERIFY(desk.button(u"›"_s));
    QTRY_VERIFY(desk.letterText().contains(u"Notice of Data Breach"_s));
    // Nor does a later letter show the words that were typed.
    QVERIFY(!QTest::qWaitFor([&] { return desk.letterText().contains(u"A folder of orders"_s); }, 1000));
    desk.press(u"Edit words"_s);
    QCOMPARE(desk.words()->toPlainText(), u"A folder of orders stood open."_s); // kept
}

void NoticesPageTest::savesWordsAsTheNextVersion()
{
    NoticeCase data;
    data.addPeople(1);
    QVERIFY(approve(data));
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.has(u"version 1"_s));
    desk.press(u"Edit words"_s);
    QVERIFY(desk.has(u"a draft again"_s));
    QVERIFY(!desk.isOpen(u"Save words"_s));
    QTest::keyClicks(desk.words(), u"A folder of orders stood open."_s);
    desk.press(u"Save words"_s);
    QTRY_VERIFY(desk.isReady() && desk.has(u"version 2"_s));
    QCOMPARE(data.notice().status, NoticeStatus::Draft);
    QCOMPARE(data.notice().fields.value(u"what_happened"_s), u"A folder of orders stood open."_s);
    QTRY_VERIFY(desk.has(u"Void"_s));
    QVERIFY(desk.button(u"Send to review"_s));
}

void NoticesPageTest::anErrorStopsProductionAndIsNamed()
{
    NoticeCase data;
    data.addPeople(2);
    QVERIFY(approve(data));
    casework::Organization organization = *data.store.ask(casework::OrganizationQuery());
    organization.tollFree.clear();
    QVERIFY(data.store.submit(casework::SetOrganization{organization}));
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.button(u"Produce 2"_s));
    QVERIFY(!desk.isOpen(u"Produce 2"_s));
    QVERIFY(!desk.isOpen(u"Proof set"_s));
    QVERIFY2(desk.review->steps().sentence.contains(u"put right"_s), qPrintable(desk.review->steps().sentence));
    QVERIFY(desk.has(u"to put right"_s));
    QVERIFY(desk.has(u"! Fix"_s));
}

void NoticesPageTest::takesALetterFromDraftToProduced()
{
    NoticeCase data;
    data.addPeople(3);
    const QString folder = data.store.filePath(u"letters"_s);
    data.chooses(data.store.filePath(u"proof"_s));
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.button(u"Send to review"_s));
    QVERIFY(!desk.isOpen(u"Produce"_s));
    desk.press(u"Send to review"_s);
    QTRY_VERIFY(desk.isReady() && desk.button(u"Approve"_s));
    QCOMPARE(data.notice().status, NoticeStatus::InReview);
    desk.explainAll();
    QVERIFY(desk.isOpen(u"Approve"_s));
    QCOMPARE(desk.page->count(), 1);
    QVERIFY(!desk.isOpen(u"Produce"_s));
    desk.press(u"Approve"_s);
    QTRY_VERIFY(desk.isReady() && desk.isOpen(u"Proof set"_s));
    QTRY_VERIFY(desk.has(u"Make the proof set next"_s));
    QVERIFY(!desk.isOpen(u"Produce 3"_s));
    desk.press(u"Proof set"_s);
    QTRY_VERIFY(desk.isReady() && desk.isOpen(u"A&ccept proof set"_s));
    QVERIFY(desk.has(u"Read the proof set"_s));
    QVERIFY(!desk.isOpen(u"Produce 3"_s));
    desk.press(u"A&ccept proof set"_s);
    QTRY_VERIFY(desk.isReady() && desk.isOpen(u"Produce 3"_s));
    QVERIFY(desk.has(u"Proof set accepted by Ada, Compliance lead"_s));
    data.chooses(folder);
    QTRY_VERIFY(desk.has(u"✓ Counts"_s));
    QVERIFY(desk.has(u"Ada, Compliance lead"_s));
    desk.press(u"Produce 3"_s);
    desk.press(u"Choose the folde"_s);
    QTRY_VERIFY(desk.has(u"3 letters on "_s));
    QVERIFY(QFile::exists(folder + u"/run.json"_s));
    desk.press(u"Open folder"_s);
    QCOMPARE(desk.opened, QStringList{folder});
    QTRY_COMPARE(data.notice().status, NoticeStatus::Produced);
    QTRY_VERIFY(desk.has(u"Produced"_s) && desk.has(u"in 1 file"_s));
    QTRY_COMPARE(clippedTexts(desk.window).join(u'\n'), QString());
}

void NoticesPageTest::approvingAsksWhyAWarningStands()
{
    NoticeCase data;
    data.addPeople(1); // the letter has the program's general sentences: a warning
    QVERIFY(data.store.submit(casework::SubmitNotice{data.notice().id}));
    QVariantMap place;
    {
        Desk desk(data);
        QTRY_VERIFY(desk.isReady() && desk.button(u"Approve"_s));
        QVERIFY(!desk.isOpen(u"Approve"_s));
        QVERIFY(desk.has(u"why each warning stands"_s));
        const auto fields = desk.fieldsFor(u"Why this stands"_s);
        QVERIFY(!fields.isEmpty());
        QTest::keyClicks(fields.constFirst(), u"The account follows"_s);
        QTRY_COMPARE(clippedTexts(desk.window).join(u'\n'), QString());
        QCOMPARE(unnamedControls(desk.window).join(u'\n'), QString());
        QCOMPARE(unreachableControls(desk.window).join(u'\n'), QString());
        place = desk.page->place();
    }
    Desk desk(data);
    desk.page->restorePlace(place);
    QTRY_VERIFY(desk.isReady() && !desk.fieldsFor(u"Why this stands"_s).isEmpty());
    const auto fields = desk.fieldsFor(u"Why this stands"_s);
    QCOMPARE(fields.constFirst()->text(), u"The account follows"_s);
    for (QLineEdit *field : fields) {
        if (field->text().isEmpty()) {
            QVERIFY(!desk.isOpen(u"Approve"_s));
            QTest::keyClicks(field, u"Known"_s);
        }
    }
    QTRY_VERIFY(desk.isOpen(u"Approve"_s));
    desk.press(u"Approve"_s);
    QTRY_VERIFY(desk.isReady() && desk.isOpen(u"Proof set"_s));
    const auto accepted = data.store.ask(casework::ApprovalsQuery{data.notice().id})->constFirst().accepted;
    QCOMPARE(accepted.size(), fields.size());
    QCOMPARE(accepted.constFirst().reason, u"The account follows"_s);
    QTRY_VERIFY(desk.fieldsFor(u"Why this stands"_s).isEmpty()); // the approvals come by themselves
    QTRY_VERIFY(desk.button(u"%1 warning"_s.arg(accepted.size())));
    desk.press(u"%1 warning"_s.arg(accepted.size()));
    QVERIFY(desk.has(u"Because: The account follows"_s));
}

void NoticesPageTest::anApprovalIsVoidOnceTheRosterChanged()
{
    NoticeCase data;
    data.addPeople(1);
    QVERIFY(prove(data));
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.has(u"✓ Counts"_s));
    QVERIFY(desk.isOpen(u"Produce 1"_s));
    data.addPeople(1, 2);
    QTRY_VERIFY(desk.isReady() && desk.has(u"Void"_s));
    QVERIFY(!desk.isOpen(u"Produce 2"_s));
    QVERIFY(desk.has(u"why each warning stands"_s));
    desk.explainAll();
    QVERIFY(desk.isOpen(u"Approve"_s));
    QVERIFY(desk.has(u"changed since it was approved"_s));
}

void NoticesPageTest::takesADocumentFromItsWordsToFiles()
{
    NoticeCase data;
    const auto added = jobs::addNotice(data.store.file(), data.incident(), u"hhs-report"_s, {});
    QVERIFY(added);
    const auto report = [&] { return *data.store.ask(casework::NoticeByKey{data.incident(), u"hhs-report"_s}); };
    QMap<QString, QString> fields = report().fields;
    fields.insert(u"entity_type"_s, u"Hospital"_s); // typed before there were choices
    QVERIFY(data.store.submit(casework::EditNotice{report().id, fields}));
    const QString folder = data.store.filePath(u"hhs"_s);
    data.chooses(folder);
    Desk desk(data);
    QVERIFY(desk.page->showRecord(QString::number(added->id)));
    QTRY_VERIFY(desk.letterText().contains(u"HHS breach report"_s));
    QVERIFY(!desk.has(u"Recipient 1 of"_s));
    desk.press(u"Edit words"_s);
    auto *words = desk.page->findChild<WordsForm *>();
    auto *choice = words->findChild<QComboBox *>();
    QTRY_VERIFY(choice && choice->isVisible());
    QCOMPARE(choice->currentText(), u"Initial"_s); // what the kind begins with
    const auto boxes = words->findChildren<QCheckBox *>();
    QVERIFY(!boxes.isEmpty());
    QTest::keyClick(boxes.constFirst(), Qt::Key_Space);
    QTRY_VERIFY(desk.letterText().contains(boxes.constFirst()->text()));
    desk.press(u"Save words"_s);
    QTRY_COMPARE(report().fields.value(u"breach_type"_s), boxes.constFirst()->text());
    QCOMPARE(report().fields.value(u"entity_type"_s), u"Hospital"_s); // an answer that is no choice stays
    QTRY_VERIFY(desk.isReady() && desk.button(u"Produce files"_s));
    QVERIFY(!desk.isOpen(u"Produce files"_s));
    QVERIFY(!desk.button(u"Proof set"_s) || !desk.button(u"Proof set"_s)->isVisible());
}

void NoticesPageTest::asksHowLettersAreProduced()
{
    NoticeCase data;
    data.addPeople(3);
    QVERIFY(prove(data));
    const QString folder = data.store.filePath(u"letters"_s);
    data.chooses(folder);
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.isOpen(u"Produce 3"_s));
    desk.press(u"Produce 3"_s);
    auto *size = desk.page->findChild<QSpinBox *>();
    QVERIFY(size->isVisible() && size->hasFocus());
    desk.press(u"&Not now"_s);
    QVERIFY(!size->isVisible() && !QFile::exists(folder));
    desk.press(u"Produce 3"_s);
    QTest::keyClick(size, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(size, u"2"_s);
    for (QCheckBox *each : desk.page->findChild<ProductionForm *>()->findChildren<QCheckBox *>()) {
        if (each->text() == u"Lan&guage"_s || each->text().contains(u"velopes"_s))
            QTest::keyClick(each, Qt::Key_Space);
    }
    desk.press(u"Choose the folde"_s);
    QTRY_VERIFY(desk.has(u"3 letters on "_s));
    QVERIFY(desk.has(u"With 3 envelopes, in the order of the letters."_s));
    QVERIFY(QFile::exists(folder + u"/envelopes-0002.pdf"_s) && !QFile::exists(folder + u"/labels-0001.pdf"_s));
    QFile manifest(folder + u"/run.json"_s);
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QJsonObject run = QJsonDocument::fromJson(manifest.readAll()).object();
    QCOMPARE(run.value("order"_L1).toString(), u"zip"_s);
    QCOMPARE(run.value("split_by"_L1).toVariant().toStringList(), QStringList{u"language"_s});
    QCOMPARE(run.value("parts"_L1).toArray().size(), 2);
    QTRY_COMPARE(clippedTexts(desk.window).join(u'\n'), QString());
}

void NoticesPageTest::savesALetterInEveryForm()
{
    NoticeCase data;
    data.addPeople(2);
    Desk desk(data);
    const auto findSave
        = [&desk] { return named<QPushButton>(*desk.page, u"Save this letter or a sample as a file"_s); };
    QTRY_VERIFY(desk.isReady() && findSave() && findSave()->isEnabled() && desk.preview->pageCount() > 0);
    QPushButton *save = findSave();
    const QList<QAction *> actions = save->menu()->actions();
    QMap<QString, QByteArray> files;
    int number = 0;
    for (QAction *action : actions) {
        if (action->isSeparator())
            continue;
        const QString path = data.store.filePath(u"saved-%1"_s.arg(++number));
        data.chooses(path);
        action->trigger();
        QTRY_VERIFY(QFile::exists(path) && desk.has(u"Saved as "_s + path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        files.insert(QString::number(number), file.readAll());
    }
    QCOMPARE(files.size(), 8);
    QVERIFY(files.value(u"1"_s).startsWith("%PDF-"));
    QVERIFY(files.value(u"2"_s).contains("Sample0001") && files.value(u"2"_s).startsWith("<!DOCTYPE html>"));
    QVERIFY(files.value(u"3"_s).startsWith("PK"));
    QVERIFY(files.value(u"8"_s).contains("[First name] [Last name]"));
    QVERIFY(!files.value(u"8"_s).contains("Sample0001"));
}

void NoticesPageTest::holdsARunAndGoesOn()
{
    NoticeCase data;
    data.addPeople(600);
    QVERIFY(prove(data));
    data.chooses(data.store.filePath(u"letters"_s));
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.isOpen(u"Produce 600"_s));
    desk.press(u"Produce 600"_s);
    desk.onceRunning([&desk] { desk.press(u"&Pause"_s); });
    desk.press(u"Choose the folde"_s);
    QTRY_VERIFY(desk.has(u"held"_s));
    const auto said = [&desk] {
        QStringList texts;
        for (const auto *label : desk.page->findChild<JobBar *>()->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u'|');
    };
    // What was begun of a letter is finished, and then nothing moves for as long as all letters would take.
    QString held;
    do {
        held = said();
    } while (QTest::qWaitFor([&] { return said() != held; }, 1000));
    QCOMPARE(data.store.ask(casework::RunsQuery{data.incident()})->size(), 1); // the proof set
    desk.press(u"&Continue"_s);
    QTRY_VERIFY(desk.has(u"600 letters on "_s));
}

void NoticesPageTest::stopsWhenAsked()
{
    NoticeCase data;
    data.addPeople(400);
    QVERIFY(prove(data));
    data.chooses(data.store.filePath(u"letters"_s));
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.isOpen(u"Produce 400"_s));
    desk.press(u"Produce 400"_s);
    bool saysSo = false;
    desk.onceRunning([&] {
        saysSo = !desk.isOpen(u"Produce 400"_s) && desk.has(u"Letters are being produced"_s);
        desk.press(u"Cancel"_s);
    });
    desk.press(u"Choose the folde"_s);
    QTRY_VERIFY(desk.has(u"Cancelled"_s));
    QVERIFY(saysSo);
    QCOMPARE(data.store.ask(casework::RunsQuery{data.incident()})->size(), 1); // the proof set
    QVERIFY(desk.isOpen(u"Produce 400"_s));
}

void NoticesPageTest::goesOnWithAnUnfinishedRun()
{
    NoticeCase data;
    data.addPeople(504);
    QVERIFY(prove(data));
    const auto other = jobs::addNotice(data.store.file(), data.incident(), u"board"_s, {});
    notices::LetterRunOptions options;
    options.folder = data.store.filePath(u"letters"_s);
    options.order = notices::LetterOrder::Zip; // as the window begins with
    Progress *self = nullptr;
    Progress progress([&self](qint64 done, qint64 total) {
        if (total > 0 && done > 500)
            self->cancel();
    });
    self = &progress;
    QVERIFY(!jobs::runNotice(data.store.file(), data.incident(), data.notice().key, options, progress));
    QVERIFY(QFile::exists(options.folder + u"/part-0001.pdf"_s));

    data.chooses(options.folder);
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.isOpen(u"Produce 504"_s));
    desk.press(u"Produce 504"_s);
    desk.press(u"Choose the folde"_s);
    QTRY_VERIFY(desk.button(u"Go on with it"_s));
    QVERIFY(desk.has(u"begun on 20 Mar 2026, 09:42"_s));
    QVERIFY(desk.page->showRecord(QString::number(other->id)));
    QTRY_VERIFY(!desk.button(u"Go on with it"_s)); // it was about the letters
    QVERIFY(desk.page->showRecord(QString::number(data.notice().id.value)));
    QTRY_VERIFY(desk.isReady() && desk.isOpen(u"Produce 504"_s));
    desk.press(u"Produce 504"_s);
    desk.press(u"Choose the folde"_s);
    QTRY_VERIFY(desk.button(u"Go on with it"_s));
    desk.press(u"Go on with it"_s);
    QTRY_VERIFY(desk.button(u"Open folder"_s));
    QVERIFY(desk.has(u"504 letters on "_s));
    QVERIFY(desk.has(u"1 file of the interrupted run was kept"_s));
}

void NoticesPageTest::showsNoLetterToThoseWhoMayNotSeeOne_data()
{
    QTest::addColumn<Role>("role");
    QTest::newRow("observer") << Role::Observer;
    QTest::newRow("executive") << Role::Executive;
}

void NoticesPageTest::showsNoLetterToThoseWhoMayNotSeeOne()
{
    QFETCH(const Role, role);
    NoticeCase data;
    data.addPeople(2);
    QVERIFY(approve(data));
    QVERIFY(data.becomes(role));
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.has(u"Ada, Compliance lead"_s));
    QVERIFY(desk.has(u"Letters are not shown to your role"_s));
    QCOMPARE(desk.preview->pageCount(), 0);
    QVERIFY(textsWith(desk.window, u"Sample0"_s).isEmpty());
    for (const QString &text : {u"Edit words"_s, u"Approve"_s, u"Produce"_s, u"Proof set"_s, u"Send to review"_s})
        QVERIFY2(!desk.button(text), qPrintable(text));
    QVERIFY(desk.has(u"it does not approve or produce them"_s));
    QCOMPARE(unreachableControls(desk.window).join(u'\n'), QString());
    QTRY_COMPARE(clippedTexts(desk.window).join(u'\n'), QString());
}

void NoticesPageTest::saysHowToBeginWithoutARoster()
{
    NoticeCase data;
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.has(u"Nobody to write to yet"_s));
    QVERIFY(!desk.isOpen(u"Produce"_s));
    QSignalSpy navigation(desk.page, &Page::navigationRequested);
    desk.press(u"Go to People affected"_s);
    QCOMPARE(navigation.size(), 1);
    QCOMPARE(navigation.constFirst().constFirst().toString(), u"people"_s);
    data.context().setIncident({}, {});
    QTRY_VERIFY(desk.has(u"No incident yet"_s));
}

void NoticesPageTest::comesBackToItsPlace()
{
    NoticeCase data;
    data.addPeople(4);
    QVariantMap place;
    {
        Desk desk(data);
        QTRY_VERIFY(desk.preview->pageCount() > 0);
        desk.press(u"›"_s);
        desk.press(u"›"_s);
        desk.press(u"Edit words"_s);
        QTest::keyClicks(desk.words(), u"Half a sent"_s);
        place = desk.page->place();
    }
    Desk desk(data);
    desk.page->restorePlace(place);
    QTRY_VERIFY(desk.letterText().contains(u"Half a sent"_s));
    QVERIFY(desk.has(u"Recipient 3 of 4"_s));
    QCOMPARE(desk.words()->toPlainText(), u"Half a sent"_s);
    QCOMPARE(data.notice().version, 1);
}

void NoticesPageTest::everyControlIsNamedReachableAndWhole()
{
    NoticeCase data;
    data.addPeople(3);
    QVERIFY(approve(data));
    Desk desk(data);
    QTRY_VERIFY(desk.isReady() && desk.preview->pageCount() > 0);
    QCOMPARE(unnamedControls(desk.window).join(u'\n'), QString());
    QTRY_COMPARE(clippedTexts(desk.window).join(u'\n'), QString());
    QCOMPARE(unreachableControls(desk.window).join(u'\n'), QString());
    desk.press(u"Edit words"_s);
    QCOMPARE(unnamedControls(desk.window).join(u'\n'), QString());
    QTRY_COMPARE(clippedTexts(desk.window).join(u'\n'), QString());
    QCOMPARE(unreachableControls(desk.window).join(u'\n'), QString());
}

QTEST_MAIN(NoticesPageTest)
#include "tst_views_notices.moc"
