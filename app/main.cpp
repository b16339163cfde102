// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "vault/hardening.h"
#include "window/run_window.h"

#include <QGuiApplication>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;

namespace {

int runCommand(int argc, char **argv, const app::Request &request)
{
    // Letters need fonts, and so an application object; a display they do not need.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Standard error is for people; what Qt thinks of the desktop is not for them.
    QLoggingCategory::setFilterRules(u"default.warning=false"_s);
    app::Console::takeSignals();
    const QGuiApplication application(argc, argv);
    const Result<> done = request.work(app::Console(request.common));
    if (done)
        return 0;
    app::Console::say(done.error().message);
    return app::exitStatus(done.error().code);
}

} // namespace

int main(int argc, char **argv)
{
    if (const Result<> hardened = vault::hardenProcess(); !hardened)
        app::Console::say(hardened.error().message);
    QCoreApplication::setOrganizationName(u"Tocsin"_s);
    QCoreApplication::setApplicationName(u"tocsin"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TOCSIN_VERSION));
    app::Request request;
    if (const std::optional<int> status = app::parse(argc, argv, request))
        return *status;
    if (request.work)
        return runCommand(argc, argv, request);
    return app::runWindow(argc, argv, request.common, app::text(request.store));
}
