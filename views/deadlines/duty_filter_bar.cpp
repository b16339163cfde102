// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/duty_filter_bar.h"

#include "items/clock_marks.h"
#include "items/duty_wording.h"
#include "items/obligation_model.h"
#include "law/states.h"
#include "law/wording.h"
#include "shared/form.h"
#include "shared/search_field.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::ObligationRecord;
using casework::WorkState;
using items::DutyFilter;
using items::ObligationModel;

namespace {

/// Fills a choice below its first line, which stands for any, and keeps what is chosen.
void refill(QComboBox &choice, const QMap<QString, QVariant> &offers)
{
    const QVariant chosen = choice.currentData();
    while (choice.count() > 1)
        choice.removeItem(choice.count() - 1);
    for (auto each = offers.cbegin(); each != offers.cend(); ++each)
        choice.addItem(each.key(), each.value());
    choice.setCurrentIndex(std::max(0, chosen.isValid() ? choice.findData(chosen) : 0));
}

QComboBox *makeChoice(const QString &any, QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->addItem(any);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    return choice;
}

} // namespace

DutyFilterBar::DutyFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Find a deadline"), this))
    , m_more(new QPushButton(tr("Filter and sort"), this))
    , m_clear(new QPushButton(tr("Show all"), this))
    , m_form(new Form(3, this))
    , m_when(makeChoice(tr("Any date"), m_form))
    , m_place(makeChoice(tr("Everywhere"), m_form))
    , m_owner(makeChoice(tr("Anybody"), m_form))
    , m_work(makeChoice(tr("Any"), m_form))
    , m_nature(makeChoice(tr("Anything"), m_form))
    , m_sort(new QComboBox(m_form))
{
    m_more->setCheckable(true);
    m_clear->setAccessibleName(tr("Show all deadlines again"));
    makeChoices();
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::space(1));
    top->addWidget(m_search, 1);
    top->addWidget(m_clear);
    top->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addLayout(top);
    layout->addWidget(m_form);
    m_form->hide();
    m_clear->hide();
    connect(m_more, &QPushButton::toggled, m_form, &QWidget::setVisible);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clear();
        focusSearch();
    });
    connect(m_search, &SearchField::searchChanged, this, &DutyFilterBar::showChoices);
    for (QComboBox *choice : choices())
        connect(choice, &QComboBox::currentIndexChanged, this, &DutyFilterBar::showChoices);
    connect(m_sort, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_loading)
            Q_EMIT sortWanted(m_sort->currentData().toInt());
    });
}

void DutyFilterBar::makeChoices()
{
    using When = DutyFilter::When;
    m_when->addItem(tr("Late"), int(When::Late));
    m_when->addItem(tr("Next 7 days"), int(When::Week));
    m_when->addItem(tr("Next 30 days"), int(When::Month));
    m_when->addItem(tr("Without a date"), int(When::NoDate));
    for (const WorkState state :
         {WorkState::Open, WorkState::Drafting, WorkState::InReview, WorkState::Ready, WorkState::Done})
        m_work->addItem(casework::workStateName(state), int(state));
    m_sort->addItem(tr("Date"), ObligationModel::Due);
    m_sort->addItem(tr("Recipient"), ObligationModel::ToWhom);
    m_sort->addItem(tr("Rule"), ObligationModel::RuleText);
    m_sort->addItem(tr("Where"), ObligationModel::Place);
    m_sort->addItem(tr("Owner"), ObligationModel::Owner);
    m_sort->addItem(tr("State of the work"), ObligationModel::State);
    m_sort->addItem(tr("Set by"), ObligationModel::Nature);
    m_form->addField(tr("Due"), m_when);
    m_form->addField(tr("Where"), m_place);
    m_form->addField(tr("Owner"), m_owner);
    m_form->addField(tr("State of the work"), m_work);
    m_form->addField(tr("Set by"), m_nature);
    m_form->addField(tr("Sort by"), m_sort);
    for (QComboBox *choice : choices())
        choice->setAccessibleName(tr("Filter: %1").arg(choice->accessibleName()));
}

