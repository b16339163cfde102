// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/documents.h"

#include "casework/first_notice.h"
#include "casework/publication.h"
#include "casework/roster.h"
#include "jobs/document_duties.h"
#include "jobs/document_partners.h"
#include "jobs/notice_standing.h"
#include "law/states.h"
#include "law/wording.h"
#include "notices/data_elements.h"
#include "notices/pdf/pdf_writer.h"

#include <QBuffer>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using casework::ObligationRecord;
using Standing = ObligationRecord::Standing;

const QString kLetters = u"individual"_s;
const QString kReport = u"hhs-report"_s;

QString relativeWords(const law::Obligation &duty)
{
    const QString to = u"the notice to %1"_s.arg(law::recipientName(duty.relativeTo));
    const int days = duty.offsetDays.value_or(0);
    if (duty.relation == "before"_L1)
        return u"before %1"_s.arg(to);
    if (duty.relation == "no-later-than"_L1)
        return u"no later than %1"_s.arg(to);
    if (duty.relation == "with"_L1 || days == 0)
        return u"together with %1"_s.arg(to);
    return u"%1 after %2"_s.arg(law::offsetWords(duty), to);
}

QString dueWords(const ObligationRecord *record)
{
    if (!record)
        return u"no rule sets a date"_s;
    const law::Due due = record->due();
    if (due.instant)
        return law::shortInstant(*due.instant);
    if (due.date.isValid())
        return longDate(due.date);
    if (record->standing == Standing::Blocked)
        return u"not known yet; a fact is missing: %1"_s.arg(law::missingNames(record->duty).join(u", "_s));
    return record->duty.kind == "relative"_L1 ? relativeWords(record->duty) : u"without unreasonable delay"_s;
}

QString dataName(const QString &word, const QString &language)
{
    if (const auto element = notices::dataElement(word, language))
        return element->phrase;
    if (language == "es"_L1 && word == "medical"_L1)
        return u"Información médica"_s;
    if (language == "es"_L1 && word == "phr"_L1)
        return u"Expedientes personales de salud"_s;
    if (language == "es"_L1 && word == "sud"_L1)
        return u"Expedientes de tratamiento por uso de sustancias"_s;
    if (word == "medical"_L1)
        return u"Medical information"_s;
    if (word == "phr"_L1)
        return u"Personal health records"_s;
    if (word == "sud"_L1)
        return u"Records of treatment for substance use"_s;
    return law::sentenceCase(law::plain(word));
}

QStringList dataNames(const law::Facts &facts, const QString &language)
{
    QStringList names;
    const QStringList words = facts.data.value_or(QStringList());
    for (const QString &word : words) {
        const QString name = dataName(word, language);
        if (word != "phi"_L1 && !names.contains(name))
            names << name;
    }
    return names;
}

