// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_folder.h"

#include "core/safe_file.h"
#include "core/text.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <filesystem>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

namespace {

/// No file of a packet: it goes before the folder gets its name.
constexpr auto kLockName = ".tocsin-packet.lock"_L1;
constexpr QDir::Filters kEverything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

Failure cannotUse(const QString &place, const QString &reason)
{
    return fail(ErrorCode::BadInput,
                u"“%1” cannot be the packet's folder: %2. Name one that does not exist yet."_s.arg(place, reason));
}

/// True if the folder's lock names a process of this machine that is gone. Takes the lock, so that no two builds remove
/// the same.
bool isAbandoned(QLockFile &lock)
{
    lock.setStaleLockTime(0);
    return lock.tryLock(0);
}

/// Folders that builds of the same place left when they were killed.
void removeAbandoned(const QFileInfo &place)
{
    const QRegularExpression ours(QRegularExpression::anchoredPattern(
        u"\\.%1\\.[A-Za-z0-9]{6}"_s.arg(QRegularExpression::escape(place.fileName()))));
    const QDir above(place.absolutePath());
    const QStringList names = above.entryList(QDir::Dirs | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString marker = above.filePath(name) + u'/' + kLockName;
        if (!ours.match(name).hasMatch() || !QFileInfo(marker).isFile())
            continue;
        QLockFile lock(marker);
        if (isAbandoned(lock))
            QDir(above.filePath(name)).removeRecursively();
    }
}

} // namespace

Result<std::unique_ptr<PacketFolder>> PacketFolder::begin(const QString &place)
{
    if (place.isEmpty())
        return cannotUse(place, u"the name is empty"_s);
    const QFileInfo info(QDir::cleanPath(QFileInfo(place).absoluteFilePath()));
    if (info.isSymLink() || (info.exists() && !info.isDir()))
        return cannotUse(info.filePath(), u"it is not a folder"_s);
    if (info.exists() && !QDir(info.filePath()).isEmpty(kEverything))
        return cannotUse(info.filePath(), u"it is not empty"_s);
    if (!QFileInfo(info.absolutePath()).isDir())
        return cannotUse(info.filePath(), u"the folder above it does not exist"_s);
    removeAbandoned(info);
    std::unique_ptr<PacketFolder> folder(new PacketFolder(info.filePath()));
    if (!folder->m_temporary.isValid() || !folder->m_lock.tryLock(0)
        || !QDir(folder->m_temporary.path()).mkdir(u"data"_s)) {
        return fail(
            ErrorCode::Io,
            u"Nothing can be written in “%1”: %2."_s.arg(info.absolutePath(), folder->m_temporary.errorString()));
    }
    return folder;
}

PacketFolder::PacketFolder(const QString &place)
    : m_place(place)
    , m_wasThere(QFileInfo::exists(place))
    , m_temporary(u"%1/.%2.XXXXXX"_s.arg(QFileInfo(place).absolutePath(), QFileInfo(place).fileName()))
    , m_lock(m_temporary.filePath(kLockName))
{
    m_lock.setStaleLockTime(0); // however long a packet takes
}

QString PacketFolder::path(QLatin1StringView file) const
{
    return m_temporary.filePath(file);
}

Result<> PacketFolder::write(QLatin1StringView file, const QByteArray &content)
{
    return writeFileAtomically(path(file), content);
}

Result<> PacketFolder::close(BagInfo &info, const QStringList &payload)
{
    Manifest manifest;
    info.payloadBytes = 0;
    info.payloadFiles = payload.size();
    for (const QString &file : payload) {
        const QString path = m_temporary.filePath(file);
        TOCSIN_ASSIGN(const QString sha256, fileSha256(path));
        manifest.append({file, sha256});
        info.payloadBytes += QFileInfo(path).size();
    }
    const QList<std::pair<QLatin1StringView, QByteArray>> tags{
        {kDeclarationFile, bagDeclaration()}, {kInfoFile, info.toText()}, {kManifestFile, manifestText(manifest)}};
    Manifest tagManifest;
    for (const auto &[file, content] : tags) {
        TOCSIN_TRY(write(file, content));
        tagManifest.append({file, sha256Hex(content)});
    }
    const QByteArray text = manifestText(tagManifest);
    m_manifestSha256 = sha256Hex(text);
    return write(kTagManifestFile, text);
}

Result<> PacketFolder::settle()
{
    m_lock.unlock();
    TOCSIN_TRY(syncFolder(path(kPayloadFolder)));
    TOCSIN_TRY(syncFolder(m_temporary.path()));
    // An empty folder makes room for the rename; one that is not empty any more stays, and the rename fails.
    QDir().rmdir(m_place);
    std::error_code error;
    if (!QFileInfo::exists(m_place)) {
        std::filesystem::rename(QFileInfo(m_temporary.path()).filesystemFilePath(),
                                QFileInfo(m_place).filesystemFilePath(), error);
    }
    if (QFileInfo::exists(m_temporary.path())) {
        if (m_wasThere)
            QDir().mkdir(m_place);
        return error
            ? fail(ErrorCode::Io, u"“%1” could not be made."_s.arg(m_place), QString::fromStdString(error.message()))
            : fail(ErrorCode::Conflict, u"Something else was put at “%1” meanwhile."_s.arg(m_place));
    }
    m_temporary.setAutoRemove(false);
    return syncFolder(QFileInfo(m_place).absolutePath());
}

void PacketFolder::withdraw()
{
    QDir(m_place).removeRecursively();
    if (m_wasThere)
        QDir().mkdir(m_place);
}

} // namespace tocsin::packets
