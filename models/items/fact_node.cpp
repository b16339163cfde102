// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fact_node.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

FactNode *FactNode::add(const FactKey *of, bool line, const QString &called)
{
    children.push_back(std::make_unique<FactNode>(FactNode{of, this, line, called}));
    return children.back().get();
}

int FactNode::row() const
{
    const auto &all = parent->children;
    const auto found = std::find_if(all.cbegin(), all.cend(), [this](const auto &each) { return each.get() == this; });
    return static_cast<int>(found - all.cbegin());
}

bool FactNode::hasValue() const
{
    if (isLine)
        return key->kind != FactKind::Rows;
    return key && !key->isHeading() && !key->isList();
}

JsonPlace FactNode::place() const
{
    if (isNamedLine())
        return parent->place() << JsonStep{name};
    if (isLine)
        return parent->place() << JsonStep{{}, row()};
    if (key->isOfLine())
        return parent->place() << JsonStep{lastKey()};
    JsonPlace place;
    const QStringList steps = QString(key->path).split(u'.');
    for (const QString &step : steps)
        place << JsonStep{step};
    return place;
}

QString FactNode::path() const
{
    if (!key || key->isHeading())
        return {};
    if (isNamedLine())
        return parent->path() + u'.' + name;
    if (isLine)
        return u"%1[%2]"_s.arg(parent->path()).arg(row());
    return key->isOfLine() ? QString(parent->path() + u'.' + lastKey()) : QString(key->path);
}

FactNode *FactNode::nearest(const QString &wanted)
{
    if (wanted.isEmpty())
        return nullptr;
    FactNode *best = nullptr;
    qsizetype length = 0;
    findAround(wanted, best, length);
    return best ? best : firstUnder(wanted);
}

void FactNode::findAround(const QString &wanted, FactNode *&best, qsizetype &length)
{
    const QString own = path();
    const bool isAround = wanted == own || wanted.startsWith(own + u'.') || wanted.startsWith(own + u'[');
    if (isAround && own.size() > length) {
        best = this;
        length = own.size();
    }
    for (const auto &each : children)
        each->findAround(wanted, best, length);
}

FactNode *FactNode::firstUnder(const QString &group)
{
    if (path().startsWith(group + u'.'))
        return this;
    for (const auto &each : children) {
        if (FactNode *found = each->firstUnder(group))
            return found;
    }
    return nullptr;
}

} // namespace tocsin::items
