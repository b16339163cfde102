// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packets_page.h"

#include "casework/packet.h"
#include "packets/packet_verification.h"
#include "packets/verdict_words.h"
#include "shared/card.h"
#include "shared/empty_state.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/stream_notice.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

enum StackPage { EmptyPage, ListPage };

constexpr int kSideWidth = 376;

void addParagraph(QVBoxLayout &layout, const QString &title, const QString &text)
{
    layout.addWidget(makeLabel(title, TypeStyle::Strong));
    auto *words = makeMutedLabel(text);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout.addWidget(words);
}

} // namespace

PacketsPage::PacketsPage(CaseContext *context, FolderOpener opener, QWidget *parent)
    : Page({u"packets"_s, tr("Packets"), tr("Proof"), u"packets"_s}, parent)
    , m_context(context)
    , m_open(std::move(opener))
    , m_packets(new items::PacketModel(context->file(), context->zone(), this))
    , m_header(new PageHeader(tr("Packets"), {}, this))
    , m_build(new QPushButton(tr("Build a packet"), this))
    , m_bar(new JobBar(this))
    , m_notice(new NoticeBar(this))
    , m_disagree(new StreamNotice(context, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new TableView(tr("Packets built"), this))
    , m_empty(new EmptyState(u"packets"_s, tr("No packet yet"),
                             tr("A packet is the record of this incident that an investigator can read and verify "
                                "without Tocsin: one indexed PDF, and the hashes and signatures that prove it whole."),
                             tr("Build a packet"), this))
    , m_verification(new PacketVerification(context->pathChooser(), this))
{
    setButtonKind(*m_build, ButtonKind::Primary);
    m_header->addAction(m_build);
    m_notice->setClosable(true);
    layOut();
    connect(m_build, &QPushButton::clicked, this, &PacketsPage::chooseFolder);
    connect(m_empty, &EmptyState::actionTriggered, this, &PacketsPage::chooseFolder);
    connect(m_bar, &JobBar::cancelRequested, &m_job, &JobSlot::cancel);
    connect(&m_job, &JobSlot::progressed, m_bar,
            [this](qint64 done, qint64 total) { m_bar->setProgress(done, total, tr("steps")); });
    connect(m_notice, &NoticeBar::stepChosen, this, &PacketsPage::onStep);
    connect(m_disagree, &StreamNotice::entryWanted, this,
            [this](qint64 entry) { Q_EMIT navigationRequested(u"timeline"_s, QString::number(entry)); });
    connect(m_context, &CaseContext::incidentChanged, this, &PacketsPage::onIncident);
    connect(m_context, &CaseContext::zoneChanged, this, [this] { m_packets->setZone(m_context->zone()); });
    connect(m_packets, &items::PacketModel::loaded, this, &PacketsPage::onLoaded);
    connect(m_packets, &items::PacketModel::failed, this,
            [this](const QString &why) { m_notice->showNotice(Tone::Danger, why); });
    onIncident();
}

PacketsPage::~PacketsPage() = default;

QWidget *PacketsPage::makeList()
{
    m_table->setModel(m_packets);
    m_table->setColumns({{1, 64}, {4, 200}, {1, 64}, {1, 80}, {3, 176}});
    auto *card = new Card(tr("Packets built"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    card->setContent(m_stack);
    return card;
}

QWidget *PacketsPage::makeExplanation()
{
    auto *card = new Card(tr("About packets"));
    auto *words = new QWidget;
    auto *layout = new QVBoxLayout(words);
    layout->setContentsMargins(0, 0, metrics::kGrid, 0);
    layout->setSpacing(4);
    addParagraph(*layout, tr("What is in one"),
                 tr("The incident, its deadlines with their reasons, the regulator's chronology, tasks, the log of "
                    "changes, notices and approvals, and counts of letters by State; the ledger extract with its "
                    "contents withheld, a signed checkpoint, and the SHA-256 of every file."));
    layout->addSpacing(metrics::kGrid);
    addParagraph(
        *layout, tr("What is not"),
        tr("No name, address or other detail of a person affected. Nothing privileged, and nothing that is not "
           "in the regulator's chronology."));
    layout->addSpacing(metrics::kGrid);
    addParagraph(
        *layout, tr("How anyone verifies it"),
        tr("In the packet's folder, with:\nsha256sum -c manifest-sha256.txt\nsha256sum -c tagmanifest-sha256.txt\n"
           "With Tocsin, below or with:\ntocsin packet verify FOLDER\nThen compare the number in the list "
           "with the one that was handed over."));
    layout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("About packets"));
    scroll->setWidget(words);
    setFocusRing(*scroll);
    words->setAutoFillBackground(false); // the card shows through
    card->setContent(scroll);
    return card;
}

void PacketsPage::layOut()
{
    auto *side = new QWidget;
    side->setMinimumWidth(kSideWidth);
    auto *right = new QVBoxLayout(side);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(metrics::space(2));
    right->addWidget(makeExplanation(), 1);
    right->addWidget(m_verification);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::space(2));
    columns->addWidget(makeList(), 5);
    columns->addWidget(side, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(m_header);
    layout->addWidget(m_bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_disagree); // before a packet carries both chronologies
    layout->addLayout(columns, 1);
}

bool PacketsPage::mayBuild() const
{
    return m_context->may(casework::RecordPacket::kAction) && !m_context->incident().isNull();
}

void PacketsPage::onIncident()
{
    m_notice->clear();
    m_packets->setIncident(m_context->incident());
    updateBuild();
}

void PacketsPage::updateBuild()
{
    const bool allowed = m_context->may(casework::RecordPacket::kAction);
    m_header->setLine(!allowed ? tr("The compliance lead or legal counsel builds packets; anyone can verify one.")
                          : m_context->incident().isNull()
                          ? tr("Packets are made of an incident, and there is none yet.")
                          : tr("Each is the record of the incident as it stood then, for whoever has to be shown it."));
    m_build->setVisible(allowed && m_packets->rowCount() > 0);
    m_build->setEnabled(mayBuild() && !m_job.isRunning());
    m_empty->setActionAllowed(mayBuild() && !m_job.isRunning());
}

void PacketsPage::onLoaded()
{
    m_stack->setCurrentIndex(m_packets->rowCount() > 0 ? ListPage : EmptyPage);
    updateBuild();
    if (const int row = m_packets->rowOf(m_wanted); row >= 0)
        m_table->setCurrentIndex(m_packets->index(row, 0));
    m_wanted = {};
}

int PacketsPage::nextNumber() const
{
    const casework::Packet *newest = m_packets->recordAt(0);
    return newest ? newest->number + 1 : 1;
}

void PacketsPage::chooseFolder()
{
    PathAsk ask;
    ask.kind = PathAsk::Kind::Folder;
    ask.title = tr("Where to put the packet's folder");
    m_context->pathChooser()(this, ask, [this](const QString &folder) {
        if (!folder.isEmpty() && !m_job.isRunning())
            build(folder);
    });
}

void PacketsPage::build(const QString &parentFolder)
{
    const int number = nextNumber();
    const QString name = u"packet-%1-%2"_s.arg(m_context->reference(), QString::number(number));
    const QString folder = QDir(parentFolder).filePath(name);
    m_notice->clear();
    m_bar->start(tr("Building packet %1").arg(number));
    const auto work = [file = m_context->file(), incident = m_context->incident(), folder](const Progress &progress) {
        return packets::buildPacket(*file, incident, folder, progress);
    };
    m_job.run<packets::PacketReport>(
        tr("Building a packet"), work,
        [this, number](const Result<packets::PacketReport> &report) { finish(report, number); });
    updateBuild();
}

void PacketsPage::finish(const Result<packets::PacketReport> &report, int number)
{
    m_bar->finish();
    updateBuild();
    if (!report) {
        const bool stopped = report.error().code == ErrorCode::Cancelled;
        m_notice->showNotice(stopped ? Tone::Neutral : Tone::Danger, report.error().message,
                             {{u"again"_s, tr("Choose a folder")}});
        return;
    }
    m_folder = report->folder;
    m_notice->showNotice(Tone::Ok, builtInWords(*report, number),
                         {{u"open"_s, tr("Open folder")}, {u"verify"_s, tr("Verify it")}});
}

void PacketsPage::onStep(const QString &id)
{
    if (id == "open"_L1)
        m_open(m_folder);
    else if (id == "verify"_L1)
        m_verification->verify(m_folder);
    else
        chooseFolder();
}

QList<Command> PacketsPage::commands()
{
    return {
        {u"packets.build"_s,
         tr("Build a packet"),
         tr("evidence investigator export regulator"),
         {},
         [this] { chooseFolder(); },
         [this] { return mayBuild() && !m_job.isRunning(); }},
        {u"packets.verify"_s, tr("Verify a packet"), tr("check hash bag"), {}, [this] { m_verification->choose(); }}};
}

QVariantMap PacketsPage::place() const
{
    const casework::Packet *chosen = m_packets->recordAt(m_table->currentIndex().row());
    return {{u"packet"_s, chosen ? chosen->id.value : 0}};
}

void PacketsPage::restorePlace(const QVariantMap &place)
{
    m_wanted = {place.value(u"packet"_s).toLongLong()};
    if (m_packets->isReady())
        onLoaded();
}

bool PacketsPage::showRecord(const QString &recordId)
{
    m_wanted = {recordId.toLongLong()};
    const bool known = !m_packets->isReady() || m_packets->rowOf(m_wanted) >= 0;
    if (m_packets->isReady())
        onLoaded();
    return known;
}

} // namespace tocsin::views
