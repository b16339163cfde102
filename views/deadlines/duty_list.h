// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "shared/card.h"

class QLabel;
class QStackedLayout;

namespace tocsin::items {
class DutyFilterModel;
class ObligationModel;
} // namespace tocsin::items

namespace tocsin::views {

class DutyFilterBar;
class NoticeBar;
class SegmentedFilter;
class TableView;

/// The deadlines of an incident as a table that narrows and sorts: owed, not owed, waiting on a fact, and withdrawn
/// where there are any.
class DutyList final : public Card
{
    Q_OBJECT

public:
    explicit DutyList(QWidget *parent = nullptr);

    /// Takes over newer records, the facts they follow from and the packs they are computed with. What is chosen stays;
    /// where nothing is, the first is.
    void set(const QList<casework::ObligationRecord> &records, const law::Facts &facts, const law::RulePacks &packs,
             const Instant &now);

    /// Counts the time that is left from another moment.
    void setNow(const Instant &now);

    [[nodiscard]] const items::ObligationModel &model() const { return *m_model; }
    /// Null if nothing is chosen.
    [[nodiscard]] const casework::ObligationRecord *chosen() const;
    /// Chooses a duty, through filters that hide it; false if there is no such one.
    bool choose(qint64 obligation);
    /// Where Tab comes from before it leaves the list.
    [[nodiscard]] QWidget *lastStop() const;

    void focusTable();
    void focusSearch();
    void sortBy(int column);

    [[nodiscard]] QVariantMap place() const;
    void restorePlace(const QVariantMap &place);

Q_SIGNALS:
    void chosenChanged();

private:
    void connectParts();
    void showSegments();
    void showUnknownWords(const law::Facts &facts, const law::RulePacks &packs);
    void showRows();
    void applyFilter();
    void chooseFirst();

    items::ObligationModel *m_model;
    law::Facts m_facts;
    items::DutyFilterModel *m_shown;
    SegmentedFilter *m_filter;
    DutyFilterBar *m_bar;
    TableView *m_table;
    QStackedLayout *m_rows; ///< the table, or why it is empty
    QLabel *m_none;
    NoticeBar *m_words; ///< words of the facts that no rule knows
    QLabel *m_footer;
    bool m_withdrawn = false; ///< there is a filter for withdrawn duties
};

} // namespace tocsin::views
