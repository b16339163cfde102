// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/rule_walk.h"

#include "law/conditions.h"
#include "law/deadlines.h"
#include "law/states.h"
#include "law/wording.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

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

QString relationWord(Deadline::Relation relation)
{
    switch (relation) {
    case Deadline::Relation::NoLaterThan:
        return u"no-later-than"_s;
    case Deadline::Relation::With:
        return u"with"_s;
    case Deadline::Relation::Before:
        return u"before"_s;
    case Deadline::Relation::After:
        break;
    }
    return u"after"_s;
}

bool countsFromDiscovery(const Deadline &deadline)
{
    return deadline.from.contains("discovered"_L1)
        || std::any_of(deadline.options.cbegin(), deadline.options.cend(),
                       [](const Deadline &each) { return countsFromDiscovery(each); });
}

/// Whether there is a choice of texts, or a first or last day, so that a date has to pick one.
bool hasVersionKey(const Rule &rule)
{
    const RuleVersion &only = rule.versions.first();
    return rule.versions.size() > 1 || only.from.isValid() || only.to.isValid();
}

/// Whether the day of discovery is among a rule's reasons.
bool countsFromDiscovery(const Rule &rule)
{
    return (hasVersionKey(rule) && rule.versionKey == "discovered"_L1)
        || std::any_of(rule.versions.cbegin(), rule.versions.cend(),
                       [](const RuleVersion &each) { return countsFromDiscovery(each.deadline); });
}

bool silences(const Condition &condition, const FactView &facts)
{
    return condition.silent && test(condition, facts) != Truth::Holds;
}

/// Whether a rule has nothing to say about these facts.
bool isSilent(const Rule &rule, const FactView &facts)
{
    return std::any_of(rule.conditions.cbegin(), rule.conditions.cend(),
                       [&facts](const Condition &each) { return silences(each, facts); });
}

/// One rule for one recipient: walks the steps in the order in which a lawyer would, and keeps every sentence. A step
/// that settles the duty away ends the walk; a missing fact is noted and the walk goes on, since a later step may still
/// settle it.
class RuleWalk
{
public:
    RuleWalk(const RulePack &pack, const Rule &rule, const QString &state, const QString &line, const FactView &facts)
        : m_pack(pack), m_rule(rule), m_state(state), m_facts(facts)
    {
        m_duty.rule = pack.id + u'/' + rule.id + (line.isEmpty() ? QString() : u'#' + line);
        m_duty.group = rule.group.isEmpty() ? QString() : pack.id + u'/' + rule.group;
        m_duty.recipient = recipient();
        m_duty.title = filled(withItem(rule.title)) + contractName();
        m_duty.nature = rule.nature;
        use(rule.versions.last());
    }

