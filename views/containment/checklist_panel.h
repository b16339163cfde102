// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/checklist_model.h"
#include "shared/case_context.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace tocsin::views {

class NoticeBar;
class ProgressTrack;
class TableView;

/// One playbook: what it is for and a way to start it, or, once started, its checklist with hour marks and progress.
class ChecklistPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistPanel(CaseContext *context, QWidget *parent = nullptr);

    /// Another incident is in front: what was being written for the one before goes.
    void begin();
    void reload();
    void focusFirst();
    [[nodiscard]] QString playbook() const;
    void choose(const QString &playbook);
    /// Open steps whose mark has passed, of all started playbooks.
    [[nodiscard]] int late() const;

Q_SIGNALS:
    void started(const tocsin::casework::Receipt &receipt);
    void taskWanted(const QString &reference);
    void changed();

private:
    CaseContext *m_context;
    QList<casework::Playbook> m_playbooks;
    QList<casework::PlaybookRun> m_runs;
    items::ChecklistModel *m_model;
    QComboBox *m_choice;
    QStackedWidget *m_stack;
    QLabel *m_summary;
    QLineEdit *m_from;
    QLabel *m_fromHint;
    QPushButton *m_start;
    NoticeBar *m_problem;
    QLabel *m_sentence;
    ProgressTrack *m_track;
    TableView *m_table;
    int m_asked = 0;
    bool m_isFresh = true; ///< nobody has chosen a playbook since the incident came in front: a started one is shown

    [[nodiscard]] QWidget *makeStart();
    [[nodiscard]] QWidget *makeChecklist();
    [[nodiscard]] const casework::PlaybookRun *run() const;
    void take(const QList<casework::PlaybookRun> &runs);
    void loadDiscovery();
    void setFrom(const Instant &at);
    [[nodiscard]] std::optional<Instant> from() const;
    void show();
    void showProgress(const casework::PlaybookRun &run);
    void start();
};

} // namespace tocsin::views
