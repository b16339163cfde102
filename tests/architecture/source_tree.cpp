// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/source_tree.h"

#include <QDir>
#include <QFile>

namespace tocsin::architecture {

using namespace Qt::Literals::StringLiterals;

namespace {

QString root()
{
    return QStringLiteral(TOCSIN_SOURCE_DIR);
}

bool isLeftBehind(const QString &folder)
{
    return folder.startsWith(u"build"_s) || (folder.startsWith(u'.') && folder != ".ci"_L1);
}

void collect(const QString &folder, QStringList *paths)
{
    const QDir dir(root() + u'/' + folder);
    const QString prefix = folder == "."_L1 ? QString() : folder + u'/';
    for (const QString &name : dir.entryList(QDir::Files | QDir::Hidden))
        paths->append(prefix + name);
    for (const QString &name : dir.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (!isLeftBehind(name))
            collect(prefix + name, paths);
    }
}

} // namespace

QStringList filesBelow(const QStringList &folders)
{
    QStringList paths;
    for (const QString &folder : folders)
        collect(folder, &paths);
    paths.sort();
    return paths;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(root() + u'/' + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

QStringList programSources()
{
    QStringList sources = filesBelow({u"models"_s, u"views"_s, u"app"_s});
    sources.removeIf([](const QString &path) { return !path.endsWith(".h"_L1) && !path.endsWith(".cpp"_L1); });
    return sources;
}

} // namespace tocsin::architecture
