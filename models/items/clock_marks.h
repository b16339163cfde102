// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "items/item_roles.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace tocsin::items {

/// What a date belongs to: a duty, or a record of an authority's inquiry.
struct ClockKey
{
    ObligationId obligation = {};
    QString record = {}; ///< of the registers, such as IR-1; empty for a duty

    friend bool operator==(const ClockKey &, const ClockKey &) = default;
};

/// One clock of an incident: an obligation that has a date, in words and values, for calendars, lanes and the like.
struct ClockMark
{
    enum class State {
        Ahead, ///< more than seven days are left
        Soon, ///< seven days or fewer
        Today, ///< it ends today, and has not passed
        Late, ///< it has passed, and the duty is not done
        Met, ///< done
        Keep, ///< not a limit: something has to be kept, or stay up, until the date
    };

    ObligationId obligation;
    QString recipient = {}; ///< as the law names it: "media:TX"
    QString whom = {}; ///< for people: "Media in Texas"
    QString title = {}; ///< what the duty is about: "Notice to individuals"
    QString citation = {};
    law::Nature nature = law::Nature::Statutory;
    law::Due due = {}; ///< the date that counts; never null
    law::Due computed = {}; ///< what the law computes; null unless counsel's date stands in its place
    law::Due target = {}; ///< the team's own date, else that of the packs; null: there is none, or it has no use now
    law::Due start = {}; ///< when the clock started; null where nothing says so
    State state = State::Ahead;
    QString stateText = {}; ///< "13 days left", "due today", "2 days late", "met 29 Apr"
    Tone tone = Tone::Neutral;
    QString record = {}; ///< for a request of an inquiry, in place of the obligation: see ClockKey

    [[nodiscard]] ClockKey key() const { return {obligation, record}; }
    [[nodiscard]] QDate day() const { return due.day(); }
    /// Something is still to be done by the date.
    [[nodiscard]] bool isOpen() const { return state != State::Met && state != State::Keep; }
    friend bool operator==(const ClockMark &, const ClockMark &) = default;
};

/// How a date stands that nobody met yet, so many days ahead; below 0 it has passed.
ClockMark::State stateOnDay(qint64 daysLeft);
Tone stateTone(ClockMark::State state);

/// A law-enforcement hold: from the day of the statement to its end.
struct ClockHold
{
    QDate stated;
    QDate until;
    friend bool operator==(const ClockHold &, const ClockHold &) = default;
};

/// A clock that is open but has no date: one that hangs on another notice, on a fact, or on no number of days.
struct DatelessClock
{
    ObligationId obligation;
    QString recipient = {};
    QString whom = {};
    QString title = {};
    QString when = {}; ///< "After notice"
    QString words = {}; ///< "After notice: +15 days, California residents"
    QString record = {}; ///< for an inquiry, in place of the obligation: see ClockKey

    [[nodiscard]] ClockKey key() const { return {obligation, record}; }
    friend bool operator==(const DatelessClock &, const DatelessClock &) = default;
};

/// An inquiry of an attorney general or another authority, with what it asks for: a track of its own beside the duties.
struct InquiryTrack
{
    RegisterRecordId id;
    QString whom = {}; ///< for people: "CID-26-118, Texas Attorney General"
    QString contact = {}; ///< empty while nobody entered one
    QList<ClockMark> marks = {}; ///< its requests, the earliest first; those that were answered count as met
    QList<DatelessClock> dateless = {}; ///< that it has asked for nothing yet

    friend bool operator==(const InquiryTrack &, const InquiryTrack &) = default;
};

/// All clocks of an incident, the earliest first.
struct IncidentClocks
{
    QDate discovered = {}; ///< null while unknown
    QDate today = {}; ///< in `zone`
    QByteArray zone = {}; ///< of the facts, in which dates end
    QList<ClockMark> marks = {};
    QList<DatelessClock> dateless = {}; ///< open, in the order of the records
    std::optional<ClockHold> hold = {};
    QList<InquiryTrack> inquiries = {}; ///< in the order of their numbers

    friend bool operator==(const IncidentClocks &, const IncidentClocks &) = default;
};

/// What stands on a day.
enum class DateKind { Target, Limit, Met, Late, Keep };

/// "target", "limit", "met", "late", "keep until"
QString dateKindWord(DateKind kind);
Tone dateKindTone(DateKind kind);
/// The kind of a clock's own date.
DateKind dateKindOf(const ClockMark &mark);

/// A date of a clock: its limit, or the target before it.
struct DateMark
{
    QDate day;
    DateKind kind = DateKind::Limit;
    qsizetype clock = 0; ///< place in IncidentClocks::marks
    friend bool operator==(const DateMark &, const DateMark &) = default;
};

/// Every date of the clocks, by day; on one day what is late comes first, then limits, targets, and what was met.
QList<DateMark> datesOf(const IncidentClocks &clocks);

/// One date of a clock in words, as dateSentence() has it.
QString markSentence(const ClockMark &mark, DateKind kind);

/// A date in words: "Limit: Media in Texas, Notice to media, 43 days left". With the hour and zone where there is one,
/// and with the computed date where counsel's stands in its place.
QString dateSentence(const IncidentClocks &clocks, const DateMark &date);

/// Who sets a clock: "law", "contract", "regulator", "internal", "keep until".
QString natureText(law::Nature nature);

/// A day, or a day and time with the offset: "2 May 2026", "2 May 2026, 14:00 −05:00".
QString dueWords(const law::Due &due);

/// The clocks of an incident's obligations at a moment. `zone` is that of the facts; empty: the zone of `now`.
IncidentClocks clocksOf(const QList<casework::ObligationRecord> &records, const Instant &now, const QByteArray &zone);

/// The same from the store, with the day of discovery, the hold and the inquiries.
struct IncidentClocksQuery
{
    using Answer = IncidentClocks;
    IncidentId incident;
    Instant now;
    Result<IncidentClocks> run(casework::Reader &reader) const;
};

} // namespace tocsin::items
