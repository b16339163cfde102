// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/rule_pack_record.h"
#include "items/record_table.h"

namespace tocsin::items {

/// Rule packs for a table: which, how new, how many rules, how many in doubt, who uses them, where from.
class RuleBookModel final : public RecordTable<casework::RuleBook>
{
    Q_OBJECT

public:
    enum Column { Pack, Prepared, Rules, Doubt, UsedBy, Source, ColumnCount };

    explicit RuleBookModel(QObject *parent = nullptr) : RecordTable(parent) { }

    void set(const QList<casework::RuleBook> &books) { takeOver(books); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::RuleBook &book) const override { return qint64(qHash(book.info.sha256)); }
    [[nodiscard]] bool looksSame(const casework::RuleBook &a, const casework::RuleBook &b) const override;

private:
    [[nodiscard]] static QVariant firstLine(const casework::RuleBook &book, int column);
    [[nodiscard]] static QVariant secondLine(const casework::RuleBook &book, int column);
};

/// Where a pack came from: "With the program", "Imported".
QString packOrigin(const casework::RulePackInfo &info);

} // namespace tocsin::items
