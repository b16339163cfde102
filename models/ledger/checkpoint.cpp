// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/checkpoint.h"

#include "ledger/hashing.h"
#include "ledger/wire_text.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

namespace {

constexpr qsizetype kMaxTextSize = 1024;

/// The lines before the signature. The first one is the domain label of what is signed.
QByteArray signedText(const Checkpoint &checkpoint)
{
    return "tocsin-checkpoint-v1\nstore " + checkpoint.storeId.toUtf8() + "\ncount "
        + QByteArray::number(checkpoint.count) + "\nhead " + checkpoint.head.toHex() + "\nat " + utcText(checkpoint.at)
        + ' ' + checkpoint.at.zone() + "\nkey " + checkpoint.key.toHex() + '\n';
}

Failure badLine(int line, const QString &expected)
{
    return fail(ErrorCode::BadInput, u"Checkpoint, line %1: expected %2."_s.arg(line).arg(expected));
}

/// What stands behind the word that begins a line, or nothing.
std::optional<QByteArray> valueOf(const QByteArray &line, QByteArrayView word)
{
    if (!line.startsWith(word) || line.size() <= word.size() || line.at(word.size()) != ' ')
        return std::nullopt;
    return line.sliced(word.size() + 1);
}

std::optional<QByteArray> hexOf(const QByteArray &line, QByteArrayView word, qsizetype size)
{
    const std::optional<QByteArray> value = valueOf(line, word);
    return value ? bytesOf(*value, size) : std::nullopt;
}

std::optional<Instant> instantIn(const QByteArray &line)
{
    const QByteArray value = valueOf(line, "at").value_or(QByteArray());
    const qsizetype space = value.indexOf(' ');
    if (space < 0)
        return std::nullopt;
    return instantOf(value.first(space), value.sliced(space + 1));
}

Result<> checkValues(const Checkpoint &checkpoint)
{
    TOCSIN_TRY(checkStoreId(checkpoint.storeId));
    const bool ok = isKeepable(checkpoint.at) && checkpoint.count >= 1 && checkpoint.count <= kMaxSequence
        && checkpoint.head.size() == kHashSize && checkpoint.key.size() == kKeySize;
    if (!ok)
        return fail(ErrorCode::BadInput,
                    u"A checkpoint needs at least one entry, the head’s hash, an instant and the signer’s key."_s);
    return {};
}

} // namespace

QByteArray Checkpoint::toText() const
{
    return signedText(*this) + "signature " + signature.toHex() + '\n';
}

Result<Checkpoint> Checkpoint::parse(const QByteArray &text)
{
    const QList<QByteArray> lines = text.size() <= kMaxTextSize ? text.split('\n') : QList<QByteArray>();
    if (lines.size() != 8 || !lines.at(7).isEmpty())
        return fail(ErrorCode::BadInput, u"A checkpoint has seven lines, each ended by a line feed, and no more."_s);
    if (lines.at(0) != "tocsin-checkpoint-v1")
        return badLine(1, u"tocsin-checkpoint-v1"_s);
    const std::optional<QByteArray> store = valueOf(lines.at(1), "store");
    if (!store || !checkStoreId(QString::fromUtf8(*store)))
        return badLine(2, u"“store” and the store's id"_s);
    const QByteArray count = valueOf(lines.at(2), "count").value_or(QByteArray());
    const std::optional<QByteArray> head = hexOf(lines.at(3), "head", kHashSize);
    if (!head)
        return badLine(4, u"“head” and 64 lower-case hexadecimal digits"_s);
    const std::optional<Instant> at = instantIn(lines.at(4));
    if (!at)
        return badLine(5, u"“at”, an instant such as 2026-03-11T04:30:00.000Z and the name of its zone"_s);
    const std::optional<QByteArray> key = hexOf(lines.at(5), "key", kKeySize);
    if (!key)
        return badLine(6, u"“key” and 64 lower-case hexadecimal digits"_s);
    const std::optional<QByteArray> signature = hexOf(lines.at(6), "signature", kSignatureSize);
    if (!signature)
        return badLine(7, u"“signature” and 128 lower-case hexadecimal digits"_s);

    const Checkpoint checkpoint{QString::fromUtf8(*store), count.toLongLong(), *head, *at, *key, *signature};
    if (!checkValues(checkpoint) || QByteArray::number(checkpoint.count) != count)
        return badLine(3, u"“count” and a number from 1 to %1"_s.arg(kMaxSequence));
    return checkpoint;
}

QByteArray Checkpoint::digest() const
{
    return Sha256().raw(toText()).result();
}

bool Checkpoint::hasValidSignature() const
{
    return isSignedBy(key, signedText(*this), signature);
}

Result<Checkpoint> makeCheckpoint(const QString &storeId, qint64 count, const QByteArray &head, const Instant &at,
                                  const QByteArray &key, const Signer &signer)
{
    Checkpoint checkpoint{storeId, count, head, at, key, {}};
    TOCSIN_TRY(checkValues(checkpoint));
    checkpoint.signature = signer(signedText(checkpoint));
    if (!checkpoint.hasValidSignature())
        return fail(ErrorCode::Locked, u"The checkpoint could not be signed with the key that was given."_s);
    return checkpoint;
}

} // namespace tocsin::ledger
