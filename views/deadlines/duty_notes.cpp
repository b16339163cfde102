// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/duty_notes.h"

#include "casework/obligation_plan.h"
#include "core/when_done.h"
#include "items/wording.h"
#include "shared/empty_layout.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLines = 2;

} // namespace

DutyNotes::DutyNotes(CaseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(makeLabel(tr("Notes"), TypeStyle::Strong, this))
    , m_notes(new QVBoxLayout)
    , m_entry(new QWidget(this))
    , m_text(new QPlainTextEdit(m_entry))
    , m_add(new QPushButton(tr("Add the note"), m_entry))
    , m_problem(new NoticeBar(m_entry))
{
    m_text->setAccessibleName(tr("A note on this deadline"));
    m_text->setPlaceholderText(tr("What was agreed, asked or decided about it"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * kLines + metrics::space(3));
    m_add->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    auto *entry = new QVBoxLayout(m_entry);
    entry->setContentsMargins(0, 0, 0, 0);
    entry->setSpacing(metrics::space(1));
    entry->addWidget(m_text);
    entry->addWidget(m_problem);
    entry->addLayout(buttons);
    m_notes->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_title);
    layout->addLayout(m_notes);
    layout->addWidget(m_entry);
    m_entry->setVisible(context.may(casework::AddObligationNote::kAction));
    connect(m_text, &QPlainTextEdit::textChanged, this,
            [this] { m_add->setEnabled(!m_text->toPlainText().trimmed().isEmpty()); });
    connect(m_add, &QPushButton::clicked, this, &DutyNotes::add);
}

void DutyNotes::show(const casework::ObligationRecord &record)
{
    if (record.id != m_obligation) {
        m_obligation = record.id;
        m_text->clear();
        m_problem->clear();
    }
    emptyLayout(*m_notes);
    for (const casework::ObligationNote &note : record.notes)
        showNote(note);
    setVisible(!m_entry->isHidden() || !record.notes.isEmpty());
}

QString DutyNotes::text() const
{
    return m_text->toPlainText();
}

void DutyNotes::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void DutyNotes::showNote(const casework::ObligationNote &note)
{
    auto *text = makeLabel(note.text, TypeStyle::Body, this);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notes->addWidget(text);
    m_notes->addWidget(makeMutedLabel(
        u"%1 · %2"_s.arg(note.byName, items::momentText(note.at.inZone(m_context.zone()))), TypeStyle::Small, this));
}

void DutyNotes::add()
{
    m_problem->clear();
    m_add->setEnabled(false);
    const casework::AddObligationNote command{m_obligation, m_text->toPlainText()};
    whenDone(m_context.file()->submit(command), this,
             [this, asked = command.obligation](const Result<casework::Receipt> &receipt) {
                 if (receipt)
                     Q_EMIT done(*receipt);
                 if (asked != m_obligation)
                     return;
                 m_add->setEnabled(true);
                 if (receipt)
                     m_text->clear();
                 else
                     m_problem->showNotice(Tone::Danger, receipt.error().message);
             });
}

} // namespace tocsin::views
