// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/key_file.h"

#include "core/json_reader.h"
#include "core/text.h"
#include "vault/hkdf.h"

#include <QJsonDocument>
#include <QSet>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

constexpr QByteArrayView kMagic = "tocsin-keys ";
constexpr qsizetype kMaxHeader = 256;
constexpr qint64 kMaxGeneration = qint64{1} << 50;
constexpr qsizetype kIdSize = 16;
constexpr qsizetype kSaltSize = 16;
constexpr qsizetype kNonceSize = 24;
constexpr qsizetype kWrappedSize = 80;
constexpr qsizetype kSealedSize = 80;
constexpr int kHexDigits = 64;

QByteArray macOf(QByteArrayView body, const SecureBytes &master)
{
    const SecureBytes key = deriveKey(master, KeyPurpose::KeyFile);
    const QByteArray covered = QByteArray("tocsin-keys 1\n").append(body);
    return hmacSha256(key.view(), covered);
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QJsonObject slotToJson(const KeySlot &slot)
{
    QJsonObject object{
        {u"id"_s, hex(slot.id)},
        {u"name"_s, slot.personName},
        {u"role"_s, slot.roleToken},
        {u"created"_s, slot.created.toIso()},
        {u"kdf"_s,
         QJsonObject{{u"algorithm"_s, u"argon2id13"_s},
                     {u"memory_kib"_s, qint64(slot.cost.memoryKiB)},
                     {u"passes"_s, qint64(slot.cost.passes)},
                     {u"salt"_s, hex(slot.salt)},
                     {u"key_file"_s, slot.needsKeyFile}}},
        {u"nonce"_s, hex(slot.nonce)},
        {u"wrapped"_s, hex(slot.wrappedKeys)},
        {u"x25519"_s, hex(slot.boxPublicKey)},
        {u"ed25519"_s, hex(slot.signPublicKey)},
        {u"sealed"_s, hex(slot.sealedMaster)},
    };
    if (!slot.sealedNext.isEmpty())
        object.insert(u"sealed_next"_s, hex(slot.sealedNext));
    return object;
}

QByteArray bodyOf(const KeyFile &file)
{
    QJsonArray slotList;
    for (const KeySlot &slot : file.slotList)
        slotList.append(slotToJson(slot));
    const QJsonObject object{{u"store"_s, file.store.toString(QUuid::WithoutBraces)},
                             {u"generation"_s, qint64(file.generation)},
                             {u"slots"_s, slotList}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Exactly `size` bytes in lower-case hexadecimal.
QByteArray readHex(JsonReader &reader, QLatin1StringView key, qsizetype size, bool required = true)
{
    const QByteArray text = reader.string(key, required).toLatin1();
    if (text.isEmpty() && !required)
        return {};
    const QByteArray bytes = QByteArray::fromHex(text);
    if (bytes.size() == size && bytes.toHex() == text)
        return bytes;
    reader.failAt(key, u"%1 bytes as lower-case hexadecimal digits"_s.arg(size));
    return {};
}

void readCost(JsonReader &reader, KeySlot &slot)
{
    reader.object("kdf"_L1, [&slot](JsonReader &kdf) {
        kdf.word("algorithm"_L1, {"argon2id13"_L1});
        slot.cost.memoryKiB
            = quint64(kdf.integer("memory_kib"_L1, qint64{8} * 1024, qint64{4} * 1024 * 1024).value_or(0));
        slot.cost.passes = quint32(kdf.integer("passes"_L1, 1, 16).value_or(0));
        slot.salt = readHex(kdf, "salt"_L1, kSaltSize);
        slot.needsKeyFile = kdf.boolean("key_file"_L1).value_or(false);
    });
}

KeySlot readSlot(JsonReader &reader)
{
    KeySlot slot;
    slot.id = readHex(reader, "id"_L1, kIdSize);
    slot.personName = reader.string("name"_L1);
    if (!isPersonName(slot.personName))
        reader.failAt("name"_L1, u"1 to 200 characters, none of them a control character"_s);
    slot.roleToken = reader.string("role"_L1);
    if (!isRoleToken(slot.roleToken))
        reader.failAt("role"_L1, u"1 to 40 lower-case letters, digits and hyphens"_s);
    const Result<Instant> created = Instant::parse(reader.string("created"_L1));
    if (created)
        slot.created = *created;
    else
        reader.failAt("created"_L1, u"an ISO 8601 instant with its offset"_s);
    readCost(reader, slot);
    slot.nonce = readHex(reader, "nonce"_L1, kNonceSize);
    slot.wrappedKeys = readHex(reader, "wrapped"_L1, kWrappedSize);
    slot.boxPublicKey = readHex(reader, "x25519"_L1, kKeySize);
    slot.signPublicKey = readHex(reader, "ed25519"_L1, kKeySize);
    slot.sealedMaster = readHex(reader, "sealed"_L1, kSealedSize);
    slot.sealedNext = readHex(reader, "sealed_next"_L1, kSealedSize, false);
    return slot;
}

Result<KeyFile> parseBody(const QByteArray &body)
{
    TOCSIN_ASSIGN(QJsonObject object, parseJsonObject(body, u"key file"_s));
    JsonReader reader(std::move(object), u"key file"_s);
    KeyFile file;
    file.body = body;
    const QString store = reader.string("store"_L1);
    file.store = QUuid::fromString(store);
    if (file.store.isNull() || file.store.toString(QUuid::WithoutBraces) != store)
        reader.failAt("store"_L1, u"a UUID in lower case without braces"_s);
    file.generation = quint64(reader.integer("generation"_L1, 1, kMaxGeneration).value_or(0));
    reader.objects("slots"_L1, [&file](JsonReader &slot) { file.slotList.append(readSlot(slot)); });
    QSet<QByteArray> ids;
    QSet<QString> names;
    for (const KeySlot &slot : std::as_const(file.slotList)) {
        ids.insert(slot.id);
        names.insert(slot.personName.toCaseFolded());
    }
    const qsizetype count = file.slotList.size();
    if (count < 1 || count > kMaxSlots || ids.size() != count || names.size() != count)
        reader.failAt("slots"_L1, u"1 to %1 slots with different ids and names"_s.arg(kMaxSlots));
    TOCSIN_TRY(reader.finish());
    return file;
}

Failure damaged(const QString &detail)
{
    return fail(
        ErrorCode::StoreDamaged,
        u"The key file is damaged in both of its copies. Nothing was deleted: put back a copy of it, restore the "
        "latest backup to another place, or use the recovery kit."_s,
        detail);
}

Failure tooNew(int format)
{
    return fail(
        ErrorCode::StoreTooNew,
        u"The key file was written by a newer Tocsin: its format is %1, and this Tocsin knows formats up to %2. "
        "Open the store with the newer one."_s.arg(format)
            .arg(kKeyFileFormat));
}

/// Reads the copy that starts the bytes: "tocsin-keys FORMAT LENGTH MAC CHECKSUM", a line break, and the body.
Result<KeyFile> parseCopy(QByteArrayView bytes)
{
    if (!bytes.startsWith(kMagic))
        return damaged(u"no start mark"_s);
    const qsizetype end = bytes.first(std::min(bytes.size(), kMaxHeader)).indexOf('\n');
    if (end < 0)
        return damaged(u"no end of the first line"_s);
    const QList<QByteArray> words = bytes.first(end).toByteArray().split(' ');
    bool isNumber = false;
    const int format = words.value(1).toInt(&isNumber);
    if (isNumber && format > kKeyFileFormat)
        return tooNew(format);
    if (!isNumber || format != kKeyFileFormat || words.size() != 5)
        return damaged(u"first line"_s);
    const qint64 length = words[2].toLongLong(&isNumber);
    if (!isNumber || length < 0 || length > bytes.size() - end - 1)
        return damaged(u"length"_s);
    const QByteArray body = bytes.sliced(end + 1, length).toByteArray();
    const QByteArray covered = words.first(4).join(' ') + ' ' + body;
    if (words[3].size() != kHexDigits || sha256Hex(covered).toLatin1() != words[4])
        return damaged(u"checksum"_s);
    Result<KeyFile> file = parseBody(body);
    if (!file)
        return damaged(file.error().message);
    file->mac = QByteArray::fromHex(words[3]);
    return file;
}

} // namespace

bool isPersonName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 200 && name.trimmed() == name && !hasControlCharacters(name)
        && !name.contains(u'\n') && !name.contains(u'\t') && name.normalized(QString::NormalizationForm_C) == name;
}

bool isRoleToken(const QString &token)
{
    const auto allowed = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !token.isEmpty() && token.size() <= 40 && std::all_of(token.cbegin(), token.cend(), allowed);
}

QByteArray writeKeyFile(const KeyFile &file, const SecureBytes &master)
{
    const QByteArray body = bodyOf(file);
    const QByteArray start = kMagic.toByteArray() + QByteArray::number(kKeyFileFormat) + ' '
        + QByteArray::number(body.size()) + ' ' + macOf(body, master).toHex() + ' ';
    const QByteArray covered = start + body;
    const QByteArray copy = start + sha256Hex(covered).toLatin1() + '\n' + body + '\n';
    return copy + copy;
}

Result<KeyFile> parseKeyFile(const QByteArray &bytes)
{
    if (bytes.size() > kMaxKeyFileSize)
        return damaged(u"too large"_s);
    const Result<KeyFile> first = parseCopy(bytes);
    const Result<KeyFile> second = parseCopy(QByteArrayView(bytes).sliced(bytes.size() / 2));
    if (!first && !second)
        return first.error().code == ErrorCode::StoreTooNew ? first : second;
    if (!first || (second && second->generation > first->generation))
        return second;
    return first;
}

bool isAuthentic(const KeyFile &file, const SecureBytes &master)
{
    return sameBytes(macOf(file.body, master), file.mac);
}

} // namespace tocsin::vault
