// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sample_letter.h"

#include "notices/data_elements.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

Result<notices::Letter> composed(notices::LetterInputs inputs, QDate date, const notices::LetterRecipient &nobody)
{
    inputs.letterDate = date;
    const notices::LetterComposer composer(std::move(inputs));
    TOCSIN_ASSIGN(notices::Letter letter, composer.compose(nobody, u"Sample"_s));
    letter.text = nullptr; // the composer's, which ends here
    letter.overlay = nullptr;
    return letter;
}

} // namespace

notices::LetterRecipient nobodyIn(const QString &state, notices::LetterForm form, const QString &language,
                                  const law::Facts &facts)
{
    notices::LetterRecipient nobody;
    nobody.id = u"[reference]"_s;
    nobody.firstName = u"[First name]"_s;
    nobody.lastName = u"[Last name]"_s;
    nobody.address = {u"[Street]"_s};
    nobody.city = u"[City]"_s;
    nobody.state = state.isEmpty() ? u"[State]"_s : state;
    nobody.postalCode = u"[ZIP code]"_s;
    nobody.language = language;
    nobody.form = form;
    nobody.representative = form == notices::LetterForm::Adult ? QString() : u"[Representative]"_s;
    const QStringList words = facts.data.value_or(QStringList());
    for (const QString &word : words) {
        if (notices::dataElement(word, u"en"_s))
            nobody.dataElements << notices::dataToken(word);
    }
    return nobody;
}

Result<SampleLetter> sampleLetter(const LetterMaterial &letters, const QString &state, const law::Facts &facts)
{
    const notices::LetterRecipient nobody = nobodyIn(state, notices::LetterForm::Adult, u"en"_s, facts);
    TOCSIN_ASSIGN(notices::Letter letter, composed(letters.inputs, letters.inputs.letterDate, nobody));
    TOCSIN_ASSIGN(const notices::Letter undated, composed(letters.inputs, {}, nobody));
    return SampleLetter{std::move(letter.document), letter.emptyFields, !nobody.dataElements.isEmpty(), undated.sha256};
}

} // namespace tocsin::jobs
