// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/merge.h"

#include <QDate>

#include <optional>

namespace tocsin::notices {

/// What all letters of a run have in common.
struct LetterInputs
{
    TemplateSet templates;
    Organization organization;
    IncidentFields incident;
    QDate letterDate; ///< printed on the letter; the local date of the run in the organization's zone
};

/// One letter, ready for the PDF writer.
struct Letter
{
    Document document;
    const Template *text = nullptr; ///< the template it was made from; owned by the composer
    QStringList emptyFields; ///< fields it shows that have no value
    QStringList unknownElements; ///< tokens of this person that stand for no known kind of information
    QString sha256; ///< see letterHash()
};

/// Makes letters out of recipients. Immutable once made; may be used from several threads.
class LetterComposer
{
public:
    explicit LetterComposer(LetterInputs inputs);

    [[nodiscard]] const LetterInputs &inputs() const { return m_inputs; }

    /// The letter of one person, also where it is not fit to be sent: for previews and checks. Fails with NotFound if
    /// no template serves the person's form. A `mark` such as "Proof" is added to the foot of each page, and is not
    /// part of the hash.
    [[nodiscard]] Result<Letter> compose(const LetterRecipient &recipient, const QString &mark = {}) const;

private:
    LetterInputs m_inputs;
    FieldValues m_values;

    [[nodiscard]] Document layOut(const Template &text, MergedLetter merged, const LetterRecipient &recipient) const;
};

/// SHA-256 of what a letter says: the template's hash, the letterhead, the date, the address and every block in a
/// canonical, length-prefixed form (FORMAT.md). Two letters with the same hash read the same, in whichever file they
/// stand.
QString letterHash(const Document &document, const QString &templateSha256);

} // namespace tocsin::notices
