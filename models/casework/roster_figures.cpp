// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/roster_figures.h"

namespace tocsin::casework {

law::Facts withFigures(const law::Facts &facts, const RosterTotals &totals)
{
    law::Facts counted = facts;
    counted.residents = QMap<QString, qint64>(totals.residents);
    counted.elsewhere = totals.elsewhere;
    counted.unreachable = totals.withoutAddress;
    return counted;
}

} // namespace tocsin::casework
