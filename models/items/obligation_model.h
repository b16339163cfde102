// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "items/item_roles.h"
#include "items/record_table.h"

namespace tocsin::items {

/// An incident's obligations for a table: when, to whom, by which rule, whose work, and how far it is.
class ObligationModel final : public RecordTable<casework::ObligationRecord>
{
    Q_OBJECT

public:
    /// The look shows the first five; Place (of which State) and Nature (who sets the clock) are to sort by.
    enum Column { Due, ToWhom, RuleText, Owner, State, Place, Nature, ColumnCount };

    explicit ObligationModel(QObject *parent = nullptr);

    /// Takes over newer records and the facts they follow from, by difference. Time left is counted from `now`, in the
    /// zone of the facts or, if they name none, in its own.
    void set(const QList<casework::ObligationRecord> &records, const law::Facts &facts, const Instant &now);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// How many records have a standing.
    [[nodiscard]] int count(casework::ObligationRecord::Standing standing) const;
    /// Open, and past the date that counts.
    [[nodiscard]] int lateCount() const;

protected:
    [[nodiscard]] qint64 idOf(const casework::ObligationRecord &record) const override { return record.id.value; }
    [[nodiscard]] bool looksSame(const casework::ObligationRecord &a,
                                 const casework::ObligationRecord &b) const override;

private:
    [[nodiscard]] QVariant dueData(const casework::ObligationRecord &record, int role) const;
    [[nodiscard]] QVariant whomData(const casework::ObligationRecord &record, int role) const;
    [[nodiscard]] QVariant ruleData(const casework::ObligationRecord &record, int role) const;
    [[nodiscard]] QVariant ownerData(const casework::ObligationRecord &record, int role) const;
    [[nodiscard]] QVariant stateData(const casework::ObligationRecord &record, int role) const;

    law::Facts m_facts;
    Instant m_now;
    QByteArray m_zone;
};

/// The two lines of a due date: "2 Apr" over "in 13 days", "as soon as possible", "after letters" over "+15 days".
struct DueLines
{
    QString first;
    QString second;
};
/// By the date that counts. `zone` is that of the facts; empty: the zone of `now`.
DueLines dueLines(const casework::ObligationRecord &record, const Instant &now, const QByteArray &zone);

/// The tone of a state's badge.
Tone workStateTone(casework::WorkState state);

} // namespace tocsin::items
