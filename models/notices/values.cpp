// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/values.h"

#include "core/instant.h"
#include "core/json_reader.h"
#include "core/text.h"
#include "notices/email_message.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

bool isUnitedStates(const QString &country)
{
    static const QStringList names{u""_s, u"US"_s, u"USA"_s, u"UNITED STATES"_s, u"UNITED STATES OF AMERICA"_s};
    return names.contains(country.trimmed().toUpper());
}

QString oneLine(const QString &text)
{
    return withoutControlCharacters(text).simplified();
}

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(separator);
}

QString domesticLine(const QString &city, const QString &state, const QString &zip)
{
    const bool military = state == "AA"_L1 || state == "AE"_L1 || state == "AP"_L1;
    return joined({joined({city, state}, military ? u" "_s : u", "_s), zip}, u" "_s);
}

QString foreignLine(const QString &country, const QString &city, const QString &region, const QString &code)
{
    if (country.compare("CA"_L1, Qt::CaseInsensitive) == 0 || country.compare("CANADA"_L1, Qt::CaseInsensitive) == 0)
        return joined({city, region, code}, u" "_s);
    return joined({joined({code, city}, u" "_s), region}, u", "_s);
}

QString countryLine(const QString &country)
{
    const QLocale::Territory territory
        = country.size() == 2 ? QLocale::codeToTerritory(country) : QLocale::AnyTerritory;
    const QString name = territory == QLocale::AnyTerritory ? country : QLocale::territoryToString(territory);
    return name.toUpper();
}

} // namespace

Result<Organization> parseOrganization(const QByteArray &json, const QString &source)
{
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(json, source));
    JsonReader reader(object, source);
    Organization organization;
    organization.name = reader.string("name"_L1);
    organization.kind = reader.word("kind"_L1, {"covered-entity"_L1, "business-associate"_L1});
    organization.timezone = reader.string("timezone"_L1).toUtf8();
    organization.address = reader.strings("address"_L1, false);
    organization.tollFree = reader.string("toll_free"_L1, false);
    organization.email = reader.string("email"_L1, false);
    organization.website = reader.string("website"_L1, false);
    organization.privacyOfficer = reader.string("privacy_officer"_L1, false);
    if (!isKnownZone(organization.timezone))
        reader.failAt("timezone"_L1, u"an IANA zone such as America/Chicago"_s);
    TOCSIN_TRY(reader.finish());
    return organization;
}

Narratives IncidentFields::narratives(const QString &language) const
{
    return translated.value(language,
                            {whatHappened, whatWeAreDoing, offer, callHours, whatChanged, whatChangedNeutral});
}

QStringList IncidentFields::languages() const
{
    return QStringList(u"en"_s) + translated.keys();
}

bool IncidentFields::isToldIn(const QString &language) const
{
    const Narratives told = narratives(language);
    const auto covers = [](const QString &here, const QString &english) {
        return english.trimmed().isEmpty() || !here.trimmed().isEmpty();
    };
    return language == "en"_L1
        || (translated.contains(language) && covers(told.whatHappened, whatHappened)
            && covers(told.whatWeAreDoing, whatWeAreDoing) && covers(told.offer, offer)
            && covers(told.callHours, callHours) && covers(told.whatChanged, whatChanged));
}

QString toWord(LetterForm form)
{
    switch (form) {
    case LetterForm::Adult:
        return u"adult"_s;
    case LetterForm::Minor:
        return u"minor"_s;
    case LetterForm::Deceased:
        return u"deceased"_s;
    }
    return {};
}

std::optional<LetterForm> letterForm(const QString &word)
{
    for (const LetterForm form : {LetterForm::Adult, LetterForm::Minor, LetterForm::Deceased}) {
        if (word == toWord(form))
            return form;
    }
    return std::nullopt;
}

bool canReach(const LetterRecipient &recipient, Medium medium)
{
    switch (medium) {
    case Medium::Email:
        return recipient.emailConsent && canBeMailbox(recipient.email);
    case Medium::Phone:
        return true;
    case Medium::Post:
        break;
    }
    return !postalLines(recipient).isEmpty();
}

QString fullName(const LetterRecipient &recipient)
{
    return oneLine(recipient.firstName + u' ' + recipient.lastName);
}

QString representativeName(const LetterRecipient &recipient)
{
    static const QStringList roles{u"parent"_s,      u"guardian"_s, u"parent or guardian"_s,
                                   u"parents"_s,     u"estate"_s,   u"parent/guardian"_s,
                                   u"next of kin"_s, u"executor"_s, u"personal representative"_s};
    const QString name = oneLine(recipient.representative);
    return roles.contains(name.toLower()) ? QString() : name;
}

QString residence(const LetterRecipient &recipient)
{
    static const QRegularExpression code(u"^[A-Z]{2}$"_s);
    if (!recipient.residence.isEmpty())
        return recipient.residence;
    const QString state = oneLine(recipient.state).toUpper();
    return isUnitedStates(oneLine(recipient.country)) && code.match(state).hasMatch() ? state : QString();
}

bool lacksResidence(const LetterRecipient &recipient)
{
    const bool anywhere = !recipient.address.join(QString()).trimmed().isEmpty() || !recipient.city.trimmed().isEmpty()
        || !recipient.postalCode.trimmed().isEmpty();
    return anywhere && isUnitedStates(oneLine(recipient.country)) && residence(recipient).isEmpty();
}

quint32 presortKey(const LetterRecipient &recipient)
{
    constexpr quint32 kWithoutCode = 1'000'000'000;
    static const QRegularExpression zip(u"^([0-9]{5})(?:[- ]?([0-9]{4}))?$"_s);
    if (!isUnitedStates(oneLine(recipient.country)))
        return kWithoutCode + 1;
    const QRegularExpressionMatch code = zip.match(oneLine(recipient.postalCode));
    return code.hasMatch() ? code.captured(1).toUInt() * 10'000 + code.captured(2).toUInt() : kWithoutCode;
}

QStringList postalLines(const LetterRecipient &recipient)
{
    static const QRegularExpression lineBreak(u"[\\r\\n\\x{2028}\\x{2029}]+"_s);
    QStringList lines;
    for (const QString &typed : recipient.address) {
        const QStringList parts = typed.split(lineBreak);
        for (const QString &part : parts)
            lines.append(oneLine(part));
    }
    lines.removeAll(QString());

    const QString city = oneLine(recipient.city);
    const QString region = oneLine(recipient.state);
    const QString code = oneLine(recipient.postalCode);
    const QString country = oneLine(recipient.country);
    const bool domestic = isUnitedStates(country);
    const bool deliverable = !lines.isEmpty() && !city.isEmpty() && (!domestic || !code.isEmpty());
    if (!deliverable)
        return {};
    lines.append(domestic ? domesticLine(city, region, code) : foreignLine(country, city, region, code));
    if (!domestic)
        lines.append(countryLine(country));
    return lines;
}

} // namespace tocsin::notices
