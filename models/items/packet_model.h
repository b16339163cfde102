// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/packet.h"
#include "items/item_roles.h"
#include "items/record_table.h"

namespace tocsin::items {

/// The packets that were built of an incident, newest first: number, time, builder, pages, and the hash to compare.
class PacketModel final : public RecordTable<casework::Packet>
{
    Q_OBJECT

public:
    enum Column { NumberColumn, BuiltColumn, PagesColumn, LedgerColumn, HashColumn, kColumnCount };

    /// `zone` is the one that times are shown in.
    PacketModel(casework::CaseFile *file, QByteArray zone, QObject *parent = nullptr);

    void setIncident(IncidentId incident);
    void setZone(const QByteArray &zone);

    /// False until the packets of this incident have come.
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] int rowOf(PacketId packet) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();
    void failed(const QString &message);

protected:
    [[nodiscard]] qint64 idOf(const casework::Packet &record) const override;
    [[nodiscard]] bool looksSame(const casework::Packet &a, const casework::Packet &b) const override;

private:
    casework::CaseFile *m_file;
    QByteArray m_zone;
    IncidentId m_incident;
    int m_asked = 0;
    bool m_ready = false;

    void reload();
    [[nodiscard]] QVariant firstLine(const casework::Packet &packet, int column) const;
    [[nodiscard]] QVariant secondLine(const casework::Packet &packet, int column) const;
};

} // namespace tocsin::items
