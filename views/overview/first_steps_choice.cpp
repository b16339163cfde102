// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/first_steps_choice.h"

#include "casework/response_team.h"
#include "core/when_done.h"
#include "items/fact_fields.h"
#include "items/wording.h"
#include "shared/style_sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tocsin::views {

using casework::Playbook;

FirstStepsChoice::FirstStepsChoice(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_playbooks(casework::builtInPlaybooks().value_or(QList<Playbook>()))
    , m_holding(new QCheckBox(tr("&Holding statements for press, patients, partners and employees, as drafts"), this))
    , m_tasks(new QCheckBox(tr("Tasks of a &playbook"), this))
    , m_playbook(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_team(makeMutedLabel({}, TypeStyle::Small, this))
{
    fillPlaybooks();
    m_from->setAccessibleName(tr("The hours count from"));
    m_from->setMaximumWidth(metrics::space(24));
    auto *since = makeLabel(tr("with hours &counted from"), TypeStyle::Body, this);
    since->setBuddy(m_from);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space(1));
    row->addWidget(m_tasks);
    row->addWidget(m_playbook);
    row->addWidget(since);
    row->addWidget(m_from);
    row->addStretch(1);
    m_team->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_holding);
    layout->addLayout(row);
    layout->addWidget(m_team);
    setFocusProxy(m_holding);
    for (QWidget *each : {static_cast<QWidget *>(m_playbook), static_cast<QWidget *>(since),
                          static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_team)})
        connect(m_tasks, &QCheckBox::toggled, each, &QWidget::setEnabled);
    begin();
}

void FirstStepsChoice::fillPlaybooks()
{
    m_playbook->setAccessibleName(tr("Playbook"));
    for (const Playbook &each : std::as_const(m_playbooks))
        m_playbook->addItem(tr("%1, %2 steps").arg(each.title, items::figure(each.steps.size())), each.id);
}

void FirstStepsChoice::begin()
{
    m_holding->setChecked(true);
    m_tasks->setChecked(true);
    m_playbook->setCurrentIndex(std::max(0, m_playbook->findData(jobs::generalPlaybook(m_playbooks).id)));
    m_from->setModified(false);
    loadTeam();
}

void FirstStepsChoice::setDiscovered(const std::optional<QDate> &day)
{
    if (m_from->isModified())
        return;
    law::Facts facts;
    facts.timezone = m_context->zone();
    if (day)
        facts.discovered = law::Moment{*day, {}};
    m_from->setText(
        items::momentWords(law::Moment{{}, casework::firstHour(facts, m_context->now())}, m_context->zone()));
}

/// Says whose tasks nobody is there for yet.
void FirstStepsChoice::loadTeam()
{
    whenDone(m_context->file()->ask(casework::ResponseTeam()), this,
             [this](const Result<QList<casework::ResponseRole>> &team) {
                 QStringList missing;
                 for (const casework::ResponseRole &each : team ? *team : QList<casework::ResponseRole>()) {
                     if (each.people.isEmpty())
                         missing << casework::roleName(each.role);
                 }
                 m_team->setText(missing.isEmpty() ? tr("Each task goes to whoever has its role.")
                                                   : tr("Each task goes to whoever has its role. Nobody has yet: %1.")
                                                         .arg(missing.join(QStringLiteral(", "))));
             });
}

Result<jobs::FirstSteps> FirstStepsChoice::steps() const
{
    jobs::FirstSteps steps;
    steps.holdingStatements = m_holding->isChecked();
    const int chosen = m_playbook->currentIndex();
    if (!m_tasks->isChecked() || chosen < 0)
        return steps;
    steps.playbook = m_playbooks.at(chosen);
    const auto moment = items::momentFromWords(m_from->text(), m_context->zone());
    if (!moment || !*moment || !(*moment)->instant) {
        return fail(ErrorCode::BadInput,
                    tr("Enter the moment that the hours count from with its hour, such as %1.")
                        .arg(items::momentWords(law::Moment{{}, m_context->now()}, m_context->zone())));
    }
    steps.anchor = (*moment)->instant;
    return steps;
}

void FirstStepsChoice::focusMoment()
{
    m_from->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
