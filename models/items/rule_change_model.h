// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/rule_pack_record.h"
#include "items/item_roles.h"
#include "items/record_table.h"

namespace tocsin::items {

/// One line of what other rules would change.
struct RuleChangeLine
{
    QString word; ///< "Changed", "2026-004"
    Tone tone = Tone::Neutral;
    QString text; ///< "Notice to individuals"
    QString details; ///< what changed, a line each
    friend bool operator==(const RuleChangeLine &, const RuleChangeLine &) = default;
};

/// The rules added, changed and gone.
QList<RuleChangeLine> ruleLines(const QList<law::RuleChange> &changes);

/// What would become of one incident: its dates, and the duties that would be withdrawn although something was recorded
/// about them.
QList<RuleChangeLine> incidentLines(const casework::PackComparison &comparison, QDate today);

/// How many rules: "Rules added: two. Changed: one. Gone: none."
QString ruleCounts(const QList<law::RuleChange> &changes);

/// Lines of a comparison for a table.
class RuleChangeModel final : public RecordTable<RuleChangeLine>
{
    Q_OBJECT

public:
    enum Column { Word, Text, ColumnCount };

    explicit RuleChangeModel(QObject *parent = nullptr) : RecordTable(parent) { }

    void set(const QList<RuleChangeLine> &lines) { takeOver(lines); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const RuleChangeLine &line) const override
    {
        return qint64(qHash(line.word + line.text));
    }
    [[nodiscard]] bool looksSame(const RuleChangeLine &a, const RuleChangeLine &b) const override { return a == b; }
};

} // namespace tocsin::items
