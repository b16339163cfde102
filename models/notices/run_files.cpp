// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/run_files.h"

#include "core/json_reader.h"
#include "core/text.h"
#include "notices/address_file.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr qint64 kMany = qint64(1) << 50;
constexpr auto kByEmail = "e-mail"_L1;
constexpr auto kByPhone = "telephone"_L1;

/// Undoes spreadsheetSafe(). Ids that begin with an apostrophe of their own are refused before a run.
QString withoutSpreadsheetGuard(const QString &text)
{
    const bool guarded = text.size() > 1 && text.front() == u'\'' && u"=+-@"_s.contains(text[1]);
    return guarded ? text.mid(1) : text;
}

/// The fields of one line, RFC 4180; no field of run.csv holds a line break.
QStringList splitLine(const QString &line)
{
    QStringList fields{QString()};
    bool quoted = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar sign = line[at];
        const bool doubled = quoted && sign == u'"' && at + 1 < line.size() && line[at + 1] == u'"';
        if (doubled)
            fields.back() += line[++at];
        else if (sign == u'"')
            quoted = !quoted;
        else if (sign == u',' && !quoted)
            fields.append(QString());
        else
            fields.back() += sign;
    }
    return fields;
}

QString numberOrEmpty(int number)
{
    return number > 0 ? QString::number(number) : QString();
}

QJsonObject toJson(const AddressFileMade &made)
{
    return {{u"kind"_s, made.kind},   {u"file"_s, made.file},   {u"sha256"_s, made.sha256},
            {u"bytes"_s, made.bytes}, {u"pages"_s, made.pages}, {u"shortened"_s, made.shortened}};
}

QJsonObject toJson(const LetterRunPart &part)
{
    QJsonObject object{{u"part"_s, part.number}, {u"file"_s, part.file},       {u"sha256"_s, part.sha256},
                       {u"bytes"_s, part.bytes}, {u"letters"_s, part.letters}, {u"pages"_s, part.pages}};
    QJsonArray addresses;
    for (const AddressFileMade &made : part.addresses)
        addresses.append(toJson(made));
    if (!addresses.isEmpty())
        object.insert(u"address_files"_s, addresses);
    return object;
}

QJsonObject toJson(const RunJournal::Part &part)
{
    QJsonObject object = toJson(part.pdf);
    object.insert(u"rows"_s, part.rows);
    object.insert(u"rows_bytes"_s, part.rowsBytes);
    object.insert(u"rows_sha256"_s, part.rowsSha256);
    object.insert(u"without_address"_s, part.withoutAddress);
    object.insert(u"addresses_shortened"_s, part.addressesShortened);
    return object;
}

RunJournal::Part readPart(JsonReader &reader)
{
    RunJournal::Part part;
    part.pdf.number = static_cast<int>(reader.integer("part"_L1, 1, 1'000'000).value_or(0));
    part.pdf.file = reader.string("file"_L1);
    part.pdf.sha256 = reader.string("sha256"_L1);
    part.pdf.bytes = reader.integer("bytes"_L1, 0, kMany).value_or(0);
    part.pdf.letters = reader.integer("letters"_L1, 0, kMany).value_or(0);
    part.pdf.pages = reader.integer("pages"_L1, 0, kMany).value_or(0);
    part.pdf.addresses = readAddressFiles(reader, part.pdf.number);
    part.rows = reader.integer("rows"_L1, 0, kMany).value_or(0);
    part.rowsBytes = reader.integer("rows_bytes"_L1, 0, kMany).value_or(0);
    part.rowsSha256 = reader.string("rows_sha256"_L1);
    part.withoutAddress = reader.integer("without_address"_L1, 0, kMany).value_or(0);
    part.addressesShortened = reader.integer("addresses_shortened"_L1, 0, kMany).value_or(0);
    return part;
}

QJsonObject shardJson(const Shard &shard)
{
    return {{u"index"_s, shard.index}, {u"of"_s, shard.of}};
}

QJsonObject waveJson(const LetterWave &wave)
{
    return {{u"number"_s, wave.number}, {u"people"_s, wave.people}, {u"left_out"_s, wave.leftOut}};
}

/// A run by post says nothing of it.
void insertMedium(QJsonObject &object, Medium medium)
{
    if (medium != Medium::Post)
        object.insert(u"by"_s, medium == Medium::Email ? kByEmail : kByPhone);
}

