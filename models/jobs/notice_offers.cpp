// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/register_record.h"
#include "jobs/document_duties.h"
#include "jobs/document_partners.h"
#include "jobs/documents.h"
#include "jobs/letter_kinds.h"
#include "law/states.h"
#include "law/wording.h"

#include <QRegularExpression>

#include <algorithm>

// The notices that can be added to an incident, and the adding of one (documents.h).

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

constexpr QLatin1StringView kFew("/substitute-few");

using casework::ObligationRecord;
using Standing = ObligationRecord::Standing;

constexpr qsizetype kMostName = 120; ///< of a record, in a notice's title

bool servesMany(const notices::NoticeKind &kind)
{
    return kind.recipients.size() > 1 || kind.recipients.join(QString()).contains(u'*');
}

Result<QString> titleFor(const notices::NoticeKind &kind, const QString &recipient)
{
    if (recipient.isEmpty() || !servesMany(kind))
        return kind.title;
    TOCSIN_ASSIGN(const notices::FilingOffice office, notices::filingOffice(recipient));
    const QString name = office.name == recipient ? law::recipientName(recipient) : office.name;
    return kind.title + u": "_s + name;
}

/// Of a kind for which a record of its register was chosen.
QString titleFor(const notices::NoticeKind &kind, const casework::RegisterRecord &record)
{
    return u"%1: %2"_s.arg(kind.title, record.name().left(kMostName));
}

QString keyFor(const QList<casework::Notice> &notices, const notices::NoticeKind &kind, const QString &recipient)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    const QString whom = kind.registerKind.isEmpty() ? recipient : recipient.section(u':', 1);
    const bool many = servesMany(kind) || !kind.registerKind.isEmpty();
    QString wanted
        = many && !whom.isEmpty() ? kind.kind + u'-' + QString(whom.toLower()).replace(other, u"-"_s) : kind.kind;
    if (kind.language != "en"_L1)
        wanted += u'-' + kind.language;
    const auto taken = [&](const QString &key) {
        return std::any_of(notices.begin(), notices.end(),
                           [&](const casework::Notice &notice) { return notice.key == key; });
    };
    QString key = wanted;
    for (int number = 2; taken(key); ++number)
        key = u"%1-%2"_s.arg(wanted).arg(number);
    return key;
}

/// The recipient a notice is for, out of what was asked.
Result<QString> recipientFor(const notices::NoticeKind &kind, const QString &asked)
{
    if (!kind.about.isEmpty() && (asked.isEmpty() || asked == kind.about))
        return kind.about;
    if (kind.serves(asked))
        return asked;
    if (asked.isEmpty() && !servesMany(kind))
        return kind.recipients.value(0);
    const QString right = kind.recipients.isEmpty() ? u"none"_s : kind.recipients.join(u", "_s);
    if (asked.isEmpty()) {
        return fail(
            ErrorCode::BadInput,
            u"A notice of the kind “%1” needs to know for whom it is; name one of these with --recipient: %2."_s.arg(
                kind.kind, right));
    }
    return fail(ErrorCode::BadInput,
                u"A notice of the kind “%1” has another recipient; it serves: %2."_s.arg(kind.kind, right));
}

/// A kind that serves many takes those of a State, and those that the rules of the incident or the offices' list name.
Result<> checkRecipient(const notices::NoticeKind &kind, const QString &recipient,
                        const QList<ObligationRecord> &duties)
{
    if (recipient.isEmpty() || recipient == kind.about || kind.recipients.contains(recipient))
        return {};
    TOCSIN_ASSIGN(const notices::FilingOffice office, notices::filingOffice(recipient));
    const bool ofState = recipient.count(u':') == 1 && !stateOf(recipient).isEmpty();
    const bool inRules = std::any_of(duties.begin(), duties.end(),
                                     [&](const ObligationRecord &each) { return each.duty.recipient == recipient; });
    if (ofState || inRules || office.name != recipient)
        return {};
    return fail(ErrorCode::BadInput,
                u"“%1” is nobody that the law names; after “%2:” stands a State's two letters, such as TX, or what the "
                "list of what is owed gives."_s.arg(recipient, recipient.section(u':', 0, 0)));
}

/// Whom a notice is for, and what it is called then.
struct Addressee
{
    QString recipient;
    QString title;
};

Result<Addressee> addresseeOf(casework::CaseFile &file, IncidentId incident, const notices::NoticeKind &kind,
                              const QString &asked)
{
    if (!kind.registerKind.isEmpty() && !asked.isEmpty()) {
        const casework::RegisterRecords query{incident, kind.registerKind};
        TOCSIN_ASSIGN(const QList<casework::RegisterRecord> records, file.ask(query).result());
        TOCSIN_ASSIGN(const casework::RegisterRecord record, recordMeant(kind, asked, records));
        return Addressee{recipientOf(record), titleFor(kind, record)};
    }
    TOCSIN_ASSIGN(const QString recipient, recipientFor(kind, asked));
    TOCSIN_ASSIGN(const QList<ObligationRecord> duties, file.ask(casework::ObligationsQuery{incident}).result());
    TOCSIN_TRY(checkRecipient(kind, recipient, duties));
    TOCSIN_ASSIGN(const QString title, titleFor(kind, recipient));
    return Addressee{recipient, title};
}

NoticeOffer offerOf(const notices::NoticeKind &kind, const ObligationRecord &record, const QString &title)
{
    using Need = NoticeOffer::Need;
    const Need need = record.state == casework::WorkState::Done ? Need::Done
        : record.standing == Standing::Owed                     ? Need::Owed
                                                                : Need::Waits;
    return {kind, record.duty.recipient, title, need, record.due(), record.duty.citation};
}

