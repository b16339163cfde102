// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/organization.h"

#include "casework/sql.h"
#include "core/json_reader.h"
#include "core/text.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qsizetype kMaxPicture = qsizetype{1024} * 1024;
constexpr qsizetype kMaxSignature = 200;

QByteArray readPicture(JsonReader &reader, QLatin1StringView key)
{
    const QByteArray text = reader.string(key, false).toLatin1();
    const auto read = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    const bool isPicture = read && read.decoded.size() <= kMaxPicture && read.decoded.startsWith("\x89PNG\r\n\x1a\n");
    if (!text.isEmpty() && !isPicture)
        reader.failAt(key, u"a PNG of at most %1 bytes, in base64"_s.arg(kMaxPicture));
    return isPicture ? read.decoded : QByteArray();
}

Signature readSignature(JsonReader &reader)
{
    Signature signature;
    signature.name = reader.string("name"_L1).trimmed();
    signature.title = reader.string("title"_L1, false).trimmed();
    signature.picture = readPicture(reader, "picture"_L1);
    const QString words = signature.name + signature.title;
    if (signature.name.isEmpty() || words.size() > kMaxSignature || words.contains(u'\n')
        || hasControlCharacters(words))
        reader.failAt("name"_L1,
                      u"a name and a title, each on one line, of at most %1 characters"_s.arg(kMaxSignature));
    return signature;
}

/// Only what is there, so that an organization without them is written as it always was.
void insertStyle(QJsonObject &object, const Organization &from, QJsonValue (*written)(const QByteArray &))
{
    if (!from.letterhead.isEmpty())
        object.insert(u"letterhead"_s, written(from.letterhead));
    if (from.signature.name.isEmpty())
        return;
    QJsonObject signature{{u"name"_s, from.signature.name}, {u"title"_s, from.signature.title}};
    if (!from.signature.picture.isEmpty())
        signature.insert(u"picture"_s, written(from.signature.picture));
    object.insert(u"signature"_s, signature);
}

QJsonObject wordsOf(const Organization &organization)
{
    return {{u"name"_s, organization.name},
            {u"kind"_s, organization.kind},
            {u"timezone"_s, QString::fromLatin1(organization.timezone)},
            {u"address"_s, QJsonArray::fromStringList(organization.address)},
            {u"toll_free"_s, organization.tollFree},
            {u"email"_s, organization.email},
            {u"website"_s, organization.website},
            {u"privacy_officer"_s, organization.privacyOfficer}};
}

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
    organization.letterhead = readPicture(reader, "letterhead"_L1);
    reader.object(
        "signature"_L1, [&organization](JsonReader &inner) { organization.signature = readSignature(inner); }, false);
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
    QJsonObject object = wordsOf(*this);
    insertStyle(object, *this,
                [](const QByteArray &picture) { return QJsonValue(QString::fromLatin1(picture.toBase64())); });
    return object;
}

QJsonObject Organization::summary() const
{
    QJsonObject object = wordsOf(*this);
    insertStyle(object, *this, [](const QByteArray &picture) {
        return QJsonValue(QJsonObject{{u"sha256"_s, sha256Hex(picture)}, {u"bytes"_s, picture.size()}});
    });
    return object;
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
    writer.note({{}, u"organization"_s, before ? before->summary() : QJsonObject(), organization.summary()});
    return Outcome{1, organization.name};
}

} // namespace tocsin::casework
