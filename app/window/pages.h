// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"
#include "shared/page.h"

namespace tocsin::app {

/// The pages of the window, in the order of the rail. The caller owns them.
QList<views::Page *> makePages(views::CaseContext *context);

} // namespace tocsin::app
