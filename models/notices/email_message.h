// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/result.h"
#include "notices/document/document.h"

namespace tocsin::notices {

/// Whether a text can stand as an address in a header as it is: one mailbox of RFC 5321 in plain ASCII, without quotes,
/// comments or a name, and with a domain that has a dot.
bool canBeMailbox(const QString &address);

struct EmailHead
{
    QString fromName;
    QString fromAddress;
    QString toName;
    QString toAddress;
    QString subject;
    Instant sent; ///< stands in the message as its date
};

/// A letter as a message (RFC 5322, MIME multipart/alternative): plain text and HTML in UTF-8, both in base64, so that
/// no text can pass for a header or a boundary; CRLF line ends. The postal address of the letter is left out. The same
/// letter, head and `id` give the same bytes; `id` tells messages apart, in letters, digits and hyphens. Fails with
/// BadInput for an address that canBeMailbox() refuses.
Result<QByteArray> emailMessage(const Document &letter, const EmailHead &head, const QString &id);

} // namespace tocsin::notices
