// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/month_model.h"

#include <QTableView>

namespace tocsin::views {

/// The days of a month. Arrows go day by day, also into the months beside it; Page Up and Down change the month, Home
/// is today, Enter opens what is due on the day.
class MonthGrid final : public QTableView
{
    Q_OBJECT

public:
    explicit MonthGrid(items::MonthModel *model, QWidget *parent = nullptr);

    [[nodiscard]] QDate day() const;
    /// Goes to a day, and to its month.
    void setDay(QDate day);

Q_SIGNALS:
    void dayChanged(const QDate &day);
    void monthChanged();
    /// Enter or a double click.
    void dayOpened(const QDate &day);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QDate target(int key) const;

    items::MonthModel *m_model;
};

} // namespace tocsin::views
