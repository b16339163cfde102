// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pages.h"

#include "deadlines/deadlines_page.h"
#include "timeline/timeline_page.h"

namespace tocsin::app {

QList<views::Page *> makePages(views::CaseContext *context)
{
    return {
        new views::TimelinePage(context),
        new views::DeadlinesPage(context),
    };
}

} // namespace tocsin::app
