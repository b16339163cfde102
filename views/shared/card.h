// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tocsin::views {

/// A titled panel. Its title is what assistive technology calls the group.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;

    /// A link at the right of the title: "All 12". actionTriggered() says it was chosen. An empty text takes it away.
    void setAction(const QString &text);
    /// Puts a widget at the right of the title (a filter, a button), in the order of the calls.
    void addToHeader(QWidget *widget);

    /// Where the content goes.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// The whole content is this one widget, to the edges of the padding.
    void setContent(QWidget *widget);

Q_SIGNALS:
    void actionTriggered();

private:
    QHBoxLayout *m_header;
    QVBoxLayout *m_body;
    QLabel *m_title;
    QPushButton *m_action = nullptr;
};

} // namespace tocsin::views
