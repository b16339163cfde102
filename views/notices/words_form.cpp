// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/words_form.h"

#include "jobs/documents.h"
#include "jobs/word_fields.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

const QString kChoices = u"choices"_s;
constexpr int kLetterLines = 6;
constexpr int kDocumentLines = 4;

int linesFor(const casework::Notice &notice, const QString &key)
{
    if (jobs::isDocument(notice))
        return kDocumentLines;
    return key.startsWith("offer"_L1) ? 3 : kLetterLines;
}

QPlainTextEdit *makeParagraphs(int lines, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + metrics::space(2) + 4);
    return edit;
}

QComboBox *makeChoice(const QStringList &choices, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(QString());
    box->addItems(choices);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

/// A box to tick for each choice; the widget's name tells it from others.
QWidget *makeChoices(const QStringList &choices, QWidget *parent)
{
    auto *group = new QWidget(parent);
    group->setObjectName(kChoices);
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    for (const QString &choice : choices)
        column->addWidget(new QCheckBox(QString(choice).replace(u'&', "&&"_L1), group));
    if (auto *first = group->findChild<QCheckBox *>())
        group->setFocusProxy(first);
    return group;
}

QStringList ticked(const QWidget &group, const QStringList &choices)
{
    QStringList found;
    const QList<QCheckBox *> boxes = group.findChildren<QCheckBox *>();
    for (qsizetype at = 0; at < boxes.size() && at < choices.size(); ++at) {
        if (boxes[at]->isChecked())
            found << choices[at];
    }
    return found;
}

void tick(const QWidget &group, const QStringList &choices, const QStringList &chosen)
{
    const QList<QCheckBox *> boxes = group.findChildren<QCheckBox *>();
    for (qsizetype at = 0; at < boxes.size() && at < choices.size(); ++at)
        boxes[at]->setChecked(chosen.contains(choices[at]));
}

/// An answer of older times or of the command line that is none of the choices stays one of them.
void keepAnswer(notices::WordField &field, const QString &answer)
{
    using Type = notices::WordField::Type;
    QStringList answers;
    if (field.type == Type::Choices)
        answers = answer.split(u'\n', Qt::SkipEmptyParts);
    else if (field.type == Type::Choice && !answer.trimmed().isEmpty())
        answers = {answer.trimmed()};
    for (const QString &each : std::as_const(answers)) {
        if (!field.choices.contains(each))
            field.choices << each;
    }
}

} // namespace

WordsForm::WordsForm(QWidget *parent)
    : Card(tr("Words of this notice"), parent)
    , m_scroll(new QScrollArea(this))
    , m_error(new NoticeBar(this))
    , m_effect(makeMutedLabel({}, TypeStyle::Small, this))
    , m_save(new QPushButton(tr("Save words"), this))
    , m_close(new QPushButton(this))
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    body()->addWidget(m_scroll, 1);
    body()->addWidget(m_error);
    body()->addWidget(m_effect);
    body()->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &WordsForm::saveRequested);
    connect(m_close, &QPushButton::clicked, this, [this] {
        discard();
        Q_EMIT closeRequested();
    });
    updateButtons();
}

QWidget *WordsForm::makeField(const notices::WordField &field)
{
    using Type = notices::WordField::Type;
    if (field.type == Type::Choice) {
        auto *choice = makeChoice(field.choices, this);
        connect(choice, &QComboBox::currentIndexChanged, this, &WordsForm::onTyped);
        return choice;
    }
    if (field.type == Type::Choices) {
        QWidget *choices = makeChoices(field.choices, this);
        for (QCheckBox *box : choices->findChildren<QCheckBox *>())
            connect(box, &QCheckBox::toggled, this, &WordsForm::onTyped);
        return choices;
    }
    if (field.type == Type::Paragraphs) {
        auto *paragraphs = makeParagraphs(linesFor(m_notice, field.key), this);
        connect(paragraphs, &QPlainTextEdit::textChanged, this, &WordsForm::onTyped);
        return paragraphs;
    }
    auto *line = new QLineEdit(this);
    if (field.type == Type::Date)
        line->setPlaceholderText(tr("Year-month-day, such as 2026-03-20"));
    connect(line, &QLineEdit::textChanged, this, &WordsForm::onTyped);
    return line;
}

