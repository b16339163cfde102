// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/values.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace tocsin::notices {

/// The fields a template may use. A text or a list can also open a section, which stands if it is not empty.
enum class Field {
    OrganizationName,
    OrganizationAddress,
    OrganizationTollFree,
    OrganizationEmail,
    OrganizationWebsite,
    OrganizationPrivacyOfficer,
    IncidentBreachDates,
    IncidentDiscoveryDate,
    IncidentWhatHappened,
    IncidentWhatWeAreDoing,
    IncidentOffer,
    IncidentCallHours,
    IncidentWhatChanged,
    IncidentAffected,
    IncidentDelayed,
    LetterDate,
    LetterEarlierDate,
    RecipientId,
    RecipientName,
    RecipientRepresentative,
    DataItems,
    DataCredit,
    DataPlan,
    DataPassword,
    OverlayNeutral,
    OverlayHappened,
    OverlaySteps,
    OverlayContacts,
    OverlayOffice,
    AgencyEquifax,
    AgencyExperian,
    AgencyTransUnion,
    AgencyFtc,
};
constexpr int kFieldCount = static_cast<int>(Field::AgencyFtc) + 1;

enum class FieldType {
    Text, ///< on one line
    Paragraphs, ///< may hold several paragraphs
    List, ///< only as a section, once per item, which is {{.}}
    Flag, ///< only as a section
    Place, ///< only as a paragraph of its own, which an overlay fills or takes away
};

struct FieldInfo
{
    Field field;
    QLatin1StringView name; ///< "recipient.name"
    FieldType type;
    QLatin1StringView meaning;
};

/// All fields, in the order of the enumeration; FORMAT.md lists the same.
const std::vector<FieldInfo> &fieldCatalogue();
const FieldInfo &fieldInfo(Field field);
std::optional<FieldInfo> fieldByName(const QString &name);

/// The value of each field for one letter. Values are plain text: nothing in them is ever read as Markdown or Mustache.
class FieldValues
{
public:
    /// What is the same in every letter of a run in one language.
    FieldValues(const Organization &organization, const IncidentFields &incident, QDate letterDate,
                const QString &language = QStringLiteral("en"));

    /// The same with one person's values. Tokens that dataElement() does not know are left out here; the checks and the
    /// run name them.
    [[nodiscard]] FieldValues forRecipient(const LetterRecipient &recipient) const;

    [[nodiscard]] const QString &text(Field field) const { return m_texts[index(field)]; }
    [[nodiscard]] const QStringList &items() const { return m_items; }
    /// Whether a section of that field stands.
    [[nodiscard]] bool isSet(Field field) const;

private:
    QString m_language;
    std::array<QString, kFieldCount> m_texts;
    std::array<bool, kFieldCount> m_flags{};
    QStringList m_items;

    static size_t index(Field field) { return static_cast<size_t>(field); }
    void setIncident(const IncidentFields &incident);
};

/// "on March 2, 2026", or "between January 11, 2026 and March 2, 2026", or empty while the first day is not known.
/// Likewise in Spanish.
QString breachDates(const IncidentFields &incident, const QString &language = QStringLiteral("en"));

/// A day in words as letters in that language print it: "March 2, 2026", "2 de marzo de 2026". Empty for none.
QString printedDate(QDate date, const QString &language);

/// A toll-free number as letters print it, "1-800-555-0142", or the text as it is if it is not ten digits.
QString printedPhone(const QString &typed);

} // namespace tocsin::notices
