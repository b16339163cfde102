// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/bag.h"

#include <QLockFile>
#include <QTemporaryDir>

namespace tocsin::packets {

/// The folder of a packet in the making. It lies beside its later place under a hidden name and is removed unless it
/// gets its own name. What a build of the same place left that was killed is removed by the next one: only folders with
/// this name's pattern that hold the lock of a process that is gone.
class PacketFolder
{
public:
    /// Fails with BadInput unless `place` does not exist or is an empty folder, in a folder that exists; with Io if
    /// nothing can be written there.
    static Result<std::unique_ptr<PacketFolder>> begin(const QString &place);

    /// Where a file of the packet lies while it is in the making.
    [[nodiscard]] QString path(QLatin1StringView file) const;
    Result<> write(QLatin1StringView file, const QByteArray &content);

    /// Writes the tag files for the payload as it is. `info` lacks the payload's figures; they are filled in.
    Result<> close(BagInfo &info, const QStringList &payload);
    /// SHA-256 of the tag manifest, after close().
    [[nodiscard]] const QString &manifestSha256() const { return m_manifestSha256; }

    /// Sees to it that all is on the disk and gives the folder its name. Fails with Conflict if something came there
    /// meanwhile, and with Io.
    Result<> settle();
    /// Takes a folder that was settled away again.
    void withdraw();
    [[nodiscard]] const QString &place() const { return m_place; }

private:
    explicit PacketFolder(const QString &place);

    QString m_place;
    bool m_wasThere;
    QTemporaryDir m_temporary;
    QLockFile m_lock; // in the folder: by it a later build knows what is ours and abandoned
    QString m_manifestSha256;
};

} // namespace tocsin::packets
