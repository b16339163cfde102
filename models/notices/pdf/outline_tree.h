// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/object_file.h"

namespace tocsin::notices {

struct OutlineItem
{
    int level = 1; ///< an item is below the last one of a lower level
    QString title;
    QByteArray destination;
};

/// Writes the bookmarks and gives the object number of their root, or 0 if there are none.
int writeOutline(ObjectFile &file, const std::vector<OutlineItem> &items);

} // namespace tocsin::notices
