// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/duty_filter_model.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QPushButton;

namespace tocsin::views {

class Form;
class SearchField;

/// Narrows the list of deadlines: words to look for, always in sight, and below them on request date, State, owner,
/// state of the work and nature, and what the list is sorted by.
class DutyFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit DutyFilterBar(QWidget *parent = nullptr);

    /// Offers the States, owners and natures that these records have; what is chosen stays if it is still offered.
    void setRecords(const QList<casework::ObligationRecord> &records);
    /// Puts the choices into a filter; its standing stays.
    [[nodiscard]] items::DutyFilter applied(items::DutyFilter filter) const;
    /// Shows what the list is sorted by, a column of ObligationModel.
    void setSortColumn(int column);
    /// Lets everything through.
    void clear();

    [[nodiscard]] QVariantMap place() const;
    void restorePlace(const QVariantMap &place);
    void focusSearch();

Q_SIGNALS:
    void changed();
    void sortWanted(int column);

private:
    SearchField *m_search;
    QPushButton *m_more;
    QPushButton *m_clear;
    Form *m_form;
    QComboBox *m_when;
    QComboBox *m_place;
    QComboBox *m_owner;
    QComboBox *m_work;
    QComboBox *m_nature;
    QComboBox *m_sort;
    bool m_loading = false;

    void makeChoices();
    [[nodiscard]] QList<QComboBox *> choices() const;
    void showChoices();
};

} // namespace tocsin::views
