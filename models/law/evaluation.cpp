// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/evaluation.h"

#include "law/wording.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

QJsonObject owedJson(const Obligation &duty)
{
    QJsonObject object{{u"recipient"_s, duty.recipient},
                       {u"title"_s, duty.title},
                       {u"nature"_s, natureWord(duty.nature)},
                       {u"due"_s, duty.due.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(duty.due.toIso())},
                       {u"kind"_s, duty.kind},
                       {u"citation"_s, duty.citation},
                       {u"counsel_review"_s, duty.counselReview},
                       {u"why"_s, QJsonArray::fromStringList(duty.why)}};
    if (!duty.relativeTo.isEmpty())
        object.insert(u"relative_to"_s, duty.relativeTo);
    if (duty.offsetDays)
        object.insert(u"offset_days"_s, *duty.offsetDays);
    if (duty.offsetInBusinessDays)
        object.insert(u"offset_in_business_days"_s, true);
    if (!duty.relation.isEmpty())
        object.insert(u"relation"_s, duty.relation);
    if (!duty.internalTarget.isNull())
        object.insert(u"internal_target"_s, duty.internalTarget.toIso());
    if (duty.tightest)
        object.insert(u"tightest"_s, true);
    return object;
}

/// What every duty says that is not owed, or not yet.
QJsonObject commonJson(const Obligation &duty)
{
    QJsonObject object{{u"recipient"_s, duty.recipient},
                       {u"title"_s, duty.title},
                       {u"nature"_s, natureWord(duty.nature)},
                       {u"citation"_s, duty.citation},
                       {u"why"_s, QJsonArray::fromStringList(duty.why)}};
    if (duty.counselReview)
        object.insert(u"counsel_review"_s, true);
    return object;
}

QJsonObject blockedJson(const Obligation &duty)
{
    QJsonObject object = commonJson(duty);
    object.insert(u"missing"_s, QJsonArray::fromStringList(duty.missing));
    if (!duty.needTime.isEmpty())
        object.insert(u"need_time"_s, QJsonArray::fromStringList(duty.needTime));
    if (!duty.due.isNull())
        object.insert(u"due"_s, duty.due.toIso());
    return object;
}

QJsonArray listJson(const QList<Obligation> &duties, QJsonObject (*one)(const Obligation &))
{
    QJsonArray array;
    for (const Obligation &each : duties)
        array.append(one(each));
    return array;
}

enum class State { Absent, Owed, NotOwed, Blocked };

/// One duty in one evaluation, as compare() sees it.
struct Place
{
    State state = State::Absent;
    Obligation duty;
};

/// What stays the same about a duty while facts change: the recipient and the rule, or the group of rules of which one
/// takes the other's place; not its citation.
using Key = std::pair<QString, QString>;

void put(QMap<Key, Place> &places, State state, const QList<Obligation> &duties)
{
    for (const Obligation &each : duties)
        places.insert({each.recipient, each.group.isEmpty() ? each.rule : each.group}, {state, each});
}

QMap<Key, Place> placesOf(const Evaluation &evaluation)
{
    QMap<Key, Place> places;
    put(places, State::Owed, evaluation.owed);
    put(places, State::NotOwed, evaluation.notOwed);
    put(places, State::Blocked, evaluation.blocked);
    return places;
}

std::optional<DateChange::Kind> kindOf(const Place &before, const Place &after)
{
    using Kind = DateChange::Kind;
    if (after.state == State::Blocked)
        return before.state == State::Blocked ? std::nullopt : std::optional(Kind::Blocked);
    if (after.state != State::Owed) {
        const bool counted = before.state == State::Owed || before.state == State::Blocked;
        return counted ? std::optional(Kind::Vanished) : std::nullopt;
    }
    if (before.state != State::Owed)
        return before.state == State::Blocked ? Kind::Unblocked : Kind::Appeared;
    if (before.duty.due == after.duty.due)
        return std::nullopt;
    if (before.duty.due.isNull())
        return Kind::Dated;
    return after.duty.due.isNull() ? Kind::Undated : Kind::Moved;
}

