// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/clipboard_guard.h"

namespace tocsin::views {

using namespace std::chrono_literals;

namespace {

ClipboardGuard::Owns askPlatform(QClipboard &clipboard)
{
    return [&clipboard](QClipboard::Mode mode) {
        return mode == QClipboard::Selection ? clipboard.ownsSelection() : clipboard.ownsClipboard();
    };
}

} // namespace

ClipboardGuard::ClipboardGuard(QClipboard &clipboard, QObject *parent)
    : ClipboardGuard(clipboard, askPlatform(clipboard), 1min, parent)
{
}

ClipboardGuard::ClipboardGuard(QClipboard &clipboard, Owns owns, std::chrono::milliseconds keep, QObject *parent)
    : QObject(parent), m_clipboard(clipboard), m_owns(std::move(owns))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(keep);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::clearNow);
    connect(&m_clipboard, &QClipboard::dataChanged, this, &ClipboardGuard::noteChange);
    connect(&m_clipboard, &QClipboard::selectionChanged, this, &ClipboardGuard::noteChange);
}

void ClipboardGuard::noteChange()
{
    if (m_owns(QClipboard::Clipboard) || (m_clipboard.supportsSelection() && m_owns(QClipboard::Selection)))
        m_timer.start();
}

void ClipboardGuard::clearNow()
{
    m_timer.stop();
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        const bool exists = mode == QClipboard::Clipboard || m_clipboard.supportsSelection();
        if (exists && m_owns(mode) && !m_clipboard.text(mode).isEmpty())
            m_clipboard.clear(mode);
    }
}

} // namespace tocsin::views
