// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pages.h"

#include "access/access_page.h"
#include "annual/annual_page.h"
#include "containment/containment_page.h"
#include "deadlines/deadlines_page.h"
#include "deliveries/deliveries_page.h"
#include "ledger/ledger_page.h"
#include "notices/notices_page.h"
#include "notices/texts_page.h"
#include "overview/overview_page.h"
#include "packets/packets_page.h"
#include "people/people_page.h"
#include "rules/rules_page.h"
#include "tasks/tasks_page.h"
#include "timeline/timeline_page.h"

namespace tocsin::app {

QList<views::Page *> makePages(views::CaseContext *context)
{
    return {
        new views::OverviewPage(context),    new views::TimelinePage(context),   new views::TasksPage(context),
        new views::ContainmentPage(context), new views::DeadlinesPage(context),  new views::PeoplePage(context),
        new views::NoticesPage(context),     new views::DeliveriesPage(context), new views::TextsPage(context),
        new views::AnnualPage(context),      new views::PacketsPage(context),    new views::LedgerPage(context),
        new views::RulesPage(context),       new views::AccessPage(context),
    };
}

} // namespace tocsin::app
