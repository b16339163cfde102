// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/front_page.h"
#include "shared/path_field.h"
#include "unlock/requests.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tocsin::views {

class Form;
class NewPassphrase;

/// Makes a store: the file, the organization as its letters will name it, the first person, the recovery kit.
class CreateStorePage final : public FrontPage
{
    Q_OBJECT

public:
    CreateStorePage(const QList<RoleChoice> &roles, const PathChooser &chooser = systemPathChooser(),
                    QWidget *parent = nullptr);

    void focusFirst() override;

Q_SIGNALS:
    void createRequested(const tocsin::views::CreateRequest &request);
    void cancelled();

protected:
    void resume() override;

private:
    void addStore(const PathChooser &chooser);
    void addOrganization();
    void addPerson(const QList<RoleChoice> &roles);
    void addButtons();
    void suggestKit();
    /// The first field that cannot be used yet, with its error shown; null if all can.
    QWidget *firstProblem();
    void submit();

    Form *m_storeForm = nullptr;
    PathField *m_path = nullptr;
    PathField *m_kit = nullptr;
    QString m_suggestedKit;
    Form *m_organizationForm = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QPlainTextEdit *m_address = nullptr;
    QComboBox *m_zone = nullptr;
    QLineEdit *m_tollFree = nullptr;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_website = nullptr;
    QLineEdit *m_officer = nullptr;
    Form *m_personForm = nullptr;
    QLineEdit *m_person = nullptr;
    QComboBox *m_role = nullptr;
    NewPassphrase *m_passphrase = nullptr;
    QPushButton *m_create = nullptr;
};

} // namespace tocsin::views
