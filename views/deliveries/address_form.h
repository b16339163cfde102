// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery_record.h"

#include <QVariantMap>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;

/// Another address of somebody, and where it is from.
class AddressForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AddressForm(QWidget *parent = nullptr);

    void ask();
    void setBusy(bool busy);
    /// What stands in the fields, for a lock and back.
    [[nodiscard]] QVariantMap typed() const;
    void setTyped(const QVariantMap &typed);

Q_SIGNALS:
    /// The person of the command is for the receiver to say; the address may still be none.
    void accepted(const tocsin::casework::PostalAddress &address, const QString &source);
    void dismissed();

private:
    Form *m_form;
    QLineEdit *m_first;
    QLineEdit *m_second;
    QLineEdit *m_city;
    QLineEdit *m_state;
    QLineEdit *m_zip;
    QLineEdit *m_country;
    QLineEdit *m_source;
    QPushButton *m_save;

    [[nodiscard]] QList<QLineEdit *> fields() const;
    void accept();
};

} // namespace tocsin::views
