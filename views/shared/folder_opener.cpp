// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/folder_opener.h"

#include <QDesktopServices>
#include <QUrl>

namespace tocsin::views {

FolderOpener systemFolderOpener()
{
    return [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); };
}

} // namespace tocsin::views
