// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/jobs/approving.h"

#include "casework/roster.h"
#include "jobs/documents.h"
#include "jobs/house_texts.h"
#include "jobs/letters.h"
#include "notices/pdf/letter_fonts.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::CaseFixture;

namespace {

const QString kAdult = u"individual-adult-en"_s;
const QString kPress = u"press-release-en"_s;

} // namespace

class TestJobsHouseTexts : public QObject
{
    Q_OBJECT

private:
    static QByteArray changed(const QString &id, const QByteArray &from, const QByteArray &to)
    {
        QByteArray text = notices::bundledTemplate(id).value();
        Q_ASSERT(text.contains(from));
        return text.replace(from, to);
    }

    static QByteArray regretful() { return changed(kAdult, "We are sorry that this happened.", "We regret this."); }

    static QString bodyOf(CaseFixture &store, IncidentId incident)
    {
        const auto session = store.file().openSession();
        const LetterMaterial material
            = letterMaterial(**session, incident, u"individual-en"_s, store.file().now()).value();
        notices::LetterRecipient person;
        person.lastName = u"Sample"_s;
        person.language = u"en"_s;
        const notices::LetterComposer composer(material.inputs);
        return notices::plainText(composer.compose(person)->document.blocks);
    }

    static NoticeStanding standing(CaseFixture &store, IncidentId incident, const QString &key)
    {
        const auto session = store.file().openSession();
        const auto all = noticeStandings(**session, incident, store.file().now()).value();
        const auto found
            = std::find_if(all.begin(), all.end(), [&](const NoticeStanding &each) { return each.notice.key == key; });
        return *found;
    }

    static Result<Receipt> approve(CaseFixture &store, IncidentId incident, const QString &key)
    {
        return test::approveWithReasons(store.file(), incident, key);
    }

    /// One person who gets a letter.
    static bool addPerson(CaseFixture &store, IncidentId incident)
    {
        Recipient person;
        person.recipientId = u"R1"_s;
        person.key = person.rowHash = u"r1"_s;
        person.lastName = u"Sample"_s;
        person.addressLines = QStringList{u"1 Invented Street"_s};
        person.city = u"Austin"_s;
        person.state = person.residence = u"TX"_s;
        person.postalCode = u"78701"_s;
        person.language = u"en"_s;
        person.status = u"adult"_s;
        person.dataElements = QStringList{u"name"_s, u"diagnosis"_s};
        store.file().stage({incident, {person}, true}).waitForFinished();
        return store.submit(AcceptStaged{incident, u"roster.csv"_s, QString(64, u'1'), {}}).has_value();
    }

    static TemplateVersion newest(CaseFixture &store, const QString &id)
    {
        const auto session = store.file().openSession();
        return textVersion(**session, id).value();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void makesLettersOfTheNewestVersion()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QVERIFY(bodyOf(store, incident).contains(u"We are sorry that this happened."_s));
        QVERIFY(saveText(store.file(), kAdult, 0, regretful(), u"House style"_s));
        QVERIFY(bodyOf(store, incident).contains(u"We regret this."_s));
        QVERIFY(!bodyOf(store, incident).contains(u"We are sorry that this happened."_s));
        QVERIFY(restoreText(store.file(), kAdult, u"Counsel prefers it"_s));
        QCOMPARE(newest(store, kAdult).version, 2);
        QVERIFY(bodyOf(store, incident).contains(u"We are sorry that this happened."_s));
    }

