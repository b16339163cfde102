// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_verification.h"

#include "packets/verdict_words.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QLabel>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace tocsin::views {

namespace {

constexpr qint64 kKilobyte = 1024;
constexpr int kListHeight = 160;

} // namespace

PacketVerification::PacketVerification(PathChooser chooser, QWidget *parent)
    : Card(tr("Verify a packet"), parent)
    , m_chooser(std::move(chooser))
    , m_button(new QPushButton(tr("Choose its folder…"), this))
    , m_bar(new JobBar(this))
    , m_verdict(new NoticeBar(this))
    , m_faults(new QStringListModel(this))
    , m_list(new ListView(tr("What is wrong with the packet"), this))
{
    m_list->setModel(m_faults);
    m_list->setWrapRows(true);
    m_list->setFixedHeight(kListHeight);
    m_list->hide();
    body()->addWidget(makeMutedLabel(
        tr("Any packet, whoever made it: every file against its hash, nothing missing or added, and the signed ledger "
           "extract up to its checkpoint.")));
    body()->addWidget(m_button, 0, Qt::AlignLeft);
    body()->addWidget(m_bar);
    body()->addWidget(m_verdict);
    body()->addWidget(m_list);
    connect(m_button, &QPushButton::clicked, this, &PacketVerification::choose);
    connect(m_bar, &JobBar::cancelRequested, &m_job, &JobSlot::cancel);
    connect(&m_job, &JobSlot::progressed, m_bar,
            [this](qint64 done, qint64 total) { m_bar->setProgress(done / kKilobyte, total / kKilobyte, tr("KB")); });
}

void PacketVerification::choose()
{
    PathAsk ask;
    ask.kind = PathAsk::Kind::Folder;
    ask.title = tr("The folder of the packet");
    m_chooser(this, ask, [this](const QString &folder) {
        if (!folder.isEmpty())
            verify(folder);
    });
}

void PacketVerification::verify(const QString &folder)
{
    m_verdict->clear();
    m_list->hide();
    m_button->setEnabled(false);
    m_bar->start(tr("Verifying"));
    const auto work = [folder](const Progress &progress) { return packets::verifyPacket(folder, progress); };
    m_job.run<packets::PacketVerdict>(tr("Verifying the packet"), work,
                                      [this](const Result<packets::PacketVerdict> &verdict) { finish(verdict); });
}

void PacketVerification::finish(const Result<packets::PacketVerdict> &verdict)
{
    m_bar->finish();
    m_button->setEnabled(true);
    if (!verdict) {
        const bool stopped = verdict.error().code == ErrorCode::Cancelled;
        m_verdict->showNotice(stopped ? Tone::Neutral : Tone::Danger,
                              stopped ? tr("Stopped; the packet was not verified.") : verdict.error().message);
        return;
    }
    m_verdict->showNotice(verdict->verifies() ? Tone::Ok : Tone::Danger, verdictInWords(*verdict));
    showFaults(verdict->faults);
}

void PacketVerification::showFaults(const QList<packets::PacketFault> &faults)
{
    QStringList sentences;
    for (const packets::PacketFault &fault : faults)
        sentences << fault.message;
    m_faults->setStringList(sentences);
    m_list->setVisible(sentences.size() > 1);
}

} // namespace tocsin::views
