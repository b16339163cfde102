// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/reopen_form.h"

#include "core/when_done.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

ReopenForm::ReopenForm(CaseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new Form(1, this))
    , m_reason(new QLineEdit(m_form))
    , m_reopen(new QPushButton(tr("Take the proof back"), this))
    , m_problem(new NoticeBar(this))
{
    m_form->addField(tr("Why it is open again"), m_reason, tr("The timeline says so beside what it said before."));
    setButtonKind(*m_reopen, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Leave it done"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(m_reopen);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(m_reopen, &QPushButton::clicked, this, &ReopenForm::save);
    connect(m_reason, &QLineEdit::returnPressed, m_reopen, &QPushButton::click); // nothing while it is disabled
    connect(cancel, &QPushButton::clicked, this, &ReopenForm::finished);
    setFocusProxy(m_reason);
}

void ReopenForm::begin(const casework::ObligationRecord &record, casework::WorkState state)
{
    m_command = {record.id, state, record.owner, {}};
    m_form->clearErrors();
    m_problem->clear();
    m_reason->clear();
}

void ReopenForm::save()
{
    m_form->clearErrors();
    m_problem->clear();
    m_command.reason = m_reason->text();
    if (m_command.reason.trimmed().isEmpty()) {
        m_form->setError(m_reason, tr("Say why, for the record."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_reopen->setEnabled(false);
    whenDone(m_context.file()->submit(m_command), this, [this](const Result<casework::Receipt> &receipt) {
        m_reopen->setEnabled(true);
        if (!receipt)
            return m_problem->showNotice(Tone::Danger, receipt.error().message);
        Q_EMIT done(*receipt);
        Q_EMIT finished();
    });
}

} // namespace tocsin::views
