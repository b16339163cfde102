// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/organization.h"

#include "casework/sql.h"
#include "core/json_reader.h"
#include "core/text.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

Organization read(JsonReader &reader)
{
    Organization organization;
    organization.name = reader.string("name"_L1).trimmed();
    organization.kind
        = reader.word("kind"_L1, {"covered-entity"_L1, "business-associate"_L1, "phr-vendor"_L1, "business"_L1});
    organization.timezone = reader.string("timezone"_L1).toLatin1();
    organization.address = reader.strings("address"_L1, false);
    organization.tollFree = reader.string("toll_free"_L1, false);
    organization.email = reader.string("email"_L1, false);
    organization.website = reader.string("website"_L1, false);
    organization.privacyOfficer = reader.string("privacy_officer"_L1, false);
    return organization;
}

} // namespace

Result<Organization> Organization::fromJson(const QByteArray &bytes)
{
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(bytes, u"The organization file"_s));
    JsonReader reader(object, u"organization"_s);
    const Organization organization = read(reader);
    if (organization.name.isEmpty())
        reader.failAt("name"_L1, u"the organization's name"_s);
    if (!isKnownZone(organization.timezone))
        reader.failAt("timezone"_L1, u"a time zone's IANA name such as America/Chicago"_s);
    const QStringList texts = organization.address
        + QStringList{organization.name, organization.tollFree, organization.email, organization.website,
                      organization.privacyOfficer};
    if (hasControlCharacters(texts.join(u' ')))
        reader.failAt(QString(), u"texts without control characters"_s);
    TOCSIN_TRY(reader.finish());
    return organization;
}

QJsonObject Organization::toJson() const
{
    return {{u"name"_s, name},
            {u"kind"_s, kind},
            {u"timezone"_s, QString::fromLatin1(timezone)},
            {u"address"_s, QJsonArray::fromStringList(address)},
            {u"toll_free"_s, tollFree},
            {u"email"_s, email},
            {u"website"_s, website},
            {u"privacy_officer"_s, privacyOfficer}};
}

Result<Organization> OrganizationQuery::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QString document,
                  sql::one(reader.db(), u"The store names no organization yet."_s,
                           u"SELECT document FROM organization WHERE id = 1"_s,
                           [](const vault::Statement &row) { return row.text(0); }));
    return Organization::fromJson(document.toUtf8());
}

Result<Outcome> SetOrganization::apply(Writer &writer) const
{
    // The same check that a file goes through: what is stored can always be read back.
    TOCSIN_TRY(Organization::fromJson(QJsonDocument(organization.toJson()).toJson()));
    const Result<Organization> before = OrganizationQuery().run(writer);
    TOCSIN_TRY(sql::run(writer.db(),
                        u"INSERT INTO organization (id, document) VALUES (1, ?1) "
                        "ON CONFLICT (id) DO UPDATE SET document = excluded.document"_s,
                        sql::jsonText(organization.toJson())));
    writer.touch(Kind::Organization, 1);
    writer.note({{}, u"organization"_s, before ? before->toJson() : QJsonObject(), organization.toJson()});
    return Outcome{1, organization.name};
}

} // namespace tocsin::casework
