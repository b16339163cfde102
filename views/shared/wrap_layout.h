// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace tocsin::views {

/// Items beside one another as words are: what has no room on a line begins the next one.
class WrapLayout final : public QLayout
{
    Q_OBJECT

public:
    enum class Width {
        Own, ///< each item its own
        Widest, ///< all items that of the widest, so that they stand in columns
    };

    /// The margins are none; `spacing` is between items and between lines, in pixels.
    explicit WrapLayout(int spacing, QWidget *parent = nullptr, Width width = Width::Own);
    ~WrapLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// All on one line.
    [[nodiscard]] QSize sizeHint() const override;
    /// One below the other.
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &area) override;

private:
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    Width m_width;

    /// The least that an item gets, in pixels.
    [[nodiscard]] int columnWidth() const;
    /// Where each item that is shown goes in `area`, and how high they are together.
    int place(const QRect &area, bool move) const;
};

} // namespace tocsin::views
