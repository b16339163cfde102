// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ledger_model.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"
#include "shared/page.h"

#include <functional>

class QPushButton;

namespace tocsin::views {

class JobBar;
class LedgerDetails;
class NoticeBar;
class SegmentedFilter;
class TableView;

/// Everything that was ever done in this store, newest first: what changed, by whom, and whether all of it still
/// verifies.
class LedgerPage final : public Page
{
    Q_OBJECT

public:
    explicit LedgerPage(CaseContext *context, QWidget *parent = nullptr);
    /// Asks work that is under way to stop; whoever closes the store waits for it.
    ~LedgerPage() override;

    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    /// An entry's number.
    bool showRecord(const QString &recordId) override;

private:
    CaseContext *m_context;
    items::LedgerModel *m_model;
    QPushButton *m_verify;
    QPushButton *m_export;
    QPushButton *m_checkpoint;
    NoticeBar *m_notice;
    JobBar *m_bar;
    SegmentedFilter *m_filter;
    TableView *m_table;
    LedgerDetails *m_details;
    qint64 m_wanted = 0;
    std::function<void()> m_cancel; ///< stops the work under way
    JobSlot m_job;
    JobSlot m_saving;

    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeListCard();
    [[nodiscard]] QWidget *makeDetailsCard();
    void connectParts();
    void showIncident();
    void applyFilter();
    void chooseWanted();
    void showDetails();
    void verify();
    void showReport(const Result<casework::LedgerReport> &report, qint64 msecs);
    void exportExtract(const QString &path);
    void saveCheckpoint(const QString &path);
    void begin(const QString &what, std::function<void()> cancel);
    void end();
};

} // namespace tocsin::views
