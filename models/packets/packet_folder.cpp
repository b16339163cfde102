// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_folder.h"

#include "core/safe_file.h"
#include "core/text.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

Result<std::unique_ptr<PacketFolder>> PacketFolder::begin(const QString &place)
{
    TOCSIN_ASSIGN(std::unique_ptr<NewFolder> folder, NewFolder::begin(place));
    if (!QDir(folder->path()).mkdir(kPayloadFolder.chopped(1)))
        return fail(ErrorCode::Io, u"Nothing can be written in “%1”."_s.arg(folder->path()));
    return std::unique_ptr<PacketFolder>(new PacketFolder(std::move(folder)));
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
        const QString path = m_folder->path(file);
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
    TOCSIN_TRY(syncFolder(path(kPayloadFolder)));
    return m_folder->settle();
}

} // namespace tocsin::packets
