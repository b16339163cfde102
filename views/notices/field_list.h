// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/fields.h"

#include <QWidget>

class QSortFilterProxyModel;
class QStandardItemModel;

namespace tocsin::views {

class ListView;
class SearchField;

/// The fields that a text may use, with what each means. Enter or a double click chooses one.
class FieldList final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldList(QWidget *parent = nullptr);

    void setFields(const std::vector<notices::FieldInfo> &fields);
    void focusSearch();

Q_SIGNALS:
    void chosen(const tocsin::notices::FieldInfo &field);

private:
    std::vector<notices::FieldInfo> m_fields;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_shown;
    SearchField *m_search;
    ListView *m_list;

    void choose(const QModelIndex &index);
};

} // namespace tocsin::views
