// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/tightest.h"

#include "law/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

using Rivals = QList<Obligation *>;

bool hasContract(const Rivals &rivals)
{
    return std::any_of(rivals.cbegin(), rivals.cend(),
                       [](const Obligation *each) { return each->nature == Nature::Contract; });
}

QString dueWords(const Due &due)
{
    return due.instant ? shortInstant(*due.instant) : shortDate(due.date);
}

QString sentenceFor(const Obligation &duty, const Obligation &first, qsizetype clocks)
{
    const QString whom = recipientName(duty.recipient);
    if (duty.tightest) {
        return u"%1 run to %2; none ends before this one, so it is the one to work to."_s.arg(
            counted(clocks, u"clock"_s, u"clocks"_s), whom);
    }
    return u"The tighter clock to %1 is that of %2, due %3."_s.arg(whom, first.citation, dueWords(first.due));
}

void compareRivals(const Rivals &rivals)
{
    const Obligation &first
        = **std::min_element(rivals.cbegin(), rivals.cend(),
                             [](const Obligation *a, const Obligation *b) { return isEarlier(a->due, b->due); });
    for (Obligation *each : rivals) {
        each->tightest = !isEarlier(first.due, each->due);
        each->why << sentenceFor(*each, first, rivals.size());
    }
}

} // namespace

void markTightest(QList<Obligation> &owed)
{
    QMap<QString, Rivals> byRecipient;
    for (Obligation &duty : owed) {
        if (!duty.due.isNull() && duty.nature != Nature::KeepUntil)
            byRecipient[duty.recipient] << &duty;
    }
    for (const Rivals &rivals : std::as_const(byRecipient)) {
        if (rivals.size() > 1 && hasContract(rivals))
            compareRivals(rivals);
    }
}

} // namespace tocsin::law
