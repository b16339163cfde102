// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveries/delivery_people.h"

#include "core/when_done.h"
#include "deliveries/address_form.h"
#include "items/delivery_log_model.h"
#include "items/delivery_people_model.h"
#include "items/delivery_wording.h"
#include "items/roster_wording.h"
#include "items/wording.h"
#include "jobs/usable_address.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/search_field.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "shared/undo_offer.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

using casework::DeliveryPerson;
using casework::DeliveryState;

namespace {

constexpr int kEventsHeight = 3 * metrics::kRow;

QString addressText(const casework::Recipient &person)
{
    QStringList lines = person.addressLines;
    lines << QStringList{person.city, person.state, person.postalCode}.join(u' ').simplified();
    if (person.country != "US"_L1)
        lines << person.country;
    lines.removeAll(QString());
    return lines.isEmpty() ? DeliveryPeople::tr("No address") : lines.join(u", "_s);
}

} // namespace

DeliveryPeople::DeliveryPeople(CaseContext &context, QWidget *parent)
    : Card(tr("Letters by person"), parent)
    , m_context(context)
    , m_model(new items::DeliveryPeopleModel(context.file(), this))
    , m_history(new items::DeliveryHistoryModel(this))
    , m_search(new SearchField(tr("Name, id or city"), this))
    , m_state(new QComboBox(this))
    , m_table(new TableView(tr("Letters by person"), this))
    , m_empty(makeMutedLabel({}, TypeStyle::Body, this))
    , m_detail(new QWidget(this))
    , m_title(makeLabel({}, TypeStyle::Strong, m_detail))
    , m_address(makeMutedLabel({}, TypeStyle::Body, m_detail))
    , m_events(new ListView(tr("What happened to the letters"), m_detail))
    , m_move(new QPushButton(tr("New &address…"), m_detail))
    , m_form(new AddressForm(m_detail))
    , m_failure(new NoticeBar(m_detail))
    , m_done(new NoticeBar(this))
    , m_undo(new UndoOffer(&context, casework::Kind::Delivery, m_done, this))
{
    makeTools();
    m_table->setModel(m_model);
    m_table->setColumns({{3, 140}, {0, 150}, {0, 112}, {2, 96}});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_done->setClosable(true);
    body()->addWidget(m_done);
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_table, 1);
    makeDetail();
    connect(m_model, &items::DeliveryPeopleModel::ready, this, [this] {
        const int row = m_model->rowOf(m_begun.value(u"person"_s).toLongLong());
        if (!m_begun.isEmpty() && row >= 0)
            m_table->setCurrentIndex(m_model->index(row, 0));
        showChosen();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DeliveryPeople::showChosen);
    connect(m_model, &items::DeliveryPeopleModel::failed, this,
            [this](const QString &message) { m_done->showNotice(Tone::Danger, message); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DeliveryPeople::showChosen);
    connect(context.file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Delivery) || changes.touches(casework::Kind::Run))
            askHistory();
    });
    showChosen();
}

void DeliveryPeople::makeTools()
{
    m_state->setAccessibleName(tr("Standing"));
    auto *filters = new QHBoxLayout;
    filters->setSpacing(metrics::kGrid);
    filters->addWidget(m_search, 3);
    filters->addWidget(m_state, 2);
    body()->addLayout(filters);
    m_state->addItem(tr("Every standing"), QString());
    for (const DeliveryState state : casework::allDeliveryStates())
        m_state->addItem(items::deliveryName(state), casework::deliveryStateToken(state));
    connect(m_search, &SearchField::searchChanged, this, &DeliveryPeople::applyFilter);
    connect(m_search, &SearchField::resultsWanted, this, [this] {
        m_table->setFocus(Qt::TabFocusReason);
        if (m_table->selectionModel()->selectedRows().isEmpty())
            m_table->setCurrentIndex(m_model->index(0, 0));
    });
    connect(m_state, &QComboBox::currentIndexChanged, this, &DeliveryPeople::applyFilter);
}

