// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/outline_tree.h"

namespace tocsin::notices {

namespace {

struct Node
{
    int number = 0;
    int parent = -1; ///< index, -1 for the root
    int previous = -1;
    int next = -1;
    std::vector<int> kids = {};
};

/// Entries that name the first and last of some items, all shown closed.
QByteArray span(const std::vector<Node> &nodes, const std::vector<int> &kids, bool open)
{
    if (kids.empty())
        return {};
    const auto count = static_cast<int>(kids.size());
    return "/First " + reference(nodes[static_cast<size_t>(kids.front())].number) + "/Last "
        + reference(nodes[static_cast<size_t>(kids.back())].number) + "/Count "
        + QByteArray::number(open ? count : -count);
}

} // namespace

int writeOutline(ObjectFile &file, const std::vector<OutlineItem> &items)
{
    if (items.empty())
        return 0;
    const int root = file.allocate();
    std::vector<Node> nodes;
    std::vector<int> top;
    std::vector<int> path; // the open item of each level so far
    for (size_t i = 0; i < items.size(); ++i) {
        while (!path.empty() && items[static_cast<size_t>(path.back())].level >= items[i].level)
            path.pop_back();
        Node node;
        node.number = file.allocate();
        node.parent = path.empty() ? -1 : path.back();
        std::vector<int> &siblings = node.parent < 0 ? top : nodes[static_cast<size_t>(node.parent)].kids;
        const auto index = static_cast<int>(i);
        if (!siblings.empty()) {
            node.previous = siblings.back();
            nodes[static_cast<size_t>(node.previous)].next = index;
        }
        siblings.push_back(index);
        path.push_back(index);
        nodes.push_back(std::move(node));
    }
    for (size_t i = 0; i < items.size(); ++i) {
        const Node &node = nodes[i];
        const auto link = [&](const char *key, int index) {
            return index < 0 ? QByteArray() : key + reference(nodes[static_cast<size_t>(index)].number);
        };
        file.object(node.number,
                    "<</Title " + textString(items[i].title) + "/Parent "
                        + reference(node.parent < 0 ? root : nodes[static_cast<size_t>(node.parent)].number)
                        + link("/Prev ", node.previous) + link("/Next ", node.next) + span(nodes, node.kids, false)
                        + "/Dest " + items[i].destination + ">>");
    }
    file.object(root, "<</Type/Outlines" + span(nodes, top, true) + ">>");
    return root;
}

} // namespace tocsin::notices
