// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/roster_map.h"

#include "core/json_reader.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

struct FieldNames
{
    RosterField field;
    QLatin1StringView name;
    bool required;
    /// What exports call the column, without case, blanks and punctuation; separated by blanks.
    QLatin1StringView synonyms;
};

constexpr std::array<FieldNames, kRosterFieldCount> kFields{{
    {RosterField::RecipientId, "recipient_id"_L1, false,
     "id memberid patientid customerid personid subscriberid accountnumber accountid mrn medicalrecordnumber"_L1},
    {RosterField::FirstName, "first_name"_L1, false,
     "first fname givenname given forename patientfirstname memberfirstname"_L1},
    {RosterField::LastName, "last_name"_L1, true,
     "last lname surname familyname family patientlastname memberlastname"_L1},
    {RosterField::Address1, "address_1"_L1, true,
     "address addressline1 addr1 street streetaddress street1 mailingaddress mailingaddress1 line1"_L1},
    {RosterField::Address2, "address_2"_L1, false,
     "addressline2 addr2 street2 apt unit suite mailingaddress2 line2"_L1},
    {RosterField::City, "city"_L1, true, "town cityname municipality postoffice"_L1},
    {RosterField::State, "state"_L1, true,
     "statecode st stateprovince stateterritory province region stateofresidence"_L1},
    {RosterField::PostalCode, "postal_code"_L1, true, "zip zipcode zip4 zip5 zippostalcode postcode postal"_L1},
    {RosterField::Country, "country"_L1, false, "countrycode nation"_L1},
    {RosterField::Email, "email"_L1, false, "emailaddress mail electronicmail"_L1},
    {RosterField::EmailConsent, "email_consent"_L1, false,
     "emailoptin emailpermission consenttoemail emailok optin"_L1},
    {RosterField::Language, "language"_L1, false, "lang preferredlanguage languagecode primarylanguage"_L1},
    {RosterField::DateOfBirth, "date_of_birth"_L1, false, "dob birthdate birthday born dateofbirthdob"_L1},
    {RosterField::Status, "status"_L1, false, "personstatus vitalstatus recipientstatus"_L1},
    {RosterField::Representative, "representative"_L1, false,
     "personalrepresentative guardian parentguardian nextofkin responsibleparty guarantor"_L1},
    {RosterField::DataElements, "data_elements"_L1, false,
     "data dataelement elements datatypes dataexposed informationinvolved phielements phi"_L1},
}};

/// "Zip-Code " and "zipcode" are one name.
QString bareName(QStringView header)
{
    QString bare;
    for (const QChar c : header) {
        if (c.isLetterOrNumber())
            bare += c.toLower();
    }
    return bare;
}

QHash<QString, RosterField> makeSynonyms()
{
    QHash<QString, RosterField> synonyms;
    for (const FieldNames &field : kFields) {
        synonyms.insert(bareName(QString(field.name)), field.field);
        for (const QString &synonym : QString(field.synonyms).split(u' '))
            synonyms.insert(synonym, field.field);
    }
    return synonyms;
}

/// The field that a header cell names, if any; a column that the map gives to a field is asked for nothing else.
std::optional<RosterField> fieldOf(const QString &bare, const QHash<RosterField, QString> &named)
{
    static const QHash<QString, RosterField> synonyms = makeSynonyms();
    for (auto it = named.begin(); it != named.end(); ++it) {
        if (it.value() == bare)
            return it.key();
    }
    const auto found = synonyms.find(bare);
    if (found == synonyms.end() || named.contains(*found))
        return std::nullopt;
    return *found;
}

QString requiredNames()
{
    QStringList names;
    for (const FieldNames &field : kFields) {
        if (field.required)
            names << field.name;
    }
    return names.join(u", "_s);
}

Result<> checkComplete(const RosterColumns &columns, const QHash<RosterField, QString> &named, qint64 line)
{
    QStringList missing;
    int found = 0;
    for (const FieldNames &field : kFields) {
        found += columns.has(field.field) ? 1 : 0;
        if (!columns.has(field.field) && (field.required || named.contains(field.field)))
            missing << field.name;
    }
    if (found < 3) {
        return fail(ErrorCode::BadInput,
                    u"Line %1 is no header that can be recognised. The first line must name the columns, at least %2; "
                    u"a map file can say which column is which."_s.arg(line)
                        .arg(requiredNames()));
    }
    if (!missing.isEmpty()) {
        return fail(ErrorCode::BadInput,
                    u"The header on line %1 has no column for %2. Name the columns so, or say in a map file which "
                    u"column is which."_s.arg(line)
                        .arg(missing.join(u", "_s)));
    }
    return {};
}

} // namespace

QLatin1StringView fieldName(RosterField field)
{
    return kFields[static_cast<size_t>(field)].name;
}

Result<RosterMap> RosterMap::fromJson(const QByteArray &bytes, const QString &source)
{
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(bytes, source));
    JsonReader reader(object, source);
    RosterMap map;
    QHash<QString, RosterField> taken;
    for (const FieldNames &field : kFields) {
        if (!reader.has(field.name))
            continue;
        const QString bare = bareName(reader.string(field.name));
        if (bare.isEmpty())
            reader.failAt(field.name, u"the name of a column"_s);
        else if (taken.contains(bare))
            reader.failAt(field.name, u"another column than %1 has"_s.arg(fieldName(taken.value(bare))));
        taken.insert(bare, field.field);
        map.m_named.insert(field.field, bare);
    }
    TOCSIN_TRY(reader.finish());
    return map;
}

Result<RosterColumns> RosterMap::match(const QStringList &header, qint64 line) const
{
    RosterColumns columns;
    columns.width = static_cast<int>(header.size());
    for (int column = 0; column < columns.width; ++column) {
        const auto field = fieldOf(bareName(header.at(column)), m_named);
        if (!field)
            continue;
        if (columns.has(*field)) {
            return fail(
                ErrorCode::BadInput,
                u"Columns %1 and %2 of the header on line %3 could both be %4. Say in a map file which one it is, "
                u"and rename the other."_s.arg(columns.column(*field) + 1)
                    .arg(column + 1)
                    .arg(line)
                    .arg(fieldName(*field)));
        }
        columns.set(*field, column);
    }
    TOCSIN_TRY(checkComplete(columns, m_named, line));
    return columns;
}

} // namespace tocsin::intake
