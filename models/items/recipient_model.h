// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "items/id_list_model.h"

#include <QCache>

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
class RecipientModel final : public IdListModel
{
    Q_OBJECT

public:
    explicit RecipientModel(casework::CaseFile *file, QObject *parent = nullptr);

    void setIncident(IncidentId incident);
    void setFilter(const RecipientFilter &filter);
    [[nodiscard]] const RecipientFilter &filter() const { return m_filter; }

    /// Null while it is not loaded. Valid until control returns to the event loop.
    [[nodiscard]] const casework::Recipient *personAt(int row) const { return m_people.object(idAt(row)); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The list now is what incident and filter ask for.
    void ready();
    void failed(const QString &message);

protected:
    [[nodiscard]] bool hasRecord(qint64 id) const override { return m_people.contains(id); }
    void load(const QList<qint64> &ids) override;

private:
    casework::CaseFile *m_file;
    IncidentId m_incident;
    RecipientFilter m_filter;
    QCache<qint64, casework::Recipient> m_people;
    int m_asked = 0; // numbers the questions, so that an answer that was overtaken is let go

    void reload();
    void onChanged(const casework::ChangeSet &changes);
};

} // namespace tocsin::items
