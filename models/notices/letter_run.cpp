// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/letter_run.h"

#include "core/text.h"
#include "notices/address_file.h"
#include "notices/finished_run.h"
#include "notices/part_maker.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/run_folder.h"
#include "notices/run_plan.h"

#include <QDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr int kMaxPartSize = 100'000;
constexpr int kMaxShards = 10'000;

Result<> checkOptions(const LetterRunOptions &options)
{
    if (options.folder.isEmpty())
        return fail(ErrorCode::Usage, u"A run needs a folder to write to."_s);
    if (options.partSize < 1 || options.partSize > kMaxPartSize)
        return fail(ErrorCode::Usage, u"A part holds 1 to %1 letters."_s.arg(kMaxPartSize));
    if (options.proof < 0)
        return fail(ErrorCode::Usage, u"A proof set has at least one letter."_s);
    if (options.proof > 0 && (options.split.any() || options.order != LetterOrder::Roster))
        return fail(ErrorCode::Usage, u"A proof set is read as one; splitting and sorting are for the whole run."_s);
    const Shard shard = options.shard;
    if (options.proof > 0 && shard.of > 1)
        return fail(ErrorCode::Usage, u"A proof set is made whole; shares are for the whole run."_s);
    if (shard.of < 1 || shard.of > kMaxShards || shard.index < 1 || shard.index > shard.of)
        return fail(ErrorCode::Usage, u"A share is I/N with I from 1 to N, and N at most %1."_s.arg(kMaxShards));
    return {};
}

/// Everything that decides the bytes of the run's files, but for the share of it that is made here and the instant.
QString inputsHash(const LetterInputs &inputs, const RosterSurvey &roster, const LetterRunOptions &options)
{
    const Organization &sender = inputs.organization;
    const IncidentFields &incident = inputs.incident;
    QStringList fields{u"tocsin letter run 4"_s, QStringLiteral(TOCSIN_VERSION), inputs.templates.sha256(),
                       inputs.overlays.sha256(), roster.sha256};
    fields << sender.name << sender.kind << QString::fromUtf8(sender.timezone) << sender.tollFree << sender.email
           << sender.website << sender.privacyOfficer << QString::number(sender.address.size()) << sender.address;
    fields << incident.breachFrom.toString(Qt::ISODate) << incident.breachTo.toString(Qt::ISODate)
           << incident.discovered.toString(Qt::ISODate) << incident.whatHappened << incident.whatWeAreDoing
           << incident.offer << incident.callHours << incident.whatChanged << incident.whatChangedNeutral
           << incident.earlierLetter.toString(Qt::ISODate) << QString::number(incident.affected.value_or(-1))
           << QString::number(incident.delayed ? int{*incident.delayed} : -1)
           << QString::number(incident.translated.size()) << inputs.letterDate.toString(Qt::ISODate);
    for (auto told = incident.translated.begin(); told != incident.translated.end(); ++told)
        fields << told.key() << told->whatHappened << told->whatWeAreDoing << told->offer << told->callHours
               << told->whatChanged << told->whatChangedNeutral;
    if (sender.letterhead || !sender.signature.name.isEmpty()) {
        const auto hashOf = [](const std::optional<Picture> &picture) { return picture ? picture->sha256 : QString(); };
        fields << hashOf(sender.letterhead) << sender.signature.name << sender.signature.title
               << hashOf(sender.signature.picture);
    }
    fields << fillingOf(options) << QString::number(options.proof)
           << QString::number(int{options.proof > 0 && options.proofGrows});
    fields << QString::number(options.wave.number) << options.wave.people << QString::number(options.wave.leftOut);
    if (options.addresses.any())
        fields << options.addresses.words().join(u',');
    if (inputs.medium != Medium::Post)
        fields << (inputs.medium == Medium::Email ? u"e-mail"_s : u"telephone"_s);
    QByteArray canonical;
    for (const QString &field : std::as_const(fields)) {
        const QByteArray bytes = field.toUtf8();
        canonical += QByteArray::number(bytes.size()) + ':' + bytes + '\n';
    }
    return sha256Hex(canonical);
}