    Verdict walk()
    {
        if (countsFromDiscovery(m_rule))
            m_why << m_facts.discovery().why;
        const bool stands = passConditions() && passExemptions() && passVersion() && passThreshold();
        if (!stands)
            return verdict(Outcome::NotOwed);
        const Reckoning reckoning = m_version ? reckonDue() : Reckoning{};
        m_missing << reckoning.missing;
        m_duty.needTime = reckoning.needTime;
        m_missing.removeDuplicates();
        m_why << reckoning.why;
        if (!m_missing.isEmpty())
            return blocked();
        for (const QString &note : m_version->notes)
            m_why << filled(note);
        applyReviews();
        cite(reckoning.citation);
        m_duty.counselReview = m_duty.counselReview || reckoning.counselReview;
        m_duty.due = reckoning.due;
        m_duty.start = reckoning.start;
        m_duty.kind = kindWord(m_version->deadline, m_facts);
        if (m_version->deadline.kind == Deadline::Kind::Relative) {
            m_duty.relativeTo = m_version->deadline.to;
            m_duty.offsetDays = m_version->deadline.count;
            m_duty.offsetInBusinessDays = m_version->deadline.businessDays;
            m_duty.relation = relationWord(m_version->deadline.relation);
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

    /// Lines that have a name are known by it.
    QString contractName() const
    {
        const QString name = m_facts.item().value("name"_L1).toString();
        return name.isEmpty() ? QString() : u": "_s + name;
    }

    QString recipient() const
    {
        QString filled = withItem(m_rule.recipient);
        // Until anybody's State is known, the duty is to the media, or whatever it is, as such.
        return m_state.isEmpty() ? filled.remove(u":{state}"_s) : filled.replace(u"{state}"_s, m_state);
    }

    /// A text that rules share, about this one.
    QString filled(QString text) const
    {
        return text.replace(u"{state}"_s, stateName(m_state)).replace(u"{statute}"_s, m_rule.statute);
    }

    void use(const RuleVersion &version)
    {
        m_duty.citation = version.citation + contractName();
        m_duty.source = version.source;
        m_duty.confidence = confidenceWord(version.confidence);
        m_duty.counselReview = version.confidence == Confidence::Doubtful;
    }

    void cite(const QString &citation)
    {
        if (!citation.isEmpty())
            m_duty.citation = citation;
    }

    bool passConditions()
    {
        for (const Condition &each : m_rule.conditions) {
            const Truth truth = test(each, m_facts);
            if (truth == Truth::Fails) {
                m_why << filled(sentence(each.fails, each, m_facts));
                cite(each.citation);
                return false;
            }
            if (truth == Truth::Unknown)
                m_missing << each.fact;
            else if (!each.holds.isEmpty())
                m_why << filled(sentence(each.holds, each, m_facts));
        }
        return true;
    }

    bool passExemptions()
    {
        for (const QString &id : m_rule.exemptions) {
            const Exemption exemption = m_pack.exemptions.value(id);
            const ExemptionFinding finding = examine(exemption, m_facts);
            for (const QString &each : finding.why)
                m_why << filled(each);
            m_missing << finding.missing;
            if (finding.granted != Truth::Holds)
                continue;
            cite(filled(exemption.citation));
            m_duty.counselReview = exemption.confidence == Confidence::Doubtful;
            return false;
        }
        return true;
    }

    /// Marks the duty for counsel where that is not settled which the facts ask.
    void applyReviews()
    {
        for (const QString &id : m_rule.reviews) {
            const Review review = m_pack.reviews.value(id);
            const bool applies = std::all_of(review.when.cbegin(), review.when.cend(), [this](const Condition &each) {
                return test(each, m_facts) == Truth::Holds;
            });
            if (!applies)
                continue;
            m_why << filled(review.note);
            m_duty.counselReview = true;
        }
    }

    /// Picks the text that was in force. Without the key date that is only clear where there is no choice.
    bool passVersion()
    {
        if (!hasVersionKey(m_rule)) {
            m_version = &m_rule.versions.first();
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
            sayTooEarly(day);
        } else {
            m_why << u"The rule was in force only to %1; %2 is %3."_s.arg(shortDate(m_rule.versions.last().to),
                                                                          factName(m_rule.versionKey), shortDate(day));
        }
        return false;
    }

    void sayTooEarly(QDate day)
    {
        const RuleVersion &first = m_rule.versions.first();
        use(first);
        const QString key = factName(m_rule.versionKey);
        if (!m_rule.earlierTextUnknown) {
            m_why << u"The rule is in force only from %1; %2 is %3."_s.arg(shortDate(first.from), key, shortDate(day));
            return;
        }
        m_why << u"The text of this rule is known here only from %1; %2 is %3. Whether an earlier text asked for this "
                 "notice is for counsel."_s.arg(shortDate(first.from), key, shortDate(day));
        m_duty.counselReview = true;
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
        if (m_version)
            return !m_version->threshold || passes(*m_version->threshold);
        // Which text applies is not known yet. It need not be, where the number of people reaches none of them.
        const bool reachesNone
            = std::all_of(m_rule.versions.cbegin(), m_rule.versions.cend(), [this](const RuleVersion &each) {
                  const std::optional<qint64> count = each.threshold ? people(*each.threshold) : std::nullopt;
                  return count && !reaches(*each.threshold, *count);
              });
        return !reachesNone || passes(*m_rule.versions.last().threshold);
    }

    /// Says how many people there are and how many the rule asks for.
    bool passes(const Threshold &threshold)
    {
        const std::optional<qint64> count = people(threshold);
        if (!count) {
            m_missing << u"residents"_s;
            return true;
        }
        m_why << u"%1; the rule asks for %2."_s.arg(peopleWords(threshold, *count),
                                                    thresholdWords(threshold.op, threshold.people));
        if (reaches(threshold, *count))
            return true;
        sayIfAllWouldReach(threshold);
        cite(threshold.citation);
        return false;
    }

    QString peopleWords(const Threshold &threshold, qint64 count) const
    {
        if (threshold.scope == Threshold::Scope::Breach)
            return counted(count, u"person is affected"_s, u"people are affected"_s);
        const QString residents = counted(count, u"resident of "_s, u"residents of "_s) + stateName(m_state);
        return threshold.scope == Threshold::Scope::State ? residents : residents + u" to be told"_s;
    }

    /// A text that counts the people told may be read to mean all of them, not only the State's residents.
    void sayIfAllWouldReach(const Threshold &threshold)
    {
        const std::optional<qint64> all = m_facts.facts().peopleAffected();
        if (threshold.scope != Threshold::Scope::Told || !all || !reaches(threshold, *all))
            return;
        m_why << u"%1 in all; if the rule counts everyone who is told, and not residents of %2 alone, it is reached. "
                 "That is for counsel."_s.arg(counted(*all, u"person is affected"_s, u"people are affected"_s),
                                              stateName(m_state));
        m_duty.counselReview = true;
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
        ClockContext context;
        context.state = m_state;
        const auto own = m_pack.holidays.constFind(m_state);
        context.holidays = own == m_pack.holidays.cend() ? nullptr : &*own;
        const std::optional<LawEnforcement> &law = m_facts.facts().lawEnforcement;
        for (const QString &id : law ? m_rule.delays : QStringList()) {
            DelayRule delay = m_pack.delays.value(id);
            delay.citation = filled(delay.citation);
            delay.note = filled(delay.note);
            context.holds << holdUnder(delay, *law);
            m_duty.counselReview = m_duty.counselReview || delay.confidence == Confidence::Doubtful;
        }
        return reckon(m_version->deadline, m_facts, context);
    }

    Verdict verdict(Outcome outcome)
    {
        m_duty.why = m_why;
        return {outcome, m_duty, m_rule.whileOwed};
    }

    Verdict blocked()
    {
        if (!m_rule.each.isEmpty())
            m_missing.replaceInStrings(QRegularExpression(u"^item\\."_s), m_rule.each + u'.');
        m_duty.missing = m_missing;
        if (m_version)
            m_duty.kind = kindWord(m_version->deadline, m_facts);
        applyReviews();
        m_why << u"Missing: %1."_s.arg(missingNames(m_duty).join(u"; "_s));
        return verdict(Outcome::Blocked);
    }
};

} // namespace

std::optional<Verdict> walkRule(const RulePack &pack, const Rule &rule, const QString &state, const QString &line,
                                const FactView &facts)
{
    if (isSilent(rule, facts))
        return std::nullopt;
    return RuleWalk(pack, rule, state, line, facts).walk();
}

} // namespace tocsin::law
