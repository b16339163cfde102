// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/incident.h"
#include "casework/obligation.h"
#include "cli/console.h"
#include "law/evaluation.h"

#include <functional>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace tocsin::app {

/// What the arguments asked for.
struct Request
{
    CommonOptions common;
    std::string store; ///< for the window: the store to open
    /// The subcommand's work; empty: the window.
    std::function<Result<>(const Console &)> work;
};

/// Reads the arguments. A value is an exit status: of --help, --version or a usage error, which were printed.
std::optional<int> parse(int argc, char **argv, Request &request);

// What subcommands share.

/// A text from the command line.
QString text(const std::string &argument);
/// "1 letter", "2 letters"; `many` where an s is not enough.
QString counted(qint64 number, const QString &one, const QString &many = {});
/// "1 person", "2 people".
QString people(qint64 number);
/// The value of an option; a failure names it, "--from: …".
template <typename T>
Result<T> valueOf(QLatin1StringView option, Result<T> value)
{
    if (value)
        return value;
    return fail(value.error().code, QStringLiteral("%1: %2").arg(option, value.error().message), value.error().detail);
}
/// The clock and the rule packs that the options ask for.
Result<casework::Surroundings> surroundings(const Console &console);
/// Unlocks a store as the options say.
Result<std::unique_ptr<casework::CaseFile>> openStore(const Console &console, const std::string &store);
Result<casework::Incident> incidentOf(casework::CaseFile &file, const std::string &reference);
Result<law::Facts> factsFrom(const std::string &path);
/// Words of the facts that no rule knows, for people: a line each on standard error.
void warn(const QStringList &warnings);
QJsonObject changeJson(const law::DateChange &change);
/// The changes as JSON, or a line each.
QJsonArray showChanges(const QList<law::DateChange> &changes, const Console &console);
QJsonObject overrideJson(const casework::DueOverride &overridden);
/// One of the people who have access, by name; null without a name.
Result<PersonId> personCalled(casework::CaseFile &file, const std::string &name);

// Each adds its subcommands.
void addStoreCommands(CLI::App &app, Request &request);
void addPeopleCommands(CLI::App &app, Request &request);
void addIncidentCommands(CLI::App &app, Request &request);
void addFactsCommands(CLI::App &app, Request &request);
void addObligationCommands(CLI::App &app, Request &request);
void addLawCommands(CLI::App &app, Request &request);
void addAnnualCommand(CLI::App &app, Request &request);
void addWorkCommands(CLI::App &app, Request &request);
void addPlaybookCommands(CLI::App &app, Request &request);
void addRegisterCommands(CLI::App &app, Request &request);
void addDeadlineCommands(CLI::App &app, Request &request);
void addRosterCommands(CLI::App &app, Request &request);
void addNoticeCommands(CLI::App &app, Request &request);
void addDeliveryCommands(CLI::App &app, Request &request);
void addOrganizationCommands(CLI::App &app, Request &request);
void addTemplateCommands(CLI::App &app, Request &request);
/// These under “notices”.
void addNoticeStandingCommands(CLI::App &notices, Request &request);
void addNoticeCommentCommands(CLI::App &notices, Request &request);
void addPublicationCommands(CLI::App &notices, Request &request);
void addProofCommands(CLI::App &app, Request &request);
void addDemoCommand(CLI::App &app, Request &request);

} // namespace tocsin::app
