// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/record_table.h"

#include <QString>

#include <map>

namespace tocsin::items {

struct StateCount
{
    QString state; ///< code; empty: in no State, or nobody knows where
    qint64 people = 0;
};

/// People affected by State, the most first, each with its share of all as a bar.
class StateCountModel final : public RecordTable<StateCount>
{
    Q_OBJECT

public:
    enum Column { State, People, Share, ColumnCount };

    explicit StateCountModel(QObject *parent = nullptr);

    void set(const std::map<QString, qint64> &residents, qint64 elsewhere);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const StateCount &record) const override { return qint64(qHash(record.state)); }
    [[nodiscard]] bool looksSame(const StateCount &a, const StateCount &b) const override
    {
        return a.people == b.people;
    }

private:
    qint64 m_all = 0;
};

} // namespace tocsin::items
