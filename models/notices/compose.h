// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/merge.h"
#include "notices/overlay_set.h"

#include <QDate>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <tuple>

namespace tocsin::notices {

/// What all letters of a run have in common.
struct LetterInputs
{
    TemplateSet templates;
    Organization organization;
    IncidentFields incident;
    QDate letterDate; ///< printed on the letter; the local date of the run in the organization's zone
    OverlaySet overlays = {}; ///< what the law of the States changes
    Medium medium = Medium::Post;

    /// Whether these letters follow an earlier one: a supplement or a correction.
    [[nodiscard]] bool isFollowUp() const;
};

/// One letter, ready for the PDF writer.
struct Letter
{
    Document document;
    const Template *text = nullptr; ///< the template it was made from, overlay included; owned by the composer
    const Overlay *overlay = nullptr; ///< of the State of residence; null if it asks for nothing
    QStringList emptyFields; ///< fields it shows that have no value
    QStringList unknownElements; ///< tokens of this person that stand for no known kind of information
    QString sha256; ///< see letterHash()
};

/// Makes letters out of recipients: each gets the template of form and language, with the overlay of the State of
/// residence. May be used from several threads.
class LetterComposer
{
public:
    explicit LetterComposer(LetterInputs inputs);

    [[nodiscard]] const LetterInputs &inputs() const { return m_inputs; }

    /// The template a person's letter is made from: in the person's language, or in English if there is no template in
    /// it or nobody has told the incident in it. Null if no template serves the form.
    [[nodiscard]] const Template *templateFor(LetterForm form, const QString &language) const;

    /// The letter of one person, also where it is not fit to be sent: for previews and checks. Fails with NotFound if
    /// no template serves the person's form. A `mark` such as "Proof" is added to the foot of each page, and is not
    /// part of the hash.
    [[nodiscard]] Result<Letter> compose(const LetterRecipient &recipient, const QString &mark = {}) const;

private:
    /// A template, a State, and which of its conditional demands hold.
    using TextKey = std::tuple<const Template *, const Overlay *, quint64>;

    LetterInputs m_inputs;
    std::map<QString, FieldValues> m_values; ///< by language of the templates
    mutable std::mutex m_mutex;
    mutable std::map<TextKey, std::unique_ptr<Template>> m_texts; ///< made once each, as recipients ask for them

    [[nodiscard]] const Template &textFor(const Template &text, const Overlay *overlay,
                                          const QStringList &elements) const;
    [[nodiscard]] Document layOut(const Letter &letter, MergedLetter merged, const LetterRecipient &recipient) const;
};

/// SHA-256 of what a letter says: the template's hash, the letterhead, the date, the address and every block in a
/// canonical, length-prefixed form (FORMAT.md). Two letters with the same hash read the same, in whichever file they
/// stand.
QString letterHash(const Document &document, const QString &templateSha256);

} // namespace tocsin::notices
