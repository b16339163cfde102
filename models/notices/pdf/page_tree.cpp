// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/page_tree.h"

namespace tocsin::notices {

namespace {

constexpr int kPagesPerNode = 50;

} // namespace

PageTree::PageTree(ObjectFile &file) : m_file(file), m_root(file.allocate()) { }

int PageTree::add(int page)
{
    if (m_inNode == kPagesPerNode)
        flushNode();
    if (m_inNode == 0)
        m_node = m_file.allocate();
    m_kids += reference(page) + ' ';
    ++m_inNode;
    ++m_count;
    return m_node;
}

void PageTree::flushNode()
{
    if (m_inNode == 0)
        return;
    m_file.object(m_node,
                  "<</Type/Pages/Parent " + reference(m_root) + "/Count " + QByteArray::number(m_inNode) + "/Kids["
                      + m_kids + "]>>");
    m_nodes += reference(m_node) + ' ';
    m_kids.clear();
    m_inNode = 0;
}

int PageTree::finish()
{
    flushNode();
    m_file.object(m_root, "<</Type/Pages/Count " + QByteArray::number(m_count) + "/Kids[" + m_nodes + "]>>");
    return m_root;
}

} // namespace tocsin::notices
