// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace tocsin::views {

/// Takes everything out of a layout that was filled by hand. Widgets vanish at once and are deleted when the code that
/// may have been called by one of them has returned.
void emptyLayout(QLayout &layout);

} // namespace tocsin::views
