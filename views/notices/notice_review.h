// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"
#include "jobs/letter_proofs.h"
#include "notices/notice_steps.h"
#include "shared/card.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"

#include <QTimer>
#include <QVariantMap>

class QLabel;
class QPushButton;

namespace tocsin::views {

class ApprovalsList;
class CheckModel;
class NoticeBar;
class ScrollColumn;
class TableView;
class WarningReasons;

/// Beside a notice: its checks, its approvals, and the steps that are open now.
class NoticeReview final : public Card
{
    Q_OBJECT

public:
    /// `context` is not owned.
    explicit NoticeReview(CaseContext *context, QWidget *parent = nullptr);
    ~NoticeReview() override;

    /// Shows a notice of the context's incident and checks it.
    void setNotice(const casework::Notice &notice);
    /// Shows none.
    void clear();
    /// Checks again soon, because something that the letters say has changed.
    void recheck();
    /// Letters are being produced: the steps wait.
    void setBusy(bool busy);

    [[nodiscard]] const NoticeSteps &steps() const { return m_steps; }
    /// The notice as it now is was looked at to the end.
    [[nodiscard]] bool isChecked() const { return !m_found.pinned.isEmpty(); }

    void submit();
    void approve();
    void acceptProof();

    /// What was typed of why warnings stand, and its way back.
    /// Reasons for warnings that were typed for any notice and not given yet, to come back over a lock.
    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &unfinished);

Q_SIGNALS:
    void proofRequested(int letters);
    void produceRequested();
    void done(const tocsin::casework::Receipt &receipt);
    void checked();

private:
    /// What one pass over the case finds.
    struct Findings
    {
        QString pinned;
        qint64 letters = 0;
        std::optional<QList<notices::CheckResult>> checks;
        jobs::ProofStanding proof;
    };

    CaseContext *m_context;
    casework::Notice m_notice;
    Findings m_found;
    QList<casework::Approval> m_approvals;
    NoticeSteps m_steps;
    bool m_busy = false;

    QLabel *m_summary;
    QPushButton *m_stop;
    WarningReasons *m_reasons;
    QVariantMap m_kept; ///< reasons that were typed for notices that were in front before
    ScrollColumn *m_reasonsArea;
    CheckModel *m_checks;
    TableView *m_table;
    ApprovalsList *m_approvalsList;
    NoticeBar *m_error;
    QPushButton *m_submit;
    QPushButton *m_approve;
    QPushButton *m_proof;
    QPushButton *m_accept;
    QPushButton *m_produce;
    QLabel *m_accepted;
    QLabel *m_sentence;
    QTimer m_soon;
    JobSlot m_command;
    JobSlot m_job; // last, so that it ends first

    void layOut();
    void connectButtons();
    void check();
    void loadApprovals();
    void onFound(const Result<Findings> &found);
    void finish(const Result<casework::Receipt> &receipt);
    void updateSteps();
    void updateProof();
    void updateButtons();
    void showReasons();
    static Result<Findings> look(casework::CaseFile &file, IncidentId incident, const QString &key,
                                 const Progress &progress);
};

} // namespace tocsin::views
