// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/letters.h"

#include "casework/facts_record.h"
#include "casework/first_notice.h"
#include "casework/incident.h"
#include "casework/obligation.h"
#include "casework/run.h"
#include "casework/wave.h"
#include "core/safe_file.h"
#include "core/text.h"
#include "jobs/documents.h"
#include "jobs/house_style.h"
#include "jobs/letter_proofs.h"
#include "jobs/store_recipients.h"
#include "jobs/word_fields.h"
#include "law/delay_asked.h"
#include "notices/finished_run.h"
#include "notices/pdf/pdf_writer.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

constexpr qint64 kMaxManifest = qint64{64} * 1024 * 1024;

// What a letter says until somebody has written what really happened. True of every breach that must be notified, and a
// check warns as long as it stands.
const QString kStandardHappened
    = u"We discovered that information about you may have been seen or obtained by someone who was "
      "not allowed to have it."_s;
const QString kStandardDoing
    = u"We are investigating what happened, have taken steps to limit any harm, and are making changes "
      "to keep it from happening again."_s;

const notices::Narratives kStandardSpanish{
    u"Descubrimos que es posible que alguien sin permiso haya visto u obtenido información sobre usted."_s,
    u"Estamos investigando lo ocurrido, hemos tomado medidas para limitar los daños y estamos haciendo cambios para "
    u"que "
    "no vuelva a ocurrir."_s,
    {},
    {},
    {}};

QString firstOf(std::initializer_list<QString> candidates)
{
    const auto *given = std::find_if(candidates.begin(), candidates.end(),
                                     [](const QString &text) { return !text.trimmed().isEmpty(); });
    return given == candidates.end() ? QString() : *given;
}

/// What was written in Spanish; the program's general sentences where English has them too.
notices::Narratives spanishWords(const casework::Notice &notice, const notices::IncidentFields &english)
{
    const auto written = [&](const QString &key, bool standard, const QString &general) {
        const QString own = notice.fields.value(key + u"_es"_s);
        return own.trimmed().isEmpty() && standard ? general : own;
    };
    return {written(u"what_happened"_s, english.whatHappened == kStandardHappened, kStandardSpanish.whatHappened),
            written(u"what_we_are_doing"_s, english.whatWeAreDoing == kStandardDoing, kStandardSpanish.whatWeAreDoing),
            notice.fields.value(u"offer_es"_s),
            notice.fields.value(u"call_hours_es"_s),
            notice.fields.value(u"what_changed_es"_s),
            notice.fields.value(u"what_changed_neutral_es"_s)};
}

notices::IncidentFields incidentFields(const casework::Incident &incident, const casework::Notice &notice,
                                       const notices::NoticeFacts &facts)
{
    notices::IncidentFields fields;
    fields.breachFrom = facts.breachFrom;
    fields.breachTo = facts.breachTo;
    fields.discovered = facts.discovered;
    fields.whatHappened = firstOf({notice.fields.value(u"what_happened"_s), incident.story.summary, kStandardHappened});
    fields.whatWeAreDoing
        = firstOf({notice.fields.value(u"what_we_are_doing"_s), incident.story.whatWeAreDoing, kStandardDoing});
    fields.offer = notice.fields.value(u"offer"_s);
    fields.callHours = notice.fields.value(u"call_hours"_s);
    fields.whatChanged = notice.fields.value(u"what_changed"_s);
    fields.whatChangedNeutral = notice.fields.value(u"what_changed_neutral"_s);
    fields.earlierLetter = QDate::fromString(notice.fields.value(u"earlier_letter"_s), Qt::ISODate);
    fields.translated.insert(u"es"_s, spanishWords(notice, fields));
    fields.affected = facts.affected;
    fields.delayed = facts.delayed;
    return fields;
}

notices::Medium mediumOf(const QString &kind)
{
    return kind == "email"_L1 ? notices::Medium::Email
        : kind == "phone"_L1  ? notices::Medium::Phone
                              : notices::Medium::Post;
}

/// What the letters say of the incident, with the words of the material's notice.
void takeWords(LetterMaterial &material)
{
    notices::IncidentFields fields = incidentFields(material.incident, material.notice, material.facts);
    if (!fields.affected && material.people > 0)
        fields.affected = material.people;
    material.standardWords = fields.whatHappened == kStandardHappened || fields.whatWeAreDoing == kStandardDoing;
    material.inputs.incident = std::move(fields);
}

