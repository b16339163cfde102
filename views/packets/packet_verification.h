// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/packet_verifier.h"
#include "shared/card.h"
#include "shared/job_slot.h"
#include "shared/path_field.h"

class QPushButton;
class QStringListModel;

namespace tocsin::views {

class JobBar;
class ListView;
class NoticeBar;

/// Verifies a packet in any folder, whoever made it, and names what is wrong. Needs no right and no open case.
class PacketVerification final : public Card
{
    Q_OBJECT

public:
    explicit PacketVerification(PathChooser chooser, QWidget *parent = nullptr);

    void choose();
    void verify(const QString &folder);

private:
    PathChooser m_chooser;
    QPushButton *m_button;
    JobBar *m_bar;
    NoticeBar *m_verdict;
    QStringListModel *m_faults;
    ListView *m_list;
    JobSlot m_job; // last, so that it ends first

    void finish(const Result<packets::PacketVerdict> &verdict);
    void showFaults(const QList<packets::PacketFault> &faults);
};

} // namespace tocsin::views
