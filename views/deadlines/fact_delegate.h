// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tocsin::views {

/// Paints the cells of the outline of facts, what is wrong with a fact below its value, and makes the editor that fits
/// the kind of the fact: a line, a choice, or a choice in which any word can be typed.
class FactDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FactDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    /// What is chosen counts at once; the editor stays, since the arrows choose too.
    void takeChoice();
};

} // namespace tocsin::views
