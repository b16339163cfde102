// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_line.h"

#include "shared/elided_label.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent), m_saved(new ElidedLabel(this)), m_verified(new ElidedLabel(this)), m_locks(new ElidedLabel(this))
{
    setObjectName(u"status"_s);
    setAccessibleName(tr("State of the store"));
    setFixedHeight(metrics::kStatusHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::space(3), 0, metrics::space(3), 0);
    layout->setSpacing(metrics::space(3));
    for (ElidedLabel *label : {m_saved, m_verified, m_locks}) {
        label->setFont(typeFont(TypeStyle::Small));
        setMuted(*label);
    }
    layout->addWidget(m_saved);
    layout->addWidget(m_verified);
    layout->addStretch(1);
    layout->addWidget(m_locks);
}

void StatusLine::setSaved(const QString &text)
{
    m_saved->setFullText(text);
}

void StatusLine::setVerified(const QString &text)
{
    m_verified->setFullText(text);
}

void StatusLine::setLocks(const QString &text)
{
    m_locks->setFullText(text);
}

void StatusLine::clear()
{
    for (ElidedLabel *label : {m_saved, m_verified, m_locks})
        label->setFullText({});
}

} // namespace tocsin::views
