// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/deadlines_page.h"

#include "casework/rule_pack_record.h"
#include "clocks/clocks_panel.h"
#include "core/when_done.h"
#include "deadlines/deadline_files.h"
#include "deadlines/duty_list.h"
#include "deadlines/duty_panel.h"
#include "deadlines/facts_outline.h"
#include "deadlines/facts_panel.h"
#include "deadlines/facts_tray.h"
#include "deadlines/proposal_card.h"
#include "items/obligation_model.h"
#include "rules/accept_rules.h"
#include "shared/incident_gate.h"
#include "shared/notice_bar.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"
#include "shared/undo_offer.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::ObligationRecord;
using items::ObligationModel;
using Standing = ObligationRecord::Standing;

namespace {

constexpr int kColumnWidth = 392;

/// Everything the page shows of one incident, read at one moment.
struct DeadlinesQuery
{
    struct Answer
    {
        QList<ObligationRecord> records;
        QList<casework::FactsRevision> history;
        QList<casework::Person> people;
        law::RulePacks packs; ///< of the incident
        std::optional<WaitingProposal> waiting;
        bool newer = false; ///< other rules could be accepted
    };
    IncidentId incident;

    Result<Answer> run(casework::Reader &reader) const
    {
        Answer answer;
        TOCSIN_ASSIGN(answer.records, casework::ObligationsQuery{incident}.run(reader));
        TOCSIN_ASSIGN(answer.history, casework::FactsHistory{incident}.run(reader));
        TOCSIN_ASSIGN(answer.people, casework::PeopleQuery{}.run(reader));
        TOCSIN_ASSIGN(answer.packs, casework::IncidentLaw{incident}.run(reader));
        TOCSIN_ASSIGN(answer.newer, casework::HasOtherRules{incident}.run(reader));
        TOCSIN_ASSIGN(const auto pending, casework::PendingProposals{incident}.run(reader));
        if (pending.isEmpty())
            return answer;
        answer.waiting = WaitingProposal{pending.first(), {}, {}};
        if (const auto preview = casework::PreviewProposal{pending.first().id}.run(reader))
            answer.waiting->changes = preview->changes;
        else
            answer.waiting->problem = preview.error().message;
        return answer;
    }
};

} // namespace

DeadlinesPage::DeadlinesPage(CaseContext *context, QWidget *parent)
    : Page({u"deadlines"_s, tr("Deadlines"), {}, u"deadlines"_s}, parent)
    , m_context(context)
    , m_listView(new QWidget(this))
    , m_clocks(new ClocksPanel(context, m_listView, this)) // first, since Tab goes through what was made first
    , m_export(new QPushButton(tr("Export calendar"), this))
    , m_pdf(new QPushButton(tr("Export PDF"), this))
    , m_duties(new DutyList(this))
    , m_undo(new UndoOffer(context, casework::Kind::Obligation, &m_clocks->notice(), this))
    , m_proposal(new ProposalCard(*context, this))
    , m_duty(new DutyPanel(*context, this))
    , m_facts(new FactsPanel(*context, this))
    , m_left(new QStackedLayout)
    , m_files(new DeadlineFiles(*context, m_clocks->notice(), this))
    , m_newer(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
{
    makeListView();
    layOut();
    connect(context, &CaseContext::incidentChanged, &m_clocks->notice(), &NoticeBar::clear);
    connect(context, &CaseContext::incidentChanged, this, &DeadlinesPage::load);
    connect(context, &CaseContext::zoneChanged, this, &DeadlinesPage::load);
    connect(context, &CaseContext::minutePassed, this, &DeadlinesPage::showTime);
    connect(context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        using casework::Kind;
        if (changes.touches(Kind::Obligation) || changes.touches(Kind::Facts) || changes.touches(Kind::Person)
            || changes.touches(Kind::FactsProposal) || changes.touches(Kind::RulePack))
            load();
    });
    load();
}

/// An editor that loses the keyboard hands over what is in it, which must find everything in its place.
DeadlinesPage::~DeadlinesPage()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && isAncestorOf(focus))
        focus->clearFocus();
}