/// By the day after the change, those without one last.
bool comesFirst(const DateChange &a, const DateChange &b)
{
    const QDate first = a.after.day();
    const QDate second = b.after.day();
    return first.isValid() != second.isValid() ? first.isValid() : first < second;
}

void note(QList<DateChange> &changes, const Place &before, const Place &after)
{
    const std::optional<DateChange::Kind> kind = kindOf(before, after);
    if (!kind)
        return;
    const Obligation &named = after.state == State::Absent ? before.duty : after.duty;
    DateChange change{*kind, named.recipient, named.citation, before.duty.due, after.duty.due, 0};
    if (*kind == DateChange::Kind::Moved)
        change.days = before.duty.due.day().daysTo(after.duty.due.day());
    const auto place = std::upper_bound(changes.cbegin(), changes.cend(), change, comesFirst);
    changes.insert(place, change);
}

QString dueWords(const Due &due)
{
    if (due.isNull())
        return u"no date"_s;
    return due.instant ? shortInstant(*due.instant) : shortDate(due.date);
}

} // namespace

bool isEarlier(const Due &a, const Due &b)
{
    if (a.instant && b.instant)
        return *a.instant < *b.instant;
    return a.day() != b.day() ? a.day() < b.day() : a.instant.has_value() && !b.instant;
}

QString Due::toIso() const
{
    return instant ? instant->toIso() : date.toString(Qt::ISODate);
}

QJsonObject toJson(const Evaluation &evaluation)
{
    const bool known = evaluation.discovered.isValid();
    QJsonObject object{{u"discovered"_s,
                        known ? QJsonValue(evaluation.discovered.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null)},
                       {u"packs"_s, QJsonArray::fromStringList(evaluation.packs)},
                       {u"owed"_s, listJson(evaluation.owed, owedJson)},
                       {u"not_owed"_s, listJson(evaluation.notOwed, commonJson)},
                       {u"blocked"_s, listJson(evaluation.blocked, blockedJson)}};
    if (!evaluation.warnings.isEmpty())
        object.insert(u"warnings"_s, QJsonArray::fromStringList(evaluation.warnings));
    return object;
}

QString DateChange::sentence() const
{
    const QString whom = u"%1 (%2)"_s.arg(recipient, citation);
    switch (kind) {
    case Kind::Appeared:
        return u"%1: newly owed, %2."_s.arg(whom, dueWords(after));
    case Kind::Vanished:
        return u"%1: no longer owed, was %2."_s.arg(whom, dueWords(before));
    case Kind::Blocked:
        return u"%1: waits for a missing fact, was %2."_s.arg(whom, dueWords(before));
    case Kind::Unblocked:
        return u"%1: no longer waits for a fact, %2."_s.arg(whom, dueWords(after));
    case Kind::Dated:
    case Kind::Undated:
        return u"%1: %2 becomes %3."_s.arg(whom, dueWords(before), dueWords(after));
    case Kind::Moved:
        break;
    }
    const QString by = days == 0 ? u"the same day"_s
                                 : counted(qAbs(days), u"day"_s, u"days"_s) + (days < 0 ? u" earlier"_s : u" later"_s);
    return u"%1: %2 becomes %3, %4."_s.arg(whom, dueWords(before), dueWords(after), by);
}

QList<DateChange> compare(const Evaluation &before, const Evaluation &after)
{
    const QMap<Key, Place> old = placesOf(before);
    const QMap<Key, Place> now = placesOf(after);
    QList<DateChange> changes;
    QMap<Key, Place> all = old;
    all.insert(now);
    for (const Key &key : all.keys())
        note(changes, old.value(key), now.value(key));
    return changes;
}

} // namespace tocsin::law
