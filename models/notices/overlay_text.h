// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/overlay.h"
#include "notices/overlay_wordings.h"

namespace tocsin::notices {

/// Makes the text of a letter into the text for one State (see OverlaySet::applied). `overlay` and `wordings` may be
/// null; `keys` are the wordings that stand.
Template overlaidText(const Template &text, const Overlay *overlay, const Wordings *wordings, const QStringList &keys,
                      const QMap<QString, Office> &agencies);

} // namespace tocsin::notices
