// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/undo_offer.h"

#include "core/when_done.h"
#include "shared/case_context.h"
#include "shared/notice_bar.h"

#include <QShortcut>

#include <utility>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kStep = "undo"_L1;

QString asSentence(QString what)
{
    if (!what.isEmpty())
        what[0] = what[0].toUpper();
    return what + u'.';
}

} // namespace

UndoOffer::UndoOffer(CaseContext *context, casework::Kind kind, NoticeBar *notice, QWidget *page)
    : QObject(page), m_context(context), m_kind(kind), m_notice(notice)
{
    auto *shortcut = new QShortcut(QKeySequence::Undo, page);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &UndoOffer::undo);
    connect(notice, &NoticeBar::stepChosen, this, [this](const QString &id) {
        if (id == kStep)
            takeBack(m_offered);
    });
    connect(context, &CaseContext::incidentChanged, this, [this] {
        if (std::exchange(m_offered, 0) != 0)
            m_notice->clear();
    });
}

void UndoOffer::offer(const casework::Receipt &receipt)
{
    m_offered = receipt.sequence;
    if (receipt.undoable.isEmpty())
        m_notice->clear();
    else
        m_notice->showNotice(Tone::Neutral, asSentence(receipt.undoable), {{kStep, tr("Undo")}});
}

void UndoOffer::undo()
{
    takeBack(0);
}

void UndoOffer::takeBack(qint64 sequence)
{
    if (m_busy)
        return;
    m_busy = true;
    casework::UndoChoice choice;
    choice.sequence = sequence;
    if (sequence == 0) {
        choice.kind = m_kind;
        choice.incident = m_context->reference();
    }
    whenDone(m_context->file()->undo(choice), this, [this](const Result<casework::Undone> &answer) {
        m_busy = false;
        if (!answer) {
            const bool nothing = answer.error().code == ErrorCode::NotFound;
            m_notice->showNotice(nothing ? Tone::Neutral : Tone::Warning, answer.error().message);
            return;
        }
        m_notice->showNotice(Tone::Neutral, tr("Taken back: %1").arg(asSentence(answer->what)));
        Q_EMIT undone(*answer);
    });
}

} // namespace tocsin::views
