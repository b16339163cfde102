// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/field_list.h"

#include "items/item_roles.h"
#include "shared/search_field.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr int kNumberRole = Qt::UserRole + 1;
constexpr int kWordsRole = Qt::UserRole + 2;

} // namespace

FieldList::FieldList(QWidget *parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_search(new SearchField(tr("Find a field"), this))
    , m_list(new ListView(tr("Fields"), this))
{
    m_search->setAccessibleName(tr("Find a field"));
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(kWordsRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_shown);
    m_list->setWrapRows(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_search);
    layout->addWidget(
        makeMutedLabel(tr("Enter or a double click puts the field where the cursor is."), TypeStyle::Small, this));
    layout->addWidget(m_list, 1);
    connect(m_search, &SearchField::searchChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &SearchField::resultsWanted, this, [this] {
        m_list->setCurrentIndex(m_shown->index(0, 0));
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_list, &QListView::activated, this, &FieldList::choose);
}

void FieldList::setFields(const std::vector<notices::FieldInfo> &fields)
{
    m_fields = fields;
    m_model->clear();
    for (size_t at = 0; at < fields.size(); ++at) {
        auto *item = new QStandardItem(fields[at].name);
        item->setEditable(false);
        item->setData(fields[at].meaning, items::SecondaryTextRole);
        item->setData(static_cast<int>(at), kNumberRole);
        item->setData(QString(fields[at].name + u' ' + fields[at].meaning), kWordsRole);
        item->setAccessibleText(fields[at].name + u", "_s + fields[at].meaning);
        m_model->appendRow(item);
    }
}

void FieldList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void FieldList::choose(const QModelIndex &index)
{
    const auto at = static_cast<size_t>(index.data(kNumberRole).toInt());
    if (index.isValid() && at < m_fields.size())
        Q_EMIT chosen(m_fields[at]);
}

} // namespace tocsin::views
