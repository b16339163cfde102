// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/annual_log.h"
#include "items/item_roles.h"
#include "items/record_table.h"

namespace tocsin::items {

/// A year's breaches under 500 for a table: which, when discovered, how many people, until when, and how far.
class AnnualLogModel final : public RecordTable<casework::AnnualLogEntry>
{
    Q_OBJECT

public:
    enum Column { Incident, Discovered, People, Due, Submitted, ColumnCount };

    explicit AnnualLogModel(QObject *parent = nullptr) : RecordTable(parent) { }

    /// Days left are counted from `today`.
    void set(const QList<casework::AnnualLogEntry> &entries, QDate today);
    /// Not submitted yet, those that wait for a fact among them.
    [[nodiscard]] int openCount() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::AnnualLogEntry &entry) const override { return entry.obligation.value; }
    [[nodiscard]] bool looksSame(const casework::AnnualLogEntry &a, const casework::AnnualLogEntry &b) const override
    {
        return a == b;
    }

private:
    QDate m_today;

    [[nodiscard]] QVariant firstLine(const casework::AnnualLogEntry &entry, int column) const;
    [[nodiscard]] QVariant secondLine(const casework::AnnualLogEntry &entry, int column) const;
    [[nodiscard]] Tone toneOf(const casework::AnnualLogEntry &entry) const;
};

} // namespace tocsin::items
