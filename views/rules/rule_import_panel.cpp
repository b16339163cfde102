// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_import_panel.h"

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

RuleImportPanel::RuleImportPanel(CaseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new PageHeader(tr("Rules to take in"), {}, this))
    , m_leave(new QPushButton(tr("Leave them"), this))
    , m_problem(new NoticeBar(this))
    , m_comparison(new RuleComparison(this))
    , m_form(new Form(1, this))
    , m_reason(new QLineEdit(m_form))
    , m_take(new QPushButton(tr("Take them in"), this))
{
    m_form->addField(tr("Reason"), m_reason, tr("Who sent them, or why they are better; it goes into the ledger."));
    setButtonKind(*m_take, ButtonKind::Primary);
    auto *decision = new QHBoxLayout;
    decision->setSpacing(metrics::space(2));
    decision->addWidget(m_form, 1);
    decision->addWidget(m_leave, 0, Qt::AlignVCenter);
    decision->addWidget(m_take, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(m_header);
    layout->addWidget(m_problem);
    layout->addWidget(m_comparison, 1);
    layout->addLayout(decision);
    connect(m_leave, &QPushButton::clicked, this, &RuleImportPanel::left);
    connect(m_take, &QPushButton::clicked, this, &RuleImportPanel::take);
    connect(m_reason, &QLineEdit::returnPressed, m_take, &QPushButton::click); // nothing while it is disabled
}

void RuleImportPanel::show(const jobs::RuleComparison &comparison)
{
    m_files = comparison.files;
    m_reason->clear();
    m_form->clearErrors();
    m_problem->clear();
    const QString present = comparison.import.present.isEmpty()
        ? QString()
        : u' ' + tr("Here already, and passed over: %1.").arg(comparison.import.present.join(u", "_s));
    m_header->setLine(tr("%1 against what is available now. No incident moves until somebody accepts the rules for it.")
                          .arg(comparison.import.packs.join(u", "_s))
                      + present);
    m_comparison->show(comparison.import.rules, comparison.incidents, m_context.today());
    m_comparison->focusRules();
}

void RuleImportPanel::take()
{
    m_form->clearErrors();
    m_problem->clear();
    if (m_reason->text().trimmed().isEmpty()) {
        m_form->setError(m_reason, tr("Say why; dates can follow from it."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_take->setEnabled(false);
    whenDone(m_context.file()->submit(casework::ImportRulePacks{m_files, m_reason->text()}), this,
             [this](const Result<casework::Receipt> &receipt) {
                 m_take->setEnabled(true);
                 if (receipt)
                     Q_EMIT taken(receipt->reference);
                 else
                     m_problem->showNotice(Tone::Danger, receipt.error().message);
             });
}

} // namespace tocsin::views
