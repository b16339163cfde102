// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/withdrawn_duty.h"

#include "casework/rule_pack_record.h"
#include "law/rule_words.h"
#include "law/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

/// A rule by its name, "hipaa/individuals" or for a line of a list "hipaa/contract#payer"; null if none is so called.
const law::Rule *ruleCalled(const QString &name, const law::RulePacks &packs)
{
    const QString pack = name.section(u'/', 0, 0);
    const QString id = name.section(u'/', 1).section(u'#', 0, 0);
    for (const law::RulePack &each : packs) {
        for (const law::Rule &rule : each.rules) {
            if (each.id == pack && rule.id == id)
                return &rule;
        }
    }
    return nullptr;
}

void describe(law::Obligation &duty, const law::Rule &rule, QDate discovered)
{
    const QString state = rule.state.isEmpty() ? duty.recipient.section(u':', 1, 1) : rule.state;
    duty.title = law::ruleTitle(rule.title, state);
    duty.citation = law::versionOn(rule, discovered).citation;
    duty.nature = rule.nature;
}

} // namespace

Result<law::Obligation> withdrawnDuty(Reader &reader, const law::Obligation &named, const law::RulePacks &packs,
                                      const law::Evaluation &evaluation)
{
    law::Obligation duty = named;
    duty.title = law::sentenceCase(law::recipientName(duty.recipient));
    if (const law::Rule *rule = ruleCalled(duty.rule, packs)) {
        describe(duty, *rule, evaluation.discovered);
        duty.why << u"On the facts in force this duty is not asked any more. What was recorded about it stays."_s;
        return duty;
    }
    duty.why << u"The rules in force (%1) have no such duty. What was recorded about it stays."_s.arg(
        evaluation.packs.join(u", "_s));
    TOCSIN_ASSIGN(const law::RulePacks kept, keptPacksCalled(reader, duty.rule.section(u'/', 0, 0)));
    for (const law::RulePack &each : kept) {
        const law::Rule *rule = ruleCalled(duty.rule, {each});
        if (!rule)
            continue;
        describe(duty, *rule, evaluation.discovered);
        duty.why << u"It was last asked by %1: %2."_s.arg(each.name(), duty.citation);
        break;
    }
    return duty;
}

} // namespace tocsin::casework
