// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/letter_export.h"
#include "jobs/text_preview.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"

#include <QFrame>
#include <QMap>
#include <QTimer>

#include <optional>

class QBuffer;
class QBoxLayout;
class QLabel;
class QPdfDocument;
class QPdfView;
class QPushButton;
class QStackedWidget;

namespace tocsin::views {

class NoticeBar;
class SearchField;

/// Anybody's letter as it will be printed. The PDF is made in memory and never touches a disk; a role that may not see
/// recipients is told so instead.
class LetterPreview final : public QFrame
{
    Q_OBJECT

public:
    using Words = QMap<QString, QString>;

    /// `context` is not owned.
    explicit LetterPreview(CaseContext *context, QWidget *parent = nullptr);
    ~LetterPreview() override;

    /// Shows the letters of a notice of the context's incident, or its one document. An empty key shows none.
    void setNotice(const QString &key, bool isDocument = false);
    /// Shows words that are not saved yet, a moment after the last change; nothing goes back to the saved ones.
    void setDraft(const std::optional<Words> &words);
    /// Shows what a text would print, as it is being edited, a moment after the last change.
    void setText(const jobs::TextDraft &draft);
    /// For a narrow place in a card: without an edge, and always as wide as the place.
    void setNarrow();
    /// Makes the letter again, because something it says has changed.
    void refresh();
    /// The roster has changed: keeps the person in front if they still get a letter.
    void reloadRecipients();

    /// What "Edit" stands for: whether the role may change words, and whether that is going on.
    void setEditing(bool allowed, bool editing);

    [[nodiscard]] int recipientIndex() const { return m_index; }
    /// Goes there once the recipients are known.
    void showRecipient(int index);
    [[nodiscard]] qsizetype recipientCount() const { return m_recipients.size(); }
    /// Pages of the letter shown, 0 while there is none.
    [[nodiscard]] int pageCount() const;

Q_SIGNALS:
    void editToggled(bool editing);
    void importRequested();
    /// A letter came into view.
    void shown();

protected:
    void changeEvent(QEvent *event) override;

private:
    CaseContext *m_context;
    QString m_key;
    bool m_isDocument = false;
    std::optional<Words> m_draft;
    std::optional<jobs::TextDraft> m_text;
    QList<RecipientId> m_recipients;
    QString m_search;
    int m_index = 0;
    int m_asked = 0; // numbers the questions for recipients, so that an answer that was overtaken is let go
    bool m_maySee;
    bool m_narrow = false;

    QPushButton *m_edit;
    QPushButton *m_previous;
    QPushButton *m_next;
    QLabel *m_who;
    SearchField *m_find;
    QLabel *m_pages;
    QPushButton *m_fit;
    QPushButton *m_save;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    QPdfView *m_view;
    QPdfDocument *m_document;
    QBuffer *m_pdf = nullptr;
    QTimer m_soon;
    JobSlot m_saving;
    JobSlot m_job; // last, so that it ends first

    void layOut();
    [[nodiscard]] QBoxLayout *makeToolBar();
    void fillStack();
    void takeRecipients(const QList<RecipientId> &found);
    void step(int by);
    void showLetter(const QByteArray &pdf);
    void forgetLetter();
    void updateTools();
    void updatePages();
    void toggleFit();
    void fillSaveMenu();
    void save(jobs::LetterFormat format, bool sample);
    void tint();
};

} // namespace tocsin::views
