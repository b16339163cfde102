// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/document_run.h"

#include "casework/roles.h"
#include "casework/run.h"
#include "core/new_folder.h"
#include "core/safe_file.h"
#include "core/text.h"
#include "jobs/document_duties.h"
#include "jobs/documents.h"
#include "jobs/enclosures.h"
#include "notices/pdf/pdf_writer.h"
#include "notices/sheet_files.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

constexpr qint64 kMaxFile = qint64{64} * 1024 * 1024;

Result<int> writePdf(const QString &path, const DocumentMaterial &material, const notices::Sheet &sheet,
                     const Instant &now)
{
    notices::Metadata metadata = sheet.document.metadata;
    metadata.created = now;
    notices::PdfWriter writer;
    TOCSIN_TRY(writer.begin(path, metadata));
    TOCSIN_ASSIGN(const notices::PlacedDocument own, writer.addDocument(sheet.document));
    int pages = own.pages;
    if (material.sample) {
        TOCSIN_ASSIGN(const notices::PlacedDocument sample, writer.addDocument(material.sample->document));
        pages += sample.pages;
    }
    TOCSIN_TRY(writer.finish());
    return pages;
}

using NamedBytes = QList<std::pair<QString, QByteArray>>;

/// Only what somebody approved exactly as it is leaves the house, enclosed or by itself.
Result<> producible(casework::ReadSession &session, const DocumentMaterial &material)
{
    TOCSIN_ASSIGN(
        const NoticeStanding standing,
        standingOf(session, material.incident.reference, material.notice, material.pinned, material.pinnedParts));
    TOCSIN_TRY(jobs::producible(standing));
    if (material.reportVoid.isEmpty())
        return {};
    return fail(ErrorCode::CheckFailed,
                u"“%1” cannot be produced: a copy of the report to HHS goes with it, and %2. Have that report approved "
                "again first."_s.arg(material.notice.title, material.reportVoid));
}

/// A document in the forms beside PDF.
Result<> addForms(NamedBytes &files, const QString &name, const notices::Document &document)
{
    TOCSIN_ASSIGN(const QByteArray odt, notices::toOdt(document));
    files << std::pair(name + u".html"_s, notices::toHtml(document).toUtf8()) << std::pair(name + u".odt"_s, odt)
          << std::pair(name + u".txt"_s, notices::toPlainText(document).toUtf8());
    return {};
}

Result<> writeFiles(const NewFolder &folder, const DocumentMaterial &material, DocumentReport &report,
                    const Instant &now, const Progress &progress)
{
    const notices::Sheet sheet = notices::composeSheet(material.inputs);
    const QString &key = material.notice.key;
    TOCSIN_TRY(progress.check());
    TOCSIN_ASSIGN(report.pages, writePdf(folder.path(key + u".pdf"_s), material, sheet, now));
    TOCSIN_TRY(progress.check());
    NamedBytes others;
    TOCSIN_TRY(addForms(others, key, sheet.document));
    if (material.sample)
        TOCSIN_TRY(addForms(others, key + u"-sample"_s, material.sample->document));
    report.files.append({key + u".pdf"_s});
    for (const auto &[name, bytes] : std::as_const(others)) {
        TOCSIN_TRY(progress.check());
        TOCSIN_TRY(writeFileAtomically(folder.path(name), bytes));
        report.files.append({name});
    }
    return {};
}

/// What an office gets beside the notice itself; see notices::FilingOffice.
Result<> addEnclosures(casework::ReadSession &session, const NewFolder &folder, const DocumentMaterial &material,
                       DocumentReport &report, const Instant &now, const Progress &progress)
{
    const QString &key = material.notice.key;
    if (!material.reportEnclosed.isEmpty()) {
        TOCSIN_ASSIGN(const DocumentMaterial copy,
                      documentMaterial(session, material.incident.id, material.reportEnclosed, now));
        const QString name = key + u"-hhs-report.pdf"_s;
        TOCSIN_TRY(writePdf(folder.path(name), copy, notices::composeSheet(copy.inputs), now));
        report.files.append({name});
    }
    if (material.inputs.office.encloses.contains(u"names"_s)) {
        TOCSIN_ASSIGN(const QByteArray names,
                      namesOf(session, material.incident.id, stateOf(material.notice.recipient), progress));
        const QString name = key + u"-names.csv"_s;
        TOCSIN_TRY(writeFileAtomically(folder.path(name), names));
        report.files.append({name});
    }
    return {};
}

