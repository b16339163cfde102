// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/law/random_facts.h"

#include "law/states.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

// Thresholds of the laws, and the numbers beside them.
constexpr qint64 kCounts[]{0,   1,   9,    10,   49,   50,   250,   251,   499,    500,
                           501, 999, 1000, 1001, 5000, 5001, 10000, 10001, 250000, 1};

} // namespace

Moment RandomFacts::momentOn(QDate day)
{
    if (!chance(40))
        return {day, {}};
    const QDateTime at = day.startOfDay(QTimeZone("America/Chicago")).addSecs(m_random.bounded(86'400 - 3'600));
    return {{}, Instant(at.toMSecsSinceEpoch(), "America/Chicago")};
}

QStringList RandomFacts::some(const QStringList &words, int percent)
{
    QStringList chosen;
    for (const QString &word : words) {
        if (chance(percent))
            chosen << word;
    }
    return chosen;
}

QMap<QString, qint64> RandomFacts::residents()
{
    QMap<QString, qint64> residents;
    const int share = chance(10) ? 100 : 1 + m_random.bounded(20);
    for (const QString &state : stateCodes()) {
        if (chance(share))
            residents.insert(state, kCounts[m_random.bounded(static_cast<int>(std::size(kCounts)))]);
    }
    return residents;
}

/// Notices given, none before anyone knew.
void RandomFacts::addNotices(Facts &facts, QDate known)
{
    QStringList recipients{u"individuals"_s, u"HHS"_s, u"no-harm-exception"_s};
    for (auto each = facts.residents ? facts.residents->cbegin() : QMap<QString, qint64>::const_iterator();
         facts.residents && each != facts.residents->cend(); ++each)
        recipients << u"individuals:"_s + each.key() << u"AG:"_s + each.key();
    for (const QString &recipient : some(recipients, 25))
        facts.done.insert(recipient, momentOn(dayFrom(known, 120)));
}

void RandomFacts::addClaims(Facts &facts, QDate known)
{
    if (chance(60))
        facts.secured = Securing{chance(30), chance(50) ? std::optional(chance(50)) : std::nullopt};
    if (chance(25)) {
        facts.assessment = Assessment{chance(50) ? u"low-probability"_s : u"breach"_s,
                                      {},
                                      chance(50) ? std::optional(chance(50)) : std::nullopt,
                                      m_random.bounded(6)};
    }
    if (!chance(20))
        return;
    const QDate stated = dayFrom(known, 60);
    facts.lawEnforcement = LawEnforcement{chance(50), {stated, dayFrom(stated, 120)}, {}};
    if (!facts.lawEnforcement->written && chance(40)) {
        const QDate followed = dayFrom(stated, 40);
        facts.lawEnforcement->writtenFollowup = DelayStatement{followed, dayFrom(followed, 90)};
    }
}

Facts RandomFacts::next()
{
    static const QStringList data{u"phi"_s, u"name"_s, u"ssn"_s, u"medical"_s, u"diagnosis"_s, u"phr"_s, u"sud"_s};
    static const QStringList flags{u"public-agency"_s,  u"information-broker"_s,
                                   u"dfs-regulated"_s,  u"licensed-facility:CA-1250"_s,
                                   u"sec-registrant"_s, u"part2-program"_s};
    Facts facts;
    facts.entity = static_cast<EntityKind>(m_random.bounded(4));
    if (chance(70))
        facts.timezone = "America/Chicago";
    const QDate known = dayFrom(QDate(2019, 1, 1), 3'650);
    if (chance(90))
        facts.discovered = momentOn(known);
    if (chance(95))
        facts.residents = residents();
    if (chance(90))
        facts.data = some(data, 50);
    for (const QString &anchor : some(anchorNames(), 60))
        facts.anchors.insert(anchor, momentOn(dayFrom(known, 45)));
    facts.flags = some(flags, 20);
    facts.abroad = some({u"EU"_s, u"IND"_s, u"SGP"_s, u"CAN-ON"_s, u"GBR"_s}, 10);
    if (chance(20))
        facts.contract = {{u"covered-entity"_s, 5, {}}, {u"payer"_s, {}, 48}};
    addNotices(facts, known);
    addClaims(facts, known);
    return facts;
}

Facts factsOfEveryState()
{
    Facts facts;
    facts.entity = EntityKind::CoveredEntity;
    facts.timezone = "America/Chicago";
    facts.discovered
        = Moment{{},
                 Instant(QDateTime(QDate(2026, 3, 2), QTime(9, 0), QTimeZone("America/Chicago")).toMSecsSinceEpoch(),
                         "America/Chicago")};
    facts.residents.emplace();
    for (const QString &state : stateCodes()) {
        if (state != "AS"_L1 && state != "MP"_L1)
            facts.residents->insert(state, 12'000);
    }
    facts.data = QStringList{u"phi"_s, u"name"_s, u"ssn"_s, u"diagnosis"_s};
    facts.secured = Securing{false, {}};
    for (const QString &anchor : anchorNames())
        facts.anchors.insert(anchor, *facts.discovered);
    return facts;
}

} // namespace tocsin::law