/// The second pass over the roster: makes the parts that are not complete yet.
class Production
{
public:
    Production(const LetterComposer &composer, const RosterSurvey &roster, const RunPlan &plan,
               const LetterRunOptions &options, RunFolder &folder, const Progress &progress)
        : m_composer(composer)
        , m_roster(roster)
        , m_plan(plan)
        , m_proof(options.proof > 0)
        , m_addresses(options.addresses)
        , m_pause(options.pause.get())
        , m_folder(folder)
        , m_progress(progress)
    {
    }

    Result<> run(RecipientSource &source)
    {
        TOCSIN_TRY(m_plan.order().empty() ? source.rewind() : source.rewindTo(m_plan.order()));
        LetterRecipient recipient;
        for (qint64 position = 0;; ++position) {
            TOCSIN_TRY(m_pause ? m_pause->wait(m_progress) : m_progress.check());
            TOCSIN_ASSIGN(const bool more, source.next(recipient));
            if (!more)
                return finishPart();
            if (!m_proof || std::binary_search(m_roster.proof.begin(), m_roster.proof.end(), position))
                TOCSIN_TRY(take(recipient));
        }
    }

private:
    const LetterComposer &m_composer;
    const RosterSurvey &m_roster;
    const RunPlan &m_plan;
    bool m_proof;
    AddressFiles m_addresses;
    const Pause *m_pause;
    RunFolder &m_folder;
    const Progress &m_progress;
    qint64 m_lettersBefore = 0;
    qint64 m_done = 0; ///< letters of this share that are made or kept
    std::unique_ptr<PartMaker> m_part;

    Result<> take(const LetterRecipient &recipient)
    {
        const bool reached = canReach(recipient, m_composer.inputs().medium);
        const int part = m_plan.partAfter(m_lettersBefore);
        if (m_part && m_part->part().pdf.number != part)
            TOCSIN_TRY(finishPart());
        if (m_plan.isMadeHere(part)) {
            if (!m_folder.isComplete(part))
                TOCSIN_TRY(add(part, recipient, reached));
            m_done += reached ? 1 : 0;
            m_progress.report(m_done, m_plan.lettersHere());
        }
        m_lettersBefore += reached ? 1 : 0;
        return {};
    }

    Result<> add(int part, const LetterRecipient &recipient, bool reached)
    {
        if (!m_part) {
            TOCSIN_ASSIGN(PartPlace place, m_folder.beginPart(part, m_addresses.words()));
            place.lettersBefore = m_lettersBefore;
            m_part = PartMaker::make(m_composer, m_addresses, m_folder.journal().started, m_proof);
            TOCSIN_TRY(m_part->begin(place));
        }
        return reached ? m_part->add(recipient) : m_part->addUnreached(recipient);
    }

    Result<> finishPart()
    {
        if (!m_part)
            return {};
        TOCSIN_TRY(m_part->finish());
        TOCSIN_TRY(m_folder.completePart(m_part->part(), m_part->rows()));
        m_part.reset();
        return {};
    }
};

/// Its own function, so that the writer is gone before a failure takes the file from under it.
Result<> produce(const LetterComposer &composer, const RosterSurvey &roster, const RunPlan &plan,
                 const LetterRunOptions &options, RunFolder &folder, RecipientSource &source, const Progress &progress)
{
    return Production(composer, roster, plan, options, folder, progress).run(source);
}

QList<CheckResult> warningsOf(const QList<CheckResult> &checks)
{
    QList<CheckResult> warnings;
    std::copy_if(checks.begin(), checks.end(), std::back_inserter(warnings),
                 [](const CheckResult &check) { return check.level == CheckLevel::Warning; });
    return warnings;
}

void nameGroups(LetterRunSummary &summary, const RunPlan &plan)
{
    for (LetterRunPart &part : summary.parts)
        part.group = plan.groupOf(part.number);
}