void pin(LetterMaterial &material, const casework::Organization &organization)
{
    const notices::IncidentFields &words = material.inputs.incident;
    const notices::Narratives spanish = words.narratives(u"es"_s);
    QJsonObject pinned{{u"templates"_s, material.inputs.templates.sha256()},
                       {u"overlays"_s, material.inputs.overlays.sha256()},
                       {u"organization"_s, organization.toJson()},
                       {u"version"_s, material.notice.version},
                       {u"what_happened"_s, words.whatHappened},
                       {u"what_we_are_doing"_s, words.whatWeAreDoing},
                       {u"offer"_s, words.offer},
                       {u"call_hours"_s, words.callHours},
                       {u"spanish"_s,
                        QJsonArray{spanish.whatHappened, spanish.whatWeAreDoing, spanish.offer, spanish.callHours,
                                   spanish.whatChanged}},
                       {u"what_changed"_s, words.whatChanged},
                       {u"earlier_letter"_s, words.earlierLetter.toString(Qt::ISODate)},
                       {u"breach_from"_s, words.breachFrom.toString(Qt::ISODate)},
                       {u"breach_to"_s, words.breachTo.toString(Qt::ISODate)},
                       {u"discovered"_s, words.discovered.toString(Qt::ISODate)},
                       {u"affected"_s, words.affected ? QJsonValue(*words.affected) : QJsonValue()},
                       {u"delayed"_s, words.delayed ? QJsonValue(*words.delayed) : QJsonValue()},
                       {u"roster"_s, material.rosterRevision}};
    if (!words.whatChangedNeutral.isEmpty() || !spanish.whatChangedNeutral.isEmpty()) // not there: as it always was
        pinned.insert(u"what_changed_neutral"_s, QJsonArray{words.whatChangedNeutral, spanish.whatChangedNeutral});
    material.pinned = hashOf(pinned);
    material.pinnedParts = hashesOf(pinned);
}

QList<notices::CheckResult> caseChecks(const LetterMaterial &material)
{
    QList<notices::CheckResult> checks;
    if (material.standardWords) {
        checks.append(
            {u"standard-words"_s, u"What happened, in your own words"_s, u"164.404(c)(1)(A)"_s,
             notices::CheckLevel::Warning,
             u"The letter still has the program's general sentences; write what happened and what you are doing."_s});
    }
    if (material.undecided > 0) {
        checks.append(
            {u"undecided"_s, u"Everyone affected is decided on"_s, u"164.404(a)(1)"_s, notices::CheckLevel::Warning,
             u"%1 rows of the roster wait for a decision; those people get no letter yet."_s.arg(material.undecided)});
    }
    const qint64 told = material.facts.affected.value_or(0);
    if (material.rosterRevision > 0 && told != material.people) {
        checks.append({u"roster-and-facts"_s, u"The roster and the facts count the same people"_s, u"164.408"_s,
                       notices::CheckLevel::Warning,
                       u"%1 people in the roster, %2 in the facts; which notices are owed, and when, follows from the "
                       "facts. Take over the roster's residents, or correct the facts."_s.arg(material.people)
                           .arg(told)});
    }
    return checks;
}

QString kindOf(const notices::LetterRunOptions &options)
{
    if (options.proof > 0)
        return u"proof"_s;
    return options.shard.of > 1 ? u"shard"_s : u"full"_s;
}

Result<QList<casework::Delivery>> deliveriesOf(const QString &folder, const StoreRecipients &recipients)
{
    QList<casework::Delivery> deliveries;
    TOCSIN_TRY(notices::readRunRows(folder, [&](const notices::LetterRunRow &row) {
        if (row.part > 0) {
            deliveries.append(
                {recipients.records().value(row.recipientId), row.part, row.firstPage, row.pages, row.sha256});
        }
    }));
    return deliveries;
}

/// What is recorded of a run beside its files.
struct Writing
{
    casework::Wave wave;
    QString again;
};

