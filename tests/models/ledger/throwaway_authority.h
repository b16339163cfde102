// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tocsin::ledger::fixture {

/// A time-stamping authority that lives as long as a test: a root and a signer that the root certified from 2020-01-01
/// to 2021-01-01, which stamps with the time it is told to.
class ThrowawayAuthority
{
public:
    explicit ThrowawayAuthority(const char *rootName = "Throwaway Root")
    {
        m_root = certificate(rootName, m_rootKey, nullptr, m_rootKey, NID_basic_constraints, "critical,CA:TRUE");
        m_signer = certificate("Throwaway Authority", m_signerKey, m_root.get(), m_rootKey, NID_ext_key_usage,
                               "critical,timeStamping");
    }

    [[nodiscard]] QByteArray rootPem() const
    {
        BIO *out = BIO_new(BIO_s_mem());
        PEM_write_bio_X509(out, m_root.get());
        return taken(out);
    }

    /// The reply to a request, at a moment. An authority that does not know SHA-256 refuses.
    [[nodiscard]] QByteArray reply(const QByteArray &request, const QDateTime &at, bool knowsSha256 = true) const
    {
        TS_RESP_CTX *context = TS_RESP_CTX_new();
        ASN1_OBJECT *policy = OBJ_txt2obj("1.2.3.4.1", 1);
        qint64 seconds = at.toSecsSinceEpoch();
        TS_RESP_CTX_set_signer_cert(context, m_signer.get());
        TS_RESP_CTX_set_signer_key(context, m_signerKey.get());
        TS_RESP_CTX_set_signer_digest(context, EVP_sha256());
        TS_RESP_CTX_set_ess_cert_id_digest(context, EVP_sha256());
        TS_RESP_CTX_set_def_policy(context, policy);
        TS_RESP_CTX_add_md(context, knowsSha256 ? EVP_sha256() : EVP_sha512());
        TS_RESP_CTX_set_serial_cb(context, serial, nullptr);
        TS_RESP_CTX_set_time_cb(context, time, &seconds);
        BIO *in = BIO_new_mem_buf(request.constData(), static_cast<int>(request.size()));
        TS_RESP *response = TS_RESP_create_response(context, in);
        BIO *out = BIO_new(BIO_s_mem());
        i2d_TS_RESP_bio(out, response);
        TS_RESP_free(response);
        BIO_free(in);
        ASN1_OBJECT_free(policy);
        TS_RESP_CTX_free(context);
        return taken(out);
    }

private:
    template <auto Free>
    struct Freed
    {
        template <typename T>
        void operator()(T *object) const
        {
            Free(object);
        }
    };
    using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
    using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

    Key m_rootKey{EVP_EC_gen("P-256")};
    Key m_signerKey{EVP_EC_gen("P-256")};
    Certificate m_root;
    Certificate m_signer;

    static QByteArray taken(BIO *out)
    {
        char *data = nullptr;
        const long size = BIO_get_mem_data(out, &data);
        QByteArray bytes(data, size);
        BIO_free(out);
        return bytes;
    }

    static ASN1_INTEGER *serial(TS_RESP_CTX *, void *)
    {
        ASN1_INTEGER *number = ASN1_INTEGER_new();
        ASN1_INTEGER_set(number, 0x2a17);
        return number;
    }

    static int time(TS_RESP_CTX *, void *seconds, long *sec, long *usec)
    {
        *sec = static_cast<long>(*static_cast<qint64 *>(seconds));
        *usec = 0;
        return 1;
    }

    static Certificate certificate(const char *name, const Key &key, X509 *issuer, const Key &issuerKey, int extension,
                                   const char *value)
    {
        Certificate made(X509_new());
        X509_set_version(made.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(made.get()), issuer ? 2 : 1);
        ASN1_TIME_set_string(X509_getm_notBefore(made.get()), "20200101000000Z");
        ASN1_TIME_set_string(X509_getm_notAfter(made.get()), "20210101000000Z");
        X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
        X509_set_issuer_name(made.get(), X509_get_subject_name(issuer ? issuer : made.get()));
        X509_set_pubkey(made.get(), key.get());
        X509_EXTENSION *added = X509V3_EXT_conf_nid(nullptr, nullptr, extension, value);
        X509_add_ext(made.get(), added, -1);
        X509_EXTENSION_free(added);
        X509_sign(made.get(), issuerKey.get(), EVP_sha256());
        return made;
    }
};

} // namespace tocsin::ledger::fixture