LetterRunSummary summaryOf(const RunJournal &journal, const LetterInputs &inputs, const RosterSurvey &roster,
                           const QList<CheckResult> &checks)
{
    LetterRunSummary summary;
    for (const RunJournal::Part &part : journal.parts) {
        summary.recipients += part.rows;
        summary.letters += part.pdf.letters;
        summary.withoutAddress += part.withoutAddress;
        summary.addressesShortened += part.addressesShortened;
        summary.pages += part.pdf.pages;
        summary.parts.append(part.pdf);
    }
    summary.templatesSha256 = inputs.templates.sha256();
    summary.inputsSha256 = journal.inputsSha256;
    summary.proofNeeds = roster.proofNeeds;
    summary.warnings = warningsOf(checks);
    return summary;
}

/// The summary of a run that an earlier call had finished, once its files are known to be as they were written.
Result<LetterRunSummary> takeOver(FinishedRun finished, const RunJournal &fresh, const LetterInputs &inputs,
                                  const RosterSurvey &roster, const RunPlan &plan, const LetterRunOptions &options,
                                  const QList<CheckResult> &checks)
{
    LetterRunSummary &summary = finished.summary;
    if (summary.inputsSha256 != fresh.inputsSha256 || finished.shard != fresh.shard) {
        return fail(ErrorCode::Conflict,
                    u"“%1” holds a finished run of other inputs: the texts, the roster, the date or the options have "
                    "changed since it was made. Choose another folder."_s.arg(options.folder));
    }
    nameGroups(summary, plan);
    if (runJson(summary, inputs, roster, options, finished.generated) != finished.manifest) {
        return fail(ErrorCode::Conflict,
                    u"The run.json in “%1” has changed since it was written; begin again in an empty folder."_s.arg(
                        options.folder));
    }
    TOCSIN_TRY(verifyFinishedRun(options.folder, finished));
    summary.keptParts = static_cast<int>(summary.parts.size());
    summary.wasFinished = true;
    summary.partsOfAllShares = plan.parts();
    summary.proofNeeds = roster.proofNeeds;
    summary.warnings = warningsOf(checks);
    return std::move(summary);
}

/// Says what became of a run that did not come to its end.
Failure stopped(Error error, int keptParts)
{
    if (keptParts > 0) {
        const QString kept
            = u"The parts that are complete (%1) are kept; the same run goes on from there."_s.arg(keptParts);
        const QString what = error.code == ErrorCode::Cancelled ? u"Cancelled."_s : error.message;
        error.message = what + u' ' + kept;
    }
    return Failure(std::move(error));
}

Result<LetterRunSummary> finishRun(RunFolder &folder, const LetterInputs &inputs, const RosterSurvey &roster,
                                   const RunPlan &plan, const LetterRunOptions &options,
                                   const QList<CheckResult> &checks)
{
    LetterRunSummary summary = summaryOf(folder.journal(), inputs, roster, checks);
    nameGroups(summary, plan);
    summary.partsOfAllShares = plan.parts();
    TOCSIN_ASSIGN(summary.csvSha256, folder.completeCsv());
    TOCSIN_ASSIGN(summary.workbookSha256, folder.completeWorkbook());
    TOCSIN_TRY(folder.completeRun(runJson(summary, inputs, roster, options, folder.journal().started)));
    return summary;
}

} // namespace

QString fillingOf(const LetterRunOptions &options)
{
    const QString size = options.oneFile ? u"all"_s : QString::number(options.partSize);
    const QString filling = u"%1 by %2"_s.arg(size, toWord(options.order));
    return options.split.words().isEmpty() ? filling : filling + u", split by "_s + options.split.words().join(u',');
}

