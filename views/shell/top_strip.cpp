// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/top_strip.h"

#include "shared/elided_label.h"
#include "shared/icons.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Ampersands in a menu's text would become underlines.
QString menuText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

TopStrip::TopStrip(QWidget *parent)
    : QFrame(parent)
    , m_title(new ElidedLabel(this))
    , m_line(new ElidedLabel(this))
    , m_switch(new QToolButton(this))
    , m_big(makeLabel({}, TypeStyle::Figure, this))
    , m_beside(makeLabel({}, TypeStyle::Small, this))
    , m_bar(new ClockBar(this))
    , m_left(makeLabel({}, TypeStyle::Figure, this))
    , m_leftUnit(makeLabel({}, TypeStyle::Small, this))
    , m_role(makeLabel({}, TypeStyle::Small, this))
    , m_lock(new QPushButton(tr("Lock"), this))
{
    setObjectName(u"strip"_s);
    setAccessibleName(tr("Open incident"));
    setFixedHeight(metrics::kStripHeight);
    m_title->setFont(typeFont(TypeStyle::Title));
    m_line->setFont(typeFont(TypeStyle::Small));
    setMuted(*m_line);
    setMuted(*m_beside);
    setMuted(*m_leftUnit);
    m_role->setObjectName(u"chip"_s);
    m_switch->setIcon(themedIcon(u"chevron-down"_s));
    m_switch->setAccessibleName(tr("Other incidents"));
    m_switch->setToolTip(m_switch->accessibleName());
    m_switch->setPopupMode(QToolButton::InstantPopup);
    m_switch->setMenu(new QMenu(m_switch));
    m_switch->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
    m_lock->setToolTip(tr("Hide the case and lock the store (Ctrl+L)"));
    m_lock->setAutoDefault(false);
    m_bar->setMaximumWidth(460);
    m_role->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::space(3), metrics::space(1), metrics::space(3), metrics::space(1));
    layout->setSpacing(metrics::space(1));
    layout->addLayout(words);
    layout->addWidget(m_switch);
    layout->addStretch(1);
    layout->addWidget(m_big);
    layout->addWidget(m_beside);
    layout->addWidget(m_bar, 2);
    layout->addWidget(m_left);
    layout->addWidget(m_leftUnit);
    layout->addSpacing(metrics::space(1));
    layout->addWidget(m_role);
    layout->addSpacing(metrics::space(1));
    layout->addWidget(m_lock);
    connect(m_lock, &QPushButton::clicked, this, &TopStrip::lockRequested);
    connect(m_bar, &ClockBar::tickChosen, this, &TopStrip::tickChosen);
    clear();
}

void TopStrip::setIncident(const IncidentHeader &incident)
{
    const ClockWords words = clockWords(incident.clock);
    m_title->setFullText(incident.title);
    m_line->setFullText(incident.line);
    m_line->setVisible(!incident.line.isEmpty());
    m_big->setText(words.big);
    m_beside->setText(words.beside);
    m_left->setText(words.left);
    m_leftUnit->setText(words.leftUnit);
    if (words.late)
        setTone(*m_left, Tone::Danger);
    else
        setMuted(*m_left, false);
    m_bar->setClock(incident.clock);
    showClock(true);
}

void TopStrip::setNoIncident(const QString &sentence)
{
    m_title->setFullText(sentence);
    m_line->setFullText({});
    m_line->hide(); // or the title would not stand in the middle
    showClock(false);
}

void TopStrip::setIncidents(const QList<IncidentChoice> &incidents)
{
    QMenu *menu = m_switch->menu();
    menu->clear();
    for (const IncidentChoice &choice : incidents) {
        QAction *action = menu->addAction(menuText(choice.title + u" · "_s + choice.status));
        connect(action, &QAction::triggered, this, [this, id = choice.id] { Q_EMIT incidentChosen(id); });
    }
    m_switch->setVisible(!incidents.isEmpty());
}

void TopStrip::setRole(const QString &role)
{
    m_role->setText(role);
    m_role->setVisible(!role.isEmpty());
}

void TopStrip::clear()
{
    setNoIncident({});
    setIncidents({});
    setRole({});
    m_bar->setClock({0, 60, false, {}});
    for (QLabel *label : {m_big, m_beside, m_left, m_leftUnit})
        label->clear();
}

void TopStrip::setNarrow(bool narrow)
{
    m_narrow = narrow;
    showClock(!m_bar->isHidden());
}

void TopStrip::focusFirst()
{
    if (!m_switch->isHidden())
        m_switch->setFocus(Qt::TabFocusReason);
    else
        m_lock->setFocus(Qt::TabFocusReason);
}

void TopStrip::showClock(bool visible)
{
    for (QWidget *part : QList<QWidget *>{m_big, m_bar, m_left, m_leftUnit})
        part->setVisible(visible);
    m_beside->setVisible(visible && !m_narrow);
}

} // namespace tocsin::views
