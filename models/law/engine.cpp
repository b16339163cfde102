// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/engine.h"

#include "law/conditions.h"
#include "law/deadlines.h"
#include "law/internal_target.h"
#include "law/states.h"
#include "law/tightest.h"
#include "law/wording.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

enum class Outcome { Owed, NotOwed, Blocked };

struct Verdict
{
    Outcome outcome = Outcome::Owed;
    Obligation duty;
    QString group;
};

QString confidenceWord(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Verified:
        return u"verified"_s;
    case Confidence::Known:
        return u"known"_s;
    case Confidence::Doubtful:
        break;
    }
    return u"doubtful"_s;
}

bool countsFromDiscovery(const Deadline &deadline)
{
    return deadline.from == "discovered"_L1
        || std::any_of(deadline.options.cbegin(), deadline.options.cend(),
                       [](const Deadline &each) { return countsFromDiscovery(each); });
}

/// Whether the day of discovery is among a rule's reasons.
bool countsFromDiscovery(const Rule &rule)
{
    return rule.versionKey == "discovered"_L1
        || std::any_of(rule.versions.cbegin(), rule.versions.cend(),
                       [](const RuleVersion &each) { return countsFromDiscovery(each.deadline); });
}

/// One rule for one recipient: walks the steps in the order in which a lawyer would, and keeps every sentence. A step
/// that settles the duty away ends the walk; a missing fact is noted and the walk goes on, since a later step may still
/// settle it.
class RuleWalk
{
public:
    /// `line` names the line of the list for which the rule is walked; empty for other rules.
    RuleWalk(const RulePack &pack, const Rule &rule, const QString &state, const QString &line, const FactView &facts)
        : m_pack(pack), m_rule(rule), m_state(state), m_facts(facts)
    {
        m_duty.rule = pack.id + u'/' + rule.id + (line.isEmpty() ? QString() : u'#' + line);
        m_duty.recipient = recipient();
        m_duty.title = withItem(rule.title).replace(u"{state}"_s, stateName(state));
        m_duty.nature = rule.nature;
        use(rule.versions.last());
    }

    /// Nothing if the rule has nothing to say about these facts.
    std::optional<Verdict> walk()
    {
        if (isSilent())
            return std::nullopt;
        if (countsFromDiscovery(m_rule))
            m_why << m_facts.discovery().why;
        const bool stands = passConditions() && passExemptions() && passVersion() && passThreshold();
        if (!stands)
            return verdict(Outcome::NotOwed);
        const Reckoning reckoning = m_version ? reckonDue() : Reckoning{};
        m_missing << reckoning.missing;
        m_missing.removeDuplicates();
        m_why << reckoning.why;
        if (!m_missing.isEmpty())
            return blocked();
        m_why << m_version->notes;
        m_duty.due = reckoning.due;
        m_duty.start = reckoning.start;
        m_duty.kind = kindWord(m_version->deadline, m_facts);
        if (m_version->deadline.kind == Deadline::Kind::Relative) {
            m_duty.relativeTo = m_version->deadline.to;
            m_duty.offsetDays = m_version->deadline.count;
        }
        return verdict(Outcome::Owed);
    }

private:
    const RulePack &m_pack;
    const Rule &m_rule;
    QString m_state;
    const FactView &m_facts;
    const RuleVersion *m_version = nullptr;
    Obligation m_duty;
    QStringList m_why;
    QStringList m_missing;

    /// The text with the line's own words in the places meant for them.
    QString withItem(QString text) const
    {
        const QJsonObject &item = m_facts.item();
        for (auto each = item.constBegin(); each != item.constEnd(); ++each)
            text.replace(u"{item."_s + each.key() + u'}', each.value().toVariant().toString());
        return text;
    }

    QString recipient() const
    {
        QString filled = withItem(m_rule.recipient);
        // Until anybody's State is known, the duty is to the media, or whatever it is, as such.
        return m_state.isEmpty() ? filled.remove(u":{state}"_s) : filled.replace(u"{state}"_s, m_state);
    }

    void use(const RuleVersion &version)
    {
        m_duty.citation = version.citation;
        m_duty.source = version.source;
        m_duty.confidence = confidenceWord(version.confidence);
        m_duty.counselReview = version.confidence == Confidence::Doubtful;
    }

    void cite(const QString &citation)
    {
        if (!citation.isEmpty())
            m_duty.citation = citation;
    }

    bool isSilent() const
    {
        return std::any_of(m_rule.conditions.cbegin(), m_rule.conditions.cend(), [this](const Condition &each) {
            return each.silent && test(each, m_facts) != Truth::Holds;
        });
    }

    bool passConditions()
    {
        for (const Condition &each : m_rule.conditions) {
            const Truth truth = test(each, m_facts);
            if (truth == Truth::Fails) {
                m_why << sentence(each.fails, each, m_facts);
                cite(each.citation);
                return false;
            }
            if (truth == Truth::Unknown)
                m_missing << each.fact;
            else if (!each.holds.isEmpty())
                m_why << sentence(each.holds, each, m_facts);
        }
        return true;
    }

    bool passExemptions()
    {
        for (const QString &id : m_rule.exemptions) {
            const Exemption exemption = m_pack.exemptions.value(id);
            const ExemptionFinding finding = examine(exemption, m_facts);
            m_why << finding.why;
            m_missing << finding.missing;
            if (finding.granted != Truth::Holds)
                continue;
            cite(exemption.citation);
            m_duty.counselReview = exemption.confidence == Confidence::Doubtful;
            return false;
        }
        return true;
    }

