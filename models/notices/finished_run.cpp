// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/finished_run.h"

#include "core/json_reader.h"
#include "core/safe_file.h"
#include "notices/run_files.h"
#include "notices/run_folder.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr qint64 kMaxManifest = qint64{64} * 1024 * 1024;
constexpr qint64 kMany = qint64(1) << 50;
constexpr qint64 kMostParts = 1'000'000;
constexpr auto kCsv = "run.csv"_L1;
constexpr auto kWorkbook = "run.xlsx"_L1;

LetterRunPart readPart(JsonReader &reader, Medium medium)
{
    LetterRunPart part;
    part.number = static_cast<int>(reader.integer("part"_L1, 1, kMostParts).value_or(1));
    // The name is made, not taken over: what a file says is no path to follow.
    part.file = partName(part.number, medium);
    if (reader.string("file"_L1) != part.file)
        reader.failAt("file"_L1, part.file);
    part.sha256 = reader.string("sha256"_L1);
    part.bytes = reader.integer("bytes"_L1, 0, kMany).value_or(0);
    part.letters = reader.integer("letters"_L1, 0, kMany).value_or(0);
    part.pages = reader.integer("pages"_L1, 0, kMany).value_or(0);
    part.addresses = readAddressFiles(reader, part.number);
    for (const QLatin1StringView told : {"language"_L1, "overlay"_L1, "form"_L1})
        reader.value(told, false);
    return part;
}

void readCounts(JsonReader &reader, LetterRunSummary &summary)
{
    const auto count = [&reader](QLatin1StringView key) { return reader.integer(key, 0, kMany).value_or(0); };
    summary.recipients = count("recipients"_L1);
    summary.letters = count("letters"_L1);
    summary.withoutAddress = count("without_address"_L1);
    summary.addressesShortened = count("addresses_shortened"_L1);
    summary.pages = count("pages"_L1);
    if (count("parts"_L1) != summary.parts.size())
        reader.failAt("parts"_L1, u"the number of parts that are listed"_s);
}

Result<FinishedRun> parseRun(const QByteArray &json, const QString &source)
{
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(json, source));
    JsonReader reader(object, source);
    FinishedRun run;
    reader.word("format"_L1, {"tocsin-letter-run"_L1});
    reader.integer("format_version"_L1, 3, 3);
    const Result<Instant> generated = Instant::parse(reader.string("generated"_L1));
    if (!generated)
        reader.failAt("generated"_L1, u"an instant such as 2026-03-20T09:42:00-05:00"_s);
    run.generated = generated.value_or(Instant());
    reader.object("shard"_L1, [&run](JsonReader &share) {
        run.shard.index = static_cast<int>(share.integer("index"_L1, 1, kMostParts).value_or(1));
        run.shard.of = static_cast<int>(share.integer("of"_L1, 1, kMostParts).value_or(1));
    });
    run.medium = readMedium(reader);
    reader.objects("parts"_L1, [&run](JsonReader &part) { run.summary.parts.append(readPart(part, run.medium)); });
    reader.object("counts"_L1, [&run](JsonReader &counts) { readCounts(counts, run.summary); });
    reader.object("csv"_L1, [&run](JsonReader &csv) {
        csv.word("file"_L1, {kCsv});
        run.summary.csvSha256 = csv.string("sha256"_L1);
    });
    reader.object("xlsx"_L1, [&run](JsonReader &workbook) {
        workbook.word("file"_L1, {kWorkbook});
        run.summary.workbookSha256 = workbook.string("sha256"_L1);
    });
    run.summary.inputsSha256 = reader.string("inputs_sha256"_L1);
    run.summary.templatesSha256 = reader.string("templates_sha256"_L1);
    reader.objects("warnings"_L1, [&run](JsonReader &warning) {
        run.summary.warnings.append({warning.string("id"_L1), warning.string("title"_L1), QString(),
                                     CheckLevel::Warning, warning.string("detail"_L1)});
    });
    // Follows from the inputs; whoever takes the run over knows what should stand there.
    for (const QLatin1StringView told :
         {"program"_L1, "letter_date"_L1, "proof"_L1, "roster"_L1, "roster_sha256"_L1, "templates"_L1, "split_by"_L1,
          "order"_L1, "overlays_sha256"_L1, "overlays_version"_L1, "texts"_L1, "wave"_L1})
        reader.value(told);
    TOCSIN_TRY(reader.finish());
    run.manifest = json;
    return run;
}

} // namespace

Result<std::optional<FinishedRun>> finishedRun(const QString &folder)
{
    TOCSIN_ASSIGN(const bool unfinished,
                  journalIn(folder).map([](const auto &journal) { return journal.has_value(); }));
    const QString path = QDir(folder).filePath(u"run.json"_s);
    if (unfinished || !QFile::exists(path))
        return std::nullopt;
    TOCSIN_ASSIGN(const QByteArray json, readFile(path, kMaxManifest));
    Result<FinishedRun> run = parseRun(json, path);
    if (!run)
        return fail(ErrorCode::Conflict,
                    u"“%1” holds something else than a run of letters; choose an empty folder."_s.arg(folder),
                    run.error().message);
    return std::move(*run);
}

Result<> verifyFinishedRun(const QString &folder, const FinishedRun &run)
{
    const QDir files(folder);
    for (const LetterRunPart &part : run.summary.parts) {
        TOCSIN_TRY(verifyUnchanged(files.filePath(part.file), part.sha256));
        for (const AddressFileMade &made : part.addresses)
            TOCSIN_TRY(verifyUnchanged(files.filePath(made.file), made.sha256));
    }
    TOCSIN_TRY(verifyUnchanged(files.filePath(kCsv), run.summary.csvSha256));
    return verifyUnchanged(files.filePath(kWorkbook), run.summary.workbookSha256);
}

} // namespace tocsin::notices
