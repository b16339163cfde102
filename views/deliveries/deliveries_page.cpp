// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveries/deliveries_page.h"

#include "casework/ask_aside.h"
#include "casework/delivery_record.h"
#include "core/when_done.h"
#include "deliveries/delivery_people.h"
#include "deliveries/funnel_chart.h"
#include "deliveries/record_panel.h"
#include "items/delivery_log_model.h"
#include "items/wording.h"
#include "shared/empty_state.h"
#include "shared/incident_gate.h"
#include "shared/notice_bar.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumnWidth = 432;
constexpr int kNoticeLetters = 18; // of its title that are seen
constexpr int kNothing = 0; // pages of the stack
constexpr int kLetters = 1;
constexpr int kLooking = 2;
constexpr int kLogHeight = 4 * metrics::kRow;

/// All that the page shows beside the people themselves, read at one moment.
struct DeliveryViewQuery
{
    using Answer = DeliveryView;
    IncidentId incident;
    QString key; ///< of the notice that is wanted; if there is none, the first with letters

    Result<DeliveryView> run(casework::Reader &reader) const
    {
        DeliveryView view;
        TOCSIN_ASSIGN(const QList<casework::Notice> all, casework::NoticesQuery{incident}.run(reader));
        std::copy_if(all.begin(), all.end(), std::back_inserter(view.notices), casework::writesToPeople);
        if (view.notices.isEmpty())
            return view;
        TOCSIN_ASSIGN(const QList<casework::Run> runs, casework::RunsQuery{incident}.run(reader));
        view.notice = chosen(view.notices, runs);
        std::copy_if(runs.begin(), runs.end(), std::back_inserter(view.runs), [&view](const casework::Run &run) {
            const bool writes = run.kind == "full"_L1 || run.kind == "shard"_L1;
            return run.notice == view.notice.id && writes && run.letters > 0;
        });
        TOCSIN_ASSIGN(view.funnel, casework::DeliveryFunnelQuery{view.notice.id}.run(reader));
        TOCSIN_ASSIGN(view.acts, casework::DeliveryActs{view.notice.id}.run(reader));
        if (mayOweSubstitute(view.funnel)) {
            TOCSIN_ASSIGN(view.substituteOwed, casework::SubstituteOwed{view.notice.id}.run(reader));
        }
        TOCSIN_ASSIGN(const casework::RosterTotals totals, casework::RosterTotalsQuery{incident}.run(reader));
        view.withoutAddress = totals.withoutAddress;
        return view;
    }

    /// Whether it is worth a look who is to be told by substitute notice.
    static bool mayOweSubstitute(const casework::DeliveryFunnel &funnel)
    {
        using State = casework::DeliveryState;
        return std::any_of(funnel.states.begin(), funnel.states.end(), [](const auto &each) {
            return each.first == State::NoAddress || each.first == State::Returned || each.first == State::Substitute;
        });
    }

    [[nodiscard]] casework::Notice chosen(const QList<casework::Notice> &notices,
                                          const QList<casework::Run> &runs) const
    {
        const auto wanted = std::find_if(notices.begin(), notices.end(),
                                         [this](const casework::Notice &each) { return each.key == key; });
        if (wanted != notices.end())
            return *wanted;
        const auto withLetters = std::find_if(notices.begin(), notices.end(), [&runs](const casework::Notice &each) {
            return std::any_of(runs.begin(), runs.end(), [&each](const casework::Run &run) {
                return run.notice == each.id && run.kind != "proof"_L1;
            });
        });
        return withLetters == notices.end() ? notices.first() : *withLetters;
    }
};

} // namespace

DeliveriesPage::DeliveriesPage(CaseContext *context, FolderOpener opener, QWidget *parent)
    : Page({u"deliveries"_s, tr("Deliveries"), tr("Breach"), u"deliveries"_s}, parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_notices(new QComboBox(this))
    , m_chart(new FunnelChart(this))
    , m_sentence(makeMutedLabel({}, TypeStyle::Body, this))
    , m_failure(new NoticeBar(this))
    , m_acts(new items::DeliveryLogModel(this))
    , m_log(new ListView(tr("What was recorded"), this))
    , m_noActs(makeMutedLabel(tr("Nothing yet. A mailing, returned letters, new addresses and substitute notices "
                                 "stand here, each with its day and proof."),
                              TypeStyle::Small, this))
    , m_record(new RecordPanel(*context, std::move(opener), this))
{
    auto *content = new QWidget;
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2) - ScrollColumn::kGutter);
    layout->addWidget(new ScrollColumn(makeColumn(), kColumnWidth, this), 2);
    layout->addWidget(makePeople(), 3);
    auto *none = new EmptyState(u"deliveries"_s, tr("No letters yet"),
                                tr("What becomes of each letter is recorded here, from the roster to the mailbox. "
                                   "A notice to individuals and a roster come first."),
                                tr("Go to the notices"), this);
    connect(none, &EmptyState::actionTriggered, this, [this] { Q_EMIT navigationRequested(u"notices"_s, {}); });
    m_stack->addWidget(none);
    m_stack->addWidget(content);
    auto *looking = makeMutedLabel(tr("Looking at the letters…"), TypeStyle::Body, this);
    looking->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(looking);
    m_stack->setCurrentIndex(kLooking);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(metrics::kPage);
    outer->addWidget(
        new IncidentGate(*context, tr("What became of the letters of an incident stands here."), m_stack, this));
    connect(m_notices, &QComboBox::activated, this, &DeliveriesPage::choose);
    connect(context, &CaseContext::incidentChanged, this, &DeliveriesPage::load);
    connect(context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        using casework::Kind;
        for (const Kind kind : {Kind::Delivery, Kind::Run, Kind::Roster, Kind::Recipient, Kind::Notice}) {
            if (changes.touches(kind))
                return load();
        }
    });
    load();
}