    /// Picks the text that was in force. Without the key date that is only clear where there is no choice.
    bool passVersion()
    {
        const RuleVersion &only = m_rule.versions.first();
        if (m_rule.versions.size() == 1 && !only.from.isValid() && !only.to.isValid()) {
            m_version = &only;
            return true;
        }
        const Anchor key = m_facts.anchor(m_rule.versionKey);
        if (!key.moment) {
            m_missing << key.missing;
            m_version = m_rule.versions.size() == 1 ? &m_rule.versions.first() : nullptr;
            return true;
        }
        const QDate day = m_facts.dayOf(*key.moment);
        for (const RuleVersion &each : m_rule.versions) {
            if ((each.from.isValid() && each.from > day) || (each.to.isValid() && each.to < day))
                continue;
            m_version = &each;
            use(each);
            m_duty.inForceFrom = each.from;
            if (!each.from.isValid())
                return true;
            m_why << u"%1 applies as in force from %2%3; %4, %5, picks the text."_s.arg(
                each.citation, shortDate(each.from), each.to.isValid() ? u" to "_s + shortDate(each.to) : QString(),
                factName(m_rule.versionKey), shortDate(day));
            return true;
        }
        if (day < m_rule.versions.first().from) {
            use(m_rule.versions.first());
            m_why << u"The rule is in force only from %1; %2 is %3."_s.arg(shortDate(m_rule.versions.first().from),
                                                                           factName(m_rule.versionKey), shortDate(day));
        } else {
            m_why << u"The rule was in force only to %1; %2 is %3."_s.arg(shortDate(m_rule.versions.last().to),
                                                                          factName(m_rule.versionKey), shortDate(day));
        }
        return false;
    }

    /// How many people count for the threshold, if the facts say.
    std::optional<qint64> people(const Threshold &threshold) const
    {
        if (threshold.scope == Threshold::Scope::Breach)
            return m_facts.facts().peopleAffected();
        if (m_state.isEmpty() || !m_facts.facts().residents)
            return std::nullopt;
        return m_facts.facts().residents->value(m_state);
    }

    bool passThreshold()
    {
        if (!m_version || !m_version->threshold)
            return true;
        const Threshold &threshold = *m_version->threshold;
        const std::optional<qint64> count = people(threshold);
        if (!count) {
            m_missing << u"residents"_s;
            return true;
        }
        const QString whom = threshold.scope == Threshold::Scope::State
            ? counted(*count, u"resident of "_s, u"residents of "_s) + stateName(m_state)
            : counted(*count, u"person is affected"_s, u"people are affected"_s);
        m_why << u"%1; the rule asks for %2."_s.arg(whom, thresholdWords(threshold.op, threshold.people));
        if (reaches(threshold, *count))
            return true;
        cite(threshold.citation);
        return false;
    }

    static bool reaches(const Threshold &threshold, qint64 count)
    {
        switch (threshold.op) {
        case Condition::Op::MoreThan:
            return count > threshold.people;
        case Condition::Op::Fewer:
            return count < threshold.people;
        case Condition::Op::AtMost:
            return count <= threshold.people;
        default:
            return count >= threshold.people;
        }
    }

    Reckoning reckonDue()
    {
        QList<Hold> holds;
        const std::optional<LawEnforcement> &law = m_facts.facts().lawEnforcement;
        for (const QString &id : law ? m_rule.delays : QStringList()) {
            const DelayRule delay = m_pack.delays.value(id);
            holds << holdUnder(delay, *law);
            m_duty.counselReview = m_duty.counselReview || delay.confidence == Confidence::Doubtful;
        }
        return reckon(m_version->deadline, m_facts, holds);
    }

    Verdict verdict(Outcome outcome)
    {
        m_duty.why = m_why;
        return {outcome, m_duty, m_rule.group};
    }

    Verdict blocked()
    {
        m_duty.missing = m_missing;
        QStringList names;
        for (const QString &each : std::as_const(m_missing))
            names << factName(each);
        m_why << u"Missing: %1."_s.arg(names.join(u"; "_s));
        return verdict(Outcome::Blocked);
    }
};

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
        if (std::optional<Verdict> verdict = RuleWalk(pack, rule, {}, line, facts).walk())
            verdicts << *std::move(verdict);
    }
    facts.setItem({});
}

void walkRule(const RulePack &pack, const Rule &rule, FactView &facts, QList<Verdict> &verdicts)
{
    if (!rule.each.isEmpty()) {
        walkItems(pack, rule, facts, verdicts);
        return;
    }
    for (const QString &state : statesFor(rule, facts.facts())) {
        if (std::optional<Verdict> verdict = RuleWalk(pack, rule, state, {}, facts).walk())
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
    for (qsizetype index = 0; index < verdicts.size(); ++index) {
        const Verdict &each = verdicts.at(index);
        const QString key = each.group + u' ' + each.duty.recipient;
        if (!each.group.isEmpty() && (!chosen.contains(key) || rank(each) < rank(verdicts.at(chosen.value(key)))))
            chosen.insert(key, index);
    }
    QList<Verdict> kept;
    for (qsizetype index = 0; index < verdicts.size(); ++index) {
        const Verdict &each = verdicts.at(index);
        if (each.group.isEmpty() || chosen.value(each.group + u' ' + each.duty.recipient) == index)
            kept << each;
    }
    return kept;
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
            walkRule(pack, rule, view, verdicts);
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
