// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/document_words.h"
#include "models/jobs/letter_case.h"
#include "patience.h"

#include "casework/organization.h"
#include "casework/run.h"
#include "core/safe_file.h"
#include "core/text.h"
#include "jobs/document_run.h"
#include "jobs/documents.h"
#include "jobs/house_texts.h"
#include "jobs/roster_import.h"
#include "jobs/store_recipients.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/sheet_files.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::CaseFixture;
using tocsin::test::LetterCase;

class TestJobsDocuments : public QObject
{
    Q_OBJECT

private:
    static QList<NoticeOffer> offers(CaseFixture &store, IncidentId incident)
    {
        const auto session = store.file().openSession();
        return noticeOffers(**session, incident).value();
    }

    static Notice added(CaseFixture &store, IncidentId incident, const QString &kind, const QString &recipient = {})
    {
        const auto receipt = addNotice(store.file(), incident, kind, recipient);
        if (!receipt)
            qFatal("%s", qPrintable(receipt.error().message));
        return store.ask(NoticeByKey{incident, receipt->reference}).value();
    }

    /// Without a record of the register, a person says whom a letter to a partner is for.
    static QMap<QString, QString> wordsFor(const Notice &notice)
    {
        QMap<QString, QString> words = test::wordsFor(notice);
        const auto kind = notices::noticeKind(notice.kind);
        for (const QString &key : {u"addressee"_s, u"contract"_s}) {
            if (!kind->registerKind.isEmpty())
                words.insert(key, u"Some words"_s);
        }
        return words;
    }

    /// Ada writes it and sends it to review; Lee approves it; Ada is there again.
    static bool approve(CaseFixture &store, const Notice &notice)
    {
        const bool written
            = store.submit(EditNotice{notice.id, wordsFor(notice)}) && store.submit(SubmitNotice{notice.id});
        const auto approved = written && store.openAs(u"Lee"_s)
            ? test::approveWithReasons(store.file(), notice.incident, notice.key)
            : Result<Receipt>(fail(ErrorCode::Conflict, u"not written"_s));
        if (!approved)
            qWarning("%s", qPrintable(approved.error().message));
        return store.openAs(u"Ada"_s) && approved;
    }

