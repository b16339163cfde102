// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/roster_row.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

struct Kind
{
    NoteKind kind;
    QLatin1StringView name;
    bool problem;
};

constexpr std::array kKinds{
    Kind{NoteKind::MissingName, "missing-name"_L1, true},
    Kind{NoteKind::MissingId, "missing-id"_L1, false},
    Kind{NoteKind::MissingState, "missing-state"_L1, true},
    Kind{NoteKind::ImpossibleState, "impossible-state"_L1, true},
    Kind{NoteKind::StateNormalised, "state-normalised"_L1, false},
    Kind{NoteKind::MissingZip, "missing-zip"_L1, true},
    Kind{NoteKind::ImpossibleZip, "impossible-zip"_L1, true},
    Kind{NoteKind::LostLeadingZero, "lost-leading-zero"_L1, false},
    Kind{NoteKind::ForeignAddress, "foreign-address"_L1, false},
    Kind{NoteKind::UnknownCountry, "unknown-country"_L1, true},
    Kind{NoteKind::MilitaryAddress, "military-address"_L1, false},
    Kind{NoteKind::NoDeliverableAddress, "no-deliverable-address"_L1, true},
    Kind{NoteKind::Duplicate, "duplicate"_L1, true},
    Kind{NoteKind::DuplicateId, "duplicate-id"_L1, true},
    Kind{NoteKind::MinorWithoutRepresentative, "minor-without-representative"_L1, false},
    Kind{NoteKind::StatusContradictsBirth, "status-contradicts-birth"_L1, false},
    Kind{NoteKind::DeceasedWithoutNextOfKin, "deceased-without-next-of-kin"_L1, true},
    Kind{NoteKind::ControlCharacters, "control-characters"_L1, false},
    Kind{NoteKind::LineBreakInCell, "line-break-in-cell"_L1, false},
    Kind{NoteKind::Formula, "formula"_L1, false},
    Kind{NoteKind::BadEmail, "bad-email"_L1, false},
    Kind{NoteKind::BadConsent, "bad-consent"_L1, false},
    Kind{NoteKind::BadDate, "bad-date"_L1, false},
    Kind{NoteKind::UnknownLanguage, "unknown-language"_L1, false},
    Kind{NoteKind::MissingStatus, "missing-status"_L1, false},
    Kind{NoteKind::UnknownStatus, "unknown-status"_L1, true},
    Kind{NoteKind::UnknownDataElement, "unknown-data-element"_L1, true},
    Kind{NoteKind::MissingDataElements, "missing-data-elements"_L1, false},
    Kind{NoteKind::TooLong, "too-long"_L1, true},
    Kind{NoteKind::WrongColumnCount, "wrong-column-count"_L1, true},
    Kind{NoteKind::GuessedEncoding, "guessed-encoding"_L1, false},
};

constexpr bool inOrder()
{
    for (size_t i = 0; i < kKinds.size(); ++i) {
        if (kKinds[i].kind != static_cast<NoteKind>(i))
            return false;
    }
    return kKinds.size() == static_cast<size_t>(NoteKind::GuessedEncoding) + 1;
}
static_assert(inOrder(), "one line for each kind, in the order of the enumeration");

} // namespace

QLatin1StringView kindName(NoteKind kind)
{
    return kKinds[static_cast<size_t>(kind)].name;
}

bool isProblem(NoteKind kind)
{
    return kKinds[static_cast<size_t>(kind)].problem;
}

} // namespace tocsin::intake
