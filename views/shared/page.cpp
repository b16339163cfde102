// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/page.h"

namespace tocsin::views {

Page::Page(PageInfo info, QWidget *parent) : QWidget(parent), m_info(std::move(info))
{
    setAccessibleName(m_info.title);
}

void Page::focusFirst()
{
    for (QWidget *next = nextInFocusChain(); next && next != this; next = next->nextInFocusChain()) {
        const bool takesTab = (next->focusPolicy() & Qt::TabFocus) != 0;
        if (isAncestorOf(next) && takesTab && next->isEnabled() && next->isVisibleTo(this)) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

QList<Command> Page::commands()
{
    return {};
}

QVariantMap Page::place() const
{
    return {};
}

void Page::restorePlace(const QVariantMap &) { }

bool Page::showRecord(const QString &)
{
    return false;
}

void Page::setCount(int count, Tone tone, const QString &words)
{
    if (count == m_count && tone == m_tone && words == m_countWords)
        return;
    m_count = count;
    m_tone = tone;
    m_countWords = words;
    Q_EMIT countChanged();
}

} // namespace tocsin::views
