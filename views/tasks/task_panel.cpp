// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasks/task_panel.h"

#include "core/when_done.h"
#include "items/wording.h"
#include "shared/empty_layout.h"
#include "shared/form.h"
#include "shared/icons.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <tuple>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Task;
using casework::TaskMove;

namespace {

/// Whether what the panel shows of two states of a task is the same.
bool readsTheSame(const Task &a, const Task &b)
{
    const auto shown = [](const Task &task) {
        return std::tie(task.title, task.detail, task.column, task.owner, task.ownerName, task.due, task.dueAt,
                        task.sprint, task.remediationClass, task.position, task.changed, task.reopened);
    };
    return shown(a) == shown(b);
}

} // namespace

TaskPanel::TaskPanel(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_heading(makeLabel({}, TypeStyle::Strong, this))
    , m_close(new QToolButton(this))
    , m_form(new Form(2, this))
    , m_title(new QLineEdit(this))
    , m_detail(new QPlainTextEdit(this))
    , m_owner(new QComboBox(this))
    , m_dueField(new QWidget(this))
    , m_hasDue(new QCheckBox(tr("Due on"), m_dueField))
    , m_due(new QDateEdit(m_dueField))
    , m_hour(makeMutedLabel({}, TypeStyle::Small, m_dueField))
    , m_class(new QComboBox(this))
    , m_sprint(new QLineEdit(this))
    , m_notice(new NoticeBar(this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_history(makeHistory())
{
    m_close->setIcon(themedIcon(u"close"_s));
    m_close->setAccessibleName(tr("Close this task"));
    m_close->setToolTip(m_close->accessibleName());
    setButtonKind(*m_save, ButtonKind::Primary);
    makeFields();
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addLayout(top);
    layout->addWidget(m_form);
    layout->addWidget(m_notice);
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    layout->addWidget(m_history, 1);
    layout->addStretch(0); // takes what is left while there is no history
    connect(m_close, &QToolButton::clicked, this, &TaskPanel::closed);
    connect(m_save, &QPushButton::clicked, this, &TaskPanel::save);
    connect(m_title, &QLineEdit::returnPressed, m_save, &QPushButton::click); // nothing while it is disabled
    connect(m_title, &QLineEdit::textEdited, this, [this] { m_form->setError(m_title, {}); });
    connect(m_hasDue, &QCheckBox::toggled, m_due, &QWidget::setEnabled);
    connect(m_hasDue, &QCheckBox::toggled, this, &TaskPanel::showHour);
    connect(m_due, &QDateEdit::dateChanged, this, &TaskPanel::showHour);
    connect(m_sprint, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    loadPeople();
}

void TaskPanel::makeFields()
{
    m_detail->setTabChangesFocus(true);
    m_detail->setFixedHeight(metrics::space(12));
    m_due->setCalendarPopup(true);
    m_due->setDisplayFormat(u"d MMM yyyy"_s);
    m_due->setAccessibleName(tr("Due date"));
    auto *due = new QHBoxLayout(m_dueField);
    due->setContentsMargins(0, 0, 0, 0);
    due->addWidget(m_hasDue);
    due->addWidget(m_due, 1);
    due->addWidget(m_hour);
    m_dueField->setFocusProxy(m_hasDue);
    m_form->addField(tr("&Title"), m_title, {}, 2);
    m_form->addField(tr("&Detail"), m_detail, {}, 2);
    m_form->addField(tr("&Owner"), m_owner, {}, 2);
    m_form->addField(tr("D&ue"), m_dueField, {}, 2);
    m_class->addItem(tr("None"), QString());
    for (const casework::RemediationClass &each : casework::kRemediationClasses)
        m_class->addItem(tr("%1, %n days", nullptr, each.days).arg(each.name), QString(each.name));
    m_class->setAccessibleName(tr("Class of remediation"));
    m_form->addField(tr("&Class"), m_class);
    m_sprint->setPlaceholderText(tr("such as 2026-24"));
    m_form->addField(tr("Sp&rint"), m_sprint);
}

QWidget *TaskPanel::makeHistory()
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("History"));
    auto *content = new QWidget(area);
    m_moves = new QVBoxLayout(content);
    m_moves->setContentsMargins(0, metrics::space(1), 0, 0);
    m_moves->setSpacing(4);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false); // the card's ground shows through
    content->setAutoFillBackground(false);
    return area;
}

void TaskPanel::showTask(const Task &task)
{
    const bool same = m_task && m_task->id == task.id;
    const bool keep = same && isEdited();
    if (same && readsTheSame(*m_task, task))
        return; // nothing moves under who reads it
    m_task = task;
    m_heading->setText(tr("%1 · %2").arg(task.reference(), casework::columnName(task.column)));
    m_save->setText(tr("Save"));
    if (!keep)
        fill(task);
    if (!same)
        m_notice->clear();
    allowEditing(m_context->may("task.edit"_L1));
    m_history->show();
    loadHistory();
}

void TaskPanel::beginNew()
{
    m_task.reset();
    m_heading->setText(tr("New task"));
    m_save->setText(tr("Add the task"));
    m_notice->clear();
    fill({});
    allowEditing(m_context->may("task.add"_L1));
    m_history->hide();
    m_title->setFocus(Qt::OtherFocusReason);
}

void TaskPanel::fill(const Task &task)
{
    m_form->clearErrors();
    m_title->setText(task.title);
    m_title->setCursorPosition(0);
    m_detail->setPlainText(task.detail);
    fillOwners(task.ownerName, task.owner);
    m_hasDue->setChecked(task.due.isValid());
    m_due->setEnabled(task.due.isValid());
    m_due->setDate(task.due.isValid() ? task.due : m_context->today().addDays(7));
    m_class->setCurrentIndex(qMax(0, m_class->findData(task.remediationClass)));
    m_sprint->setText(task.sprint);
    showHour();
}

/// The hour holds for its own day alone.
void TaskPanel::showHour()
{
    const bool holds = m_task && m_task->dueAt && due() == m_task->due;
    m_hour->setText(holds ? tr("by %1").arg(items::clockTime(m_task->dueAt->inZone(m_context->zone()))) : QString());
    m_hour->setVisible(holds);
}

void TaskPanel::fillOwners(const QString &ownerName, PersonId owner)
{
    m_owner->clear();
    m_owner->addItem(tr("Nobody yet"), qint64(0));
    for (const casework::Person &person : std::as_const(m_people)) {
        if (person.isActive())
            m_owner->addItem(person.name, person.id.value);
    }
    // Somebody who left may still own a task.
    if (!owner.isNull() && m_owner->findData(owner.value) < 0)
        m_owner->addItem(ownerName, owner.value);
    m_owner->setCurrentIndex(m_owner->findData(owner.value));
}

void TaskPanel::allowEditing(bool allowed)
{
    m_title->setReadOnly(!allowed);
    m_detail->setReadOnly(!allowed);
    m_owner->setEnabled(allowed);
    m_hasDue->setEnabled(allowed);
    m_due->setReadOnly(!allowed);
    m_class->setEnabled(allowed);
    m_sprint->setReadOnly(!allowed);
    m_save->setVisible(allowed);
}

bool TaskPanel::isEdited() const
{
    const Task before = m_task.value_or(Task());
    return m_title->text() != before.title || m_detail->toPlainText() != before.detail || owner() != before.owner
        || due() != before.due || remediationClass() != before.remediationClass || sprint() != before.sprint;
}

QString TaskPanel::remediationClass() const
{
    return m_class->currentData().toString();
}

QString TaskPanel::sprint() const
{
    return m_sprint->text().trimmed();
}

PersonId TaskPanel::owner() const
{
    return PersonId{m_owner->currentData().toLongLong()};
}

QDate TaskPanel::due() const
{
    return m_hasDue->isChecked() ? m_due->date() : QDate();
}

void TaskPanel::loadPeople()
{
    whenDone(m_context->file()->ask(casework::PeopleQuery()), this,
             [this](const Result<QList<casework::Person>> &people) {
                 if (!people)
                     return;
                 m_people = *people;
                 fillOwners(m_task ? m_task->ownerName : QString(), owner());
             });
}

void TaskPanel::loadHistory()
{
    const TaskId asked = m_task->id;
    whenDone(m_context->file()->ask(casework::TaskHistory{asked}), this,
             [this, asked](const Result<QList<TaskMove>> &moves) {
                 if (moves && task() == asked)
                     showHistory(*moves);
             });
}

void TaskPanel::showHistory(const QList<TaskMove> &moves)
{
    emptyLayout(*m_moves);
    QWidget *content = m_moves->parentWidget();
    m_moves->addWidget(makeLabel(tr("History"), TypeStyle::Strong, content));
    const auto add = [this, content](const QString &text) {
        QLabel *line = makeMutedLabel(text, TypeStyle::Small, content);
        m_moves->addWidget(line);
    };
    add(tr("%1: added").arg(items::momentText(m_task->created.inZone(m_context->zone()))));
    for (const TaskMove &move : moves) {
        QString text = tr("%1: %2 moved it from %3 to %4")
                           .arg(items::momentText(move.at.inZone(m_context->zone())), move.byName,
                                casework::columnName(move.from), casework::columnName(move.to));
        if (!move.note.isEmpty())
            text += u": "_s + move.note;
        add(text);
    }
    m_moves->addStretch(1);
}

void TaskPanel::save()
{
    if (!m_save->isVisible())
        return;
    if (m_title->text().trimmed().isEmpty()) {
        m_form->setError(m_title, tr("Say in one line what is to be done."));
        m_title->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto done = [this](const Result<casework::Receipt> &receipt) { finish(receipt); };
    m_save->setEnabled(false);
    if (m_task) {
        const casework::EditTask command{m_task->id, m_title->text(), m_detail->toPlainText(), owner(),
                                         due(),      sprint(),        remediationClass()};
        whenDone(m_context->file()->submit(command), this, done);
        return;
    }
    casework::AddTask command;
    command.incident = m_context->incident();
    command.title = m_title->text();
    command.detail = m_detail->toPlainText();
    command.owner = owner();
    command.due = due();
    command.sprint = sprint();
    command.remediationClass = remediationClass();
    whenDone(m_context->file()->submit(command), this, done);
}

void TaskPanel::finish(const Result<casework::Receipt> &receipt)
{
    m_save->setEnabled(true);
    if (!receipt) {
        m_notice->showNotice(Tone::Danger, receipt.error().message);
        return;
    }
    m_notice->clear();
    Q_EMIT saved(*receipt);
}

} // namespace tocsin::views
