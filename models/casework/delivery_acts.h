// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery.h"
#include "casework/roster.h"

namespace tocsin::casework {

/// One thing that was recorded of the letters of a notice: a mailing, a list of returned mail, a new address, a
/// substitute notice. Counts, days and proof, never a person.
struct DeliveryAct
{
    qint64 id = 0;
    QString kind = {}; ///< mailed, returned, corrected, substitute
    RunId run = {}; ///< of a mailing; null otherwise
    int wave = 0; ///< of a mailing; 0 otherwise
    qint64 people = 0; ///< of this notice
    QDate first = {}; ///< the day on which it happened, or of several the first
    QDate last = {};
    QString how = {}; ///< of a substitute notice, as its person wrote it
    DeliveryProof proof = {};
    bool withdrawn = false; ///< taken back since; it counts no more
    Instant recorded = {};
    QString byName = {};
};

/// What was recorded about the letters of a notice, oldest first, what was taken back too.
struct DeliveryActs
{
    using Answer = QList<DeliveryAct>;
    NoticeId notice;
    Result<QList<DeliveryAct>> run(Reader &reader) const;
};

/// The ids of the people of DeliveryStandings, in mailing order: those of one standing, or whose name, id or city has
/// some words. Needs the right recipient.view.
struct DeliveryPeopleIds
{
    using Answer = QList<RecipientId>;
    NoticeId notice;
    std::optional<DeliveryState> state = {};
    QString search = {};
    Result<QList<RecipientId>> run(Reader &reader) const;
};

/// Somebody of the roster, and how far the letters of one notice are.
struct DeliveryPerson
{
    Recipient person;
    DeliveryStanding standing;
};

/// In the order of the ids. Needs the right recipient.view.
struct DeliveryPeopleById
{
    using Answer = QList<DeliveryPerson>;
    NoticeId notice;
    QList<RecipientId> ids = {};
    Result<QList<DeliveryPerson>> run(Reader &reader) const;
};

} // namespace tocsin::casework
