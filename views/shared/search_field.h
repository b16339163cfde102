// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace tocsin::views {

/// A field that filters what is below it: a lens, a cross to clear, Escape to clear, Down to go to the results.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A moment after the last key, or at once on Return, so that a search does not run for each letter.
    void searchChanged(const QString &words);
    /// Down was pressed: give the keyboard to the results.
    void resultsWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();

    QTimer m_pause;
    QString m_told;
};

} // namespace tocsin::views
