// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/lock_guard.h"

#include <QEvent>

#include <algorithm>
#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace tocsin::views {

using namespace std::chrono_literals;

namespace {

bool isActivity(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
        return true;
    default:
        return false;
    }
}

} // namespace

LockGuard::LockGuard(Now now, QObject *parent) : QObject(parent), m_now(std::move(now))
{
    m_timer.setInterval(5s);
    connect(&m_timer, &QTimer::timeout, this, &LockGuard::check);
}

LockGuard::Now LockGuard::systemNow()
{
#ifdef Q_OS_LINUX
    // Unlike the monotonic clock this one counts sleep: a laptop opened after a night has been idle for a night.
    return [] {
        timespec now{};
        clock_gettime(CLOCK_BOOTTIME, &now);
        return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
    };
#else
    return [] {
        const auto since = std::chrono::steady_clock::now().time_since_epoch();
        return qint64(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
    };
#endif
}

void LockGuard::watch(QObject *application)
{
    application->installEventFilter(this);
}

void LockGuard::addSource(LockSource *source)
{
    connect(source, &LockSource::lockNeeded, this, [this, source](LockReason reason) {
        ask(reason);
        source->locked();
    });
}

void LockGuard::setIdleLimit(std::chrono::minutes limit)
{
    m_limit = std::clamp<std::chrono::minutes>(limit, 1min, kLongestIdle);
}

void LockGuard::setActive(bool active)
{
    m_active = active;
    m_lastActivity = m_now();
    if (active)
        m_timer.start();
    else
        m_timer.stop();
}

void LockGuard::check()
{
    const std::chrono::milliseconds idle(m_now() - m_lastActivity);
    if (idle >= m_limit)
        ask(LockReason::Idle);
}

bool LockGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (m_active && isActivity(event->type())) {
        // The key that wakes a sleeping machine must not keep the case open: the time is looked at first.
        check();
        m_lastActivity = m_now();
    }
    return QObject::eventFilter(watched, event);
}

void LockGuard::ask(LockReason reason)
{
    if (!m_active)
        return;
    setActive(false);
    Q_EMIT lockNeeded(reason);
}

} // namespace tocsin::views
