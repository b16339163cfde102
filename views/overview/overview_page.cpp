// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/overview_page.h"

#include "casework/facts_record.h"
#include "casework/notice.h"
#include "casework/task.h"
#include "core/when_done.h"
#include "items/wording.h"
#include "overview/new_incident_form.h"
#include "overview/task_summary.h"
#include "overview/waiting_list.h"
#include "shared/card.h"
#include "shared/empty_state.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "timeline/quick_entry.h"
#include "timeline/timeline_list.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::ObligationRecord;
using items::ObligationModel;

namespace {

constexpr int kRightNarrowest = metrics::space(40);

/// The duties of an incident, and the facts they follow from.
struct Duties
{
    QList<ObligationRecord> records;
    law::Facts facts;
};

struct DutiesQuery
{
    using Answer = Duties;
    IncidentId incident;
    Result<Duties> run(casework::Reader &reader) const
    {
        TOCSIN_ASSIGN(const QList<ObligationRecord> records, casework::ObligationsQuery{incident}.run(reader));
        TOCSIN_ASSIGN(const casework::FactsRevision facts, casework::CurrentFacts{incident}.run(reader));
        return Duties{records, facts.facts};
    }
};

/// What an incident has from the first minute, counted.
struct Begun
{
    qsizetype clocks = 0; ///< duties with a date
    qsizetype drafts = 0;
    qsizetype tasks = 0;
};

struct BegunQuery
{
    using Answer = Begun;
    IncidentId incident;
    Result<Begun> run(casework::Reader &reader) const
    {
        TOCSIN_ASSIGN(const QList<ObligationRecord> duties, casework::ObligationsQuery{incident}.run(reader));
        TOCSIN_ASSIGN(const QList<casework::Notice> notices, casework::NoticesQuery{incident}.run(reader));
        TOCSIN_ASSIGN(const QList<casework::Task> tasks, casework::TasksQuery{incident}.run(reader));
        const auto clocks = std::count_if(duties.cbegin(), duties.cend(),
                                          [](const ObligationRecord &each) { return !each.due().isNull(); });
        return Begun{clocks, notices.size(), tasks.size()};
    }
};

} // namespace

OverviewPage::OverviewPage(CaseContext *context, QWidget *parent)
    : Page({u"overview"_s, tr("Overview"), {}, u"overview"_s}, parent)
    , m_context(context)
    , m_duties(new ObligationModel(this))
    , m_entries(new items::TimelineModel(context->file(), context->zone(), this))
    , m_tasks(new items::TaskBoardModel(context->file(), context->zone(), this))
    , m_progress(new items::TaskProgressModel(context->file(), context->zone(), this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
{
    m_empty = new EmptyState(u"overview"_s, tr("No incident yet"),
                             tr("An incident holds the facts, the clocks they start, and all that is done about them. "
                                "Begin one as soon as something may have happened; it can be closed again."),
                             tr("New incident"), m_stack);
    m_empty->setActionAllowed(context->may("incident.create"_L1));
    m_work = makeWork();
    m_formPage = makeFormPage();
    for (QWidget *each : {static_cast<QWidget *>(m_empty), m_work, m_formPage})
        m_stack->addWidget(each);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    connectParts();
    showIncident();
}

QWidget *OverviewPage::makeWork()
{
    auto *work = new QWidget(m_stack);
    auto *grid = new QGridLayout(work);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metrics::space(2));
    grid->addWidget(makeDeadlines(), 0, 0);
    grid->addWidget(makeTasks(), 0, 1);
    grid->addWidget(makeTimeline(), 1, 0);
    grid->addWidget(makeWaiting(), 1, 1);
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 3);
    grid->setColumnMinimumWidth(1, kRightNarrowest);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(1, 1);
    return work;
}

QWidget *OverviewPage::makeDeadlines()
{
    m_deadlines = new Card(tr("Next deadlines"), this);
    m_deadlineStack = new QStackedWidget(m_deadlines);
    m_table = new TableView(tr("Next deadlines"), m_deadlineStack);
    m_table->setModel(m_duties);
    m_table->setWrapRows(true);
    for (const int column : {ObligationModel::Owner, ObligationModel::Place, ObligationModel::Nature})
        m_table->setColumnHidden(column, true);
    m_table->setColumns({{1, 84}, {3, 120}, {3, 120}, {0, 0}, {1, 104}});
    auto *none = makeMutedLabel(tr("No deadline lies ahead: nothing is owed, or all of it is done."), TypeStyle::Body,
                                m_deadlineStack);
    none->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_deadlineStack->addWidget(m_table);
    m_deadlineStack->addWidget(none);
    m_deadlines->setContent(m_deadlineStack);
    connect(m_deadlines, &Card::actionTriggered, this, [this] { Q_EMIT navigationRequested(u"deadlines"_s, {}); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT navigationRequested(u"deadlines"_s, index.data(items::RecordIdRole).toString());
    });
    return m_deadlines;
}

QWidget *OverviewPage::makeTimeline()
{
    auto *card = new Card(tr("Timeline"), this);
    card->setAction(tr("Open"));
    m_entry = new QuickEntry(m_context, QuickEntry::Extent::Line, card);
    m_entry->setVisible(m_context->may("timeline.log"_L1));
    m_list = new TimelineList(card);
    m_list->setAccessibleName(tr("Latest entries"));
    m_list->setModel(m_entries);
    card->body()->addWidget(m_entry);
    card->body()->addWidget(m_list, 1);
    connect(card, &Card::actionTriggered, this, [this] { Q_EMIT navigationRequested(u"timeline"_s, {}); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT navigationRequested(u"timeline"_s, index.data(items::RecordIdRole).toString());
    });
    connect(m_entry, &QuickEntry::logged, m_list, &TimelineList::scrollToTop);
    return card;
}

