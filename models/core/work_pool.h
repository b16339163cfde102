// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

namespace tocsin {

/// Where long work runs. Not on Qt's global pool: painting takes threads from there, so that a window with two long
/// jobs on a machine with two cores would stand still until one of them ended (Qt 6.4, raster fills). There are more
/// threads than cores, since work often waits for the store.
QThreadPool &workPool();

} // namespace tocsin
