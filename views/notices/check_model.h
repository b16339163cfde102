// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/record_table.h"
#include "notices/checks.h"
#include "shared/theme.h"

#include <QHash>

namespace tocsin::views {

/// The checks of a notice: what must be put right first, then what someone should look at, then what is good.
class CheckModel final : public items::RecordTable<notices::CheckResult>
{
    Q_OBJECT

public:
    enum Column { SignColumn, TextColumn, kColumnCount };

    using RecordTable::RecordTable;

    void setChecks(const QList<notices::CheckResult> &checks);
    /// "2 to put right, 1 to look at, 14 good".
    [[nodiscard]] QString summary() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] qint64 idOf(const notices::CheckResult &record) const override;
    [[nodiscard]] bool looksSame(const notices::CheckResult &a, const notices::CheckResult &b) const override;

private:
    QHash<QString, qint64> m_numbers; // a number for each check's id, to tell rows apart by

    void remember(const QString &id);
    [[nodiscard]] qint64 count(notices::CheckLevel level) const;
};

} // namespace tocsin::views
