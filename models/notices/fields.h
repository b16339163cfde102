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
    IncidentWhatChangedNeutral,
    IncidentAffected,
    IncidentDelayed,
    IncidentNotDelayed,
    LetterDate,
    LetterEarlierDate,
    LetterEarlierKind,
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
    QString name; ///< "recipient.name"
    FieldType type;
    QString meaning;
};

/// The fields that a text may use. Letters use those of the enumeration; the books of other documents number their own,
/// so that a Field means something only together with its book.
class FieldBook
{
public:
    /// Numbers the fields in the order given.
    explicit FieldBook(std::vector<FieldInfo> fields);
    static const FieldBook &ofLetters();

    [[nodiscard]] const FieldInfo &info(Field field) const { return m_fields[static_cast<size_t>(field)]; }
    [[nodiscard]] std::optional<FieldInfo> byName(const QString &name) const;
    [[nodiscard]] const std::vector<FieldInfo> &all() const { return m_fields; }

private:
    std::vector<FieldInfo> m_fields;
};

/// A value for each field of a book. Values are plain text: nothing in them is ever read as Markdown or Mustache.
class FieldSource
{
public:
    virtual ~FieldSource() = default;

    [[nodiscard]] virtual const FieldInfo &info(Field field) const = 0;
    [[nodiscard]] virtual const QString &text(Field field) const = 0;
    [[nodiscard]] virtual const QStringList &items(Field list) const = 0;
    /// Whether a section of that field stands.
    [[nodiscard]] virtual bool isSet(Field field) const = 0;

protected:
    FieldSource() = default;
    FieldSource(const FieldSource &) = default;
    FieldSource(FieldSource &&) = default;
    FieldSource &operator=(const FieldSource &) = default;
    FieldSource &operator=(FieldSource &&) = default;
};

/// All fields of letters, in the order of the enumeration; FORMAT.md lists the same.
const std::vector<FieldInfo> &fieldCatalogue();
const FieldInfo &fieldInfo(Field field);
std::optional<FieldInfo> fieldByName(const QString &name);

/// The value of each field for one letter.
class FieldValues final : public FieldSource
{
public:
    /// What is the same in every letter of a run in one language.
    FieldValues(const Organization &organization, const IncidentFields &incident, QDate letterDate,
                const QString &language = QStringLiteral("en"));

    /// The same with one person's values. Tokens that dataElement() does not know are left out here; the checks and the
    /// run name them.
    [[nodiscard]] FieldValues forRecipient(const LetterRecipient &recipient) const;

    [[nodiscard]] const FieldInfo &info(Field field) const override { return fieldInfo(field); }
    [[nodiscard]] const QString &text(Field field) const override { return m_texts[index(field)]; }
    [[nodiscard]] const QStringList &items(Field list = Field::DataItems) const override;
    [[nodiscard]] bool isSet(Field field) const override;

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
