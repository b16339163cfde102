// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"

#include <QWidget>

class QVBoxLayout;

namespace tocsin::views {

/// Who approved which version when, newest first, and whether that still counts.
class ApprovalsList final : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalsList(QWidget *parent = nullptr);

    /// `pinned` is the hash of what the letters say now; an approval of anything else is void. An empty one means that
    /// it is not known yet.
    void setApprovals(const QList<casework::Approval> &approvals, const QString &pinned, const QByteArray &zone);

private:
    QVBoxLayout *m_rows;
};

} // namespace tocsin::views
