// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "shared/theme.h"
#include "welcome/welcome_page.h"

namespace tocsin::app {

/// What this machine remembers of its person: theme and the stores opened before, by path and date alone. Nothing of a
/// case.
class Settings
{
public:
    [[nodiscard]] views::ThemeChoice theme() const;
    void setTheme(views::ThemeChoice theme);

    [[nodiscard]] QList<views::RecentStore> recentStores() const;
    void rememberStore(const QString &path, const Instant &at);
    void forgetStore(const QString &path);
};

} // namespace tocsin::app