QList<QComboBox *> DutyFilterBar::choices() const
{
    return {m_when, m_place, m_owner, m_work, m_nature};
}

void DutyFilterBar::setRecords(const QList<ObligationRecord> &records)
{
    QMap<QString, QVariant> places;
    QMap<QString, QVariant> owners;
    QMap<QString, QVariant> natures;
    for (const ObligationRecord &record : records) {
        const QString state = items::recipientState(record.duty.recipient);
        places.insert(state.isEmpty() ? tr("No single State") : law::stateName(state), state);
        owners.insert(record.ownerName.isEmpty() ? tr("Nobody yet") : record.ownerName, record.owner.value);
        natures.insert(law::sentenceCase(items::natureText(record.duty.nature)), int(record.duty.nature));
    }
    {
        const QScopedValueRollback loading(m_loading, true);
        refill(*m_place, places);
        refill(*m_owner, owners);
        refill(*m_nature, natures);
    }
    showChoices();
}

DutyFilter DutyFilterBar::applied(DutyFilter filter) const
{
    const auto chosen = [](const QComboBox &choice) { return choice.currentIndex() > 0; };
    const DutyFilter none;
    filter.words = m_search->text().simplified();
    filter.when = chosen(*m_when) ? DutyFilter::When(m_when->currentData().toInt()) : none.when;
    filter.place = chosen(*m_place) ? std::optional(m_place->currentData().toString()) : none.place;
    filter.owner = chosen(*m_owner) ? std::optional(PersonId{m_owner->currentData().toLongLong()}) : none.owner;
    filter.work = chosen(*m_work) ? std::optional(WorkState(m_work->currentData().toInt())) : none.work;
    filter.nature = chosen(*m_nature) ? std::optional(law::Nature(m_nature->currentData().toInt())) : none.nature;
    return filter;
}

void DutyFilterBar::setSortColumn(int column)
{
    const QScopedValueRollback loading(m_loading, true);
    m_sort->setCurrentIndex(m_sort->findData(column));
}

void DutyFilterBar::clear()
{
    {
        const QScopedValueRollback loading(m_loading, true);
        m_search->clear();
        for (QComboBox *choice : choices())
            choice->setCurrentIndex(0);
    }
    showChoices();
}

void DutyFilterBar::showChoices()
{
    if (m_loading)
        return;
    const QList<QComboBox *> all = choices();
    const auto chosen
        = std::count_if(all.cbegin(), all.cend(), [](const QComboBox *each) { return each->currentIndex() > 0; });
    m_more->setText(chosen == 0 ? tr("Filter and sort") : tr("Filter and sort (%1)").arg(chosen));
    m_clear->setVisible(chosen > 0 || !m_search->text().isEmpty());
    Q_EMIT changed();
}

void DutyFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

QVariantMap DutyFilterBar::place() const
{
    QVariantList chosen;
    for (const QComboBox *choice : choices())
        chosen << choice->currentData();
    return {{u"words"_s, m_search->text()}, {u"chosen"_s, chosen}, {u"open"_s, m_more->isChecked()}};
}

void DutyFilterBar::restorePlace(const QVariantMap &place)
{
    const QVariantList chosen = place.value(u"chosen"_s).toList();
    const QList<QComboBox *> all = choices();
    {
        const QScopedValueRollback loading(m_loading, true);
        m_search->setText(place.value(u"words"_s).toString());
        for (int i = 0; i < std::min(all.size(), chosen.size()); ++i)
            all[i]->setCurrentIndex(chosen[i].isValid() ? std::max(0, all[i]->findData(chosen[i])) : 0);
    }
    m_more->setChecked(place.value(u"open"_s).toBool());
    showChoices();
}

} // namespace tocsin::views
