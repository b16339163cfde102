// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/email_message.h"

#include "core/text.h"
#include "notices/sheet_files.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr qsizetype kLongestMailbox = 254; // RFC 5321, 4.5.3.1.3, less the brackets
constexpr qsizetype kLongestLocalPart = 64;
constexpr qsizetype kBase64Line = 76;
// Of an encoded word: as Base64, with its marks, and behind "Subject: " on one line of at most 76 (RFC 2047, 2).
constexpr qsizetype kWordBytes = 39;

/// Text as encoded words (RFC 2047), each of whole characters, on lines of their own. Nothing in them can end a header.
QByteArray encodedWords(const QString &text)
{
    const QString tidy = withoutControlCharacters(text).simplified();
    QByteArrayList words;
    QByteArray bytes;
    const auto close = [&] {
        if (!bytes.isEmpty())
            words << "=?UTF-8?B?" + bytes.toBase64() + "?=";
        bytes.clear();
    };
    const QList<uint> characters = tidy.toUcs4();
    for (const uint each : characters) {
        const char32_t code = each;
        const QByteArray character = QString::fromUcs4(&code, 1).toUtf8();
        if (bytes.size() + character.size() > kWordBytes)
            close();
        bytes += character;
    }
    close();
    return words.join("\r\n ");
}

QByteArray mailbox(const QString &name, const QString &address)
{
    const QByteArray words = encodedWords(name);
    const QByteArray bare = '<' + address.toLatin1() + '>';
    return words.isEmpty() ? bare : words + "\r\n " + bare;
}

QByteArray dateOf(const Instant &at)
{
    const QLocale c = QLocale::c();
    const QDateTime local = at.toDateTime();
    const int offset = local.offsetFromUtc() / 60;
    const QString zone = u"%1%2%3"_s.arg(offset < 0 ? "-"_L1 : "+"_L1)
                             .arg(std::abs(offset) / 60, 2, 10, '0'_L1)
                             .arg(std::abs(offset) % 60, 2, 10, '0'_L1);
    return (c.toString(local, u"ddd, d MMM yyyy HH:mm:ss "_s) + zone).toLatin1();
}

QByteArray bodyPart(const QByteArray &type, const QString &text)
{
    QByteArray part = "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    const QByteArray coded = text.toUtf8().toBase64();
    for (qsizetype at = 0; at < coded.size(); at += kBase64Line)
        part += coded.mid(at, kBase64Line) + "\r\n";
    return part;
}

Document withoutPostalAddress(Document letter)
{
    std::erase_if(letter.blocks, [](const Block &block) { return std::holds_alternative<AddressBlock>(block); });
    return letter;
}

} // namespace

bool canBeMailbox(const QString &address)
{
    static const QRegularExpression form(
        u"\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
        "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\z"_s);
    return address.size() <= kLongestMailbox && address.indexOf(u'@') <= kLongestLocalPart
        && form.match(address).hasMatch();
}

Result<QByteArray> emailMessage(const Document &letter, const EmailHead &head, const QString &id)
{
    if (!canBeMailbox(head.fromAddress))
        return fail(ErrorCode::BadInput, u"The organization's e-mail address cannot be a sender."_s);
    if (!canBeMailbox(head.toAddress))
        return fail(ErrorCode::BadInput, u"An e-mail address of the roster cannot be written to."_s);
    const Document document = withoutPostalAddress(letter);
    const QByteArray mark = id.toLatin1();
    // Base64 has no “_”, so that no line of the parts can be this one.
    const QByteArray boundary = "tocsin_" + mark;
    const QByteArray domain = head.fromAddress.section(u'@', -1).toLatin1();
    QByteArray message = "From: " + mailbox(head.fromName, head.fromAddress) + "\r\n";
    message += "To: " + mailbox(head.toName, head.toAddress) + "\r\n";
    message += "Subject: " + encodedWords(head.subject) + "\r\n";
    message += "Date: " + dateOf(head.sent) + "\r\n";
    message += "Message-ID: <" + mark + '@' + domain + ">\r\n";
    message += "Content-Language: " + document.metadata.language.toLatin1() + "\r\n";
    message += "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
    message += "--" + boundary + "\r\n" + bodyPart("text/plain", toPlainText(document));
    message += "--" + boundary + "\r\n" + bodyPart("text/html", toHtml(document));
    message += "--" + boundary + "--\r\n";
    return message;
}

} // namespace tocsin::notices
