// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/duty_work.h"

#include "casework/obligation_plan.h"
#include "core/when_done.h"
#include "deadlines/completion_form.h"
#include "deadlines/reopen_form.h"
#include "items/clock_marks.h"
#include "items/fact_fields.h"
#include "law/wording.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <array>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::ObligationRecord;
using casework::WorkState;

namespace {

constexpr std::array kStates{WorkState::Open, WorkState::Drafting, WorkState::InReview, WorkState::Ready};

} // namespace

DutyWork::DutyWork(CaseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new Form(2, this))
    , m_state(new QComboBox(m_form))
    , m_owner(new QComboBox(m_form))
    , m_target(new QLineEdit(m_form))
    , m_proof(makeMutedLabel({}, TypeStyle::Body, this))
    , m_complete(new QPushButton(tr("Record as done…"), this))
    , m_completion(new CompletionForm(context, this))
    , m_reopen(new ReopenForm(context, this))
    , m_problem(new NoticeBar(this))
{
    // The names of people may be longer than the panel is wide.
    for (QComboBox *box : {m_state, m_owner}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    for (const WorkState state : kStates)
        m_state->addItem(casework::workStateName(state), int(state));
    m_form->addField(tr("State of the work"), m_state);
    m_form->addField(tr("Owner"), m_owner);
    m_form->addField(tr("Internal target"), m_target, tr("The team's own date, on or before the due date"), 2);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_complete);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_form);
    layout->addWidget(m_proof);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    layout->addWidget(m_completion);
    layout->addWidget(m_reopen);
    m_completion->hide();
    m_reopen->hide();
    connect(m_state, &QComboBox::currentIndexChanged, this, &DutyWork::saveState);
    connect(m_owner, &QComboBox::currentIndexChanged, this, &DutyWork::saveOwner);
    connect(m_target, &QLineEdit::editingFinished, this, [this] { saveTarget(false); });
    connect(m_problem, &NoticeBar::stepChosen, this, [this] { saveTarget(true); });
    connect(m_complete, &QPushButton::clicked, this, [this] {
        beginProof();
        m_completion->setFocus(Qt::OtherFocusReason);
    });
    connect(m_completion, &CompletionForm::finished, this, [this] {
        m_completion->hide();
        showRecord();
    });
    connect(m_reopen, &ReopenForm::done, this, &DutyWork::done);
    connect(m_reopen, &ReopenForm::finished, this, [this] {
        m_reopen->hide();
        showRecord();
        m_state->setFocus(Qt::OtherFocusReason);
    });
}

void DutyWork::beginProof()
{
    m_completion->begin(m_record->id, m_zone);
    m_complete->hide();
    m_completion->show();
}

QVariantMap DutyWork::unfinished() const
{
    return m_completion->isHidden() ? QVariantMap() : m_completion->unfinished();
}

void DutyWork::restore(const QVariantMap &proof)
{
    if (proof.isEmpty() || m_complete->isHidden())
        return;
    beginProof();
    m_completion->restore(proof);
}

void DutyWork::setPeople(const QList<casework::Person> &people)
{
    m_people = people;
    if (m_record)
        showRecord();
}

void DutyWork::show(const ObligationRecord &record, const QByteArray &zone)
{
    const bool other = !m_record || m_record->id != record.id;
    m_record = record;
    m_zone = zone;
    if (other) {
        m_completion->hide();
        m_reopen->hide();
        m_problem->clear();
        m_form->clearErrors();
        m_warnedOf.clear();
    }
    showTarget(other);
    showRecord();
}

void DutyWork::showTarget(bool other)
{
    const bool unfinished = !other && m_target->text() != m_targetShown;
    m_targetShown = law::shortDate(m_record->target);
    if (!unfinished)
        m_target->setText(m_targetShown);
    const law::Due &suggested = m_record->duty.internalTarget;
    m_target->setPlaceholderText(
        suggested.isNull() ? tr("None") : tr("None set; the rules suggest %1").arg(items::dueWords(suggested)));
}

