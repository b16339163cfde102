// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/engine.h"

#include "models/law/law_invariants.h"
#include "models/law/random_facts.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace tocsin;
using namespace tocsin::law;

// How long an evaluation takes: one incident with people in all 54 jurisdictions, and 10,000 random sets of facts, on
// which the invariants are checked as well. Baselines of the same run: reading the same facts from JSON, and the
// federal pack alone.

namespace {

constexpr int kRounds = 200;
constexpr int kSets = 10'000;

void print(const char *what, qint64 count, qint64 nanoseconds)
{
    std::printf("%-64s %9.3f ms each  %9.0f /s\n", what,
                1e-6 * static_cast<double>(nanoseconds) / static_cast<double>(count),
                1e9 * static_cast<double>(count) / static_cast<double>(nanoseconds));
}

/// The median of several rounds, in nanoseconds.
template <typename Work>
qint64 median(Work work)
{
    QList<qint64> times;
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        times << timer.nsecsElapsed();
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

RulePacks federalAlone(const RulePacks &packs)
{
    RulePacks federal;
    for (const RulePack &pack : packs) {
        if (pack.id == QStringLiteral("hipaa"))
            federal << pack;
    }
    return federal;
}

void everyState(const RulePacks &packs)
{
    const Facts facts = factsOfEveryState();
    const QByteArray bytes = QJsonDocument(toJson(facts)).toJson();
    const RulePacks federal = federalAlone(packs);
    const Evaluation found = evaluate(facts, packs);
    std::printf("One incident, residents in %lld States: %lld owed, %lld not owed, %lld blocked\n",
                static_cast<long long>(facts.residents->size()), static_cast<long long>(found.owed.size()),
                static_cast<long long>(found.notOwed.size()), static_cast<long long>(found.blocked.size()));
    print("  baseline: reading its facts from JSON", 1,
          median([&] { return parseFacts(bytes, QString()).has_value(); }));
    print("  baseline: the federal pack alone", 1, median([&] { return evaluate(facts, federal).owed.size(); }));
    print("  all packs (target: under 5 ms)", 1, median([&] { return evaluate(facts, packs).owed.size(); }));
    print("  what a change of facts does, two evaluations compared", 1,
          median([&] { return compare(found, evaluate(facts, packs)).size(); }));
}

void randomSets(const RulePacks &packs)
{
    RandomFacts random(20261120);
    QList<Facts> sets;
    for (int index = 0; index < kSets; ++index)
        sets << random.next();
    const RulePacks federal = federalAlone(packs);
    QElapsedTimer timer;
    timer.start();
    for (const Facts &each : sets)
        static_cast<void>(evaluate(each, federal));
    const qint64 alone = timer.nsecsElapsed();

    const RuleIndex rules(packs);
    qint64 evaluating = 0;
    qint64 duties = 0;
    qint64 broken = 0;
    for (const Facts &each : sets) {
        timer.start();
        const Evaluation evaluation = evaluate(each, packs);
        evaluating += timer.nsecsElapsed();
        duties += evaluation.owed.size() + evaluation.notOwed.size() + evaluation.blocked.size();
        const QString what = brokenInvariant(each, evaluation, rules);
        if (what.isEmpty())
            continue;
        ++broken;
        std::printf("  broken: %s\n", qPrintable(what));
    }
    std::printf("%d random sets of facts, %lld duties, %lld broken invariants\n", kSets, static_cast<long long>(duties),
                static_cast<long long>(broken));
    print("  baseline: the federal pack alone", kSets, alone);
    print("  all packs", kSets, evaluating);
}

} // namespace

int main()
{
    QElapsedTimer timer;
    timer.start();
    const Result<RulePacks> packs = builtInRulePacks();
    if (!packs) {
        std::fprintf(stderr, "%s\n", qPrintable(packs.error().message));
        return 1;
    }
    print("Reading the built-in packs, once per run of the program", 1, timer.nsecsElapsed());
    everyState(*packs);
    randomSets(*packs);
    return 0;
}
