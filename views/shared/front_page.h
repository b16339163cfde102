// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/notice_bar.h"

#include <QWidget>

class QVBoxLayout;

namespace tocsin::views {

class JobBar;

/// The frame of what is shown while no case is open: a column in the middle with a title, a place for errors, and a bar
/// for the work that runs. It shows nothing of a case.
class FrontPage : public QWidget
{
    Q_OBJECT

public:
    /// `columnWidth` in pixels; the column scrolls where the window is lower than it.
    FrontPage(const QString &title, const QString &sentence, int columnWidth, QWidget *parent = nullptr);

    /// An error next to what it is about, with ways on; they come back by stepChosen(). Ends the busy state.
    void showError(const QString &sentence, const QList<NextStep> &steps = {});
    void clearError();
    [[nodiscard]] QString errorText() const;

    /// Work runs: the bar says what, and the fields wait. The window goes on living.
    void setBusy(const QString &what);
    void setIdle();
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// Puts the keyboard where a person begins. (Not by a focus proxy: it would take a stop out of the order of Tab.)
    virtual void focusFirst() = 0;

Q_SIGNALS:
    void stepChosen(const QString &id);

protected:
    /// Where the fields go.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// Called by setIdle() and showError(): puts the keyboard where a person goes on.
    virtual void resume() { focusFirst(); }

private:
    NoticeBar *m_notice;
    JobBar *m_job;
    QWidget *m_fields;
    QVBoxLayout *m_content;
    bool m_busy = false;
};

} // namespace tocsin::views
