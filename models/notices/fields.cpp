// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/fields.h"

#include "core/instant.h"
#include "core/text.h"
#include "notices/data_elements.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

/// Stands after "part of", in both languages.
QString earlierKind(bool byEmail, const QString &language)
{
    if (language == "es"_L1)
        return byEmail ? u"ese correo electrónico"_s : u"esa carta"_s;
    return byEmail ? u"that e-mail"_s : u"that letter"_s;
}

QString oneLine(const QString &text)
{
    return withoutControlCharacters(text).simplified();
}

} // namespace

FieldBook::FieldBook(std::vector<FieldInfo> fields) : m_fields(std::move(fields))
{
    for (size_t number = 0; number < m_fields.size(); ++number)
        m_fields[number].field = static_cast<Field>(number);
}

const FieldBook &FieldBook::ofLetters()
{
    static const FieldBook book(fieldCatalogue());
    return book;
}

std::optional<FieldInfo> FieldBook::byName(const QString &name) const
{
    const auto found
        = std::find_if(m_fields.begin(), m_fields.end(), [&](const FieldInfo &info) { return name == info.name; });
    if (found == m_fields.end())
        return std::nullopt;
    return *found;
}

const std::vector<FieldInfo> &fieldCatalogue()
{
    using enum FieldType;
    static const std::vector<FieldInfo> catalogue{
        {Field::OrganizationName, "organization.name"_L1, Text, "The sender's name"_L1},
        {Field::OrganizationAddress, "organization.address"_L1, Text, "The sender's postal address on one line"_L1},
        {Field::OrganizationTollFree, "organization.toll_free"_L1, Text, "The toll-free number"_L1},
        {Field::OrganizationEmail, "organization.email"_L1, Text, "The e-mail address for questions"_L1},
        {Field::OrganizationWebsite, "organization.website"_L1, Text, "The web site"_L1},
        {Field::OrganizationPrivacyOfficer, "organization.privacy_officer"_L1, Text,
         "The name of the privacy officer"_L1},
        {Field::IncidentBreachDates, "incident.breach_dates"_L1, Text,
         "\"on\" a day, or \"between\" two days, in words"_L1},
        {Field::IncidentDiscoveryDate, "incident.discovery_date"_L1, Text, "The day of discovery"_L1},
        {Field::IncidentWhatHappened, "incident.what_happened"_L1, Paragraphs, "The account of what happened"_L1},
        {Field::IncidentWhatWeAreDoing, "incident.what_we_are_doing"_L1, Paragraphs,
         "What is done to investigate, limit the harm and prevent more"_L1},
        {Field::IncidentOffer, "incident.offer"_L1, Paragraphs, "Services offered at no cost; may be empty"_L1},
        {Field::IncidentCallHours, "incident.call_hours"_L1, Text, "When calls are answered; may be empty"_L1},
        {Field::IncidentWhatChanged, "incident.what_changed"_L1, Paragraphs,
         "What is new, or was wrong, since an earlier letter"_L1},
        {Field::IncidentWhatChangedNeutral, "incident.what_changed_neutral"_L1, Paragraphs,
         "The same without the nature of the breach; may be empty"_L1},
        {Field::IncidentAffected, "incident.affected"_L1, Text, "The number of people affected; may be empty"_L1},
        {Field::IncidentDelayed, "incident.delayed"_L1, Flag, "A law enforcement agency asked to delay the notice"_L1},
        {Field::IncidentNotDelayed, "incident.not_delayed"_L1, Flag,
         "It is recorded that no such agency asked to delay the notice"_L1},
        {Field::LetterDate, "letter.date"_L1, Text, "The date of the letter"_L1},
        {Field::LetterEarlierDate, "letter.earlier_date"_L1, Text, "The date of the earlier letter"_L1},
        {Field::LetterEarlierKind, "letter.earlier_kind"_L1, Text, "What came then: “that letter” or “that e-mail”"_L1},
        {Field::RecipientId, "recipient.id"_L1, Text, "The reference of this person in the roster"_L1},
        {Field::RecipientName, "recipient.name"_L1, Text, "First and last name, as typed"_L1},
        {Field::RecipientRepresentative, "recipient.representative"_L1, Text,
         "The representative's name; empty if only the role is known"_L1},
        {Field::DataItems, "data.items"_L1, List, "The kinds of information of this person"_L1},
        {Field::DataCredit, "data.credit"_L1, Flag, "Enough was exposed to open accounts in this person's name"_L1},
        {Field::DataPlan, "data.plan"_L1, Flag, "Enough was exposed to bill this person's health plan"_L1},
        {Field::DataPassword, "data.password"_L1, Flag, "A password was exposed"_L1},
        {Field::OverlayNeutral, "overlay.neutral"_L1, Flag, "The State keeps the nature of the breach out"_L1},
        {Field::OverlayHappened, "overlay.happened"_L1, Place, "What the State adds about the incident"_L1},
        {Field::OverlaySteps, "overlay.steps"_L1, Place, "What the State adds to the steps, as list items"_L1},
        {Field::OverlayContacts, "overlay.contacts"_L1, Place, "What the State adds about who can help"_L1},
        {Field::OverlayOffice, "overlay.office"_L1, Text, "The State's office, on one line"_L1},
        {Field::AgencyEquifax, "agency.equifax"_L1, Text, "Equifax, on one line"_L1},
        {Field::AgencyExperian, "agency.experian"_L1, Text, "Experian, on one line"_L1},
        {Field::AgencyTransUnion, "agency.transunion"_L1, Text, "TransUnion, on one line"_L1},
        {Field::AgencyFtc, "agency.ftc"_L1, Text, "The FTC, on one line"_L1},
    };
    return catalogue;
}

