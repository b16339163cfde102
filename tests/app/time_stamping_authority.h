// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "patience.h"
#include <QDir>
#include <QFile>
#include <QProcess>

namespace tocsin::test {

/// A time-stamping authority of one's own in a folder, run by the openssl program: no network, and another program's
/// reading of RFC 3161.
class TimeStampingAuthority
{
public:
    explicit TimeStampingAuthority(const QString &folder) : m_folder(folder)
    {
        QDir().mkpath(folder);
        write(QStringLiteral("tsa.cnf"), kConfiguration);
        write(QStringLiteral("serial"), "01\n");
        m_ready = openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
                           "root.key", "-out", "root.pem", "-subj", "/CN=Test Root", "-days", "3650"})
            && openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "tsa.key",
                        "-out", "tsa.csr", "-subj", "/CN=Test Authority"})
            && openssl({"x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-set_serial", "2",
                        "-out", "tsa.pem", "-days", "3650", "-extfile", "tsa.cnf", "-extensions", "signing"});
    }

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QString root() const { return path(QStringLiteral("root.pem")); }

    /// The reply file for a request file.
    [[nodiscard]] QString reply(const QString &request) const
    {
        openssl({"ts", "-reply", "-config", "tsa.cnf", "-queryfile", QFile::encodeName(request), "-out", "reply.tsr"});
        return path(QStringLiteral("reply.tsr"));
    }

    /// A request for something that no store has.
    [[nodiscard]] QString request() const
    {
        openssl({"ts", "-query", "-data", "tsa.cnf", "-sha256", "-cert", "-out", "other.tsq"});
        return path(QStringLiteral("other.tsq"));
    }

private:
    static constexpr const char *kConfiguration = R"(oid_section = policies
[policies]
tested = 1.2.3.4.1
[signing]
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = here
[here]
serial = serial
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = tested
digests = sha256
accuracy = secs:1
)";

    QString m_folder;
    bool m_ready = false;

    [[nodiscard]] QString path(const QString &name) const { return QDir(m_folder).filePath(name); }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    bool openssl(const QList<QByteArray> &arguments) const
    {
        QStringList texts;
        for (const QByteArray &argument : arguments)
            texts << QString::fromLocal8Bit(argument);
        QProcess process;
        process.setWorkingDirectory(m_folder);
        process.start(QStringLiteral("openssl"), texts);
        const bool ended = process.waitForFinished(kPatience) && process.exitCode() == 0;
        if (!ended)
            qWarning("%s", process.readAllStandardError().constData());
        return ended;
    }
};

} // namespace tocsin::test
