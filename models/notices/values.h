// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "notices/document/picture.h"

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace tocsin::notices {

/// Who signs for the organization, in place of the privacy officer's name and title.
struct Signer
{
    QString name; ///< empty: the text's own closing stands
    QString title = {};
    std::optional<Picture> picture = {}; ///< above the name

    friend bool operator==(const Signer &, const Signer &) = default;
};

/// Who sends the letter. The form of the organization file (JSON): name, kind, timezone, address, toll_free, email,
/// website, privacy_officer.
struct Organization
{
    QString name;
    QString kind; ///< "covered-entity" or "business-associate"
    QByteArray timezone; ///< IANA name
    QStringList address; ///< postal address, one line each
    QString tollFree;
    QString email;
    QString website;
    QString privacyOfficer;
    std::optional<Picture> letterhead = {}; ///< in place of the name at the top
    Signer signature = {};

    friend bool operator==(const Organization &, const Organization &) = default;
};

/// Reads an organization file. Fields that only a letter needs may be missing; the checks name them.
Result<Organization> parseOrganization(const QByteArray &json, const QString &source);

/// What a person writes about the incident in a language other than English; see IncidentFields.
struct Narratives
{
    QString whatHappened;
    QString whatWeAreDoing;
    QString offer;
    QString callHours;
    QString whatChanged = {};
    QString whatChangedNeutral = {};

    friend bool operator==(const Narratives &, const Narratives &) = default;
};

/// What the letter says of the incident. Narratives are plain text; a blank line starts a new paragraph.
struct IncidentFields
{
    QDate breachFrom; ///< first day of the breach, invalid while not known
    QDate breachTo; ///< last day; equal to the first, or invalid, for a breach of one day
    QDate discovered; ///< the day of discovery, 45 CFR 164.404(a)(2)
    QString whatHappened;
    QString whatWeAreDoing;
    QString offer; ///< services offered at no cost, such as credit monitoring; may be empty
    QString callHours; ///< when the toll-free line is answered; may be empty
    std::optional<qint64> affected = {}; ///< number of people; absent while not known
    /// Whether a law enforcement agency asked to delay the notice (45 CFR 164.412); absent while nobody recorded
    /// either.
    std::optional<bool> delayed = {};
    QString whatChanged = {}; ///< what is new, or was wrong, since an earlier letter; only in letters that follow one
    QString whatChangedNeutral = {}; ///< what of it may be told where the nature of the breach may not; may be empty
    QDate earlierLetter = {}; ///< the date of that letter for everybody; invalid: each person's own
    QMap<QString, Narratives> translated = {}; ///< the narratives in other languages ("es")

    /// The narratives in a language; the English ones if there are none.
    [[nodiscard]] Narratives narratives(const QString &language) const;
    /// "en", and those of the translated narratives.
    [[nodiscard]] QStringList languages() const;
    /// Whether everything that is told in English is told in that language too. Where it is not, a letter in it would
    /// be half English, and nobody gets one.
    [[nodiscard]] bool isToldIn(const QString &language) const;

    friend bool operator==(const IncidentFields &, const IncidentFields &) = default;
};

/// Which of the three letters a person gets.
enum class LetterForm {
    Adult, ///< to the person
    Minor, ///< to the parent or guardian (45 CFR 164.502(g))
    Deceased, ///< to the next of kin or personal representative (45 CFR 164.404(d)(1)(ii))
};

/// "adult", "minor" or "deceased", as rosters and run files have it.
QString toWord(LetterForm form);
std::optional<LetterForm> letterForm(const QString &word);

/// What somebody was told with before, for a letter that follows.
struct EarlierLetter
{
    QDate on = {}; ///< invalid where nothing is known
    bool byEmail = false;

    friend bool operator==(const EarlierLetter &, const EarlierLetter &) = default;
};

/// One person affected. Everything is text as a stranger typed it.
struct LetterRecipient
{
    QString id;
    QString firstName;
    QString lastName;
    QStringList address; ///< street lines; a line break inside one starts a further line
    QString city;
    QString state; ///< postal abbreviation in the US, else a region or empty
    QString postalCode;
    QString country; ///< ISO 3166 code or name; empty means the US
    QString email;
    bool emailConsent = false; ///< agreed to be told by e-mail (45 CFR 164.404(d)(1)(i))
    QString language; ///< "en"
    LetterForm form = LetterForm::Adult;
    QString representative; ///< a name, or a word such as "Parent or guardian", "Next of kin", "Estate"
    QStringList dataElements; ///< tokens, see data_elements.h
    EarlierLetter earlier = {};
    QString residence = {}; ///< State or territory, where it is known otherwise than from `state`

    friend bool operator==(const LetterRecipient &, const LetterRecipient &) = default;
};

/// How a notice comes to people.
enum class Medium {
    Post, ///< a letter by first-class mail
    Email, ///< a message, to those who agreed (45 CFR 164.404(d)(1)(i))
    Phone, ///< a script for an urgent call, beside the notice in writing (45 CFR 164.404(d)(3))
};

/// Whether a person can be reached: by post with an address that mail can go to; by e-mail with consent and an address
/// that can be one. Everybody can be called: a roster has no telephone numbers, so that whoever calls looks them up.
bool canReach(const LetterRecipient &recipient, Medium medium);

/// The person's name on one line, without surrounding or doubled space; otherwise just as typed.
QString fullName(const LetterRecipient &recipient);

/// The representative's name, or empty if the roster has only a word for the role ("Next of kin", "Estate").
QString representativeName(const LetterRecipient &recipient);

/// The State or territory that a person lives in, as its postal code: "MA". As it is known, or by the mailing address.
/// Empty for an address abroad, and for one without a State of two letters where nothing else is known.
QString residence(const LetterRecipient &recipient);

/// Whether an address lies in the United States and does not say in which State, so that nobody knows which State's
/// letter the person gets.
bool lacksResidence(const LetterRecipient &recipient);

/// Where presorted mail has a person (USPS sorts by ZIP code): the nine digits of the code, zeros for those that are
/// missing; above all of them an address in the United States without a code, and above that one abroad.
quint32 presortKey(const LetterRecipient &recipient);

/// The postal lines below the name: street, city line, and for other countries the country in capitals, as the USPS
/// asks (Publication 28; International Mail Manual 122). Empty if there is no deliverable address.
QStringList postalLines(const LetterRecipient &recipient);

} // namespace tocsin::notices
