// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/laid_out.h"
#include "notices/pdf/object_file.h"

namespace tocsin::notices {

/// The tree of structure elements of a file, and the way back from marked content to its element. Elements are written
/// with the pages they are on; only a number per document and per leaf of the way back stays.
class StructureTree
{
public:
    explicit StructureTree(ObjectFile &file);

    /// Writes a document's elements below one /Part. `pages` and `annotations` are object numbers, by page and by link
    /// of the page.
    void add(const LaidOut &laidOut, const QString &language, const std::vector<int> &pages,
             const std::vector<std::vector<int>> &annotations, const std::vector<int> &elementNumbers);
    /// Gives a page, or a link, its key on the way back; keys are asked for in the order in which things are written.
    int keyForPage(const PageContent &page, const std::vector<int> &elementNumbers);
    int keyForLink(int elementNumber);

    /// Writes what is left and gives the object number of the root.
    int finish();

private:
    ObjectFile &m_file;
    int m_root;
    int m_document;
    std::vector<int> m_parts;
    int m_nextKey = 0;
    QByteArray m_leaf;
    int m_leafFirst = 0;
    QByteArray m_leaves;

    int append(const QByteArray &value);
    void flushLeaf();
};

} // namespace tocsin::notices
