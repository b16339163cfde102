// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/duty_panel.h"

#include "core/when_done.h"
#include "deadlines/completion_form.h"
#include "items/duty_wording.h"
#include "items/obligation_model.h"
#include "items/wording.h"
#include "law/wording.h"
#include "shared/badge.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <array>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::ObligationRecord;
using casework::WorkState;
using Standing = ObligationRecord::Standing;

namespace {

constexpr std::array kStates{WorkState::Open, WorkState::Drafting, WorkState::InReview, WorkState::Ready};

void emptyLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

DutyPanel::DutyPanel(CaseContext &context, QWidget *parent)
    : Card(tr("No deadline chosen"), parent)
    , m_context(context)
    , m_date(makeLabel({}, TypeStyle::Figure, this))
    , m_left(makeMutedLabel({}, TypeStyle::Body, this))
    , m_confidence(new Badge(Tone::Neutral, {}, this))
    , m_review(new Badge(Tone::Warning, tr("Needs counsel's review"), this))
    , m_details(new QWidget(this))
    , m_stepsTitle(makeLabel(tr("How this date was reached"), TypeStyle::Strong, m_details))
    , m_steps(new QGridLayout)
    , m_source(makeMutedLabel({}, TypeStyle::Small, m_details))
    , m_work(new QWidget(m_details))
    , m_workForm(new Form(2, m_work))
    , m_state(new QComboBox(m_workForm))
    , m_owner(new QComboBox(m_workForm))
    , m_proof(makeMutedLabel({}, TypeStyle::Body, m_work))
    , m_complete(new QPushButton(tr("Record as done…"), m_work))
    , m_completion(new CompletionForm(context, m_work))
    , m_problem(new NoticeBar(m_work))
{
    m_date->setWordWrap(true);
    auto *badges = new QHBoxLayout;
    badges->setSpacing(metrics::space(1));
    badges->addWidget(m_confidence);
    badges->addWidget(m_review);
    badges->addStretch(1);
    m_steps->setHorizontalSpacing(metrics::space(1));
    m_steps->setVerticalSpacing(6);
    m_steps->setColumnStretch(1, 1);
    makeWork();
    auto *details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(metrics::space(1));
    details->addLayout(badges);
    details->addWidget(m_work);
    details->addSpacing(metrics::space(1));
    details->addWidget(m_stepsTitle);
    details->addLayout(m_steps);
    details->addWidget(m_source);
    body()->setSpacing(4);
    body()->addWidget(m_date);
    body()->addWidget(m_left);
    body()->addWidget(m_details);
    show(nullptr);
}

void DutyPanel::makeWork()
{
    for (const WorkState state : kStates)
        m_state->addItem(casework::workStateName(state), int(state));
    m_workForm->addField(tr("State of the work"), m_state);
    m_workForm->addField(tr("Owner"), m_owner);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_complete);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_workForm);
    layout->addWidget(m_proof);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    layout->addWidget(m_completion);
    m_completion->hide();
    connect(m_state, &QComboBox::currentIndexChanged, this, &DutyPanel::saveWork);
    connect(m_owner, &QComboBox::currentIndexChanged, this, &DutyPanel::saveWork);
    connect(m_complete, &QPushButton::clicked, this, [this] {
        m_completion->begin(m_record->id);
        m_complete->hide();
        m_completion->show();
        m_completion->setFocus(Qt::OtherFocusReason);
    });
    connect(m_completion, &CompletionForm::finished, this, [this] {
        m_completion->hide();
        showWork();
    });
}

void DutyPanel::setPeople(const QList<casework::Person> &people)
{
    const QScopedValueRollback loading(m_loading, true);
    m_owner->clear();
    m_owner->addItem(tr("Nobody yet"), 0);
    for (const casework::Person &person : people) {
        const bool owns = m_record && m_record->owner == person.id;
        if (person.isActive() || owns)
            m_owner->addItem(person.name, person.id.value);
    }
    showWork();
}

void DutyPanel::setLaw(const law::RulePacks &packs, const QByteArray &zone)
{
    m_packs = packs;
    m_zone = zone;
}

void DutyPanel::show(const ObligationRecord *record)
{
    const bool other = !record || !m_record || record->id != m_record->id;
    m_record = record ? std::optional(*record) : std::nullopt;
    if (other) {
        m_completion->hide();
        m_problem->clear();
    }
    m_details->setVisible(m_record.has_value());
    showHeading();
    if (!m_record)
        return;
    showWork();
    showSteps();
}

