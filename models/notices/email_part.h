// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/part_maker.h"

namespace tocsin::notices {

/// A folder of e-mails. Nothing is sent. The messages have running numbers over the whole run as their names, so that
/// none of them tells of a person, and nothing of a message depends on which process made it.
class EmailPart final : public PartMaker
{
public:
    EmailPart(const LetterComposer &composer, const Instant &started, bool proof);

    Result<> begin(const PartPlace &place) override;
    Result<> add(const LetterRecipient &recipient) override;
    Result<> addUnreached(const LetterRecipient &recipient) override;
    Result<> finish() override;

private:
    const LetterComposer &m_composer;
    Instant m_started;
    bool m_proof;
    QString m_folder;
    qint64 m_number = 0; ///< of the latest message

    [[nodiscard]] Result<QByteArray> messageOf(const LetterRecipient &recipient, const Letter &letter) const;
};

} // namespace tocsin::notices
