// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pages.h"

#include "timeline/timeline_page.h"

namespace tocsin::app {

QList<views::Page *> makePages(views::CaseContext *context)
{
    return {
        new views::TimelinePage(context),
    };
}

} // namespace tocsin::app
