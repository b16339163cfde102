// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/documents.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"

#include <QPushButton>

class QMenu;

namespace tocsin::views {

/// Adds a notice to the incident: its menu says what is owed, what waits and what may be sent besides.
class AddNoticeButton final : public QPushButton
{
    Q_OBJECT

public:
    /// `context` is not owned and must outlive the button.
    explicit AddNoticeButton(CaseContext *context, QWidget *parent = nullptr);

Q_SIGNALS:
    /// It is a notice of the incident in front; the list may not have it yet.
    void added(NoticeId notice);
    void failed(const QString &why);

private:
    CaseContext *m_context;
    QMenu *m_offers;
    JobSlot m_asking; // for what can be added
    JobSlot m_adding;

    void ask();
    void fill(const QList<jobs::NoticeOffer> &offers);
    void add(const jobs::NoticeOffer &offer, const QString &language);
};

} // namespace tocsin::views