QStringList stateLines(const law::Facts &facts)
{
    QList<std::pair<qint64, QString>> counts;
    const auto residents = facts.residents.value_or(QMap<QString, qint64>());
    for (auto state = residents.begin(); state != residents.end(); ++state)
        counts.append({state.value(), law::stateName(state.key())});
    std::stable_sort(counts.begin(), counts.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    const QLocale locale(QLocale::English, QLocale::UnitedStates);
    QStringList lines;
    for (const auto &[count, name] : counts)
        lines << name + u": "_s + locale.toString(count);
    if (facts.elsewhere.value_or(0) > 0)
        lines << u"Elsewhere, or not known: "_s + locale.toString(*facts.elsewhere);
    return lines;
}

QStringList mediaStates(const QList<ObligationRecord> &duties)
{
    QStringList states;
    for (const ObligationRecord &each : duties) {
        const QString state = stateOf(each.duty.recipient);
        if (each.standing == Standing::Owed && each.duty.recipient.startsWith("media:"_L1))
            states << law::stateName(state);
    }
    states.removeDuplicates();
    states.sort();
    return states;
}

/// Whether the notices whose recipients begin with a word were given, as the case records it.
notices::GivenNotice givenNotice(const QList<ObligationRecord> &duties, const QString &beginning)
{
    notices::GivenNotice given;
    for (const ObligationRecord &each : duties) {
        const QString &recipient = each.duty.recipient;
        if (recipient != beginning && !recipient.startsWith(beginning + u':'))
            continue;
        if (each.state == casework::WorkState::Done)
            given.done = true;
        else if (each.isOpen())
            given.open << law::recipientName(recipient);
    }
    given.open.removeDuplicates();
    return given;
}

notices::SheetFacts sheetFacts(const DocumentGround &ground, const QString &language)
{
    const law::Facts &facts = ground.facts.facts;
    notices::SheetFacts made{ground.letters.incident.reference, ground.letters.incident.title};
    made.affected = facts.peopleAffected();
    made.states = stateLines(facts);
    made.unreachable = facts.unreachable;
    made.data = dataNames(facts, language);
    made.dataWords = facts.data.value_or(QStringList());
    made.mediaStates = mediaStates(ground.duties);
    made.media = givenNotice(ground.duties, u"media"_s);
    made.substitute = givenNotice(ground.duties, u"substitute"_s);
    if (facts.done.contains(u"individuals"_s))
        made.told = facts.done.value(u"individuals"_s).dateIn(facts.timezone);
    else
        made.told = ground.mailed;
    if (facts.posting)
        made.postedFrom = facts.posting->webFrom.value_or(QDate());
    if (facts.anchors.contains(u"material"_s))
        made.days.insert(u"material_on"_s, facts.anchors.value(u"material"_s).dateIn(facts.timezone));
    if (made.postedFrom.isValid())
        made.days.insert(u"first_day"_s, made.postedFrom);
    if (const ObligationRecord *posted = dutyTo(ground.duties, u"posting:web"_s))
        made.postedUntil = posted->due().day();
    return made;
}

/// Whether a rule tells this recipient of such breaches, and not of this one.
bool isNotOwed(const QList<ObligationRecord> &duties, const QString &recipient)
{
    return std::any_of(duties.begin(), duties.end(), [&recipient](const ObligationRecord &each) {
        return each.duty.recipient == recipient && each.standing == Standing::NotOwed;
    });
}

notices::SheetDuty sheetDuty(const DocumentGround &ground, const QString &recipient)
{
    const QString state = stateOf(recipient);
    notices::SheetDuty duty{recipient, state.isEmpty() ? QString() : law::stateName(state)};
    if (!state.isEmpty() && ground.facts.facts.residents)
        duty.residents = ground.facts.facts.residents->value(state, 0);
    const ObligationRecord *record = recipient.isEmpty() ? nullptr : dutyTo(ground.duties, recipient);
    duty.due
        = record || !isNotOwed(ground.duties, recipient) ? dueWords(record) : u"not owed by the facts as they are"_s;
    duty.owed = record != nullptr;
    if (record) {
        duty.done = record->state == casework::WorkState::Done;
        duty.dueDay = record->due().day();
        duty.citation = record->duty.citation;
        duty.counselReview = record->duty.counselReview;
    }
    return duty;
}

QJsonObject json(const QMap<QString, QString> &texts, const QString &beginning = {})
{
    QJsonObject object;
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        if (text.key().startsWith(beginning))
            object.insert(text.key(), text.value());
    }
    return object;
}

/// The sender as the document prints it; what it has no picture and no signature of is left out.
QJsonObject organizationOf(const notices::Organization &sender, const QMap<QString, QString> &values)
{
    QJsonObject organization = json(values, u"organization."_s);
    if (sender.letterhead)
        organization.insert(u"letterhead"_s, sender.letterhead->sha256);
    if (!sender.signature.name.isEmpty()) {
        const QString picture = sender.signature.picture ? sender.signature.picture->sha256 : QString();
        organization.insert(u"signature"_s, QJsonArray{sender.signature.name, sender.signature.title, picture});
    }
    return organization;
}

void pin(DocumentMaterial &material)
{
    const QMap<QString, QString> values = notices::sheetValues(material.inputs);
    QJsonObject parts{{u"templates"_s, material.inputs.text.sha256},
                      {u"version"_s, material.notice.version},
                      {u"words"_s, json(material.notice.fields)},
                      {u"organization"_s, organizationOf(material.inputs.organization, values)},
                      {u"facts"_s, json(values, u"incident."_s)},
                      {u"duty"_s, json(values, u"notice."_s)},
                      {u"letter"_s, material.sample ? material.sample->sha256 : QString()}};
    if (!material.inputs.kind.registerKind.isEmpty())
        parts.insert(u"partner"_s, json(values, u"partner."_s));
    material.pinned = hashOf(parts);
    material.pinnedParts = hashesOf(parts);
}

/// The key of the newest report to HHS that is approved; empty without one.
QString approvedReport(const QList<casework::Notice> &all)
{
    using casework::NoticeStatus;
    QString key;
    for (const casework::Notice &each : all) {
        if (each.kind == kReport && each.status != NoticeStatus::Draft && each.status != NoticeStatus::InReview)
            key = each.key;
    }
    return key;
}