/// Active people; the owner too where that one has left.
void DutyWork::showOwners()
{
    m_owner->clear();
    m_owner->addItem(tr("Nobody yet"), 0);
    for (const casework::Person &person : std::as_const(m_people)) {
        if (person.isActive() || m_record->owner == person.id)
            m_owner->addItem(person.name, person.id.value);
    }
    m_owner->setCurrentIndex(std::max(0, m_owner->findData(m_record->owner.value)));
}

void DutyWork::showRecord()
{
    const QScopedValueRollback loading(m_loading, true);
    const bool done = m_record->state == WorkState::Done;
    // What was recorded of a withdrawn duty stays as it is.
    const bool stored = !m_record->id.isNull() && m_record->standing != ObligationRecord::Standing::Withdrawn;
    setVisible(done || m_record->standing != ObligationRecord::Standing::NotOwed);
    showOwners();
    if (m_reopen->isHidden())
        m_state->setCurrentIndex(m_state->findData(int(m_record->state))); // none while done
    m_state->setPlaceholderText(casework::workStateName(WorkState::Done));
    m_state->setEnabled(stored && m_context.may(casework::SetObligationState::kAction));
    m_owner->setEnabled(stored && m_context.may(casework::AssignObligation::kAction));
    m_target->setEnabled(stored && m_context.may(casework::SetObligationTarget::kAction));
    m_proof->setVisible(done && m_record->proof);
    if (m_record->proof) {
        const casework::Proof &proof = *m_record->proof;
        const QString words
            = tr("Done on %1. %2: %3.")
                  .arg(law::shortDate(proof.completedOn), casework::proofKindName(proof.kind), proof.text);
        const QString way = tr("Choosing another state opens it again and takes the proof back.");
        m_proof->setText(stored ? words + u' ' + way : words);
    }
    m_complete->setVisible(m_record->isOpen() && stored && m_completion->isHidden()
                           && m_context.may(casework::CompleteObligation::kAction));
    if (done)
        m_completion->hide();
    else
        m_reopen->hide();
}

void DutyWork::saveState()
{
    if (m_loading || m_state->currentIndex() < 0)
        return;
    const auto state = WorkState(m_state->currentData().toInt());
    if (m_record->state != WorkState::Done)
        return submit(casework::SetObligationState{m_record->id, state, m_record->owner, {}});
    m_reopen->begin(*m_record, state);
    m_reopen->show();
    m_reopen->setFocus(Qt::OtherFocusReason);
}

void DutyWork::saveOwner()
{
    if (!m_loading)
        submit(casework::AssignObligation{m_record->id, PersonId{m_owner->currentData().toLongLong()}});
}

void DutyWork::saveTarget(bool evenIfLate)
{
    if (!m_record || m_target->text().trimmed() == m_targetShown)
        return;
    m_form->setError(m_target, {});
    const Result<std::optional<QDate>> day = items::dayFromWords(m_target->text());
    if (!day) {
        m_form->setError(m_target, day.error().message);
        return;
    }
    const QDate target = day->value_or(QDate());
    const QDate due = m_record->due().day();
    if (!evenIfLate && target.isValid() && due.isValid() && target > due) {
        if (m_target->text() == m_warnedOf) // the question stands; leaving the field asks it no second time
            return;
        m_warnedOf = m_target->text();
        m_problem->showNotice(Tone::Warning,
                              tr("The target would lie after the due date, %1.").arg(law::shortDate(due)),
                              {{u"set"_s, tr("Set it all the same")}});
        return;
    }
    m_warnedOf.clear();
    submit(casework::SetObligationTarget{m_record->id, target, evenIfLate});
}

template <typename Command>
void DutyWork::submit(const Command &command)
{
    m_problem->clear();
    whenDone(m_context.file()->submit(command), this,
             [this, asked = command.obligation](const Result<casework::Receipt> &receipt) {
                 if (receipt)
                     Q_EMIT done(*receipt);
                 if (receipt || m_record->id != asked)
                     return;
                 m_problem->showNotice(Tone::Danger, receipt.error().message);
                 showTarget(true);
                 showRecord();
             });
}

} // namespace tocsin::views
