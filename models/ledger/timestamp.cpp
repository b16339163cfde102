// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/timestamp.h"

#include "ledger/entry.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

namespace {

constexpr qsizetype kMaxFileSize = 1'048'576;

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Request = std::unique_ptr<TS_REQ, Freed<TS_REQ_free>>;
using Reply = std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>;
using Imprint = std::unique_ptr<TS_MSG_IMPRINT, Freed<TS_MSG_IMPRINT_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>>;
using Number = std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Store = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using VerifyContext = std::unique_ptr<TS_VERIFY_CTX, Freed<TS_VERIFY_CTX_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using BigNumber = std::unique_ptr<BIGNUM, Freed<BN_free>>;

/// OpenSSL's own words for its latest failure; empties its queue.
QString opensslReason()
{
    const unsigned long code = ERR_peek_last_error();
    const char *reason = code != 0 ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return reason ? QString::fromUtf8(reason) : u"unknown reason"_s;
}

Failure cannotMake()
{
    return fail(ErrorCode::Io, u"The time-stamp request could not be made."_s, opensslReason());
}

/// Reads DER that fills the bytes to their end.
template <typename Owner, typename Read>
Owner readWhole(const QByteArray &der, Read read)
{
    if (der.size() > kMaxFileSize)
        return {};
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    const unsigned char *position = begin;
    Owner object(read(nullptr, &position, static_cast<long>(der.size())));
    if (position != begin + der.size())
        object.reset();
    ERR_clear_error();
    return object;
}

Imprint makeImprint(QByteArray sha256)
{
    Algorithm algorithm(X509_ALGOR_new());
    Imprint imprint(TS_MSG_IMPRINT_new());
    const bool made = algorithm && imprint
        && X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1
        && TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1
        && TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(sha256.data()),
                                  static_cast<int>(sha256.size()))
            == 1;
    return made ? std::move(imprint) : nullptr;
}

Number makeNonce()
{
    uint64_t random = 0;
    Number nonce(ASN1_INTEGER_new());
    const bool made = nonce && RAND_bytes(reinterpret_cast<unsigned char *>(&random), sizeof random) == 1
        && ASN1_INTEGER_set_uint64(nonce.get(), random) == 1;
    return made ? std::move(nonce) : nullptr;
}

/// True if the request asks to stamp this SHA-256 digest and has a nonce.
bool isRequestFor(TS_REQ *request, const QByteArray &sha256)
{
    TS_MSG_IMPRINT *imprint = TS_REQ_get_msg_imprint(request);
    if (!imprint || !TS_REQ_get_nonce(request))
        return false;
    const ASN1_OBJECT *algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const ASN1_OCTET_STRING *message = TS_MSG_IMPRINT_get_msg(imprint);
    const QByteArrayView digest(ASN1_STRING_get0_data(message), ASN1_STRING_length(message));
    return OBJ_obj2nid(algorithm) == NID_sha256 && digest == sha256;
}

/// The certificates that are trusted, judged at a moment. Nothing if there is none, or one that cannot be read.
Store makeStore(const QByteArray &pem, const QDateTime &at)
{
    Store store(X509_STORE_new());
    const Bio in(BIO_new_mem_buf(pem.constData(), static_cast<int>(qMin(pem.size(), kMaxFileSize))));
    if (!store || !in)
        return nullptr;
    int count = 0;
    while (const Certificate certificate{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)}) {
        if (X509_STORE_add_cert(store.get(), certificate.get()) != 1)
            return nullptr;
        ++count;
    }
    const bool ended = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), static_cast<time_t>(at.toSecsSinceEpoch()));
    return ended && count > 0 ? std::move(store) : nullptr;
}

QDateTime timeOf(TS_TST_INFO *info)
{
    tm fields = {};
    if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &fields) != 1)
        return {};
    return {QDate(fields.tm_year + 1900, fields.tm_mon + 1, fields.tm_mday),
            QTime(fields.tm_hour, fields.tm_min, fields.tm_sec), Qt::UTC};
}

