// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/part_maker.h"

#include "core/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

const QString kShortened = u"address-shortened"_s;

LetterRunRow rowOf(const LetterRecipient &recipient)
{
    LetterRunRow row;
    row.recipientId = recipient.id;
    row.state = withoutControlCharacters(recipient.state).simplified().left(32);
    row.form = toWord(recipient.form);
    return row;
}

/// The address as the letter itself has it.
QStringList addressOf(const Document &letter)
{
    for (const Block &block : letter.blocks) {
        if (const auto *address = std::get_if<AddressBlock>(&block))
            return address->lines;
    }
    return {};
}

} // namespace

PartMaker::PartMaker(const LetterComposer &composer, const AddressFiles &addresses, const Instant &started,
                     const QString &mark)
    : m_composer(composer), m_mark(mark)
{
    m_metadata.title = u"Letters"_s;
    m_metadata.author = composer.inputs().organization.name;
    m_metadata.created = started;
    for (const AddressSheet &sheet : sheetsOf(addresses))
        m_addresses.emplace_back(sheet, composer.inputs().organization, mark);
}

Result<> PartMaker::begin(int number, const QList<QIODevice *> &devices)
{
    m_part.pdf.number = number;
    TOCSIN_TRY(m_writer.begin(*devices.front(), m_metadata));
    for (size_t at = 0; at < m_addresses.size(); ++at)
        TOCSIN_TRY(m_addresses[at].begin(*devices.at(static_cast<qsizetype>(at) + 1), m_metadata));
    return {};
}

Result<> PartMaker::add(const LetterRecipient &recipient)
{
    TOCSIN_ASSIGN(const Letter letter, m_composer.compose(recipient, m_mark));
    const QStringList &unfit = letter.emptyFields.isEmpty() ? letter.unknownElements : letter.emptyFields;
    if (!unfit.isEmpty())
        return fail(ErrorCode::CheckFailed,
                    u"The letter of %1 cannot be made: “%2” has no value."_s.arg(recipient.id, unfit.front()));
    TOCSIN_ASSIGN(const PlacedDocument placed, m_writer.addDocument(letter.document));
    TOCSIN_TRY(addAddress(letter.document));
    LetterRunRow row = rowOf(recipient);
    row.outcome = placed.addressShortened ? kShortened : u"letter"_s;
    row.part = m_part.pdf.number;
    row.firstPage = placed.firstPage;
    row.pages = placed.pages;
    row.language = letter.text->language;
    row.overlay = letter.overlay ? letter.overlay->state : QString();
    row.sha256 = letter.sha256;
    m_part.pdf.pages += placed.pages;
    m_waiting.push_back({std::move(row), m_part.pdf.letters++});
    writeSettledRows();
    return {};
}

Result<> PartMaker::addWithoutAddress(const LetterRecipient &recipient)
{
    LetterRunRow row = rowOf(recipient);
    row.outcome = u"no-address"_s;
    ++m_part.withoutAddress;
    m_waiting.push_back({std::move(row)});
    writeSettledRows();
    return {};
}

Result<> PartMaker::addAddress(const Document &letter)
{
    for (AddressFile &file : m_addresses)
        TOCSIN_TRY(file.add(addressOf(letter)));
    return {};
}

Result<> PartMaker::finish()
{
    for (AddressFile &file : m_addresses) {
        TOCSIN_TRY(file.finish());
        m_part.pdf.addresses << file.made();
    }
    writeSettledRows();
    return m_writer.finish();
}

void PartMaker::writeSettledRows()
{
    const auto settled = [this](const Waiting &each) {
        return std::all_of(m_addresses.begin(), m_addresses.end(),
                           [&](const AddressFile &file) { return each.address < file.placed(); });
    };
    for (; !m_waiting.empty() && settled(m_waiting.front()); m_waiting.pop_front()) {
        Waiting &next = m_waiting.front();
        const bool cut = std::any_of(m_addresses.begin(), m_addresses.end(),
                                     [&](const AddressFile &file) { return file.wasShortened(next.address); });
        if (cut)
            next.row.outcome = kShortened;
        m_part.addressesShortened += next.row.outcome == kShortened ? 1 : 0;
        ++m_part.rows;
        m_rows += runCsvRow(next.row);
    }
}

} // namespace tocsin::notices
