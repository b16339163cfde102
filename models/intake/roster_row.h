// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/roster_map.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tocsin::intake {

enum class PersonStatus {
    Adult,
    Minor,
    Deceased,
};

/// One affected person as the roster has it, tidied: blanks around and doubled within removed, State and country as
/// codes, ZIP as five digits or ZIP+4. What could not be made sense of stays as typed, and a note says so.
struct RosterRow
{
    qint64 line = 0;
    QString recipientId;
    QString firstName;
    QString lastName;
    QStringList addressLines; ///< without city, State and ZIP; a line break in a cell makes two lines
    QString city;
    QString state; ///< USPS code ("CA", "PR", "AE"); abroad, the region as typed
    QString postalCode; ///< "02139" or "02139-1234"; abroad as typed
    QString country; ///< ISO 3166-1 alpha-2, "US" where none is given; as typed if it is not known
    QString email;
    bool emailConsent = false; ///< the person agreed to e-mail, and the address can be one (45 CFR 164.404(d)(1)(i))
    QString language = QStringLiteral("en"); ///< ISO 639-1, "en" where none is given or known
    std::optional<QDate> dateOfBirth;
    PersonStatus status = PersonStatus::Adult;
    QString representative; ///< parent, guardian or next of kin, as typed
    QStringList dataElements; ///< "ssn", "diagnosis" …: lower-case tokens, each once, in the order given

    /// Names this row among those of its file and again when the same person comes in a later file: SHA-256 of the
    /// recipient id (or, without one, of name, date of birth and address), and of how often it has come before. Unique
    /// within a file.
    QString rowKey;
    /// SHA-256 of all fields above but the line: equal means that nothing about the person changed.
    QString sourceHash;

    friend bool operator==(const RosterRow &, const RosterRow &) = default;
};

/// Every row gets one; none is dropped.
enum class RowVerdict {
    Accepted,
    AcceptedWithNote, ///< goes on as it is; a person may want to know
    Problem, ///< a person must decide before a letter goes out
};

/// What there is to say about a row.
enum class NoteKind {
    MissingName, ///< problem
    MissingId, ///< note
    MissingState, ///< problem; `suggestion` has the State in which the ZIP lies
    ImpossibleState, ///< problem; likewise
    StateNormalised, ///< note: a name or other spelling became the code
    MissingZip, ///< problem
    ImpossibleZip, ///< problem: no ZIP at all, or one that does not lie in the State
    LostLeadingZero, ///< note: restored
    ForeignAddress, ///< note
    UnknownCountry, ///< problem
    MilitaryAddress, ///< note: APO, FPO or DPO
    NoDeliverableAddress, ///< problem: see RosterSummary::withoutUsableAddress
    Duplicate, ///< problem: the person of `otherLine` again
    DuplicateId, ///< problem: the id of `otherLine` on somebody else
    MinorWithoutRepresentative, ///< note: the letter goes to "the parent or guardian of"
    StatusContradictsBirth, ///< note: adult by status and minor by birth, or the other way
    DeceasedWithoutNextOfKin, ///< problem: owed only if an address of next of kin is known (45 CFR 164.404(d)(1)(ii))
    ControlCharacters, ///< note: removed
    LineBreakInCell, ///< note: became a line of the address, or a blank
    Formula, ///< note: kept as typed, never evaluated
    BadEmail, ///< note: kept, but no e-mail goes there
    BadConsent, ///< note: neither yes nor no; taken as no
    BadDate, ///< note: the date of birth is left empty
    UnknownLanguage, ///< note: English is used
    MissingStatus, ///< note: decided by the date of birth, adult without one
    UnknownStatus, ///< problem
    UnknownDataElement, ///< problem: no sentence of a letter names it
    MissingDataElements, ///< note
    TooLong, ///< problem: longer than any such field is
    WrongColumnCount, ///< problem: the cells may stand in the wrong columns
    GuessedEncoding, ///< note: read as Windows-1252
};

/// The kind's name in JSON and in the store: "missing-state", "lost-leading-zero" …
QLatin1StringView kindName(NoteKind kind);
/// Whether the kind needs a decision.
bool isProblem(NoteKind kind);

/// One thing about one row. The sentence names field and reason, never the field's content.
struct RowNote
{
    NoteKind kind = NoteKind::MissingName;
    std::optional<RosterField> field;
    QString sentence;
    QString suggestion; ///< what the field could become; empty if there is no good guess
    qint64 otherLine = 0; ///< the earlier line of a duplicate

    friend bool operator==(const RowNote &, const RowNote &) = default;
};

} // namespace tocsin::intake
