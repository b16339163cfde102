// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/new_folder.h"
#include "packets/bag.h"

namespace tocsin::packets {

/// The folder of a packet in the making: a new folder that becomes a bag.
class PacketFolder
{
public:
    /// Fails as NewFolder::begin() does.
    static Result<std::unique_ptr<PacketFolder>> begin(const QString &place);

    /// Where a file of the packet lies while it is in the making.
    [[nodiscard]] QString path(QLatin1StringView file) const { return m_folder->path(file); }
    Result<> write(QLatin1StringView file, const QByteArray &content);

    /// Writes the tag files for the payload as it is. `info` lacks the payload's figures; they are filled in.
    Result<> close(BagInfo &info, const QStringList &payload);
    /// SHA-256 of the tag manifest, after close().
    [[nodiscard]] const QString &manifestSha256() const { return m_manifestSha256; }

    /// Sees to it that all is on the disk and gives the folder its name. Fails as NewFolder::settle() does.
    Result<> settle();
    /// Takes a folder that was settled away again.
    void withdraw() { m_folder->withdraw(); }
    [[nodiscard]] const QString &place() const { return m_folder->place(); }

private:
    explicit PacketFolder(std::unique_ptr<NewFolder> folder) : m_folder(std::move(folder)) { }

    std::unique_ptr<NewFolder> m_folder;
    QString m_manifestSha256;
};

} // namespace tocsin::packets
