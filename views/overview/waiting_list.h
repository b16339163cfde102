// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/task_board_model.h"
#include "shared/case_context.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tocsin::views {

/// What only this person, in this role, can bring further: each a line with the button that leads there.
class WaitingList : public QWidget
{
    Q_OBJECT

public:
    WaitingList(CaseContext *context, items::TaskBoardModel *tasks, QWidget *parent = nullptr);

    /// Asks anew for the incident in front.
    void reload();

Q_SIGNALS:
    void pageWanted(const QString &pageId, const QString &recordId);

private:
    /// One thing that waits. They stand in the order of their kinds, whatever order the answers come in.
    enum Kind { Undecided, Review, Facts, Late };
    struct Thing
    {
        QString what;
        QString detail;
        QString button;
        QString page;
        QString record;
    };

    CaseContext *m_context;
    items::TaskBoardModel *m_tasks;
    QVBoxLayout *m_rows;
    QMap<Kind, QList<Thing>> m_things;

    void askUndecided();
    void askNotices();
    void askFacts();
    void findLate();
    void set(Kind kind, const QList<Thing> &things);
    void show();
    [[nodiscard]] QWidget *makeRow(const Thing &thing);
};

} // namespace tocsin::views
