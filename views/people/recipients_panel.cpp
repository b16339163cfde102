// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/recipients_panel.h"

#include "core/when_done.h"
#include "items/recipient_model.h"
#include "items/roster_wording.h"
#include "items/wording.h"
#include "law/states.h"
#include "law/wording.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/search_field.h"
#include "shared/segmented_filter.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "shared/undo_offer.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Recipient;
using casework::Standing;

namespace {

constexpr auto kEveryone = "all"_L1;

/// Puts choices into a box without losing the one that is chosen.
void refill(QComboBox &box, const QList<std::pair<QString, QString>> &choices)
{
    const QSignalBlocker quiet(box);
    const QString kept = box.currentData().toString();
    box.clear();
    for (const auto &[words, value] : choices)
        box.addItem(words, value);
    box.setCurrentIndex(std::max(0, box.findData(kept)));
}

/// Chooses a value that may not be on offer yet: the choices come with the roster.
void chooseValue(QComboBox &box, const QString &words, const QString &value)
{
    if (value.isEmpty())
        return;
    const QSignalBlocker quiet(box);
    if (box.findData(value) < 0)
        box.addItem(words, value);
    box.setCurrentIndex(box.findData(value));
}

QString addressText(const Recipient &person)
{
    QStringList lines = person.addressLines;
    lines << QStringList{person.city, person.state, person.postalCode}.join(u' ').simplified();
    if (person.country != "US"_L1)
        lines << person.country;
    lines.removeAll(QString());
    return lines.join(u", "_s);
}

QString birthText(const Recipient &person)
{
    QStringList parts{law::plain(person.status)};
    if (person.dateOfBirth.isValid())
        parts << RecipientsPanel::tr("born %1").arg(law::shortDate(person.dateOfBirth));
    if (!person.representative.isEmpty())
        parts << RecipientsPanel::tr("letter to %1").arg(person.representative);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

RecipientsPanel::RecipientsPanel(CaseContext &context, QWidget *parent)
    : Card(tr("People"), parent)
    , m_context(context)
    , m_model(new items::RecipientModel(context.file(), this))
    , m_standing(new SegmentedFilter(tr("Which people"), this))
    , m_search(new SearchField(tr("Name, id or city"), this))
    , m_state(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_list(new ListView(tr("People"), this))
    , m_empty(makeMutedLabel({}, TypeStyle::Body, this))
    , m_detail(new QWidget(this))
    , m_title(makeLabel({}, TypeStyle::Strong, m_detail))
    , m_lines(makeMutedLabel({}, TypeStyle::Body, m_detail))
    , m_notes(makeLabel({}, TypeStyle::Body, m_detail))
    , m_deciding(new QWidget(m_detail))
    , m_form(new Form(1, m_deciding))
    , m_reason(new QLineEdit(m_form))
    , m_include(new QPushButton(tr("Include"), m_deciding))
    , m_exclude(new QPushButton(tr("Exclude"), m_deciding))
    , m_notice(new NoticeBar(m_detail))
    , m_decided(new NoticeBar(this))
    , m_undo(new UndoOffer(&context, casework::Kind::Recipient, m_decided, this))
{
    makeTools();
    m_list->setModel(m_model);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_decided->setClosable(true);
    body()->addWidget(m_decided);
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_list, 1);
    makeDetail();
    connect(m_model, &items::RecipientModel::ready, this, &RecipientsPanel::showChosen);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RecipientsPanel::showChosen);
    connect(m_model, &items::RecipientModel::failed, this,
            [this](const QString &message) { m_notice->showNotice(Tone::Danger, message); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecipientsPanel::showChosen);
    showChosen();
}

void RecipientsPanel::makeTools()
{
    m_state->setAccessibleName(tr("State"));
    m_kind->setAccessibleName(tr("Kind of problem"));
    auto *filters = new QHBoxLayout;
    filters->setSpacing(metrics::space(1));
    filters->addWidget(m_search, 2);
    filters->addWidget(m_state, 1);
    filters->addWidget(m_kind, 1);
    body()->addWidget(m_standing, 0, Qt::AlignLeft);
    body()->addLayout(filters);
    setTotals({});
    connect(m_standing, &SegmentedFilter::currentChanged, this, &RecipientsPanel::applyFilter);
    connect(m_search, &SearchField::searchChanged, this, &RecipientsPanel::applyFilter);
    connect(m_search, &SearchField::resultsWanted, this, [this] {
        m_list->setFocus(Qt::TabFocusReason);
        if (m_list->selectionModel()->selectedRows().isEmpty())
            m_list->setCurrentIndex(m_model->index(0));
    });
    connect(m_state, &QComboBox::currentIndexChanged, this, &RecipientsPanel::applyFilter);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RecipientsPanel::applyFilter);
}

void RecipientsPanel::makeDetail()
{
    m_title->setWordWrap(true);
    m_notes->setWordWrap(true);
    m_form->addField(tr("&Reason"), m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(m_include);
    buttons->addWidget(m_exclude);
    buttons->addStretch(1);
    auto *deciding = new QVBoxLayout(m_deciding);
    deciding->setContentsMargins(0, 0, 0, 0);
    deciding->setSpacing(metrics::space(1));
    deciding->addWidget(m_form);
    deciding->addLayout(buttons);
    auto *layout = new QVBoxLayout(m_detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeSeparator(m_detail));
    layout->addWidget(m_title);
    layout->addWidget(m_lines);
    layout->addWidget(m_notes);
    layout->addWidget(m_notice);
    layout->addWidget(m_deciding);
    body()->addWidget(m_detail);
    connect(m_include, &QPushButton::clicked, this, [this] { decide(Standing::Included); });
    connect(m_exclude, &QPushButton::clicked, this, [this] { decide(Standing::Excluded); });
    connect(m_reason, &QLineEdit::textChanged, this, [this] { m_form->setError(m_reason, {}); });
}

void RecipientsPanel::setIncident(IncidentId incident)
{
    if (m_incident == incident)
        return; // the model itself listens to changes of the records
    m_incident = incident;
    m_decided->clear();
    m_model->setIncident(incident);
}

void RecipientsPanel::setTotals(const casework::RosterTotals &totals)
{
    m_standing->setSegments({{kEveryone, tr("Everyone"), int(totals.included + totals.undecided + totals.excluded)},
                             {casework::standingToken(Standing::Undecided), tr("To decide"), int(totals.undecided)},
                             {casework::standingToken(Standing::Excluded), tr("Excluded"), int(totals.excluded)}});
    QList<std::pair<QString, QString>> states{{tr("All States"), {}}};
    for (const auto &[state, people] : totals.residents)
        states << std::pair(law::stateName(state), state);
    refill(*m_state, states);
    QList<std::pair<QString, QString>> kinds{{tr("All kinds"), {}}};
    for (const auto &[kind, people] : totals.problems)
        kinds << std::pair(items::noteKindName(kind), kind);
    refill(*m_kind, kinds);
}

void RecipientsPanel::applyFilter()
{
    items::RecipientFilter filter{
        m_search->text(), m_state->currentData().toString(), {}, m_kind->currentData().toString()};
    for (const Standing standing : {Standing::Undecided, Standing::Excluded}) {
        if (m_standing->current() == casework::standingToken(standing))
            filter.standing = standing;
    }
    m_model->setFilter(filter);
}

QList<RecipientId> RecipientsPanel::chosen() const
{
    QList<RecipientId> ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        ids << RecipientId{m_model->idAt(index.row())};
    return ids;
}

void RecipientsPanel::showChosen()
{
    const bool any = m_model->rowCount() > 0;
    m_empty->setVisible(!any);
    m_empty->setText(m_model->filter() == items::RecipientFilter() ? tr("Nobody yet: import a roster.")
                                                                   : tr("Nobody fits this search and these filters."));
    m_list->setVisible(any);
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    m_detail->setVisible(!rows.isEmpty());
    if (rows.isEmpty())
        return;
    m_deciding->setVisible(m_context.may(casework::DecideRecipients::kAction));
    m_lines->setVisible(rows.size() == 1);
    m_notes->setVisible(rows.size() == 1);
    for (QPushButton *button : {m_include, m_exclude})
        button->setEnabled(true);
    if (rows.size() > 1) {
        m_title->setText(tr("%1 people chosen").arg(items::figure(rows.size())));
        m_include->setText(tr("Include %1").arg(rows.size()));
        m_exclude->setText(tr("Exclude %1").arg(rows.size()));
        return;
    }
    m_include->setText(tr("Include"));
    m_exclude->setText(tr("Exclude"));
    const Recipient *person = m_model->recordAt(rows.first().row());
    m_detail->setVisible(person != nullptr); // it is being read: what stands here is about somebody else
    if (person)
        showOne(*person);
}

void RecipientsPanel::showOne(const Recipient &person)
{
    m_title->setText(items::personTitle(person));
    QStringList lines;
    const QString address = addressText(person);
    lines << (address.isEmpty() ? tr("No address") : address);
    lines << birthText(person);
    if (!person.dataElements.isEmpty())
        lines << tr("Data: %1").arg(person.dataElements.join(u", "_s));
    lines << tr("Line %1 of the roster").arg(person.line);
    lines.removeAll(QString());
    m_lines->setText(lines.join(u'\n'));
    QStringList notes;
    for (const QJsonValue &note : person.notes)
        notes << u"! "_s + note.toObject().value(u"sentence"_s).toString();
    if (!person.decision.isEmpty())
        notes << tr("%1: %2").arg(items::standingName(person.standing), person.decision);
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_include->setEnabled(person.standing != Standing::Included);
    m_exclude->setEnabled(person.standing != Standing::Excluded);
}

void RecipientsPanel::decide(Standing standing)
{
    m_notice->clear();
    if (m_reason->text().trimmed().isEmpty()) {
        m_form->setError(m_reason, tr("Say why, for the record."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    const casework::DecideRecipients command{chosen(), standing, m_reason->text()};
    whenDone(m_context.file()->submit(command), this, [this](const Result<casework::Receipt> &receipt) {
        if (!receipt)
            return m_notice->showNotice(Tone::Danger, receipt.error().message);
        m_reason->clear();
        m_undo->offer(*receipt);
    });
}

void RecipientsPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

QVariantMap RecipientsPanel::place() const
{
    return {{u"search"_s, m_search->text()},
            {u"standing"_s, m_standing->current()},
            {u"state"_s, m_state->currentData()},
            {u"kind"_s, m_kind->currentData()},
            {u"reason"_s, m_reason->text()}};
}

void RecipientsPanel::restorePlace(const QVariantMap &place)
{
    m_search->setText(place.value(u"search"_s).toString());
    m_reason->setText(place.value(u"reason"_s).toString());
    if (place.contains(u"standing"_s))
        m_standing->setCurrent(place.value(u"standing"_s).toString());
    const QString state = place.value(u"state"_s).toString();
    const QString kind = place.value(u"kind"_s).toString();
    chooseValue(*m_state, law::stateName(state), state);
    chooseValue(*m_kind, items::noteKindName(kind), kind);
    applyFilter();
}

} // namespace tocsin::views
