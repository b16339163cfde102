// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/object_file.h"

namespace tocsin::notices {

/// The tree of pages, two levels deep: a node per fifty pages, written when it is full.
class PageTree
{
public:
    explicit PageTree(ObjectFile &file);

    /// Adds a page object and gives the number of its parent.
    int add(int page);
    [[nodiscard]] int count() const { return m_count; }
    /// Writes what is left and gives the object number of the root.
    int finish();

private:
    ObjectFile &m_file;
    int m_root;
    int m_count = 0;
    int m_node = 0;
    int m_inNode = 0;
    QByteArray m_kids;
    QByteArray m_nodes;

    void flushNode();
};

} // namespace tocsin::notices
