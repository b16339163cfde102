// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/rights_table.h"

#include "items/action_words.h"
#include "items/item_roles.h"
#include "shared/table_view.h"

#include <QCoreApplication>
#include <QStandardItemModel>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::views)
};

QString whoMay(QLatin1StringView action)
{
    QStringList names;
    for (const casework::Role role : casework::allRoles()) {
        if (casework::permits(role, action))
            names << casework::roleName(role);
    }
    return names.size() == casework::allRoles().size() ? Words::tr("Everyone") : names.join(u", "_s);
}

QStandardItem *makeOwn(bool may)
{
    auto *item = new QStandardItem;
    item->setData(may ? Words::tr("Yes") : Words::tr("No"), items::BadgeTextRole);
    item->setData(int(may ? items::Tone::Ok : items::Tone::Neutral), items::BadgeToneRole);
    item->setData(may ? Words::tr("Yes") : Words::tr("No"), Qt::AccessibleTextRole);
    return item;
}

} // namespace

TableView *makeRightsTable(casework::Role own, QWidget *parent)
{
    auto *table = new TableView(Words::tr("What each role may do"), parent);
    auto *model = new QStandardItemModel(table);
    model->setHorizontalHeaderLabels({Words::tr("What"), Words::tr("Who may"), Words::tr("You")});
    for (const QLatin1StringView action : casework::allActions()) {
        model->appendRow({new QStandardItem(items::actionRight(action)), new QStandardItem(whoMay(action)),
                          makeOwn(casework::permits(own, action))});
    }
    table->setModel(model);
    table->setWrapRows(true);
    table->setColumns({{2, 180}, {3, 220}, {0, 64}});
    return table;
}

} // namespace tocsin::views
