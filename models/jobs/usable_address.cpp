// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/usable_address.h"

#include "intake/address_check.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

/// A roster's sentence about its columns, in the words of whoever typed the address.
QString inTheirWords(const QString &sentence, const AddressNames &names)
{
    static const QRegularExpression column(u"street or box|\\b(?:city|state|postal_code|country)\\b"_s);
    const QMap<QString, QString> called{{u"street or box"_s, names.street},
                                        {u"city"_s, names.city},
                                        {u"state"_s, names.state},
                                        {u"postal_code"_s, names.zip},
                                        {u"country"_s, names.country}};
    QString said;
    qsizetype from = 0;
    auto matches = column.globalMatch(sentence);
    while (matches.hasNext()) {
        const auto match = matches.next();
        said += sentence.mid(from, match.capturedStart() - from) + called.value(match.captured());
        from = match.capturedEnd();
    }
    return said + sentence.mid(from);
}

} // namespace

Result<casework::PostalAddress> usableAddress(const casework::PostalAddress &typed, const AddressNames &names)
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
        wrong << inTheirWords(note.sentence.chopped(1), names) + hint + u'.';
    }
    if (!wrong.isEmpty())
        return fail(ErrorCode::BadInput, u"This address was not recorded. "_s + wrong.join(u' '));
    return casework::PostalAddress{row.addressLines, row.city, row.state, row.postalCode, row.country};
}

} // namespace tocsin::jobs
