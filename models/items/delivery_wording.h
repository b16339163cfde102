// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery_acts.h"
#include "items/item_roles.h"

namespace tocsin::items {

/// Where somebody stands with a notice, for people: "Mailed", "Returned".
QString deliveryName(casework::DeliveryState state);
Tone deliveryTone(casework::DeliveryState state);

/// One bar of the funnel.
struct FunnelStage
{
    QString name;
    qint64 people = 0;
    bool isStep = true; ///< on the way from the roster to the mailbox; false for what became of letters beside it
};

/// From the roster to the mailbox, and then what came back.
QList<FunnelStage> funnelStages(const casework::DeliveryFunnel &funnel);
/// The same as one sentence.
QString funnelSentence(const casework::DeliveryFunnel &funnel);

/// "Mail House, Job 4711, certificate.pdf"; empty without any.
QString proofText(const casework::DeliveryProof &proof);

/// What a mailing, a list of returns … was: "2,294 letters mailed, wave 1".
QString actTitle(const casework::DeliveryAct &act);
/// What happened to somebody's letter: "Mailed", "Returned (UTF)".
QString eventTitle(const casework::DeliveryEvent &event);

} // namespace tocsin::items
