// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/delivery_acts.h"
#include "items/item_roles.h"
#include "items/record_table.h"

namespace tocsin::items {

/// What was recorded of the letters of one notice, the latest first: mailings, returns, new addresses, substitute
/// notices, each with day and proof.
class DeliveryLogModel final : public RecordTable<casework::DeliveryAct>
{
    Q_OBJECT

public:
    using RecordTable::RecordTable;

    void set(const QList<casework::DeliveryAct> &acts, const QByteArray &zone);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::DeliveryAct &record) const override { return record.id; }
    [[nodiscard]] bool looksSame(const casework::DeliveryAct &a, const casework::DeliveryAct &b) const override
    {
        return a.id == b.id && a.withdrawn == b.withdrawn && a.people == b.people;
    }

private:
    QByteArray m_zone;
};

/// What happened to the letters of one person, the latest first.
class DeliveryHistoryModel final : public RecordTable<casework::DeliveryEvent>
{
    Q_OBJECT

public:
    using RecordTable::RecordTable;

    void set(const QList<casework::DeliveryEvent> &events, const QByteArray &zone);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::DeliveryEvent &record) const override
    {
        return record.act > 0 ? record.act : -record.recorded.msecs();
    }
    [[nodiscard]] bool looksSame(const casework::DeliveryEvent &a, const casework::DeliveryEvent &b) const override
    {
        return a.kind == b.kind && a.happened == b.happened && a.withdrawn == b.withdrawn && a.noticeKey == b.noticeKey
            && a.recorded == b.recorded;
    }

private:
    QByteArray m_zone;
};

} // namespace tocsin::items
