// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/roster.h"
#include "shared/card.h"
#include "shared/case_context.h"

#include <QVariantMap>

class QComboBox;
class QLineEdit;

namespace tocsin::items {
class RecipientModel;
}

namespace tocsin::views {

class Form;
class ListView;
class NoticeBar;
class SearchField;
class SegmentedFilter;
class UndoOffer;

/// Every person of the roster: searched, filtered, looked at, and decided about.
class RecipientsPanel final : public Card
{
    Q_OBJECT

public:
    explicit RecipientsPanel(CaseContext &context, QWidget *parent = nullptr);

    void setIncident(IncidentId incident);
    /// What there is to filter by.
    void setTotals(const casework::RosterTotals &totals);
    void focusSearch();

    [[nodiscard]] QVariantMap place() const;
    void restorePlace(const QVariantMap &place);

private:
    CaseContext &m_context;
    IncidentId m_incident;
    items::RecipientModel *m_model;
    SegmentedFilter *m_standing;
    SearchField *m_search;
    QComboBox *m_state;
    QComboBox *m_kind;
    ListView *m_list;
    QLabel *m_empty;
    QWidget *m_detail;
    QLabel *m_title;
    QLabel *m_lines;
    QLabel *m_notes;
    QWidget *m_deciding;
    Form *m_form;
    QLineEdit *m_reason;
    QPushButton *m_include;
    QPushButton *m_exclude;
    NoticeBar *m_notice;
    NoticeBar *m_decided; ///< outside of the detail, which goes with what was decided
    UndoOffer *m_undo;

    void makeTools();
    void makeDetail();
    void applyFilter();
    void showChosen();
    void showOne(const casework::Recipient &person);
    [[nodiscard]] QList<RecipientId> chosen() const;
    void decide(casework::Standing standing);
};

} // namespace tocsin::views
