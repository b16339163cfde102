// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/part_maker.h"

#include <QFile>
#include <QLockFile>

#include <memory>
#include <vector>

namespace tocsin::notices {

/// The folder of a run: who may write there, what of an interrupted run is still good, and the order in which files are
/// made so that a kill at any moment leaves either a complete part that the journal names, or files that are known
/// to be in the making.
class RunFolder
{
public:
    /// Locks the folder, making it if need be. Takes over an unfinished run of the same inputs; otherwise the folder
    /// has to be empty. Fails with Conflict or Io.
    static Result<std::unique_ptr<RunFolder>> open(const QString &path, const RunJournal &fresh);
    ~RunFolder();
    RunFolder(const RunFolder &) = delete;
    RunFolder &operator=(const RunFolder &) = delete;

    [[nodiscard]] const RunJournal &journal() const { return m_journal; }
    [[nodiscard]] bool isComplete(int part) const;

    /// Where the part that is made next is written, with devices for its address files of these kinds.
    Result<PartPlace> beginPart(int part, const QStringList &addressKinds);
    /// Makes the part, its address files and its rows permanent. Fills in files, hashes and bytes.
    Result<> completePart(RunJournal::Part part, const QByteArray &rows);
    /// Writes run.csv (giving its hash), then run.json, and ends the journal.
    Result<QString> completeCsv();
    /// Makes run.xlsx of run.csv, giving its hash.
    Result<QString> completeWorkbook();
    Result<> completeRun(const QByteArray &json);

    /// After a failure: removes what is in the making, and everything if no part is complete. Returns the number of
    /// complete parts that stay.
    int abandon();

private:
    explicit RunFolder(const QString &path);

    QString m_path;
    bool m_created = false;
    QLockFile m_lock;
    RunJournal m_journal;
    std::vector<std::unique_ptr<QFile>> m_making; ///< the part, then its address files

    [[nodiscard]] QString file(const QString &name) const;
    Result<> lock();
    Result<> start(const RunJournal &fresh);
    Result<> takeOver(const RunJournal &fresh);
    Result<QIODevice *> beginFile(const QString &name);
    Result<> settle(QFile &making);
    Result<> describe(LetterRunPart &part) const;
    Result<> verifyParts();
    Result<> verifyRows();
    Result<> writeJournal(int making);
    Result<> appendRows(const QByteArray &rows);
    void removePart(int part);
    void removeTemporaries();
};

/// "part-0001.pdf", or of e-mails "part-0001".
QString partName(int part, Medium medium);

/// The journal of the unfinished run in a folder, or nothing if there is none.
Result<std::optional<RunJournal>> journalIn(const QString &path);

/// SHA-256 of a file, read piece by piece; of a folder over a line of SHA-256, two blanks and name for each file in it,
/// in the order of their names.
Result<QString> contentSha256(const QString &path);
/// Fails with Conflict, naming the file or folder, if it is gone or not as it was written.
Result<> verifyUnchanged(const QString &path, const QString &sha256);

} // namespace tocsin::notices
