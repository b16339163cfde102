// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/words_form.h"

#include "jobs/letters.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

/// Hours fit on one line; the rest are paragraphs.
bool isOneLine(QLatin1StringView key)
{
    return key == "call_hours"_L1;
}

int linesFor(QLatin1StringView key)
{
    return key == "offer"_L1 ? 3 : 6;
}

QPlainTextEdit *makeParagraphs(int lines, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + metrics::space(2) + 4);
    return edit;
}

} // namespace

WordsForm::WordsForm(QWidget *parent)
    : Card(tr("Words of this notice"), parent)
    , m_form(new Form(1))
    , m_error(new NoticeBar(this))
    , m_effect(makeMutedLabel({}, TypeStyle::Small, this))
    , m_save(new QPushButton(tr("Save words"), this))
    , m_close(new QPushButton(this))
{
    addFields();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_form->setContentsMargins(0, 0, metrics::kGrid, 0);
    scroll->setWidget(m_form);
    m_form->setAutoFillBackground(false); // the card shows through
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    body()->addWidget(scroll, 1);
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

void WordsForm::addFields()
{
    for (const jobs::NoticeField &field : jobs::noticeFields()) {
        QWidget *edit = nullptr;
        if (isOneLine(field.key)) {
            auto *line = new QLineEdit(this);
            connect(line, &QLineEdit::textChanged, this, &WordsForm::onTyped);
            edit = line;
        } else {
            auto *paragraphs = makeParagraphs(linesFor(field.key), this);
            connect(paragraphs, &QPlainTextEdit::textChanged, this, &WordsForm::onTyped);
            edit = paragraphs;
        }
        m_form->addField(field.title, edit, field.hint);
        m_fields.insert(field.key, edit);
    }
}

void WordsForm::setNotice(const casework::Notice &notice)
{
    const bool keep = notice.id == m_notice.id && isChanged();
    m_notice = notice;
    if (!keep)
        fill(notice.fields);
    updateButtons();
}

QString WordsForm::typed(const QString &key) const
{
    QWidget *field = m_fields.value(key);
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return line->text().trimmed();
    const auto *paragraphs = qobject_cast<const QPlainTextEdit *>(field);
    return paragraphs ? paragraphs->toPlainText().trimmed() : QString();
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
            : tr("The letter beside shows the words as you type. Saving makes version %1.").arg(m_notice.version + 1));
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
    m_fields.value(jobs::noticeFields().constFirst().key)->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
