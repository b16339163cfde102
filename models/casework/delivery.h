// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

#include <map>

namespace tocsin::casework {

/// Where a person stands with one notice. It follows from the letters produced and from what was recorded of them
/// since; it is never written down itself.
enum class DeliveryState {
    Queued, ///< to be written to, and not yet
    NoAddress, ///< to be told, but no usable address is known; of an e-mail, did not agree to be told by it
    Otherwise, ///< told by the other first notice: by e-mail where this is the letter, or the other way round
    Produced,
    Mailed,
    Returned, ///< the letter came back, and no other address is known
    Corrected, ///< it came back, another address is known, and no letter has gone there yet
    Substitute, ///< told by substitute notice (45 CFR 164.404(d)(2))
};

QString deliveryStateToken(DeliveryState state);
QList<DeliveryState> allDeliveryStates();
/// Fails with BadInput and lists the tokens if there is no such state.
Result<DeliveryState> deliveryStateFromToken(const QString &token);

/// What shows that something happened: a reference of the carrier or the mail house, a file such as its certificate, or
/// both. The file stays where it is; its name and hash are kept.
struct DeliveryProof
{
    QString carrier = {};
    QString reference = {};
    QString fileName = {}; ///< without its folder
    QString fileSha256 = {};
};

/// One person and one notice.
struct DeliveryStanding
{
    RecipientId recipient;
    DeliveryState state = DeliveryState::Queued;
    int letters = 0; ///< how many were produced; more than one after a new address, or by an express wish
    int wave = 0; ///< of the latest letter; 0 without one
    qint64 delivery = 0; ///< row of the latest letter; 0 without one
    QDate since = {}; ///< of mailing, return, new address or substitute notice; invalid before
    QString reason = {}; ///< why it came back
    bool wasMailed = false; ///< any letter of this notice
    bool wasReturned = false; ///< any letter of this notice
    QString residence = {};
    QDate produced = {}; ///< the latest letter
    DeliveryProof proof = {}; ///< of what happened last
};

/// Everybody a notice is for, or who had a letter of it, in mailing order. Only ids and dates, so no right is asked.
struct DeliveryStandings
{
    using Answer = QList<DeliveryStanding>;
    NoticeId notice;
    std::optional<DeliveryState> state = {};
    std::optional<QList<RecipientId>> people = {}; ///< just these, without a look at the others
    Result<QList<DeliveryStanding>> run(Reader &reader) const;
};

/// How far the letters of one notice are, in people: each number up to `delivered` is part of the one before it. No
/// names, so it may go into packets.
struct DeliveryFunnel
{
    qint64 people = 0; ///< included in the roster, or written to before they were taken out
    qint64 withAddress = 0; ///< of these, with a letter, or with a usable address as far as is known today
    qint64 produced = 0; ///< with at least one letter
    qint64 mailed = 0; ///< of whose letters at least one was mailed
    qint64 delivered = 0; ///< mailed, and the latest letter that was mailed did not come back
    qint64 returned = 0; ///< of whom a letter came back, whatever became of it since
    qint64 mailedAgain = 0; ///< whose letter came back, and a later one was mailed
    std::map<DeliveryState, qint64> states;
    std::map<int, std::map<DeliveryState, qint64>> waves; ///< by wave of the latest letter; 0 without a letter
    std::map<QString, std::map<DeliveryState, qint64>> residences; ///< by State of residence; empty: elsewhere
};

struct DeliveryFunnelQuery
{
    using Answer = DeliveryFunnel;
    NoticeId notice;
    Result<DeliveryFunnel> run(Reader &reader) const;
};

/// A letter of an incident, and what became of it.
struct LetterInTheMail
{
    qint64 delivery = 0;
    RecipientId recipient;
    QDate mailed; ///< invalid if that is not recorded
    QDate returned; ///< likewise
};

/// Every letter that was produced, of all notices and waves, in the order of production.
struct LettersInTheMail
{
    using Answer = QList<LetterInTheMail>;
    IncidentId incident;
    Result<QList<LetterInTheMail>> run(Reader &reader) const;
};

/// Whom an earlier import of the very same list of returned mail (by SHA-256) named.
struct ReturnedInFile
{
    using Answer = QList<RecipientId>;
    IncidentId incident;
    QString fileSha256 = {};
    Result<QList<RecipientId>> run(Reader &reader) const;
};

/// One dated thing that happened to somebody's letter.
struct DeliveryEvent
{
    qint64 act = 0;
    QString kind = {}; ///< produced, mailed, returned, corrected, substitute
    QString noticeKey = {}; ///< empty for a new address, which is about the person
    int wave = 0; ///< 0 where no letter is meant
    QDate happened = {};
    QString reason = {};
    DeliveryProof proof = {}; ///< or the list of returned mail
    bool withdrawn = false; ///< taken back since; it counts no more
    Instant recorded = {};
    QString byName = {};
};

/// All that happened to the letters of one person, oldest first. Needs the right recipient.view.
struct DeliveryHistory
{
    using Answer = QList<DeliveryEvent>;
    RecipientId recipient;
    Result<QList<DeliveryEvent>> run(Reader &reader) const;
};

} // namespace tocsin::casework
