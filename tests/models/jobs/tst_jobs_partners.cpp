// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/jobs/approving.h"
#include "models/jobs/document_words.h"

#include "casework/notice.h"
#include "casework/register_record.h"
#include "jobs/documents.h"
#include "jobs/notice_standing.h"
#include "notices/sheet_files.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::CaseFixture;

namespace {

/// A case with a partner in its register.
struct PartnerCase
{
    PartnerCase() : incident(store.incident())
    {
        const AddRegisterRecord command{incident,
                                        u"partner"_s,
                                        {{u"name"_s, u"Blue Plan of Texas"_s},
                                         {u"kind"_s, u"payer"_s},
                                         {u"contact"_s, u"Vendor assurance, 512-555-0111"_s},
                                         {u"status"_s, u"pending-verification"_s},
                                         {u"since"_s, u"2026-03-12"_s},
                                         {u"contract"_s, u"Network agreement of 2024, section 9.4"_s},
                                         {u"at_stake"_s, u"1,200,000 USD a year"_s},
                                         {u"note"_s, u"Wants to leave anyway"_s}}};
        const auto made = store.submit(command);
        partner = made ? RegisterRecordId{made->id} : RegisterRecordId();
    }

    Notice letterTo(const QString &whom)
    {
        const auto receipt = addNotice(store.file(), incident, u"partner"_s, whom);
        return receipt ? *store.ask(NoticeByKey{incident, receipt->reference}) : Notice();
    }

    DocumentMaterial materialOf(const Notice &notice)
    {
        const auto session = store.file().openSession();
        auto material = documentMaterial(**session, incident, notice.key, store.clock().now());
        if (!material)
            qFatal("%s", qPrintable(material.error().message));
        return *std::move(material);
    }

    QString textOf(const Notice &notice)
    {
        return notices::toPlainText(notices::composeSheet(materialOf(notice).inputs).document);
    }

    bool amend(const RegisterValues &values)
    {
        return store.submit(AmendRegisterRecord{partner, values, u"They wrote to us"_s}).has_value();
    }

    CaseFixture store;
    IncidentId incident;
    RegisterRecordId partner;
};

} // namespace

class TestPartners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLetterHasThePartnersFields();
    void whatStaysInTheHouseIsNotInTheLetter();
    void theLetterFollowsTheRegisterAndItsApprovalIsPinnedToIt();
    void saysThatThePartnerChanged();
    void aPersonsOwnWordsGoBefore();
    void isNotHeldAgainstARuleThatAsksForNothing();
    void isOfferedForEachOpenPartner();
    void refusesAPartnerThatIsNotThere();
    void withoutAPartnerThePersonGivesTheWords();
};

void TestPartners::theLetterHasThePartnersFields()
{
    PartnerCase open;
    const Notice letter = open.letterTo(u"PA-1"_s);
    QCOMPARE(letter.recipient, u"partner:PA-1"_s);
    QCOMPARE(letter.key, u"partner-pa-1"_s);
    QCOMPARE(letter.title, u"Letter to a partner or payer: Blue Plan of Texas"_s);
    const QString text = open.textOf(letter).simplified();
    for (const QString &words :
         {u"Blue Plan of Texas"_s, u"Vendor assurance, 512-555-0111"_s, u"pending verification"_s, u"March 12, 2026"_s,
          u"Network agreement of 2024, section 9.4"_s, u"This letter is for that verification"_s})
        QVERIFY2(text.contains(words), qPrintable(words + u'\n' + text));
}

void TestPartners::whatStaysInTheHouseIsNotInTheLetter()
{
    PartnerCase open;
    const QString text = open.textOf(open.letterTo(u"PA-1"_s));
    QVERIFY(!text.contains(u"1,200,000"_s));
    QVERIFY(!text.contains(u"leave anyway"_s));
}

void TestPartners::theLetterFollowsTheRegisterAndItsApprovalIsPinnedToIt()
{
    PartnerCase open;
    const Notice letter = open.letterTo(u"partner:PA-1"_s);
    const QString before = open.materialOf(letter).pinned;
    QCOMPARE(open.materialOf(letter).pinned, before);
    QVERIFY(open.amend({{u"status"_s, u"suspended"_s}, {u"since"_s, u"2026-03-18"_s}}));
    const QString text = open.textOf(letter).simplified();
    QVERIFY(text.contains(u"You suspended the contract on March 18, 2026"_s));
    QVERIFY(!text.contains(u"pending verification"_s));
    QVERIFY(open.materialOf(letter).pinned != before);
    const QString suspended = open.materialOf(letter).pinned;
    QVERIFY(open.amend({{u"at_stake"_s, u"2,000,000 USD a year"_s}})); // the letter does not say it
    QCOMPARE(open.materialOf(letter).pinned, suspended);
}

