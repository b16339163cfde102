// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/counsel_date.h"

#include "casework/obligation_plan.h"
#include "core/when_done.h"
#include "items/clock_marks.h"
#include "items/fact_fields.h"
#include "items/wording.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::ObligationRecord;

namespace {

QString dateOrNone(const law::Due &due)
{
    return due.isNull() ? CounselDate::tr("no date") : items::dueWords(due);
}

} // namespace

CounselDate::CounselDate(CaseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_moved(new NoticeBar(this))
    , m_computed(makeLabel({}, TypeStyle::Strong, this))
    , m_reasonGiven(makeMutedLabel({}, TypeStyle::Body, this))
    , m_buttons(new QWidget(this))
    , m_set(new QPushButton(m_buttons))
    , m_lift(new QPushButton(tr("Lift it…"), m_buttons))
    , m_entryBox(new QWidget(this))
    , m_form(new Form(1, m_entryBox))
    , m_date(new QLineEdit(m_form))
    , m_reason(new QLineEdit(m_form))
    , m_save(new QPushButton(m_entryBox))
    , m_problem(new NoticeBar(m_entryBox))
{
    m_computed->setWordWrap(true);
    m_lift->setAccessibleName(tr("Lift counsel's date"));
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(m_set);
    buttons->addWidget(m_lift);
    buttons->addStretch(1);
    makeEntry();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_computed);
    layout->addWidget(m_reasonGiven);
    layout->addWidget(m_moved);
    layout->addWidget(m_buttons);
    layout->addWidget(m_entryBox);
    connect(m_set, &QPushButton::clicked, this, [this] { begin(Entry::Set); });
    connect(m_lift, &QPushButton::clicked, this, [this] { begin(Entry::Lift); });
}

void CounselDate::makeEntry()
{
    m_form->addField(tr("Counsel's date"), m_date, tr("Such as 27 Mar 2026, or with a time, 27 Mar 2026 10:15."));
    m_form->addField(tr("Reason"), m_reason, tr("It stands beside the date, in the ledger and in packets."));
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Not now"), m_entryBox);
    cancel->setAccessibleName(tr("Leave the date as it is"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_entryBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &CounselDate::save);
    for (const QLineEdit *line : {m_date, m_reason})
        connect(line, &QLineEdit::returnPressed, m_save, &QPushButton::click); // nothing while it is disabled
    connect(cancel, &QPushButton::clicked, this, [this] { begin(Entry::None); });
}

void CounselDate::show(const ObligationRecord &record, const QByteArray &zone)
{
    const bool other = !m_record || m_record->id != record.id;
    m_record = record;
    m_zone = zone.isEmpty() ? m_context.zone() : zone;
    if (other)
        begin(Entry::None);
    else
        showRecord();
}

void CounselDate::begin(Entry entry)
{
    m_entry = entry;
    m_form->clearErrors();
    m_problem->clear();
    m_date->clear();
    m_reason->clear();
    showRecord();
    if (entry == Entry::Set)
        m_date->setFocus(Qt::OtherFocusReason);
    else if (entry == Entry::Lift)
        m_reason->setFocus(Qt::OtherFocusReason);
}

QVariantMap CounselDate::unfinished() const
{
    if (m_entry == Entry::None)
        return {};
    return {{u"lift"_s, m_entry == Entry::Lift}, {u"date"_s, m_date->text()}, {u"reason"_s, m_reason->text()}};
}

void CounselDate::restore(const QVariantMap &unfinished)
{
    if (unfinished.isEmpty())
        return;
    m_entry = unfinished.value(u"lift"_s).toBool() ? Entry::Lift : Entry::Set;
    m_date->setText(unfinished.value(u"date"_s).toString());
    m_reason->setText(unfinished.value(u"reason"_s).toString());
    showRecord();
}

void CounselDate::showRecord()
{
    const std::optional<casework::DueOverride> &counsels = m_record->overridden;
    const bool withdrawn = m_record->standing == ObligationRecord::Standing::Withdrawn;
    const bool may = m_context.may(casework::OverrideDueDate::kAction) && !m_record->id.isNull()
        && (m_record->isOpen() || m_record->standing == ObligationRecord::Standing::Blocked || (withdrawn && counsels));
    if (!may || (m_entry == Entry::Lift && !counsels))
        m_entry = Entry::None;
    m_computed->setVisible(counsels.has_value());
    m_reasonGiven->setVisible(counsels.has_value());
    m_moved->clear();
    if (counsels) {
        m_computed->setText(withdrawn ? tr("Counsel's date, %1. The duty was withdrawn.").arg(dateOrNone(counsels->due))
                                      : tr("Counsel's date. Computed: %1.").arg(dateOrNone(m_record->duty.due)));
        m_reasonGiven->setText(u"%1\n%2 · %3"_s.arg(counsels->reason, counsels->byName,
                                                    items::momentText(counsels->at.inZone(m_context.zone()))));
        if (counsels->computedMoved)
            m_moved->showNotice(Tone::Warning, computedText());
    }
    m_set->setText(counsels ? tr("Change or confirm it…") : tr("Set counsel's date…"));
    m_set->setVisible(!withdrawn);
    m_lift->setVisible(counsels.has_value());
    m_buttons->setVisible(may && m_entry == Entry::None);
    m_entryBox->setVisible(m_entry != Entry::None);
    m_form->setFieldVisible(m_date, m_entry == Entry::Set);
    m_save->setText(m_entry == Entry::Lift ? tr("Lift counsel's date") : tr("Set the date"));
    setVisible(may || counsels.has_value());
}

QString CounselDate::computedText() const
{
    return tr("The computed date has moved since: it was %1 when counsel set this one, and is %2 now. Counsel should "
              "confirm the date or lift it.")
        .arg(dateOrNone(m_record->overridden->computedThen), dateOrNone(m_record->duty.due));
}

void CounselDate::save()
{
    m_form->clearErrors();
    m_problem->clear();
    law::Due due;
    if (m_entry == Entry::Set) {
        const Result<std::optional<law::Moment>> moment = items::momentFromWords(m_date->text(), m_zone);
        if (!moment || !*moment) {
            m_form->setError(m_date, moment ? tr("Write a date such as 27 Mar 2026.") : moment.error().message);
            m_date->setFocus(Qt::OtherFocusReason);
            return;
        }
        due = {(*moment)->date, (*moment)->instant};
    }
    if (m_reason->text().trimmed().isEmpty()) {
        m_form->setError(m_reason, tr("Say why; it stands beside the date."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_entry == Entry::Set)
        submit(casework::OverrideDueDate{m_record->id, due, m_reason->text()});
    else
        submit(casework::LiftOverride{m_record->id, m_reason->text()});
}

template <typename Command>
void CounselDate::submit(const Command &command)
{
    m_save->setEnabled(false);
    whenDone(m_context.file()->submit(command), this,
             [this, asked = command.obligation](const Result<casework::Receipt> &receipt) {
                 m_save->setEnabled(true);
                 if (receipt)
                     Q_EMIT done(*receipt);
                 if (!m_record || m_record->id != asked)
                     return;
                 if (receipt)
                     begin(Entry::None);
                 else
                     m_problem->showNotice(Tone::Danger, receipt.error().message);
             });
}

} // namespace tocsin::views
