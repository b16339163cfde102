// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/run_window.h"

#include "notices/pdf/letter_fonts.h"
#include "shell/system_lock_source.h"
#include "window/session.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QScreen>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

int runWindow(int argc, char **argv, const CommonOptions &options, const QString &store)
{
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Tocsin"_s);
    QApplication::setDesktopFileName(u"org.tocsin.Tocsin"_s);
    QTranslator translator;
    if (translator.load(QLocale(), u"tocsin"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(&translator);
    const Console console(options);
    const auto clock = console.clock();
    const auto packs = console.packs();
    const Result<> fonts = notices::loadLetterFonts();
    for (const Error *error :
         {clock ? nullptr : &clock.error(), packs ? nullptr : &packs.error(), fonts ? nullptr : &fonts.error()}) {
        if (error) {
            Console::say(error->message);
            return exitStatus(error->code);
        }
    }
    views::applyTheme(application, Settings().theme());
    views::MainWindow window;
    Session session(window, {*clock, *packs, console.choosesPacks()}, views::systemPathChooser());
    views::SystemLockSource lockSource;
    session.lockGuard().watch(&application);
    session.lockGuard().addSource(&lockSource);
    QObject::connect(&session, &Session::locked, &lockSource, [&lockSource] { lockSource.locked(); });
    if (store.isEmpty())
        session.showWelcome();
    else
        session.openStore(QFileInfo(store).absoluteFilePath());
    window.resize(window.sizeHint().boundedTo(window.screen()->availableSize()));
    window.show();
    return QApplication::exec();
}

} // namespace tocsin::app
