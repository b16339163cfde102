// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/form.h"

#include "shared/style_sheet.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What takes the keyboard in a field made of several widgets.
QWidget *keyboardPart(QWidget *field)
{
    return field->focusProxy() ? field->focusProxy() : field;
}

} // namespace

Form::Form(int columns, QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this)), m_columns(columns)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::space(2));
    m_grid->setVerticalSpacing(12);
    for (int i = 0; i < columns; ++i)
        m_grid->setColumnStretch(i, 1);
}

void Form::addField(const QString &label, QWidget *field, const QString &hint, int span)
{
    auto *cell = new QWidget(this);
    auto *layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *caption = makeLabel(label, TypeStyle::Body, cell);
    caption->setBuddy(keyboardPart(field));
    auto *line = makeMutedLabel(hint, TypeStyle::Small, cell);
    line->setVisible(!hint.isEmpty());
    layout->addWidget(caption);
    layout->addWidget(field);
    layout->addWidget(line);
    layout->addStretch(1);
    if (keyboardPart(field)->accessibleName().isEmpty())
        keyboardPart(field)->setAccessibleName(QString(label).remove(u'&'));
    if (!hint.isEmpty())
        keyboardPart(field)->setAccessibleDescription(hint);
    if (m_next % m_columns + span > m_columns)
        m_next += m_columns - m_next % m_columns;
    m_grid->addWidget(cell, m_next / m_columns, m_next % m_columns, 1, span);
    m_next += span;
    m_below.insert(field, {line, hint, false});
}

void Form::setFieldVisible(QWidget *field, bool visible)
{
    const auto found = m_below.constFind(field);
    if (found != m_below.constEnd())
        found->line->parentWidget()->setVisible(visible);
}

void Form::setError(QWidget *field, const QString &error)
{
    const auto found = m_below.find(field);
    if (found == m_below.end())
        return;
    found->wrong = !error.isEmpty();
    const QString shown = found->wrong ? QString(u"! "_s + error) : found->hint;
    found->line->setText(shown);
    found->line->setVisible(!shown.isEmpty());
    if (found->wrong)
        setTone(*found->line, Tone::Danger);
    else
        setMuted(*found->line);
    setInvalid(*keyboardPart(field), found->wrong);
    keyboardPart(field)->setAccessibleDescription(found->wrong ? error : found->hint);
}

void Form::clearErrors()
{
    const QList<QWidget *> fields = m_below.keys();
    for (QWidget *field : fields)
        setError(field, {});
}

QString Form::error(QWidget *field) const
{
    const Below below = m_below.value(field);
    return below.wrong ? below.line->text() : QString();
}

} // namespace tocsin::views
