// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveries/address_form.h"

#include "shared/form.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

AddressForm::AddressForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new Form(4, this))
    , m_first(new QLineEdit(m_form))
    , m_second(new QLineEdit(m_form))
    , m_city(new QLineEdit(m_form))
    , m_state(new QLineEdit(m_form))
    , m_zip(new QLineEdit(m_form))
    , m_country(new QLineEdit(m_form))
    , m_source(new QLineEdit(m_form))
    , m_save(new QPushButton(tr("Record the add&ress"), this))
{
    m_form->addField(tr("Stree&t or box"), m_first, {}, 2);
    m_form->addField(tr("Second line"), m_second, {}, 2);
    m_form->addField(tr("Cit&y"), m_city);
    m_form->addField(tr("State"), m_state);
    m_form->addField(tr("ZIP or postal code"), m_zip);
    m_form->addField(tr("Country"), m_country);
    m_form->addField(tr("Where it &is from"), m_source, {}, 4);
    m_source->setPlaceholderText(tr("Such as a forwarding order or a call"));
    m_country->setPlaceholderText(u"US"_s);
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *later = new QPushButton(tr("Cance&l"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(later);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &AddressForm::accept);
    connect(later, &QPushButton::clicked, this, &AddressForm::dismissed);
    connect(m_source, &QLineEdit::textChanged, this, [this] { m_form->setError(m_source, {}); });
}

QList<QLineEdit *> AddressForm::fields() const
{
    return {m_first, m_second, m_city, m_state, m_zip, m_country, m_source};
}

void AddressForm::ask()
{
    for (QLineEdit *each : fields())
        each->clear();
    m_form->clearErrors();
    setBusy(false);
    m_first->setFocus(Qt::OtherFocusReason);
}

void AddressForm::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
}

QVariantMap AddressForm::typed() const
{
    QVariantMap typed;
    const QList<QLineEdit *> all = fields();
    for (qsizetype i = 0; i < all.size(); ++i)
        typed.insert(QString::number(i), all.at(i)->text());
    return typed;
}

void AddressForm::setTyped(const QVariantMap &typed)
{
    const QList<QLineEdit *> all = fields();
    for (qsizetype i = 0; i < all.size(); ++i)
        all.at(i)->setText(typed.value(QString::number(i)).toString());
}

void AddressForm::accept()
{
    if (m_source->text().trimmed().isEmpty()) {
        m_form->setError(m_source, tr("Say where the new address is from."));
        return m_source->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT accepted(
        {{m_first->text(), m_second->text()}, m_city->text(), m_state->text(), m_zip->text(), m_country->text()},
        m_source->text());
}

} // namespace tocsin::views