Result<> record(casework::CaseFile &file, const LetterMaterial &material, const notices::LetterRunOptions &options,
                const notices::LetterRunSummary &summary, const StoreRecipients &recipients, const Writing &writing)
{
    TOCSIN_ASSIGN(const QByteArray manifest, readFile(QDir(options.folder).filePath(u"run.json"_s), kMaxManifest));
    casework::RecordRun run;
    run.notice = material.notice.id;
    run.noticeVersion = material.notice.version;
    run.kind = kindOf(options);
    run.letters = summary.letters;
    run.pages = summary.pages;
    run.parts = summary.parts.size();
    run.manifestSha256 = sha256Hex(manifest);
    run.pinned = material.pinned;
    run.proofNeeds = summary.proofNeeds;
    run.wave = writing.wave.number;
    run.shardIndex = options.shard.index;
    run.shardOf = options.shard.of;
    run.peopleSha256 = writing.wave.sha256;
    run.again = writing.again;
    run.letterDate = material.inputs.letterDate;
    if (options.proof == 0) {
        TOCSIN_ASSIGN(run.deliveries, deliveriesOf(options.folder, recipients));
    }
    return file.submit(std::move(run)).result().map([](const casework::Receipt &) {});
}

/// Whom the checks look at: everybody who gets a letter; of a follow-up those who had an earlier one, as soon as there
/// are any.
Result<StoreRecipients> peopleOf(casework::ReadSession &session, const LetterMaterial &material)
{
    if (!casework::isFollowUp(material.notice) || material.earlier.isEmpty())
        return StoreRecipients(session, material.incident.id);
    TOCSIN_ASSIGN(const casework::Wave wave, session.ask(casework::WaveQuery{material.notice, true}));
    StoreRecipients people(session, wave.people);
    people.setEarlier(material.earlier);
    return people;
}

/// What people had before a follow-up.
Result<QHash<RecipientId, notices::EarlierLetter>> earlierLetters(casework::ReadSession &session,
                                                                  const casework::Notice &notice)
{
    QHash<RecipientId, notices::EarlierLetter> earlier;
    if (!casework::isFollowUp(notice))
        return earlier;
    TOCSIN_ASSIGN(const QList<casework::EarlierNotice> all,
                  session.ask(casework::EarlierNotices{notice.id, notice.incident}));
    for (const casework::EarlierNotice &each : all)
        earlier.insert(each.recipient, {each.dated, each.byEmail});
    return earlier;
}

/// The people a run writes to. A proof can always be made: if nobody is left to write to, of everybody.
Result<casework::Wave> waveOf(casework::ReadSession &session, const casework::Notice &notice,
                              const notices::LetterRunOptions &options, const QString &again)
{
    casework::WaveQuery query{notice, !again.trimmed().isEmpty(), options.shard.index, options.shard.of,
                              notices::fillingOf(options)};
    auto wave = session.ask(query);
    if (wave || options.proof == 0 || wave.error().code != ErrorCode::CheckFailed)
        return wave;
    query.everybody = true;
    return session.ask(query);
}

/// When the run in a folder was begun, so that it ends with the date it began with; nothing for a new run. Fails with
/// Conflict if the folder holds a run that is in the store already.
Result<std::optional<Instant>> beginningOf(casework::ReadSession &session, IncidentId incident, const QString &folder)
{
    TOCSIN_ASSIGN(const std::optional<notices::FinishedRun> finished, notices::finishedRun(folder));
    if (!finished)
        return notices::unfinishedRun(folder);
    TOCSIN_ASSIGN(const QList<casework::Run> runs, session.ask(casework::RunsQuery{incident}));
    const bool known
        = std::any_of(runs.begin(), runs.end(), [sha256 = sha256Hex(finished->manifest)](const casework::Run &run) {
              return run.manifestSha256 == sha256;
          });
    if (known)
        return fail(ErrorCode::Conflict,
                    u"“%1” holds a finished run that is recorded; choose another folder."_s.arg(folder));
    return finished->generated;
}

} // namespace

Result<LetterMaterial> letterMaterial(casework::ReadSession &session, IncidentId incident, const QString &noticeKey,
                                      const Instant &at)
{
    TOCSIN_ASSIGN(const casework::Notice notice, session.ask(casework::NoticeByKey{incident, noticeKey}));
    if (isDocument(notice)) {
        return fail(ErrorCode::BadInput,
                    u"“%1” is one document and not letters; produce it as such (notices produce)."_s.arg(noticeKey));
    }
    return letterMaterialOf(session, notice, at);
}