Result<> seal(const NewFolder &folder, DocumentReport &report)
{
    for (ProducedFile &each : report.files) {
        TOCSIN_ASSIGN(const QByteArray bytes, readFile(folder.path(each.name), kMaxFile));
        each.sha256 = sha256Hex(bytes);
        each.bytes = bytes.size();
    }
    return {};
}

QByteArray manifestOf(const DocumentMaterial &material, const DocumentReport &report, const Instant &now)
{
    QJsonArray files;
    for (const ProducedFile &each : report.files)
        files.append(QJsonObject{{u"file"_s, each.name}, {u"sha256"_s, each.sha256}, {u"bytes"_s, each.bytes}});
    QJsonObject manifest{{u"format"_s, 1},
                         {u"notice"_s, material.notice.key},
                         {u"kind"_s, material.notice.kind},
                         {u"recipient"_s, material.notice.recipient},
                         {u"title"_s, material.notice.title},
                         {u"version"_s, material.notice.version},
                         {u"pinned"_s, material.pinned},
                         {u"facts_revision"_s, material.factsRevision},
                         {u"template_sha256"_s, material.inputs.text.sha256},
                         {u"date"_s, material.inputs.date.toString(Qt::ISODate)},
                         {u"generated"_s, now.toIso()},
                         {u"pages"_s, report.pages},
                         {u"files"_s, files}};
    if (material.sample)
        manifest.insert(u"sample_sha256"_s, material.sample->sha256);
    return QJsonDocument(manifest).toJson();
}

Result<> record(casework::CaseFile &file, const DocumentMaterial &material, const DocumentReport &report)
{
    casework::RecordRun run;
    run.notice = material.notice.id;
    run.noticeVersion = material.notice.version;
    run.kind = u"document"_s;
    run.pages = report.pages;
    run.parts = report.files.size();
    run.manifestSha256 = report.manifestSha256;
    return file.submit(std::move(run)).result().map([](const casework::Receipt &) {});
}

} // namespace

Result<DocumentReport> produceDocument(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                       const QString &folder, const Progress &progress)
{
    if (!file.may(casework::RecordRun::kAction)) {
        return fail(ErrorCode::NotAllowed,
                    u"The role “%1” does not produce notices."_s.arg(casework::roleName(file.actor().role)));
    }
    const Instant now = file.now();
    TOCSIN_ASSIGN(const auto session, file.openSession());
    TOCSIN_ASSIGN(const DocumentMaterial material, documentMaterial(*session, incident, noticeKey, now));
    TOCSIN_TRY(producible(*session, material));
    TOCSIN_ASSIGN(const std::unique_ptr<NewFolder> making, NewFolder::begin(folder));
    DocumentReport report;
    report.folder = folder;
    TOCSIN_TRY(writeFiles(*making, material, report, now, progress));
    TOCSIN_TRY(addEnclosures(*session, *making, material, report, now, progress));
    TOCSIN_TRY(seal(*making, report));
    const QByteArray manifest = manifestOf(material, report, now);
    report.manifestSha256 = sha256Hex(manifest);
    TOCSIN_TRY(writeFileAtomically(making->path(u"notice.json"_s), manifest));
    TOCSIN_TRY(progress.check());
    TOCSIN_TRY(making->settle());
    if (const Result<> recorded = record(file, material, report); !recorded) {
        making->withdraw();
        return forward(recorded);
    }
    return report;
}

} // namespace tocsin::jobs
