// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/front_page.h"
#include "unlock/requests.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace tocsin::views {

class ElidedLabel;
class Form;
class NewPassphrase;

/// Opens a store with the code of its recovery kit, even if the key file is lost, and gives a person a new slot.
class RecoverPage final : public FrontPage
{
    Q_OBJECT

public:
    explicit RecoverPage(const QList<RoleChoice> &roles, QWidget *parent = nullptr);

    void setStore(const QString &path);

    void focusFirst() override;

Q_SIGNALS:
    void recoverRequested(const tocsin::views::RecoverRequest &request);
    void cancelled();

private:
    void submit();

    QString m_path;
    ElidedLabel *m_file;
    Form *m_form;
    QPlainTextEdit *m_code;
    QLineEdit *m_person;
    QComboBox *m_role;
    NewPassphrase *m_passphrase;
};

} // namespace tocsin::views
