// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/tasks_page.h"

#include "core/when_done.h"
#include "shared/card.h"
#include "shared/empty_state.h"
#include "shared/incident_gate.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/style_sheet.h"
#include "shared/undo_offer.h"
#include "tasks/task_board.h"
#include "tasks/task_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Task;
using casework::TaskColumn;

namespace {

constexpr int kPanelWidth = metrics::space(40);
constexpr auto kAssign = "assign"_L1;

} // namespace

TasksPage::TasksPage(CaseContext *context, QWidget *parent)
    : Page({u"tasks"_s, tr("Tasks"), {}, u"tasks"_s}, parent)
    , m_context(context)
    , m_model(new items::TaskBoardModel(context->file(), context->zone(), this))
    , m_header(new PageHeader(tr("Tasks"), {}, this))
    , m_add(new QPushButton(tr("Add a task"), this))
    , m_notice(new NoticeBar(this))
    , m_undo(new UndoOffer(context, casework::Kind::Task, m_notice, this))
    , m_stack(new QStackedWidget(this))
{
    setButtonKind(*m_add, ButtonKind::Primary);
    m_header->addAction(m_add);
    m_notice->setClosable(true);
    makeReopening();
    makeWork();
    makeEmptyStates();
    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(metrics::space(2));
    parts->addWidget(m_header);
    parts->addWidget(m_notice);
    parts->addWidget(m_reopening);
    parts->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage);
    layout->addWidget(new IncidentGate(
        *context, tr("Tasks are what has to be done to contain, repair and prove an incident."), content, this));
    connectParts();
    showIncident();
}

void TasksPage::makeReopening()
{
    auto *card = new Card(tr("Why is it opened again?"), this);
    m_reason = new QLineEdit(card);
    m_reason->setAccessibleName(tr("Why the task is opened again"));
    m_reason->setPlaceholderText(tr("What is still to be done"));
    auto *reopen = new QPushButton(tr("Open it again"), card);
    setButtonKind(*reopen, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Leave it done"), card);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space(1));
    row->addWidget(m_reason, 1);
    row->addWidget(reopen);
    row->addWidget(cancel);
    card->body()->addLayout(row);
    card->hide();
    m_reopening = card;
    const auto submit = [this] { submitMove(m_move, m_reason->text()); };
    connect(m_reason, &QLineEdit::returnPressed, this, submit);
    connect(reopen, &QPushButton::clicked, this, submit);
    connect(cancel, &QPushButton::clicked, this, &TasksPage::endReopening);
}

void TasksPage::makeWork()
{
    m_work = new QWidget(m_stack);
    m_board = new TaskBoard(m_model, m_context->may("task.move"_L1), m_work);
    m_panelCard = new Card({}, m_work);
    m_panelCard->setAccessibleName(tr("Task"));
    m_panelCard->setFixedWidth(kPanelWidth);
    m_panel = new TaskPanel(m_context, m_panelCard);
    m_panelCard->setContent(m_panel);
    m_panelCard->hide();
    auto *layout = new QHBoxLayout(m_work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(m_board, 1);
    layout->addWidget(m_panelCard);
    m_stack->addWidget(m_work);
}

void TasksPage::makeEmptyStates()
{
    m_noTasks = new EmptyState(u"tasks"_s, tr("No tasks yet"),
                               tr("What has to be done to contain, repair and prove belongs here, each with an owner "
                                  "and a date."),
                               tr("Add the first task"), m_stack);
    m_noTasks->setActionAllowed(m_context->may("task.add"_L1));
    m_stack->addWidget(m_noTasks);
}

void TasksPage::connectParts()
{
    connect(m_context, &CaseContext::incidentChanged, this, &TasksPage::showIncident);
    connect(m_context, &CaseContext::zoneChanged, this, [this] { m_model->setZone(m_context->zone()); });
    connect(m_add, &QPushButton::clicked, this, &TasksPage::addTask);
    connect(m_noTasks, &EmptyState::actionTriggered, this, &TasksPage::addTask);
    connect(m_model, &items::TaskBoardModel::ready, this, &TasksPage::showState);
    connect(m_context, &CaseContext::minutePassed, m_model, &items::TaskBoardModel::tick);
    connect(m_model, &items::TaskBoardModel::failed, this,
            [this](const QString &message) { m_notice->showNotice(Tone::Danger, message); });
    connect(m_board, &TaskBoard::moveWanted, this, [this](TaskId task, TaskColumn column, int position) {
        move({task, column, position});
    });
    connect(m_board, &TaskBoard::opened, this, &TasksPage::open);
    connect(m_board, &TaskBoard::currentChanged, this, [this](TaskId task) {
        if (isPanelOpen() && !m_panel->isEdited())
            open(task);
    });
    connect(m_panel, &TaskPanel::closed, this, &TasksPage::closePanel);
    connect(m_panel, &TaskPanel::saved, this, [this](const casework::Receipt &receipt) { onDone(receipt); });
    connect(m_undo, &UndoOffer::undone, this, &TasksPage::onUndone);
    connect(m_notice, &NoticeBar::stepChosen, this, [this](const QString &id) {
        if (id == kAssign)
            assignToMe();
    });
}

void TasksPage::showIncident()
{
    m_panelCard->hide();
    endReopening();
    m_notice->clear();
    m_model->setIncident(m_context->incident());
    showState();
}

void TasksPage::showState()
{
    m_add->setVisible(m_context->may(casework::AddTask::kAction));
    m_header->setLine(m_context->may("task.move"_L1)
                          ? tr("Arrows go from card to card; with Ctrl they take the card along. Enter opens it.")
                          : tr("Arrows go from card to card. Enter opens it."));
    if (!m_model->isReady() || m_context->incident().isNull()) {
        m_stack->setCurrentWidget(m_work);
        setCount(0, Tone::Neutral, {});
        return;
    }
    const bool empty = m_model->rowCount() == 0 && !isPanelOpen();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_noTasks) : m_work);
    if (std::exchange(m_focusWhenReady, false) && m_add->hasFocus() && !empty)
        m_board->focusCurrent();
    const int late = m_model->lateCount();
    setCount(late, Tone::Danger, late > 0 ? tr("%1 late").arg(late) : QString());
    if (const Task *wanted = m_model->taskByReference(m_wanted)) {
        m_wanted.clear();
        m_follow = wanted->id;
        open(wanted->id);
    }
    if (m_model->task(m_follow)) {
        m_board->choose(m_follow);
        if (isPanelOpen())
            open(m_follow);
        m_follow = {};
    } else if (const Task *shown = m_model->task(m_panel->task()); shown && isPanelOpen()) {
        m_panel->showTask(*shown);
    }
}