/// What is attached goes out as well: the letter has to stand its own checks.
notices::CheckResult sampledLetterCheck(const DocumentMaterial &material)
{
    notices::CheckResult check{u"sample-letter"_s,
                               u"The attached letter has no errors, and is approved"_s,
                               material.inputs.duty.citation,
                               notices::CheckLevel::Ok,
                               {}};
    QStringList faults;
    const auto own = notices::checkWords(notices::LetterComposer(*material.sampled), material.sampledFacts);
    for (const notices::CheckResult &each : own) {
        if (each.level == notices::CheckLevel::Error)
            faults << each.title + u": "_s + each.detail;
    }
    if (!faults.isEmpty()) {
        check.level = notices::CheckLevel::Error;
        check.detail = u"The letter to individuals has errors: %1"_s.arg(faults.join(u' '));
    } else if (!material.sampledApproved) {
        check.level = notices::CheckLevel::Warning;
        check.detail = u"The letter to individuals is not approved; its words may still change."_s;
    }
    return check;
}

QList<notices::CheckResult> caseChecks(const DocumentMaterial &material)
{
    QList<notices::CheckResult> checks;
    if (material.inputs.office.encloses.contains(kReport) && material.reportEnclosed.isEmpty()) {
        // Some offices get the copy beside a notice; to others it is the notice.
        const bool isAll = material.notice.recipient.endsWith(":hhs-copy"_L1);
        checks.append(
            {u"enclosure"_s, u"A copy of the report to HHS is enclosed"_s, material.inputs.duty.citation,
             isAll ? notices::CheckLevel::Error : notices::CheckLevel::Warning,
             u"%1 gets a copy of the report to HHS, and none is approved yet."_s.arg(material.inputs.office.name)});
    }
    if (material.namesToEnclose == 0) {
        checks.append(
            {u"names"_s, u"The names that the office asks for are enclosed"_s, material.inputs.duty.citation,
             notices::CheckLevel::Error,
             u"%1 gets the names of the people there, and the roster has nobody in %2. Import the roster first."_s.arg(
                 material.inputs.office.name, material.inputs.duty.state)});
    }
    if (!material.reportVoid.isEmpty()) {
        checks.append({u"enclosure"_s, u"A copy of the report to HHS is enclosed"_s, material.inputs.duty.citation,
                       notices::CheckLevel::Warning,
                       u"%1 gets a copy of the report to HHS, whose approval does not count any more: %2."_s.arg(
                           material.inputs.office.name, material.reportVoid)});
    }
    if (material.standardWords) {
        checks.append(
            {u"standard-words"_s, u"What happened, in your own words"_s, material.inputs.kind.citation,
             notices::CheckLevel::Warning,
             u"The letter to individuals still has the program's general sentences, and this notice takes its "
             "account from there."_s});
    }
    if (material.sample && !material.sample->listsData) {
        checks.append({u"sample"_s, u"The sample of the letter is complete"_s, material.inputs.duty.citation,
                       notices::CheckLevel::Error,
                       u"Its list of what was involved is empty: the facts name no kind of information that a letter "
                       "can list, such as name, ssn or diagnosis (data)."_s});
    }
    if (material.sample && !material.sample->emptyFields.isEmpty()) {
        checks.append({u"sample"_s, u"The sample of the letter is complete"_s, material.inputs.duty.citation,
                       notices::CheckLevel::Error,
                       u"The letter to individuals shows fields without a value: %1."_s.arg(
                           material.sample->emptyFields.join(u", "_s))});
    }
    if (material.sampled)
        checks.append(sampledLetterCheck(material));
    return checks;
}

} // namespace

bool isDocument(const casework::Notice &notice)
{
    return !casework::writesToPeople(notice);
}

QString stateOf(const QString &recipient)
{
    const QStringList parts = recipient.split(u':');
    for (const QString &part : parts) {
        if (parts.size() > 1 && law::isStateCode(part))
            return part;
    }
    return {};
}

const ObligationRecord *dutyTo(const QList<ObligationRecord> &duties, const QString &recipient)
{
    const ObligationRecord *best = nullptr;
    for (const ObligationRecord &each : duties) {
        const bool counts = each.standing == Standing::Owed || each.standing == Standing::Blocked;
        if (each.duty.recipient != recipient || !counts)
            continue;
        const bool better = !best || (best->standing == Standing::Blocked && each.standing == Standing::Owed)
            || (best->standing == each.standing && !each.due().isNull()
                && (best->due().isNull() || law::isEarlier(each.due(), best->due())));
        if (better)
            best = &each;
    }
    return best;
}

