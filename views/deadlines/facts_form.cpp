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

FactsForm::FactsForm(QWidget *parent) : QWidget(parent)
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
}

void FactsForm::addEntry(const items::FactField &field, Form *form)
{
    QWidget *editor = makeEditor(field, form, [this] { evaluate(); });
    editor->setObjectName(u"fact."_s + field.key);
    form->addField(field.label, editor, field.hint, field.manyLines ? kColumns : 1);
    m_entries << Entry{&field, editor, form, {}};
}

void FactsForm::setFacts(const law::Facts &facts)
{
    m_original = facts;
    {
        const QScopedValueRollback loading(m_loading, true);
        for (Entry &entry : m_entries) {
            entry.shown = entry.field->read(facts);
            setText(entry.editor, entry.shown);
        }
    }
    evaluate();
}

bool FactsForm::isTouched() const
{
    return !typed().isEmpty();
}

QVariantMap FactsForm::typed() const
{
    QVariantMap typed;
    for (const Entry &entry : m_entries) {
        if (const QString text = textOf(entry.editor); text != entry.shown)
            typed.insert(entry.field->key, text);
    }
    return typed;
}

void FactsForm::setTyped(const QVariantMap &typed)
{
    {
        const QScopedValueRollback loading(m_loading, true);
        for (const Entry &entry : m_entries) {
            if (typed.contains(entry.field->key))
                setText(entry.editor, typed.value(entry.field->key).toString());
        }
    }
    evaluate();
}

void FactsForm::evaluate()
{
    if (m_loading)
        return;
    m_problem.clear();
    bool usable = true;
    law::Facts facts = m_original;
    for (const Entry &entry : m_entries) {
        const QString text = textOf(entry.editor);
        const Result<> written = text == entry.shown ? Result<>() : entry.field->write(facts, text);
        entry.form->setError(entry.editor, written ? QString() : written.error().message);
        usable = usable && written.has_value();
    }
    showWhatMatters(facts);
    m_edited.reset();
    if (usable) {
        // Once through the form that files have, so that what is refused there is refused here.
        if (const Result<law::Facts> read = law::factsFromJson(law::toJson(facts)))
            m_edited = facts;
        else
            showFailure(read.error().message);
    }
    Q_EMIT changed();
}

void FactsForm::showFailure(const QString &message)
{
    const Entry *about = nullptr;
    for (const Entry &entry : m_entries) {
        const bool named = message.contains(u"facts."_s + entry.field->key);
        if (named && (!about || entry.field->key.size() > about->field->key.size()))
            about = &entry;
    }
    if (about)
        about->form->setError(about->editor, message);
    else
        m_problem = message;
}

void FactsForm::showWhatMatters(const law::Facts &facts)
{
    for (const Entry &entry : m_entries) {
        if (entry.field->matters)
            entry.form->setFieldVisible(entry.editor, entry.field->matters(facts));
    }
}

} // namespace tocsin::views
