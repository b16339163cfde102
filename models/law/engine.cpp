// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/engine.h"

#include "law/fact_words.h"
#include "law/internal_target.h"
#include "law/rule_walk.h"
#include "law/tightest.h"
#include "law/wording.h"

#include <QSet>

#include <algorithm>
#include <tuple>
#include <utility>

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

/// What tells a line of a list from its neighbours: its id or name. Never its place, which changes when another goes.
QString lineName(const QJsonObject &item)
{
    return item.value(item.contains("id"_L1) ? "id"_L1 : "name"_L1).toString();
}

void walkItems(const RulePack &pack, const Rule &rule, FactView &facts, QList<Verdict> &verdicts)
{
    for (const QJsonValue &each : facts.items(rule.each)) {
        facts.setItem(each.toObject());
        const QString line = lineName(facts.item());
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

/// Owed comes before what waits, and that before what is not owed.
int rankOf(const Verdict &verdict)
{
    return verdict.outcome == Outcome::Owed ? 0 : verdict.outcome == Outcome::Blocked ? 1 : 2;
}

/// A duty that does not stand by itself, as far as the notice to `leading` stands.
void follow(Verdict &verdict, const Verdict &leading)
{
    Obligation &duty = verdict.duty;
    const QString whom = recipientName(leading.duty.recipient);
    const QString notice = u"The notice to %1 (%2), on which this one hangs,"_s.arg(whom, leading.duty.citation);
    if (verdict.outcome == Outcome::NotOwed)
        return;
    if (leading.outcome == Outcome::Owed) {
        duty.why << notice + u" is owed."_s;
        return;
    }
    const Outcome before = std::exchange(verdict.outcome, leading.outcome);
    duty.due = {};
    duty.start = {};
    duty.kind.clear();
    duty.relativeTo.clear();
    duty.relation.clear();
    duty.offsetDays.reset();
    duty.offsetInBusinessDays = false;
    duty.counselReview = duty.counselReview || leading.duty.counselReview;
    if (leading.outcome == Outcome::NotOwed) {
        duty.missing.clear();
        duty.needTime.clear();
        duty.why << notice + u" is not owed."_s;
        return;
    }
    duty.missing << leading.duty.missing;
    duty.needTime << leading.duty.needTime;
    duty.missing.removeDuplicates();
    if (before == Outcome::Owed)
        duty.why << notice + u" waits for a fact that is missing."_s;
}

/// How the notice to a recipient stands, by the rule that asks most; nullptr where no pack speaks of it.
const Verdict *standingOf(const QList<QList<Verdict>> &byPack, const QString &recipient)
{
    const Verdict *found = nullptr;
    for (const QList<Verdict> &verdicts : byPack) {
        for (const Verdict &each : verdicts) {
            if (each.duty.recipient == recipient && (found == nullptr || rankOf(each) < rankOf(*found)))
                found = &each;
        }
    }
    return found;
}

/// Takes those out of `waiting` whose leading notice does not wait itself.
QList<Verdict *> takeReady(QList<Verdict *> &waiting)
{
    QSet<QString> unsettled;
    for (const Verdict *each : std::as_const(waiting))
        unsettled.insert(each->duty.recipient);
    QList<Verdict *> ready;
    QList<Verdict *> rest;
    for (Verdict *each : std::as_const(waiting))
        (unsettled.contains(each->whileOwed) ? rest : ready) << each;
    waiting = rest;
    return ready;
}

/// Settles the duties that stand only while another notice is owed, of whichever pack. Where no pack speaks of that
/// notice they stand by themselves, and so do those that hang on each other in a ring.
void settleFollowers(QList<QList<Verdict>> &byPack)
{
    QList<Verdict *> waiting;
    for (QList<Verdict> &verdicts : byPack) {
        for (Verdict &each : verdicts) {
            if (!each.whileOwed.isEmpty())
                waiting << &each;
        }
    }
    for (QList<Verdict *> ready = takeReady(waiting); !ready.isEmpty(); ready = takeReady(waiting)) {
        for (Verdict *each : std::as_const(ready)) {
            if (const Verdict *leading = standingOf(byPack, each->whileOwed))
                follow(*each, *leading);
        }
    }
}

/// Of rules that exclude each other, keeps the one that is owed, else the first that waits for a fact, else the first.
QList<Verdict> withoutAlternatives(const QList<Verdict> &verdicts)
{
    QMap<QString, qsizetype> chosen;
    const auto keyOf = [](const Verdict &each) -> QString { return each.duty.group + u' ' + each.duty.recipient; };
    for (qsizetype index = 0; index < verdicts.size(); ++index) {
        const Verdict &each = verdicts.at(index);
        const QString key = keyOf(each);
        if (!each.duty.group.isEmpty()
            && (!chosen.contains(key) || rankOf(each) < rankOf(verdicts.at(chosen.value(key)))))
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
    evaluation.warnings = unknownWords(facts, packs);
    QList<QList<Verdict>> byPack;
    for (const RulePack &pack : packs) {
        evaluation.packs << pack.name();
        if (!evaluation.prepared.isValid() || pack.prepared < evaluation.prepared)
            evaluation.prepared = pack.prepared;
        QList<Verdict> verdicts;
        for (const Rule &rule : pack.rules)
            walkEach(pack, rule, view, verdicts);
        if (std::optional<Verdict> waiting = unplaced(pack, facts))
            verdicts << *std::move(waiting);
        byPack << verdicts;
    }
    settleFollowers(byPack);
    for (const QList<Verdict> &verdicts : std::as_const(byPack)) {
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
