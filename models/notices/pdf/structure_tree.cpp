// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/structure_tree.h"

namespace tocsin::notices {

namespace {

constexpr int kKeysPerLeaf = 100;

QByteArray kidsOf(const Element &element, const std::vector<int> &elementNumbers, const std::vector<int> &pages,
                  const std::vector<std::vector<int>> &annotations)
{
    QByteArray kids;
    for (const Kid &kid : element.kids) {
        const QByteArray page = reference(pages[static_cast<size_t>(kid.page)]);
        const auto index = static_cast<size_t>(kid.index);
        switch (kid.kind) {
        case Kid::Kind::Element:
            kids += reference(elementNumbers[index]);
            break;
        case Kid::Kind::Content:
            kids += "<</Type/MCR/Pg " + page + "/MCID " + QByteArray::number(kid.index) + ">>";
            break;
        case Kid::Kind::Annotation:
            kids += "<</Type/OBJR/Pg " + page + "/Obj " + reference(annotations[static_cast<size_t>(kid.page)][index])
                + ">>";
            break;
        }
        kids += ' ';
    }
    return kids;
}

/// Most elements are one piece of text on one page, for which there is a shorter way to say so.
QByteArray contentOf(const Element &element, const std::vector<int> &elementNumbers, const std::vector<int> &pages,
                     const std::vector<std::vector<int>> &annotations)
{
    if (element.kids.empty())
        return {};
    const Kid &first = element.kids.front();
    if (element.kids.size() == 1 && first.kind == Kid::Kind::Content)
        return "/Pg " + reference(pages[static_cast<size_t>(first.page)]) + "/K " + QByteArray::number(first.index);
    return "/K[" + kidsOf(element, elementNumbers, pages, annotations) + ']';
}

} // namespace

StructureTree::StructureTree(ObjectFile &file) : m_file(file), m_root(file.allocate()), m_document(file.allocate()) { }

void StructureTree::add(const LaidOut &laidOut, const QString &language, const std::vector<int> &pages,
                        const std::vector<std::vector<int>> &annotations, const std::vector<int> &elementNumbers)
{
    const int part = m_file.allocate();
    m_parts.push_back(part);
    QByteArray kids;
    for (size_t i = 0; i < laidOut.elements.size(); ++i) {
        const Element &element = laidOut.elements[i];
        const int parent = element.parent < 0 ? part : elementNumbers[static_cast<size_t>(element.parent)];
        if (element.parent < 0)
            kids += reference(elementNumbers[i]) + ' ';
        m_file.object(elementNumbers[i],
                      "<</S/" + element.tag + "/P " + reference(parent) + element.entries
                          + contentOf(element, elementNumbers, pages, annotations) + ">>");
    }
    m_file.object(part,
                  "<</S/Part/P " + reference(m_document) + "/Lang " + textString(language) + "/K[" + kids + "]>>");
}

int StructureTree::keyForPage(const PageContent &page, const std::vector<int> &elementNumbers)
{
    QByteArray owners("[");
    for (const int element : page.marked)
        owners += reference(elementNumbers[static_cast<size_t>(element)]) + ' ';
    return append(owners + ']');
}

int StructureTree::keyForLink(int elementNumber)
{
    return append(reference(elementNumber));
}

int StructureTree::append(const QByteArray &value)
{
    const int key = m_nextKey++;
    m_leaf += QByteArray::number(key) + ' ' + value + ' ';
    if (m_nextKey - m_leafFirst == kKeysPerLeaf)
        flushLeaf();
    return key;
}

void StructureTree::flushLeaf()
{
    if (m_nextKey == m_leafFirst)
        return;
    const int leaf = m_file.allocate();
    m_file.object(leaf,
                  "<</Limits[" + QByteArray::number(m_leafFirst) + ' ' + QByteArray::number(m_nextKey - 1) + "]/Nums["
                      + m_leaf + "]>>");
    m_leaves += reference(leaf) + ' ';
    m_leaf.clear();
    m_leafFirst = m_nextKey;
}

int StructureTree::finish()
{
    flushLeaf();
    QByteArray parts;
    for (const int part : m_parts)
        parts += reference(part) + ' ';
    m_file.object(m_document, "<</S/Document/P " + reference(m_root) + "/K[" + parts + "]>>");
    m_file.object(m_root,
                  "<</Type/StructTreeRoot/K " + reference(m_document) + "/ParentTree<</Kids[" + m_leaves
                      + "]>>/ParentTreeNextKey " + QByteArray::number(m_nextKey) + ">>");
    return m_root;
}

} // namespace tocsin::notices
