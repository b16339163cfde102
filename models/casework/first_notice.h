// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"

#include <QString>

namespace tocsin::casework {

/// Whether a notice is the first word to people: a letter by first-class mail or an e-mail, and one of them is enough
/// (45 CFR 164.404(d)(1)(i)).
bool isFirstNotice(const Notice &notice);

/// SQL that holds for people who got their first notice by another notice than ?1, and it did not come back. `person`
/// is the expression for somebody's id.
QString hadFirstNoticeOtherwise(const QString &person);

} // namespace tocsin::casework
