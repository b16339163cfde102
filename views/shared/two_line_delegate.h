// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tocsin::views {

/// Paints rows as in the look: a first line, a muted second line, a badge or a bar, a hairline below (the roles of
/// items/item_roles.h). Cut text has a tool tip with all of it.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TwoLineDelegate(QObject *parent = nullptr);

    /// Wrapping rows are as high as their text; others are kRow pixels and end in …. Wrapping asks every row for its
    /// height, so it is for tables of a few hundred rows.
    void setWrapping(bool wrapping) { m_wrapping = wrapping; }
    [[nodiscard]] bool isWrapping() const { return m_wrapping; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    bool m_wrapping = false;
};

/// The ring of focus around the row that the keyboard is on, this cell's part of it: rows are what is chosen.
void drawFocusRing(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

} // namespace tocsin::views
