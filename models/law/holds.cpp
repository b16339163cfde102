// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/holds.h"

#include "law/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

Hold oralHold(const DelayRule &rule, const LawEnforcement &law)
{
    if (rule.writtenOnly) {
        return {{},
                {},
                {u"Law enforcement asked orally for a delay; %1 wants that in writing, so it moves no date."_s.arg(
                    rule.citation)}};
    }
    const QString unlimited = u"Law enforcement asked orally for a delay (%1)"_s.arg(rule.citation);
    if (!law.statement.stated)
        return {
            {}, {}, {unlimited + u", but the facts do not say when; a delay that cannot be shown moves no date."_s}};
    const QDate stated = *law.statement.stated;
    QDate end = law.statement.until.value_or(QDate());
    if (rule.oralDays && (!end.isValid() || stated.addDays(*rule.oralDays) < end))
        end = stated.addDays(*rule.oralDays);
    if (!end.isValid())
        return {{}, {}, {unlimited + u", but the facts do not say until when; a delay without end moves no date."_s}};
    Hold hold{end, stated, {}};
    const QString most = rule.oralDays
        ? u"; an oral statement holds a notice for at most %1"_s.arg(counted(*rule.oralDays, u"day"_s, u"days"_s))
        : QString();
    hold.why << u"Law enforcement asked orally on %1 for a delay%2, so until %3 (%4)."_s.arg(
        shortDate(stated), most, shortDate(end), rule.citation);
    return hold;
}

/// A written statement replaces the oral one's end if it came while that still held.
void follow(Hold &hold, const DelayRule &rule, const LawEnforcement &law)
{
    if (!law.writtenFollowup)
        return;
    const DelayStatement &written = *law.writtenFollowup;
    if (!written.stated || !written.until) {
        hold.why
            << u"A written statement followed, but the facts do not say both when and until when; it moves no date."_s;
        return;
    }
    if (!hold.until.isValid()) {
        hold.until = *written.until;
        hold.stated = *written.stated;
        hold.counselReview = true;
        hold.why << u"A written statement followed on %1 and holds the notice by itself until %2; that the days of the "
                    "oral one are not known is for counsel."_s.arg(shortDate(*written.stated),
                                                                   shortDate(*written.until));
        return;
    }
    const QDate last = rule.oralDays ? law.statement.stated->addDays(*rule.oralDays) : hold.until;
    if (*written.stated > last) {
        hold.why << u"The written statement of %1 came after %2, too late to extend the oral one."_s.arg(
            shortDate(*written.stated), shortDate(last));
        return;
    }
    hold.until = *written.until;
    hold.why << u"A written statement followed on %1, in time, and holds the notice until %2."_s.arg(
        shortDate(*written.stated), shortDate(*written.until));
}

Hold writtenHold(const DelayRule &rule, const DelayStatement &statement)
{
    Hold hold;
    if (!statement.until) {
        hold.why << u"Law enforcement asked in writing for a delay (%1), but the facts do not say until when; a delay "
                    "without end moves no date."_s.arg(rule.citation);
        return hold;
    }
    const QString when = statement.stated ? u" on "_s + shortDate(*statement.stated) : QString();
    hold.until = *statement.until;
    hold.stated = statement.stated.value_or(QDate());
    hold.why << u"Law enforcement asked in writing%1 to hold the notice until %2 (%3)."_s.arg(
        when, shortDate(hold.until), rule.citation);
    return hold;
}

} // namespace

Hold holdUnder(const DelayRule &rule, const LawEnforcement &law)
{
    Hold hold;
    if (law.written) {
        hold = writtenHold(rule, law.statement);
    } else if (rule.writtenOnly && law.writtenFollowup) {
        hold = writtenHold(rule, *law.writtenFollowup);
    } else {
        hold = oralHold(rule, law);
        follow(hold, rule, law);
    }
    hold.graceDays = rule.graceDays;
    hold.graceInBusinessDays = rule.graceInBusinessDays;
    if (!rule.note.isEmpty())
        hold.why << rule.note;
    return hold;
}

} // namespace tocsin::law