/// Substitute notice to fewer than ten people: the telephone, or another form of written notice
/// (45 CFR 164.404(d)(2)(i)).
NoticeOffer callsOf(const ObligationRecord &record)
{
    const QList<notices::NoticeKind> letters = letterKinds();
    const auto phone = std::find_if(letters.begin(), letters.end(),
                                    [](const notices::NoticeKind &each) { return each.kind == "phone"_L1; });
    NoticeOffer offer = offerOf(*phone, record, u"Telephone, for the few whom no letter reaches"_s);
    offer.recipient.clear();
    return offer;
}

/// A letter is one notice in all its languages.
Result<notices::NoticeKind> kindCalled(const QString &name, const QString &language)
{
    const QList<notices::NoticeKind> letters = letterKinds();
    const auto letter = std::find_if(letters.cbegin(), letters.cend(),
                                     [&](const notices::NoticeKind &each) { return each.kind == name; });
    if (letter == letters.cend()) {
        Result<notices::NoticeKind> document = notices::noticeKind(name, language);
        if (!document && document.error().code == ErrorCode::NotFound)
            document.error().message += u" To each person go: supplement, correction, email, phone."_s;
        return document;
    }
    if (language != "en"_L1) {
        return fail(ErrorCode::BadInput,
                    u"“%1” is one notice in every language that its text has; leave --language away."_s.arg(name));
    }
    return *letter;
}

void noteExisting(QList<NoticeOffer> &offers, const QList<casework::Notice> &notices)
{
    for (NoticeOffer &offer : offers) {
        for (const casework::Notice &notice : notices) {
            if (notice.kind != offer.kind.kind || notice.recipient != offer.recipient)
                continue;
            offer.all << notice.key;
            if (offer.existing.isEmpty() || notice.status > offer.status) {
                offer.existing = notice.key;
                offer.status = notice.status;
            }
        }
    }
}

bool comesBefore(const NoticeOffer &a, const NoticeOffer &b)
{
    if (a.need != b.need)
        return a.need < b.need;
    if (a.due.isNull() != b.due.isNull())
        return b.due.isNull();
    return !a.due.isNull() && law::isEarlier(a.due, b.due);
}

} // namespace

Result<QList<NoticeOffer>> noticeOffers(casework::ReadSession &session, IncidentId incident)
{
    TOCSIN_ASSIGN(const QList<notices::NoticeKind> kinds, notices::noticeKinds());
    TOCSIN_ASSIGN(const QList<ObligationRecord> duties, session.ask(casework::ObligationsQuery{incident}));
    TOCSIN_ASSIGN(const QList<casework::Notice> all, session.ask(casework::NoticesQuery{incident}));
    QList<NoticeOffer> offers;
    QStringList seen;
    QList<ObligationRecord> open = duties;
    open.removeIf([](const ObligationRecord &each) { return each.state == casework::WorkState::Done; });
    for (const ObligationRecord &each : duties) {
        const QString &recipient = each.duty.recipient;
        const auto kind = notices::kindFor(kinds, recipient);
        const ObligationRecord *stillOpen = dutyTo(open, recipient);
        const ObligationRecord *record = stillOpen ? stillOpen : dutyTo(duties, recipient);
        if (!kind || !record || seen.contains(recipient))
            continue;
        seen << recipient;
        TOCSIN_ASSIGN(const QString title, titleFor(*kind, recipient));
        offers << (record->duty.rule.endsWith(kFew) ? callsOf(*record) : offerOf(*kind, *record, title));
    }
    TOCSIN_ASSIGN(const QList<casework::RegisterRecord> records, session.ask(casework::RegisterRecords{incident, {}}));
    for (const notices::NoticeKind &kind : kinds) {
        if (kind.recipients.isEmpty())
            offers.append({kind, kind.about, kind.title, NoticeOffer::Need::Free, {}, kind.citation});
        for (const casework::RegisterRecord &each : records) {
            if (each.kind == kind.registerKind && !each.closed)
                offers.append(
                    {kind, recipientOf(each), titleFor(kind, each), NoticeOffer::Need::Free, {}, kind.citation});
        }
    }
    for (const notices::NoticeKind &kind : letterKinds()) {
        const bool isOffered = std::any_of(offers.begin(), offers.end(),
                                           [&](const NoticeOffer &each) { return each.kind.kind == kind.kind; });
        if (!isOffered)
            offers.append({kind, {}, kind.title, NoticeOffer::Need::Free, {}, kind.citation});
    }
    std::stable_sort(offers.begin(), offers.end(), comesBefore);
    noteExisting(offers, all);
    return offers;
}

Result<casework::Receipt> addNotice(casework::CaseFile &file, IncidentId incident, const QString &kindName,
                                    const QString &asked, const QString &language)
{
    TOCSIN_ASSIGN(const notices::NoticeKind kind, kindCalled(kindName, language));
    TOCSIN_ASSIGN(const auto addressed, addresseeOf(file, incident, kind, asked));
    TOCSIN_ASSIGN(const QList<casework::Notice> all, file.ask(casework::NoticesQuery{incident}).result());
    casework::CreateNotice command;
    command.incident = incident;
    command.key = keyFor(all, kind, addressed.recipient);
    command.title = kind.language == "es"_L1 ? addressed.title + u", Spanish"_s : addressed.title;
    command.kind = kind.kind;
    command.language = kind.language;
    command.recipient = addressed.recipient;
    command.fields = kind.presets();
    return file.submit(std::move(command)).result();
}

} // namespace tocsin::jobs
