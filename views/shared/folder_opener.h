// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace tocsin::views {

/// Shows a folder in the system's file manager. Injected, so that tests see what would be opened.
using FolderOpener = std::function<void(const QString &folder)>;

FolderOpener systemFolderOpener();

} // namespace tocsin::views
