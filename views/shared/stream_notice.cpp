// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/stream_notice.h"

#include "casework/ask_aside.h"
#include "core/when_done.h"
#include "shared/notice_bar.h"

#include <QVBoxLayout>

namespace tocsin::views {

namespace {

constexpr qsizetype kMostSteps = 3; // more would leave no room for the sentence

} // namespace

StreamNotice::StreamNotice(CaseContext *context, QWidget *parent)
    : QWidget(parent), m_context(context), m_bar(new NoticeBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    hide();
    connect(m_bar, &NoticeBar::stepChosen, this, [this](const QString &id) { Q_EMIT entryWanted(id.toLongLong()); });
    connect(context, &CaseContext::incidentChanged, this, &StreamNotice::reload);
    connect(context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::TimelineEntry) || changes.touches(casework::Kind::Facts))
            reload();
    });
    reload();
}

void StreamNotice::reload()
{
    const int asked = ++m_asked;
    if (m_context->incident().isNull())
        return show({});
    whenDone(askAside(*m_context->file(), jobs::StreamCheck{m_context->incident()}), this,
             [this, asked](const Result<QList<jobs::StreamContradiction>> &found) {
                 // What cannot be read here, the page itself says.
                 if (asked == m_asked)
                     show(found.value_or(QList<jobs::StreamContradiction>()));
             });
}

void StreamNotice::show(const QList<jobs::StreamContradiction> &found)
{
    setVisible(!found.isEmpty());
    if (found.isEmpty())
        return m_bar->clear();
    QStringList sentences{tr("The timeline does not agree with itself or with the facts.")};
    QList<NextStep> steps;
    for (const jobs::StreamContradiction &each : found) {
        sentences << jobs::contradictionSentence(each);
        for (const jobs::StreamStatement &said : each.statements) {
            const NextStep step{QString::number(said.entry.value),
                                tr("%1: %2").arg(casework::streamName(said.stream), said.value)};
            if (steps.size() < kMostSteps && !steps.contains(step))
                steps << step;
        }
    }
    m_bar->showNotice(Tone::Warning, sentences.join(u' '), steps);
}

} // namespace tocsin::views
