// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/theme.h"

#include <QFrame>
#include <QList>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace tocsin::views {

/// A way on from a notice: the words of its button, and an id for stepChosen().
struct NextStep
{
    QString id;
    QString text;
    friend bool operator==(const NextStep &, const NextStep &) = default;
};

/// A sentence next to what it is about, with the next step as buttons. Hidden while it has nothing to say. Assistive
/// technology hears it as an alert.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Saying what it says already does nothing: an alert that is said again and again is not heard.
    void showNotice(Tone tone, const QString &sentence, const QList<NextStep> &steps = {});
    void clear();
    [[nodiscard]] QString text() const;

    /// Whether a person may close it; off by default, since most notices go when their cause does.
    void setClosable(bool closable);

Q_SIGNALS:
    void stepChosen(const QString &id);
    void closed();

private:
    void setSteps(const QList<NextStep> &steps);

    Tone m_tone = Tone::Neutral;
    QList<NextStep> m_offered;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_steps;
    QToolButton *m_close;
};

} // namespace tocsin::views
