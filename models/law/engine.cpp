// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/engine.h"

#include "law/internal_target.h"
#include "law/rule_walk.h"
#include "law/tightest.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

/// The States for which a rule is walked; one empty name for a rule that knows no State.
QStringList statesFor(const Rule &rule, const Facts &facts)
{
    if (!rule.state.isEmpty())
        return facts.residents && facts.residents->value(rule.state) > 0 ? QStringList{rule.state} : QStringList();
    if (!rule.recipient.contains(u"{state}"_s) || !facts.residents || facts.residents->isEmpty())
        return {QString()};
    return facts.residents->keys();
}

/// What tells a line of a list from its neighbours: its id or name; for contracts without a name, from the second one
/// for the same recipient on, its number.
QString lineName(const QJsonObject &item, QMap<QString, int> &unnamed)
{
    for (const auto key : {"id"_L1, "name"_L1}) {
        if (item.contains(key))
            return item.value(key).toString();
    }
    const int number = ++unnamed[item.value("to"_L1).toString()];
    return number == 1 ? QString() : QString::number(number);
}

void walkItems(const RulePack &pack, const Rule &rule, FactView &facts, QList<Verdict> &verdicts)
{
    QMap<QString, int> unnamed;
    for (const QJsonValue &each : facts.items(rule.each)) {
        facts.setItem(each.toObject());
        const QString line = lineName(facts.item(), unnamed);
        if (std::optional<Verdict> verdict = walkRule(pack, rule, {}, line, facts))
            verdicts << *std::move(verdict);
    }
    facts.setItem({});
}

void walkEach(const RulePack &pack, const Rule &rule, FactView &facts, QList<Verdict> &verdicts)
{
    if (!rule.each.isEmpty()) {
        walkItems(pack, rule, facts, verdicts);
        return;
    }
    for (const QString &state : statesFor(rule, facts.facts())) {
        if (std::optional<Verdict> verdict = walkRule(pack, rule, state, {}, facts))
            verdicts << *std::move(verdict);
    }
}

/// Of rules that exclude each other, keeps the one that is owed, else the first that waits for a fact, else the first.
QList<Verdict> withoutAlternatives(const QList<Verdict> &verdicts)
{
    QMap<QString, qsizetype> chosen;
    const auto rank = [](const Verdict &each) {
        return each.outcome == Outcome::Owed ? 0 : each.outcome == Outcome::Blocked ? 1 : 2;
    };
    const auto keyOf = [](const Verdict &each) -> QString { return each.duty.group + u' ' + each.duty.recipient; };
    for (qsizetype index = 0; index < verdicts.size(); ++index) {
        const Verdict &each = verdicts.at(index);
        const QString key = keyOf(each);
        if (!each.duty.group.isEmpty() && (!chosen.contains(key) || rank(each) < rank(verdicts.at(chosen.value(key)))))
            chosen.insert(key, index);
    }
    QList<Verdict> kept;
    for (qsizetype index = 0; index < verdicts.size(); ++index) {
        const Verdict &each = verdicts.at(index);
        if (each.duty.group.isEmpty() || chosen.value(keyOf(each)) == index)
            kept << each;
    }
    return kept;
}

/// While nobody's State is known, a pack's rules of single States cannot be walked; one entry says so for all of them.
std::optional<Verdict> unplaced(const RulePack &pack, const Facts &facts)
{
    if (!pack.unplaced || (facts.residents && !facts.residents->isEmpty()))
        return std::nullopt;
    Verdict verdict;
    verdict.outcome = Outcome::Blocked;
    verdict.duty.recipient = pack.unplaced->recipient;
    verdict.duty.rule = pack.id + u"/unplaced"_s;
    verdict.duty.title = pack.unplaced->title;
    verdict.duty.citation = pack.unplaced->citation;
    verdict.duty.missing = QStringList{u"residents"_s};
    verdict.duty.why = QStringList{pack.unplaced->why};
    return verdict;
}

bool comesFirst(const Obligation &a, const Obligation &b)
{
    const QDate first = a.due.day();
    const QDate second = b.due.day();
    if (first != second)
        return first.isValid() != second.isValid() ? first.isValid() : first < second;
    if (a.due.instant && b.due.instant && a.due.instant->msecs() != b.due.instant->msecs())
        return *a.due.instant < *b.due.instant;
    return std::tie(a.recipient, a.citation) < std::tie(b.recipient, b.citation);
}

} // namespace

Evaluation evaluate(const Facts &facts, const RulePacks &packs)
{
    FactView view(facts);
    Evaluation evaluation;
    evaluation.discovered = view.discovery().day;
    for (const RulePack &pack : packs) {
        evaluation.packs << pack.name();
        if (!evaluation.prepared.isValid() || pack.prepared < evaluation.prepared)
            evaluation.prepared = pack.prepared;
        QList<Verdict> verdicts;
        for (const Rule &rule : pack.rules)
            walkEach(pack, rule, view, verdicts);
        if (std::optional<Verdict> waiting = unplaced(pack, facts))
            verdicts << *std::move(waiting);
        for (const Verdict &each : withoutAlternatives(verdicts)) {
            QList<Obligation> &list = each.outcome == Outcome::Owed ? evaluation.owed
                : each.outcome == Outcome::NotOwed                  ? evaluation.notOwed
                                                                    : evaluation.blocked;
            list << each.duty;
        }
    }
    for (QList<Obligation> *list : {&evaluation.owed, &evaluation.notOwed, &evaluation.blocked})
        std::stable_sort(list->begin(), list->end(), comesFirst);
    setInternalTargets(evaluation.owed, packs);
    markTightest(evaluation.owed);
    return evaluation;
}

} // namespace tocsin::law
