// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/comments_panel.h"

#include "core/when_done.h"
#include "items/wording.h"
#include "jobs/word_fields.h"
#include "shared/empty_layout.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr int kWidth = 240;
constexpr int kWordLines = 5;
constexpr int kTextLines = 3;

QPlainTextEdit *makeText(int lines, const QString &name, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setAccessibleName(name);
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + metrics::space(2) + 4);
    return edit;
}

QLabel *makeWords(const QString &text, QWidget *parent)
{
    auto *label = makeLabel(text, TypeStyle::Body, parent);
    label->setWordWrap(true);
    return label;
}

template <typename Id>
QString keyOf(Id id)
{
    return QString::number(id.value);
}

QString placeOf(const casework::CommentThread &thread, const QString &title)
{
    const casework::Passage &passage = thread.comment.passage;
    if (passage.quote.isEmpty())
        return CommentsPanel::tr("On the whole notice");
    return thread.position ? CommentsPanel::tr("%1: “%2”").arg(title, passage.quote)
                           : CommentsPanel::tr("%1, passage gone: “%2”").arg(title, passage.quote);
}

} // namespace

CommentsPanel::CommentsPanel(CaseContext *context, QWidget *parent)
    : Card(tr("Comments"), parent)
    , m_context(context)
    , m_field(new QComboBox(this))
    , m_words(makeText(kWordLines, tr("Words to select a passage in"), this))
    , m_text(makeText(kTextLines, tr("Comment"), this))
    , m_add(new QPushButton(tr("&Comment"), this))
    , m_error(new NoticeBar(this))
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(metrics::kGrid);
    body()->addWidget(makeEntry());
    body()->addWidget(m_error);
    body()->addWidget(makeSeparator(this));
    body()->addWidget(new ScrollColumn(m_list, kWidth, this), 1);
    m_list->setAutoFillBackground(false); // the card shows through
    connect(m_context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::NoticeComment))
            reload();
    });
}

QWidget *CommentsPanel::makeEntry()
{
    auto *entry = new QWidget(this);
    m_field->setAccessibleName(tr("What the comment is on"));
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_words->setReadOnly(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_words->setPlaceholderText(tr("Choose a field above, and select the passage that is meant."));
    m_text->setPlaceholderText(tr("What to ask or say about it"));
    setButtonKind(*m_add, ButtonKind::Primary);
    m_add->setEnabled(false);
    auto *layout = new QVBoxLayout(entry);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_field);
    layout->addWidget(m_words);
    layout->addWidget(m_text);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_field, &QComboBox::currentIndexChanged, this, &CommentsPanel::showWords);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_texts.insert(keyOf(m_notice.id), m_text->toPlainText());
        setBusy(m_isBusy);
    });
    connect(m_add, &QPushButton::clicked, this, &CommentsPanel::add);
    return entry;
}

void CommentsPanel::setNotice(const casework::Notice &notice)
{
    const bool another = notice.id != m_notice.id;
    m_notice = notice;
    if (another) {
        m_threads.clear();
        m_field->clear();
        m_text->setPlainText(m_texts.value(keyOf(notice.id)).toString());
        m_error->clear();
        fillThreads();
    }
    fillFields();
    reload();
}

QVariantMap CommentsPanel::unfinished() const
{
    return {{u"texts"_s, m_texts}, {u"answers"_s, m_answers}};
}

void CommentsPanel::restore(const QVariantMap &unfinished)
{
    m_texts = unfinished.value(u"texts"_s).toMap();
    m_answers = unfinished.value(u"answers"_s).toMap();
    m_text->setPlainText(m_texts.value(keyOf(m_notice.id)).toString());
    fillThreads();
}

/// Only what somebody has written can be quoted.
void CommentsPanel::fillFields()
{
    const bool isChosen = m_field->count() > 0;
    const QString before = m_field->currentData().toString();
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    m_field->addItem(tr("The whole notice"), QString());
    const auto fields = jobs::wordFields(m_notice);
    for (const notices::WordField &field : fields.value_or(QList<notices::WordField>())) {
        if (!m_notice.fields.value(field.key).trimmed().isEmpty())
            m_field->addItem(field.title, field.key);
    }
    const int first = m_field->count() > 1 ? 1 : 0;
    m_field->setCurrentIndex(!isChosen ? first : std::max(m_field->findData(before), 0));
    showWords();
}

void CommentsPanel::showWords()
{
    const QString key = m_field->currentData().toString();
    m_words->setVisible(!key.isEmpty());
    if (m_words->toPlainText() != m_notice.fields.value(key))
        m_words->setPlainText(m_notice.fields.value(key));
}

void CommentsPanel::reload()
{
    if (m_notice.id.isNull() || !m_context->may(casework::AddComment::kAction))
        return;
    whenDone(m_context->file()->ask(casework::CommentsQuery{m_notice.id}), this,
             [this, id = m_notice.id](const Result<QList<casework::CommentThread>> &answer) {
                 if (id != m_notice.id)
                     return;
                 if (!answer)
                     return m_error->showNotice(Tone::Danger, answer.error().message);
                 if (*answer == m_threads)
                     return; // an answer that is being typed keeps the keyboard
                 m_threads = *answer;
                 fillThreads();
             });
}

/// Open ones first.
void CommentsPanel::fillThreads()
{
    emptyLayout(*m_rows);
    for (const bool resolved : {false, true}) {
        for (const casework::CommentThread &thread : std::as_const(m_threads)) {
            if (thread.comment.resolved == resolved)
                addThread(thread);
        }
    }
    if (m_threads.isEmpty())
        m_rows->addWidget(
            makeMutedLabel(tr("None yet. A comment that is open is a warning when the notice is approved.")));
    m_rows->addStretch(1);
    const auto open = std::count_if(m_threads.cbegin(), m_threads.cend(),
                                    [](const casework::CommentThread &each) { return !each.comment.resolved; });
    Q_EMIT counted(static_cast<int>(open));
}

