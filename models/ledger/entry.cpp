// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/entry.h"

#include "core/text.h"
#include "ledger/canonical_cbor.h"
#include "ledger/hashing.h"
#include "ledger/wire_text.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

namespace {

QByteArray randomSalt()
{
    QByteArray salt(kSaltSize, Qt::Uninitialized);
    randombytes_buf(salt.data(), static_cast<size_t>(salt.size()));
    return salt;
}

Failure badField(const QString &field, const QString &expected)
{
    return fail(ErrorCode::BadInput, u"Ledger entry, %1: expected %2."_s.arg(field, expected));
}

Result<> checkText(const QString &field, const QString &text, bool required)
{
    constexpr qsizetype kMost = 200;
    const bool ok = text.size() <= kMost && (!required || !text.isEmpty()) && text.isValidUtf16()
        && !hasControlCharacters(text) && !text.contains(u'\n') && !text.contains(u'\r') && !text.contains(u'\t');
    if (!ok)
        return badField(field,
                        u"one line of at most %1 characters%2"_s.arg(kMost).arg(required ? u", not empty"_s : u""_s));
    return {};
}

Result<> checkParts(const QByteArray &payload, const QByteArray &previousHash, const Salts &salts)
{
    if (payload.size() > kMaxPayloadSize)
        return badField(u"payload"_s, u"at most %1 bytes"_s.arg(kMaxPayloadSize));
    if (previousHash.size() != kHashSize)
        return badField(u"previous hash"_s, u"%1 bytes"_s.arg(kHashSize));
    if (salts.header.size() != kSaltSize || salts.payload.size() != kSaltSize)
        return badField(u"salts"_s, u"two of %1 bytes"_s.arg(kSaltSize));
    TOCSIN_TRY(decodeCanonical(payload));
    return {};
}

} // namespace

Salts Salts::random()
{
    // May be called again and again. Without it, secrets could come from a generator that is not set up.
    if (sodium_init() < 0)
        qFatal("libsodium cannot be set up");
    return {randomSalt(), randomSalt()};
}

QByteArray genesisHash(const QString &storeId)
{
    return Sha256().label("tocsin-genesis-v1").prefixed(storeId.toUtf8()).result();
}

Result<> checkStoreId(const QString &storeId)
{
    if (storeId.isEmpty() || storeId.size() > 64 || !isAsciiOf(storeId, u".-"))
        return fail(ErrorCode::BadInput, u"A store's id is 1 to 64 letters, digits, dots and hyphens."_s);
    return {};
}

Result<> checkHeader(const EntryHeader &header)
{
    if (header.sequence < 1 || header.sequence > kMaxSequence)
        return badField(u"sequence"_s, u"a number from 1 to %1"_s.arg(kMaxSequence));
    if (!isKeepable(header.at))
        return badField(u"at"_s, u"an instant from 1970 to 9999 with the name of its zone"_s);
    if (header.actorKey.size() != kKeySize)
        return badField(u"actor key"_s, u"%1 bytes"_s.arg(kKeySize));
    TOCSIN_TRY(checkText(u"actor name"_s, header.actorName, true));
    TOCSIN_TRY(checkText(u"actor role"_s, header.actorRole, true));
    TOCSIN_TRY(checkText(u"action"_s, header.action, true));
    TOCSIN_TRY(checkText(u"incident"_s, header.incident, false));
    TOCSIN_TRY(checkText(u"subject"_s, header.subject, false));
    if (!isAsciiOf(header.action, u".-") || header.action != header.action.toLower())
        return badField(u"action"_s, u"lower-case words joined by dots and hyphens, such as task.move"_s);
    return {};
}

QByteArray headerBytes(const EntryHeader &header)
{
    CborWriter out;
    out.array(9);
    out.integer(header.sequence);
    out.integer(header.at.msecs());
    out.text(QString::fromLatin1(header.at.zone()));
    out.bytes(header.actorKey);
    out.text(header.actorName);
    out.text(header.actorRole);
    out.text(header.action);
    out.text(header.incident);
    out.text(header.subject);
    return out.written();
}

QByteArray headerDigest(const EntryHeader &header, const QByteArray &salt)
{
    return Sha256().label("tocsin-header-v1").prefixed(salt).prefixed(headerBytes(header)).result();
}

QByteArray payloadDigest(const QByteArray &payload, const QByteArray &salt)
{
    return Sha256().label("tocsin-payload-v1").prefixed(salt).prefixed(payload).result();
}

QByteArray entryHash(const QByteArray &previousHash, const QByteArray &headerDigest, const QByteArray &payloadDigest)
{
    return Sha256()
        .label("tocsin-ledger-v1")
        .prefixed(previousHash)
        .prefixed(headerDigest)
        .prefixed(payloadDigest)
        .result();
}

QByteArray entrySigningMessage(const QByteArray &hash)
{
    return "tocsin-entry-v1" + hash;
}

bool isSignedBy(const QByteArray &key, QByteArrayView message, const QByteArray &signature)
{
    if (key.size() != kKeySize || signature.size() != kSignatureSize)
        return false;
    const auto bytes = [](auto *data) { return reinterpret_cast<const unsigned char *>(data); };
    return crypto_sign_verify_detached(bytes(signature.constData()), bytes(message.data()),
                                       static_cast<unsigned long long>(message.size()), bytes(key.constData()))
        == 0;
}

Result<Entry> seal(const EntryHeader &header, const QByteArray &payload, const QByteArray &previousHash,
                   const Salts &salts, const Signer &signer)
{
    TOCSIN_TRY(checkHeader(header));
    TOCSIN_TRY(checkParts(payload, previousHash, salts));

    Entry entry{header, previousHash, salts, payload, {}, {}, {}};
    entry.payloadDigest = payloadDigest(payload, salts.payload);
    entry.hash = entryHash(previousHash, headerDigest(header, salts.header), entry.payloadDigest);
    const QByteArray message = entrySigningMessage(entry.hash);
    entry.signature = signer(message);
    if (!isSignedBy(header.actorKey, message, entry.signature))
        return fail(ErrorCode::Locked, u"The entry could not be signed with the key of %1."_s.arg(header.actorName));
    return entry;
}

Entry withPayloadWithheld(Entry entry)
{
    entry.payload.reset();
    entry.salts.payload.clear();
    return entry;
}

} // namespace tocsin::ledger
