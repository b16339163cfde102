// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/filing.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

QString filingHeading()
{
    return u"For whoever files it: not sent"_s;
}

QList<SheetRow> filingRows(const SheetInputs &inputs)
{
    if (inputs.duty.recipient.isEmpty())
        return {};
    const QString heading = filingHeading();
    QList<SheetRow> rows{{heading, u"Due"_s, inputs.duty.due}};
    if (!inputs.office.how.isEmpty())
        rows.append({heading, u"How"_s, inputs.office.how});
    for (const QString &asked : inputs.office.asks)
        rows.append({heading, u"Asked for by name"_s, asked});
    if (inputs.duty.counselReview || inputs.office.counselReview)
        rows.append({heading, u"Counsel"_s, u"Confirms that this notice is owed, and how, before it goes out"_s});
    return rows;
}

} // namespace tocsin::notices
