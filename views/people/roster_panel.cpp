// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/roster_panel.h"

#include "casework/roster_figures.h"
#include "core/when_done.h"
#include "items/duty_wording.h"
#include "items/roster_wording.h"
#include "items/state_count_model.h"
#include "items/wording.h"
#include "shared/card.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostLines = 6; // of changes; the sentence counts them all
constexpr qint64 kKilobyte = 1024;
constexpr int kStatesShown = 6; // rows of the table before it scrolls

QString importSentence(const jobs::RosterImportReport &report)
{
    if (report.known)
        return RosterPanel::tr("This very file was imported before; nothing was changed.");
    const QString problems = report.summary.problems == 0
        ? RosterPanel::tr("None needs a decision.")
        : RosterPanel::tr("%1 need a decision.").arg(items::figure(report.summary.problems));
    return RosterPanel::tr("%1 rows read: %2 new, %3 changed, %4 unchanged. %5")
        .arg(items::figure(report.summary.rows), items::figure(report.added), items::figure(report.changed),
             items::figure(report.unchanged), problems);
}

} // namespace

RosterPanel::RosterPanel(CaseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_bar(new JobBar(this))
    , m_notice(new NoticeBar(this))
    , m_import(new QPushButton(tr("Import a roster…"), this))
    , m_totals(makeLabel({}, TypeStyle::Body, this))
    , m_address(makeMutedLabel({}, TypeStyle::Body, this))
    , m_factsCard(new Card(tr("Figures and facts"), this))
    , m_effect(new NoticeBar(m_factsCard))
    , m_changes(makeMutedLabel({}, TypeStyle::Small, m_factsCard))
    , m_accept(new QPushButton(tr("Put these figures into the facts"), m_factsCard))
    , m_states(new items::StateCountModel(this))
    , m_stateTable(new TableView(tr("Residents by State"), this))
    , m_stateCard(new Card(tr("Residents by State"), this))
    , m_reportCard(new Card(tr("Latest import"), this))
    , m_report(makeMutedLabel({}, TypeStyle::Small, m_reportCard))
    , m_revisions(makeMutedLabel({}, TypeStyle::Small, m_reportCard))
{
    makeFactsCard();
    makeStateCard();
    makeReportCard();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(makeImportCard());
    layout->addWidget(m_factsCard);
    layout->addWidget(m_stateCard);
    layout->addWidget(m_reportCard);
    layout->addStretch(1);
    show({});
}

Card *RosterPanel::makeImportCard()
{
    auto *card = new Card(tr("Roster"), this);
    card->addToHeader(m_import);
    m_totals->setWordWrap(true);
    m_notice->setClosable(true);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(m_notice);
    card->body()->addWidget(m_totals);
    card->body()->addWidget(m_address);
    m_import->setVisible(m_context.may(casework::AcceptStaged::kAction));
    connect(m_import, &QPushButton::clicked, this, &RosterPanel::chooseFile);
    connect(m_bar, &JobBar::cancelRequested, &m_job, &JobSlot::cancel);
    connect(&m_job, &JobSlot::progressed, m_bar,
            [this](qint64 done, qint64 total) { m_bar->setProgress(done / kKilobyte, total / kKilobyte, tr("KB")); });
    return card;
}

void RosterPanel::makeFactsCard()
{
    setButtonKind(*m_accept, ButtonKind::Primary);
    m_factsCard->body()->addWidget(m_effect);
    m_factsCard->body()->addWidget(m_changes);
    m_factsCard->body()->addWidget(m_accept, 0, Qt::AlignLeft);
    connect(m_accept, &QPushButton::clicked, this, &RosterPanel::acceptFigures);
}

void RosterPanel::makeStateCard()
{
    m_stateTable->setModel(m_states);
    m_stateTable->setColumns({{2, 130}, {0, 80}, {2, 100}});
    m_stateTable->setWrapRows(true);
    m_stateTable->setMostRows(kStatesShown);
    m_stateCard->setContent(m_stateTable);
}

void RosterPanel::makeReportCard()
{
    m_reportCard->body()->addWidget(m_report);
    m_reportCard->body()->addWidget(m_revisions);
}

void RosterPanel::chooseFile()
{
    if (m_job.isRunning())
        return;
    const PathAsk ask{PathAsk::Kind::OpenFile, tr("Import a roster"), tr("Rosters (*.csv *.xlsx)"), {}, {}};
    m_context.pathChooser()(this, ask, [this](const QString &path) { startImport(path); });
}

void RosterPanel::startImport(const QString &path)
{
    m_notice->clear();
    m_import->setEnabled(false);
    m_bar->start(tr("Reading %1").arg(QFileInfo(path).fileName()));
    const jobs::RosterImport request{m_context.incident(), path, {}, false};
    const auto work = [file = m_context.file(), request](const Progress &progress) {
        return jobs::importRoster(*file, request, progress);
    };
    m_job.run<jobs::RosterImportReport>(
        tr("Reading the roster"), work,
        [this](const Result<jobs::RosterImportReport> &report) { finishImport(report); });
}

void RosterPanel::finishImport(const Result<jobs::RosterImportReport> &report)
{
    m_bar->finish();
    m_import->setEnabled(true);
    if (report)
        m_notice->showNotice(report->known ? Tone::Neutral : Tone::Ok, importSentence(*report));
    else if (report.error().code == ErrorCode::Cancelled)
        m_notice->showNotice(Tone::Neutral, report.error().message);
    else
        m_notice->showNotice(Tone::Danger, report.error().message);
}

void RosterPanel::show(const RosterView &view)
{
    m_view = view;
    if (!m_failure.isEmpty() && m_notice->text() == m_failure)
        m_notice->clear();
    m_failure.clear();
    showTotals();
    showFacts();
    showReport();
}

void RosterPanel::showFailure(const QString &message)
{
    m_failure = message;
    m_notice->showNotice(Tone::Danger, message);
}

void RosterPanel::showTotals()
{
    const casework::RosterTotals &totals = m_view.totals;
    const bool any = totals.revision > 0;
    m_totals->setText(any ? tr("%1 people: %2 included, %3 to decide, %4 excluded.")
                                .arg(items::figure(totals.people), items::figure(totals.included),
                                     items::figure(totals.undecided), items::figure(totals.excluded))
                          : tr("No roster yet. A roster is the list of the people affected, as CSV or XLSX with one "
                               "person a row. Every row is kept; none is dropped."));
    m_address->setText(any ? items::addressSentence(totals.withoutAddress) : QString());
    m_address->setVisible(any);
    m_states->set(totals.residents, totals.elsewhere);
    m_stateCard->setVisible(any);
}

void RosterPanel::showFacts()
{
    const law::Facts counted = casework::withFigures(m_view.facts, m_view.totals);
    const bool differ = m_view.totals.revision > 0 && counted != m_view.facts;
    m_factsCard->setVisible(differ);
    if (!differ)
        return;
    const items::FactsEffect effect = items::effectOf(m_view.changes, m_context.today());
    const qint64 before = m_view.facts.peopleAffected().value_or(0);
    m_effect->showNotice(effect.tone,
                         tr("The facts say %1 people, the roster %2. %3")
                             .arg(items::figure(before), items::figure(m_view.totals.people), effect.sentence));
    m_changes->setText(items::firstLines(effect.changes, kMostLines).join(u'\n'));
    m_changes->setVisible(!effect.changes.isEmpty());
    m_accept->setVisible(m_context.may(casework::AcceptResidents::kAction));
}

void RosterPanel::showReport()
{
    m_reportCard->setVisible(!m_view.rosters.isEmpty());
    if (m_view.rosters.isEmpty())
        return;
    const auto later = [](const casework::Roster &a, const casework::Roster &b) { return a.revision < b.revision; };
    QList<casework::Roster> rosters = m_view.rosters;
    std::sort(rosters.begin(), rosters.end(), later);
    const QStringList lines = items::reportLines(rosters.last().summary);
    m_report->setText(lines.isEmpty() ? tr("Every row was accepted as it stands.") : lines.join(u'\n'));
    QStringList revisions;
    for (auto each = rosters.crbegin(); each != rosters.crend(); ++each) {
        revisions << tr("Revision %1 · %2 · %3 · %4")
                         .arg(QString::number(each->revision), each->fileName,
                              items::momentText(each->importedAt.inZone(m_context.zone())), each->importedBy);
    }
    m_revisions->setText(revisions.join(u'\n'));
}

void RosterPanel::acceptFigures()
{
    m_accept->setEnabled(false);
    whenDone(m_context.file()->submit(casework::AcceptResidents{m_context.incident()}), this,
             [this](const Result<casework::Receipt> &receipt) {
                 m_accept->setEnabled(true);
                 if (receipt)
                     m_notice->showNotice(Tone::Ok, tr("The facts have the roster's figures. The dates follow them."));
                 else
                     m_notice->showNotice(Tone::Danger, receipt.error().message);
             });
}

} // namespace tocsin::views