const FieldInfo &fieldInfo(Field field)
{
    return fieldCatalogue()[static_cast<size_t>(field)];
}

std::optional<FieldInfo> fieldByName(const QString &name)
{
    return FieldBook::ofLetters().byName(name);
}

FieldValues::FieldValues(const Organization &organization, const IncidentFields &incident, QDate letterDate,
                         const QString &language)
    : m_language(language)
{
    m_texts[index(Field::OrganizationName)] = oneLine(organization.name);
    m_texts[index(Field::OrganizationAddress)] = oneLine(organization.address.join(u", "_s));
    m_texts[index(Field::OrganizationTollFree)] = printedPhone(organization.tollFree);
    m_texts[index(Field::OrganizationEmail)] = oneLine(organization.email);
    m_texts[index(Field::OrganizationWebsite)] = oneLine(organization.website);
    m_texts[index(Field::OrganizationPrivacyOfficer)] = oneLine(organization.privacyOfficer);
    m_texts[index(Field::LetterDate)] = printedDate(letterDate, language);
    m_texts[index(Field::LetterEarlierKind)] = earlierKind(false, language);
    setIncident(incident);
}

void FieldValues::setIncident(const IncidentFields &incident)
{
    m_texts[index(Field::IncidentBreachDates)] = breachDates(incident, m_language);
    m_texts[index(Field::IncidentDiscoveryDate)] = printedDate(incident.discovered, m_language);
    const Narratives told = incident.narratives(m_language);
    m_texts[index(Field::IncidentWhatHappened)] = withoutControlCharacters(told.whatHappened).trimmed();
    m_texts[index(Field::IncidentWhatWeAreDoing)] = withoutControlCharacters(told.whatWeAreDoing).trimmed();
    m_texts[index(Field::IncidentOffer)] = withoutControlCharacters(told.offer).trimmed();
    m_texts[index(Field::IncidentCallHours)] = oneLine(told.callHours);
    m_texts[index(Field::IncidentWhatChanged)] = withoutControlCharacters(told.whatChanged).trimmed();
    m_texts[index(Field::IncidentWhatChangedNeutral)] = withoutControlCharacters(told.whatChangedNeutral).trimmed();
    m_texts[index(Field::LetterEarlierDate)] = printedDate(incident.earlierLetter, m_language);
    m_texts[index(Field::IncidentAffected)]
        = incident.affected ? QLocale(QLocale::English, QLocale::UnitedStates).toString(*incident.affected) : QString();
    m_flags[index(Field::IncidentDelayed)] = incident.delayed.value_or(false);
    m_flags[index(Field::IncidentNotDelayed)] = !incident.delayed.value_or(true);
}

