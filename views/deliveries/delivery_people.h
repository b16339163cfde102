// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery_acts.h"
#include "casework/delivery_record.h"
#include "shared/card.h"
#include "shared/case_context.h"

#include <QVariantMap>

class QComboBox;
class QLabel;
class QPushButton;

namespace tocsin::items {
class DeliveryHistoryModel;
class DeliveryPeopleModel;
} // namespace tocsin::items

namespace tocsin::views {

class AddressForm;
class ListView;
class NoticeBar;
class SearchField;
class TableView;
class UndoOffer;

/// Everybody a notice is for, with standing, day and proof: searched, filtered, and of the chosen one all that happened
/// to the letters, and a new address.
class DeliveryPeople final : public Card
{
    Q_OBJECT

public:
    explicit DeliveryPeople(CaseContext &context, QWidget *parent = nullptr);

    /// Whose letters are shown; a null id: nobody's.
    void setNotice(NoticeId notice);
    /// How many there are of each standing.
    void setFunnel(const casework::DeliveryFunnel &funnel);
    void focusSearch();
    void showStanding(casework::DeliveryState state);

    [[nodiscard]] QVariantMap place() const;
    void restorePlace(const QVariantMap &place);

private:
    CaseContext &m_context;
    NoticeId m_notice;
    items::DeliveryPeopleModel *m_model;
    items::DeliveryHistoryModel *m_history;
    SearchField *m_search;
    QComboBox *m_state;
    TableView *m_table;
    QLabel *m_empty;
    QWidget *m_detail;
    QLabel *m_title;
    QLabel *m_address;
    ListView *m_events;
    QPushButton *m_move;
    AddressForm *m_form;
    NoticeBar *m_failure;
    NoticeBar *m_done; ///< outside of the detail, which goes with another choice
    UndoOffer *m_undo;
    RecipientId m_chosen;
    QVariantMap m_begun; ///< an address that was half written before a lock, until its person is there again
    int m_asked = 0; ///< numbers the questions, so that an answer that was overtaken is let go

    void makeTools();
    void makeDetail();
    void applyFilter();
    void showChosen();
    void goOnWithAddress();
    void askHistory();
    void openForm(bool open);
    void save(const casework::PostalAddress &typed, const QString &source);
};

} // namespace tocsin::views
