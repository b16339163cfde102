// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timeline_page.h"

#include "shared/card.h"
#include "shared/empty_state.h"
#include "shared/incident_gate.h"
#include "shared/notice_bar.h"
#include "shared/search_field.h"
#include "shared/segmented_filter.h"
#include "shared/stream_notice.h"
#include "shared/undo_offer.h"
#include "timeline/entry_details.h"
#include "timeline/quick_entry.h"
#include "timeline/timeline_list.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Stream;
using items::TimelineModel;

namespace {

constexpr int kDetailsNarrowest = metrics::space(40);
constexpr int kDetailsWidest = metrics::space(60);

} // namespace

TimelinePage::TimelinePage(CaseContext *context, QWidget *parent)
    : Page({u"timeline"_s, tr("Timeline"), {}, u"timeline"_s}, parent)
    , m_context(context)
    , m_model(new TimelineModel(context->file(), context->zone(), this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space(2));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space(2));
    column->addWidget(makeEntryCard());
    row->addWidget(makeListCard(), 5);
    row->addWidget(makeDetailsCard(), 2);
    column->addLayout(row, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage);
    layout->addWidget(new IncidentGate(*context, tr("The timeline belongs to an incident."), content, this));
    connectParts();
    showIncident();
}

QWidget *TimelinePage::makeEntryCard()
{
    auto *card = new Card({}, this);
    card->setAccessibleName(tr("Log what happened"));
    m_entry = new QuickEntry(m_context, QuickEntry::Extent::Full, card);
    card->body()->addWidget(m_entry);
    return card;
}

QWidget *TimelinePage::makeListCard()
{
    auto *card = new Card({}, this);
    card->setAccessibleName(tr("Timeline"));
    m_search = new SearchField(tr("Search the timeline"), card);
    m_streams = new SegmentedFilter(tr("Stream"), card);
    QList<Segment> segments{Segment{QString(), tr("All")}};
    for (const Stream stream : {Stream::Technical, Stream::Regulatory, Stream::Communications, Stream::Command})
        segments << Segment{casework::streamToken(stream), casework::streamName(stream)};
    m_streams->setSegments(segments);
    m_chronology = new QCheckBox(tr("Regulator's chronology only"), card);
    auto *above = new QHBoxLayout;
    above->setSpacing(metrics::space(2));
    above->addWidget(m_search, 1);
    above->addWidget(m_chronology);
    m_disagree = new StreamNotice(m_context, card);
    m_notice = new NoticeBar(card);
    m_notice->setClosable(true);
    m_undo = new UndoOffer(m_context, casework::Kind::TimelineEntry, m_notice, this);
    m_stack = new QStackedWidget(card);
    m_list = new TimelineList(m_stack);
    m_list->setModel(m_model);
    m_stack->addWidget(m_list);
    makeEmptyStates();
    card->body()->addLayout(above);
    card->body()->addWidget(m_streams);
    card->body()->addWidget(m_disagree);
    card->body()->addWidget(m_notice);
    card->body()->addWidget(m_stack, 1);
    return card;
}

void TimelinePage::makeEmptyStates()
{
    m_noEntries = new EmptyState(u"timeline"_s, tr("Nothing is logged yet"),
                                 tr("Write down what happened, when, and who knew. The sooner it is written, the more "
                                    "it is worth later."),
                                 tr("Log what happened"), m_stack);
    m_noEntries->setActionAllowed(m_context->may("timeline.log"_L1));
    m_noMatch = new EmptyState(u"search"_s, tr("No entry matches"),
                               tr("No entry has all these words, in this stream and chronology."),
                               tr("Show all entries"), m_stack);
    for (EmptyState *state : {m_noEntries, m_noMatch})
        m_stack->addWidget(state);
}

QWidget *TimelinePage::makeDetailsCard()
{
    auto *card = new Card(tr("Entry"), this);
    card->setMinimumWidth(kDetailsNarrowest);
    card->setMaximumWidth(kDetailsWidest);
    m_details = new EntryDetails(m_context, card);
    card->setContent(m_details);
    return card;
}

