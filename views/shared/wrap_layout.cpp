// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/wrap_layout.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace tocsin::views {

WrapLayout::WrapLayout(int spacing, QWidget *parent, Width width) : QLayout(parent), m_width(width)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)].get() : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[static_cast<size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int WrapLayout::heightForWidth(int width) const
{
    return place({0, 0, width, 0}, false);
}

QSize WrapLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize wanted = item->sizeHint();
        size = {size.width() + wanted.width() + (size.isEmpty() ? 0 : spacing()),
                std::max(size.height(), wanted.height())};
    }
    return size;
}

QSize WrapLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void WrapLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    place(area, true);
}

int WrapLayout::columnWidth() const
{
    int width = 0;
    if (m_width == Width::Own)
        return width;
    for (const auto &item : m_items)
        width = std::max(width, item->isEmpty() ? 0 : item->sizeHint().width());
    return width;
}

int WrapLayout::place(const QRect &area, bool move) const
{
    const QSize least(columnWidth(), 0);
    QList<std::pair<QLayoutItem *, QRect>> line;
    int x = area.x();
    int y = area.y();
    int height = 0; // of the line
    const auto settle = [&] {
        for (const auto &[item, place] : std::as_const(line)) {
            if (move)
                item->setGeometry(place.translated(0, (height - place.height()) / 2));
        }
        line.clear();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().expandedTo(least).boundedTo({area.width(), QLAYOUTSIZE_MAX});
        if (!line.isEmpty() && x + size.width() > area.x() + area.width()) {
            settle();
            x = area.x();
            y += height + spacing();
            height = 0;
        }
        line.append({item.get(), QRect(QPoint(x, y), size)});
        x += size.width() + spacing();
        height = std::max(height, size.height());
    }
    settle();
    return y + height - area.y();
}

} // namespace tocsin::views
