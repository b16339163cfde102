// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QLatin1StringView>
#include <QStringList>

#include <array>

namespace tocsin::intake {

/// The fields of a roster, in the order of the demo map (cli.md).
enum class RosterField {
    RecipientId,
    FirstName,
    LastName,
    Address1,
    Address2,
    City,
    State,
    PostalCode,
    Country,
    Email,
    EmailConsent,
    Language,
    DateOfBirth,
    Status,
    Representative,
    DataElements,
};
inline constexpr int kRosterFieldCount = 16;

/// The field's name in maps and messages: "recipient_id", "first_name" …
QLatin1StringView fieldName(RosterField field);

/// Which column of a file holds which field, after the header has been seen. A column of -1 is not in the file.
class RosterColumns
{
public:
    RosterColumns() { m_columns.fill(-1); }
    [[nodiscard]] int column(RosterField field) const { return m_columns[static_cast<size_t>(field)]; }
    void set(RosterField field, int column) { m_columns[static_cast<size_t>(field)] = column; }
    [[nodiscard]] bool has(RosterField field) const { return column(field) >= 0; }
    /// How many columns the header has.
    int width = 0;

private:
    std::array<int, kRosterFieldCount> m_columns{};
};

/// How the columns of a roster are called.
class RosterMap
{
public:
    /// Finds the columns by the names of the demo map and their usual synonyms ("ZIP", "Zip Code", "DOB", …); case,
    /// blanks and punctuation do not matter.
    RosterMap() = default;

    /// A map file: `{"recipient_id": "Member ID", "postal_code": "Zip", …}`, from field to the header as the file has
    /// it. Fields that are not named are looked for as above. Fails with BadInput for an unknown field, a value that is
    /// no text or empty, or two fields on one column.
    static Result<RosterMap> fromJson(const QByteArray &bytes, const QString &source);

    /// Finds the fields in a header row. Fails with BadInput when no header can be recognised, when a column that
    /// letters cannot do without is missing (last_name, address_1, city, state, postal_code), when a column the map
    /// names is not there, or when two columns claim one field. Messages name fields, never the file's own text.
    [[nodiscard]] Result<RosterColumns> match(const QStringList &header, qint64 line) const;

private:
    QHash<RosterField, QString> m_named;
};

} // namespace tocsin::intake