DeliveriesPage::~DeliveriesPage() = default;

QWidget *DeliveriesPage::makeColumn()
{
    auto *funnel = new Card(tr("From roster to mailbox"), this);
    m_notices->setAccessibleName(tr("Notice"));
    m_notices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_notices->setMinimumContentsLength(kNoticeLetters);
    m_failure->setClosable(true);
    funnel->addToHeader(m_notices);
    funnel->body()->addWidget(m_failure);
    funnel->body()->addWidget(m_chart);
    funnel->body()->addWidget(m_sentence);
    auto *log = new Card(tr("What was recorded"), this);
    m_log->setModel(m_acts);
    m_log->setWrapRows(true);
    m_log->setFixedHeight(kLogHeight);
    log->body()->addWidget(m_noActs);
    log->body()->addWidget(m_log);
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(funnel);
    layout->addWidget(m_record);
    layout->addWidget(log);
    layout->addStretch(1);
    return column;
}

QWidget *DeliveriesPage::makePeople()
{
    if (m_context->may("recipient.view"_L1)) {
        m_people = new DeliveryPeople(*m_context, this);
        return m_people;
    }
    auto *card = new Card(tr("Letters by person"), this);
    card->setContent(new EmptyState(u"lock"_s, tr("Names are not for your role"),
                                    tr("You see the figures. The leads of the response see the people themselves."), {},
                                    card));
    return card;
}

void DeliveriesPage::load()
{
    const IncidentId incident = m_context->incident();
    if (incident != m_incident) {
        m_incident = incident;
        m_key.clear();
        forget();
        m_stack->setCurrentIndex(kLooking);
    }
    const int asked = ++m_asked;
    if (incident.isNull())
        return;
    whenDone(askAside(*m_context->file(), DeliveryViewQuery{incident, m_key}), this,
             [this, asked](const Result<DeliveryView> &view) {
                 if (asked != m_asked)
                     return;
                 if (!view) {
                     m_stack->setCurrentIndex(kLetters);
                     return m_failure->showNotice(Tone::Danger, view.error().message);
                 }
                 take(*view);
             });
}

/// Nothing of the last incident or notice stays in sight, and nothing that was begun about it goes on.
void DeliveriesPage::forget()
{
    m_failure->clear();
    m_record->putAway();
    m_acts->set({}, m_context->zone());
    m_chart->show({});
    m_sentence->clear();
    if (m_people)
        m_people->setNotice({});
    setCount(0, Tone::Neutral, {});
}

void DeliveriesPage::take(const DeliveryView &view)
{
    m_failure->clear();
    m_stack->setCurrentIndex(view.notice.id.isNull() || view.funnel.people == 0 ? kNothing : kLetters);
    m_key = view.notice.key;
    fillNotices(view);
    m_chart->show(view.funnel);
    m_sentence->setText(items::funnelSentence(view.funnel));
    m_acts->set(view.acts, m_context->zone());
    m_log->setVisible(!view.acts.isEmpty());
    m_noActs->setVisible(view.acts.isEmpty());
    m_record->show(view);
    if (m_people) {
        m_people->setNotice(view.notice.id);
        m_people->setFunnel(view.funnel);
    }
    const auto back = view.funnel.states.find(casework::DeliveryState::Returned);
    const int returned = back == view.funnel.states.end() ? 0 : static_cast<int>(back->second);
    setCount(returned, Tone::Warning, tr("%1 returned").arg(returned));
}

void DeliveriesPage::fillNotices(const DeliveryView &view)
{
    const QSignalBlocker quiet(m_notices);
    const auto isThere = [this](int index, const casework::Notice &notice) {
        return m_notices->itemData(index) == notice.key && m_notices->itemText(index) == notice.title;
    };
    bool same = m_notices->count() == view.notices.size();
    for (int i = 0; same && i < m_notices->count(); ++i)
        same = isThere(i, view.notices.at(i));
    if (same) // a list that is open stays
        return m_notices->setCurrentIndex(m_notices->findData(view.notice.key));
    m_notices->clear();
    for (const casework::Notice &notice : view.notices)
        m_notices->addItem(notice.title, notice.key);
    m_notices->setCurrentIndex(m_notices->findData(view.notice.key));
}

void DeliveriesPage::choose(int index)
{
    const QString key = m_notices->itemData(index).toString();
    if (key == m_key)
        return;
    m_key = key;
    forget();
    load();
}

QList<Command> DeliveriesPage::commands()
{
    return {{u"deliveries.mailed"_s,
             tr("Record a mailing"),
             tr("letters mailed post proof"),
             {},
             [this] { m_record->recordMailing(); },
             [this] { return m_record->canRecordMailing(); }},
            {u"deliveries.returned"_s,
             tr("Import returned mail"),
             tr("letters came back undeliverable csv xlsx"),
             {},
             [this] { m_record->recordReturns(); },
             [this] { return m_record->canRecordReturns(); }},
            {u"deliveries.search"_s, tr("Search letters by person"), tr("name recipient delivered returned"),
             QKeySequence::Find, [this] { m_people->focusSearch(); },
             [this] { return m_people && !m_context->incident().isNull(); }}};
}

QVariantMap DeliveriesPage::place() const
{
    QVariantMap place = m_people ? m_people->place() : QVariantMap();
    place.insert(u"notice"_s, m_key);
    return place;
}

void DeliveriesPage::restorePlace(const QVariantMap &place)
{
    m_key = place.value(u"notice"_s).toString();
    if (m_people)
        m_people->restorePlace(place);
    load();
}

} // namespace tocsin::views
