// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledger_page.h"

#include "core/safe_file.h"
#include "core/when_done.h"
#include "items/wording.h"
#include "ledger/ledger_details.h"
#include "shared/card.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/segmented_filter.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "vault/store_path.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::LedgerReport;

namespace {

constexpr int kDetailsNarrowest = metrics::space(40);
constexpr int kDetailsWidest = metrics::space(64);

QString shortHash(const QByteArray &hash)
{
    const QString digits = QString::fromLatin1(hash.toHex());
    return digits.left(4) + u'…' + digits.right(4);
}

QString duration(qint64 msecs)
{
    return LedgerPage::tr("%1 s").arg(QString::number(static_cast<double>(msecs) / 1000, 'f', 1));
}

Result<LedgerReport> verifyIn(casework::CaseFile &file, const Progress &progress)
{
    TOCSIN_ASSIGN(const std::unique_ptr<casework::ReadSession> session, file.openSession());
    return casework::verifyLedger(session->reader(), file.storeId(), {}, progress);
}

} // namespace

LedgerPage::LedgerPage(CaseContext *context, QWidget *parent)
    : Page({u"ledger"_s, tr("Ledger"), tr("Proof"), u"ledger"_s}, parent)
    , m_context(context)
    , m_model(new items::LedgerModel(context->file(), context->zone(), this))
    , m_verify(new QPushButton(tr("Verify now"), this))
    , m_export(new QPushButton(tr("Export the incident's extract"), this))
    , m_checkpoint(new QPushButton(tr("Save a checkpoint"), this))
    , m_notice(new NoticeBar(this))
    , m_bar(new JobBar(this))
{
    m_notice->setClosable(true);
    m_bar->hide();
    QWidget *header = makeHeader();
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space(2));
    row->addWidget(makeListCard(), 5);
    row->addWidget(makeDetailsCard(), 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(header);
    layout->addWidget(m_notice);
    layout->addWidget(m_bar);
    layout->addLayout(row, 1);
    connectParts();
    showIncident();
}

LedgerPage::~LedgerPage()
{
    if (m_cancel)
        m_cancel();
}

QWidget *LedgerPage::makeHeader()
{
    auto *header
        = new PageHeader(tr("Ledger"), tr("Who did what, and when: signed, and sealed to what came before."), this);
    setButtonKind(*m_verify, ButtonKind::Primary);
    header->addAction(m_export);
    header->addAction(m_checkpoint);
    header->addAction(m_verify);
    m_verify->setVisible(m_context->may("ledger.verify"_L1));
    m_checkpoint->setVisible(m_context->may("ledger.checkpoint"_L1));
    return header;
}

QWidget *LedgerPage::makeListCard()
{
    auto *card = new Card(tr("Entries"), this);
    m_filter = new SegmentedFilter(tr("Which entries"), card);
    m_filter->setSegments({{u"incident"_s, tr("This incident")}, {u"all"_s, tr("The whole store")}});
    m_filter->setCurrent(u"all"_s);
    card->addToHeader(m_filter);
    m_table = new TableView(tr("Ledger entries"), card);
    m_table->setModel(m_model);
    m_table->setColumns({{0, 56}, {0, 112}, {2, 144}, {2, 176}, {3, 120}});
    card->setContent(m_table);
    return card;
}

QWidget *LedgerPage::makeDetailsCard()
{
    auto *card = new Card(tr("Change"), this);
    card->setMinimumWidth(kDetailsNarrowest);
    card->setMaximumWidth(kDetailsWidest);
    m_details = new LedgerDetails(card);
    card->setContent(m_details);
    return card;
}

void LedgerPage::connectParts()
{
    connect(m_context, &CaseContext::incidentChanged, this, &LedgerPage::showIncident);
    connect(m_context, &CaseContext::zoneChanged, this, [this] { m_model->setZone(m_context->zone()); });
    connect(m_filter, &SegmentedFilter::currentChanged, this, &LedgerPage::applyFilter);
    connect(m_model, &items::LedgerModel::failed, this,
            [this](const QString &message) { m_notice->showNotice(Tone::Danger, message); });
    connect(m_model, &items::LedgerModel::ready, this, &LedgerPage::chooseWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LedgerPage::showDetails);
    connect(&m_job, &JobSlot::progressed, m_bar,
            [this](qint64 done, qint64 total) { m_bar->setProgress(done, total, tr("entries")); });
    connect(m_bar, &JobBar::cancelRequested, this, [this] { m_cancel(); });
    connect(m_verify, &QPushButton::clicked, this, &LedgerPage::verify);
    connect(m_export, &QPushButton::clicked, this, [this] {
        m_context->pathChooser()(this,
                                 {PathAsk::Kind::SaveFile, tr("Export the ledger extract"),
                                  tr("Ledger extracts (*.jsonl)"), u"jsonl"_s,
                                  u"ledger-%1.jsonl"_s.arg(m_context->reference())},
                                 [this](const QString &path) { exportExtract(path); });
    });
    connect(m_checkpoint, &QPushButton::clicked, this, [this] {
        m_context->pathChooser()(this,
                                 {PathAsk::Kind::SaveFile, tr("Save a checkpoint"), tr("Checkpoints (*.checkpoint)"),
                                  u"checkpoint"_s, u"ledger.checkpoint"_s},
                                 [this](const QString &path) { saveCheckpoint(path); });
    });
}