QString noticeGroup(const casework::Notice &notice)
{
    if (casework::writesToPeople(notice))
        return u"individuals"_s;
    const auto kind = notices::noticeKind(notice.kind);
    return kind ? kind->group : u"inside"_s;
}

QList<notices::OtherNotice> othersThan(const casework::Notice &notice, const QList<casework::Notice> &all)
{
    QList<notices::OtherNotice> others;
    for (const casework::Notice &each : all) {
        if (each.id != notice.id)
            others.append({each.title, QStringList(each.fields.values()).join(u'\n')});
    }
    return others;
}

const ObligationRecord *dutyOf(const DocumentGround &ground, const casework::Notice &notice)
{
    if (casework::writesToPeople(notice))
        return dutyTo(ground.duties, u"individuals"_s);
    return notice.recipient.isEmpty() ? nullptr : dutyTo(ground.duties, notice.recipient);
}

Result<DocumentGround> documentGround(casework::ReadSession &session, IncidentId incident, const Instant &at)
{
    TOCSIN_ASSIGN(QList<casework::Notice> all, session.ask(casework::NoticesQuery{incident}));
    const auto letters
        = std::find_if(all.begin(), all.end(), [](const casework::Notice &notice) { return notice.kind == kLetters; });
    if (letters == all.end())
        return fail(ErrorCode::NotFound, u"This incident has no letter to individuals."_s);
    TOCSIN_ASSIGN(LetterMaterial material, letterMaterial(session, incident, letters->key, at));
    TOCSIN_ASSIGN(casework::FactsRevision facts, session.ask(casework::CurrentFacts{incident}));
    TOCSIN_ASSIGN(QList<ObligationRecord> duties, session.ask(casework::ObligationsQuery{incident}));
    TOCSIN_ASSIGN(QList<casework::RegisterRecord> partners,
                  session.ask(casework::RegisterRecords{incident, QString(casework::registers::kPartner)}));
    TOCSIN_ASSIGN(const QDate mailed, session.ask(casework::FirstMailing{incident}));
    TOCSIN_ASSIGN(
        const NoticeStanding standing,
        standingOf(session, material.incident.reference, material.notice, material.pinned, material.pinnedParts));
    const bool approved = standing.approved || material.notice.status > casework::NoticeStatus::Approved;
    return DocumentGround{std::move(material), std::move(facts), std::move(duties), std::move(all),
                          std::move(partners), mailed,           approved};
}

Result<DocumentMaterial> documentOn(const DocumentGround &ground, const casework::Notice &notice)
{
    const LetterMaterial &letters = ground.letters;
    TOCSIN_ASSIGN(notices::NoticeKind kind, notices::noticeKind(notice.kind, notice.language));
    TOCSIN_ASSIGN(notices::Template text, letters.texts.sheet(kind));
    TOCSIN_ASSIGN(notices::FilingOffice office, notices::filingOffice(notice.recipient));
    DocumentMaterial material{letters.incident, notice, {}, {}, letters.standardWords, {}, {}, {}, 0, {}, {}};
    const bool underContract = !kind.registerKind.isEmpty(); // no rule asks for it, whoever it is for
    material.inputs = {std::move(kind),
                       std::move(text),
                       letters.inputs.organization,
                       letters.inputs.incident,
                       sheetFacts(ground, notice.language),
                       sheetDuty(ground, underContract ? QString() : notice.recipient),
                       std::move(office),
                       notice.fields,
                       letters.inputs.letterDate,
                       partnerOf(notice.recipient, ground.partners)};
    tellOthers(material.inputs.incident);
    if (!material.inputs.partner.name.isEmpty())
        material.inputs.office.name = material.inputs.partner.name;
    material.others = othersThan(notice, ground.notices);
    if (material.inputs.office.encloses.contains(kReport))
        material.reportEnclosed = approvedReport(ground.notices);
    material.factsRevision = ground.facts.revision;
    material.texts = letters.texts;
    if (material.inputs.kind.withSample) {
        material.sampled = letters.inputs;
        material.sampledFacts = letters.facts;
        material.sampledApproved = ground.lettersApproved;
        TOCSIN_ASSIGN(material.sample, sampleLetter(letters, stateOf(notice.recipient), ground.facts.facts));
    }
    pin(material);
    return material;
}

