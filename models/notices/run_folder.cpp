// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/run_folder.h"

#include "core/safe_file.h"
#include "core/text.h"
#include "notices/address_file.h"
#include "notices/run_workbook.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr int kEmptyLockMSecs = 10'000;
constexpr qint64 kMaxJournal = qint64{64} * 1024 * 1024;

constexpr auto kState = "run.state.json"_L1;
constexpr auto kRows = "run.csv.partial"_L1;
constexpr auto kCsv = "run.csv"_L1;
constexpr auto kWorkbook = "run.xlsx"_L1;
constexpr auto kJson = "run.json"_L1;
constexpr auto kLock = "run.lock"_L1;
constexpr auto kPartial = ".partial"_L1;

Result<> renameFile(const QString &from, const QString &to)
{
    if (QFile::exists(to))
        return fail(ErrorCode::Conflict,
                    u"“%1” is there already and was not made by this run; nothing was overwritten."_s.arg(to));
    if (!QFile::rename(from, to))
        return fail(ErrorCode::Io, u"“%1” could not be renamed to “%2”."_s.arg(from, to));
    return syncFolder(QFileInfo(to).absolutePath());
}

Failure writeFailure(const QFile &file)
{
    return fail(ErrorCode::Io, u"“%1” could not be written: %2."_s.arg(file.fileName(), file.errorString()));
}

Result<QString> fileSha256(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(path, file.errorString()));
    return QString::fromLatin1(hash.result().toHex());
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

qint64 bytesOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return info.size();
    qint64 bytes = 0;
    for (const QString &name : filesIn(path))
        bytes += QFileInfo(QDir(path).filePath(name)).size();
    return bytes;
}

} // namespace

QString partName(int part, Medium medium)
{
    return u"part-%1"_s.arg(part, 4, 10, QChar(u'0')) + (medium == Medium::Email ? QString() : u".pdf"_s);
}