void LedgerPage::showIncident()
{
    const bool any = !m_context->incident().isNull();
    m_filter->setVisible(any);
    m_export->setVisible(any && m_context->may("ledger.export"_L1));
    applyFilter();
}

void LedgerPage::applyFilter()
{
    const bool one = m_filter->current() == "incident"_L1;
    m_model->setIncident(one ? m_context->reference() : QString());
}

void LedgerPage::chooseWanted()
{
    const int row = m_wanted > 0 ? m_model->rowOf(m_wanted) : -1;
    if (row < 0 && m_wanted > 0)
        m_model->fetchMore({}); // an older entry; ready() comes here again
    if (row < 0)
        return;
    m_wanted = 0;
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->scrollTo(m_table->currentIndex());
}

void LedgerPage::showDetails()
{
    m_details->setEntry(m_model->entryAt(m_table->currentIndex().row()), m_context->zone());
}

void LedgerPage::begin(const QString &what, std::function<void()> cancel)
{
    m_cancel = std::move(cancel);
    m_notice->clear();
    m_bar->start(what);
    for (QPushButton *button : {m_verify, m_export, m_checkpoint})
        button->setEnabled(false);
}

void LedgerPage::end()
{
    m_bar->finish();
    m_cancel = {};
    for (QPushButton *button : {m_verify, m_export, m_checkpoint})
        button->setEnabled(true);
}

void LedgerPage::verify()
{
    begin(tr("Verifying the ledger"), [this] { m_job.cancel(); });
    QElapsedTimer since;
    since.start();
    const auto work = [file = m_context->file()](const Progress &progress) { return verifyIn(*file, progress); };
    m_job.run<LedgerReport>(tr("Verifying the ledger"), work,
                            [this, since](const Result<LedgerReport> &report) { showReport(report, since.elapsed()); });
}

void LedgerPage::showReport(const Result<LedgerReport> &report, qint64 msecs)
{
    end();
    if (!report) {
        const Tone tone = report.error().code == ErrorCode::Cancelled ? Tone::Neutral : Tone::Danger;
        m_notice->showNotice(tone, report.error().message);
        return;
    }
    if (report->fault) {
        m_notice->showNotice(Tone::Danger, tr("The ledger does not verify. %1").arg(report->fault->message));
        return;
    }
    m_notice->showNotice(Tone::Ok,
                         tr("All %1 entries verify: chain and signatures, in %2. Head %3.")
                             .arg(items::figure(report->counts.entries), duration(msecs), shortHash(report->head)));
}

void LedgerPage::exportExtract(const QString &path)
{
    auto progress = std::make_shared<Progress>();
    begin(tr("Exporting the extract"), [progress] { progress->cancel(); });
    whenDone(m_context->file()->exportLedger(m_context->incident(), path, ledger::Payloads::Disclosed, progress), this,
             [this, path](const Result<ledger::Checkpoint> &checkpoint) {
                 end();
                 if (!checkpoint) {
                     m_notice->showNotice(Tone::Danger, checkpoint.error().message);
                     return;
                 }
                 m_notice->showNotice(Tone::Ok,
                                      tr("%1 was written, up to entry %2. It holds what the entries say.")
                                          .arg(QFileInfo(path).fileName(), items::figure(checkpoint->count)));
             });
}

void LedgerPage::saveCheckpoint(const QString &path)
{
    const auto work = [file = m_context->file(), path](const Progress &) -> Result<ledger::Checkpoint> {
        TOCSIN_TRY(vault::checkNoStoreAt(path));
        TOCSIN_ASSIGN(const ledger::Checkpoint checkpoint, file->checkpoint().result());
        TOCSIN_TRY(writeFileAtomically(path, checkpoint.toText()));
        return checkpoint;
    };
    m_saving.run<ledger::Checkpoint>(
        tr("Writing the checkpoint"), work, [this, path](const Result<ledger::Checkpoint> &checkpoint) {
            if (!checkpoint) {
                m_notice->showNotice(Tone::Danger, checkpoint.error().message);
                return;
            }
            m_notice->showNotice(Tone::Ok,
                                 tr("%1 was written: it pins the %2 entries of now. Keep it outside the store.")
                                     .arg(QFileInfo(path).fileName(), items::figure(checkpoint->count)));
        });
}

QList<Command> LedgerPage::commands()
{
    return {{u"ledger.verify"_s,
             tr("Verify the ledger"),
             tr("check chain signatures proof"),
             {},
             [this] { m_verify->click(); },
             [this] { return m_context->may("ledger.verify"_L1); }}};
}

QVariantMap LedgerPage::place() const
{
    const casework::LedgerRow *entry = m_model->entryAt(m_table->currentIndex().row());
    return {{u"filter"_s, m_filter->current()}, {u"entry"_s, entry ? entry->sequence : 0}};
}

void LedgerPage::restorePlace(const QVariantMap &place)
{
    m_filter->setCurrent(place.value(u"filter"_s).toString());
    m_wanted = place.value(u"entry"_s).toLongLong();
    chooseWanted();
}

bool LedgerPage::showRecord(const QString &recordId)
{
    bool isNumber = false;
    const qint64 entry = recordId.toLongLong(&isNumber);
    if (!isNumber || entry < 1)
        return false;
    m_wanted = entry;
    m_filter->setCurrent(u"all"_s);
    chooseWanted();
    return true;
}

} // namespace tocsin::views
