// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/email_part.h"

#include "core/safe_file.h"
#include "core/text.h"
#include "notices/email_message.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

EmailPart::EmailPart(const LetterComposer &composer, const Instant &started, bool proof)
    : m_composer(composer), m_started(started), m_proof(proof)
{
}

Result<> EmailPart::begin(const PartPlace &place)
{
    m_part.pdf.number = place.number;
    m_folder = place.folder;
    m_number = place.lettersBefore;
    return {};
}

Result<> EmailPart::add(const LetterRecipient &recipient)
{
    ++m_number;
    TOCSIN_ASSIGN(const Letter letter,
                  wholeLetter(m_composer, recipient, m_proof ? u"Proof, not for sending"_s : QString()));
    TOCSIN_ASSIGN(const QByteArray message, messageOf(recipient, letter));
    TOCSIN_TRY(writeFileAtomically(QDir(m_folder).filePath(u"%1.eml"_s.arg(m_number, 6, 10, '0'_L1)), message));
    LetterRunRow row = runRowOf(recipient, letter);
    row.outcome = u"email"_s;
    row.part = m_part.pdf.number;
    row.firstPage = static_cast<int>(m_number);
    row.pages = 1;
    ++m_part.pdf.letters;
    ++m_part.pdf.pages;
    append(row);
    return {};
}

Result<QByteArray> EmailPart::messageOf(const LetterRecipient &recipient, const Letter &letter) const
{
    const Organization &sender = m_composer.inputs().organization;
    const EmailHead head{sender.name,
                         sender.email,
                         fullName(recipient),
                         recipient.email,
                         (m_proof ? u"[Proof] "_s : QString()) + letter.text->title,
                         m_started};
    // Tells this message from every other, and says nothing of anybody.
    const QString id
        = u"tocsin e-mail 1\n%1\n%2\n%3"_s.arg(letter.sha256, QString::number(m_number), m_started.toIso());
    return emailMessage(letter.document, head, sha256Hex(id.toUtf8()).left(32));
}

Result<> EmailPart::addUnreached(const LetterRecipient &recipient)
{
    LetterRunRow row = runRowOf(recipient);
    row.outcome = u"no-email"_s;
    append(row);
    return {};
}

Result<> EmailPart::finish()
{
    return syncFolder(m_folder);
}

} // namespace tocsin::notices
