// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace tocsin::items {

/// Which duties a list shows. What is not set lets everything through.
struct DutyFilter
{
    enum class When { Any, Late, Week, Month, NoDate };

    casework::ObligationRecord::Standing standing = casework::ObligationRecord::Standing::Owed;
    QString words = {}; ///< in the recipient, the rule or its title
    When when = When::Any; ///< by the date that counts; Week and Month: the next 7 and 30 days
    std::optional<QString> place = {}; ///< code of a State; empty: duties of no single State
    std::optional<PersonId> owner = {}; ///< a null id: nobody yet
    std::optional<casework::WorkState> work = {};
    std::optional<law::Nature> nature = {};

    friend bool operator==(const DutyFilter &, const DutyFilter &) = default;
};

/// The rows of an ObligationModel that pass a filter, sorted by the model's SortRole.
class DutyFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit DutyFilterModel(QObject *parent = nullptr);

    [[nodiscard]] const DutyFilter &filter() const { return m_filter; }
    void setFilter(const DutyFilter &filter);
    /// From when the next days count, and the zone of the facts; empty: that of `now`.
    void setNow(const Instant &now, const QByteArray &zone);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    DutyFilter m_filter;
    Instant m_now;
    QByteArray m_zone;

    [[nodiscard]] bool isThen(const casework::ObligationRecord &record) const;
};

} // namespace tocsin::items
