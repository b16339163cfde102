// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"

namespace tocsin::app {

/// Opens the window, on a store if one is named, and runs until it is closed. Gives the exit status.
int runWindow(int argc, char **argv, const CommonOptions &options, const QString &store);

} // namespace tocsin::app