/// A form of the fields that the notice's kind has.
void WordsForm::buildFields()
{
    const auto fields = jobs::wordFields(m_notice);
    if (!fields)
        return showError(fields.error().message);
    m_kind = m_notice.kind;
    m_fields.clear();
    m_wanted = *fields;
    auto *form = new Form(1);
    for (notices::WordField &field : m_wanted) {
        keepAnswer(field, m_notice.fields.value(field.key));
        QWidget *edit = makeField(field);
        form->addField(field.title, edit, field.hint);
        m_fields.insert(field.key, edit);
    }
    form->setContentsMargins(0, 0, metrics::kGrid, 0);
    m_scroll->setWidget(form); // the one before goes with it
    form->setAutoFillBackground(false); // the card shows through
}

void WordsForm::setNotice(const casework::Notice &notice)
{
    const bool another = notice.id != m_notice.id;
    const bool keep = !another && isChanged();
    m_notice = notice;
    if (another)
        clearError();
    if (another || notice.kind != m_kind)
        buildFields();
    if (!keep)
        fill(notice.fields);
    updateButtons();
}

QString WordsForm::typed(const QString &key) const
{
    QWidget *field = m_fields.value(key);
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return line->text().trimmed();
    if (const auto *choice = qobject_cast<const QComboBox *>(field))
        return choice->currentText();
    if (field && field->objectName() == kChoices)
        return ticked(*field, choicesOf(key)).join(u'\n');
    const auto *paragraphs = qobject_cast<const QPlainTextEdit *>(field);
    return paragraphs ? paragraphs->toPlainText().trimmed() : QString();
}

QStringList WordsForm::choicesOf(const QString &key) const
{
    const auto found = std::find_if(m_wanted.cbegin(), m_wanted.cend(),
                                    [&](const notices::WordField &field) { return field.key == key; });
    return found == m_wanted.cend() ? QStringList() : found->choices;
}

WordsForm::Words WordsForm::words() const
{
    Words all = m_notice.fields;
    const QStringList keys = m_fields.keys();
    for (const QString &key : keys) {
        if (typed(key).isEmpty())
            all.remove(key);
        else
            all.insert(key, typed(key));
    }
    return all;
}

void WordsForm::setWords(const Words &words)
{
    fill(words);
    updateButtons();
    Q_EMIT wordsChanged();
}

bool WordsForm::isChanged() const
{
    const QStringList keys = m_fields.keys();
    return std::any_of(keys.cbegin(), keys.cend(),
                       [this](const QString &key) { return typed(key) != m_notice.fields.value(key).trimmed(); });
}

void WordsForm::discard()
{
    clearError();
    setWords(m_notice.fields);
}

void WordsForm::fill(const Words &words)
{
    const QScopedValueRollback filling(m_filling, true);
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const QString text = words.value(field.key());
        if (auto *line = qobject_cast<QLineEdit *>(field.value()))
            line->setText(text);
        else if (auto *paragraphs = qobject_cast<QPlainTextEdit *>(field.value()))
            paragraphs->setPlainText(text);
        else if (auto *choice = qobject_cast<QComboBox *>(field.value()))
            choice->setCurrentIndex(std::max(choice->findText(text), 0));
        else
            tick(*field.value(), choicesOf(field.key()), text.split(u'\n'));
    }
}

void WordsForm::onTyped()
{
    if (m_filling)
        return;
    updateButtons();
    Q_EMIT wordsChanged();
}

void WordsForm::updateButtons()
{
    const bool changed = isChanged();
    m_save->setEnabled(changed);
    m_close->setText(changed ? tr("Discard") : tr("Close"));
    const bool counted = m_notice.status != casework::NoticeStatus::Draft;
    m_effect->setText(
        counted
            ? tr("Saving makes version %1, a draft again; what was approved before no longer counts.")
                  .arg(m_notice.version + 1)
            : tr("The page beside shows the words as you type. Saving makes version %1.").arg(m_notice.version + 1));
}

void WordsForm::showError(const QString &sentence)
{
    m_error->showNotice(Tone::Danger, sentence);
}

void WordsForm::clearError()
{
    m_error->clear();
}

void WordsForm::focusFirst()
{
    if (!m_wanted.isEmpty())
        m_fields.value(m_wanted.constFirst().key)->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
