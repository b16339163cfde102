// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/table_view.h"

namespace tocsin::views {

/// The list of timeline entries. Rows that come or go above what is in sight do not move what is in sight.
class TimelineList : public ListView
{
    Q_OBJECT

public:
    explicit TimelineList(QWidget *parent = nullptr);

    /// Chooses a row and brings it into sight.
    void showRow(int row);

Q_SIGNALS:
    void chosen(const QModelIndex &index);

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace tocsin::views
