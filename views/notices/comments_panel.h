// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice_comment.h"
#include "notices/sheet_kinds.h"
#include "shared/card.h"
#include "shared/case_context.h"

#include <QVariantMap>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace tocsin::views {

class NoticeBar;

/// Comments on the words of a notice. A person chooses a field, selects a passage of it with keyboard or mouse, and
/// writes; others answer, resolve and reopen.
class CommentsPanel final : public Card
{
    Q_OBJECT

public:
    /// `context` is not owned.
    explicit CommentsPanel(CaseContext *context, QWidget *parent = nullptr);

    void setNotice(const casework::Notice &notice);
    /// What was typed beside any notice and not sent, to come back over a lock.
    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &unfinished);
    /// Loads the comments again.
    void reload();

Q_SIGNALS:
    /// How many comments are open.
    void counted(int open);

private:
    CaseContext *m_context;
    casework::Notice m_notice;
    QList<casework::CommentThread> m_threads;

    QComboBox *m_field;
    QPlainTextEdit *m_words;
    QPlainTextEdit *m_text;
    QPushButton *m_add;
    NoticeBar *m_error;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    QVariantMap m_texts; // typed and not sent, by notice
    QVariantMap m_answers; // the same, by comment
    bool m_isBusy = false;

    [[nodiscard]] QWidget *makeEntry();
    void fillFields();
    void showWords();
    void fillThreads();
    void addThread(const casework::CommentThread &thread);
    void addAnswerRow(QVBoxLayout &into, const casework::NoticeComment &comment);
    void goTo(const casework::CommentThread &thread);
    [[nodiscard]] casework::Passage selected() const;
    void add();
    template <typename Command>
    void submit(const Command &command, const std::function<void()> &done);
    void setBusy(bool busy);
};

} // namespace tocsin::views