void DutyPanel::showHeading()
{
    m_left->setVisible(true);
    if (!m_record) {
        setTitle(tr("No deadline chosen"));
        m_date->hide();
        m_left->setText(tr("Choose one in the list to see how its date was reached."));
        return;
    }
    const law::Obligation &duty = m_record->duty;
    const QDate today = m_context.today();
    const law::Due due = m_record->due();
    const QDate day = due.day();
    const items::DueLines lines = items::dueLines(*m_record, m_context.now(), m_zone);
    const bool late = m_record->isLate(m_context.now(), m_zone);
    const bool dated = m_record->standing != Standing::NotOwed && day.isValid();
    setTitle(items::recipientTitle(duty.recipient));
    m_date->show();
    m_date->setText(dated ? items::fullDate(day) : lines.first);
    QStringList facts;
    if (dated && due.instant)
        facts << items::momentText(*due.instant);
    if (dated && m_record->state != WorkState::Done)
        facts << (late ? QString(u"! "_s + items::timeLeft(today, day)) : items::timeLeft(today, day));
    else if (!lines.second.isEmpty())
        facts << lines.second;
    facts << duty.title;
    if (duty.inForceFrom.isValid())
        facts << tr("law in force since %1").arg(law::shortDate(duty.inForceFrom));
    m_left->setText(facts.join(u" · "_s));
    if (late)
        setTone(*m_left, Tone::Danger);
    else
        setMuted(*m_left);
    m_review->setVisible(duty.counselReview);
    const bool verified = duty.confidence == "verified"_L1;
    m_confidence->set(verified ? Tone::Ok : Tone::Neutral,
                      verified ? tr("Checked against its source") : tr("Source not checked"));
    m_confidence->setVisible(verified || duty.confidence == "known"_L1);
}

void DutyPanel::showSteps()
{
    emptyLayout(*m_steps);
    m_stepsTitle->setText(m_record->standing == Standing::Owed          ? tr("How this date was reached")
                              : m_record->standing == Standing::NotOwed ? tr("Why it is not owed")
                                                                        : tr("What is missing"));
    QStringList steps = m_record->duty.why;
    for (const QString &fact : m_record->duty.missing)
        steps << tr("Not known yet: %1.").arg(law::factName(fact));
    for (int i = 0; i < steps.size(); ++i) {
        auto *number = makeMutedLabel(QString::number(i + 1), TypeStyle::Body, m_details);
        auto *step = makeLabel(steps.at(i), TypeStyle::Body, m_details);
        step->setWordWrap(true);
        step->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_steps->addWidget(number, 2 * i, 0, Qt::AlignTop);
        m_steps->addWidget(step, 2 * i, 1);
        m_steps->addWidget(makeSeparator(m_details), 2 * i + 1, 0, 1, 2);
    }
    m_source->setText(sourceText());
}

QString DutyPanel::sourceText() const
{
    const law::Obligation &duty = m_record->duty;
    QString source = duty.source;
    for (const law::RulePack &pack : m_packs) {
        if (duty.rule.startsWith(pack.id + u'/'))
            source = pack.sources.value(duty.source, duty.source);
    }
    return source.isEmpty() ? duty.citation : tr("%1. Source: %2.").arg(duty.citation, source);
}

void DutyPanel::showWork()
{
    if (!m_record)
        return;
    const QScopedValueRollback loading(m_loading, true);
    const bool owed = m_record->standing == Standing::Owed;
    const bool done = m_record->state == WorkState::Done;
    m_work->setVisible(owed);
    m_state->setCurrentIndex(m_state->findData(int(m_record->state))); // none while done
    m_state->setPlaceholderText(casework::workStateName(WorkState::Done));
    m_owner->setCurrentIndex(std::max(0, m_owner->findData(m_record->owner.value)));
    const bool maySet = m_context.may(casework::SetObligationState::kAction);
    m_state->setEnabled(maySet);
    m_owner->setEnabled(maySet && !done); // another owner would open it again
    m_proof->setVisible(done && m_record->proof);
    if (m_record->proof) {
        const casework::Proof &proof = *m_record->proof;
        m_proof->setText(tr("Done on %1. %2: %3. Choosing another state opens it again and takes the proof back.")
                             .arg(law::shortDate(proof.completedOn), proofKindName(proof.kind), proof.text));
    }
    m_complete->setVisible(!done && m_completion->isHidden() && m_context.may(casework::CompleteObligation::kAction));
    if (done)
        m_completion->hide();
}

void DutyPanel::saveWork()
{
    if (m_loading || !m_record || m_state->currentIndex() < 0)
        return;
    m_problem->clear();
    const casework::SetObligationState command{m_record->id, WorkState(m_state->currentData().toInt()),
                                               PersonId{m_owner->currentData().toLongLong()}};
    whenDone(m_context.file()->submit(command), this, [this](const Result<casework::Receipt> &receipt) {
        if (receipt)
            return;
        m_problem->showNotice(Tone::Danger, receipt.error().message);
        showWork();
    });
}

} // namespace tocsin::views
