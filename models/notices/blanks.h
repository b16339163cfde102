// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tocsin::notices {

/// The first passage that looks like a blank which nobody filled in, such as "[date]", "<name>", "NAME HERE", "TBD" or
/// "XX/XX/XXXX"; empty if there is none.
QString blankIn(const QString &text);

} // namespace tocsin::notices
