// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/recovery_code.h"

#include "vault/hkdf.h"

#include <sodium.h>

#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

constexpr QByteArrayView kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford: no I, L, O, U
constexpr int kKeyGroups = 13; // of 20 bits: 256 bits and 4 zero bits
constexpr int kGroups = kKeyGroups + 1; // the last: 20 bits of the key's SHA-256
constexpr int kDigits = 4; // of a group, before its check
constexpr int kGroupSize = kDigits + 1;
constexpr qsizetype kCharacters = qsizetype{kGroups} * kGroupSize;

/// Multiplies in the field of 32 elements, with the polynomial x^5 + x^2 + 1.
uint multiply(uint a, uint b)
{
    uint product = 0;
    for (; b != 0; b >>= 1) {
        if ((b & 1) != 0)
            product ^= a;
        a <<= 1;
        if ((a & 32) != 0)
            a ^= 0b100101;
    }
    return product;
}

/// The check of a group. Its weights differ and none is 0, so that one wrong character, or two exchanged ones, always
/// show; the group's number is in it, so that exchanged groups show too.
uint checkOf(const std::array<uint, kDigits> &digits, int group)
{
    uint check = uint(group + 1);
    for (size_t i = 0; i < digits.size(); ++i)
        check ^= multiply(digits[i], uint(i + 2));
    return check;
}

/// The 35 bytes that the 14 groups carry: the key, its 4 zero bits and 20 bits of its hash.
SecureBytes payloadOf(const SecureBytes &master)
{
    SecureBytes payload(kGroups * kDigits * 5 / 8);
    SecureBytes hash(crypto_hash_sha256_BYTES);
    crypto_hash_sha256(hash.data(), master.constData(), size_t(master.size()));
    std::copy_n(master.constData(), master.size(), payload.data());
    payload.data()[kKeySize] = hash.constData()[0] >> 4;
    payload.data()[kKeySize + 1] = uchar(hash.constData()[0] << 4 | hash.constData()[1] >> 4);
    payload.data()[kKeySize + 2] = uchar(hash.constData()[1] << 4 | hash.constData()[2] >> 4);
    return payload;
}

uint fiveBits(const SecureBytes &payload, int digit)
{
    uint value = 0;
    for (int bit = digit * 5; bit < digit * 5 + 5; ++bit)
        value = value << 1 | (payload.constData()[bit / 8] >> (7 - bit % 8) & 1U);
    return value;
}

void putFiveBits(SecureBytes &payload, int digit, uint value)
{
    for (int i = 0; i < 5; ++i) {
        const int bit = digit * 5 + i;
        if ((value >> (4 - i) & 1) != 0)
            payload.data()[bit / 8] |= uchar(1U << (7 - bit % 8));
    }
}

std::optional<uint> valueOf(uchar character)
{
    uchar upper = character >= 'a' && character <= 'z' ? uchar(character - 'a' + 'A') : character;
    if (upper == 'O')
        upper = '0';
    if (upper == 'I' || upper == 'L')
        upper = '1';
    const qsizetype index = kAlphabet.indexOf(char(upper));
    return index < 0 ? std::nullopt : std::optional(uint(index));
}

Failure wrongGroup(int group)
{
    return fail(
        ErrorCode::BadInput,
        u"Group %1 of the recovery code cannot be right. Compare it with the recovery kit, letter by letter."_s.arg(
            group + 1));
}

Failure wrongLength(qsizetype characters)
{
    return fail(
        ErrorCode::BadInput,
        u"A recovery code has %1 groups of %2 characters; this has %3 characters in all and not %4."_s.arg(kGroups)
            .arg(kGroupSize)
            .arg(characters)
            .arg(kCharacters));
}

bool isSeparator(uchar character)
{
    return character == '-' || character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

} // namespace

SecureBytes encodeRecoveryCode(const SecureBytes &master)
{
    const SecureBytes payload = payloadOf(master);
    SecureBytes code(kGroups * (kGroupSize + 1) - 1);
    uchar *out = code.data();
    for (int group = 0; group < kGroups; ++group) {
        std::array<uint, kDigits> digits{};
        for (int i = 0; i < kDigits; ++i) {
            digits[size_t(i)] = fiveBits(payload, group * kDigits + i);
            *out++ = uchar(kAlphabet[qsizetype(digits[size_t(i)])]);
        }
        *out++ = uchar(kAlphabet[qsizetype(checkOf(digits, group))]);
        if (group + 1 < kGroups)
            *out++ = '-';
    }
    return code;
}

Result<SecureBytes> decodeRecoveryCode(const SecureBytes &code)
{
    SecureBytes typed(code.size());
    qsizetype count = 0;
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (!isSeparator(code.constData()[i]))
            typed.data()[count++] = code.constData()[i];
    }
    SecureBytes payload(kGroups * kDigits * 5 / 8);
    for (int group = 0; group < kGroups && qsizetype{group + 1} * kGroupSize <= count; ++group) {
        std::array<uint, kGroupSize> values{};
        for (int i = 0; i < kGroupSize; ++i) {
            const auto value = valueOf(typed.constData()[group * kGroupSize + i]);
            if (!value)
                return wrongGroup(group);
            values[size_t(i)] = *value;
        }
        if (values[kDigits] != checkOf({values[0], values[1], values[2], values[3]}, group))
            return wrongGroup(group);
        for (int i = 0; i < kDigits; ++i)
            putFiveBits(payload, group * kDigits + i, values[size_t(i)]);
    }
    if (count != kCharacters)
        return wrongLength(count);
    SecureBytes master = SecureBytes::copyOf(payload.view().first(kKeySize));
    if (!sameBytes(payloadOf(master).view(), payload.view())) {
        return fail(ErrorCode::BadInput,
                    u"The groups of this recovery code do not belong together. Compare each with the recovery kit."_s);
    }
    return master;
}

} // namespace tocsin::vault
