// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/production_form.h"

#include "shared/style_sheet.h"
#include "shared/wrap_layout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr int kMostInAFile = 100'000;

/// Beside one another where there is room: the form stands in a wide and in a narrow column.
WrapLayout *rowOf(const QList<QWidget *> &widgets)
{
    auto *row = new WrapLayout(metrics::kGrid);
    for (QWidget *each : widgets)
        row->addWidget(each);
    return row;
}

} // namespace

ProductionForm::ProductionForm(QWidget *parent)
    : QFrame(parent)
    , m_size(makeLabel(tr("Letters in a &file"), TypeStyle::Body, this))
    , m_partSize(new QSpinBox(this))
    , m_oneFile(new QCheckBox(tr("A&ll in one file"), this))
    , m_order(new QComboBox(this))
    , m_language(new QCheckBox(tr("Lan&guage"), this))
    , m_overlay(new QCheckBox(tr("State's te&xt"), this))
    , m_letterForm(new QCheckBox(tr("For&m"), this))
    , m_envelopes(new QCheckBox(tr("En&velopes, #10"), this))
    , m_labels(new QCheckBox(tr("La&bels, 30 on a sheet"), this))
{
    setObjectName(u"card"_s);
    setAccessibleName(tr("How the letters are produced"));
    const notices::LetterRunOptions usual;
    m_partSize->setRange(1, kMostInAFile);
    m_partSize->setValue(usual.partSize);
    m_partSize->setAccessibleName(tr("Letters in a file"));
    // A mail house hands in presorted mail by ZIP code.
    m_order->addItem(tr("By ZIP code, abroad last"), static_cast<int>(notices::LetterOrder::Zip));
    m_order->addItem(tr("As in the roster"), static_cast<int>(notices::LetterOrder::Roster));
    m_order->setAccessibleName(tr("Order of the letters"));
    m_letterForm->setToolTip(tr("Adults, minors and deceased people"));
    m_envelopes->setToolTip(tr("9 1/2 by 4 1/8 inches, with your return address, in the order of the letters"));
    m_labels->setToolTip(tr("US Letter, 3 by 10 labels of 2 5/8 by 1 inch, in the order of the letters"));
    connect(m_oneFile, &QCheckBox::toggled, m_partSize, &QWidget::setDisabled);

    m_size->setBuddy(m_partSize);
    auto *order = makeLabel(tr("&Order"), TypeStyle::Body, this);
    order->setBuddy(m_order);
    auto *apart = makeLabel(tr("Files of their own for each"), TypeStyle::Body, this);
    auto *outside = makeLabel(tr("For the outside"), TypeStyle::Body, this);

    auto *choose = new QPushButton(tr("Choose the folde&r"), this);
    setButtonKind(*choose, ButtonKind::Primary);
    auto *later = new QPushButton(tr("&Not now"), this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space(2), metrics::kGrid, metrics::space(2), metrics::kGrid);
    layout->setSpacing(metrics::kGrid);
    layout->addLayout(rowOf({m_size, m_partSize, m_oneFile, order, m_order}));
    layout->addLayout(rowOf({apart, m_language, m_overlay, m_letterForm}));
    layout->addLayout(rowOf({outside, m_envelopes, m_labels}));
    layout->addLayout(rowOf({later, choose}));
    m_ofLetters = {order, m_order, apart, m_language, m_overlay, m_letterForm, outside, m_envelopes, m_labels};
    connect(choose, &QPushButton::clicked, this, &ProductionForm::accepted);
    connect(later, &QPushButton::clicked, this, &ProductionForm::dismissed);
    setTabOrder(later, choose);
}

notices::LetterRunOptions ProductionForm::options() const
{
    notices::LetterRunOptions options;
    options.partSize = m_partSize->value();
    options.oneFile = m_oneFile->isChecked();
    if (m_forEmails)
        return options;
    options.order = static_cast<notices::LetterOrder>(m_order->currentData().toInt());
    options.split = {m_language->isChecked(), m_overlay->isChecked(), m_letterForm->isChecked()};
    options.addresses = {m_envelopes->isChecked(), m_labels->isChecked()};
    return options;
}

void ProductionForm::setForEmails(bool emails)
{
    m_forEmails = emails;
    m_size->setText(emails ? tr("E-mails in a &folder") : tr("Letters in a &file"));
    m_oneFile->setText(emails ? tr("A&ll in one folder") : tr("A&ll in one file"));
    for (QWidget *each : std::as_const(m_ofLetters))
        each->setVisible(!emails);
}

void ProductionForm::focusFirst()
{
    m_partSize->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
