// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/sheet_kinds.h"

#include <QList>

namespace tocsin::jobs {

/// The notices to each person that can be added beside the letter every incident comes with: a supplement, a
/// correction, the e-mail, the script of an urgent call. One notice holds every language and form of its text. Their
/// words are those of wordFields().
QList<notices::NoticeKind> letterKinds();

} // namespace tocsin::jobs
