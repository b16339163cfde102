// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/duty_list.h"

#include "deadlines/duty_filter_bar.h"
#include "items/duty_filter_model.h"
#include "items/obligation_model.h"
#include "law/fact_words.h"
#include "shared/notice_bar.h"
#include "shared/segmented_filter.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::ObligationRecord;
using items::ObligationModel;
using Standing = ObligationRecord::Standing;

namespace {

QString standingId(Standing standing)
{
    return QString::number(int(standing));
}

} // namespace

DutyList::DutyList(QWidget *parent)
    : Card(tr("Deadlines"), parent)
    , m_model(new ObligationModel(this))
    , m_shown(new items::DutyFilterModel(this))
    , m_filter(new SegmentedFilter(tr("Which deadlines"), this))
    , m_bar(new DutyFilterBar(this))
    , m_table(new TableView(tr("Deadlines"), this))
    , m_rows(new QStackedLayout)
    , m_none(makeMutedLabel({}, TypeStyle::Body, this))
    , m_words(new NoticeBar(this))
    , m_footer(makeMutedLabel({}, TypeStyle::Small, this))
{
    m_shown->setSourceModel(m_model);
    m_table->setModel(m_shown);
    m_table->setWrapRows(true);
    m_table->setColumns({{1, 96}, {3, 112}, {3, 144}, {1, 96}, {0, 112}});
    m_table->setColumnHidden(ObligationModel::Place, true);
    m_table->setColumnHidden(ObligationModel::Nature, true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ObligationModel::Due, Qt::AscendingOrder);
    m_none->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_none);
    body()->addWidget(m_filter);
    body()->addWidget(m_bar);
    body()->addWidget(m_words);
    body()->addLayout(m_rows, 1);
    body()->addWidget(m_footer);
    showSegments();
    connectParts();
}

void DutyList::connectParts()
{
    connect(m_filter, &SegmentedFilter::currentChanged, this, &DutyList::applyFilter);
    connect(m_bar, &DutyFilterBar::changed, this, &DutyList::applyFilter);
    connect(m_bar, &DutyFilterBar::sortWanted, this, &DutyList::sortBy);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_bar, &DutyFilterBar::setSortColumn);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DutyList::chosenChanged);
}

void DutyList::set(const QList<ObligationRecord> &records, const law::Facts &facts, const law::RulePacks &packs,
                   const Instant &now)
{
    m_facts = facts;
    m_model->set(records, facts, now);
    m_shown->setNow(now, facts.timezone);
    m_bar->setRecords(records);
    showUnknownWords(facts, packs);
    showSegments();
    showRows();
    QStringList names;
    for (const law::RulePack &pack : packs)
        names << pack.id + u' ' + pack.version;
    m_footer->setText(tr("Not legal advice · rules %1").arg(names.join(u", "_s)));
    chooseFirst();
}

void DutyList::setNow(const Instant &now)
{
    const QList<ObligationRecord> records = m_model->records();
    m_model->set(records, m_facts, now);
    m_shown->setNow(now, m_facts.timezone);
}

const ObligationRecord *DutyList::chosen() const
{
    const QModelIndex current = m_shown->mapToSource(m_table->currentIndex());
    return m_model->recordAt(current.isValid() ? current.row() : -1);
}

bool DutyList::choose(qint64 obligation)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const ObligationRecord *record = m_model->recordAt(row);
        if (record->id.value != obligation)
            continue;
        m_filter->setCurrent(standingId(record->standing));
        if (!m_shown->mapFromSource(m_model->index(row, 0)).isValid())
            m_bar->clear();
        const QModelIndex index = m_shown->mapFromSource(m_model->index(row, 0));
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
        return true;
    }
    return false;
}

QWidget *DutyList::lastStop() const
{
    return m_table;
}

void DutyList::focusTable()
{
    m_table->setFocus(Qt::TabFocusReason);
}

void DutyList::focusSearch()
{
    m_bar->focusSearch();
}

void DutyList::sortBy(int column)
{
    m_table->sortByColumn(column, Qt::AscendingOrder);
}

void DutyList::chooseFirst()
{
    if (!m_table->currentIndex().isValid() && m_shown->rowCount() > 0)
        m_table->selectRow(0);
}

void DutyList::showUnknownWords(const law::Facts &facts, const law::RulePacks &packs)
{
    const QStringList warnings = packs.isEmpty() ? QStringList() : law::unknownWords(facts, packs);
    if (warnings.isEmpty())
        m_words->clear();
    else
        m_words->showNotice(Tone::Warning, warnings.join(u'\n'));
}

void DutyList::applyFilter()
{
    items::DutyFilter filter = m_bar->applied(m_shown->filter());
    filter.standing = Standing(m_filter->current().toInt());
    m_shown->setFilter(filter);
    showRows();
    chooseFirst();
    Q_EMIT chosenChanged();
}

void DutyList::showRows()
{
    const Standing standing = m_shown->filter().standing;
    const items::DutyFilter plain{standing};
    m_none->setText(m_shown->filter() != plain          ? tr("No deadline here passes the filter.")
                        : standing == Standing::Owed    ? tr("Nothing is owed on these facts.")
                        : standing == Standing::NotOwed ? tr("No rule was found not to apply.")
                        : standing == Standing::Blocked ? tr("No deadline waits on a fact.")
                                                        : tr("No duty was withdrawn."));
    m_rows->setCurrentIndex(m_shown->rowCount() > 0 ? 0 : 1);
}

/// Withdrawn duties are rare: their filter is there only while one is.
void DutyList::showSegments()
{
    QList<Segment> segments;
    const auto add = [&](Standing standing, const QString &text) {
        segments << Segment{standingId(standing), text, m_model->count(standing)};
    };
    add(Standing::Owed, tr("Owed"));
    add(Standing::NotOwed, tr("Not owed"));
    add(Standing::Blocked, tr("Waiting on a fact"));
    const bool withdrawn = m_model->count(Standing::Withdrawn) > 0;
    if (withdrawn)
        add(Standing::Withdrawn, tr("Withdrawn"));
    if (withdrawn == m_withdrawn && !m_filter->current().isEmpty()) {
        for (const Segment &each : std::as_const(segments))
            m_filter->setCount(each.id, each.count);
        return;
    }
    m_withdrawn = withdrawn;
    m_filter->setSegments(segments);
}

QVariantMap DutyList::place() const
{
    return {{u"filter"_s, m_filter->current()},
            {u"narrowed"_s, m_bar->place()},
            {u"record"_s, m_table->currentIndex().data(items::RecordIdRole)},
            {u"sort"_s, m_table->horizontalHeader()->sortIndicatorSection()},
            {u"order"_s, int(m_table->horizontalHeader()->sortIndicatorOrder())}};
}

void DutyList::restorePlace(const QVariantMap &place)
{
    m_filter->setCurrent(place.value(u"filter"_s).toString());
    m_bar->restorePlace(place.value(u"narrowed"_s).toMap());
    m_table->sortByColumn(place.value(u"sort"_s).toInt(), Qt::SortOrder(place.value(u"order"_s).toInt()));
    choose(place.value(u"record"_s).toLongLong());
}

} // namespace tocsin::views
