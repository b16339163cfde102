// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/run_files.h"

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

    /// Devices for the part that is made next, and for its address files of these kinds.
    Result<QList<QIODevice *>> beginPart(int part, const QStringList &addressKinds);
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
    /// A file in the making, as it is once it is made.
    struct Made
    {
        QString file;
        QString sha256;
        qint64 bytes = 0;
    };
    Result<QIODevice *> beginFile(const QString &name);
    Result<Made> settle(QFile &making);
    Result<> verifyFile(const QString &name, const QString &sha256) const;
    Result<> verifyParts();
    Result<> verifyRows();
    Result<> writeJournal(int making);
    Result<> appendRows(const QByteArray &rows);
    void removePart(int part);
    void removeTemporaries();
};

/// "part-0001.pdf"
QString partFileName(int part);

/// The journal of the unfinished run in a folder, or nothing if there is none.
Result<std::optional<RunJournal>> journalIn(const QString &path);

/// SHA-256 of a file, read piece by piece.
Result<QString> fileSha256(const QString &path);

} // namespace tocsin::notices
