// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/people.h"
#include "casework/task.h"
#include "shared/case_context.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tocsin::views {

class Form;
class NoticeBar;

/// Beside the board: one task to read and edit, with what happened to it, or a new one to add.
class TaskPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TaskPanel(CaseContext *context, QWidget *parent = nullptr);

    /// Shows a task. What a person is writing about the same task stays.
    void showTask(const casework::Task &task);
    void beginNew();
    /// Null while a new task is written.
    [[nodiscard]] TaskId task() const { return m_task ? m_task->id : TaskId(); }
    /// Whether something was changed and not saved.
    [[nodiscard]] bool isEdited() const;

Q_SIGNALS:
    void saved(const tocsin::casework::Receipt &receipt);
    void closed();

private:
    CaseContext *m_context;
    std::optional<casework::Task> m_task;
    QList<casework::Person> m_people;
    QLabel *m_heading;
    QToolButton *m_close;
    Form *m_form;
    QLineEdit *m_title;
    QPlainTextEdit *m_detail;
    QComboBox *m_owner;
    QWidget *m_dueField;
    QCheckBox *m_hasDue;
    QDateEdit *m_due;
    QLabel *m_hour;
    QComboBox *m_class;
    QLineEdit *m_sprint;
    NoticeBar *m_notice;
    QPushButton *m_save;
    QWidget *m_history;
    QVBoxLayout *m_moves;

    void makeFields();
    [[nodiscard]] QWidget *makeHistory();
    void fill(const casework::Task &task);
    void fillOwners(const QString &ownerName, PersonId owner);
    void showHour();
    void allowEditing(bool allowed);
    void loadPeople();
    void loadHistory();
    void showHistory(const QList<casework::TaskMove> &moves);
    void save();
    void finish(const Result<casework::Receipt> &receipt);
    [[nodiscard]] PersonId owner() const;
    [[nodiscard]] QDate due() const;
    [[nodiscard]] QString remediationClass() const;
    [[nodiscard]] QString sprint() const;
};

} // namespace tocsin::views
