// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/facts_record.h"
#include "casework/obligation.h"
#include "casework/people.h"
#include "shared/case_context.h"
#include "shared/page.h"

class QPushButton;
class QStackedLayout;
class QStackedWidget;

namespace tocsin::views {

class AcceptRules;
class ClocksPanel;
class DeadlineFiles;
class DutyList;
class DutyPanel;
class FactsPanel;
class NoticeBar;
class ProposalCard;
class UndoOffer;

/// Every obligation of the incident, when it is due and why, and what would move if the facts changed.
class DeadlinesPage final : public Page
{
    Q_OBJECT

public:
    explicit DeadlinesPage(CaseContext *context, QWidget *parent = nullptr);
    ~DeadlinesPage() override;

    void focusFirst() override;
    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    bool showRecord(const QString &recordId) override;

private:
    CaseContext *m_context;
    QWidget *m_listView; ///< the table and what is beside it
    ClocksPanel *m_clocks;
    QPushButton *m_export;
    QPushButton *m_pdf;
    DutyList *m_duties;
    UndoOffer *m_undo;
    ProposalCard *m_proposal;
    DutyPanel *m_duty;
    FactsPanel *m_facts;
    QStackedLayout *m_left; ///< the table of deadlines, or all facts in its place
    DeadlineFiles *m_files;
    NoticeBar *m_newer; ///< there are other rules than the incident's
    AcceptRules *m_accept = nullptr; ///< made once it is wanted
    QStackedWidget *m_stack; ///< the deadlines, or what newer rules would do to them
    QVariantMap m_pendingPlace; ///< given back before the records were there
    QString m_wanted; ///< a record asked for before it was there
    bool m_hasNewer = false;
    bool m_loaded = false;
    bool m_failed = false; ///< the notice says that nothing can be read

    void makeListView();
    QWidget *makeColumn();
    void showFacts(const QString &path = {}, const QString &recipient = {});
    void showTable();
    void layOut();
    void load();
    void offerOtherRules();
    void showNewer(bool newer);
    void makeComparison();
    void compareRules(bool compare);
    void take(const QList<casework::ObligationRecord> &records, const QList<casework::FactsRevision> &history,
              const QList<casework::Person> &people, const law::RulePacks &packs);
    void showTime();
    void showCounts();
    void showChosen();
    bool choose(qint64 obligation);
};

} // namespace tocsin::views
