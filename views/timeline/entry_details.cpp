// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/entry_details.h"

#include "core/when_done.h"
#include "items/wording.h"
#include "shared/badge.h"
#include "shared/empty_layout.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"
#include "timeline/when_field.h"

#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::EntrySource;
using casework::Precision;
using casework::TimelineEntry;

namespace {

constexpr int kFactColumn = metrics::space(13);

QVBoxLayout *bareColumn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    return layout;
}

QPlainTextEdit *makeText(const QString &name, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setAccessibleName(name);
    edit->setTabChangesFocus(true);
    return edit;
}

} // namespace

EntryDetails::EntryDetails(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_nothing(makeMutedLabel(tr("Choose an entry to see all of it."), TypeStyle::Body, this))
    , m_reading(new QWidget(this))
    , m_writing(new QWidget(this))
{
    m_nothing->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    makeReading();
    makeWriting();
    for (QWidget *each : {static_cast<QWidget *>(m_nothing), m_reading, m_writing})
        m_stack->addWidget(each);
    bareColumn(this)->addWidget(m_stack);
}

void EntryDetails::makeReading()
{
    m_text = makeText(tr("Text of the entry"), m_reading);
    m_text->setReadOnly(true);
    m_facts = new QGridLayout;
    m_facts->setColumnMinimumWidth(0, kFactColumn);
    m_facts->setColumnStretch(1, 1);
    m_facts->setHorizontalSpacing(metrics::space(1));
    m_facts->setVerticalSpacing(4);
    m_privileged = new Badge(Tone::Warning, tr("Privileged"), m_reading);
    m_notice = new NoticeBar(m_reading);
    m_related = new QPushButton(m_reading);
    setButtonKind(*m_related, ButtonKind::Link);
    m_correct = new QPushButton(tr("Correct this entry"), m_reading);
    m_chronology = new QPushButton(m_reading);
    m_privilege = new QPushButton(m_reading);
    QVBoxLayout *layout = bareColumn(m_reading);
    layout->addWidget(m_privileged, 0, Qt::AlignLeft);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_facts);
    layout->addWidget(m_related, 0, Qt::AlignLeft);
    layout->addWidget(m_notice);
    for (QPushButton *button : {m_correct, m_chronology, m_privilege})
        layout->addWidget(button);
    connect(m_correct, &QPushButton::clicked, this, &EntryDetails::beginCorrection);
    connect(m_chronology, &QPushButton::clicked, this, [this] { flag(!m_entry->inChronology, m_entry->privileged); });
    connect(m_privilege, &QPushButton::clicked, this, [this] { flag(m_entry->inChronology, !m_entry->privileged); });
    connect(m_related, &QPushButton::clicked, this, [this] {
        Q_EMIT entryWanted(m_entry->supersededBy.value_or(m_entry->supersedes.value_or(TimelineEntryId())).value);
    });
}

void EntryDetails::makeWriting()
{
    m_newText = makeText(tr("What the entry should say"), m_writing);
    m_newWhen = new WhenField(false, m_context->now(), m_writing);
    m_newNotice = new NoticeBar(m_writing);
    auto *save = new QPushButton(tr("Save the correction"), m_writing);
    setButtonKind(*save, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"), m_writing);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(save);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    QVBoxLayout *layout = bareColumn(m_writing);
    layout->addWidget(makeMutedLabel(tr("The entry stays and is shown as superseded; the correction stands beside it."),
                                     TypeStyle::Small, this));
    layout->addWidget(m_newText, 1);
    layout->addWidget(m_newWhen);
    layout->addWidget(m_newNotice);
    layout->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &EntryDetails::saveCorrection);
    connect(cancel, &QPushButton::clicked, this, &EntryDetails::endCorrection);
    connect(m_newText, &QPlainTextEdit::textChanged, m_newNotice, &NoticeBar::clear);
}

void EntryDetails::setEntry(const std::optional<TimelineEntry> &entry)
{
    m_next = entry;
    if (isCorrecting())
        return;
    const bool same = m_entry && entry && m_entry->id == entry->id;
    m_entry = entry;
    if (!same)
        m_notice->clear();
    refresh();
}

bool EntryDetails::isCorrecting() const
{
    return m_stack->currentWidget() == m_writing;
}

