// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery.h"

#include <QDate>
#include <QStringList>

// What happens to letters after they were produced. Each command adds an act and one event per person; nothing is ever
// overwritten, and undo adds an act that takes the first one back. The ledger gets counts and hashes, never a person.
namespace tocsin::casework {

/// The letters of a run went into the mail on a day. Letters that are recorded as mailed stay
/// as they are; fails with Conflict if no other is left, and with BadInput without proof or for a day before the
/// letters were produced or after today.
struct RecordMailed
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("delivery.mailed");
    RunId run;
    QDate on;
    DeliveryProof proof;
    Result<Outcome> apply(Writer &writer) const;
};

/// A letter that came back.
struct ReturnedLetter
{
    qint64 delivery = 0; ///< its row, as DeliveryStanding has it
    QDate on = {};
    QString reason = {}; ///< as the carrier's mark says, such as “UTF”; may be empty
};

/// Letters came back. Each has to be recorded as mailed on that day or before it, and not as returned: BadInput and
/// Conflict otherwise, and nothing is recorded.
struct RecordReturned
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("delivery.returned");
    IncidentId incident;
    QList<ReturnedLetter> letters;
    DeliveryProof proof = {}; ///< the list they stand in
    Result<Outcome> apply(Writer &writer) const;
};

/// A postal address as a person enters it. That it can be one is for the caller to check.
struct PostalAddress
{
    QStringList lines = {};
    QString city = {};
    QString state = {}; ///< in the United States its code
    QString postalCode = {};
    QString country = {}; ///< ISO 3166 code

    friend bool operator==(const PostalAddress &, const PostalAddress &) = default;
};

/// Another address of a person is known: from a forwarding order, a call, a directory. From then on letters go there;
/// the State of residence follows it, as it follows the address of a roster.
struct CorrectAddress
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("delivery.correct-address");
    RecipientId recipient;
    PostalAddress address;
    QString source = {}; ///< where it is from; required
    Result<Outcome> apply(Writer &writer) const;
};

/// The people of a notice whom no letter reaches were told by substitute notice (45 CFR 164.404(d)(2)) on a day; nobody
/// needs it who died. Fails with BadInput without proof or for a notice that is not posted, and with Conflict if a
/// letter reaches everybody, or if it is recorded already; one that was recorded without proof, as older versions took
/// it, can be recorded again with it.
struct RecordSubstitute
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("delivery.substitute");
    NoticeId notice;
    QDate on;
    QString how = {}; ///< such as “home page, 90 days”; required
    DeliveryProof proof;
    Result<Outcome> apply(Writer &writer) const;
};

/// For how many people RecordSubstitute would record it now.
struct SubstituteOwed
{
    using Answer = qint64;
    NoticeId notice;
    Result<qint64> run(Reader &reader) const;
};

/// A roster that is about to be taken over (AcceptStaged) may know other addresses of people who have a letter or were
/// told otherwise: these are new addresses. And it may still have an address that came back and was corrected: then the
/// corrected one stays. For commands of this room only.
Result<> reconcileStagedAddresses(Writer &writer, IncidentId incident);

} // namespace tocsin::casework
