// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/key_slot.h"

#include "vault/hkdf.h"
#include "vault/passphrase.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

constexpr qint64 kMaxFactorFile = qint64{256} * 1024 * 1024;

uchar *raw(QByteArray &bytes)
{
    return reinterpret_cast<uchar *>(bytes.data());
}

const uchar *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const uchar *>(bytes.constData());
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    randombytes_buf(bytes.data(), size_t(size));
    return bytes;
}

/// SHA-256 of the second factor's content, read as a stream.
Result<QByteArray> factorDigest(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile() || info.size() == 0 || info.size() > kMaxFactorFile) {
        return fail(ErrorCode::BadInput,
                    u"“%1” cannot be a key file: it has to be a file of 1 byte to 256 MiB."_s.arg(path));
    }
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::BadInput, u"The key file “%1” cannot be read: %2."_s.arg(path, file.errorString()));
    return hash.result();
}

QByteArray littleEndian(quint64 value)
{
    QByteArray bytes(qsizetype(sizeof value), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// What the wrapping is bound to: keys wrapped for one slot, store or cost cannot be passed off as another's.
QByteArray associatedData(const QUuid &store, const KeySlot &slot)
{
    return QByteArray("tocsin/1 slot") + store.toRfc4122() + slot.id + littleEndian(slot.cost.memoryKiB)
        + littleEndian(slot.cost.passes) + slot.salt + (slot.needsKeyFile ? '\1' : '\0') + slot.boxPublicKey
        + slot.signPublicKey;
}

} // namespace

Failure lockedFailure()
{
    return fail(
        ErrorCode::Locked,
        u"This passphrase, with this key file if there is one, opens no slot for this person. Check the name, the "
        "passphrase and the key file."_s);
}

Result<SecureBytes> passphraseKey(const SecureBytes &passphrase, const QString &keyFile, const QByteArray &salt,
                                  KdfCost cost)
{
    TOCSIN_ASSIGN(SecureBytes input, normalised(passphrase));
    if (!keyFile.isEmpty()) {
        TOCSIN_ASSIGN(const QByteArray digest, factorDigest(keyFile));
        SecureBytes both(input.size() + 1 + digest.size()); // the byte between stays zero
        std::copy_n(input.constData(), input.size(), both.data());
        std::copy_n(raw(digest), digest.size(), both.data() + input.size() + 1);
        input = std::move(both);
    }
    SecureBytes key(kKeySize);
    const int derived = crypto_pwhash(
        key.data(), quint64(key.size()), reinterpret_cast<const char *>(input.constData()), quint64(input.size()),
        raw(salt), cost.passes, size_t(cost.memoryKiB) * 1024, crypto_pwhash_ALG_ARGON2ID13);
    if (derived != 0) {
        return fail(
            ErrorCode::Io,
            u"There is not enough memory to check the passphrase: %1 MiB are needed. Close other programs."_s.arg(
                cost.memoryKiB / 1024));
    }
    return key;
}

Result<> checkPerson(const NewPerson &person)
{
    if (!isPersonName(person.name)) {
        return fail(ErrorCode::BadInput,
                    u"A person's name has 1 to 200 characters, no control characters, and no space at its ends."_s);
    }
    if (!isRoleToken(person.roleToken))
        return fail(ErrorCode::BadInput, u"A role is 1 to 40 lower-case letters, digits and hyphens."_s);
    return {};
}

Result<KeySlot> makeSlot(const QUuid &store, const NewPerson &person, const SecureBytes &master, const Instant &now)
{
    TOCSIN_TRY(checkPerson(person));
    KeySlot slot;
    slot.id = randomBytes(16);
    slot.personName = person.name;
    slot.roleToken = person.roleToken;
    slot.created = now.inZone("UTC");
    slot.boxPublicKey = QByteArray(crypto_box_PUBLICKEYBYTES, '\0');
    slot.signPublicKey = QByteArray(crypto_sign_PUBLICKEYBYTES, '\0');
    SlotSecrets secrets{SecureBytes(crypto_box_SECRETKEYBYTES), SecureBytes::random(crypto_sign_SEEDBYTES)};
    crypto_box_keypair(raw(slot.boxPublicKey), secrets.boxSecretKey.data());
    SecureBytes signSecretKey(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(raw(slot.signPublicKey), signSecretKey.data(), secrets.signSeed.constData());
    slot.sealedMaster = sealMaster(master, slot.boxPublicKey);
    TOCSIN_TRY(wrapSlot(store, slot, secrets, person.passphrase, person.keyFile, person.cost));
    return slot;
}

Result<> wrapSlot(const QUuid &store, KeySlot &slot, const SlotSecrets &secrets, const SecureBytes &passphrase,
                  const QString &keyFile, KdfCost cost)
{
    if (!cost.isWithinBounds())
        return fail(ErrorCode::Usage, u"The key derivation takes 8 MiB to 4 GiB and 1 to 16 passes."_s);
    const QByteArray salt = randomBytes(crypto_pwhash_SALTBYTES);
    TOCSIN_ASSIGN(const SecureBytes key, passphraseKey(passphrase, keyFile, salt, cost));
    slot.cost = cost;
    slot.needsKeyFile = !keyFile.isEmpty();
    slot.salt = salt;
    slot.nonce = randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);

    SecureBytes plain(secrets.boxSecretKey.size() + secrets.signSeed.size());
    std::copy_n(secrets.boxSecretKey.constData(), secrets.boxSecretKey.size(), plain.data());
    std::copy_n(secrets.signSeed.constData(), secrets.signSeed.size(), plain.data() + secrets.boxSecretKey.size());
    slot.wrappedKeys = QByteArray(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    const QByteArray bound = associatedData(store, slot);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(slot.wrappedKeys), nullptr, plain.constData(), quint64(plain.size()),
                                               raw(bound), quint64(bound.size()), nullptr,
                                               raw(std::as_const(slot.nonce)), key.constData());
    return {};
}

Result<SlotSecrets> openSlot(const QUuid &store, const KeySlot &slot, const SecureBytes &passphrase,
                             const QString &keyFile)
{
    TOCSIN_ASSIGN(const SecureBytes key, passphraseKey(passphrase, keyFile, slot.salt, slot.cost));
    SecureBytes plain(crypto_box_SECRETKEYBYTES + crypto_sign_SEEDBYTES);
    const QByteArray bound = associatedData(store, slot);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        plain.data(), nullptr, nullptr, raw(slot.wrappedKeys), quint64(slot.wrappedKeys.size()), raw(bound),
        quint64(bound.size()), raw(slot.nonce), key.constData());
    if (opened != 0)
        return lockedFailure();
    return SlotSecrets{SecureBytes::copyOf(plain.view().first(crypto_box_SECRETKEYBYTES)),
                       SecureBytes::copyOf(plain.view().last(crypto_sign_SEEDBYTES))};
}

