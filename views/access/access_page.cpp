// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/access_page.h"

#include "access/keys_panel.h"
#include "access/people_panel.h"
#include "access/rights_table.h"
#include "shared/card.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kKeysWidth = 400;

} // namespace

AccessPage::AccessPage(CaseContext *context, QWidget *parent, vault::KdfCost cost)
    : Page({u"access"_s, tr("People and keys"), tr("Readiness"), u"keys"_s}, parent)
    , m_context(context)
    , m_people(new PeoplePanel(*context, cost, this))
    , m_keys(new KeysPanel(*context, cost))
{
    auto *rights = new Card(tr("What each role may do"), this);
    rights->setContent(makeRightsTable(context->file()->actor().role, rights));
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::space(2));
    left->addWidget(m_people, 1);
    left->addWidget(rights, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kPage - QMargins(0, 0, ScrollColumn::kGutter, 0));
    layout->setSpacing(metrics::space(2));
    layout->addLayout(left, 3);
    layout->addWidget(new ScrollColumn(m_keys, kKeysWidth, this), 2);
}

QList<Command> AccessPage::commands()
{
    const auto may = [this](QLatin1StringView action) { return [this, action] { return m_context->may(action); }; };
    return {
        {u"access.add"_s,
         tr("Add a person"),
         tr("role passphrase key slot access"),
         {},
         [this] { m_people->beginAdding(); },
         may("person.add"_L1)},
        {u"access.kit"_s,
         tr("Make the recovery kit"),
         tr("print master key"),
         {},
         [this] { m_keys->makeKit(); },
         may("store.kit"_L1)},
        {u"access.backup"_s,
         tr("Back the store up"),
         tr("copy save"),
         {},
         [this] { m_keys->backUp(); },
         may("store.backup"_L1)},
    };
}

} // namespace tocsin::views
