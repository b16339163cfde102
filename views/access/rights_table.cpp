// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/rights_table.h"

#include "items/item_roles.h"
#include "items/person_model.h"
#include "shared/table_view.h"

#include <QCoreApplication>
#include <QStandardItemModel>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tocsin::views", text);
}

QString whoMay(QLatin1StringView action)
{
    QStringList names;
    for (const casework::Role role : casework::allRoles()) {
        if (casework::permits(role, action))
            names << casework::roleName(role);
    }
    return names.size() == casework::allRoles().size() ? say("Everyone") : names.join(u", "_s);
}

QStandardItem *makeOwn(bool may)
{
    auto *item = new QStandardItem;
    item->setData(may ? say("Yes") : say("No"), items::BadgeTextRole);
    item->setData(int(may ? items::Tone::Ok : items::Tone::Neutral), items::BadgeToneRole);
    item->setData(may ? say("Yes") : say("No"), Qt::AccessibleTextRole);
    return item;
}

} // namespace

TableView *makeRightsTable(casework::Role own, QWidget *parent)
{
    auto *table = new TableView(say("What each role may do"), parent);
    auto *model = new QStandardItemModel(table);
    model->setHorizontalHeaderLabels({say("What"), say("Who may"), say("You")});
    for (const QLatin1StringView action : casework::allActions()) {
        model->appendRow({new QStandardItem(items::actionName(action)), new QStandardItem(whoMay(action)),
                          makeOwn(casework::permits(own, action))});
    }
    table->setModel(model);
    table->setWrapRows(true);
    table->setColumns({{2, 180}, {3, 220}, {0, 64}});
    return table;
}

} // namespace tocsin::views