namespace {

/// The first day of the posting that is recorded, where the facts name none.
Result<> takePosting(casework::ReadSession &session, DocumentMaterial &material)
{
    QMap<QString, QDate> &days = material.inputs.facts.days;
    TOCSIN_ASSIGN(const QList<casework::Publication> places,
                  session.ask(casework::PublicationsQuery{material.notice.id}));
    for (const casework::Publication &place : places) {
        if (place.isPosting() && place.firstDay.isValid() && !days.contains(u"first_day"_s))
            days.insert(u"first_day"_s, place.firstDay);
    }
    return {};
}

/// How many names an office gets that asks for them.
Result<> takeNames(casework::ReadSession &session, DocumentMaterial &material)
{
    if (!material.inputs.office.encloses.contains(u"names"_s))
        return {};
    TOCSIN_ASSIGN(const casework::RosterTotals totals, session.ask(casework::RosterTotalsQuery{material.incident.id}));
    const auto there = totals.residents.find(stateOf(material.notice.recipient));
    material.namesToEnclose = there == totals.residents.end() ? 0 : there->second;
    return {};
}

/// Why a report that was approved is not to be enclosed as it is now; empty if it is, or if there is none.
Result<QString> whyReportIsVoid(casework::ReadSession &session, const DocumentGround &ground, const QString &key)
{
    const auto report = std::find_if(ground.notices.begin(), ground.notices.end(),
                                     [&key](const casework::Notice &each) { return each.key == key; });
    if (report == ground.notices.end())
        return QString();
    TOCSIN_ASSIGN(const DocumentMaterial made, documentOn(ground, *report));
    return standingOf(session, made.incident.reference, *report, made.pinned, made.pinnedParts)
        .map([](const NoticeStanding &standing) { return standing.approvalVoid; });
}

} // namespace

Result<DocumentMaterial> documentMaterial(casework::ReadSession &session, IncidentId incident, const QString &noticeKey,
                                          const Instant &at)
{
    TOCSIN_ASSIGN(const casework::Notice notice, session.ask(casework::NoticeByKey{incident, noticeKey}));
    if (!isDocument(notice))
        return fail(ErrorCode::BadInput,
                    u"“%1” is letters, not one document; produce it as letters (letters run)."_s.arg(notice.key));
    TOCSIN_ASSIGN(const DocumentGround ground, documentGround(session, incident, at));
    TOCSIN_ASSIGN(DocumentMaterial material, documentOn(ground, notice));
    TOCSIN_ASSIGN(material.reportVoid, whyReportIsVoid(session, ground, material.reportEnclosed));
    TOCSIN_TRY(takePosting(session, material));
    TOCSIN_TRY(takeNames(session, material));
    return material;
}

void tryWords(DocumentMaterial &material, const QMap<QString, QString> &fields)
{
    material.notice.fields = fields;
    material.inputs.words = fields;
}

Result<> tryText(DocumentMaterial &material, const QString &id, const QByteArray &bytes)
{
    material.texts.put(id, bytes);
    TOCSIN_ASSIGN(material.inputs.text, material.texts.sheet(material.inputs.kind));
    return {};
}

QList<notices::CheckResult> checkDocument(const DocumentMaterial &material)
{
    const notices::Sheet sheet = notices::composeSheet(material.inputs);
    return notices::checkSheet(material.inputs, sheet, material.others) + caseChecks(material);
}

Result<> takeRosterKinds(casework::ReadSession &session, DocumentMaterial &material)
{
    const casework::RosterKinds query{material.incident.id};
    using Kinds = QMap<QString, qint64>;
    TOCSIN_ASSIGN(const Kinds listed, session.ask(query));
    for (auto kind = listed.begin(); kind != listed.end(); ++kind)
        material.inputs.facts.rosterKinds[notices::dataToken(kind.key())] += kind.value();
    return {};
}

Result<QList<notices::SheetRow>> answerRows(casework::ReadSession &session, const casework::Notice &notice,
                                            const Instant &at)
{
    if (!isDocument(notice))
        return QList<notices::SheetRow>();
    return documentMaterial(session, notice.incident, notice.key, at).map([](const DocumentMaterial &material) {
        return notices::composeSheet(material.inputs).rows;
    });
}

Result<QByteArray> previewDocument(const DocumentMaterial &material)
{
    const notices::Sheet sheet = notices::composeSheet(material.inputs);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    notices::PdfWriter writer;
    TOCSIN_TRY(writer.begin(buffer, sheet.document.metadata));
    TOCSIN_TRY(writer.addDocument(sheet.document));
    if (material.sample)
        TOCSIN_TRY(writer.addDocument(material.sample->document));
    TOCSIN_TRY(writer.finish());
    return bytes;
}

} // namespace tocsin::jobs