QString signerOf(TS_RESP *reply)
{
    STACK_OF(X509) *signers = PKCS7_get0_signers(TS_RESP_get_token(reply), nullptr, 0);
    if (!signers)
        return {};
    const Bio out(BIO_new(BIO_s_mem()));
    if (out && sk_X509_num(signers) > 0) {
        X509_NAME_print_ex(out.get(), X509_get_subject_name(sk_X509_value(signers, 0)), 0,
                           XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    }
    sk_X509_free(signers);
    char *text = nullptr;
    const long size = out ? BIO_get_mem_data(out.get(), &text) : 0;
    return QString::fromUtf8(text, size);
}

QString serialOf(TS_TST_INFO *info)
{
    const BigNumber number(ASN1_INTEGER_to_BN(TS_TST_INFO_get_serial(info), nullptr));
    char *hex = number ? BN_bn2hex(number.get()) : nullptr;
    QString text = QString::fromLatin1(hex).toLower();
    OPENSSL_free(hex);
    return text;
}

QString policyOf(TS_TST_INFO *info)
{
    char text[128] = {};
    OBJ_obj2txt(text, sizeof text, TS_TST_INFO_get_policy_id(info), 1);
    return QString::fromLatin1(text);
}

Failure notProved(const QString &why)
{
    return fail(ErrorCode::CheckFailed, u"The time stamp does not prove this checkpoint: %1."_s.arg(why));
}

/// A reply with a stamp in it. What an authority will not stamp it answers too, without a stamp and without a word of
/// which request it means.
Result<Reply> readReply(const QByteArray &reply)
{
    auto answer = readWhole<Reply>(reply, d2i_TS_RESP);
    if (!answer)
        return fail(ErrorCode::BadInput, u"The reply is not an RFC 3161 time-stamp reply in DER (.tsr)."_s);
    if (!TS_RESP_get_tst_info(answer.get()))
        return fail(ErrorCode::CheckFailed, u"The authority refused the request: its reply holds no time stamp."_s);
    return answer;
}

} // namespace

Result<QByteArray> makeTimeStampRequest(const QByteArray &sha256)
{
    if (sha256.size() != kHashSize)
        return fail(ErrorCode::BadInput, u"A time stamp is asked for a SHA-256 digest of 32 bytes."_s);
    const Request request(TS_REQ_new());
    const Imprint imprint = makeImprint(sha256);
    const Number nonce = makeNonce();
    const bool made = request && imprint && nonce && TS_REQ_set_version(request.get(), 1) == 1
        && TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1
        && TS_REQ_set_nonce(request.get(), nonce.get()) == 1 && TS_REQ_set_cert_req(request.get(), 1) == 1;
    if (!made)
        return cannotMake();
    unsigned char *der = nullptr;
    const int size = i2d_TS_REQ(request.get(), &der);
    if (size <= 0)
        return cannotMake();
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

bool answersRequest(const QByteArray &request, const QByteArray &reply)
{
    const auto asked = readWhole<Request>(request, d2i_TS_REQ);
    const auto answer = readWhole<Reply>(reply, d2i_TS_RESP);
    TS_TST_INFO *info = answer ? TS_RESP_get_tst_info(answer.get()) : nullptr;
    const ASN1_INTEGER *sent = asked ? TS_REQ_get_nonce(asked.get()) : nullptr;
    const ASN1_INTEGER *came = info ? TS_TST_INFO_get_nonce(info) : nullptr;
    return sent && came && ASN1_INTEGER_cmp(sent, came) == 0;
}

Result<> checkReply(const QByteArray &reply)
{
    TOCSIN_TRY(readReply(reply));
    return {};
}

Result<TimeStamp> verifyTimeStampReply(const QByteArray &sha256, const QByteArray &request, const QByteArray &reply,
                                       const QByteArray &authorityCertificates)
{
    const auto asked = readWhole<Request>(request, d2i_TS_REQ);
    if (!asked)
        return fail(ErrorCode::BadInput, u"The request is not an RFC 3161 time-stamp request in DER (.tsq)."_s);
    if (!isRequestFor(asked.get(), sha256))
        return notProved(u"the request is for something else"_s);
    TOCSIN_ASSIGN(const Reply answer, readReply(reply));
    TS_TST_INFO *info = TS_RESP_get_tst_info(answer.get());
    const QDateTime at = timeOf(info);
    if (!at.isValid())
        return notProved(u"its time cannot be read"_s);
    Store trusted = makeStore(authorityCertificates, at);
    if (!trusted)
        return fail(ErrorCode::BadInput, u"The authority’s certificates must be one or more in PEM."_s);

    const VerifyContext context(TS_REQ_to_TS_VERIFY_CTX(asked.get(), nullptr));
    if (!context)
        return fail(ErrorCode::Io, u"The time stamp could not be checked."_s, opensslReason());
    TS_VERIFY_CTX_add_flags(context.get(), TS_VFY_SIGNATURE);
    TS_VERIFY_CTX_set_store(context.get(), trusted.release()); // owned by the context from here
    if (TS_RESP_verify_response(context.get(), answer.get()) != 1)
        return notProved(opensslReason());
    return TimeStamp{Instant(at.toMSecsSinceEpoch(), "UTC"), signerOf(answer.get()), serialOf(info), policyOf(info)};
}

} // namespace tocsin::ledger