QJsonArray templatesJson(const TemplateSet &templates)
{
    QJsonArray list;
    for (const Template &text : templates.all()) {
        list.append(QJsonObject{{u"id"_s, text.id},
                                {u"version"_s, text.version},
                                {u"form"_s, toWord(text.form)},
                                {u"language"_s, text.language},
                                {u"sha256"_s, text.sha256}});
    }
    return list;
}

/// A part and what its letters have in common.
QJsonObject partJson(const LetterRunPart &part, const LetterSplit &split)
{
    QJsonObject object = toJson(part);
    if (split.language)
        object.insert(u"language"_s, part.group.language);
    if (split.overlay)
        object.insert(u"overlay"_s, part.group.overlay);
    if (split.form)
        object.insert(u"form"_s, toWord(part.group.form));
    return object;
}

/// Which texts the letters of the whole roster have, and how many letters each.
QJsonArray textsJson(const RosterSurvey &roster)
{
    QJsonArray list;
    for (const auto &[text, letters] : roster.texts) {
        list.append(QJsonObject{{u"overlay"_s, text.overlay},
                                {u"language"_s, text.language},
                                {u"form"_s, toWord(text.form)},
                                {u"letters"_s, letters}});
    }
    return list;
}

QJsonArray warningsJson(const QList<CheckResult> &warnings)
{
    QJsonArray list;
    for (const CheckResult &check : warnings)
        list.append(QJsonObject{{u"id"_s, check.id}, {u"title"_s, check.title}, {u"detail"_s, check.detail}});
    return list;
}

} // namespace

Medium readMedium(JsonReader &reader)
{
    const QString by = reader.word("by"_L1, {kByEmail, kByPhone}, false);
    return by.isEmpty() ? Medium::Post : by == kByEmail ? Medium::Email : Medium::Phone;
}

QList<AddressFileMade> readAddressFiles(JsonReader &part, int number)
{
    QList<AddressFileMade> files;
    const auto read = [&](JsonReader &reader) {
        AddressFileMade made;
        made.kind = reader.word("kind"_L1, {"envelopes"_L1, "labels"_L1});
        // The name is made, not taken over: what a file says is no path to follow.
        made.file = addressFileName(made.kind, number);
        if (reader.string("file"_L1) != made.file)
            reader.failAt("file"_L1, made.file);
        made.sha256 = reader.string("sha256"_L1);
        made.bytes = reader.integer("bytes"_L1, 0, kMany).value_or(0);
        made.pages = reader.integer("pages"_L1, 0, kMany).value_or(0);
        made.shortened = reader.integer("shortened"_L1, 0, kMany).value_or(0);
        files << made;
    };
    part.objects("address_files"_L1, read, false);
    return files;
}

QByteArray runCsvHead()
{
    return "recipient_id,outcome,part,first_page,pages,state,language,form,overlay,sha256\r\n";
}

QByteArray runCsvRow(const LetterRunRow &row)
{
    const QStringList fields{csvField(spreadsheetSafe(row.recipientId)),
                             row.outcome,
                             numberOrEmpty(row.part),
                             numberOrEmpty(row.firstPage),
                             numberOrEmpty(row.pages),
                             csvField(spreadsheetSafe(row.state)),
                             row.language,
                             row.form,
                             row.overlay,
                             row.sha256};
    return fields.join(u',').toUtf8() + "\r\n";
}

Result<LetterRunRow> parseRunCsvRow(const QString &line)
{
    const QStringList fields = splitLine(line);
    if (fields.size() != 10)
        return fail(ErrorCode::BadInput, u"a row has 10 fields, here are %1"_s.arg(fields.size()));
    LetterRunRow row;
    row.recipientId = withoutSpreadsheetGuard(fields[0]);
    row.outcome = fields[1];
    row.part = fields[2].toInt();
    row.firstPage = fields[3].toInt();
    row.pages = fields[4].toInt();
    row.state = withoutSpreadsheetGuard(fields[5]);
    row.language = fields[6];
    row.form = fields[7];
    row.overlay = fields[8];
    row.sha256 = fields[9];
    return row;
}

