// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/record_list_model.h"

namespace tocsin::items {

/// Which people of a roster are listed.
struct RecipientFilter
{
    QString search = {};
    QString state = {};
    std::optional<casework::Standing> standing = {};
    QString noteKind = {};
    friend bool operator==(const RecipientFilter &, const RecipientFilter &) = default;
};

/// The people affected, of whom only those are loaded that were looked at last. Needs the right recipient.view.
class RecipientModel final : public RecordListModel<casework::Recipient, RecipientId>
{
    Q_OBJECT

public:
    explicit RecipientModel(casework::CaseFile *file, QObject *parent = nullptr);

    void setIncident(IncidentId incident);
    void setFilter(const RecipientFilter &filter);
    [[nodiscard]] const RecipientFilter &filter() const { return m_filter; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::Recipient &person) const override { return person.id.value; }
    void load(const QList<qint64> &ids) override;

private:
    IncidentId m_incident;
    RecipientFilter m_filter;

    void reload();
    void onChanged(const casework::ChangeSet &changes);
};

} // namespace tocsin::items