    void makesSentencesOfStatesAndDocumentsOfTheNewestVersion()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        QByteArray wordings = notices::bundledTemplate(u"wordings-en"_s).value();
        QVERIFY(saveText(store.file(), u"wordings-en"_s, 0, wordings + "\nOf the house.\n", u"House style"_s));
        QByteArray press = notices::bundledTemplate(kPress).value();
        QVERIFY(saveText(store.file(), kPress, 0, press + "\nOf the house.\n", u"House style"_s));
        QVERIFY(addNotice(store.file(), incident, u"press-release"_s, u"media:TX"_s));
        const auto session = store.file().openSession();
        const auto ground = documentGround(**session, incident, store.file().now()).value();
        QVERIFY(ground.letters.inputs.overlays.sha256() != notices::OverlaySet::bundled()->sha256());
        const auto document = documentOn(ground, ground.notices.last()).value();
        const notices::Sheet sheet = notices::composeSheet(document.inputs);
        QVERIFY(notices::plainText(sheet.document.blocks).endsWith(u"Of the house."_s));
    }

    void voidsTheApprovalOfTheOldText()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const Notice letter = store.ask(NoticeByKey{incident, u"individual-en"_s}).value();
        QVERIFY(addPerson(store, incident));
        QVERIFY(store.submit(SubmitNotice{letter.id}));
        const auto approved = approve(store, incident, letter.key);
        QVERIFY2(approved, approved ? "" : qPrintable(approved.error().message));
        QVERIFY(standing(store, incident, letter.key).approved);
        QVERIFY(saveText(store.file(), u"phone-adult-en"_s, 0,
                         notices::bundledTemplate(u"phone-adult-en"_s).value() + "\nThank you.\n", u"Manners"_s));
        QVERIFY(standing(store, incident, letter.key).approved); // it is not made of that one
        QVERIFY(saveText(store.file(), kAdult, 0, regretful(), u"House style"_s));
        const NoticeStanding after = standing(store, incident, letter.key);
        QVERIFY(!after.approved);
        QCOMPARE(after.approvalVoid, u"the template changed after Ada approved version 1"_s);
        QVERIFY(!producible(after));
    }

    void letsNobodyApproveATextOfTheirOwn()
    {
        CaseFixture store;
        const IncidentId incident = store.incidentBy(u"Lee"_s);
        const Notice letter = store.ask(NoticeByKey{incident, u"individual-en"_s}).value();
        QVERIFY(addPerson(store, incident));
        QVERIFY(saveText(store.file(), kAdult, 0, regretful(), u"House style"_s));
        QVERIFY(store.submit(SubmitNotice{letter.id}));
        const auto refused = approve(store, incident, letter.key);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QVERIFY2(refused.error().message.contains(kAdult), qPrintable(refused.error().message));
        QVERIFY(restoreText(store.file(), kAdult, u"As it was"_s)); // the program's text is nobody's
        QVERIFY(approve(store, incident, letter.key));
    }

    void savesNothingThatLosesWhatTheLawAsksFor()
    {
        CaseFixture store;
        const auto refused
            = saveText(store.file(), kAdult, 0, changed(kAdult, "{{incident.discovery_date}}", "a day"), u"Shorter"_s);
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY2(refused.error().message.startsWith(u"individual-adult-en, line "_s),
                 qPrintable(refused.error().message));
        QVERIFY(store.ask(NewestTemplates())->isEmpty());
        const QByteArray shipped = notices::bundledTemplate(kAdult).value();
        QCOMPARE(saveText(store.file(), kAdult, 0, shipped, u"Why"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(saveText(store.file(), u"poem"_s, 0, shipped, u"Why"_s).error().code, ErrorCode::NotFound);
    }

    void leavesTextsToThoseWhoMayChangeThem()
    {
        CaseFixture store(Role::TechnicalLead);
        const auto refused = saveText(store.file(), kAdult, 0, regretful(), u"Style"_s);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QVERIFY(refused.error().message.contains(u"Technical lead"_s));
    }

    void listsEachTextOnceWithItsVersion()
    {
        CaseFixture store;
        QVERIFY(saveText(store.file(), kAdult, 0, regretful(), u"House style"_s));
        const auto session = store.file().openSession();
        const QList<HouseText> all = houseTexts(**session).value();
        QSet<QString> ids;
        for (const HouseText &each : all)
            ids.insert(each.id);
        QCOMPARE(ids.size(), all.size());
        QVERIFY(all.size() > 40);
        QCOMPARE(all.first().id, kAdult);
        QCOMPARE(all.first().newest.version, 1);
        QCOMPARE(all.first().newest.byName, u"Ada"_s);
        QVERIFY(!all.first().isShipped);
        QCOMPARE(all.first().variant, u"adult, English"_s);
        QVERIFY(all.last().isShipped);
        const auto versions = textVersions(**session, kAdult).value();
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions.first().version, 0);
        QCOMPARE(textVersion(**session, kAdult, 0)->bytes, notices::bundledTemplate(kAdult).value());
        QCOMPARE(textVersion(**session, kAdult)->bytes, regretful());
    }

    void triesATextWithoutSavingIt()
    {
        CaseFixture store;
        const IncidentId incident = store.incident();
        const auto session = store.file().openSession();
        LetterMaterial material = letterMaterial(**session, incident, u"individual-en"_s, store.file().now()).value();
        const QString pinned = material.pinned;
        QVERIFY(tryText(material, kAdult, regretful()));
        QCOMPARE(material.pinned, pinned);
        const auto *text = material.inputs.templates.find(notices::LetterForm::Adult, u"en"_s);
        QCOMPARE(text->sha256, notices::Template::parse(regretful(), kAdult)->sha256);
        const auto wrong = tryText(material, kAdult, "---\n");
        QCOMPARE(wrong.error().code, ErrorCode::BadInput);
        QVERIFY(store.ask(NewestTemplates())->isEmpty());
    }
};

QTEST_MAIN(TestJobsHouseTexts)
#include "tst_jobs_house_texts.moc"
