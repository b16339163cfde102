// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/task_board_model.h"
#include "shared/case_context.h"
#include "shared/page.h"

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace tocsin::views {

class Card;
class EmptyState;
class NoticeBar;
class PageHeader;
class TaskBoard;
class TaskPanel;
class UndoOffer;

/// What has to be done: a board of six columns, and one task in full beside it.
class TasksPage final : public Page
{
    Q_OBJECT

public:
    explicit TasksPage(CaseContext *context, QWidget *parent = nullptr);

    void focusFirst() override;
    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    /// A task's reference, such as T-31.
    bool showRecord(const QString &recordId) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A move that was asked for, kept while a person says what it still needs.
    struct Move
    {
        TaskId task;
        casework::TaskColumn column = casework::TaskColumn::Backlog;
        int position = -1;
    };

    CaseContext *m_context;
    items::TaskBoardModel *m_model;
    bool m_focusWhenReady = false; ///< a person came before the tasks did
    PageHeader *m_header;
    QPushButton *m_add;
    NoticeBar *m_notice;
    UndoOffer *m_undo;
    QWidget *m_reopening;
    QLineEdit *m_reason;
    QStackedWidget *m_stack;
    QWidget *m_work;
    TaskBoard *m_board;
    Card *m_panelCard;
    TaskPanel *m_panel;
    EmptyState *m_noTasks;
    Move m_move;
    TaskId m_follow; ///< to put in front once the board has it in its new place
    QString m_wanted; ///< reference to show once the tasks are there

    void makeReopening();
    void makeWork();
    void makeEmptyStates();
    void connectParts();
    void showIncident();
    void showState();
    [[nodiscard]] bool isPanelOpen() const;
    void open(TaskId task);
    void addTask();
    void closePanel();
    void move(const Move &move);
    void submitMove(const Move &move, const QString &reason);
    void onDone(const casework::Receipt &receipt);
    void onUndone(const casework::Undone &undone);
    void moveFailed(const Move &move, const Error &error);
    void assignToMe();
    void endReopening();
};

} // namespace tocsin::views
