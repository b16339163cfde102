// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/usable_address.h"

#include "intake/address_check.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

Result<casework::PostalAddress> usableAddress(const casework::PostalAddress &typed)
{
    intake::RosterRow row;
    for (const QString &line : typed.lines) {
        if (!line.trimmed().isEmpty())
            row.addressLines << line.simplified();
    }
    row.city = typed.city.simplified();
    row.state = typed.state.simplified();
    row.postalCode = typed.postalCode.simplified();
    row.country = typed.country.simplified();
    const QList<intake::RowNote> notes = intake::checkAddress(row, !row.addressLines.isEmpty());
    QStringList wrong;
    for (const intake::RowNote &note : notes) {
        if (!intake::isProblem(note.kind))
            continue;
        const QString hint = note.suggestion.isEmpty() ? QString() : u" (%1 would fit)"_s.arg(note.suggestion);
        wrong << note.sentence.chopped(1) + hint + u'.';
    }
    if (!wrong.isEmpty())
        return fail(ErrorCode::BadInput, u"This address was not recorded. "_s + wrong.join(u' '));
    return casework::PostalAddress{row.addressLines, row.city, row.state, row.postalCode, row.country};
}

} // namespace tocsin::jobs
