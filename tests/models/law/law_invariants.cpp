// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/law/law_invariants.h"

#include "law/fact_view.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

const RuleVersion *textFrom(const Rule &rule, QDate day)
{
    for (const RuleVersion &each : rule.versions) {
        if (each.from == day)
            return &each;
    }
    return nullptr;
}

/// A duty of one line of a list cannot be checked without that line.
bool knowsNoLine(const Rule &rule)
{
    return rule.each.isEmpty();
}

std::optional<QDate> noticeDay(const Deadline &deadline, const FactView &facts, const QString &state)
{
    for (const QString &path : QStringList{u"done.%1:%2"_s.arg(deadline.to, state), u"done."_s + deadline.to}) {
        if (const Anchor given = facts.anchor(path); given.moment)
            return facts.dayOf(*given.moment);
    }
    return std::nullopt;
}

/// The earliest day on which a clock of the deadline can start; null if none can.
QDate earliestStart(const Deadline &deadline, const FactView &facts, const QString &state)
{
    QDate first;
    const auto take = [&first](QDate day) {
        if (day.isValid() && (!first.isValid() || day < first))
            first = day;
    };
    QDate own;
    for (const QString &path : deadline.from) {
        const Anchor anchor = facts.anchor(path);
        if (!anchor.moment)
            return {};
        const QDate day = facts.dayOf(*anchor.moment);
        own = own.isValid() && own > day ? own : day;
    }
    take(own);
    if (deadline.kind == Deadline::Kind::Relative)
        take(noticeDay(deadline, facts, state).value_or(QDate()));
    for (const Deadline &option : deadline.options)
        take(earliestStart(option, facts, state));
    return first;
}

QString checkInForce(const Obligation &duty, const Rule &rule, const FactView &facts)
{
    const RuleVersion *text = textFrom(rule, duty.inForceFrom);
    if (!text)
        return u"no text of the rule begins on the day it gives"_s;
    if (rule.versions.size() == 1 && !text->from.isValid() && !text->to.isValid())
        return {};
    const Anchor key = facts.anchor(rule.versionKey);
    if (!key.moment)
        return u"owed without the day that picks the text"_s;
    const QDate day = facts.dayOf(*key.moment);
    const bool begun = !text->from.isValid() || text->from <= day;
    return begun && (!text->to.isValid() || day <= text->to) ? QString() : u"not in force on the day that picks it"_s;
}

QString checkDate(const Obligation &duty, const Rule &rule, const FactView &facts)
{
    const Deadline &deadline = textFrom(rule, duty.inForceFrom)->deadline;
    if (deadline.kind == Deadline::Kind::UnreasonableDelay)
        return duty.due.isNull() ? QString() : u"a date where the text names none"_s;
    if (duty.due.isNull())
        return deadline.kind == Deadline::Kind::Relative ? QString() : u"no date, though the clock runs"_s;
    const QDate start = earliestStart(deadline, facts, rule.state);
    if (!start.isValid())
        return u"a date without the fact that it hangs on"_s;
    return duty.due.day() < start ? u"due before its clock starts"_s : QString();
}

QString checkOwed(const Obligation &duty, const RuleIndex &rules, const FactView &facts)
{
    if (!duty.missing.isEmpty())
        return u"owed, and yet a fact is missing"_s;
    const Rule *rule = rules.find(duty.rule);
    if (!rule)
        return u"of no rule of the packs"_s;
    if (!knowsNoLine(*rule))
        return {};
    const QString broken = checkInForce(duty, *rule, facts);
    return broken.isEmpty() ? checkDate(duty, *rule, facts) : broken;
}

QString checkWords(const Obligation &duty)
{
    if (duty.citation.isEmpty() || duty.why.isEmpty() || duty.recipient.isEmpty())
        return u"no citation, recipient or reason"_s;
    const QString text = duty.why.join(u' ') + duty.title + duty.citation;
    return text.contains(u'{') || duty.why.contains(QString()) ? u"a sentence with a gap"_s : QString();
}

} // namespace

RuleIndex::RuleIndex(const RulePacks &packs)
{
    for (const RulePack &pack : packs) {
        for (const Rule &rule : pack.rules)
            m_rules.insert(pack.id + u'/' + rule.id, rule);
    }
}

const Rule *RuleIndex::find(const QString &name) const
{
    const auto found = m_rules.constFind(name.section(u'#', 0, 0));
    return found == m_rules.cend() ? nullptr : &*found;
}

QString brokenInvariant(const Facts &facts, const Evaluation &evaluation, const RuleIndex &rules)
{
    const FactView view(facts);
    const auto said = [](const Obligation &duty, const QString &what) {
        return u"%1 (%2, %3): %4"_s.arg(duty.recipient, duty.rule, duty.citation, what);
    };
    QSet<QString> owed;
    for (const Obligation &each : evaluation.owed) {
        owed.insert(each.recipient + each.rule);
        if (const QString broken = checkOwed(each, rules, view); !broken.isEmpty())
            return said(each, broken);
    }
    for (const Obligation &each : evaluation.blocked) {
        if (each.missing.isEmpty())
            return said(each, u"blocked, and yet nothing is missing"_s);
        if (owed.contains(each.recipient + each.rule))
            return said(each, u"owed and blocked"_s);
    }
    for (const Obligation &each : evaluation.owed + evaluation.notOwed + evaluation.blocked) {
        if (const QString broken = checkWords(each); !broken.isEmpty())
            return said(each, broken);
    }
    return {};
}

} // namespace tocsin::law
