// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"
#include "shared/job_slot.h"

#include <QObject>

namespace tocsin::views {

class NoticeBar;

/// The deadlines of the incident in front as files that a person takes along: a calendar, or a PDF with the reasons.
/// Both are noted in the ledger. What became of it is said in a notice bar.
class DeadlineFiles final : public QObject
{
    Q_OBJECT

public:
    DeadlineFiles(CaseContext &context, NoticeBar &notice, QWidget *page);

    void exportCalendar();
    void exportPdf();

private:
    void choose(const QString &title, const QString &filter, const QString &suffix,
                const std::function<void(const QString &)> &write);
    void sayFailure(const Error &error);

    CaseContext &m_context;
    NoticeBar &m_notice;
    QWidget *m_page;
    JobSlot m_job;
};

} // namespace tocsin::views
