// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/canonical_cbor.h"
#include "ledger/checkpoint.h"
#include "ledger/timestamp.h"

using namespace tocsin::ledger;

// Reads any bytes as a payload, a checkpoint, and a time-stamp request and reply. What is read as canonical is written
// as the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto value = decodeCanonical(bytes); value && encodeCanonical(*value) != bytes)
        qFatal("a payload has two forms");
    if (const auto checkpoint = Checkpoint::parse(bytes); checkpoint && checkpoint->toText() != bytes)
        qFatal("a checkpoint has two forms");

    static const QByteArray digest(32, 'd');
    static const QByteArray request = makeTimeStampRequest(digest).value();
    if (verifyTimeStampReply(digest, request, bytes, bytes) || verifyTimeStampReply(digest, bytes, bytes, bytes))
        qFatal("a stamp without an authority");
    return 0;
}
