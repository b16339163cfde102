// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <limits>

class QButtonGroup;
class QGridLayout;
class QPushButton;

namespace tocsin::views {

/// One of a row of filters: "Owed 12". A count below 0 is not shown.
struct Segment
{
    QString id;
    QString text;
    int count = -1;
};

/// A row of filters of which one is on. Arrow keys move between them, as among radio buttons.
class SegmentedFilter : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedFilter(const QString &accessibleName, QWidget *parent = nullptr);

    /// In how many columns the segments that are set next stand; the rest goes to rows below.
    void setColumns(int columns);
    /// Keeps the one that is on if it is still there, else turns on the first; then currentChanged() is emitted.
    void setSegments(const QList<Segment> &segments);
    void setCount(const QString &id, int count);
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const { return m_current; }

Q_SIGNALS:
    void currentChanged(const QString &id);

private:
    void rebuild();
    void choose(int index);

    QList<Segment> m_segments;
    QList<QPushButton *> m_buttons;
    QGridLayout *m_layout;
    int m_columns = std::numeric_limits<int>::max();
    QButtonGroup *m_group;
    QString m_current;
};

} // namespace tocsin::views
