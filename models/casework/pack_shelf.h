// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "law/rule_pack.h"

#include <QHash>
#include <QMutex>

#include <functional>
#include <memory>

namespace tocsin::casework {

/// The rule packs a session has at hand: those of the program, or of the folder that was chosen for this session
/// (`--law DIR`), and those read from the store, each parsed once. May be used from several threads.
class PackShelf
{
public:
    /// `chosen`: the packs are of a folder that somebody named, and count before those an incident is pinned to.
    PackShelf(std::shared_ptr<const law::RulePacks> packs, bool chosen)
        : m_packs(std::move(packs)), m_chosen(chosen) { }

    [[nodiscard]] const law::RulePacks &packs() const { return *m_packs; }
    [[nodiscard]] bool isChosen() const { return m_chosen; }

    /// The pack with this digest; `read` gives its bytes if it is not parsed yet. Fails as law::parseRulePack does, or
    /// with StoreDamaged if the bytes have another digest.
    Result<law::RulePack> parsed(const QString &sha256, const std::function<Result<QByteArray>()> &read) const;

private:
    std::shared_ptr<const law::RulePacks> m_packs;
    bool m_chosen = false;
    mutable QMutex m_mutex;
    mutable QHash<QString, law::RulePack> m_parsed;
};

} // namespace tocsin::casework
