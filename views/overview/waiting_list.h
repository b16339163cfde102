// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
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
    enum Kind { Counsel, Moved, Undecided, Review, Facts, Late };
    struct Thing
    {
        QString what;
        QString detail;
        QString button; ///< empty: there is nothing to press
        QString page;
        QString record;
    };

    CaseContext *m_context;
    items::TaskBoardModel *m_tasks;
    QVBoxLayout *m_rows;
    QMap<Kind, QList<Thing>> m_things;

    void askProposals();
    void askUndecided();
    void askNotices();
    void askObligations();
    void findMoved(const QList<casework::ObligationRecord> &records);
    void findFacts(const QList<casework::ObligationRecord> &records);
    void findLate();
    void set(Kind kind, const QList<Thing> &things);
    void setUnread(Kind kind, const Error &error);
    void show();
    [[nodiscard]] QWidget *makeRow(const Thing &thing);
};

} // namespace tocsin::views
