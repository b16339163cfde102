// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace tocsin::ledger {

/// What a time-stamping authority vouches for (RFC 3161).
struct TimeStamp
{
    Instant at; ///< the authority's time, in UTC
    QString authority; ///< the subject of the certificate that signed
    QString serial; ///< the stamp's serial number, hexadecimal
    QString policy; ///< the authority's policy, as a dotted object identifier
};

/// A request file (.tsq, DER) for a SHA-256 digest, with a random 64-bit nonce, asking for the authority's certificate.
/// It is carried to the authority by other means: nothing here uses a network.
Result<QByteArray> makeTimeStampRequest(const QByteArray &sha256);

/// Whether a reply carries the nonce of a request: which of several requests it answers. Nothing is proved by that.
bool answersRequest(const QByteArray &request, const QByteArray &reply);

/// Fails with BadInput unless the bytes are a reply file (.tsr, DER), and with CheckFailed if they are one by which the
/// authority refuses. Nothing is proved by that.
Result<> checkReply(const QByteArray &reply);

/// Checks a reply file (.tsr, DER) against its request, the digest that was to be stamped, and the authority's root
/// certificates (PEM). The certificate chain is judged at the stamp's own time, so that a stamp outlives its
/// certificate. Fails with BadInput if a file is not what it should be and with CheckFailed, saying why, if the reply
/// does not prove the digest.
Result<TimeStamp> verifyTimeStampReply(const QByteArray &sha256, const QByteArray &request, const QByteArray &reply,
                                       const QByteArray &authorityCertificates);

} // namespace tocsin::ledger
