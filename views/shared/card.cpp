// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/card.h"

#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_header(new QHBoxLayout)
    , m_body(new QVBoxLayout)
    , m_title(makeLabel(title, TypeStyle::Strong, this))
{
    setObjectName(u"card"_s);
    setAccessibleName(title);
    m_title->setMinimumHeight(metrics::space(3)); // with a link beside it or without
    m_header->addWidget(m_title, 1);
    m_header->setSpacing(metrics::space(1));
    m_body->setSpacing(metrics::space(1));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space(2), metrics::space(2), metrics::space(2), metrics::space(2));
    layout->setSpacing(metrics::space(1));
    layout->addLayout(m_header);
    layout->addLayout(m_body, 1);
    m_title->setVisible(!title.isEmpty());
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

QString Card::title() const
{
    return m_title->text();
}

void Card::setAction(const QString &text)
{
    if (!m_action) {
        m_action = new QPushButton(this);
        setButtonKind(*m_action, ButtonKind::Link);
        m_header->addWidget(m_action);
        connect(m_action, &QPushButton::clicked, this, &Card::actionTriggered);
    }
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    m_action->setAccessibleName(tr("%1, %2").arg(text, m_title->text()));
}

void Card::addToHeader(QWidget *widget)
{
    m_header->addWidget(widget);
}

void Card::setContent(QWidget *widget)
{
    m_body->addWidget(widget, 1);
}

} // namespace tocsin::views
