// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QListView>
#include <QTableView>
#include <QTimer>

namespace tocsin::views {

class TwoLineDelegate;

/// How a column takes its share of the width.
struct ColumnWidth
{
    int stretch = 1; ///< share of what is left over; 0 keeps the minimum
    int minimum = 64; ///< pixels
};

/// A table as in the look: whole rows, no grid, one quiet heading, TwoLineDelegate. Tab leaves it, arrows move in it,
/// Enter activates. Columns always fill the width; what a person drags keeps its width, and the others share the rest.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(const QString &accessibleName, QWidget *parent = nullptr);

    /// Rows as high as their text (tables of a few hundred rows), or all of one height, which is fast at any length.
    void setWrapRows(bool wrap);
    void setColumns(const QList<ColumnWidth> &columns);
    /// As high as its rows, and no higher than so many of them.
    void setMostRows(int rows);

    void setModel(QAbstractItemModel *model) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void layOutColumns();
    void layOutRows();
    void keepDragged(int column, int size);

    TwoLineDelegate *m_delegate;
    QList<ColumnWidth> m_columns;
    QTimer m_rowHeights;
    int m_mostRows = 0; ///< 0: as high as its place
    bool m_layingOut = false;
    bool m_dragged = false; ///< a person said how wide; the table may then be wider than its place
};

/// The same for a single column: a list of things with a badge at the right.
class ListView : public QListView
{
    Q_OBJECT

public:
    explicit ListView(const QString &accessibleName, QWidget *parent = nullptr);

    void setWrapRows(bool wrap);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    TwoLineDelegate *m_delegate;
};

} // namespace tocsin::views
