// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "law/evaluation.h"
#include "law/rule_pack.h"

namespace tocsin::law {

/// A date as reasons show it: "2 Mar 2026".
QString shortDate(QDate date);

/// An instant as reasons show it, in its own zone: "10 Apr 2026 14:00 (UTC+02:00)".
QString shortInstant(const Instant &instant);

/// A word of the facts for people: "privacy-officer" becomes "privacy officer".
QString plain(const QString &word);

/// With a capital first letter.
QString sentenceCase(const QString &text);

/// What a fact is, for people: "the day of discovery" for "discovered". A path without a name of its own stays as it
/// is.
QString factName(const QString &path);

/// What a duty waits for, for people: "the hour of discovery" where the day is known and the clock counts hours.
QStringList missingNames(const Obligation &duty);

/// A fact's value for people: a list with commas, true as "yes".
QString factText(const QJsonValue &value);

/// "1 day", "60 calendar days"
QString counted(qint64 count, const QString &singular, const QString &plural);

/// How long after another notice a relative duty is due: "15 days", "5 business days".
QString offsetWords(const Obligation &duty);

/// "more than 500", "500 or more", "fewer than 500", "500 or fewer"
QString thresholdWords(Condition::Op op, qint64 people);

/// Who is told, inside a sentence: "individuals", "media in Texas", "the covered entity". For duties that are no
/// notices what they are about: "finding F-1", "containment, 24 hours".
QString recipientName(const QString &recipient);

/// Whether somebody is told something: false for the internal clocks, the records to keep and the like.
bool isNotice(const QString &recipient);

} // namespace tocsin::law
