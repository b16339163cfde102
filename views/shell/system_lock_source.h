// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/lock_guard.h"

#ifdef TOCSIN_DBUS
#include <QDBusUnixFileDescriptor>
#endif

class QDBusPendingCallWatcher;

namespace tocsin::views {

/// The desktop's own signals over D-Bus: logind's PrepareForSleep and session Lock, and the screen savers of
/// freedesktop and GNOME. It asks logind to wait a moment before sleep, so that the case is off the screen when the
/// machine wakes. Where there is no bus it never speaks.
class SystemLockSource final : public LockSource
{
    Q_OBJECT

public:
    explicit SystemLockSource(QObject *parent = nullptr);

    void locked() override;

private Q_SLOTS:
    void onPrepareForSleep(bool before);
    void onSessionLock();
    void onScreenSaver(bool active);

private:
    void listen();
    void holdSleep();

#ifdef TOCSIN_DBUS
    QDBusUnixFileDescriptor m_hold;
#endif
};

} // namespace tocsin::views