void DeliveryPeople::makeDetail()
{
    m_title->setWordWrap(true);
    m_events->setModel(m_history);
    m_events->setWrapRows(true);
    m_events->setFixedHeight(kEventsHeight);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::kGrid);
    auto *who = new QVBoxLayout;
    who->setSpacing(2);
    who->addWidget(m_title);
    who->addWidget(m_address);
    head->addLayout(who, 1);
    head->addWidget(m_move, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(m_detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(makeSeparator(m_detail));
    layout->addLayout(head);
    layout->addWidget(m_failure);
    layout->addWidget(m_form);
    layout->addWidget(m_events);
    body()->addWidget(m_detail);
    m_form->hide();
    connect(m_move, &QPushButton::clicked, this, [this] { openForm(true); });
    connect(m_form, &AddressForm::dismissed, this, [this] {
        openForm(false);
        m_move->setFocus(Qt::OtherFocusReason);
    });
    connect(m_form, &AddressForm::accepted, this, &DeliveryPeople::save);
}

void DeliveryPeople::setNotice(NoticeId notice)
{
    if (m_notice == notice)
        return; // the model itself listens to changes of the records
    m_notice = notice;
    m_done->clear();
    m_model->setNotice(notice);
}

void DeliveryPeople::setFunnel(const casework::DeliveryFunnel &funnel)
{
    const QSignalBlocker quiet(m_state);
    const QList<DeliveryState> states = casework::allDeliveryStates();
    for (int i = 0; i < states.size(); ++i) {
        const auto found = funnel.states.find(states.at(i));
        const qint64 people = found == funnel.states.end() ? 0 : found->second;
        m_state->setItemText(i + 1, u"%1 %2"_s.arg(items::deliveryName(states.at(i)), items::figure(people)));
    }
}

void DeliveryPeople::applyFilter()
{
    items::DeliveryFilter filter{m_search->text(), {}};
    if (const auto state = casework::deliveryStateFromToken(m_state->currentData().toString()))
        filter.state = *state;
    m_model->setFilter(filter);
}

void DeliveryPeople::showStanding(DeliveryState state)
{
    m_state->setCurrentIndex(m_state->findData(casework::deliveryStateToken(state)));
}

void DeliveryPeople::showChosen()
{
    const bool any = m_model->rowCount() > 0;
    m_empty->setVisible(!any);
    m_empty->setText(m_model->filter() == items::DeliveryFilter() ? tr("Nobody gets this notice yet.")
                                                                  : tr("Nobody fits this search and this standing."));
    m_table->setVisible(any);
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const DeliveryPerson *person = rows.isEmpty() ? nullptr : m_model->recordAt(rows.first().row());
    m_detail->setVisible(person != nullptr); // while it is being read, what stands here is about somebody else
    if (!person) {
        m_chosen = {};
        return;
    }
    m_title->setText(items::personTitle(person->person));
    m_address->setText(addressText(person->person));
    if (m_chosen == person->person.id)
        return;
    m_chosen = person->person.id;
    m_failure->clear();
    m_history->set({}, m_context.zone());
    openForm(false);
    askHistory();
    goOnWithAddress();
}

void DeliveryPeople::goOnWithAddress()
{
    if (m_begun.isEmpty() || m_begun.value(u"person"_s).toLongLong() != m_chosen.value)
        return;
    openForm(true);
    m_form->setTyped(m_begun.value(u"address"_s).toMap());
    m_begun.clear();
}

void DeliveryPeople::askHistory()
{
    const int asked = ++m_asked;
    if (m_chosen.isNull())
        return;
    whenDone(m_context.file()->ask(casework::DeliveryHistory{m_chosen}), this,
             [this, asked](const Result<QList<casework::DeliveryEvent>> &events) {
                 if (asked != m_asked)
                     return;
                 if (events)
                     m_history->set(*events, m_context.zone());
                 else
                     m_failure->showNotice(Tone::Danger, events.error().message);
             });
}

void DeliveryPeople::openForm(bool open)
{
    m_failure->clear();
    m_form->setVisible(open);
    m_events->setVisible(!open);
    m_move->setVisible(!open && m_context.may(casework::CorrectAddress::kAction));
    if (open)
        m_form->ask();
}

void DeliveryPeople::save(const casework::PostalAddress &typed, const QString &source)
{
    m_failure->clear();
    const Result<casework::PostalAddress> address = jobs::usableAddress(
        typed, {tr("street or box"), tr("city"), tr("State"), tr("ZIP or postal code"), tr("country")});
    if (!address)
        return m_failure->showNotice(Tone::Danger, address.error().message);
    m_form->setBusy(true);
    const casework::CorrectAddress command{m_chosen, *address, source};
    whenDone(
        m_context.file()->submit(command), this, [this, person = m_chosen](const Result<casework::Receipt> &receipt) {
            m_form->setBusy(false);
            if (!receipt)
                return (person == m_chosen ? m_failure : m_done)->showNotice(Tone::Danger, receipt.error().message);
            if (person == m_chosen) {
                openForm(false);
                m_move->setFocus(Qt::OtherFocusReason);
            }
            m_undo->offer(*receipt);
        });
}

void DeliveryPeople::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

QVariantMap DeliveryPeople::place() const
{
    QVariantMap place{{u"search"_s, m_search->text()}, {u"standing"_s, m_state->currentData()}};
    if (!m_form->isHidden() && !m_chosen.isNull()) {
        place.insert(u"person"_s, m_chosen.value);
        place.insert(u"address"_s, m_form->typed());
    }
    return place;
}

void DeliveryPeople::restorePlace(const QVariantMap &place)
{
    if (place.contains(u"address"_s))
        m_begun = {{u"person"_s, place.value(u"person"_s)}, {u"address"_s, place.value(u"address"_s)}};
    m_search->setText(place.value(u"search"_s).toString());
    m_state->setCurrentIndex(std::max(0, m_state->findData(place.value(u"standing"_s))));
    applyFilter();
}

} // namespace tocsin::views
