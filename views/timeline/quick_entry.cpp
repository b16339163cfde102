// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/quick_entry.h"

#include "casework/timeline.h"
#include "core/when_done.h"
#include "shared/accessibility.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"
#include "timeline/when_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Stream;

QuickEntry::QuickEntry(CaseContext *context, Extent extent, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_text(new QLineEdit(this))
    , m_notice(new NoticeBar(this))
    , m_stream(new QComboBox(this))
    , m_when(new WhenField(true, context->now(), this))
    , m_inChronology(new QCheckBox(tr("In the &regulator's chronology"), this))
    , m_privileged(new QCheckBox(tr("&Privileged"), this))
{
    m_text->setPlaceholderText(tr("What happened? Press Enter to log it now · Ctrl+N"));
    m_text->setAccessibleName(tr("What happened"));
    auto *log = new QPushButton(tr("Log"), this);
    setButtonKind(*log, ButtonKind::Primary);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::space(1));
    line->addWidget(m_text, 1);
    line->addWidget(log);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addLayout(line);
    QWidget *choices = makeChoices();
    choices->setVisible(extent == Extent::Full);
    log->setVisible(extent == Extent::Full);
    layout->addWidget(choices);
    layout->addWidget(m_notice);
    connect(m_text, &QLineEdit::returnPressed, this, &QuickEntry::log);
    connect(m_text, &QLineEdit::textEdited, m_notice, &NoticeBar::clear);
    connect(log, &QPushButton::clicked, this, &QuickEntry::log);
}

QWidget *QuickEntry::makeChoices()
{
    m_stream->setAccessibleName(tr("Stream"));
    for (const Stream stream : {Stream::Technical, Stream::Regulatory, Stream::Communications, Stream::Command})
        m_stream->addItem(casework::streamName(stream), casework::streamToken(stream));
    m_stream->setCurrentIndex(m_stream->findData(casework::streamToken(Stream::Command)));
    m_inChronology->setChecked(true);
    m_privileged->setVisible(m_context->may("timeline.privileged"_L1));
    m_privileged->setToolTip(tr("Attorney-client privilege is claimed: only counsel and the compliance lead see it."));
    // What is privileged is not for the regulator.
    connect(m_privileged, &QCheckBox::toggled, this, [this](bool on) {
        m_inChronology->setChecked(!on);
        m_inChronology->setEnabled(!on);
    });
    auto *choices = new QWidget(this);
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space(1));
    row->addWidget(m_stream);
    row->addWidget(m_when);
    row->addSpacing(metrics::space(1));
    row->addWidget(m_inChronology);
    row->addWidget(m_privileged);
    row->addStretch(1);
    return choices;
}

void QuickEntry::begin()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

QString QuickEntry::text() const
{
    return m_text->text();
}

void QuickEntry::setText(const QString &text)
{
    m_text->setText(text);
}

void QuickEntry::log()
{
    if (m_busy)
        return;
    m_busy = true;
    casework::LogEntry command;
    command.incident = m_context->incident();
    command.text = m_text->text();
    command.at = m_when->at().value_or(m_context->now());
    command.precision = m_when->precision();
    command.stream = casework::streamFromToken(m_stream->currentData().toString()).value_or(Stream::Command);
    command.inChronology = m_inChronology->isChecked();
    command.privileged = m_privileged->isChecked();
    whenDone(m_context->file()->submit(command), this,
             [this](const Result<casework::Receipt> &receipt) { finish(receipt); });
}

void QuickEntry::finish(const Result<casework::Receipt> &receipt)
{
    m_busy = false;
    if (!receipt) {
        m_notice->showNotice(Tone::Danger, receipt.error().message);
        begin();
        return;
    }
    m_notice->clear();
    m_text->clear();
    m_when->setNow(m_context->now());
    m_privileged->setChecked(false);
    m_inChronology->setChecked(true);
    announce(*this, tr("Logged."));
    Q_EMIT logged(receipt->id);
}

} // namespace tocsin::views
