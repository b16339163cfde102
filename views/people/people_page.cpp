// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/people_page.h"

#include "casework/facts_proposal.h"
#include "casework/roster_figures.h"
#include "core/when_done.h"
#include "items/roster_wording.h"
#include "people/recipients_panel.h"
#include "people/roster_panel.h"
#include "shared/empty_state.h"
#include "shared/incident_gate.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRosterWidth = 432;

/// What the page shows beside the people themselves, read at one moment.
struct RosterQuery
{
    using Answer = RosterView;
    IncidentId incident;

    Result<RosterView> run(casework::Reader &reader) const
    {
        RosterView view;
        TOCSIN_ASSIGN(view.totals, casework::RosterTotalsQuery{incident}.run(reader));
        TOCSIN_ASSIGN(view.rosters, casework::RostersQuery{incident}.run(reader));
        TOCSIN_ASSIGN(const casework::FactsRevision facts, casework::CurrentFacts{incident}.run(reader));
        view.facts = facts.facts;
        const law::Facts counted = casework::withFigures(view.facts, view.totals);
        if (counted == view.facts)
            return view;
        if (const auto preview = casework::PreviewFacts{incident, counted}.run(reader))
            view.changes = preview->changes;
        return view;
    }
};

} // namespace

PeoplePage::PeoplePage(CaseContext *context, QWidget *parent)
    : Page({u"people"_s, tr("People affected"), tr("Breach"), u"people"_s}, parent)
    , m_context(context)
    , m_roster(new RosterPanel(*context))
{
    auto *content = new QWidget;
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2) - ScrollColumn::kGutter);
    layout->addWidget(new ScrollColumn(m_roster, kRosterWidth, this), 2);
    if (context->may("recipient.view"_L1)) {
        m_recipients = new RecipientsPanel(*context, this);
        layout->addWidget(m_recipients, 3);
    } else {
        auto *card = new Card(tr("People"), this);
        card->setContent(new EmptyState(u"lock"_s, tr("Names are not for your role"),
                                        tr("You see the figures. The leads of the response see the people themselves."),
                                        {}, card));
        layout->addWidget(card, 3);
    }
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(metrics::kPage);
    outer->addWidget(new IncidentGate(
        *context, tr("The people affected belong to an incident. Their roster is imported here."), content, this));
    connect(context, &CaseContext::incidentChanged, this, &PeoplePage::load);
    connect(context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        using casework::Kind;
        if (changes.touches(Kind::Roster) || changes.touches(Kind::Recipient) || changes.touches(Kind::Facts)
            || changes.touches(Kind::RulePack))
            load();
    });
    load();
}

void PeoplePage::load()
{
    const IncidentId incident = m_context->incident();
    if (m_recipients)
        m_recipients->setIncident(incident);
    if (incident.isNull())
        return take({});
    whenDone(m_context->file()->ask(RosterQuery{incident}), this, [this, incident](const Result<RosterView> &view) {
        if (incident != m_context->incident())
            return;
        if (!view)
            return m_roster->showFailure(view.error().message);
        take(*view);
    });
}

void PeoplePage::take(const RosterView &view)
{
    m_roster->show(view);
    if (m_recipients)
        m_recipients->setTotals(view.totals);
    const int undecided = static_cast<int>(view.totals.undecided);
    setCount(undecided, Tone::Warning, tr("%1 to decide").arg(undecided));
}

QList<Command> PeoplePage::commands()
{
    const auto any = [this] { return !m_context->incident().isNull(); };
    const auto mayImport = [this, any] { return any() && m_context->may(casework::AcceptStaged::kAction); };
    const auto maySee = [this, any] { return any() && m_recipients != nullptr; };
    return {{u"people.import"_s,
             tr("Import a roster"),
             tr("csv xlsx file recipients"),
             {},
             [this] { m_roster->chooseFile(); },
             mayImport},
            {u"people.search"_s, tr("Search the people affected"), tr("name recipient"), QKeySequence::Find,
             [this] { m_recipients->focusSearch(); }, maySee}};
}

QVariantMap PeoplePage::place() const
{
    return m_recipients ? m_recipients->place() : QVariantMap();
}

void PeoplePage::restorePlace(const QVariantMap &place)
{
    if (m_recipients)
        m_recipients->restorePlace(place);
}

} // namespace tocsin::views
