// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/facts_record.h"
#include "casework/roster.h"
#include "jobs/roster_import.h"
#include "law/evaluation.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tocsin::items {
class StateCountModel;
}

namespace tocsin::views {

class Card;
class JobBar;
class NoticeBar;
class TableView;

/// What the panel shows.
struct RosterView
{
    casework::RosterTotals totals;
    QList<casework::Roster> rosters;
    law::Facts facts;
    QList<law::DateChange> changes; ///< what taking the roster's figures into the facts would do
};

/// Importing a roster, what its people amount to, and putting those figures into the facts.
class RosterPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RosterPanel(CaseContext &context, QWidget *parent = nullptr);

    void show(const RosterView &view);
    /// The view cannot be read: what was shown stays, and this says so.
    void showFailure(const QString &message);
    /// Asks for a roster file and imports it.
    void chooseFile();

private:
    CaseContext &m_context;
    RosterView m_view;
    JobBar *m_bar;
    NoticeBar *m_notice;
    QString m_failure; ///< what could not be read, as the notice says it
    QPushButton *m_import;
    QLabel *m_totals;
    QLabel *m_address;
    Card *m_factsCard;
    NoticeBar *m_effect;
    QLabel *m_changes;
    QPushButton *m_accept;
    items::StateCountModel *m_states;
    TableView *m_stateTable;
    Card *m_stateCard;
    Card *m_reportCard;
    QLabel *m_report;
    QLabel *m_revisions;
    JobSlot m_job;

    Card *makeImportCard();
    void makeFactsCard();
    void makeStateCard();
    void makeReportCard();
    void startImport(const QString &path);
    void finishImport(const Result<jobs::RosterImportReport> &report);
    void showTotals();
    void showFacts();
    void showReport();
    void acceptFigures();
};

} // namespace tocsin::views
