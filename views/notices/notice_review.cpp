// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notice_review.h"

#include "casework/roster.h"
#include "items/wording.h"
#include "jobs/documents.h"
#include "jobs/notice_approval.h"
#include "notices/approvals_list.h"
#include "notices/check_model.h"
#include "notices/warning_reasons.h"
#include "notices/word_variants.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

using namespace std::chrono_literals;
constexpr auto kPause = 150ms; // several records change at once, and one pass is enough
constexpr int kProofLetters = 12;
constexpr int kSignColumn = 84;
constexpr int kReasonsWidth = 240;
constexpr auto kViewRight = QLatin1StringView("recipient.view");

QString keyOf(const casework::Notice &notice)
{
    return QString::number(notice.id.value);
}

} // namespace

NoticeReview::NoticeReview(CaseContext *context, QWidget *parent)
    : Card(tr("Checks before approval"), parent)
    , m_context(context)
    , m_summary(makeMutedLabel({}, TypeStyle::Small, this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_reasons(new WarningReasons)
    , m_reasonsArea(new ScrollColumn(m_reasons, kReasonsWidth, this))
    , m_checks(new CheckModel(this))
    , m_table(new TableView(tr("Checks before approval"), this))
    , m_approvalsList(new ApprovalsList(this))
    , m_error(new NoticeBar(this))
    , m_submit(new QPushButton(tr("Send to review"), this))
    , m_approve(new QPushButton(tr("Approve"), this))
    , m_proof(new QPushButton(this))
    , m_accept(new QPushButton(tr("A&ccept proof set"), this))
    , m_produce(new QPushButton(this))
    , m_accepted(makeMutedLabel({}, TypeStyle::Small, this))
    , m_sentence(makeMutedLabel({}, TypeStyle::Small, this))
{
    m_table->setModel(m_checks);
    m_table->setWrapRows(true);
    m_table->setColumns({{0, kSignColumn}, {1, metrics::space(16)}});
    m_table->horizontalHeader()->hide();
    setButtonKind(*m_stop, ButtonKind::Link);
    m_stop->setAccessibleName(tr("Stop checking"));
    m_stop->hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPause);
    m_reasonsArea->hide();
    m_reasons->setAutoFillBackground(false); // the card shows through
    layOut();
    connectButtons();
    updateSteps();
}

NoticeReview::~NoticeReview() = default;

void NoticeReview::layOut()
{
    auto *state = new QHBoxLayout;
    state->setSpacing(metrics::kGrid);
    state->addWidget(m_summary, 1);
    state->addWidget(m_stop);
    auto *review = new QHBoxLayout;
    review->setSpacing(metrics::kGrid);
    review->addWidget(m_submit);
    review->addWidget(m_approve);
    review->addStretch(1);
    auto *produce = new QHBoxLayout;
    produce->setSpacing(metrics::kGrid);
    produce->addWidget(m_proof);
    produce->addWidget(m_accept);
    produce->addWidget(m_produce);
    produce->addStretch(1);
    body()->addLayout(state);
    body()->addWidget(m_reasonsArea, 1);
    body()->addWidget(m_table, 1);
    body()->addWidget(makeSeparator(this));
    body()->addWidget(makeLabel(tr("Approvals"), TypeStyle::Strong, this));
    body()->addWidget(m_approvalsList);
    body()->addWidget(m_accepted);
    body()->addWidget(m_error);
    body()->addLayout(review);
    body()->addLayout(produce);
    body()->addWidget(m_sentence);
}

void NoticeReview::connectButtons()
{
    connect(&m_soon, &QTimer::timeout, this, &NoticeReview::check);
    connect(m_stop, &QPushButton::clicked, &m_job, &JobSlot::cancel);
    connect(&m_job, &JobSlot::progressed, this, [this](qint64 done, qint64 total) {
        m_summary->setText(total > 0 ? tr("Checking %1 of %2 letters").arg(items::figure(done), items::figure(total))
                                     : tr("Checking letter %1").arg(items::figure(done)));
        m_stop->show();
    });
    connect(m_reasons, &WarningReasons::reasonsChanged, this, &NoticeReview::updateSteps);
    connect(m_submit, &QPushButton::clicked, this, &NoticeReview::submit);
    connect(m_approve, &QPushButton::clicked, this, &NoticeReview::approve);
    connect(m_proof, &QPushButton::clicked, this,
            [this] { Q_EMIT proofRequested(static_cast<int>(std::min<qint64>(kProofLetters, m_found.letters))); });
    connect(m_accept, &QPushButton::clicked, this, &NoticeReview::acceptProof);
    connect(m_produce, &QPushButton::clicked, this, &NoticeReview::produceRequested);
}

void NoticeReview::setNotice(const casework::Notice &notice)
{
    if (notice.id != m_notice.id) {
        m_kept = unfinished();
        m_found = {};
        m_approvals.clear();
        m_checks->setChecks({});
        m_reasons->setReasons(fromVariants(m_kept.value(keyOf(notice)).toMap()));
        m_reasons->setWarnings({});
        m_reasonsArea->hide();
        m_error->clear();
    }
    m_notice = notice;
    setEnabled(true);
    loadApprovals();
    recheck();
}

void NoticeReview::clear()
{
    m_soon.stop();
    m_job.drop();
    m_kept = unfinished();
    m_notice = {};
    m_found = {};
    m_approvals.clear();
    m_checks->setChecks({});
    setEnabled(false);
    updateSteps();
}

void NoticeReview::recheck()
{
    if (m_notice.id.isNull())
        return;
    // What is known of another state must not open a step now.
    m_found.checks.reset();
    m_found.pinned.clear();
    m_found.proof = {};
    m_summary->setText(tr("Checking…"));
    m_soon.start();
    updateSteps();
}

Result<NoticeReview::Findings> NoticeReview::look(casework::CaseFile &file, IncidentId incident, const QString &key,
                                                  const Progress &progress)
{
    TOCSIN_ASSIGN(const auto session, file.openSession());
    TOCSIN_ASSIGN(const casework::Notice notice, session->ask(casework::NoticeByKey{incident, key}));
    TOCSIN_ASSIGN(const casework::RosterTotals totals, session->ask(casework::RosterTotalsQuery{incident}));
    const bool isDocument = jobs::isDocument(notice);
    if (!isDocument && !file.may(kViewRight)) {
        TOCSIN_ASSIGN(const jobs::LetterMaterial material, jobs::letterMaterial(*session, incident, key, file.now()));
        return Findings{material.pinned, totals.included, std::nullopt, {}};
    }
    TOCSIN_ASSIGN(const jobs::NoticeChecks found, jobs::checksOf(*session, notice, file.now(), progress));
    TOCSIN_ASSIGN(const jobs::ProofStanding proof, jobs::proofStanding(*session, notice, found.pinned));
    return Findings{found.pinned, isDocument ? 1 : totals.included, found.checks, proof};
}

void NoticeReview::check()
{
    const auto work = [file = m_context->file(), incident = m_context->incident(),
                       key = m_notice.key](const Progress &progress) { return look(*file, incident, key, progress); };
    m_job.run<Findings>(tr("Checking the letters"), work, [this](const Result<Findings> &found) { onFound(found); });
}

void NoticeReview::onFound(const Result<Findings> &found)
{
    m_stop->hide();
    if (!found) {
        const bool stopped = found.error().code == ErrorCode::Cancelled;
        m_summary->setText(stopped ? tr("Stopped; nothing was checked.") : found.error().message);
        updateSteps();
        return;
    }
    m_found = *found;
    m_checks->setChecks(m_found.checks.value_or(QList<notices::CheckResult>()));
    m_summary->setText(m_found.checks ? m_checks->summary() // before warnings go to their fields
                                      : tr("The checks read the letters of single people, which your role does not."));
    updateSteps();
    Q_EMIT checked();
}

void NoticeReview::loadApprovals()
{
    whenDone(m_context->file()->ask(casework::ApprovalsQuery{m_notice.id}), this,
             [this, id = m_notice.id](const Result<QList<casework::Approval>> &answer) {
                 if (id != m_notice.id)
                     return;
                 if (!answer)
                     return m_error->showNotice(Tone::Danger, answer.error().message);
                 m_approvals = *answer;
                 updateSteps();
             });
}

void NoticeReview::setBusy(bool busy)
{
    m_busy = busy;
    updateSteps();
}

void NoticeReview::updateSteps()
{
    NoticeSituation now;
    now.status = m_notice.status;
    now.version = m_notice.version;
    now.role = m_context->file()->actor().role;
    now.ownWords = m_notice.author == m_context->file()->actor().id;
    now.letters = m_found.letters;
    now.checks = m_found.checks;
    now.checking = m_job.isRunning() || m_soon.isActive();
    now.approvedAsIs = std::any_of(m_approvals.cbegin(), m_approvals.cend(), [this](const casework::Approval &each) {
        return !m_found.pinned.isEmpty() && each.pinned == m_found.pinned;
    });
    now.isDocument = !m_notice.id.isNull() && jobs::isDocument(m_notice);
    now.proofLetters = m_found.proof.made ? m_found.proof.made->letters : 0;
    now.proofComplete = m_found.proof.made && m_found.proof.made->proofNeeds == 0;
    now.proofAccepted = m_found.proof.accepted.has_value();
    m_steps = stepsFor(now);
    if (!now.checking) // the fields stay while somebody types and the checks run again
        showReasons();
    now.unexplained = m_reasons->unexplained();
    m_steps = stepsFor(now);
    updateProof();
    m_approvalsList->setApprovals(m_approvals, m_found.pinned, m_context->zone());
    m_sentence->setText(m_busy ? tr("Letters are being produced.") : m_steps.sentence);
    updateButtons();
}

/// Whoever can approve says why each warning stands, where it is told; for everybody else warnings are in the list.
void NoticeReview::showReasons()
{
    QList<notices::CheckResult> warnings = m_found.checks.value_or(QList<notices::CheckResult>());
    QList<notices::CheckResult> others = warnings;
    warnings.removeIf([](const notices::CheckResult &check) { return check.level != notices::CheckLevel::Warning; });
    if (!m_steps.explains)
        warnings.clear();
    else
        others.removeIf([](const notices::CheckResult &check) { return check.level == notices::CheckLevel::Warning; });
    const QSignalBlocker quiet(m_reasons);
    m_reasons->setWarnings(warnings);
    m_reasonsArea->setVisible(!warnings.isEmpty());
    if (m_found.checks)
        m_checks->setChecks(others);
}

/// Who accepted the proof set, or which one waits for somebody to read it.
void NoticeReview::updateProof()
{
    const jobs::ProofStanding &proof = m_found.proof;
    QString said;
    if (proof.accepted) {
        said = tr("Proof set accepted by %1, %2 · %3")
                   .arg(proof.accepted->byName, casework::roleName(proof.accepted->role),
                        items::momentText(proof.accepted->at.inZone(m_context->zone())));
    } else if (proof.made) {
        said = tr("Proof set of %1 made by %2 · %3 · not accepted")
                   .arg(items::figure(proof.made->letters), proof.made->byName,
                        items::momentText(proof.made->finished.inZone(m_context->zone())));
    }
    m_accepted->setText(said);
    m_accepted->setVisible(!said.isEmpty());
}

void NoticeReview::updateButtons()
{
    const bool some = !m_notice.id.isNull();
    const bool idle = some && !m_busy && !m_command.isRunning();
    m_submit->setVisible(some && m_steps.maySubmit && m_notice.status == casework::NoticeStatus::Draft);
    m_submit->setEnabled(idle && m_steps.canSubmit);
    m_approve->setVisible(some && m_steps.mayApprove && !m_steps.approvedAsIs
                          && m_notice.status != casework::NoticeStatus::Draft);
    m_approve->setEnabled(idle && m_steps.canApprove);
    const bool isDocument = some && jobs::isDocument(m_notice);
    m_proof->setVisible(some && m_steps.mayProduce && !isDocument);
    m_proof->setEnabled(idle && m_steps.canProve);
    m_accept->setVisible(some && m_steps.mayAccept && m_found.proof.made && !m_found.proof.accepted
                         && m_steps.approvedAsIs);
    m_accept->setEnabled(idle && m_steps.canAccept);
    m_produce->setVisible(some && m_steps.mayProduce);
    m_produce->setEnabled(idle && m_steps.canProduce);
    m_proof->setText(tr("Proof set (%1)").arg(std::min<qint64>(kProofLetters, m_found.letters)));
    m_produce->setText(isDocument ? tr("Produce files") : tr("Produce %1").arg(items::figure(m_found.letters)));
    setButtonKind(*m_submit, ButtonKind::Primary);
    setButtonKind(*m_approve, m_steps.canApprove ? ButtonKind::Primary : ButtonKind::Plain);
    setButtonKind(*m_accept, m_steps.canAccept ? ButtonKind::Primary : ButtonKind::Plain);
    setButtonKind(*m_produce, m_steps.canProduce ? ButtonKind::Primary : ButtonKind::Plain);
}

void NoticeReview::submit()
{
    const auto work = [file = m_context->file(), incident = m_context->incident(), key = m_notice.key](
                          const Progress &progress) { return jobs::submitNotice(*file, incident, key, progress); };
    m_command.run<casework::Receipt>(tr("Sending to review"), work,
                                     [this](const Result<casework::Receipt> &receipt) { finish(receipt); });
    updateButtons();
}

void NoticeReview::approve()
{
    const auto work = [file = m_context->file(), incident = m_context->incident(), key = m_notice.key,
                       reasons = m_reasons->reasons()](const Progress &progress) {
        return jobs::approveNotice(*file, incident, key, progress, reasons);
    };
    m_command.run<casework::Receipt>(tr("Approving"), work,
                                     [this](const Result<casework::Receipt> &receipt) { finish(receipt); });
    updateButtons();
}

void NoticeReview::acceptProof()
{
    const auto work = [file = m_context->file(), incident = m_context->incident(),
                       key = m_notice.key](const Progress &) { return jobs::acceptProof(*file, incident, key); };
    m_command.run<casework::Receipt>(tr("Accepting the proof set"), work,
                                     [this](const Result<casework::Receipt> &receipt) { finish(receipt); });
    updateButtons();
}

QVariantMap NoticeReview::unfinished() const
{
    QVariantMap all = m_kept;
    if (!m_notice.id.isNull())
        all.insert(keyOf(m_notice), toVariants(m_reasons->typed()));
    return all;
}

void NoticeReview::restore(const QVariantMap &unfinished)
{
    m_kept = unfinished;
    if (!m_notice.id.isNull())
        m_reasons->setReasons(fromVariants(m_kept.value(keyOf(m_notice)).toMap()));
}

void NoticeReview::finish(const Result<casework::Receipt> &receipt)
{
    if (receipt) {
        m_error->clear();
        Q_EMIT done(*receipt);
    } else {
        m_error->showNotice(Tone::Danger, receipt.error().message);
    }
    updateButtons();
}

} // namespace tocsin::views