FieldValues FieldValues::forRecipient(const LetterRecipient &recipient) const
{
    FieldValues values = *this;
    values.m_texts[index(Field::RecipientId)] = oneLine(recipient.id);
    values.m_texts[index(Field::RecipientName)] = fullName(recipient);
    values.m_texts[index(Field::RecipientRepresentative)] = representativeName(recipient);
    if (values.m_texts[index(Field::LetterEarlierDate)].isEmpty())
        values.m_texts[index(Field::LetterEarlierDate)] = printedDate(recipient.earlier.on, m_language);
    values.m_texts[index(Field::LetterEarlierKind)] = earlierKind(recipient.earlier.byEmail, m_language);
    for (const QString &token : recipient.dataElements) {
        const auto element = dataElement(token, m_language);
        if (!element || values.m_items.contains(element->phrase))
            continue;
        values.m_items.append(element->phrase);
        values.m_flags[index(Field::DataCredit)] |= element->credit;
        values.m_flags[index(Field::DataPlan)] |= element->plan;
        values.m_flags[index(Field::DataPassword)] |= element->password;
    }
    return values;
}

const QStringList &FieldValues::items(Field list) const
{
    Q_ASSERT(list == Field::DataItems); // the only list of letters
    Q_UNUSED(list)
    return m_items;
}

bool FieldValues::isSet(Field field) const
{
    switch (fieldInfo(field).type) {
    case FieldType::Flag:
        return m_flags[index(field)];
    case FieldType::List:
        return !m_items.isEmpty();
    case FieldType::Text:
    case FieldType::Paragraphs:
    case FieldType::Place:
        break;
    }
    return !m_texts[index(field)].isEmpty();
}

QString breachDates(const IncidentFields &incident, const QString &language)
{
    const QString first = printedDate(incident.breachFrom, language);
    const QString last = printedDate(incident.breachTo, language);
    const bool spanish = language == "es"_L1;
    if (first.isEmpty())
        return {};
    if (last.isEmpty() || last == first)
        return (spanish ? u"el %1"_s : u"on %1"_s).arg(first);
    return (spanish ? u"entre el %1 y el %2"_s : u"between %1 and %2"_s).arg(first, last);
}

QString printedDate(QDate date, const QString &language)
{
    if (!date.isValid())
        return {};
    if (language != "es"_L1)
        return longDate(date);
    // Not from the locale data, which differ from one version of Qt to the next; letters do not.
    static const QStringList months{u"enero"_s,      u"febrero"_s, u"marzo"_s,     u"abril"_s,
                                    u"mayo"_s,       u"junio"_s,   u"julio"_s,     u"agosto"_s,
                                    u"septiembre"_s, u"octubre"_s, u"noviembre"_s, u"diciembre"_s};
    return u"%1 de %2 de %3"_s.arg(QString::number(date.day()), months[date.month() - 1], QString::number(date.year()));
}

QString printedPhone(const QString &typed)
{
    static const QRegularExpression separators(u"[\\s().+\\-]"_s);
    QString digits = QString(typed).remove(separators);
    if (digits.size() == 11 && digits.startsWith(u'1'))
        digits.remove(0, 1);
    static const QRegularExpression tenDigits(u"^[0-9]{10}$"_s);
    if (!tenDigits.match(digits).hasMatch())
        return oneLine(typed);
    return u"1-%1-%2-%3"_s.arg(digits.left(3), digits.mid(3, 3), digits.mid(6));
}

} // namespace tocsin::notices
