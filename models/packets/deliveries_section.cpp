// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_sections.h"

#include "law/states.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

using namespace notices;
using casework::DeliveryState;

namespace {

using Standings = std::map<DeliveryState, qint64>;

qint64 people(const Standings &standings, std::initializer_list<DeliveryState> states)
{
    qint64 sum = 0;
    for (const DeliveryState state : states) {
        const auto found = standings.find(state);
        sum += found == standings.end() ? 0 : found->second;
    }
    return sum;
}

Table standingsTable(const QString &summary, const QString &first)
{
    return table(summary, {1.5, 1, 0.9, 1, 0.95, 1.15, 1.1, 0.8},
                 {first, u"Produced"_s, u"Mailed"_s, u"Returned"_s, u"New address"_s, u"Substitute"_s,
                  u"Told otherwise"_s, u"No letter"_s},
                 {1, 2, 3, 4, 5, 6, 7});
}

void addStandings(Table &made, const QString &first, const Standings &standings)
{
    addRow(made,
           {first, numberText(people(standings, {DeliveryState::Produced})),
            numberText(people(standings, {DeliveryState::Mailed})),
            numberText(people(standings, {DeliveryState::Returned})),
            numberText(people(standings, {DeliveryState::Corrected})),
            numberText(people(standings, {DeliveryState::Substitute})),
            numberText(people(standings, {DeliveryState::Otherwise})),
            numberText(people(standings, {DeliveryState::Queued, DeliveryState::NoAddress}))});
}

QString actText(const casework::DeliveryAct &act)
{
    static const QHash<QString, QString> words{{u"mailed"_s, u"Mailed"_s},
                                               {u"returned"_s, u"Returned"_s},
                                               {u"corrected"_s, u"New address"_s},
                                               {u"substitute"_s, u"Substitute notice"_s}};
    const QString what = words.value(act.kind);
    return act.withdrawn ? what + u", taken back since"_s : what;
}

/// Days and counts: what people typed beside them may name somebody.
Table actsTable(const QList<casework::DeliveryAct> &acts)
{
    Table made = table(u"What was recorded of the letters"_s, {0.5, 2.4, 2.6, 0.9},
                       {u"No."_s, u"Day"_s, u"What"_s, u"People"_s}, {0, 3});
    for (qsizetype i = 0; i < acts.size(); ++i) {
        const casework::DeliveryAct &act = acts.at(i);
        const QString day
            = act.first == act.last ? dayText(act.first) : u"%1 to %2"_s.arg(dayText(act.first), dayText(act.last));
        addRow(made, {QString::number(i + 1), day, actText(act), numberText(act.people)});
    }
    return made;
}

/// The proofs that are files, by the numbers of the table above.
Table proofTable(const QList<casework::DeliveryAct> &acts)
{
    Table made = table(u"SHA-256 of each proof"_s, {0.5, 6}, {u"No."_s, u"SHA-256 of the file"_s});
    for (qsizetype i = 0; i < acts.size(); ++i) {
        if (!acts.at(i).proof.fileSha256.isEmpty())
            addRow(made, {QString::number(i + 1), acts.at(i).proof.fileSha256});
    }
    return made;
}

} // namespace

Blocks deliveriesPart(const PacketContents &contents)
{
    Blocks blocks{heading(2, u"What became of the letters"_s)};
    if (!contents.deliveries.isEmpty()) {
        blocks.push_back(paragraph(
            u"A letter by first-class mail and an e-mail to whoever agreed to it are one first notice (45 CFR "
            "164.404(d)(1)). Told otherwise is who has the other one of them, and it did not come back."_s));
    }
    for (const NoticeDeliveries &each : contents.deliveries) {
        const QString title = noticeTitle(contents, each.notice);
        blocks.push_back(lead(title));
        Table waves = standingsTable(u"“%1”: people by the wave of their latest letter"_s.arg(title), u"Wave"_s);
        for (const auto &[wave, standings] : each.funnel.waves)
            addStandings(waves, wave == 0 ? u"none yet"_s : QString::number(wave), standings);
        blocks.push_back(std::move(waves));
        Table states = standingsTable(u"“%1”: people by State of residence"_s.arg(title), u"State"_s);
        for (const auto &[state, standings] : each.funnel.residences)
            addStandings(states, state.isEmpty() ? u"Elsewhere or unknown"_s : law::stateName(state), standings);
        blocks.push_back(std::move(states));
        if (each.acts.isEmpty())
            continue;
        blocks.push_back(actsTable(each.acts));
        if (Table proofs = proofTable(each.acts); !proofs.rows.empty())
            blocks.push_back(std::move(proofs));
    }
    if (contents.deliveries.isEmpty())
        blocks.push_back(paragraph(u"No letters to people have been produced yet."_s));
    return blocks;
}

} // namespace tocsin::packets
