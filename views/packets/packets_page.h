// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/packet_model.h"
#include "packets/packet_builder.h"
#include "shared/case_context.h"
#include "shared/folder_opener.h"
#include "shared/job_slot.h"
#include "shared/page.h"

class QPushButton;
class QStackedWidget;

namespace tocsin::views {

class EmptyState;
class JobBar;
class NoticeBar;
class StreamNotice;
class PacketVerification;
class PageHeader;
class TableView;

/// The evidence packets of an incident: those that were built, building another, and verifying any.
class PacketsPage final : public Page
{
    Q_OBJECT

public:
    /// `context` is not owned and must outlive the page.
    explicit PacketsPage(CaseContext *context, FolderOpener opener = systemFolderOpener(), QWidget *parent = nullptr);
    ~PacketsPage() override;

    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    /// The id of a packet.
    bool showRecord(const QString &recordId) override;

private:
    CaseContext *m_context;
    FolderOpener m_open;
    items::PacketModel *m_packets;
    PacketId m_wanted; // to be chosen once the packets are here
    QString m_folder; // of the packet built last

    PageHeader *m_header;
    QPushButton *m_build;
    JobBar *m_bar;
    NoticeBar *m_notice;
    StreamNotice *m_disagree;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
    PacketVerification *m_verification;
    JobSlot m_job; // last, so that it ends first

    void layOut();
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeExplanation();
    void onIncident();
    void onLoaded();
    void updateBuild();
    [[nodiscard]] bool mayBuild() const;
    [[nodiscard]] int nextNumber() const;
    void chooseFolder();
    void build(const QString &parentFolder);
    void finish(const Result<packets::PacketReport> &report, int number);
    void onStep(const QString &id);
};

} // namespace tocsin::views
