// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"

#include <QString>

namespace tocsin::casework {

/// Whether a notice is the first word to people: a letter by first-class mail or an e-mail, and one of them is enough
/// (45 CFR 164.404(d)(1)(i)).
bool isFirstNotice(const Notice &notice);

/// Whether a notice goes to those who had an earlier one: a supplement or a correction.
bool isFollowUp(const Notice &notice);

/// What somebody had last of the other notices of the incident, before a notice's own first run.
struct EarlierNotice
{
    RecipientId recipient;
    Instant produced = {};
    bool byEmail = false;
};

/// For a follow-up, everybody who had an earlier letter or e-mail.
struct EarlierNotices
{
    using Answer = QList<EarlierNotice>;
    NoticeId notice;
    IncidentId incident;
    Result<QList<EarlierNotice>> run(Reader &reader) const;
};

/// SQL that holds for people who got their first notice by another notice than ?1, and it did not come back. `person`
/// is the expression for somebody's id.
QString hadFirstNoticeOtherwise(const QString &person);

} // namespace tocsin::casework
