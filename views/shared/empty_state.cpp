// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/empty_state.h"

#include "shared/icons.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace tocsin::views {

namespace {

/// An icon that repaints in the theme's ink, and that nobody can focus.
QWidget *decoration(const QString &icon, QWidget *parent)
{
    auto *picture = new QToolButton(parent);
    picture->setIcon(themedIcon(icon, IconInk::Muted));
    picture->setIconSize({40, 40});
    picture->setFocusPolicy(Qt::NoFocus);
    picture->setAttribute(Qt::WA_TransparentForMouseEvents);
    return picture;
}

} // namespace

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &sentence, const QString &action,
                       QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(title);
    auto *heading = makeLabel(title, TypeStyle::Title, this);
    heading->setAlignment(Qt::AlignCenter);
    heading->setWordWrap(true);
    auto *text = makeMutedLabel(sentence, TypeStyle::Body, this);
    text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    text->setMaximumWidth(metrics::space(54));
    // Stretches, not an alignment: an aligned item would not grow with its lines.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(text, 100); // all it may have, and less in a narrow place
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::space(1));
    layout->addStretch(2);
    layout->addWidget(decoration(icon, this), 0, Qt::AlignHCenter);
    layout->addWidget(heading);
    layout->addLayout(middle);
    if (!action.isEmpty()) {
        m_action = new QPushButton(action, this);
        setButtonKind(*m_action, ButtonKind::Primary);
        layout->addSpacing(metrics::space(1));
        layout->addWidget(m_action, 0, Qt::AlignHCenter);
        connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    }
    layout->addStretch(3);
}

void EmptyState::setActionAllowed(bool allowed)
{
    if (m_action)
        m_action->setVisible(allowed);
}

} // namespace tocsin::views
