// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/delivery_wording.h"

#include "items/wording.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::DeliveryAct;
using casework::DeliveryEvent;
using casework::DeliveryFunnel;
using casework::DeliveryState;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

QString lettersText(qint64 number)
{
    return number == 1 ? Words::tr("1 letter") : Words::tr("%1 letters").arg(figure(number));
}

QString peopleText(qint64 number)
{
    return number == 1 ? Words::tr("1 person") : Words::tr("%1 people").arg(figure(number));
}

qint64 inState(const DeliveryFunnel &funnel, DeliveryState state)
{
    const auto found = funnel.states.find(state);
    return found == funnel.states.end() ? 0 : found->second;
}

/// Those for whom no letter could be produced, so far.
qint64 neverQueued(const DeliveryFunnel &funnel)
{
    const auto without = funnel.waves.find(0);
    if (without == funnel.waves.end())
        return 0;
    qint64 people = 0;
    for (const DeliveryState state : {DeliveryState::NoAddress, DeliveryState::Otherwise, DeliveryState::Substitute}) {
        const auto found = without->second.find(state);
        people += found == without->second.end() ? 0 : found->second;
    }
    return people;
}

} // namespace

QString deliveryName(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Queued:
        return Words::tr("To be written to");
    case DeliveryState::NoAddress:
        return Words::tr("No address");
    case DeliveryState::Otherwise:
        return Words::tr("Told otherwise");
    case DeliveryState::Produced:
        return Words::tr("Produced");
    case DeliveryState::Mailed:
        return Words::tr("Mailed");
    case DeliveryState::Returned:
        return Words::tr("Returned");
    case DeliveryState::Corrected:
        return Words::tr("New address");
    case DeliveryState::Substitute:
        break;
    }
    return Words::tr("Substitute notice");
}

Tone deliveryTone(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Mailed:
        return Tone::Ok;
    case DeliveryState::NoAddress:
    case DeliveryState::Returned:
        return Tone::Danger;
    case DeliveryState::Queued:
    case DeliveryState::Corrected:
        return Tone::Warning;
    case DeliveryState::Otherwise:
    case DeliveryState::Produced:
    case DeliveryState::Substitute:
        break;
    }
    return Tone::Neutral;
}

QList<FunnelStage> funnelStages(const DeliveryFunnel &funnel)
{
    return {{Words::tr("In the roster"), funnel.people},
            {Words::tr("Queued"), funnel.people - neverQueued(funnel)},
            {Words::tr("Produced"), funnel.produced},
            {Words::tr("Mailed"), funnel.mailed},
            {Words::tr("Not returned"), funnel.delivered},
            {Words::tr("Told otherwise"), inState(funnel, DeliveryState::Otherwise), false},
            {Words::tr("Returned"), funnel.returned, false},
            {Words::tr("New address"), inState(funnel, DeliveryState::Corrected), false},
            {Words::tr("Mailed again"), funnel.mailedAgain, false},
            {Words::tr("Substitute"), inState(funnel, DeliveryState::Substitute), false}};
}

QString funnelSentence(const DeliveryFunnel &funnel)
{
    const qint64 left = inState(funnel, DeliveryState::Queued) + inState(funnel, DeliveryState::Corrected);
    const qint64 unreached = inState(funnel, DeliveryState::NoAddress) + inState(funnel, DeliveryState::Returned);
    QStringList sentences{Words::tr("%1 of %2 have a letter that was mailed and not returned.")
                              .arg(figure(funnel.delivered), peopleText(funnel.people))};
    if (left > 0)
        sentences << Words::tr("Still to be written to: %1.").arg(peopleText(left));
    if (unreached > 0)
        sentences << Words::tr("It cannot reach: %1.").arg(peopleText(unreached));
    if (const qint64 otherwise = inState(funnel, DeliveryState::Otherwise); otherwise > 0)
        sentences << Words::tr("Told by the other first notice, letter or e-mail: %1.").arg(peopleText(otherwise));
    return sentences.join(u' ');
}

QString proofText(const casework::DeliveryProof &proof)
{
    QStringList parts{proof.carrier, proof.reference, proof.fileName};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString actTitle(const DeliveryAct &act)
{
    QString title = Words::tr("%1 returned").arg(lettersText(act.people));
    if (act.kind == "mailed"_L1)
        title = Words::tr("%1 mailed, wave %2").arg(lettersText(act.people)).arg(act.wave);
    else if (act.kind == "corrected"_L1)
        title = Words::tr("New address of %1").arg(peopleText(act.people));
    else if (act.kind == "substitute"_L1)
        title = Words::tr("Substitute notice for %1: %2").arg(peopleText(act.people), act.how);
    return title;
}

QString eventTitle(const DeliveryEvent &event)
{
    if (event.kind == "produced"_L1)
        return Words::tr("Produced, wave %1").arg(event.wave);
    if (event.kind == "mailed"_L1)
        return Words::tr("Mailed, wave %1").arg(event.wave);
    if (event.kind == "returned"_L1)
        return event.reason.isEmpty() ? Words::tr("Returned") : Words::tr("Returned (%1)").arg(event.reason);
    if (event.kind == "corrected"_L1)
        return Words::tr("New address: %1").arg(event.reason);
    return Words::tr("Substitute notice: %1").arg(event.reason);
}

} // namespace tocsin::items
