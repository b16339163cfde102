// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/people.h"
#include "items/record_table.h"

namespace tocsin::items {

/// People who have or had a key slot, active ones first.
class PersonModel final : public RecordTable<casework::Person>
{
    Q_OBJECT

public:
    enum Column { Name, RoleName, Standing, ColumnCount };

    explicit PersonModel(QObject *parent = nullptr);

    /// `self` is the unlocked person.
    void set(const QList<casework::Person> &people, PersonId self);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::Person &person) const override { return person.id.value; }
    [[nodiscard]] bool looksSame(const casework::Person &a, const casework::Person &b) const override;

private:
    PersonId m_self;
};

} // namespace tocsin::items
