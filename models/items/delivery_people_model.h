// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery_acts.h"
#include "items/record_list_model.h"

namespace tocsin::items {

/// Which people of a notice are listed.
struct DeliveryFilter
{
    QString search = {};
    std::optional<casework::DeliveryState> state = {};
    friend bool operator==(const DeliveryFilter &, const DeliveryFilter &) = default;
};

/// The people whom a notice is for, each with standing, day and proof; only those are loaded that were looked at last.
/// Needs the right recipient.view.
class DeliveryPeopleModel final : public RecordListModel<casework::DeliveryPerson, RecipientId>
{
    Q_OBJECT

public:
    enum Column { Person, Standing, Day, Proof, ColumnCount };

    explicit DeliveryPeopleModel(casework::CaseFile *file, QObject *parent = nullptr);

    /// Nobody of the last one stays in sight. A null notice empties the list.
    void setNotice(NoticeId notice);
    void setFilter(const DeliveryFilter &filter);
    [[nodiscard]] const DeliveryFilter &filter() const { return m_filter; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::DeliveryPerson &each) const override { return each.person.id.value; }
    void load(const QList<qint64> &ids) override;

private:
    NoticeId m_notice;
    DeliveryFilter m_filter;

    void reload();
    void onChanged(const casework::ChangeSet &changes);
    [[nodiscard]] QVariant personData(const casework::DeliveryPerson &each, int role) const;
    [[nodiscard]] QVariant standingData(const casework::DeliveryStanding &standing, int role) const;
};

} // namespace tocsin::items
