// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/record_list_model.h"
#include "notices/checks.h"
#include "shared/theme.h"

#include <QHash>

namespace tocsin::views {

/// The checks of a notice: what must be put right first, then what someone should look at, then what is good.
class CheckModel final : public items::RecordListModel
{
    Q_OBJECT

public:
    enum Column { SignColumn, TextColumn, kColumnCount };

    using RecordListModel::RecordListModel;

    void setChecks(const QList<notices::CheckResult> &checks);
    [[nodiscard]] const QList<notices::CheckResult> &checks() const { return m_checks; }
    /// "2 to put right, 1 to look at, 14 good".
    [[nodiscard]] QString summary() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<notices::CheckResult> m_checks;
    QHash<QString, qint64> m_numbers; // a number for each check's id, to tell rows apart by

    qint64 numberOf(const QString &id);
    [[nodiscard]] qint64 count(notices::CheckLevel level) const;
};

} // namespace tocsin::views
