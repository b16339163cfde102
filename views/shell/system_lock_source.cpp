// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/system_lock_source.h"

#ifdef TOCSIN_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

SystemLockSource::SystemLockSource(QObject *parent) : LockSource(parent)
{
    listen();
    holdSleep();
}

#ifdef TOCSIN_DBUS

void SystemLockSource::listen()
{
    const QString login = u"org.freedesktop.login1"_s;
    QDBusConnection system = QDBusConnection::systemBus();
    if (system.isConnected()) {
        system.connect(login, u"/org/freedesktop/login1"_s, login + u".Manager"_s, u"PrepareForSleep"_s, this,
                       SLOT(onPrepareForSleep(bool)));
        // Any session's lock: which of them is ours cannot always be told, and locking once too often does no harm.
        system.connect(login, QString(), login + u".Session"_s, u"Lock"_s, this, SLOT(onSessionLock()));
    }
    QDBusConnection session = QDBusConnection::sessionBus();
    if (session.isConnected()) {
        for (const QString &saver : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
            session.connect(QString(), QString(), saver, u"ActiveChanged"_s, this, SLOT(onScreenSaver(bool)));
    }
}

void SystemLockSource::holdSleep()
{
    QDBusConnection system = QDBusConnection::systemBus();
    if (!system.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                                       u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    call << u"sleep"_s << u"Tocsin"_s << tr("Locks the case before sleep") << u"delay"_s;
    auto *waiting = new QDBusPendingCallWatcher(system.asyncCall(call), this);
    connect(waiting, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
        if (reply.isValid())
            m_hold = reply.value();
        done->deleteLater();
    });
}

void SystemLockSource::locked()
{
    m_hold = QDBusUnixFileDescriptor(); // closing it lets the system sleep
}

void SystemLockSource::onPrepareForSleep(bool before)
{
    if (before)
        Q_EMIT lockNeeded(LockReason::Suspend);
    else
        holdSleep();
}

#else

void SystemLockSource::listen() { }
void SystemLockSource::holdSleep() { }
void SystemLockSource::locked() { }

void SystemLockSource::onPrepareForSleep(bool before)
{
    if (before)
        Q_EMIT lockNeeded(LockReason::Suspend);
}

#endif

void SystemLockSource::onSessionLock()
{
    Q_EMIT lockNeeded(LockReason::ScreenLock);
}

void SystemLockSource::onScreenSaver(bool active)
{
    if (active)
        Q_EMIT lockNeeded(LockReason::ScreenLock);
}

} // namespace tocsin::views