void CommentsPanel::addThread(const casework::CommentThread &thread)
{
    const casework::NoticeComment &comment = thread.comment;
    auto *row = new QWidget(m_list);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, metrics::kGrid);
    layout->setSpacing(2);
    const int at = m_field->findData(comment.passage.field);
    const QString title = at > 0 ? m_field->itemText(at) : comment.passage.field;
    const auto head = [this](const casework::NoticeComment &each) {
        return tr("%1 · %2").arg(each.authorName, items::momentText(each.written.inZone(m_context->zone())));
    };
    layout->addWidget(
        makeLabel(tr("%1. %2").arg(QString::number(comment.number), head(comment)), TypeStyle::Strong, row));
    auto *place = makeMutedLabel(placeOf(thread, title), TypeStyle::Small, row);
    place->setWordWrap(true);
    layout->addWidget(place);
    layout->addWidget(makeWords(comment.text, row));
    for (const casework::NoticeComment &answer : thread.answers) {
        layout->addWidget(makeMutedLabel(head(answer), TypeStyle::Small, row));
        layout->addWidget(makeWords(answer.text, row));
    }
    if (comment.resolved)
        layout->addWidget(makeMutedLabel(tr("✓ Resolved by %1").arg(comment.settledByName), TypeStyle::Small, row));
    else
        addAnswerRow(*layout, comment);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(metrics::kGrid);
    if (thread.position) {
        auto *show = new QPushButton(tr("Show"), row);
        show->setAccessibleName(tr("Show the passage of comment %1").arg(comment.number));
        connect(show, &QPushButton::clicked, this, [this, thread] { goTo(thread); });
        steps->addWidget(show);
    }
    if (m_context->may(casework::SettleComment::kAction)) {
        auto *settle = new QPushButton(comment.resolved ? tr("Reopen") : tr("Resolve"), row);
        settle->setAccessibleName(tr("%1 comment %2").arg(settle->text(), QString::number(comment.number)));
        connect(settle, &QPushButton::clicked, this, [this, id = comment.id, resolved = !comment.resolved] {
            submit(casework::SettleComment{id, resolved}, {});
        });
        steps->addWidget(settle);
    }
    steps->addStretch(1);
    layout->addLayout(steps);
    m_rows->addWidget(row);
}

void CommentsPanel::addAnswerRow(QVBoxLayout &into, const casework::NoticeComment &comment)
{
    auto *answer = new QLineEdit(m_answers.value(keyOf(comment.id)).toString(), m_list);
    answer->setPlaceholderText(tr("Answer, and Enter"));
    answer->setAccessibleName(tr("Answer to comment %1").arg(comment.number));
    connect(answer, &QLineEdit::textChanged, this,
            [this, id = comment.id](const QString &text) { m_answers.insert(keyOf(id), text); });
    connect(answer, &QLineEdit::returnPressed, this, [this, id = comment.id, answer] {
        const QString text = answer->text().trimmed();
        if (!text.isEmpty())
            submit(casework::AnswerComment{id, text}, [this, id] { m_answers.remove(keyOf(id)); });
    });
    into.addWidget(answer);
}

void CommentsPanel::goTo(const casework::CommentThread &thread)
{
    m_field->setCurrentIndex(std::max(m_field->findData(thread.comment.passage.field), 0));
    QTextCursor cursor = m_words->textCursor();
    cursor.setPosition(static_cast<int>(*thread.position));
    cursor.setPosition(static_cast<int>(*thread.position + thread.comment.passage.quote.size()),
                       QTextCursor::KeepAnchor);
    m_words->setTextCursor(cursor);
    m_words->setFocus(Qt::OtherFocusReason);
}

/// What stands selected in the field in front, as the store has it. A paragraph's end is one character in both.
casework::Passage CommentsPanel::selected() const
{
    const QString key = m_field->currentData().toString();
    const QTextCursor cursor = m_words->textCursor();
    if (key.isEmpty())
        return {};
    const qsizetype from = cursor.selectionStart();
    return {key, m_notice.fields.value(key).mid(from, cursor.selectionEnd() - from), from};
}

void CommentsPanel::add()
{
    const casework::Passage passage = selected();
    if (!passage.field.isEmpty() && passage.quote.isEmpty()) {
        m_error->showNotice(Tone::Warning, tr("Select the passage in the words above, or choose “The whole notice”."));
        return m_words->setFocus(Qt::OtherFocusReason);
    }
    submit(casework::AddComment{m_notice.id, passage, m_text->toPlainText()}, [this, notice = m_notice.id] {
        m_texts.remove(keyOf(notice));
        if (notice == m_notice.id)
            m_text->clear();
    });
}

template <typename Command>
void CommentsPanel::submit(const Command &command, const std::function<void()> &done)
{
    if (m_isBusy)
        return; // one at a time, however often a person presses Enter
    setBusy(true);
    whenDone(m_context->file()->submit(command), this, [this, done](const Result<casework::Receipt> &receipt) {
        setBusy(false);
        if (!receipt)
            return m_error->showNotice(Tone::Danger, receipt.error().message);
        m_error->clear();
        if (done)
            done();
        reload();
    });
}

void CommentsPanel::setBusy(bool busy)
{
    m_isBusy = busy;
    m_add->setEnabled(!busy && !m_text->toPlainText().trimmed().isEmpty());
}

} // namespace tocsin::views
