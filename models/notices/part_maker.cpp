// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/part_maker.h"

#include "core/text.h"
#include "notices/email_part.h"
#include "notices/letter_part.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

std::unique_ptr<PartMaker> PartMaker::make(const LetterComposer &composer, const AddressFiles &addresses,
                                           const Instant &started, bool proof)
{
    if (composer.inputs().medium == Medium::Email)
        return std::make_unique<EmailPart>(composer, started, proof);
    return std::make_unique<LetterPart>(composer, addresses, started, proof);
}

void PartMaker::append(const LetterRunRow &row)
{
    ++m_part.rows;
    m_part.withoutAddress += row.part == 0 ? 1 : 0;
    m_rows += runCsvRow(row);
}

Result<Letter> wholeLetter(const LetterComposer &composer, const LetterRecipient &recipient, const QString &mark)
{
    TOCSIN_ASSIGN(Letter letter, composer.compose(recipient, mark));
    const QStringList &unfit = letter.emptyFields.isEmpty() ? letter.unknownElements : letter.emptyFields;
    if (unfit.isEmpty())
        return letter;
    return fail(ErrorCode::CheckFailed,
                u"The letter of %1 cannot be made: “%2” has no value."_s.arg(recipient.id, unfit.front()));
}

LetterRunRow runRowOf(const LetterRecipient &recipient)
{
    LetterRunRow row;
    row.recipientId = recipient.id;
    row.state = withoutControlCharacters(recipient.state).simplified().left(32);
    row.form = toWord(recipient.form);
    return row;
}

LetterRunRow runRowOf(const LetterRecipient &recipient, const Letter &letter)
{
    LetterRunRow row = runRowOf(recipient);
    row.language = letter.text->language;
    row.overlay = letter.overlay ? letter.overlay->state : QString();
    row.sha256 = letter.sha256;
    return row;
}

} // namespace tocsin::notices
