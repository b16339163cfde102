// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/passphrase.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

constexpr qsizetype kMaxPassphrase = 1024;

/// Code points of UTF-8: the bytes that do not continue one.
qsizetype countCharacters(QByteArrayView utf8)
{
    return std::count_if(utf8.begin(), utf8.end(), [](char byte) { return (static_cast<uchar>(byte) & 0xC0) != 0x80; });
}

} // namespace

Result<> checkNewPassphrase(const SecureBytes &passphrase)
{
    TOCSIN_ASSIGN(const SecureBytes chosen, normalised(passphrase));
    if (countCharacters(chosen.view()) >= kShortestPassphrase)
        return {};
    return fail(ErrorCode::BadInput,
                u"A passphrase has at least %1 characters. Four or five words that do not belong together are strong "
                "and easy to keep."_s.arg(kShortestPassphrase));
}

Result<SecureBytes> normalised(const SecureBytes &passphrase)
{
    const QByteArrayView typed = passphrase.view();
    if (typed.isEmpty())
        return fail(ErrorCode::BadInput, u"The passphrase is empty."_s);
    if (typed.size() > kMaxPassphrase)
        return fail(ErrorCode::BadInput, u"The passphrase has more than %1 bytes."_s.arg(kMaxPassphrase));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(typed);
    if (decoder.hasError() || text.contains(QChar::Null)) {
        wipe(text);
        return fail(ErrorCode::BadInput, u"The passphrase is not text in UTF-8."_s);
    }
    QString composed = text.normalized(QString::NormalizationForm_C);
    SecureBytes result = SecureBytes::fromText(composed);
    wipe(composed);
    wipe(text);
    return result;
}

} // namespace tocsin::vault
