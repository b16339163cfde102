// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "items/obligation_model.h"
#include "items/task_board_model.h"
#include "items/task_progress_model.h"
#include "items/timeline_model.h"
#include "law/facts.h"
#include "shared/case_context.h"
#include "shared/page.h"

class QStackedWidget;

namespace tocsin::views {

class Card;
class EmptyState;
class NewIncidentForm;
class NoticeBar;
class QuickEntry;
class TableView;
class TimelineList;
class WaitingList;

/// Where an incident stands: the next deadlines, what just happened, how far the work is, and what waits for the person
/// who looks. A store without an incident begins one here.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(CaseContext *context, QWidget *parent = nullptr);

    void focusFirst() override;
    [[nodiscard]] QList<Command> commands() override;

private:
    CaseContext *m_context;
    items::ObligationModel *m_duties;
    items::TimelineModel *m_entries;
    items::TaskBoardModel *m_tasks;
    items::TaskProgressModel *m_progress;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    QWidget *m_work;
    EmptyState *m_empty;
    QWidget *m_formPage;
    NewIncidentForm *m_form;
    Card *m_deadlines;
    QStackedWidget *m_deadlineStack;
    TableView *m_table;
    QuickEntry *m_entry;
    TimelineList *m_list;
    WaitingList *m_waiting;
    int m_asked = 0;

    [[nodiscard]] QWidget *makeWork();
    [[nodiscard]] QWidget *makeDeadlines();
    [[nodiscard]] QWidget *makeTimeline();
    [[nodiscard]] QWidget *makeTasks();
    [[nodiscard]] QWidget *makeWaiting();
    [[nodiscard]] QWidget *makeFormPage();
    void connectParts();
    void showIncident();
    void sayWhatBegan(const casework::Receipt &receipt);
    void loadDuties();
    void showDuties(const QList<casework::ObligationRecord> &records, const law::Facts &facts);
    void beginIncident();
};

} // namespace tocsin::views