QByteArray RunJournal::toJson() const
{
    QJsonArray list;
    for (const Part &part : parts)
        list.append(notices::toJson(part));
    QJsonObject object{{u"format"_s, u"tocsin-letter-run-state"_s},
                       {u"format_version"_s, 1},
                       {u"inputs_sha256"_s, inputsSha256},
                       {u"shard"_s, shardJson(shard)},
                       {u"started_msecs"_s, started.msecs()},
                       {u"started_zone"_s, QString::fromUtf8(started.zone())},
                       {u"making"_s, making},
                       {u"parts"_s, list}};
    insertMedium(object, medium);
    return QJsonDocument(object).toJson();
}

Result<RunJournal> RunJournal::parse(const QByteArray &json, const QString &source)
{
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(json, source));
    JsonReader reader(object, source);
    RunJournal journal;
    reader.word("format"_L1, {"tocsin-letter-run-state"_L1});
    reader.integer("format_version"_L1, 1, 1);
    journal.inputsSha256 = reader.string("inputs_sha256"_L1);
    journal.medium = readMedium(reader);
    reader.object("shard"_L1, [&](JsonReader &share) {
        journal.shard.index = static_cast<int>(share.integer("index"_L1, 1, 100'000).value_or(1));
        journal.shard.of = static_cast<int>(share.integer("of"_L1, 1, 100'000).value_or(1));
    });
    const qint64 msecs = reader.integer("started_msecs"_L1, -kMany, kMany).value_or(0);
    const QByteArray zone = reader.string("started_zone"_L1).toUtf8();
    if (!isKnownZone(zone))
        reader.failAt("started_zone"_L1, u"a known time zone"_s);
    journal.started = Instant(msecs, zone);
    journal.making = static_cast<int>(reader.integer("making"_L1, 0, 1'000'000).value_or(0));
    reader.objects("parts"_L1, [&](JsonReader &part) { journal.parts.append(readPart(part)); });
    TOCSIN_TRY(reader.finish());
    return journal;
}

QByteArray runJson(const LetterRunSummary &summary, const LetterInputs &inputs, const RosterSurvey &roster,
                   const LetterRunOptions &options, const Instant &generated)
{
    QJsonArray parts;
    for (const LetterRunPart &part : summary.parts)
        parts.append(partJson(part, options.split));
    const QJsonObject counts{{u"recipients"_s, summary.recipients},
                             {u"letters"_s, summary.letters},
                             {u"without_address"_s, summary.withoutAddress},
                             {u"addresses_shortened"_s, summary.addressesShortened},
                             {u"pages"_s, summary.pages},
                             {u"parts"_s, summary.parts.size()}};
    const QJsonObject whole{{u"recipients"_s, roster.recipients},
                            {u"letters"_s, roster.letters},
                            {u"without_address"_s, roster.withoutAddress.count}};
    QJsonObject object{
        {u"format"_s, u"tocsin-letter-run"_s},
        {u"format_version"_s, 3},
        {u"program"_s, u"tocsin " TOCSIN_VERSION ""_s},
        {u"generated"_s, generated.toIso()},
        {u"letter_date"_s, inputs.letterDate.toString(Qt::ISODate)},
        {u"proof"_s, options.proof > 0},
        {u"shard"_s, shardJson(options.shard)},
        {u"wave"_s, waveJson(options.wave)},
        {u"split_by"_s, QJsonArray::fromStringList(options.split.words())},
        {u"order"_s, toWord(options.order)},
        {u"counts"_s, counts},
        {u"roster"_s, whole},
        {u"inputs_sha256"_s, summary.inputsSha256},
        {u"roster_sha256"_s, roster.sha256},
        {u"templates_sha256"_s, summary.templatesSha256},
        {u"templates"_s, templatesJson(inputs.templates)},
        {u"overlays_sha256"_s, inputs.overlays.sha256()},
        {u"overlays_version"_s, inputs.overlays.file().version},
        {u"texts"_s, textsJson(roster)},
        {u"csv"_s, QJsonObject{{u"file"_s, u"run.csv"_s}, {u"sha256"_s, summary.csvSha256}}},
        {u"xlsx"_s, QJsonObject{{u"file"_s, u"run.xlsx"_s}, {u"sha256"_s, summary.workbookSha256}}},
        {u"parts"_s, parts},
        {u"warnings"_s, warningsJson(summary.warnings)},
    };
    insertMedium(object, inputs.medium);
    return QJsonDocument(object).toJson();
}

} // namespace tocsin::notices
