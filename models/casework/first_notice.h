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

/// What somebody had last of the other notices of the incident, before a notice's own first run: a letter or e-mail
/// that is recorded as mailed and did not come back.
struct EarlierNotice
{
    RecipientId recipient;
    QDate dated = {}; ///< as the letter bears it
    bool byEmail = false;
};

/// For a follow-up, everybody who had an earlier letter or e-mail, first notices and follow-ups.
struct EarlierNotices
{
    using Answer = QList<EarlierNotice>;
    NoticeId notice;
    IncidentId incident;
    Result<QList<EarlierNotice>> run(Reader &reader) const;
};

/// The day on which the first letter or e-mail of the incident is recorded as mailed; invalid before.
struct FirstMailing
{
    using Answer = QDate;
    IncidentId incident;
    Result<QDate> run(Reader &reader) const;
};

/// SQL: the tables and the condition of the letters d that are earlier than the notice ?1 of the incident ?2, as
/// EarlierNotices has them. Not for other rooms.
QString earlierLetters();

/// How many people have a first notice that is produced and not recorded as mailed.
Result<qint64> lettersInTheHouse(Reader &reader, IncidentId incident);

} // namespace tocsin::casework
