// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/delivery_acts.h"
#include "items/id_list_model.h"

#include <QCache>

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
class DeliveryPeopleModel final : public IdListModel
{
    Q_OBJECT

public:
    enum Column { Person, Standing, Day, Proof, ColumnCount };

    explicit DeliveryPeopleModel(casework::CaseFile *file, QObject *parent = nullptr);

    /// Nobody of the last one stays in sight. A null notice empties the list.
    void setNotice(NoticeId notice);
    void setFilter(const DeliveryFilter &filter);
    [[nodiscard]] const DeliveryFilter &filter() const { return m_filter; }

    /// Null while it is not loaded. Valid until control returns to the event loop.
    [[nodiscard]] const casework::DeliveryPerson *personAt(int row) const { return m_people.object(idAt(row)); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The list now is what notice and filter ask for.
    void ready();
    void failed(const QString &message);

protected:
    [[nodiscard]] bool hasRecord(qint64 id) const override { return m_people.contains(id); }
    void load(const QList<qint64> &ids) override;

private:
    casework::CaseFile *m_file;
    NoticeId m_notice;
    DeliveryFilter m_filter;
    QCache<qint64, casework::DeliveryPerson> m_people;
    int m_asked = 0; // numbers the questions, so that an answer that was overtaken is let go

    void reload();
    void onChanged(const casework::ChangeSet &changes);
    [[nodiscard]] QVariant personData(const casework::DeliveryPerson &each, int role) const;
    [[nodiscard]] QVariant standingData(const casework::DeliveryStanding &standing, int role) const;
};

} // namespace tocsin::items
