// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "jobs/demo.h"

#include <CLI/CLI.hpp>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

Result<> makeDemo(const std::string &folder, const Console &console)
{
    TOCSIN_ASSIGN(const auto clock, console.clock());
    TOCSIN_ASSIGN(const auto packs, console.packs());
    TOCSIN_ASSIGN(const jobs::DemoReport demo,
                  jobs::makeDemo(text(folder), clock->now(), packs, *console.progress(u"Demo"_s)));
    if (console.options().json) {
        Console::result(QJsonObject{{u"store"_s, demo.store},
                                    {u"person"_s, demo.person},
                                    {u"passphrase"_s, demo.passphrase},
                                    {u"incident"_s, demo.incident},
                                    {u"roster"_s, demo.roster},
                                    {u"proof"_s, demo.proof},
                                    {u"letters"_s, demo.letters},
                                    {u"packet"_s, demo.packet}});
        return {};
    }
    Console::result(demo.passphrase);
    Console::say(u"Store    %1 (incident %2)"_s.arg(demo.store, demo.incident));
    Console::say(u"Person   %1; the passphrase is printed above"_s.arg(demo.person));
    Console::say(u"Proofs   %1"_s.arg(demo.proof));
    Console::say(u"Letters  %1"_s.arg(demo.letters));
    Console::say(u"Packet   %1"_s.arg(demo.packet));
    Console::say(u"Everybody in it is invented."_s);
    return {};
}

} // namespace

void addDemoCommand(CLI::App &app, Request &request)
{
    auto folder = std::make_shared<std::string>();
    auto *demo = app.add_subcommand("demo", "Make a demo store, its letters and its packet; prints the passphrase");
    demo->add_option("DIR", *folder, "A new or empty folder")->required();
    demo->callback(
        [&request, folder] { request.work = [folder](const Console &console) { return makeDemo(*folder, console); }; });
}

} // namespace tocsin::app
