// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/warning_reasons.h"

#include "shared/empty_layout.h"
#include "shared/style_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr int kMaxReason = 1000; // as the store takes it

} // namespace

WarningReasons::WarningReasons(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(metrics::kGrid);
    hide();
}

void WarningReasons::setWarnings(const QList<notices::CheckResult> &warnings)
{
    if (warnings == m_warnings)
        return;
    m_warnings = warnings;
    m_fields.clear();
    emptyLayout(*m_rows);
    for (const notices::CheckResult &warning : warnings)
        addRow(warning);
    setVisible(!warnings.isEmpty());
    Q_EMIT reasonsChanged();
}

void WarningReasons::addRow(const notices::CheckResult &warning)
{
    auto *title = makeLabel(u"? "_s + warning.title, TypeStyle::Body, this);
    title->setWordWrap(true);
    auto *detail = makeMutedLabel(warning.detail, TypeStyle::Small, this);
    detail->setVisible(!warning.detail.isEmpty());
    auto *field = new QLineEdit(m_typed.value(warning.id), this);
    field->setMaxLength(kMaxReason);
    field->setPlaceholderText(tr("Why it stands"));
    field->setAccessibleName(tr("Why this stands: %1").arg(warning.title));
    field->setAccessibleDescription(warning.detail);
    connect(field, &QLineEdit::textChanged, this, [this, id = warning.id](const QString &text) {
        m_typed.insert(id, text);
        Q_EMIT reasonsChanged();
    });
    m_fields.insert(warning.id, field);
    m_rows->addWidget(title);
    m_rows->addWidget(detail);
    m_rows->addWidget(field);
}

WarningReasons::Reasons WarningReasons::reasons() const
{
    Reasons given;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (!field.value()->text().trimmed().isEmpty())
            given.insert(field.key(), field.value()->text().trimmed());
    }
    return given;
}

void WarningReasons::setReasons(const Reasons &reasons)
{
    m_typed = reasons;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        field.value()->setText(reasons.value(field.key()));
}

qsizetype WarningReasons::unexplained() const
{
    return m_fields.size() - reasons().size();
}

void WarningReasons::focusFirst()
{
    for (const notices::CheckResult &warning : m_warnings) {
        QLineEdit *field = m_fields.value(warning.id);
        if (field->text().trimmed().isEmpty())
            return field->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace tocsin::views
