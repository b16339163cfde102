// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/production_form.h"

#include "shared/style_sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr int kMostInAFile = 100'000;

} // namespace

ProductionForm::ProductionForm(QWidget *parent)
    : QFrame(parent)
    , m_partSize(new QSpinBox(this))
    , m_oneFile(new QCheckBox(tr("A&ll in one file"), this))
    , m_order(new QComboBox(this))
    , m_language(new QCheckBox(tr("Lan&guage"), this))
    , m_overlay(new QCheckBox(tr("State's te&xt"), this))
    , m_letterForm(new QCheckBox(tr("For&m"), this))
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
    connect(m_oneFile, &QCheckBox::toggled, m_partSize, &QWidget::setDisabled);

    auto *size = makeLabel(tr("Letters in a &file"), TypeStyle::Body, this);
    size->setBuddy(m_partSize);
    auto *order = makeLabel(tr("&Order"), TypeStyle::Body, this);
    order->setBuddy(m_order);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::kGrid);
    for (QWidget *each :
         {static_cast<QWidget *>(size), static_cast<QWidget *>(m_partSize), static_cast<QWidget *>(m_oneFile),
          static_cast<QWidget *>(order), static_cast<QWidget *>(m_order)})
        first->addWidget(each);
    first->addStretch(1);

    auto *choose = new QPushButton(tr("Choose the folde&r"), this);
    setButtonKind(*choose, ButtonKind::Primary);
    auto *later = new QPushButton(tr("&Not now"), this);
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::kGrid);
    second->addWidget(makeLabel(tr("Files of their own for each"), TypeStyle::Body, this));
    for (QCheckBox *each : {m_language, m_overlay, m_letterForm})
        second->addWidget(each);
    second->addStretch(1);
    second->addWidget(later);
    second->addWidget(choose);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space(2), metrics::kGrid, metrics::space(2), metrics::kGrid);
    layout->setSpacing(metrics::kGrid);
    layout->addLayout(first);
    layout->addLayout(second);
    connect(choose, &QPushButton::clicked, this, &ProductionForm::accepted);
    connect(later, &QPushButton::clicked, this, &ProductionForm::dismissed);
    setTabOrder(later, choose);
}

notices::LetterRunOptions ProductionForm::options() const
{
    notices::LetterRunOptions options;
    options.partSize = m_partSize->value();
    options.oneFile = m_oneFile->isChecked();
    options.order = static_cast<notices::LetterOrder>(m_order->currentData().toInt());
    options.split = {m_language->isChecked(), m_overlay->isChecked(), m_letterForm->isChecked()};
    return options;
}

void ProductionForm::focusFirst()
{
    m_partSize->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
