// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/duty_panel.h"

#include "deadlines/counsel_date.h"
#include "deadlines/duty_notes.h"
#include "deadlines/duty_work.h"
#include "items/duty_wording.h"
#include "items/obligation_model.h"
#include "items/wording.h"
#include "law/wording.h"
#include "shared/badge.h"
#include "shared/empty_layout.h"
#include "shared/page_header.h"
#include "shared/rule_facts.h"
#include "shared/style_sheet.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::ObligationRecord;
using Standing = ObligationRecord::Standing;

DutyPanel::DutyPanel(CaseContext &context, QWidget *parent)
    : Card(tr("No deadline chosen"), parent)
    , m_context(context)
    , m_date(makeLabel({}, TypeStyle::Figure, this))
    , m_left(makeMutedLabel({}, TypeStyle::Body, this))
    , m_details(new QWidget(this))
    , m_confidence(new Badge(Tone::Neutral, {}, m_details))
    , m_review(new Badge(Tone::Warning, tr("Needs counsel's review"), m_details))
    , m_counsel(new CounselDate(context, m_details))
    , m_work(new DutyWork(context, m_details))
    , m_stepsTitle(makeLabel(tr("How this date was reached"), TypeStyle::Strong, m_details))
    , m_steps(new QGridLayout)
    , m_rule(new RuleFacts(m_details))
    , m_notes(new DutyNotes(context, m_details))
{
    m_date->setWordWrap(true);
    auto *badges = new QHBoxLayout;
    badges->setSpacing(metrics::space(1));
    badges->addWidget(m_review);
    badges->addWidget(m_confidence);
    badges->addStretch(1);
    m_steps->setHorizontalSpacing(metrics::space(1));
    m_steps->setVerticalSpacing(6);
    m_steps->setColumnStretch(1, 1);
    auto *details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(metrics::space(1));
    details->addLayout(badges);
    details->addWidget(m_counsel);
    details->addWidget(m_work);
    details->addSpacing(metrics::space(1));
    details->addWidget(m_stepsTitle);
    details->addLayout(m_steps);
    details->addSpacing(metrics::space(1));
    details->addWidget(makeLabel(tr("The rule"), TypeStyle::Strong, m_details));
    details->addWidget(m_rule);
    details->addSpacing(metrics::space(1));
    details->addWidget(m_notes);
    body()->setSpacing(4);
    body()->addWidget(m_date);
    body()->addWidget(m_left);
    body()->addWidget(m_details);
    connect(m_counsel, &CounselDate::done, this, &DutyPanel::done);
    connect(m_work, &DutyWork::done, this, &DutyPanel::done);
    connect(m_notes, &DutyNotes::done, this, &DutyPanel::done);
    show(nullptr);
}

void DutyPanel::setPeople(const QList<casework::Person> &people)
{
    m_work->setPeople(people);
}

void DutyPanel::setLaw(const law::RulePacks &packs, const QByteArray &zone)
{
    m_packs = packs;
    m_zone = zone;
}

void DutyPanel::show(const ObligationRecord *record)
{
    m_record = record ? std::optional(*record) : std::nullopt;
    m_details->setVisible(m_record.has_value());
    showTime();
    if (!m_record)
        return;
    showBadges();
    m_counsel->show(*m_record, m_zone);
    m_work->show(*m_record, m_zone);
    showSteps();
    m_rule->show(m_record->duty, m_packs);
    m_notes->show(*m_record);
}

QVariantMap DutyPanel::unfinished() const
{
    if (!m_record)
        return {};
    return {{u"obligation"_s, m_record->id.value},
            {u"note"_s, m_notes->text()},
            {u"counsel"_s, m_counsel->unfinished()},
            {u"proof"_s, m_work->unfinished()}};
}

void DutyPanel::restore(const QVariantMap &unfinished)
{
    if (!m_record || m_record->id.value != unfinished.value(u"obligation"_s).toLongLong())
        return;
    m_notes->setText(unfinished.value(u"note"_s).toString());
    m_counsel->restore(unfinished.value(u"counsel"_s).toMap());
    m_work->restore(unfinished.value(u"proof"_s).toMap());
}