void DeadlinesPage::layOut()
{
    auto *front = new QWidget(this);
    auto *deadlines = new QVBoxLayout(front);
    deadlines->setContentsMargins(0, 0, 0, 0);
    deadlines->setSpacing(metrics::space(2));
    auto *above = new QVBoxLayout;
    above->setContentsMargins(0, 0, ScrollColumn::kGutter, 0);
    above->addWidget(m_newer);
    deadlines->addLayout(above);
    deadlines->addWidget(new IncidentGate(*m_context,
                                          tr("Deadlines follow from the facts of an incident, each with its reasons."),
                                          m_clocks, this),
                         1);
    m_stack->addWidget(front);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage - QMargins(0, 0, ScrollColumn::kGutter, 0));
    layout->addWidget(m_stack);
    connect(m_newer, &NoticeBar::stepChosen, this, [this] { compareRules(true); });
    connect(m_context, &CaseContext::incidentChanged, this, [this] { m_stack->setCurrentIndex(0); });
}

void DeadlinesPage::offerOtherRules()
{
    whenDone(m_context->file()->ask(casework::HasOtherRules{m_context->incident()}), this,
             [this](const Result<bool> &other) { showNewer(other.value_or(false)); });
}

void DeadlinesPage::showNewer(bool newer)
{
    m_hasNewer = newer;
    if (!newer)
        return m_newer->clear();
    m_newer->showNotice(Tone::Warning, tr("Newer rules are here. This incident keeps its own until you accept them."),
                        {{u"compare"_s, tr("See what would move")}});
}

/// Most people never compare rules, so the tables for it are made when somebody does.
void DeadlinesPage::makeComparison()
{
    m_accept = new AcceptRules(*m_context, this);
    auto *comparison = new QWidget(this);
    auto *beside = new QVBoxLayout(comparison);
    beside->setContentsMargins(0, 0, ScrollColumn::kGutter, 0);
    beside->addWidget(m_accept);
    m_stack->addWidget(comparison);
    connect(m_accept, &AcceptRules::finished, this, [this] { compareRules(false); });
}

void DeadlinesPage::compareRules(bool compare)
{
    if (!m_accept)
        makeComparison();
    m_stack->setCurrentIndex(compare ? 1 : 0);
    if (compare)
        m_accept->begin();
    else
        focusFirst();
}

void DeadlinesPage::makeListView()
{
    auto *columns = new QHBoxLayout(m_listView);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(metrics::space(2));
    m_left->addWidget(m_duties);
    m_left->addWidget(m_facts->outline());
    columns->addLayout(m_left, 3);
    QWidget *before = m_duties->lastStop(); // where they stand, not where they were made
    const QList<QWidget *> stops = m_facts->outline()->stops();
    for (QWidget *stop : stops)
        setTabOrder(std::exchange(before, stop), stop);
    columns->addWidget(makeColumn(), 2);
    m_pdf->setToolTip(tr("Every deadline with its reasons, to print"));
    for (QPushButton *button : {m_export, m_pdf}) {
        button->setAutoDefault(false);
        m_clocks->addTool(button);
    }
    connect(m_duties, &DutyList::chosenChanged, this, &DeadlinesPage::showChosen);
    connect(m_export, &QPushButton::clicked, m_files, &DeadlineFiles::exportCalendar);
    connect(m_pdf, &QPushButton::clicked, m_files, &DeadlineFiles::exportPdf);
    connect(m_facts, &FactsPanel::allFactsWanted, this, [this] { showFacts(); });
    connect(m_facts, &FactsPanel::factWanted, this, [this](const QString &path) { showFacts(path); });
    connect(m_duty, &DutyPanel::factWanted, this, &DeadlinesPage::showFacts);
    connect(m_facts->outline(), &FactsOutline::leaveWanted, this, [this] {
        showTable();
        focusFirst();
    });
    connect(m_clocks, &ClocksPanel::recordChosen, this,
            [this](const QString &reference) { Q_EMIT navigationRequested(u"containment"_s, reference); });
    connect(m_clocks, &ClocksPanel::obligationChosen, this, [this](ObligationId obligation) {
        choose(obligation.value);
        focusFirst();
    });
}

