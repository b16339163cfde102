// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/roles.h"

class QWidget;

namespace tocsin::views {

class TableView;

/// The table of rights as people read it: what, who may, and whether the reader's own role does.
TableView *makeRightsTable(casework::Role own, QWidget *parent);

} // namespace tocsin::views
