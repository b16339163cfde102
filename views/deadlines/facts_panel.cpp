// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/facts_panel.h"

#include "deadlines/facts_form.h"
#include "deadlines/facts_outline.h"
#include "deadlines/facts_tray.h"
#include "items/wording.h"
#include "shared/empty_layout.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::FactsRevision;

namespace {

QString nameOf(PersonId id, const QList<casework::Person> &people)
{
    for (const casework::Person &person : people) {
        if (person.id == id)
            return person.name;
    }
    return {};
}

} // namespace

FactsPanel::FactsPanel(CaseContext &context, QWidget *parent)
    : Card(tr("If the facts change"), parent)
    , m_context(context)
    , m_all(new QPushButton(tr("All facts"), this))
    , m_facts(new FactsForm(m_draft, this))
    , m_outline(new FactsOutline(m_draft, this))
    , m_tray(new FactsTray(context, this))
    , m_outcome(new NoticeBar(this))
    , m_historyTitle(makeLabel(tr("Revisions"), TypeStyle::Strong, this))
    , m_history(new QVBoxLayout)
{
    setButtonKind(*m_all, ButtonKind::Link);
    addToHeader(m_all);
    body()->addWidget(makeMutedLabel(
        tr("Change a fact to see which dates would move. Nothing is saved until you say so."), TypeStyle::Small, this));
    body()->addWidget(m_outcome);
    body()->addWidget(m_facts);
    body()->addSpacing(metrics::space(1));
    body()->addWidget(m_historyTitle);
    m_history->setSpacing(4);
    body()->addLayout(m_history);
    m_outcome->setClosable(true);
    connect(m_all, &QPushButton::clicked, this, &FactsPanel::allFactsWanted);
    connect(&m_draft, &items::FactsDraft::changed, this, &FactsPanel::showEffect);
    connect(m_facts, &FactsForm::changed, this, &FactsPanel::showEffect);
    connect(m_tray, &FactsTray::putBackWanted, this, [this] { setInForce(law::Facts(m_draft.inForce())); });
    connect(m_tray, &FactsTray::factWanted, this, &FactsPanel::factWanted);
    connect(m_tray, &FactsTray::saved, this, &FactsPanel::showSaved);
    connect(m_tray, &FactsTray::notSaved, this,
            [this](const QString &problem) { m_outcome->showNotice(Tone::Danger, problem); });
    showEffect();
}

void FactsPanel::setHistory(const QList<FactsRevision> &history, const QList<casework::Person> &people,
                            const law::RulePacks &packs)
{
    setVisible(!history.isEmpty());
    if (history.isEmpty())
        return;
    m_outline->setPacks(packs);
    m_tray->setPacks(packs);
    const FactsRevision &current = history.first();
    if (current.incident != m_incident) {
        m_incident = current.incident;
        m_tray->setReason({});
        setInForce(current.facts);
    } else if (current.revision != m_revision || current.facts != m_draft.inForce()) {
        m_draft.setInForce(current.facts, items::FactsDraft::Edits::Keep);
    } else {
        showEffect(); // by other packs, perhaps
    }
    m_revision = current.revision;
    showHistory(history, people);
}

/// What was edited is gone.
void FactsPanel::setInForce(const law::Facts &facts)
{
    m_draft.setInForce(facts, items::FactsDraft::Edits::Drop);
    m_facts->showDraft();
}

void FactsPanel::showEffect()
{
    const bool edited = m_draft.isEdited() || m_facts->hasUnreadable();
    if (!edited)
        return m_tray->rest();
    m_outcome->clear();
    if (m_facts->hasUnreadable())
        m_tray->refuse(tr("A fact cannot be used; see the field below."), {});
    else if (!m_draft.facts())
        m_tray->refuse(m_draft.problem().message, m_draft.problem().path);
    else
        m_tray->tryFacts(m_incident, *m_draft.facts());
}

void FactsPanel::showSaved(IncidentId incident, const law::Facts &facts, bool held)
{
    if (incident != m_incident)
        return; // another one is shown by now
    // The new revision may be here already, and a person may have gone on editing.
    const QJsonObject since = m_draft.editsSince(facts);
    m_draft.setInForce(held ? law::Facts(m_draft.inForce()) : facts, items::FactsDraft::Edits::Drop);
    m_draft.applyEdits(since);
    if (!m_facts->hasUnreadable())
        m_facts->showDraft();
    if (held) {
        m_outcome->showNotice(Tone::Warning,
                              tr("Put before counsel. The day of discovery changes, so the dates stay until legal "
                                 "counsel acknowledges it."));
    } else {
        m_outcome->showNotice(Tone::Ok, tr("Saved. The dates follow the new facts."));
    }
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
    return {{u"facts"_s, m_draft.edits().toVariantMap()},
            {u"unreadable"_s, m_facts->unreadable()},
            {u"reason"_s, m_tray->reason()}};
}

void FactsPanel::restore(const QVariantMap &unfinished)
{
    m_tray->setReason(unfinished.value(u"reason"_s).toString());
    m_draft.applyEdits(QJsonObject::fromVariantMap(unfinished.value(u"facts"_s).toMap()));
    m_facts->setUnreadable(unfinished.value(u"unreadable"_s).toMap());
}

void FactsPanel::focusFacts()
{
    if (auto *first = m_facts->findChild<QLineEdit *>())
        first->setFocus(Qt::ShortcutFocusReason);
}

} // namespace tocsin::views
