// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/rule_files.h"

#include "casework/case_file.h"
#include "core/safe_file.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

constexpr qint64 kMostBytes = 4 << 20;
constexpr qsizetype kMostFiles = 200; // the law of every State is one

Result<QStringList> pathsIn(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return QStringList{path};
    const QDir folder(path);
    QStringList paths;
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files | QDir::Readable, QDir::Name))
        paths << folder.filePath(name);
    if (paths.isEmpty())
        return fail(ErrorCode::BadInput, u"The folder %1 holds no rule pack, which is a *.json file."_s.arg(path));
    if (paths.size() > kMostFiles) {
        return fail(ErrorCode::BadInput,
                    u"The folder %1 holds %2 files; at most %3 are read."_s.arg(path, QString::number(paths.size()),
                                                                                QString::number(kMostFiles)));
    }
    return paths;
}

} // namespace

Result<QList<casework::PackFile>> readRuleFiles(const QString &path, const Progress &progress)
{
    TOCSIN_ASSIGN(const QStringList paths, pathsIn(path));
    QList<casework::PackFile> files;
    for (const QString &each : paths) {
        TOCSIN_TRY(progress.check());
        TOCSIN_ASSIGN(const QByteArray bytes, readFile(each, kMostBytes));
        files << casework::PackFile{bytes, QFileInfo(each).fileName()};
        progress.report(files.size(), paths.size());
    }
    return files;
}

Result<RuleComparison> compareRuleFiles(casework::CaseFile &file, const QString &path, const Progress &progress)
{
    RuleComparison comparison;
    TOCSIN_ASSIGN(comparison.files, readRuleFiles(path, progress));
    TOCSIN_ASSIGN(comparison.import, file.ask(casework::PreviewRuleImport{comparison.files}).result());
    TOCSIN_TRY(progress.check());
    TOCSIN_ASSIGN(comparison.incidents, file.ask(casework::ComparePacks{{}, comparison.files}).result());
    TOCSIN_TRY(progress.check());
    return comparison;
}

} // namespace tocsin::jobs