QByteArray sealMaster(const SecureBytes &master, const QByteArray &boxPublicKey)
{
    QByteArray sealed(master.size() + qsizetype(crypto_box_SEALBYTES), '\0');
    crypto_box_seal(raw(sealed), master.constData(), quint64(master.size()), raw(boxPublicKey));
    return sealed;
}

std::optional<SecureBytes> unsealMaster(const QByteArray &sealed, const KeySlot &slot, const SlotSecrets &secrets)
{
    if (sealed.size() != kKeySize + qsizetype(crypto_box_SEALBYTES))
        return std::nullopt;
    SecureBytes master(kKeySize);
    const int opened = crypto_box_seal_open(master.data(), raw(sealed), quint64(sealed.size()), raw(slot.boxPublicKey),
                                            secrets.boxSecretKey.constData());
    return opened == 0 ? std::optional(std::move(master)) : std::nullopt;
}

QList<KeySlot> settledSlots(const QList<KeySlot> &slotList, bool isNext)
{
    QList<KeySlot> settled;
    for (KeySlot slot : slotList) {
        if (isNext && slot.sealedNext.isEmpty())
            continue;
        if (isNext)
            slot.sealedMaster = slot.sealedNext;
        slot.sealedNext.clear();
        settled.append(slot);
    }
    return settled;
}

SlotInfo infoOf(const KeySlot &slot)
{
    return {slot.id, slot.personName, slot.roleToken, slot.signPublicKey, slot.created, slot.cost, slot.needsKeyFile};
}

Identity identityOf(const KeySlot &slot, const SlotSecrets &secrets)
{
    SecureBytes secretKey(crypto_sign_SECRETKEYBYTES);
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    crypto_sign_seed_keypair(raw(publicKey), secretKey.data(), secrets.signSeed.constData());
    return {slot.id, slot.personName, slot.roleToken, std::move(secretKey), publicKey};
}

} // namespace tocsin::vault
