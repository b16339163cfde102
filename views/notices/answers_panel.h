// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"
#include "notices/sheet.h"
#include "shared/card.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"

class QLabel;
class QVBoxLayout;

namespace tocsin::views {

class NoticeBar;

/// The answers of a form in the order of the portal that they are typed into, each with a button that copies it. What
/// is copied leaves the clipboard as everything does that Tocsin puts there.
class AnswersPanel final : public Card
{
    Q_OBJECT

public:
    /// `context` is not owned.
    explicit AnswersPanel(CaseContext *context, QWidget *parent = nullptr);

    /// Shows the answers as the notice's saved words give them.
    void setNotice(const casework::Notice &notice);

Q_SIGNALS:
    /// How many answers there are; none for a notice that is no form.
    void counted(int answers);

private:
    CaseContext *m_context;
    NoticeBar *m_error;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    QLabel *m_copied;
    QList<notices::SheetRow> m_shown;
    NoticeId m_notice;
    JobSlot m_job; // last, so that it ends first

    void fill(const QList<notices::SheetRow> &rows);
    void addRow(const notices::SheetRow &row);
    void copy(const notices::SheetRow &row);
};

} // namespace tocsin::views
