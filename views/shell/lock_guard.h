// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace tocsin::views {

/// Why the window must lock.
enum class LockReason { Idle, Suspend, ScreenLock };

/// Something outside that asks for a lock: the system going to sleep, the screen being locked.
class LockSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Called once the case is hidden, so that a source that held the system back can let it go.
    virtual void locked() { }

Q_SIGNALS:
    void lockNeeded(tocsin::views::LockReason reason);
};

/// Asks for a lock after a time without a key or the pointer, and whenever a source does. It only asks; whoever listens
/// hides the case and closes the store.
class LockGuard final : public QObject
{
    Q_OBJECT

public:
    /// Milliseconds that never run backwards and go on while the machine sleeps.
    using Now = std::function<qint64()>;

    static constexpr std::chrono::minutes kDefaultIdle{10};
    static constexpr std::chrono::minutes kLongestIdle{15};

    explicit LockGuard(Now now = systemNow(), QObject *parent = nullptr);

    /// Watches what a person does anywhere in the application.
    void watch(QObject *application);
    void addSource(LockSource *source);

    /// 1 to 15 minutes; what lies outside is brought to the nearest.
    void setIdleLimit(std::chrono::minutes limit);
    [[nodiscard]] std::chrono::minutes idleLimit() const { return m_limit; }

    /// On while a case is open. Turning it on counts as activity.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }

    /// Looks at the time; the guard does so itself every few seconds.
    void check();

    static Now systemNow();

Q_SIGNALS:
    void lockNeeded(tocsin::views::LockReason reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask(LockReason reason);

    Now m_now;
    QTimer m_timer;
    std::chrono::minutes m_limit = kDefaultIdle;
    qint64 m_lastActivity = 0;
    bool m_active = false;
};

} // namespace tocsin::views