QWidget *OverviewPage::makeTasks()
{
    auto *card = new Card(tr("Remediation"), this);
    card->setAction(tr("Board"));
    card->setContent(new TaskSummary(m_tasks, m_progress, card));
    connect(card, &Card::actionTriggered, this, [this] { Q_EMIT navigationRequested(u"tasks"_s, {}); });
    return card;
}

QWidget *OverviewPage::makeWaiting()
{
    auto *card = new Card(tr("Waiting for you"), this);
    auto *area = new QScrollArea(card);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    m_waiting = new WaitingList(m_context, m_tasks, area);
    area->setWidget(m_waiting);
    area->viewport()->setAutoFillBackground(false); // the card's ground shows through
    m_waiting->setAutoFillBackground(false);
    card->setContent(area);
    connect(m_waiting, &WaitingList::pageWanted, this, &Page::navigationRequested);
    return card;
}

QWidget *OverviewPage::makeFormPage()
{
    auto *card = new Card(tr("New incident"), m_stack);
    m_form = new NewIncidentForm(m_context, card);
    card->setContent(m_form);
    return card;
}

void OverviewPage::connectParts()
{
    connect(m_context, &CaseContext::incidentChanged, this, &OverviewPage::showIncident);
    connect(m_context, &CaseContext::minutePassed, this, &OverviewPage::loadDuties);
    connect(m_context, &CaseContext::zoneChanged, this, [this] {
        m_entries->setZone(m_context->zone());
        m_tasks->setZone(m_context->zone());
        m_progress->setZone(m_context->zone());
        loadDuties();
    });
    connect(m_context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Obligation) || changes.touches(casework::Kind::Facts))
            loadDuties();
    });
    const auto say = [this](const QString &message) { m_notice->showNotice(Tone::Danger, message); };
    connect(m_entries, &items::TimelineModel::failed, this, say);
    connect(m_tasks, &items::TaskBoardModel::failed, this, say);
    connect(m_context, &CaseContext::minutePassed, m_tasks, &items::TaskBoardModel::tick);
    connect(m_progress, &items::TaskProgressModel::failed, this, say);
    connect(m_empty, &EmptyState::actionTriggered, this, &OverviewPage::beginIncident);
    connect(m_form, &NewIncidentForm::created, this, [this](const casework::Receipt &receipt) {
        m_context->setIncident(IncidentId{receipt.id}, receipt.reference);
        showIncident();
        focusFirst();
        sayWhatBegan(receipt);
    });
    connect(m_notice, &NoticeBar::stepChosen, this,
            [this](const QString &page) { Q_EMIT navigationRequested(page, {}); });
    connect(m_form, &NewIncidentForm::cancelled, this, &OverviewPage::showIncident);
}

void OverviewPage::showIncident()
{
    const IncidentId incident = m_context->incident();
    m_notice->clear();
    m_stack->setCurrentWidget(incident.isNull() ? static_cast<QWidget *>(m_empty) : m_work);
    m_entries->setIncident(incident);
    m_tasks->setIncident(incident);
    m_progress->setIncident(incident);
    m_waiting->reload();
    loadDuties();
}

/// What is there from the first minute, with the ways to it.
void OverviewPage::sayWhatBegan(const casework::Receipt &receipt)
{
    whenDone(m_context->file()->ask(BegunQuery{IncidentId{receipt.id}}), this,
             [this, receipt](const Result<Begun> &begun) {
                 if (!begun || m_context->incident().value != receipt.id)
                     return;
                 const QStringList parts{tr("clocks running: %1").arg(items::figure(begun->clocks)),
                                         tr("drafts: %1").arg(items::figure(begun->drafts)),
                                         tr("tasks: %1").arg(items::figure(begun->tasks))};
                 m_notice->setClosable(true);
                 m_notice->showNotice(Tone::Ok, tr("%1 has begun; %2.").arg(receipt.reference, parts.join(u", "_s)),
                                      {{u"tasks"_s, tr("Tasks")}, {u"notices"_s, tr("Notices")}});
             });
}

void OverviewPage::loadDuties()
{
    const int asked = ++m_asked;
    const IncidentId incident = m_context->incident();
    if (incident.isNull())
        return showDuties({}, {});
    whenDone(m_context->file()->ask(DutiesQuery{incident}), this, [this, asked](const Result<Duties> &duties) {
        if (asked != m_asked)
            return;
        if (duties)
            showDuties(duties->records, duties->facts);
        else
            m_notice->showNotice(Tone::Danger, duties.error().message);
    });
}

void OverviewPage::showDuties(const QList<ObligationRecord> &records, const law::Facts &facts)
{
    QList<ObligationRecord> ahead;
    std::copy_if(records.cbegin(), records.cend(), std::back_inserter(ahead),
                 [](const ObligationRecord &record) { return record.isOpen(); });
    m_duties->set(ahead, facts, m_context->now());
    m_deadlines->setAction(ahead.isEmpty() ? tr("All deadlines") : tr("All %1").arg(ahead.size()));
    m_deadlineStack->setCurrentIndex(ahead.isEmpty() ? 1 : 0);
}

void OverviewPage::beginIncident()
{
    m_stack->setCurrentWidget(m_formPage);
    m_form->begin();
}

void OverviewPage::focusFirst()
{
    if (m_stack->currentWidget() == m_work && m_entry->isVisibleTo(this))
        m_entry->begin();
    else
        Page::focusFirst();
}

QList<Command> OverviewPage::commands()
{
    return {{u"incident.new"_s,
             tr("New incident"),
             tr("begin create breach audit"),
             {},
             [this] { beginIncident(); },
             [this] { return m_context->may("incident.create"_L1); }}};
}

} // namespace tocsin::views
