// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/address_file.h"
#include "notices/part_maker.h"

#include <deque>

namespace tocsin::notices {

/// Letters as one PDF, with their envelopes or labels.
class LetterPart final : public PartMaker
{
public:
    LetterPart(const LetterComposer &composer, const AddressFiles &addresses, const Instant &started, bool proof);

    Result<> begin(const PartPlace &place) override;
    Result<> add(const LetterRecipient &recipient) override;
    Result<> addUnreached(const LetterRecipient &recipient) override;
    Result<> finish() override;

private:
    /// A row that waits until its address is on a sheet, since only then it is known whether it fits.
    struct Waiting
    {
        LetterRunRow row;
        qint64 address = -1; ///< its number in the part; -1 for none
    };

    const LetterComposer &m_composer;
    QString m_mark;
    Metadata m_metadata;
    PdfWriter m_writer;
    std::vector<AddressFile> m_addresses;
    std::deque<Waiting> m_waiting;

    void appendSettled();
};

} // namespace tocsin::notices