QWidget *DeadlinesPage::makeColumn()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space(2));
    column->addWidget(m_proposal);
    column->addWidget(m_duty);
    column->addWidget(m_facts);
    column->addStretch(1);
    auto *scroll = new ScrollColumn(content, kColumnWidth, this);
    m_duty->setAction(tr("If the facts change"));
    connect(m_duty, &DutyPanel::done, m_undo, &UndoOffer::offer);
    connect(m_undo, &UndoOffer::undone, this, [this](const casework::Undone &undone) { choose(undone.receipt.id); });
    connect(m_duty, &Card::actionTriggered, this, [this, scroll] {
        scroll->verticalScrollBar()->setValue(m_facts->y());
        m_facts->focusFacts();
    });
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(scroll, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(0, 0, ScrollColumn::kGutter, 0);
    below->addWidget(m_facts->tray());
    layout->addLayout(below);
    return side;
}

void DeadlinesPage::load()
{
    const IncidentId incident = m_context->incident();
    if (incident.isNull()) {
        m_proposal->show({});
        showNewer(false);
        return take({}, {}, {}, {});
    }
    whenDone(m_context->file()->ask(DeadlinesQuery{incident}), this,
             [this, incident](const Result<DeadlinesQuery::Answer> &answer) {
                 if (incident != m_context->incident())
                     return;
                 if (!answer) {
                     m_failed = true;
                     m_clocks->notice().showNotice(Tone::Danger, answer.error().message);
                     return offerOtherRules(); // its own may be what cannot be read
                 }
                 if (std::exchange(m_failed, false))
                     m_clocks->notice().clear();
                 m_proposal->show(answer->waiting);
                 showNewer(answer->newer);
                 take(answer->records, answer->history, answer->people, answer->packs);
             });
}

void DeadlinesPage::take(const QList<ObligationRecord> &records, const QList<casework::FactsRevision> &history,
                         const QList<casework::Person> &people, const law::RulePacks &packs)
{
    const law::Facts facts = history.isEmpty() ? law::Facts() : history.first().facts;
    m_duty->setLaw(packs, facts.timezone);
    m_duty->setPeople(people);
    m_facts->setHistory(history, people, packs);
    m_duties->set(records, facts, packs, m_context->now());
    for (QPushButton *button : {m_export, m_pdf})
        button->setEnabled(m_duties->model().count(Standing::Owed) > 0);
    showCounts();
    if (!m_loaded && !records.isEmpty()) {
        m_loaded = true;
        restorePlace(m_pendingPlace);
    }
    if (!m_wanted.isEmpty())
        choose(m_wanted.toLongLong());
    showChosen();
}

/// What is left of each date; what a person is at stays as it is.
void DeadlinesPage::showTime()
{
    m_duties->setNow(m_context->now());
    m_duty->showTime();
    showCounts();
}

void DeadlinesPage::showCounts()
{
    const int late = m_duties->model().lateCount();
    const QList<ObligationRecord> &records = m_duties->model().records();
    const int open = static_cast<int>(
        std::count_if(records.cbegin(), records.cend(), [](const ObligationRecord &each) { return each.isOpen(); }));
    if (late > 0)
        setCount(late, Tone::Danger, tr("%1 late").arg(late));
    else
        setCount(open, Tone::Neutral, tr("%1 owed").arg(open));
}

void DeadlinesPage::showChosen()
{
    m_duty->show(m_duties->chosen());
}

/// All facts stand where the table does; the duty beside them stays.
void DeadlinesPage::showFacts(const QString &path, const QString &recipient)
{
    m_clocks->setView(u"list"_s);
    m_left->setCurrentWidget(m_facts->outline());
    if (path.isEmpty())
        m_facts->outline()->focusFacts();
    else
        m_facts->outline()->showFact(path, recipient);
}

void DeadlinesPage::showTable()
{
    m_left->setCurrentIndex(0);
}

bool DeadlinesPage::choose(qint64 obligation)
{
    if (!m_duties->choose(obligation))
        return false;
    m_wanted.clear();
    showTable();
    return true;
}

void DeadlinesPage::focusFirst()
{
    if (m_clocks->view() == "list"_L1 && m_left->currentIndex() > 0)
        m_facts->outline()->focusFacts();
    else if (m_clocks->view() == "list"_L1)
        m_duties->focusTable();
    else
        m_clocks->focusView();
}