void DutyPanel::showTime()
{
    m_date->setVisible(m_record.has_value());
    if (!m_record) {
        setTitle(tr("No deadline chosen"));
        setMuted(*m_left);
        m_left->setText(tr("Choose one in the list to see how its date was reached."));
        return;
    }
    setTitle(items::recipientTitle(m_record->duty.recipient));
    const QDate day = m_record->due().day();
    const bool dated = m_record->standing != Standing::NotOwed && day.isValid();
    m_date->setText(dated ? items::fullDate(day) : items::dueLines(*m_record, m_context.now(), m_zone).first);
    const bool late = m_record->isLate(m_context.now(), m_zone);
    m_left->setText(leftText(late));
    if (late)
        setTone(*m_left, Tone::Danger);
    else
        setMuted(*m_left);
}

QString DutyPanel::leftText(bool late) const
{
    const law::Due due = m_record->due();
    const Instant now = m_context.now();
    const bool dated = m_record->standing != Standing::NotOwed && !due.isNull();
    const bool counts = m_record->isOpen() && m_record->duty.nature != law::Nature::KeepUntil;
    const QString second = items::dueLines(*m_record, now, m_zone).second;
    QStringList facts;
    if (dated && due.instant)
        facts << items::momentText(*due.instant);
    else if (dated && counts)
        facts << QString((late ? u"! "_s : QString())
                         + items::timeLeft(now.inZone(m_zone.isEmpty() ? now.zone() : m_zone).localDate(), due.day()));
    if (!dated || !counts || due.instant)
        facts << second;
    facts << m_record->duty.title;
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

void DutyPanel::showBadges()
{
    const law::Obligation &duty = m_record->duty;
    const bool verified = duty.confidence == "verified"_L1;
    m_review->setVisible(duty.counselReview);
    m_confidence->set(verified ? Tone::Ok : Tone::Neutral,
                      verified ? tr("Checked against its source") : tr("Source not checked"));
    m_confidence->setVisible(verified || duty.confidence == "known"_L1);
}

void DutyPanel::showSteps()
{
    emptyLayout(*m_steps);
    m_stepsTitle->setText(m_record->standing == Standing::Owed          ? tr("How this date was reached")
                              : m_record->standing == Standing::NotOwed ? tr("Why it is not owed")
                              : m_record->standing == Standing::Blocked ? tr("What is missing")
                                                                        : tr("Why it is not asked any more"));
    QList<QWidget *> steps;
    for (const QString &why : m_record->duty.why) {
        auto *step = makeLabel(why, TypeStyle::Body, m_details);
        step->setWordWrap(true);
        step->setTextInteractionFlags(Qt::TextSelectableByMouse);
        steps << step;
    }
    const QStringList names = law::missingNames(m_record->duty);
    for (int i = 0; i < names.size(); ++i)
        steps << makeMissing(m_record->duty.missing.at(i), names.at(i));
    for (int i = 0; i < steps.size(); ++i) {
        auto *number = makeMutedLabel(QString::number(i + 1), TypeStyle::Body, m_details);
        m_steps->addWidget(number, 2 * i, 0, Qt::AlignTop);
        m_steps->addWidget(steps.at(i), 2 * i, 1);
        m_steps->addWidget(makeSeparator(m_details), 2 * i + 1, 0, 1, 2);
    }
}

/// A fact that is not known yet, and the way to it.
QWidget *DutyPanel::makeMissing(const QString &fact, const QString &name)
{
    auto *step = new QWidget(m_details);
    auto *words = makeLabel(tr("Not known yet: %1.").arg(name), TypeStyle::Body, step);
    words->setWordWrap(true);
    auto *go = new QPushButton(tr("Enter this fact"), step);
    go->setAccessibleName(tr("Enter this fact: %1").arg(name));
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(words);
    layout->addWidget(go, 0, Qt::AlignLeft);
    connect(go, &QPushButton::clicked, this,
            [this, fact] { Q_EMIT factWanted(fact, m_record ? m_record->duty.recipient : QString()); });
    return step;
}

} // namespace tocsin::views
