// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/letter_part.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

const QString kShortened = u"address-shortened"_s;

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

LetterPart::LetterPart(const LetterComposer &composer, const AddressFiles &addresses, const Instant &started,
                       bool proof)
    : m_composer(composer), m_mark(proof ? u"Proof, not for mailing"_s : QString())
{
    m_metadata.title = composer.inputs().medium == Medium::Phone ? u"Telephone scripts"_s : u"Letters"_s;
    m_metadata.author = composer.inputs().organization.name;
    m_metadata.created = started;
    for (const AddressSheet &sheet : sheetsOf(addresses))
        m_addresses.emplace_back(sheet, composer.inputs().organization, m_mark);
}

Result<> LetterPart::begin(const PartPlace &place)
{
    m_part.pdf.number = place.number;
    TOCSIN_TRY(m_writer.begin(*place.devices.front(), m_metadata));
    for (size_t at = 0; at < m_addresses.size(); ++at)
        TOCSIN_TRY(m_addresses[at].begin(*place.devices.at(static_cast<qsizetype>(at) + 1), m_metadata));
    return {};
}

Result<> LetterPart::add(const LetterRecipient &recipient)
{
    TOCSIN_ASSIGN(const Letter letter, wholeLetter(m_composer, recipient, m_mark));
    TOCSIN_ASSIGN(const PlacedDocument placed, m_writer.addDocument(letter.document));
    for (AddressFile &file : m_addresses)
        TOCSIN_TRY(file.add(addressOf(letter.document)));
    LetterRunRow row = runRowOf(recipient, letter);
    const QString made = m_composer.inputs().medium == Medium::Phone ? u"script"_s : u"letter"_s;
    row.outcome = placed.addressShortened ? kShortened : made;
    row.part = m_part.pdf.number;
    row.firstPage = placed.firstPage;
    row.pages = placed.pages;
    m_part.pdf.pages += placed.pages;
    m_waiting.push_back({std::move(row), m_part.pdf.letters++});
    appendSettled();
    return {};
}

Result<> LetterPart::addUnreached(const LetterRecipient &recipient)
{
    LetterRunRow row = runRowOf(recipient);
    row.outcome = u"no-address"_s;
    m_waiting.push_back({std::move(row)});
    appendSettled();
    return {};
}

Result<> LetterPart::finish()
{
    for (AddressFile &file : m_addresses) {
        TOCSIN_TRY(file.finish());
        m_part.pdf.addresses << file.made();
    }
    appendSettled();
    return m_writer.finish();
}

void LetterPart::appendSettled()
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
        append(next.row);
    }
}

} // namespace tocsin::notices
