// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QClipboard>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace tocsin::views {

/// Takes what was copied or selected in Tocsin off the clipboard after a minute; the window also does so when it locks.
/// What another program put there is left alone.
class ClipboardGuard final : public QObject
{
    Q_OBJECT

public:
    /// True while the clipboard holds what this program put there. Injected: not every platform can tell.
    using Owns = std::function<bool(QClipboard::Mode)>;

    explicit ClipboardGuard(QClipboard &clipboard, QObject *parent = nullptr);
    ClipboardGuard(QClipboard &clipboard, Owns owns, std::chrono::milliseconds keep, QObject *parent = nullptr);

    void clearNow();

private:
    void noteChange();

    QClipboard &m_clipboard;
    Owns m_owns;
    QTimer m_timer;
};

} // namespace tocsin::views
