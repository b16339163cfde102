// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/theme.h"

#include <QAbstractButton>
#include <QFrame>
#include <QList>
#include <QString>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace tocsin::views {

class Page;

/// One page in the rail: icon, title, count. Narrow, it is the icon alone with the count's dot, and a tool tip.
class RailButton final : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const QString &pageId, const QString &title, const QString &icon, QWidget *parent = nullptr);

    [[nodiscard]] const QString &pageId() const { return m_pageId; }
    void setCount(int count, Tone tone, const QString &words);
    void setNarrow(bool narrow);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintCount(QPainter &painter) const;

    QString m_pageId;
    QString m_icon;
    QString m_countWords;
    int m_count = 0;
    Tone m_tone = Tone::Neutral;
    bool m_narrow = false;
};

/// The rail of pages at the left: groups under headings, scrolling where the window is low. One stop for Tab; up and
/// down move in it.
class Rail final : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// Shows these pages in their order; a heading stands before the first page of each section.
    void setPages(const QList<Page *> &pages);
    void setCurrent(const QString &pageId);
    /// Icons only, for narrow windows.
    void setNarrow(bool narrow);
    void focusCurrent();

Q_SIGNALS:
    void pageChosen(const QString &pageId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void clear();
    void addHeading(const QString &section);
    void addPage(Page &page);
    void moveFocus(int step);

    QLabel *m_name;
    QScrollArea *m_scroll;
    QVBoxLayout *m_layout = nullptr;
    QList<RailButton *> m_buttons;
    QList<QLabel *> m_headings;
    bool m_narrow = false;
};

} // namespace tocsin::views
