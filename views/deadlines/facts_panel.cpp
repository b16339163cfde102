// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/facts_panel.h"

#include "casework/facts_proposal.h"
#include "core/when_done.h"
#include "deadlines/facts_form.h"
#include "items/duty_wording.h"
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
using casework::FactsRevision;

namespace {

constexpr qsizetype kMostLines = 6; // of changes; the sentence counts them all

QString nameOf(PersonId id, const QList<casework::Person> &people)
{
    for (const casework::Person &person : people) {
        if (person.id == id)
            return person.name;
    }
    return {};
}

void emptyLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

FactsPanel::FactsPanel(CaseContext &context, QWidget *parent)
    : Card(tr("If the facts change"), parent)
    , m_context(context)
    , m_facts(new FactsForm(this))
    , m_tray(new Card(tr("What would change"), this))
    , m_effect(new NoticeBar(m_tray))
    , m_changes(makeMutedLabel({}, TypeStyle::Small, m_tray))
    , m_form(new Form(1, m_tray))
    , m_reason(new QLineEdit(m_form))
    , m_save(new QPushButton(tr("Save the facts"), m_tray))
    , m_outcome(new NoticeBar(this))
    , m_historyTitle(makeLabel(tr("Revisions"), TypeStyle::Strong, this))
    , m_history(new QVBoxLayout)
{
    body()->addWidget(makeMutedLabel(
        tr("Change a fact to see which dates would move. Nothing is saved until you say so."), TypeStyle::Small, this));
    body()->addWidget(m_outcome);
    body()->addWidget(m_facts);
    body()->addSpacing(metrics::space(1));
    body()->addWidget(m_historyTitle);
    m_history->setSpacing(4);
    body()->addLayout(m_history);
    m_outcome->setClosable(true);
    makeTray();
    connect(m_facts, &FactsForm::changed, this, &FactsPanel::showEffect);
    showEffect();
}

void FactsPanel::makeTray()
{
    m_form->addField(tr("&Reason for the change"), m_reason, tr("It goes into the ledger with the facts."));
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *putBack = new QPushButton(tr("Put back"), m_tray);
    putBack->setAccessibleName(tr("Put the facts back as they are saved"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(m_save);
    buttons->addWidget(putBack);
    buttons->addStretch(1);
    m_tray->body()->addWidget(m_effect);
    m_tray->body()->addWidget(m_changes);
    m_tray->body()->addWidget(m_form);
    m_tray->body()->addLayout(buttons);
    m_tray->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    const bool allowed = m_context.may(casework::SetFacts::kAction);
    m_form->setVisible(allowed);
    m_save->setVisible(allowed);
    connect(m_save, &QPushButton::clicked, this, &FactsPanel::save);
    connect(m_reason, &QLineEdit::returnPressed, this, &FactsPanel::save);
    connect(m_reason, &QLineEdit::textChanged, this, [this] { m_form->setError(m_reason, {}); });
    connect(putBack, &QPushButton::clicked, this, [this] {
        m_reason->clear();
        m_facts->setFacts(law::Facts(m_facts->original()));
    });
}

void FactsPanel::setHistory(const QList<FactsRevision> &history, const QList<casework::Person> &people,
                            const law::RulePacks &packs)
{
    setVisible(!history.isEmpty());
    if (history.isEmpty())
        return;
    m_packs = packs;
    const FactsRevision &current = history.first();
    m_before = law::evaluate(current.facts, m_packs);
    if (current.revision != m_revision || current.incident != m_incident) {
        const QVariantMap unfinished = current.incident == m_incident ? m_facts->typed() : QVariantMap();
        m_revision = current.revision;
        m_incident = current.incident;
        m_facts->setFacts(current.facts);
        m_facts->setTyped(unfinished);
    } else {
        showEffect();
    }
    showHistory(history, people);
}

void FactsPanel::showEffect()
{
    const bool touched = m_facts->isTouched();
    m_tray->setVisible(touched);
    m_save->setEnabled(m_facts->edited().has_value());
    m_changes->clear();
    m_changes->hide();
    if (!touched) {
        m_effect->clear();
        return;
    }
    m_outcome->clear();
    if (!m_facts->edited()) {
        const QString problem = m_facts->problem();
        m_effect->showNotice(Tone::Danger,
                             problem.isEmpty() ? tr("A fact cannot be used; see the field below.") : problem);
        return;
    }
    const law::Evaluation after = law::evaluate(*m_facts->edited(), m_packs);
    const items::FactsEffect effect = items::effectOf(law::compare(m_before, after), m_context.today());
    const QString saving = !m_context.may(casework::SetFacts::kAction)
        ? tr("Your role can try facts, but not save them.")
        : awaitsCounsel(after.discovered)
        ? tr("Saving needs a reason. Counsel must acknowledge the new discovery before any date moves.")
        : tr("Saving needs a reason.");
    m_effect->showNotice(effect.tone, effect.sentence + u' ' + saving);
    QStringList lines = effect.changes.mid(0, kMostLines);
    if (effect.changes.size() > kMostLines)
        lines << tr("and %1 more").arg(effect.changes.size() - kMostLines);
    m_changes->setText(lines.join(u'\n'));
    m_changes->setVisible(!effect.changes.isEmpty());
}

/// As casework::PreviewFacts has it, for the facts at hand.
bool FactsPanel::awaitsCounsel(QDate discovered) const
{
    const law::Facts &before = m_facts->original();
    const law::Facts &after = *m_facts->edited();
    const bool moves
        = before.discovered != after.discovered || before.known != after.known || m_before.discovered != discovered;
    return moves && m_before.discovered.isValid() && !m_context.may(casework::AcknowledgeDiscovery::kAction);
}

void FactsPanel::save()
{
    if (!m_facts->edited())
        return;
    if (m_reason->text().trimmed().isEmpty()) {
        m_form->setError(m_reason, tr("Say why the facts change, because dates follow from it."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_save->setEnabled(false);
    const casework::SetFacts command{m_context.incident(), *m_facts->edited(), m_reason->text()};
    whenDone(m_context.file()->submit(command), this,
             [this, saved = command.facts](const Result<casework::Receipt> &receipt) {
                 m_save->setEnabled(true);
                 if (!receipt) {
                     m_outcome->showNotice(Tone::Danger, receipt.error().message);
                     return;
                 }
                 m_reason->clear();
                 if (receipt->held) {
                     m_facts->setFacts(law::Facts(m_facts->original()));
                     m_outcome->showNotice(Tone::Warning,
                                           tr("Put before counsel. The day of discovery changes, so the dates stay "
                                              "until legal counsel acknowledges it."));
                     return;
                 }
                 m_before = law::evaluate(saved, m_packs);
                 m_facts->setFacts(saved);
                 m_outcome->showNotice(Tone::Ok, tr("Saved. The dates follow the new facts."));
             });
}

void FactsPanel::showHistory(const QList<FactsRevision> &history, const QList<casework::Person> &people)
{
    emptyLayout(*m_history);
    for (const FactsRevision &each : history) {
        auto *line = makeLabel(each.reason.isEmpty() ? tr("First facts") : each.reason, TypeStyle::Body, this);
        line->setWordWrap(true);
        m_history->addWidget(line);
        const QString when = items::momentText(each.setAt.inZone(m_context.zone()));
        const QString name = nameOf(each.setBy, people);
        m_history->addWidget(
            makeMutedLabel(tr("Revision %1 · %2 · %3").arg(each.revision).arg(when, name), TypeStyle::Small, this));
    }
}

QVariantMap FactsPanel::unfinished() const
{
    return {{u"facts"_s, m_facts->typed()}, {u"reason"_s, m_reason->text()}};
}

void FactsPanel::restore(const QVariantMap &unfinished)
{
    m_reason->setText(unfinished.value(u"reason"_s).toString());
    m_facts->setTyped(unfinished.value(u"facts"_s).toMap());
}

void FactsPanel::focusFacts()
{
    if (auto *first = m_facts->findChild<QLineEdit *>())
        first->setFocus(Qt::ShortcutFocusReason);
}

} // namespace tocsin::views