Result<LetterRunSummary> runLetters(const LetterInputs &inputs, const std::optional<NoticeFacts> &facts,
                                    RecipientSource &source, const LetterRunOptions &options, const Clock &clock,
                                    const Progress &progress)
{
    TOCSIN_TRY(checkOptions(options));
    if (inputs.medium != Medium::Post && options.addresses.any())
        return fail(ErrorCode::Usage, u"E-mails and calls have no envelopes and no labels."_s);
    TOCSIN_TRY(loadLetterFonts());
    const LetterComposer composer(inputs);
    TOCSIN_ASSIGN(const RosterSurvey roster,
                  surveyRoster(composer, source, options.proof, progress, options.proofGrows));
    const QList<CheckResult> checks = checkLetters(composer, roster, facts);
    TOCSIN_TRY(readyToRun(checks));
    const RunPlan plan(roster, options);

    RunJournal fresh;
    fresh.inputsSha256 = inputsHash(inputs, roster, options);
    fresh.shard = options.shard;
    fresh.medium = inputs.medium;
    fresh.started = clock.now();
    TOCSIN_ASSIGN(std::optional<FinishedRun> finished, finishedRun(options.folder));
    if (finished)
        return takeOver(std::move(*finished), fresh, inputs, roster, plan, options, checks);
    TOCSIN_ASSIGN(const auto folder, RunFolder::open(options.folder, fresh));
    const int taken = static_cast<int>(folder->journal().parts.size());

    auto summary = produce(composer, roster, plan, options, *folder, source, progress).and_then([&] {
        return finishRun(*folder, inputs, roster, plan, options, checks);
    });
    if (!summary)
        return stopped(summary.error(), folder->abandon());
    summary->keptParts = taken;
    return summary;
}

QStringList LetterSplit::words() const
{
    QStringList words;
    if (language)
        words << u"language"_s;
    if (overlay)
        words << u"overlay"_s;
    if (form)
        words << u"form"_s;
    return words;
}

QStringList AddressFiles::words() const
{
    QStringList words;
    for (const AddressSheet &sheet : sheetsOf(*this))
        words << sheet.kind;
    return words;
}

AddressFileMade LetterRunSummary::addressesOn(const QString &kind) const
{
    AddressFileMade all{kind};
    for (const LetterRunPart &part : parts) {
        for (const AddressFileMade &made : part.addresses) {
            if (made.kind != kind)
                continue;
            all.bytes += made.bytes;
            all.pages += made.pages;
            all.shortened += made.shortened;
        }
    }
    return all;
}

Result<LetterSplit> LetterSplit::fromWords(const QStringList &words)
{
    LetterSplit split;
    for (const QString &word : words) {
        bool *const wanted = word == "language"_L1 ? &split.language
            : word == "overlay"_L1                 ? &split.overlay
            : word == "form"_L1                    ? &split.form
                                                   : nullptr;
        if (!wanted)
            return fail(ErrorCode::Usage, u"A run is split by language, overlay or form, not by “%1”."_s.arg(word));
        *wanted = true;
    }
    return split;
}

QString toWord(LetterOrder order)
{
    return order == LetterOrder::Zip ? u"zip"_s : u"roster"_s;
}

Result<std::optional<Instant>> unfinishedRun(const QString &folder)
{
    TOCSIN_ASSIGN(const auto journal, journalIn(folder));
    if (!journal)
        return std::nullopt;
    return journal->started;
}

Result<> readRunRows(const QString &folder, const std::function<void(const LetterRunRow &)> &row)
{
    QFile file(QDir(folder).filePath(u"run.csv"_s));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(file.fileName(), file.errorString()));
    for (int number = 1; !file.atEnd(); ++number) {
        constexpr qint64 kLongestRow = 4096;
        const QByteArray line = file.readLine(kLongestRow);
        if (number == 1 && line == runCsvHead())
            continue;
        const auto read = number == 1 ? fail(ErrorCode::BadInput, u"the head is not that of run.csv"_s)
                                      : parseRunCsvRow(QString::fromUtf8(line).chopped(line.endsWith("\r\n") ? 2 : 0));
        if (!read)
            return fail(ErrorCode::BadInput,
                        u"%1, row %2: %3."_s.arg(file.fileName()).arg(number).arg(read.error().message));
        row(*read);
    }
    return {};
}

} // namespace tocsin::notices