    static Result<DocumentReport> produce(CaseFixture &store, const Notice &notice, const QString &folder)
    {
        const Progress progress;
        return produceDocument(store.file(), notice.incident, notice.key, store.filePath(folder), progress);
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QString textOf(const QString &pdf)
    {
        QProcess reader;
        reader.start(u"pdftotext"_s, {pdf, u"-"_s});
        reader.waitForFinished(test::kPatience);
        return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
    }

    static QString whyVoid(CaseFixture &store, const Notice &notice)
    {
        const auto session = store.file().openSession();
        const auto standings = noticeStandings(**session, notice.incident, store.file().now()).value();
        const auto found = std::find_if(standings.begin(), standings.end(),
                                        [&](const NoticeStanding &each) { return each.notice.id == notice.id; });
        return found->approved ? u"counts"_s : found->approvalVoid;
    }

private Q_SLOTS:
    void writesByTheZipWhereNoStateIsGiven()
    {
        Recipient person;
        person.postalCode = u"02139"_s;
        person.country = u"US"_s;
        QCOMPARE(letterRecipient(person).residence, u"MA"_s);
        person.state = u"Masachusets"_s;
        QCOMPARE(letterRecipient(person).residence, u"MA"_s);
        person.residence = u"RI"_s;
        QCOMPARE(letterRecipient(person).residence, u"RI"_s);
        person.residence.clear();
        person.country = u"DE"_s;
        QCOMPARE(letterRecipient(person).residence, QString());
    }

    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void offersWhatIsOwedFirst()
    {
        CaseFixture store;
        const IncidentId incident = store.incident(); // 600 people in Texas, 20 in California
        const QList<NoticeOffer> all = offers(store, incident);
        const auto find = [&](const QString &recipient) {
            return std::find_if(all.begin(), all.end(),
                                [&](const NoticeOffer &offer) { return offer.recipient == recipient; });
        };
        QVERIFY(find(u"HHS"_s) != all.end() && find(u"HHS"_s)->need == NoticeOffer::Need::Owed);
        QCOMPARE(find(u"media:TX"_s)->kind.kind, u"press-release"_s);
        QVERIFY(find(u"media:TX"_s)->title.contains(u"Texas"_s));
        QVERIFY(find(u"media:CA"_s) == all.end()); // not more than 500
        QVERIFY(find(u"individuals"_s) == all.end());
        QVERIFY(std::is_sorted(all.begin(), all.end(),
                               [](const NoticeOffer &a, const NoticeOffer &b) { return a.need < b.need; }));
        QVERIFY(std::any_of(all.begin(), all.end(),
                            [](const NoticeOffer &offer) { return offer.kind.kind == u"board"_s; }));
        QCOMPARE(find(u"HHS"_s)->existing, QString());
        const Notice report = added(store, incident, u"hhs-report"_s);
        QCOMPARE(report.recipient, u"HHS"_s);
        const QList<NoticeOffer> again = offers(store, incident);
        QVERIFY(std::any_of(again.begin(), again.end(),
                            [](const NoticeOffer &offer) { return offer.existing == u"hhs-report"_s; }));
    }

    /// Nine are called or written to in another form; from ten on the notice stands on the web site or in the media.
    void offersTheSubstituteNoticeThatIsRight_data()
    {
        QTest::addColumn<qint64>("unreachable");
        QTest::addColumn<QString>("kind");
        QTest::newRow("1") << qint64{1} << u"phone"_s;
        QTest::newRow("9") << qint64{9} << u"phone"_s;
        QTest::newRow("10") << qint64{10} << u"website"_s;
    }

    void offersTheSubstituteNoticeThatIsRight()
    {
        QFETCH(const qint64, unreachable);
        QFETCH(const QString, kind);
        CaseFixture store;
        const IncidentId incident = store.incident();
        law::Facts facts = CaseFixture::facts();
        facts.unreachable = unreachable;
        QVERIFY(store.submit(SetFacts{incident, facts, u"Addresses were looked at"_s}));
        QStringList owed;
        for (const NoticeOffer &each : offers(store, incident)) {
            if (each.need == NoticeOffer::Need::Owed
                && (each.kind.kind == u"phone"_s || each.kind.kind == u"website"_s))
                owed << each.kind.kind;
        }
        QCOMPARE(owed, QStringList{kind});
        QVERIFY(addNotice(store.file(), incident, kind, {}));
    }

    /// Whoever reads it is not among the people affected.
    void speaksToOfficesOfOthers()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        for (const QString &recipient : {u"AG:LA"_s, u"media:TX"_s}) {
            const Notice notice
                = added(store, incident, recipient.startsWith(u"AG"_s) ? u"office"_s : u"press-release"_s, recipient);
            const auto session = store.file().openSession();
            const auto material = documentMaterial(**session, incident, notice.key, store.file().now());
            const QString text = notices::toPlainText(notices::composeSheet(material->inputs).document);
            QVERIFY2(!text.contains(u"about you"_s) && text.contains(u"information about people"_s), qPrintable(text));
        }
    }