Result<QString> contentSha256(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return fileSha256(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : filesIn(path)) {
        TOCSIN_ASSIGN(const QString sha256, fileSha256(QDir(path).filePath(name)));
        hash.addData(u"%1  %2\n"_s.arg(sha256, name).toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<> verifyUnchanged(const QString &path, const QString &sha256)
{
    if (!QFile::exists(path))
        return fail(ErrorCode::Conflict, u"“%1” is gone; begin again in an empty folder."_s.arg(path));
    TOCSIN_ASSIGN(const QString found, contentSha256(path));
    if (found == sha256)
        return {};
    return fail(ErrorCode::Conflict,
                u"“%1” has changed since it was written; begin again in an empty folder."_s.arg(path));
}

Result<std::optional<RunJournal>> journalIn(const QString &path)
{
    const QString file = QDir(path).filePath(kState);
    if (!QFile::exists(file))
        return std::nullopt;
    TOCSIN_ASSIGN(const QByteArray json, readFile(file, kMaxJournal));
    TOCSIN_ASSIGN(RunJournal journal, RunJournal::parse(json, file));
    return journal;
}

RunFolder::RunFolder(const QString &path) : m_path(path), m_lock(QDir(path).filePath(kLock))
{
    // A lock is stale if its process is gone, never by its age: a run may take long.
    m_lock.setStaleLockTime(0);
}

RunFolder::~RunFolder() = default;

QString RunFolder::file(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

Result<std::unique_ptr<RunFolder>> RunFolder::open(const QString &path, const RunJournal &fresh)
{
    const QString absolute = QDir(path).absolutePath();
    const bool created = !QFileInfo::exists(absolute);
    if (!QDir().mkpath(absolute))
        return fail(ErrorCode::Io, u"The folder “%1” cannot be made."_s.arg(absolute));
    std::unique_ptr<RunFolder> folder(new RunFolder(absolute));
    folder->m_created = created;
    TOCSIN_TRY(folder->lock());
    folder->removeTemporaries();
    if (QFile::exists(folder->file(kState))) {
        TOCSIN_TRY(folder->takeOver(fresh));
        return folder;
    }
    if (const auto started = folder->start(fresh); !started) {
        if (started.error().code == ErrorCode::Io)
            folder->abandon();
        return forward(started);
    }
    return folder;
}

Result<> RunFolder::lock()
{
    if (m_lock.tryLock(0))
        return {};
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_lock.getLockInfo(&process, &host, &program)) {
        // A kill can fall between making the lock and writing into it. Such a lock names no process that could be gone,
        // so its age has to tell.
        m_lock.setStaleLockTime(kEmptyLockMSecs);
        if (m_lock.tryLock(0))
            return {};
    }
    if (m_lock.error() == QLockFile::LockFailedError)
        return fail(ErrorCode::Conflict, u"Another run is writing to “%1”."_s.arg(m_path));
    return fail(ErrorCode::Io, u"The folder “%1” cannot be written to."_s.arg(m_path));
}

/// What a kill left of a file that was being written whole: its name, a dot and six letters.
void RunFolder::removeTemporaries()
{
    QFile::remove(file(kWorkbook + kPartial));
    static const QRegularExpression temporary(u"^run(\\.state)?\\.json\\.[A-Za-z]{6}$"_s);
    const QStringList names = QDir(m_path).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (temporary.match(name).hasMatch())
            QFile::remove(file(name));
    }
}

bool RunFolder::isComplete(int part) const
{
    return std::any_of(m_journal.parts.begin(), m_journal.parts.end(),
                       [&](const RunJournal::Part &known) { return known.pdf.number == part; });
}

Result<> RunFolder::start(const RunJournal &fresh)
{
    QStringList there = QDir(m_path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    there.removeAll(kLock);
    if (!there.isEmpty())
        return fail(ErrorCode::Conflict,
                    u"“%1” is not empty (%2 is there); choose an empty folder."_s.arg(m_path, there.front()));
    m_journal = fresh;
    m_journal.parts.clear();
    TOCSIN_TRY(writeJournal(m_journal.making));
    return appendRows(runCsvHead());
}

Result<> RunFolder::takeOver(const RunJournal &fresh)
{
    TOCSIN_ASSIGN(const auto journal, journalIn(m_path));
    RunJournal found = journal.value_or(RunJournal());
    if (found.inputsSha256 != fresh.inputsSha256 || found.shard != fresh.shard) {
        return fail(ErrorCode::Conflict,
                    u"“%1” holds an unfinished run of other inputs: the texts, the roster, the date or the options "
                    "have changed since it was begun. Choose another folder, or empty this one."_s.arg(m_path));
    }
    m_journal = std::move(found);
    if (m_journal.making > 0)
        removePart(m_journal.making);
    TOCSIN_TRY(verifyParts());
    return verifyRows();
}

/// Each complete part is there as it was written.
Result<> RunFolder::verifyParts()
{
    for (const RunJournal::Part &part : std::as_const(m_journal.parts)) {
        TOCSIN_TRY(verifyUnchanged(file(partName(part.pdf.number, m_journal.medium)), part.pdf.sha256));
        for (const AddressFileMade &made : part.pdf.addresses)
            TOCSIN_TRY(verifyUnchanged(file(addressFileName(made.kind, part.pdf.number)), made.sha256));
    }
    return {};
}

/// The rows of the complete parts are there; what a cut-off step wrote behind them is dropped.
Result<> RunFolder::verifyRows()
{
    if (m_journal.parts.isEmpty()) {
        QFile::remove(file(kRows));
        return appendRows(runCsvHead());
    }
    const bool renamed = m_journal.making == 0 && !QFile::exists(file(kRows));
    QFile rows(file(renamed ? kCsv : kRows));
    if (!rows.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return writeFailure(rows);
    bool intact = rows.read(runCsvHead().size()) == runCsvHead();
    for (const RunJournal::Part &part : std::as_const(m_journal.parts))
        intact = intact && sha256Hex(rows.read(part.rowsBytes)) == part.rowsSha256;
    if (!intact)
        return fail(ErrorCode::Conflict,
                    u"“%1” has changed since it was written; begin again in an empty folder."_s.arg(rows.fileName()));
    return rows.resize(rows.pos()) ? Result<>() : writeFailure(rows);
}

Result<> RunFolder::writeJournal(int making)
{
    m_journal.making = making;
    return writeFileAtomically(file(kState), m_journal.toJson());
}

Result<> RunFolder::appendRows(const QByteArray &rows)
{
    QFile target(file(kRows));
    const bool written
        = target.open(QIODevice::WriteOnly | QIODevice::Append) && target.write(rows) == rows.size() && target.flush();
    if (!written)
        return writeFailure(target);
    target.close();
    return syncFile(target.fileName());
}

Result<PartPlace> RunFolder::beginPart(int part, const QStringList &addressKinds)
{
    // The journal names the part before any file of it exists, so that after a kill these files are known as our own.
    if (m_journal.making != part)
        TOCSIN_TRY(writeJournal(part));
    const QString name = partName(part, m_journal.medium);
    PartPlace place;
    place.number = part;
    if (m_journal.medium == Medium::Email) {
        place.folder = file(name + kPartial);
        if (!QDir().mkdir(place.folder))
            return fail(ErrorCode::Io, u"The folder “%1” cannot be made."_s.arg(file(name)));
        return place;
    }
    QStringList names{name};
    for (const QString &kind : addressKinds)
        names << addressFileName(kind, part);
    for (const QString &each : std::as_const(names)) {
        TOCSIN_ASSIGN(QIODevice * device, beginFile(each));
        place.devices << device;
    }
    return place;
}

Result<QIODevice *> RunFolder::beginFile(const QString &name)
{
    const QString path = file(name);
    if (QFile::exists(path))
        return fail(ErrorCode::Conflict,
                    u"“%1” is there already and was not made by this run; nothing was overwritten."_s.arg(path));
    m_making.push_back(std::make_unique<QFile>(path + kPartial));
    if (!m_making.back()->open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return writeFailure(*m_making.back());
    return m_making.back().get();
}

/// Gives a file that is written its name.
Result<> RunFolder::settle(QFile &making)
{
    const QString partial = making.fileName();
    if (!making.flush())
        return writeFailure(making);
    making.close();
    TOCSIN_TRY(syncFile(partial));
    return renameFile(partial, partial.chopped(kPartial.size()));
}

/// Fills in what is known of a part's files once they are written.
Result<> RunFolder::describe(LetterRunPart &part) const
{
    part.file = partName(part.number, m_journal.medium);
    TOCSIN_ASSIGN(part.sha256, contentSha256(file(part.file)));
    part.bytes = bytesOf(file(part.file));
    for (AddressFileMade &made : part.addresses) {
        made.file = addressFileName(made.kind, part.number);
        TOCSIN_ASSIGN(made.sha256, contentSha256(file(made.file)));
        made.bytes = bytesOf(file(made.file));
    }
    return {};
}

Result<> RunFolder::completePart(RunJournal::Part part, const QByteArray &rows)
{
    for (const auto &making : m_making)
        TOCSIN_TRY(settle(*making));
    m_making.clear();
    const QString name = partName(part.pdf.number, m_journal.medium);
    if (m_journal.medium == Medium::Email)
        TOCSIN_TRY(renameFile(file(name + kPartial), file(name)));
    TOCSIN_TRY(describe(part.pdf));
    TOCSIN_TRY(appendRows(rows));
    part.rowsBytes = rows.size();
    part.rowsSha256 = sha256Hex(rows);
    m_journal.parts.append(part);
    return writeJournal(0);
}

Result<QString> RunFolder::completeCsv()
{
    if (QFile::exists(file(kRows)))
        TOCSIN_TRY(renameFile(file(kRows), file(kCsv)));
    return contentSha256(file(kCsv));
}

Result<QString> RunFolder::completeWorkbook()
{
    const QString path = file(kWorkbook);
    const QString partial = path + kPartial;
    TOCSIN_TRY(writeRunWorkbook(m_path, partial, m_journal.started));
    TOCSIN_TRY(syncFile(partial));
    TOCSIN_ASSIGN(const QString sha256, contentSha256(partial));
    // A kill after this step leaves the very same file behind.
    const bool made = QFile::exists(path) && contentSha256(path).value_or(QString()) == sha256;
    if (made)
        QFile::remove(partial);
    else
        TOCSIN_TRY(renameFile(partial, path));
    return sha256;
}

Result<> RunFolder::completeRun(const QByteArray &json)
{
    TOCSIN_TRY(writeFileAtomically(file(kJson), json));
    if (!QFile::remove(file(kState)))
        return fail(ErrorCode::Io, u"“%1” could not be removed."_s.arg(file(kState)));
    return syncFolder(m_path);
}

void RunFolder::removePart(int part)
{
    const QString name = partName(part, m_journal.medium);
    if (m_journal.medium == Medium::Email) {
        QDir(file(name)).removeRecursively();
        QDir(file(name + kPartial)).removeRecursively();
        return;
    }
    QStringList names{name};
    for (const AddressSheet &sheet : allAddressSheets())
        names << addressFileName(sheet.kind, part);
    for (const QString &each : std::as_const(names)) {
        QFile::remove(file(each));
        QFile::remove(file(each + kPartial));
    }
}

int RunFolder::abandon()
{
    m_making.clear();
    const int kept = static_cast<int>(m_journal.parts.size());
    if (m_journal.making > 0)
        removePart(m_journal.making);
    if (kept > 0)
        return kept;
    QFile::remove(file(kRows));
    QFile::remove(file(kState));
    m_lock.unlock();
    if (m_created)
        QDir().rmdir(m_path);
    return 0;
}

} // namespace tocsin::notices