Result<LetterMaterial> letterMaterialOf(casework::ReadSession &session, const casework::Notice &notice,
                                        const Instant &at)
{
    const IncidentId incident = notice.incident;
    TOCSIN_ASSIGN(const casework::Incident record, session.ask(casework::IncidentById{incident}));
    TOCSIN_ASSIGN(const casework::Organization organization, session.ask(casework::OrganizationQuery()));
    TOCSIN_ASSIGN(const casework::FactsRevision facts, session.ask(casework::CurrentFacts{incident}));
    TOCSIN_ASSIGN(const law::Evaluation evaluation, session.ask(casework::EvaluationQuery{incident}));
    TOCSIN_ASSIGN(const casework::RosterTotals totals, session.ask(casework::RosterTotalsQuery{incident}));
    TOCSIN_ASSIGN(HouseTexts texts, HouseTexts::of(session));
    TOCSIN_ASSIGN(notices::TemplateSet templates, texts.letters(notice.kind));
    TOCSIN_ASSIGN(notices::OverlaySet overlays, texts.overlays());

    TOCSIN_ASSIGN(notices::Organization sender, senderOf(organization));
    LetterMaterial material{
        record, notice, {std::move(templates), std::move(sender), {}, {}, std::move(overlays)}, {}, false, 0, 0, 0,
        {},     {}};
    const law::Occurrence occurred = facts.facts.occurred.value_or(law::Occurrence());
    material.facts = {occurred.from.value_or(QDate()),
                      occurred.to.value_or(QDate()),
                      evaluation.discovered,
                      facts.facts.peopleAffected(),
                      law::delayAsked(facts.facts),
                      facts.facts.residents.value_or(QMap<QString, qint64>()),
                      {facts.facts.unreachable.value_or(0), totals.people},
                      facts.facts.data.value_or(QStringList())};
    material.inputs.medium = mediumOf(notice.kind);
    material.inputs.letterDate = at.inZone(organization.timezone).localDate();
    material.undecided = totals.undecided;
    material.people = totals.people;
    material.rosterRevision = totals.revision;
    takeWords(material);
    material.texts = std::move(texts);
    TOCSIN_ASSIGN(material.earlier, earlierLetters(session, notice));
    pin(material, organization);
    return material;
}

void tellOthers(notices::IncidentFields &incident)
{
    if (incident.whatHappened == kStandardHappened) {
        incident.whatHappened = u"We discovered that information about people may have been seen or obtained by "
                                "someone who was not allowed to have it."_s;
    }
    if (!incident.translated.contains(u"es"_s))
        return;
    notices::Narratives &spanish = incident.translated[u"es"_s];
    if (spanish.whatHappened == kStandardSpanish.whatHappened) {
        spanish.whatHappened = u"Descubrimos que es posible que alguien sin permiso haya visto u obtenido información "
                               u"sobre varias personas."_s;
    }
}

void tryWords(LetterMaterial &material, const QMap<QString, QString> &fields)
{
    material.notice.fields = fields;
    takeWords(material);
}

Result<> tryText(LetterMaterial &material, const QString &id, const QByteArray &bytes)
{
    material.texts.put(id, bytes);
    TOCSIN_ASSIGN(material.inputs.templates, material.texts.letters(material.notice.kind));
    TOCSIN_ASSIGN(material.inputs.overlays, material.texts.overlays());
    return {};
}

Result<QList<notices::CheckResult>> checkNotice(casework::ReadSession &session, const LetterMaterial &material,
                                                const Progress &progress)
{
    const notices::LetterComposer composer(material.inputs);
    TOCSIN_ASSIGN(StoreRecipients recipients, peopleOf(session, material));
    TOCSIN_ASSIGN(const notices::RosterSurvey survey, notices::surveyRoster(composer, recipients, 0, progress));
    TOCSIN_ASSIGN(const QList<casework::Notice> all, session.ask(casework::NoticesQuery{material.incident.id}));
    return notices::checkLetters(composer, survey, material.facts, othersThan(material.notice, all))
        + wordFaults(material.notice) + caseChecks(material);
}

