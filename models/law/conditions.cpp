// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/conditions.h"

#include "law/wording.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

bool contains(const QJsonValue &fact, const QJsonValue &wanted)
{
    const QJsonArray present = fact.toArray();
    if (!wanted.isArray())
        return present.contains(wanted);
    const QJsonArray any = wanted.toArray();
    return std::any_of(any.cbegin(), any.cend(), [&present](const QJsonValue &each) { return present.contains(each); });
}

bool isWithin(const QJsonValue &fact, const QJsonArray &allowed)
{
    const QJsonArray present = fact.toArray();
    return std::all_of(present.cbegin(), present.cend(),
                       [&allowed](const QJsonValue &each) { return allowed.contains(each); });
}

bool compare(const Condition &condition, const QJsonValue &fact)
{
    switch (condition.op) {
    case Condition::Op::Is:
        return fact == condition.value;
    case Condition::Op::IsNot:
        return fact != condition.value;
    case Condition::Op::In:
        return condition.value.toArray().contains(fact);
    case Condition::Op::Contains:
        return contains(fact, condition.value);
    case Condition::Op::Within:
        return isWithin(fact, condition.value.toArray());
    case Condition::Op::Lacks:
        return !contains(fact, condition.value);
    case Condition::Op::HasTime:
        return fact.toString().contains(u'T');
    case Condition::Op::Absent:
        return false;
    case Condition::Op::AtLeast:
        return fact.toDouble() >= condition.value.toDouble();
    case Condition::Op::MoreThan:
        return fact.toDouble() > condition.value.toDouble();
    case Condition::Op::Fewer:
        return fact.toDouble() < condition.value.toDouble();
    case Condition::Op::AtMost:
        return fact.toDouble() <= condition.value.toDouble();
    case Condition::Op::Present:
        break;
    }
    return true;
}

Truth testAbsent(const Condition &condition)
{
    if (condition.op == Condition::Op::Present || condition.op == Condition::Op::HasTime)
        return Truth::Fails;
    if (condition.op == Condition::Op::Absent)
        return Truth::Holds;
    switch (condition.absent) {
    case Condition::Absent::Fails:
        return Truth::Fails;
    case Condition::Absent::Holds:
        return Truth::Holds;
    case Condition::Absent::Blocks:
        break;
    }
    return Truth::Unknown;
}

} // namespace

Truth test(const Condition &condition, const FactView &facts)
{
    const QJsonValue fact = facts.value(condition.fact);
    if (fact.isUndefined())
        return testAbsent(condition);
    return compare(condition, fact) ? Truth::Holds : Truth::Fails;
}

QString sentence(const QString &text, const Condition &condition, const FactView &facts)
{
    return QString(text).replace(u"{value}"_s, factText(facts.value(condition.fact)));
}

ExemptionFinding examine(const Exemption &exemption, const FactView &facts)
{
    for (const Condition &each : exemption.claimed) {
        if (test(each, facts) != Truth::Holds)
            return {Truth::Fails, {}, exemption.unclaimed.isEmpty() ? QStringList() : QStringList{exemption.unclaimed}};
    }
    ExemptionFinding finding{Truth::Holds, {}, {}};
    for (const Condition &each : exemption.granted) {
        switch (test(each, facts)) {
        case Truth::Fails:
            finding.granted = Truth::Fails;
            finding.why << sentence(each.fails, each, facts);
            break;
        case Truth::Unknown:
            finding.missing << each.fact;
            break;
        case Truth::Holds:
            break;
        }
    }
    // One ground that fails is enough; what else is unknown then does not matter.
    if (finding.granted == Truth::Fails)
        finding.missing.clear();
    else if (!finding.missing.isEmpty())
        finding.granted = Truth::Unknown;
    else
        finding.why << exemption.because;
    return finding;
}

} // namespace tocsin::law
