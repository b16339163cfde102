// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casework/case_fixture.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>

namespace tocsin::test {

/// What one call of the program gave.
struct Ran
{
    int status = -1; ///< exit status; -1 if it crashed
    QByteArray out;
    QString said; ///< standard error

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

/// A folder of its own, in which the real executable is run, with its home and temporary folder in there too.
class CliSession
{
public:
    CliSession();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString store() const { return path(QStringLiteral("work/case.tocsin")); }
    [[nodiscard]] QString work() const { return path(QStringLiteral("work")); }
    /// Writes a file and gives its path.
    QString write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray read(const QString &name) const;
    /// Everything under a folder, with sizes and hashes, for comparing before and after.
    [[nodiscard]] QStringList files(const QString &folder = QStringLiteral("work")) const;

    /// Makes the store with a key derivation that costs little: Ada, who leads compliance, and on request Tom, a
    /// technical lead, and Olga, an observer.
    void makeStore(bool withOthers = false);
    /// “Export”, by the facts in in/facts.json, as Ada: 2026-001.
    void makeIncident() const;
    /// Imports R1, R2, … into its roster, adults at 1, 2, … Main St in Austin.
    void importPeople(int count) const;
    /// Arguments that unlock as somebody.
    [[nodiscard]] QStringList as(const QString &name) const;

    [[nodiscard]] QProcessEnvironment environment() const;
    /// Starts the program. `prepare` runs in the child before the program does.
    std::unique_ptr<QProcess> start(const QStringList &arguments, const std::function<void()> &prepare = {}) const;
    static Ran finish(QProcess &process);
    Ran run(const QStringList &arguments, const QByteArray &input = {},
            const std::function<void()> &prepare = {}) const;
    /// The same, unlocked as Ada.
    [[nodiscard]] Ran ada(const QStringList &arguments) const { return run(arguments + as(QStringLiteral("Ada"))); }

    /// Sends the letters of 2026-001 to review and has Lee, counsel who is added for it, approve them.
    void approveLetters() const;
    /// Lee, legal counsel, with a passphrase file of his own.
    void addCounsel() const;

    /// Verifies the ledger with the program; empty if it does.
    [[nodiscard]] QString verifyFault() const;

    /// Opens the store in this process, as Ada.
    [[nodiscard]] Result<std::unique_ptr<casework::CaseFile>> open() const;

    static QByteArray facts();

private:
    QTemporaryDir m_folder;
    CaseFixture m_other; // for its clock and rules
};

/// In a child: no file can grow beyond so many bytes, as on a disk that is full.
std::function<void()> withFileLimit(qint64 bytes);

} // namespace tocsin::test

/// Compares the exit status, and shows what was said if it is another.
#define COMPARE_STATUS(ran, expected)                                                                                  \
    do {                                                                                                               \
        const auto &compared = (ran);                                                                                  \
        QVERIFY2(                                                                                                      \
            compared.status == (expected),                                                                             \
            qPrintable(QStringLiteral("exit %1: %2 %3")                                                                \
                           .arg(QString::number(compared.status), compared.said, QString::fromUtf8(compared.out))));   \
    } while (false)
