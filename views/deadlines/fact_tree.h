// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace tocsin::views {

/// The outline of facts as a tree for the keyboard: arrows move and open branches, Enter or any letter edits the value,
/// F2 the name of a line, Tab in an editor goes on to the next fact, Insert adds a line, Delete removes it or makes the
/// fact unknown.
class FactTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit FactTree(QWidget *parent = nullptr);

    /// Makes a cell the current one, opens the branches above it, and its editor if it has one.
    void editCell(const QModelIndex &cell);

Q_SIGNALS:
    void lineWanted();
    void removalWanted();
    void leaveWanted(); ///< Escape, with nothing being edited
    void currentMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

protected Q_SLOTS:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    bool takeKey(QKeyEvent &event);
    void editName();
    void editNext(const QModelIndex &from, bool forward);
};

} // namespace tocsin::views