void TestPartners::saysThatThePartnerChanged()
{
    PartnerCase open;
    QVERIFY(open.store.addPerson(u"Lee"_s, Role::LegalCounsel));
    const Notice letter = open.letterTo(u"PA-1"_s);
    QVERIFY(open.store.submit(EditNotice{letter.id, test::wordsFor(letter)}));
    QVERIFY(open.store.submit(SubmitNotice{letter.id}));
    QVERIFY(open.store.openAs(u"Lee"_s));
    const auto approved = test::approveWithReasons(open.store.file(), open.incident, letter.key);
    QVERIFY2(approved, approved ? "" : qPrintable(approved.error().message));
    QVERIFY(open.store.openAs(u"Ada"_s));
    QVERIFY(open.amend({{u"status"_s, u"suspended"_s}, {u"since"_s, u"2026-03-18"_s}}));
    const DocumentMaterial material = open.materialOf(letter);
    const auto session = open.store.file().openSession();
    const auto standing
        = standingOf(**session, material.incident.reference, material.notice, material.pinned, material.pinnedParts);
    QVERIFY2(standing->approvalVoid.startsWith(u"the partner in the register changed"_s),
             qPrintable(standing->approvalVoid));
}

void TestPartners::aPersonsOwnWordsGoBefore()
{
    PartnerCase open;
    const Notice letter = open.letterTo(u"PA-1"_s);
    QMap<QString, QString> words = letter.fields;
    words.insert(u"addressee"_s, u"Blue Plan, Office of Compliance"_s);
    QVERIFY(open.store.submit(EditNotice{letter.id, words}));
    const QString text = open.textOf(letter);
    QVERIFY(text.contains(u"Blue Plan, Office of Compliance"_s));
    QVERIFY(!text.contains(u"Blue Plan of Texas"_s));
}

void TestPartners::isNotHeldAgainstARuleThatAsksForNothing()
{
    PartnerCase open;
    const auto checks = checkDocument(open.materialOf(open.letterTo(u"PA-1"_s)));
    for (const notices::CheckResult &each : checks)
        QVERIFY2(!each.detail.contains(u"no rule asks for this notice"_s), qPrintable(each.title));
}

void TestPartners::isOfferedForEachOpenPartner()
{
    PartnerCase open;
    const auto offered = [&] {
        const auto session = open.store.file().openSession();
        const auto offers = noticeOffers(**session, open.incident);
        return std::any_of(offers->begin(), offers->end(), [](const NoticeOffer &each) {
            return each.recipient == u"partner:PA-1"_s && each.title.endsWith(u": Blue Plan of Texas"_s);
        });
    };
    QVERIFY(offered());
    QVERIFY(open.store.submit(CloseRegisterRecord{open.partner, u"Contract ended"_s, false}));
    QVERIFY(!offered());
}

void TestPartners::refusesAPartnerThatIsNotThere()
{
    PartnerCase open;
    const auto refused = addNotice(open.store.file(), open.incident, u"partner"_s, u"PA-2"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QVERIFY(refused.error().message.contains(u"There are PA-1."_s));
    QVERIFY(!addNotice(open.store.file(), open.incident, u"insurer"_s, u"PA-1"_s)); // a kind without a register
}

void TestPartners::withoutAPartnerThePersonGivesTheWords()
{
    PartnerCase open;
    const Notice letter = open.letterTo({});
    QCOMPARE(letter.key, u"partner"_s);
    const QStringList empty = notices::composeSheet(open.materialOf(letter).inputs).emptyFields;
    QVERIFY(empty.contains(u"partner.name"_s));
    QVERIFY(empty.contains(u"partner.contract"_s));
    QMap<QString, QString> words = letter.fields;
    words.insert(u"addressee"_s, u"River Health"_s);
    words.insert(u"contract"_s, u"Letter of 2025"_s);
    QVERIFY(open.store.submit(EditNotice{letter.id, words}));
    QVERIFY(open.textOf(letter).contains(u"River Health"_s));
    QVERIFY(!notices::composeSheet(open.materialOf(letter).inputs).emptyFields.contains(u"partner.name"_s));
}

QTEST_MAIN(TestPartners)
#include "tst_jobs_partners.moc"