Result<QByteArray> previewLetter(casework::ReadSession &session, const LetterMaterial &material, RecipientId recipient)
{
    TOCSIN_ASSIGN(const QList<casework::Recipient> people, session.ask(casework::RecipientsById{{recipient}}));
    if (people.isEmpty())
        return fail(ErrorCode::NotFound, u"This person is not in the roster."_s);
    const notices::LetterComposer composer(material.inputs);
    notices::LetterRecipient person = letterRecipient(people.first());
    person.earlier = material.earlier.value(recipient);
    TOCSIN_ASSIGN(const notices::Letter letter, composer.compose(person, u"Preview"_s));
    return notices::renderDocument(letter.document);
}

namespace {

Result<NoticeStanding> standingOn(casework::ReadSession &session, const DocumentGround &ground,
                                  const casework::Notice &notice, const Instant &at)
{
    const QString &reference = ground.letters.incident.reference;
    if (isDocument(notice)) {
        TOCSIN_ASSIGN(const DocumentMaterial material, documentOn(ground, notice));
        return standingOf(session, reference, notice, material.pinned, material.pinnedParts);
    }
    TOCSIN_ASSIGN(const LetterMaterial material, letterMaterial(session, notice.incident, notice.key, at));
    return standingOf(session, reference, notice, material.pinned, material.pinnedParts);
}

} // namespace

Result<QList<NoticeStanding>> noticeStandings(casework::ReadSession &session, IncidentId incident, const Instant &at)
{
    TOCSIN_ASSIGN(const QList<casework::Notice> all, session.ask(casework::NoticesQuery{incident}));
    TOCSIN_ASSIGN(const DocumentGround ground, documentGround(session, incident, at));
    QList<NoticeStanding> standings;
    for (const casework::Notice &notice : all) {
        TOCSIN_ASSIGN(NoticeStanding standing, standingOn(session, ground, notice, at));
        if (const casework::ObligationRecord *duty = dutyOf(ground, notice)) {
            standing.due = duty->due();
            standing.dueDone = duty->state == casework::WorkState::Done;
        }
        standings << standing;
    }
    return standings;
}

Result<LetterRunReport> runNotice(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                  notices::LetterRunOptions options, const Progress &progress, const QString &again)
{
    if (!file.may(casework::RecordRun::kAction)) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” does not produce letters."_s.arg(casework::roleName(file.actor().role)));
    }
    TOCSIN_ASSIGN(const auto session, file.openSession());
    TOCSIN_ASSIGN(const casework::Notice notice, session->ask(casework::NoticeByKey{incident, noticeKey}));
    if (isDocument(notice)) {
        return fail(
            ErrorCode::BadInput,
            u"“%1” is one document and not letters; produce it as a document (notices produce)."_s.arg(noticeKey));
    }
    TOCSIN_ASSIGN(const std::optional<Instant> begun, beginningOf(*session, incident, options.folder));
    TOCSIN_ASSIGN(const LetterMaterial material,
                  letterMaterial(*session, incident, noticeKey, begun.value_or(file.now())));
    TOCSIN_ASSIGN(
        const NoticeStanding standing,
        standingOf(*session, material.incident.reference, material.notice, material.pinned, material.pinnedParts));
    if (options.proof == 0) {
        TOCSIN_TRY(producible(standing));
        TOCSIN_ASSIGN(const ProofStanding proofs, proofStanding(*session, material.notice, material.pinned));
        TOCSIN_TRY(proven(proofs, material.notice));
    }
    const QString wish = again.trimmed();
    TOCSIN_ASSIGN(const casework::Wave wave, waveOf(*session, material.notice, options, wish));
    options.wave = {wave.number, casework::waveKindToken(wave.kind), wave.leftOut};
    StoreRecipients recipients(*session, wave.people);
    recipients.setEarlier(material.earlier);
    const FixedClock clock(file.now());
    TOCSIN_ASSIGN(notices::LetterRunSummary summary,
                  notices::runLetters(material.inputs, material.facts, recipients, options, clock, progress));
    TOCSIN_TRY(record(file, material, options, summary, recipients, {wave, wish}));
    summary.warnings += caseChecks(material);
    return LetterRunReport{std::move(summary), standing.approved,  standing.approvalVoid,  options.folder,
                           options.wave,       wave.toldOtherwise, material.inputs.medium, options.shard};
}

} // namespace tocsin::jobs