bool TasksPage::isPanelOpen() const
{
    return !m_panelCard->isHidden();
}

void TasksPage::open(TaskId task)
{
    const Task *found = m_model->task(task);
    if (!found)
        return;
    m_panel->showTask(*found);
    m_panelCard->show();
}

void TasksPage::addTask()
{
    m_panelCard->show();
    m_stack->setCurrentWidget(m_work);
    m_panel->beginNew();
}

void TasksPage::closePanel()
{
    m_panelCard->hide();
    m_board->focusCurrent();
    showState();
}

void TasksPage::move(const Move &move)
{
    const Task *task = m_model->task(move.task);
    if (!task)
        return;
    endReopening();
    if (task->column == TaskColumn::Done && move.column != TaskColumn::Done) {
        m_move = move;
        static_cast<Card *>(m_reopening)->setTitle(tr("Why is %1 opened again?").arg(task->reference()));
        m_reopening->show();
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    submitMove(move, {});
}

void TasksPage::submitMove(const Move &move, const QString &reason)
{
    const casework::MoveTask command{move.task, move.column, move.position, reason};
    whenDone(m_context->file()->submit(command), this, [this, move](const Result<casework::Receipt> &receipt) {
        if (!receipt) {
            moveFailed(move, receipt.error());
            return;
        }
        onDone(*receipt);
        endReopening();
    });
}

void TasksPage::onDone(const casework::Receipt &receipt)
{
    m_follow = TaskId{receipt.id};
    m_undo->offer(receipt);
}

/// The task is where it was; the keyboard goes with it, for the button that had it is gone.
void TasksPage::onUndone(const casework::Undone &undone)
{
    m_follow = TaskId{undone.receipt.id};
    if (!isPanelOpen())
        m_board->focusCurrent();
}

void TasksPage::moveFailed(const Move &move, const Error &error)
{
    const Task *task = m_model->task(move.task);
    const bool unowned = task && task->owner.isNull() && error.code == ErrorCode::Conflict;
    m_move = move;
    const bool mayAssign = unowned && m_context->may("task.edit"_L1);
    m_notice->showNotice(Tone::Warning, error.message,
                         mayAssign ? QList<NextStep>{{kAssign, tr("Assign to me")}} : QList<NextStep>());
}

void TasksPage::assignToMe()
{
    const Task *task = m_model->task(m_move.task);
    if (!task)
        return;
    const casework::EditTask command{task->id, task->title, task->detail, m_context->file()->actor().id, task->due};
    whenDone(m_context->file()->submit(command), this, [this](const Result<casework::Receipt> &receipt) {
        if (receipt)
            submitMove(m_move, {});
        else
            m_notice->showNotice(Tone::Danger, receipt.error().message);
    });
}

void TasksPage::endReopening()
{
    const bool hadKeyboard = m_reason->hasFocus();
    m_reopening->hide();
    m_reason->clear();
    if (hadKeyboard)
        m_board->focusCurrent();
}

void TasksPage::focusFirst()
{
    m_focusWhenReady = !m_model->isReady();
    if (m_stack->currentWidget() == m_work && m_model->rowCount() > 0)
        m_board->focusCurrent();
    else
        Page::focusFirst();
}

void TasksPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return Page::keyPressEvent(event);
    if (m_reopening->isVisible())
        endReopening();
    else if (isPanelOpen())
        closePanel();
}

QList<Command> TasksPage::commands()
{
    return {{u"tasks.add"_s, tr("Add a task"), tr("new remediation work"), QKeySequence(Qt::CTRL | Qt::Key_T),
             [this] { addTask(); },
             [this] { return !m_context->incident().isNull() && m_context->may(casework::AddTask::kAction); }},
            {u"tasks.undo"_s,
             tr("Take back the latest change of a task"),
             tr("undo reverse"),
             {},
             [this] { m_undo->undo(); },
             [this] { return m_context->may(casework::MoveTask::kAction); }}};
}

QVariantMap TasksPage::place() const
{
    const Task *current = m_model->task(m_board->current());
    return {{u"task"_s, current ? current->id.value : 0}, {u"open"_s, isPanelOpen()}};
}

void TasksPage::restorePlace(const QVariantMap &place)
{
    m_follow = TaskId{place.value(u"task"_s).toLongLong()};
    m_panelCard->setVisible(place.value(u"open"_s).toBool() && !m_follow.isNull());
    showState();
}

bool TasksPage::showRecord(const QString &recordId)
{
    if (!recordId.startsWith("T-"_L1))
        return false;
    m_wanted = recordId;
    if (m_model->isReady())
        showState();
    return !m_model->isReady() || m_wanted.isEmpty();
}

} // namespace tocsin::views
