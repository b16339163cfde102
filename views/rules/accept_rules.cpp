// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/accept_rules.h"

#include "core/when_done.h"
#include "rules/rule_comparison.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

AcceptRules::AcceptRules(CaseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new PageHeader(tr("Newer rules"), {}, this))
    , m_back(new QPushButton(tr("Back to the deadlines"), this))
    , m_problem(new NoticeBar(this))
    , m_comparison(new RuleComparison(this))
    , m_form(new Form(1, this))
    , m_reason(new QLineEdit(m_form))
    , m_accept(new QPushButton(tr("Accept these rules"), this))
{
    m_header->addAction(m_back);
    m_form->addField(tr("Reason"), m_reason, tr("It goes into the ledger with the dates that move."));
    setButtonKind(*m_accept, ButtonKind::Primary);
    auto *decision = new QHBoxLayout;
    decision->setSpacing(metrics::space(2));
    decision->addWidget(m_form, 1);
    decision->addWidget(m_accept, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(m_header);
    layout->addWidget(m_problem);
    layout->addWidget(m_comparison, 1);
    layout->addLayout(decision);
    const bool may = context.may(casework::AcceptRulePacks::kAction);
    m_form->setVisible(may);
    m_accept->setVisible(may);
    connect(m_back, &QPushButton::clicked, this, &AcceptRules::finished);
    connect(m_accept, &QPushButton::clicked, this, &AcceptRules::accept);
    connect(m_reason, &QLineEdit::returnPressed, m_accept, &QPushButton::click); // nothing while it is disabled
}

void AcceptRules::begin()
{
    m_incident = m_context.incident();
    m_reason->clear();
    m_form->clearErrors();
    m_problem->clear();
    m_accept->setEnabled(false);
    m_comparison->show({}, {}, m_context.today());
    m_header->setLine(tr("Comparing…"));
    m_back->setFocus(Qt::OtherFocusReason);
    whenDone(m_context.file()->ask(casework::ComparePacks{m_incident, {}}), this,
             [this, incident = m_incident](const Result<QList<casework::PackComparison>> &answer) {
                 if (incident != m_incident)
                     return;
                 m_header->setLine({});
                 if (!answer) {
                     m_accept->setEnabled(true); // rules that cannot be read any more can be left, though not compared
                     return m_problem->showNotice(Tone::Danger, answer.error().message);
                 }
                 for (const casework::PackComparison &each : *answer)
                     show(each);
             });
}

void AcceptRules::show(const casework::PackComparison &comparison)
{
    const bool may = m_context.may(casework::AcceptRulePacks::kAction);
    const QString line
        = tr("%1 has %2. Available: %3.")
              .arg(comparison.reference, comparison.pinned.join(u", "_s), comparison.available.join(u", "_s));
    m_header->setLine(may ? line : line + u' ' + tr("The compliance lead or legal counsel accepts them."));
    m_comparison->show(comparison.rules, {comparison}, m_context.today());
    m_accept->setEnabled(comparison.differs);
    m_comparison->focusRules();
}

void AcceptRules::accept()
{
    m_form->clearErrors();
    m_problem->clear();
    if (m_reason->text().trimmed().isEmpty()) {
        m_form->setError(m_reason, tr("Say why; dates follow from it."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_accept->setEnabled(false);
    whenDone(m_context.file()->submit(casework::AcceptRulePacks{m_incident, m_reason->text()}), this,
             [this](const Result<casework::Receipt> &receipt) {
                 m_accept->setEnabled(true);
                 if (receipt)
                     Q_EMIT finished();
                 else
                     m_problem->showNotice(Tone::Danger, receipt.error().message);
             });
}

} // namespace tocsin::views