    /// Massachusetts asks for it where a Social Security number was involved.
    void asksForTheCertification()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        law::Facts facts = CaseFixture::facts();
        for (const bool withSsn : {false, true}) {
            if (withSsn)
                facts.data->append(u"ssn"_s);
            facts.residents = QMap<QString, qint64>{{u"MA"_s, withSsn ? 600 : 601}};
            QVERIFY(store.submit(SetFacts{incident, facts, u"Counted"_s}));
            const Notice notice = added(store, incident, u"office"_s, u"AG:MA"_s);
            const auto session = store.file().openSession();
            const auto checks = checkDocument(*documentMaterial(**session, incident, notice.key, store.file().now()));
            const bool asked = std::any_of(checks.begin(), checks.end(), [](const notices::CheckResult &each) {
                return each.id == u"needs"_s && each.detail.contains(u"certification"_s);
            });
            QCOMPARE(asked, withSsn);
        }
    }

    /// A notice that is late by its own words, or stands from another day than the case has, is looked at.
    void holdsTheDaysOfADocumentAgainstTheCase()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        law::Facts facts = CaseFixture::facts();
        facts.anchors.insert(u"material"_s, law::Moment{QDate(2026, 3, 20), {}});
        QVERIFY(store.submit(SetFacts{incident, facts, u"The board found it material"_s}));
        const Notice notice = added(store, incident, u"sec-8k"_s);
        const auto level = [&](const QString &day) {
            if (!store.submit(EditNotice{notice.id, {{u"material_on"_s, day}}}))
                qWarning("not edited");
            const auto session = store.file().openSession();
            const auto checks = checkDocument(*documentMaterial(**session, incident, notice.key, store.file().now()));
            const auto found = std::find_if(checks.begin(), checks.end(),
                                            [](const notices::CheckResult &each) { return each.id == u"facts"_s; });
            return found->level;
        };
        QCOMPARE(level(u"2026-03-20"_s), notices::CheckLevel::Ok);
        QCOMPARE(level(u"2026-03-19"_s), notices::CheckLevel::Warning);
        QCOMPARE(level(u"2026-03-21"_s), notices::CheckLevel::Warning);
    }

    void namesNoticesByKindAndRecipient()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QCOMPARE(added(store, incident, u"office"_s, u"AG:TX"_s).key, u"office-ag-tx"_s);
        QCOMPARE(added(store, incident, u"office"_s, u"AG:TX"_s).key, u"office-ag-tx-2"_s);
        const Notice addendum = added(store, incident, u"hhs-addendum"_s);
        QCOMPARE(addendum.recipient, u"HHS"_s);
        QCOMPARE(addendum.fields.value(u"report_type"_s), u"Addendum"_s);
        QCOMPARE(addNotice(store.file(), incident, u"office"_s, u"HHS"_s).error().code, ErrorCode::BadInput);
        QCOMPARE(addNotice(store.file(), incident, u"office"_s, {}).error().code, ErrorCode::BadInput);
        QCOMPARE(addNotice(store.file(), incident, u"board"_s, u"AG:TX"_s).error().code, ErrorCode::BadInput);
        QCOMPARE(addNotice(store.file(), incident, u"poem"_s, {}).error().code, ErrorCode::NotFound);
        for (const QString &nobody : {u"AG:ZZ"_s, u"AG:"_s, u"AG:TX:hobby"_s, u"AG:tx"_s}) {
            const auto refused = addNotice(store.file(), incident, u"office"_s, nobody);
            QCOMPARE(refused.error().code, ErrorCode::BadInput);
            QVERIFY2(refused.error().message.contains(nobody), qPrintable(refused.error().message));
        }
        QCOMPARE(added(store, incident, u"authority"_s, u"JPN:PPC"_s).recipient, u"JPN:PPC"_s);
    }

    void addsANoticeInSpanish()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto receipt = addNotice(store.file(), incident, u"press-release"_s, u"media:TX"_s, u"es"_s);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->reference, u"press-release-media-tx-es"_s);
        const Notice notice = store.ask(NoticeByKey{incident, receipt->reference}).value();
        QCOMPARE(notice.language, u"es"_s);
        const auto session = store.file().openSession();
        const auto material = documentMaterial(**session, incident, notice.key, store.file().now());
        const QString text = notices::toPlainText(notices::composeSheet(material->inputs).document);
        QVERIFY2(text.contains(u"Descubrimos que"_s) && text.contains(u"Diagnóstico"_s), qPrintable(text));
        QCOMPARE(addNotice(store.file(), incident, u"board"_s, {}, u"es"_s).error().code, ErrorCode::NotFound);
    }

    void aSecondNoticeLeavesTheFirstItsPlace()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const auto hhs = [&] {
            const QList<NoticeOffer> all = offers(store, incident);
            return *std::find_if(all.begin(), all.end(),
                                 [](const NoticeOffer &offer) { return offer.kind.kind == u"hhs-report"_s; });
        };
        const Notice first = added(store, incident, u"hhs-report"_s);
        QCOMPARE(hhs().existing, first.key);
        QVERIFY(approve(store, first));
        const Notice second = added(store, incident, u"hhs-report"_s);
        QCOMPARE(hhs().existing, first.key);
        QCOMPARE(hhs().status, NoticeStatus::Approved);
        QCOMPARE(hhs().all, QStringList({first.key, second.key}));
        QCOMPARE(hhs().need, NoticeOffer::Need::Owed); // until it is recorded as given
        const auto duties = store.ask(ObligationsQuery{incident});
        for (const ObligationRecord &each : *duties) {
            if (each.duty.recipient == u"HHS"_s && each.isOpen())
                QVERIFY(
                    store.submit(CompleteObligation{each.id, {u"portal-number"_s, u"BR-1"_s, QDate(2026, 3, 20)}, {}}));
        }
        QCOMPARE(hhs().need, NoticeOffer::Need::Done);
        QCOMPARE(offers(store, incident).constLast().need, NoticeOffer::Need::Done);
    }

    void takesADocumentFromDraftToProduced()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const Notice notice = added(store, incident, u"office"_s, u"AG:TX"_s);
        QCOMPARE(produce(store, notice, u"early"_s).error().code, ErrorCode::CheckFailed);
        QVERIFY(!QDir(store.filePath(u"early"_s)).exists());
        QVERIFY(approve(store, notice));
        const auto report = produce(store, notice, u"texas"_s);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        const QDir folder(store.filePath(u"texas"_s));
        QCOMPARE(folder.entryList(QDir::Files, QDir::Name),
                 QStringList({u"notice.json"_s, u"office-ag-tx-sample.html"_s, u"office-ag-tx-sample.odt"_s,
                              u"office-ag-tx-sample.txt"_s, u"office-ag-tx.html"_s, u"office-ag-tx.odt"_s,
                              u"office-ag-tx.pdf"_s, u"office-ag-tx.txt"_s}));
        const QByteArray manifest = contentOf(folder.filePath(u"notice.json"_s));
        const QJsonObject json = QJsonDocument::fromJson(manifest).object();
        QCOMPARE(json.value(u"files"_s).toArray().size(), 7);
        for (const QJsonValue &each : json.value(u"files"_s).toArray())
            QCOMPARE(sha256Hex(contentOf(folder.filePath(each["file"_L1].toString()))), each["sha256"_L1].toString());
        const QString text = textOf(folder.filePath(u"office-ag-tx.pdf"_s));
        QVERIFY(text.contains(u"Attorney General of Texas"_s));
        QVERIFY(text.contains(u"Residents affected: 600"_s));
        QVERIFY2(text.contains(u"Dear [First name] [Last name]"_s), qPrintable(text)); // the letter attached
        for (const QString &name : {u"office-ag-tx-sample.html"_s, u"office-ag-tx-sample.txt"_s}) {
            const QByteArray sample = contentOf(folder.filePath(name));
            QVERIFY2(sample.contains("Dear [First name] [Last name]") && sample.contains("Diagnosis"),
                     sample.constData());
        }
        const auto runs = store.ask(RunsQuery{incident});
        QCOMPARE(runs->size(), 1);
        QCOMPARE(runs->first().kind, u"document"_s);
        QCOMPARE(runs->first().letters, 0);
        QCOMPARE(runs->first().manifestSha256, sha256Hex(manifest));
        QCOMPARE(store.ask(NoticeByKey{incident, notice.key})->status, NoticeStatus::Produced);
        QCOMPARE(produce(store, notice, u"texas"_s).error().code, ErrorCode::BadInput); // it is there already
        const auto second = produce(store, notice, u"again"_s);
        QCOMPARE(contentOf(store.filePath(u"again/office-ag-tx.pdf"_s)),
                 contentOf(folder.filePath(u"office-ag-tx.pdf"_s)));
        QCOMPARE(contentOf(store.filePath(u"again/office-ag-tx.html"_s)),
                 contentOf(folder.filePath(u"office-ag-tx.html"_s)));
    }

    void attachesNoSampleThatListsNothing()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const Notice notice = added(store, incident, u"office"_s, u"AG:TX"_s);
        const auto check = [&] {
            const auto session = store.file().openSession();
            const QList<notices::CheckResult> checks
                = checkDocument(*documentMaterial(**session, incident, notice.key, store.file().now()));
            const auto found
                = std::find_if(checks.begin(), checks.end(), [](const auto &each) { return each.id == u"sample"_s; });
            return found == checks.end() ? notices::CheckResult() : *found;
        };
        QCOMPARE(check().id, QString());
        law::Facts facts = CaseFixture::facts();
        facts.data = QStringList({u"phi"_s, u"medical"_s, u"phr"_s}); // of the law, and in no letter
        QVERIFY(store.submit(SetFacts{incident, facts, u"Not sorted yet"_s}));
        QCOMPARE(check().level, notices::CheckLevel::Error);
        QVERIFY2(check().detail.contains(u"kind of information"_s), qPrintable(check().detail));
    }

    void tellsFromTheCaseWhetherMediaNoticeWasGiven()
    {
        CaseFixture store;
        const IncidentId incident = store.incident(); // media notice is owed in Texas
        const Notice notice = added(store, incident, u"hhs-report"_s);
        QMap<QString, QString> words = wordsFor(notice);
        words.insert(u"media"_s, u"Yes"_s);
        QVERIFY(store.submit(EditNotice{notice.id, words}));
        const auto level = [&] {
            const auto session = store.file().openSession();
            const auto material = documentMaterial(**session, incident, notice.key, store.file().now());
            const QList<notices::CheckResult> checks = checkDocument(*material);
            const auto found = std::find_if(checks.begin(), checks.end(),
                                            [](const auto &check) { return check.id == u"answer.media"_s; });
            return found->level;
        };
        QCOMPARE(level(), notices::CheckLevel::Error);
        const auto duties = store.ask(ObligationsQuery{incident});
        const auto media = std::find_if(duties->begin(), duties->end(),
                                        [](const auto &each) { return each.duty.recipient == u"media:TX"_s; });
        QVERIFY(
            store.submit(CompleteObligation{media->id, {u"mailing"_s, u"Release of the day"_s, QDate(2026, 3, 20)}}));
        QCOMPARE(level(), notices::CheckLevel::Ok);
    }

    /// Louisiana asks for the names of its citizens, New York for a copy of what HHS was told.
    void enclosesWhatAnOfficeAsksFor()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const QByteArray roster
            = "recipient_id,first_name,last_name,address_1,address_2,city,state,postal_code,country,"
              "email,email_consent,language,date_of_birth,status,representative,data_elements\n"
              "R1,Ann,=SUM(A1),1 Main St,,New Orleans,LA,70112,US,,no,en,1959-03-26,adult,,name\n"
              "R2,Bob,Texan,2 Main St,,Austin,TX,73301,US,,no,en,1959-03-26,adult,,name\n";
        const QString path = store.filePath(u"roster.csv"_s);
        QVERIFY(writeFileAtomically(path, roster));
        QVERIFY(importRoster(store.file(), {incident, path, {}, false}, Progress()));
        const Notice louisiana = added(store, incident, u"office"_s, u"AG:LA"_s);
        const Notice idaho = added(store, incident, u"office"_s, u"AG:ID"_s);
        const auto lacksNames = [&](const Notice &notice) {
            const auto session = store.file().openSession();
            const auto checks = checkDocument(*documentMaterial(**session, incident, notice.key, store.file().now()));
            return std::any_of(checks.begin(), checks.end(),
                               [](const notices::CheckResult &each) { return each.id == u"names"_s; });
        };
        QVERIFY(!lacksNames(idaho)); // asks for none
        QVERIFY(!lacksNames(louisiana));
        QVERIFY(approve(store, louisiana));
        QVERIFY(produce(store, louisiana, u"la"_s));
        const QByteArray names = contentOf(store.filePath(u"la/%1-names.csv"_s.arg(louisiana.key)));
        QCOMPARE(names, QByteArray("\xEF\xBB\xBFLast name,First name\r\n'=SUM(A1),Ann\r\n"));

        const Notice copy = added(store, incident, u"office"_s, u"AG:NY:hhs-copy"_s);
        const auto fault = [&] {
            const auto session = store.file().openSession();
            const auto material = documentMaterial(**session, incident, copy.key, store.file().now());
            const auto checks = checkDocument(*material);
            const auto found = std::find_if(checks.begin(), checks.end(),
                                            [](const notices::CheckResult &each) { return each.id == u"enclosure"_s; });
            return found == checks.end() ? QString() : found->detail;
        };
        QVERIFY(fault().contains(u"none is approved yet"_s));
        const Notice hhs = added(store, incident, u"hhs-report"_s);
        QVERIFY(fault().contains(u"none is approved yet"_s));
        QVERIFY(approve(store, hhs));
        QCOMPARE(fault(), QString());
        QVERIFY(approve(store, copy));
        const auto made = produce(store, copy, u"ny"_s);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        const QString report = u"%1-hhs-report.pdf"_s.arg(copy.key);
        QVERIFY(textOf(store.filePath(u"ny/"_s + report)).contains(u"HHS breach report"_s));
        QVERIFY(contentOf(store.filePath(u"ny/notice.json"_s)).contains(report.toUtf8()));

        const QByteArray text = notices::bundledTemplate(u"hhs-report-en"_s).value();
        QVERIFY(saveText(store.file(), u"hhs-report-en"_s, 0, text + "\nOne line more.\n", u"For this case"_s));
        QCOMPARE(whyVoid(store, copy), u"counts"_s);
        const auto refused = produce(store, copy, u"again"_s); // what would be enclosed is not what was approved
        QCOMPARE(refused.error().code, ErrorCode::CheckFailed);
        QVERIFY2(
            refused.error().message.contains(u"a copy of the report to HHS goes with it, and the template changed"_s),
            qPrintable(refused.error().message));
        QVERIFY2(fault().contains(u"the template changed"_s), qPrintable(fault()));
        QVERIFY(!QFileInfo::exists(store.filePath(u"again"_s)));
    }

    /// A notice names the kinds of information of the facts; letters those of each person.
    void holdsTheRosterAgainstTheFacts()
    {
        LetterCase made(2);
        const Notice release = added(made.store, made.incident, u"press-release"_s, u"media:TX"_s);
        const auto detail = [&] {
            const auto session = made.store.file().openSession();
            const Progress progress;
            const auto found = checksOf(**session, release, made.store.file().now(), progress)->checks;
            const auto facts = std::find_if(found.begin(), found.end(),
                                            [](const notices::CheckResult &each) { return each.id == u"facts"_s; });
            return facts->detail;
        };
        QCOMPARE(detail(), QString());
        QByteArray roster = LetterCase::roster(2);
        VERIFY_DONE(made.importFile(roster.replace(",name\n", ",name;dob;diagnosis\n")));
        QCOMPARE(detail(), u"The roster lists “Date of birth” (2 people); the facts do not."_s);
    }

    /// What is attached is approved only as long as it is what was approved.
    void asksForAnApprovalThatStillCounts()
    {
        LetterCase made;
        const Notice office = added(made.store, made.incident, u"office"_s, u"AG:TX"_s);
        const auto sampleIsApproved = [&] {
            const auto session = made.store.file().openSession();
            return documentMaterial(**session, made.incident, office.key, made.store.file().now())->sampledApproved;
        };
        QVERIFY(!sampleIsApproved());
        VERIFY_DONE(made.approve());
        QVERIFY(sampleIsApproved());
        law::Facts facts = CaseFixture::facts();
        facts.occurred->to = QDate(2026, 3, 1);
        QVERIFY(made.store.submit(SetFacts{made.incident, facts, u"The log shows it"_s}));
        QCOMPARE(made.notice().status, NoticeStatus::Approved); // and nobody approved what it says now
        QVERIFY(!sampleIsApproved());
    }

    void leavesNothingWhenCancelled()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const Notice notice = added(store, incident, u"board"_s);
        QVERIFY(approve(store, notice));
        Progress progress;
        progress.cancel();
        const QString folder = store.filePath(u"board"_s);
        QCOMPARE(produceDocument(store.file(), incident, notice.key, folder, progress).error().code,
                 ErrorCode::Cancelled);
        const QStringList left
            = QDir(QFileInfo(folder).path()).entryList({u"*board*"_s}, QDir::AllEntries | QDir::Hidden);
        QCOMPARE(left, QStringList());
        QVERIFY(store.ask(RunsQuery{incident})->isEmpty());
    }

    void removesNothingThatSomebodyElsePutThere()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const Notice notice = added(store, incident, u"board"_s);
        QVERIFY(approve(store, notice));
        const QStringList strangers{u"board/minutes.txt"_s, u"board.part/minutes.txt"_s,
                                    u".board.AbCdEf/minutes.txt"_s};
        for (const QString &name : strangers) {
            QVERIFY(QDir().mkpath(QFileInfo(store.filePath(name)).path()));
            QVERIFY(writeFileAtomically(store.filePath(name), "kept"));
        }
        QCOMPARE(produce(store, notice, u"board"_s).error().code, ErrorCode::BadInput);
        QVERIFY(QFile::remove(store.filePath(strangers.first())));
        QVERIFY(produce(store, notice, u"board"_s)); // an empty folder is fine
        for (const QString &name : strangers.sliced(1))
            QCOMPARE(contentOf(store.filePath(name)), QByteArray("kept"));
    }

    void voidsAnApprovalWithWhatTheDocumentSays()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const Notice office = added(store, incident, u"office"_s, u"AG:TX"_s);
        const Notice board = added(store, incident, u"board"_s);
        QVERIFY(approve(store, office));
        QVERIFY(approve(store, board));
        store.clock().set(*Instant::parse(u"2026-03-24T08:00:00-05:00"_s)); // another date on it is no other document
        QCOMPARE(whyVoid(store, office), u"counts"_s);
        law::Facts facts = CaseFixture::facts();
        facts.residents->insert(u"TX"_s, 700);
        QVERIFY(store.submit(SetFacts{incident, facts, u"Counted again"_s}));
        QVERIFY2(whyVoid(store, office).startsWith(u"the facts"_s), qPrintable(whyVoid(store, office)));
        const Notice letter = store.ask(NoticeByKey{incident, u"individual-en"_s}).value();
        QVERIFY(store.submit(EditNotice{letter.id, {{u"offer"_s, u"We offer a year of monitoring."_s}}}));
        QVERIFY2(whyVoid(store, office).contains(u"the letter attached"_s), qPrintable(whyVoid(store, office)));
        QVERIFY2(!whyVoid(store, board).contains(u"the letter attached"_s), qPrintable(whyVoid(store, board)));
    }

    void approvesOnlyByTheRolesOfItsKind()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(store.addPerson(u"Lee"_s, Role::LegalCounsel));
        QVERIFY(store.openAs(u"Lee"_s));
        const Notice notice = added(store, incident, u"sec-8k"_s);
        QVERIFY(store.submit(EditNotice{notice.id, wordsFor(notice)}));
        QVERIFY(store.submit(SubmitNotice{notice.id}));
        QVERIFY(store.openAs(u"Ada"_s)); // leads compliance; the kind is counsel's
        const Progress progress;
        const auto refused = approveNotice(store.file(), incident, notice.key, progress);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QVERIFY2(refused.error().message.contains(u"Legal counsel"_s), qPrintable(refused.error().message));
    }

    void everyKindIsCompleteOnceItsWordsAre()
    {
        CaseFixture store;
        law::Facts facts = CaseFixture::facts();
        facts.posting = law::Posting{QDate(2026, 3, 18), {}};
        const IncidentId incident = store.incident();
        QVERIFY(store.submit(SetFacts{incident, facts, u"Posted"_s}));
        const auto kinds = notices::noticeKinds();
        for (const notices::NoticeKind &kind : *kinds) {
            const QString pattern = kind.recipients.value(0);
            const QString recipient = pattern.endsWith(u":*"_s) ? pattern.chopped(1) + u"TX"_s : pattern;
            const Notice notice = added(store, incident, kind.kind, recipient);
            if (wordsFor(notice) != notice.fields)
                QVERIFY2(store.submit(EditNotice{notice.id, wordsFor(notice)}), qPrintable(kind.kind));
            const auto session = store.file().openSession();
            const auto material = documentMaterial(**session, incident, notice.key, store.file().now());
            QVERIFY2(material, material ? "" : qPrintable(material.error().message));
            const auto ready = notices::readyToRun(checkDocument(*material));
            QVERIFY2(ready, ready ? "" : qPrintable(kind.kind + u": "_s + ready.error().message));
            QVERIFY2(previewDocument(*material)->startsWith("%PDF-"), qPrintable(kind.kind));
        }
    }
};

QTEST_MAIN(TestJobsDocuments)
#include "tst_jobs_documents.moc"