void TimelinePage::connectParts()
{
    connect(m_context, &CaseContext::incidentChanged, this, &TimelinePage::showIncident);
    connect(m_context, &CaseContext::zoneChanged, this, [this] {
        m_model->setZone(m_context->zone());
        showDetails();
    });
    connect(m_search, &SearchField::searchChanged, this, &TimelinePage::applyFilter);
    connect(m_search, &SearchField::resultsWanted, m_list, [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(m_streams, &SegmentedFilter::currentChanged, this, &TimelinePage::applyFilter);
    connect(m_chronology, &QCheckBox::toggled, this, &TimelinePage::applyFilter);
    connect(m_noEntries, &EmptyState::actionTriggered, m_entry, &QuickEntry::begin);
    connect(m_noMatch, &EmptyState::actionTriggered, this, &TimelinePage::clearFilter);
    connect(m_model, &TimelineModel::begun, this, &TimelinePage::showState);
    connect(m_model, &TimelineModel::ready, this, &TimelinePage::showState);
    connect(m_model, &TimelineModel::failed, this,
            [this](const QString &message) { m_notice->showNotice(Tone::Danger, message); });
    connect(m_model, &TimelineModel::dataChanged, this, &TimelinePage::showDetails);
    connect(m_list, &TimelineList::chosen, this, [this] {
        m_wanted = 0;
        showDetails();
    });
    connect(m_details, &EntryDetails::entryWanted, this, &TimelinePage::choose);
    connect(m_disagree, &StreamNotice::entryWanted, this, [this](qint64 entry) {
        choose(entry);
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_details, &EntryDetails::done, m_undo, &UndoOffer::offer);
    connect(m_undo, &UndoOffer::undone, this, [this](const casework::Undone &undone) {
        choose(undone.receipt.id);
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_entry, &QuickEntry::logged, m_list, &TimelineList::scrollToTop);
}

void TimelinePage::showIncident()
{
    const bool any = !m_context->incident().isNull();
    m_entry->parentWidget()->setVisible(any && m_context->may("timeline.log"_L1));
    m_details->setEntry({});
    m_notice->clear();
    m_model->setIncident(m_context->incident());
    showState();
}

void TimelinePage::showState()
{
    if (m_context->incident().isNull())
        return;
    const bool empty = m_model->rowCount() == 0;
    if (empty && !m_model->isReady())
        return;
    QWidget *instead = m_model->filter().isNone() ? m_noEntries : m_noMatch;
    m_stack->setCurrentWidget(empty ? instead : m_list);
    if (m_wanted != 0)
        choose(m_wanted);
    else if (m_model->isReady())
        chooseAgain();
}

/// The entry that was chosen before the filter changed, if the new list has it: it may have come with the rest.
void TimelinePage::chooseAgain()
{
    const int row = m_chosen != 0 ? m_model->rowOf(m_chosen) : -1;
    m_chosen = 0;
    if (row >= 0 && row != m_list->currentIndex().row())
        m_list->showRow(row);
}

void TimelinePage::applyFilter()
{
    if (m_chosen == 0)
        m_chosen = m_model->idAt(m_list->currentIndex().row());
    const auto stream = casework::streamFromToken(m_streams->current());
    m_model->setFilter({m_search->text(), stream ? std::optional(*stream) : std::nullopt, m_chronology->isChecked()});
}

void TimelinePage::clearFilter()
{
    m_search->clear();
    m_streams->setCurrent({});
    m_chronology->setChecked(false);
    applyFilter();
    m_search->setFocus(Qt::OtherFocusReason);
}

void TimelinePage::choose(qint64 entry)
{
    const int row = m_model->rowOf(entry);
    // It may be on its way: the list is read anew after each change.
    m_wanted = row < 0 ? entry : 0;
    if (row >= 0)
        m_list->showRow(row);
    else if (m_model->isReady() && !m_model->filter().isNone())
        clearFilter();
}

void TimelinePage::showDetails()
{
    const QModelIndex current = m_list->currentIndex();
    const casework::TimelineEntry *entry = current.isValid() ? m_model->recordAt(current.row()) : nullptr;
    if (entry || !current.isValid())
        m_details->setEntry(entry ? std::optional(*entry) : std::nullopt);
}

void TimelinePage::focusFirst()
{
    if (m_entry->isVisibleTo(this))
        m_entry->begin();
    else
        Page::focusFirst();
}

QList<Command> TimelinePage::commands()
{
    return {{u"timeline.search"_s, tr("Search the timeline"), tr("find entry"), QKeySequence::Find,
             [this] { m_search->setFocus(Qt::ShortcutFocusReason); }},
            {u"timeline.chronology"_s,
             tr("Show the regulator's chronology only"),
             tr("filter entries"),
             {},
             [this] { m_chronology->setChecked(true); }},
            {u"timeline.undo"_s,
             tr("Take back the latest change of the timeline"),
             tr("undo reverse"),
             {},
             [this] { m_undo->undo(); },
             [this] { return m_context->may(casework::LogEntry::kAction); }}};
}

QVariantMap TimelinePage::place() const
{
    return {{u"entry"_s, m_entry->text()},
            {u"search"_s, m_search->text()},
            {u"stream"_s, m_streams->current()},
            {u"chronology"_s, m_chronology->isChecked()},
            {u"row"_s, m_model->idAt(m_list->currentIndex().row())}};
}

void TimelinePage::restorePlace(const QVariantMap &place)
{
    m_entry->setText(place.value(u"entry"_s).toString());
    m_search->setText(place.value(u"search"_s).toString());
    m_streams->setCurrent(place.value(u"stream"_s).toString());
    m_chronology->setChecked(place.value(u"chronology"_s).toBool());
    applyFilter();
    m_wanted = place.value(u"row"_s).toLongLong();
    showState();
}

bool TimelinePage::showRecord(const QString &recordId)
{
    if (recordId == "new"_L1) {
        focusFirst();
        return true;
    }
    bool ok = false;
    const qint64 entry = recordId.toLongLong(&ok);
    if (ok)
        choose(entry);
    return ok;
}

} // namespace tocsin::views
