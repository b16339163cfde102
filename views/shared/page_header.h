// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace tocsin::views {

/// The top of a page that is not made of one card: title, a line below it, actions at the right.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, const QString &line = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setLine(const QString &line);
    void addAction(QWidget *widget);

private:
    QLabel *m_title;
    QLabel *m_line;
    QHBoxLayout *m_layout;
};

/// A thin line between parts.
QWidget *makeSeparator(QWidget *parent = nullptr);

} // namespace tocsin::views
