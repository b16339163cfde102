// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/people.h"
#include "shared/card.h"
#include "shared/case_context.h"
#include "vault/key_file.h"

class QComboBox;
class QLineEdit;

namespace tocsin::items {
class PersonModel;
}

namespace tocsin::views {

class Form;
class JobBar;
class NewPassphrase;
class NoticeBar;
class TableView;

/// People who have or had a key slot; adding and removing them in place.
class PeoplePanel final : public Card
{
    Q_OBJECT

public:
    PeoplePanel(CaseContext &context, vault::KdfCost cost, QWidget *parent = nullptr);

    void beginAdding();

private:
    CaseContext &m_context;
    vault::KdfCost m_cost;
    items::PersonModel *m_model;
    TableView *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    NoticeBar *m_notice;
    JobBar *m_bar;
    QWidget *m_adding;
    Form *m_form;
    QLineEdit *m_name;
    QComboBox *m_role;
    NewPassphrase *m_passphrase;
    PersonId m_leaving; ///< whom the confirmation is about

    void makeForm();
    void load();
    void showButtons();
    void add();
    void askToRemove();
    void remove();
    void finish(const Result<casework::Receipt> &receipt, const QString &sentence);
    [[nodiscard]] const casework::Person *chosen() const;
};

} // namespace tocsin::views