void EntryDetails::refresh()
{
    m_stack->setCurrentWidget(m_entry ? m_reading : m_nothing);
    if (!m_entry)
        return;
    if (m_text->toPlainText() != m_entry->text)
        m_text->setPlainText(m_entry->text);
    m_privileged->setVisible(m_entry->privileged);
    showFacts();
    showRelated();
    refreshActions();
}

void EntryDetails::refreshActions()
{
    const bool correctable = m_entry->source != EntrySource::System && !m_entry->supersededBy;
    m_correct->setVisible(correctable && m_context->may("timeline.correct"_L1));
    const bool mayFlag = m_context->may("timeline.flag"_L1);
    m_chronology->setVisible(mayFlag && !m_entry->privileged);
    m_chronology->setText(m_entry->inChronology ? tr("Take out of the regulator's chronology")
                                                : tr("Put into the regulator's chronology"));
    m_privilege->setVisible(mayFlag);
    m_privilege->setText(m_entry->privileged ? tr("Withdraw the claim of privilege") : tr("Claim privilege"));
}

void EntryDetails::showFacts()
{
    emptyLayout(*m_facts);
    const Instant at = m_entry->at.inZone(m_context->zone());
    switch (m_entry->precision) {
    case Precision::Exact:
        addFact(tr("Happened"), items::momentText(at));
        break;
    case Precision::Approximate:
        addFact(tr("Happened"), tr("about %1").arg(items::momentText(at)));
        break;
    case Precision::Unknown:
        addFact(tr("Happened"), tr("time not known"));
        break;
    }
    addFact(tr("Recorded"), items::momentText(m_entry->recordedAt.inZone(m_context->zone())));
    addFact(tr("Stream"), casework::streamName(m_entry->stream));
    addFact(m_entry->source == EntrySource::System ? tr("Written for") : tr("Author"), m_entry->authorName);
    addFact(tr("Chronology"), m_entry->inChronology ? tr("given to the regulator") : tr("not given to the regulator"));
    addFact(tr("Entry"), QString::number(m_entry->id.value));
}

void EntryDetails::addFact(const QString &name, const QString &value)
{
    const int row = m_facts->count() / 2;
    QLabel *caption = makeLabel(name, TypeStyle::Small, m_reading);
    setMuted(*caption);
    QLabel *text = makeLabel(value, TypeStyle::Small, m_reading);
    text->setWordWrap(true);
    m_facts->addWidget(caption, row, 0, Qt::AlignTop);
    m_facts->addWidget(text, row, 1);
}

void EntryDetails::showRelated()
{
    m_related->setVisible(m_entry->supersededBy || m_entry->supersedes);
    if (m_entry->supersededBy)
        m_related->setText(tr("Superseded by entry %1").arg(m_entry->supersededBy->value));
    else if (m_entry->supersedes)
        m_related->setText(tr("Corrects entry %1").arg(m_entry->supersedes->value));
}

void EntryDetails::flag(bool inChronology, bool privileged)
{
    const casework::FlagEntry command{m_entry->id, inChronology, privileged};
    whenDone(m_context->file()->submit(command), this, [this](const Result<casework::Receipt> &receipt) {
        if (receipt)
            Q_EMIT done(*receipt);
        else
            m_notice->showNotice(Tone::Danger, receipt.error().message);
    });
}

void EntryDetails::beginCorrection()
{
    m_newNotice->clear();
    m_newText->setPlainText(m_entry->text);
    m_newWhen->set(m_entry->at.inZone(m_context->zone()), m_entry->precision);
    m_stack->setCurrentWidget(m_writing);
    m_newText->setFocus(Qt::OtherFocusReason);
    m_newText->selectAll();
}

void EntryDetails::saveCorrection()
{
    casework::CorrectEntry command;
    command.entry = m_entry->id;
    command.text = m_newText->toPlainText();
    command.at = m_newWhen->at();
    command.precision = m_newWhen->precision();
    whenDone(m_context->file()->submit(command), this, [this](const Result<casework::Receipt> &receipt) {
        if (!receipt) {
            m_newNotice->showNotice(Tone::Danger, receipt.error().message);
            return;
        }
        endCorrection();
        Q_EMIT done(*receipt);
        Q_EMIT entryWanted(receipt->id);
    });
}

void EntryDetails::endCorrection()
{
    m_stack->setCurrentWidget(m_reading);
    setEntry(m_next);
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
