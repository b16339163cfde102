// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/progress.h"
#include "law/rule_pack.h"
#include "vault/secure_bytes.h"

#include <QJsonObject>
#include <QString>

#include <memory>

namespace tocsin::app {

/// The exit status for a failure, as the command line promises it.
int exitStatus(ErrorCode code);

/// Options that every subcommand understands.
struct CommonOptions
{
    QString as; ///< whose slot; empty: whichever opens
    QString passphraseFile; ///< empty: ask on the terminal
    QString keyFile;
    QString now; ///< ISO 8601 with offset; empty: the machine's clock
    QString lawDir; ///< empty: the packs that came with the program
    bool quiet = false;
    bool json = false;
};

/// Names the file with the passphrase that unlocks.
inline constexpr QLatin1StringView kPassphraseOption("--passphrase-file");

/// What a subcommand talks to: results go to standard output, everything for people to standard error.
class Console
{
public:
    explicit Console(CommonOptions options) : m_options(std::move(options)) { }

    [[nodiscard]] const CommonOptions &options() const { return m_options; }

    static void result(const QString &line);
    static void result(const QJsonObject &object);
    static void result(const QJsonArray &array);
    static void bytes(const vault::SecureBytes &line);
    static void say(const QString &line);

    /// From here on SIGINT and SIGTERM cancel what runs instead of ending the process.
    static void takeSignals();
    /// Fails with Cancelled once the person wants to stop.
    [[nodiscard]] static Result<> checkInterrupted();

    /// The clock that --now sets, or the machine's.
    [[nodiscard]] Result<std::shared_ptr<const Clock>> clock() const;
    [[nodiscard]] Result<std::shared_ptr<const law::RulePacks>> packs() const;
    /// --law names a folder: its packs count before those of incidents.
    [[nodiscard]] bool choosesPacks() const { return !m_options.lawDir.isEmpty(); }

    /// The first line of the file, or, without one, what is typed at the terminal without echo.
    [[nodiscard]] Result<vault::SecureBytes> passphrase(const QString &file, const QString &prompt,
                                                        QLatin1StringView option = kPassphraseOption) const;
    /// Fails with Cancelled unless the person types `word`.
    [[nodiscard]] static Result<> confirm(const QString &question, const QString &word);

    /// Progress on standard error if that is a terminal, cancelled by SIGINT. One at a time.
    [[nodiscard]] std::shared_ptr<Progress> progress(const QString &what) const;

private:
    CommonOptions m_options;
};

} // namespace tocsin::app