QList<Command> DeadlinesPage::commands()
{
    const auto sort = [this](int column) { m_duties->sortBy(column); };
    const auto allowed = [this] { return m_export->isEnabled(); };
    const auto show = [this](const QString &view) {
        return [this, view] {
            m_clocks->setView(view);
            focusFirst();
        };
    };
    return {
        {u"deadlines.export"_s,
         tr("Export the deadlines as a calendar"),
         tr("ics outlook"),
         {},
         [this] { m_files->exportCalendar(); },
         allowed},
        {u"deadlines.pdf"_s,
         tr("Export the deadlines with their reasons as a PDF"),
         tr("print reasons"),
         {},
         [this] { m_files->exportPdf(); },
         allowed},
        {u"deadlines.rules"_s,
         tr("See what newer rules would move"),
         tr("law packs accept compare"),
         {},
         [this] { compareRules(true); },
         [this] { return m_hasNewer; }},
        {u"deadlines.list"_s, tr("Deadlines as a list"), {}, {}, show(u"list"_s)},
        {u"deadlines.calendar"_s, tr("Deadlines as a calendar"), tr("month dates"), {}, show(u"calendar"_s)},
        {u"deadlines.lanes"_s, tr("Deadlines as lanes"), tr("gantt timeline recipients"), {}, show(u"lanes"_s)},
        {u"deadlines.screen"_s, tr("Next dates on a second screen"), tr("war room large type"),
         Qt::CTRL | Qt::SHIFT | Qt::Key_W, [this] { m_clocks->openWarRoom(); }},
        {u"deadlines.facts"_s,
         tr("Try what happens if the facts change"),
         tr("discovered residents dates move"),
         {},
         [this] { m_facts->focusFacts(); }},
        {u"deadlines.all-facts"_s,
         tr("Edit any fact of the incident"),
         tr("outline anchors determined contract findings flags abroad"),
         {},
         [this] { showFacts(); }},
        {u"deadlines.find"_s, tr("Find a deadline"), tr("search filter recipient State rule"), QKeySequence::Find,
         [this] {
             m_clocks->setView(u"list"_s);
             showTable();
             m_duties->focusSearch();
         }},
        {u"deadlines.by-date"_s, tr("Sort deadlines by date"), {}, {}, [sort] { sort(ObligationModel::Due); }},
        {u"deadlines.by-recipient"_s,
         tr("Sort deadlines by recipient"),
         {},
         {},
         [sort] { sort(ObligationModel::ToWhom); }},
        {u"deadlines.by-state"_s, tr("Sort deadlines by state"), {}, {}, [sort] { sort(ObligationModel::State); }},
    };
}

QVariantMap DeadlinesPage::place() const
{
    return {{u"clocks"_s, m_clocks->place()},
            {u"list"_s, m_duties->place()},
            {u"all-facts"_s, m_left->currentIndex() > 0},
            {u"facts"_s, m_facts->unfinished()},
            {u"duty"_s, m_duty->unfinished()},
            {u"incident"_s, m_context->incident().value}};
}

void DeadlinesPage::restorePlace(const QVariantMap &place)
{
    if (!m_loaded) {
        m_pendingPlace = place;
        return;
    }
    if (place.isEmpty())
        return;
    m_clocks->restorePlace(place.value(u"clocks"_s).toMap());
    if (place.value(u"incident"_s).toLongLong() != m_context->incident().value)
        return; // another one came to the front before its records were there
    m_duties->restorePlace(place.value(u"list"_s).toMap());
    showChosen();
    m_duty->restore(place.value(u"duty"_s).toMap());
    m_facts->restore(place.value(u"facts"_s).toMap());
    m_left->setCurrentIndex(place.value(u"all-facts"_s).toBool() ? 1 : 0);
}

bool DeadlinesPage::showRecord(const QString &recordId)
{
    bool isNumber = false;
    const qint64 id = recordId.toLongLong(&isNumber);
    if (!isNumber)
        return false;
    m_stack->setCurrentIndex(0);
    m_clocks->setView(u"list"_s);
    if (m_loaded && choose(id))
        return true;
    m_wanted = recordId; // it may be of the incident that is just coming
    return !m_loaded;
}

} // namespace tocsin::views
