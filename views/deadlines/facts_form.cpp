// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/facts_form.h"

#include "shared/form.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumns = 2;
constexpr int kLines = 3; // shown of a field with one value a line

QString textOf(const QWidget *editor)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return line->text();
    if (const auto *lines = qobject_cast<const QPlainTextEdit *>(editor))
        return lines->toPlainText();
    return qobject_cast<const QComboBox *>(editor)->currentData().toString();
}

void setText(QWidget *editor, const QString &text)
{
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(text);
    } else if (auto *lines = qobject_cast<QPlainTextEdit *>(editor)) {
        lines->setPlainText(text);
    } else if (auto *choices = qobject_cast<QComboBox *>(editor)) {
        choices->setCurrentIndex(std::max(0, choices->findData(text)));
    }
}

template <typename Changed>
QWidget *makeEditor(const items::FactField &field, QWidget *parent, const Changed &changed)
{
    if (!field.choices.isEmpty()) {
        auto *choices = new QComboBox(parent);
        for (const items::FactChoice &each : field.choices)
            choices->addItem(each.words, each.token);
        QObject::connect(choices, &QComboBox::currentIndexChanged, parent, changed);
        return choices;
    }
    if (field.manyLines) {
        auto *lines = new QPlainTextEdit(parent);
        lines->setTabChangesFocus(true);
        lines->setFixedHeight(lines->fontMetrics().lineSpacing() * kLines + metrics::space(3));
        QObject::connect(lines, &QPlainTextEdit::textChanged, parent, changed);
        return lines;
    }
    auto *line = new QLineEdit(parent);
    QObject::connect(line, &QLineEdit::textChanged, parent, changed);
    return line;
}

} // namespace

FactsForm::FactsForm(items::FactsDraft &draft, QWidget *parent) : QWidget(parent), m_draft(draft)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    QString group;
    Form *form = nullptr;
    for (const items::FactField &field : items::factFields()) {
        if (!form || field.group != group) {
            group = field.group;
            auto *heading = makeMutedLabel(group, TypeStyle::Small, this);
            heading->setFont(typeFont(TypeStyle::Strong));
            form = new Form(kColumns, this);
            layout->addSpacing(metrics::space(1));
            layout->addWidget(heading);
            layout->addWidget(form);
        }
        addEntry(field, form);
    }
    connect(&m_draft, &items::FactsDraft::changed, this, [this] {
        if (!m_loading)
            takeDraft();
    });
}

void FactsForm::addEntry(const items::FactField &field, Form *form)
{
    const qsizetype at = m_entries.size();
    QWidget *editor = makeEditor(field, form, [this, at] { takeText(m_entries[at]); });
    editor->setObjectName(u"fact."_s + field.key);
    form->addField(field.label, editor, field.hint, field.manyLines ? kColumns : 1);
    m_entries << Entry{&field, editor, form};
}

void FactsForm::takeText(Entry &entry)
{
    if (m_loading)
        return;
    const QScopedValueRollback loading(m_loading, true);
    law::Facts facts = m_draft.usable();
    const QString text = textOf(entry.editor);
    // What was not edited is never written back: an instant stays the instant it was.
    const Result<> written = text == entry.field->read(facts) ? Result<>() : entry.field->write(facts, text);
    entry.unreadable = written ? QString() : written.error().message;
    if (written)
        m_draft.change(entry.field->key, facts);
    takeDraft(&entry);
    Q_EMIT changed();
}

void FactsForm::takeDraft(const Entry *edited)
{
    const QScopedValueRollback loading(m_loading, true);
    const Entry *wrong = toBlame();
    for (const Entry &entry : m_entries) {
        // What a person types stays as it is typed.
        if (m_draft.facts() && &entry != edited && entry.unreadable.isEmpty())
            setText(entry.editor, entry.field->read(*m_draft.facts()));
        const QString refused = &entry == wrong ? m_draft.problem().message : QString();
        entry.form->setError(entry.editor, entry.unreadable.isEmpty() ? refused : entry.unreadable);
        if (entry.field->matters)
            entry.form->setFieldVisible(entry.editor, entry.field->matters(m_draft.usable()));
    }
}

void FactsForm::showDraft()
{
    for (Entry &entry : m_entries)
        entry.unreadable.clear();
    takeDraft();
    Q_EMIT changed();
}

QVariantMap FactsForm::unreadable() const
{
    QVariantMap texts;
    for (const Entry &entry : m_entries) {
        if (!entry.unreadable.isEmpty())
            texts.insert(entry.field->key, textOf(entry.editor));
    }
    return texts;
}

void FactsForm::setUnreadable(const QVariantMap &texts)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (texts.contains(entry.field->key))
            setText(entry.editor, texts.value(entry.field->key).toString());
    }
}

/// The field of the fact that the draft's reader refused; null if it is none of these.
const FactsForm::Entry *FactsForm::toBlame() const
{
    const QString path = m_draft.problem().path + u'.';
    const Entry *found = nullptr;
    for (const Entry &entry : m_entries) {
        const bool names = path.startsWith(entry.field->key + u'.') || path.startsWith(entry.field->key + u'[');
        if (names && (!found || entry.field->key.size() > found->field->key.size()))
            found = &entry;
    }
    return found;
}

} // namespace tocsin::views
