// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/facts_tray.h"

#include "core/when_done.h"
#include "items/duty_wording.h"
#include "items/wording.h"
#include "law/fact_words.h"
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

namespace {

constexpr qsizetype kMostLines = 6; // of changes; the sentence counts them all
constexpr auto kGoToFact = "fact"_L1;

} // namespace

FactsTray::FactsTray(CaseContext &context, QWidget *parent)
    : Card(tr("What would change"), parent)
    , m_context(context)
    , m_effect(new NoticeBar(this))
    , m_changes(makeMutedLabel({}, TypeStyle::Small, this))
    , m_form(new Form(1, this))
    , m_reason(new QLineEdit(m_form))
    , m_save(new QPushButton(tr("Save the facts"), this))
{
    body()->addWidget(m_effect);
    body()->addWidget(m_changes);
    makeSaving();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_effect, &NoticeBar::stepChosen, this, [this] { Q_EMIT factWanted(m_blamed); });
    rest();
}

void FactsTray::makeSaving()
{
    m_form->addField(tr("&Reason for the change"), m_reason, tr("It goes into the ledger with the facts."));
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *putBack = new QPushButton(tr("Put back"), this);
    putBack->setAccessibleName(tr("Put the facts back as they are saved"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(m_save);
    buttons->addWidget(putBack);
    buttons->addStretch(1);
    body()->addWidget(m_form);
    body()->addLayout(buttons);
    const bool allowed = m_context.may(casework::SetFacts::kAction);
    m_form->setVisible(allowed);
    m_save->setVisible(allowed);
    connect(m_save, &QPushButton::clicked, this, &FactsTray::save);
    connect(m_reason, &QLineEdit::returnPressed, this, &FactsTray::save);
    connect(m_reason, &QLineEdit::textChanged, this, [this] { m_form->setError(m_reason, {}); });
    connect(putBack, &QPushButton::clicked, this, [this] {
        m_reason->clear();
        Q_EMIT putBackWanted();
    });
}

void FactsTray::tryFacts(IncidentId incident, const law::Facts &facts)
{
    if (isHidden())
        m_effect->showNotice(Tone::Neutral, tr("Working out what would change…"));
    show();
    m_incident = incident;
    m_facts = facts;
    m_save->setEnabled(!m_saving);
    if (m_asking)
        m_askAgain = true;
    else
        ask();
}

void FactsTray::refuse(const QString &problem, const QString &path)
{
    show();
    m_facts.reset();
    m_blamed = path;
    m_save->setEnabled(false);
    QList<NextStep> steps;
    if (!path.isEmpty())
        steps << NextStep{kGoToFact, tr("Go to the fact")};
    m_effect->showNotice(Tone::Danger, problem, steps);
    showLines({});
}

void FactsTray::rest()
{
    hide();
    m_facts.reset();
    m_effect->clear();
    showLines({});
}

void FactsTray::ask()
{
    m_asking = true;
    m_askAgain = false;
    const casework::PreviewFacts query{m_incident, *m_facts};
    whenDone(m_context.file()->ask(query), this, [this](const Result<casework::FactsPreview> &preview) {
        m_asking = false;
        if (!m_facts)
            return; // put back, or unusable by now
        if (m_askAgain)
            return ask();
        showPreview(preview);
    });
}

void FactsTray::showPreview(const Result<casework::FactsPreview> &preview)
{
    if (!preview) {
        m_effect->showNotice(Tone::Danger, preview.error().message);
        return showLines({});
    }
    const items::FactsEffect effect = items::effectOf(preview->changes, m_context.today());
    m_effect->showNotice(effect.tone, effect.sentence + u' ' + savingWords(*preview));
    showLines(items::firstLines(law::unknownWords(*m_facts, m_packs) + effect.changes, kMostLines));
}

QString FactsTray::savingWords(const casework::FactsPreview &preview) const
{
    if (!m_context.may(casework::SetFacts::kAction))
        return tr("Your role can try facts, but not save them.");
    if (preview.awaitsCounsel)
        return tr("Saving needs a reason. Counsel must acknowledge the new discovery before any date moves.");
    return tr("Saving needs a reason.");
}

void FactsTray::showLines(const QStringList &lines)
{
    m_changes->setText(lines.join(u'\n'));
    m_changes->setVisible(!lines.isEmpty());
}

void FactsTray::save()
{
    if (!m_facts || !m_save->isEnabled())
        return;
    if (m_reason->text().trimmed().isEmpty()) {
        m_form->setError(m_reason, tr("Say why the facts change, because dates follow from it."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_saving = true;
    m_save->setEnabled(false);
    const casework::SetFacts command{m_incident, *m_facts, m_reason->text()};
    whenDone(m_context.file()->submit(command), this, [this, command](const Result<casework::Receipt> &receipt) {
        m_saving = false;
        m_save->setEnabled(m_facts.has_value());
        if (!receipt) {
            Q_EMIT notSaved(receipt.error().message);
            return;
        }
        if (m_reason->text() == command.reason)
            m_reason->clear();
        Q_EMIT saved(command.incident, command.facts, receipt->held);
    });
}

QString FactsTray::reason() const
{
    return m_reason->text();
}

void FactsTray::setReason(const QString &reason)
{
    m_reason->setText(reason);
}

} // namespace tocsin::views
