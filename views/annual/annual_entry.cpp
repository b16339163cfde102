// SPDX-License-Identifier: GPL-3.0-or-later
#include "annual/annual_entry.h"

#include "deadlines/completion_form.h"
#include "items/wording.h"
#include "law/wording.h"
#include "shared/empty_layout.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Submission;

namespace {

constexpr int kNameWidth = 112;

QString spanText(QDate from, QDate to)
{
    if (from.isValid() && to.isValid())
        return AnnualEntry::tr("%1 to %2").arg(law::shortDate(from), law::shortDate(to));
    return from.isValid() ? AnnualEntry::tr("from %1").arg(law::shortDate(from))
        : to.isValid()    ? AnnualEntry::tr("until %1").arg(law::shortDate(to))
                          : QString();
}

QString wordsOf(const QStringList &data)
{
    QStringList words;
    for (const QString &each : data)
        words << law::plain(each);
    return words.join(u", "_s);
}

/// What the portal asks and nobody has entered yet, beside the facts that the duty itself waits for.
QStringList unanswered(const casework::AnnualLogEntry &entry)
{
    QStringList missing;
    for (const QString &fact : entry.missing)
        missing << law::factName(fact);
    if (!entry.breachFrom.isValid() && !entry.breachTo.isValid())
        missing << AnnualEntry::tr("when the breach happened");
    if (!entry.affected)
        missing << AnnualEntry::tr("how many people are affected");
    if (entry.data.isEmpty())
        missing << AnnualEntry::tr("what kinds of information were involved");
    if (entry.summary.isEmpty())
        missing << AnnualEntry::tr("what happened, in words");
    if (entry.actions.isEmpty())
        missing << AnnualEntry::tr("what was done about it");
    if (!entry.individualsTold.isValid())
        missing << AnnualEntry::tr("the day individuals were told");
    missing.removeDuplicates();
    return missing;
}

} // namespace

AnnualEntry::AnnualEntry(CaseContext &context, QWidget *parent)
    : Card(tr("No breach chosen"), parent)
    , m_context(context)
    , m_missing(new NoticeBar(this))
    , m_content(new QWidget(this))
    , m_lines(new QGridLayout)
    , m_submitted(new QPushButton(tr("Record the &submission…"), m_content))
    , m_open(new QPushButton(tr("Open its &deadline"), m_content))
    , m_completion(new CompletionForm(context, m_content))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setHorizontalSpacing(metrics::space(1));
    m_lines->setVerticalSpacing(4);
    m_lines->setColumnMinimumWidth(0, kNameWidth);
    m_lines->setColumnStretch(1, 1);
    setButtonKind(*m_submitted, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(m_submitted);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addLayout(m_lines);
    layout->addLayout(buttons);
    layout->addWidget(m_completion);
    m_completion->hide();
    body()->setSpacing(metrics::space(1));
    body()->addWidget(m_missing);
    body()->addWidget(m_content);
    body()->addStretch(1);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT deadlineWanted(*m_entry); });
    connect(m_submitted, &QPushButton::clicked, this, [this] {
        m_completion->begin(m_entry->obligation, m_entry->zone);
        m_submitted->hide();
        m_completion->show();
        m_completion->setFocus(Qt::OtherFocusReason);
    });
    connect(m_completion, &CompletionForm::finished, this, [this] {
        m_completion->hide();
        show(m_entry ? &*m_entry : nullptr);
    });
    show(nullptr);
}

void AnnualEntry::show(const casework::AnnualLogEntry *entry)
{
    const bool other = !entry || !m_entry || m_entry->obligation != entry->obligation;
    m_entry = entry ? std::optional(*entry) : std::nullopt;
    m_content->setVisible(m_entry.has_value());
    if (other)
        m_completion->hide();
    setTitle(m_entry ? m_entry->title : tr("No breach chosen"));
    showMissing();
    if (!m_entry)
        return;
    showLines();
    const bool open = m_entry->submission != Submission::Submitted;
    if (!open)
        m_completion->hide();
    m_submitted->setVisible(m_entry->submission == Submission::Open && m_completion->isHidden()
                            && m_context.may(casework::CompleteObligation::kAction));
}

void AnnualEntry::showMissing()
{
    m_missing->clear();
    if (!m_entry || m_entry->submission == Submission::Submitted)
        return;
    const QStringList missing = unanswered(*m_entry);
    if (!missing.isEmpty())
        m_missing->showNotice(Tone::Warning, tr("Missing: %1.").arg(missing.join(u"; "_s)));
}

void AnnualEntry::showLines()
{
    emptyLayout(*m_lines);
    const casework::AnnualLogEntry &entry = *m_entry;
    addLine(tr("Discovered"), law::shortDate(entry.discovered));
    addLine(tr("Happened"), spanText(entry.breachFrom, entry.breachTo));
    addLine(tr("People affected"), entry.affected ? items::figure(*entry.affected) : QString());
    addLine(tr("Information"), wordsOf(entry.data));
    addLine(tr("Found by"), entry.byAssociate ? tr("A business associate") : tr("The organization itself"));
    addLine(tr("What happened"), entry.summary);
    addLine(tr("What was done"), entry.actions);
    addLine(tr("Individuals told"), law::shortDate(entry.individualsTold));
    addLine(tr("Substitute notice"),
            entry.substituteNotice.isValid() ? law::shortDate(entry.substituteNotice) : tr("None"));
    if (entry.proof) {
        addLine(tr("Submitted"), law::shortDate(entry.proof->completedOn));
        addLine(casework::proofKindName(entry.proof->kind), entry.proof->text);
    } else {
        addLine(tr("Submission"), casework::submissionName(entry.submission));
    }
}

void AnnualEntry::addLine(const QString &name, const QString &value)
{
    const int row = m_lines->count() / 2;
    const QString shown = value.isEmpty() ? tr("Not known") : value;
    auto *text = value.isEmpty() ? makeMutedLabel(shown, TypeStyle::Body, m_content)
                                 : makeLabel(shown, TypeStyle::Body, m_content);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(u"%1: %2"_s.arg(name, shown));
    m_lines->addWidget(makeMutedLabel(name, TypeStyle::Body, m_content), row, 0, Qt::AlignTop);
    m_lines->addWidget(text, row, 1);
}

} // namespace tocsin::views
