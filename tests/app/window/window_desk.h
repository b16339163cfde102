// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/main_window.h"
#include "window/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace tocsin::test {

/// A store on the disk, and who opens it.
struct StoreOnDisk
{
    QString path;
    QString person;
    QString passphrase;
    std::shared_ptr<const Clock> clock;
};

/// The demo in a folder of its own, on its seventeenth day. Made with the same words each time.
Result<StoreOnDisk> makeDemoStore(const QString &folder);
/// A new store with one person and nothing else in it.
Result<StoreOnDisk> makeEmptyStore(const QString &folder);

/// A window with a session on it, as the program makes them; no file dialog ever opens.
class WindowDesk
{
public:
    WindowDesk(StoreOnDisk store, QSize size);

    [[nodiscard]] views::MainWindow &window() { return m_window; }
    [[nodiscard]] app::Session &session() { return m_session; }
    [[nodiscard]] const StoreOnDisk &store() const { return m_store; }

    /// Shows the front that asks for the passphrase.
    void showUnlock();
    /// Types the passphrase as a person does, presses Enter, and waits for the pages. False if they do not come.
    bool unlock();
    /// A page, with its records there.
    void showPage(const QString &id, const QString &record = {});
    /// Lets the store answer and the window draw.
    static void settle(int milliseconds = 250);

    /// The one of its kind that is in sight; a front that was left may still be on its way out.
    template <typename Widget>
    Widget *find()
    {
        const QList<Widget *> all = m_window.findChildren<Widget *>();
        for (Widget *each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

private:
    StoreOnDisk m_store;
    views::MainWindow m_window;
    app::Session m_session;
    QSignalSpy m_opened;
};

} // namespace tocsin::test
