// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/template_version.h"
#include "core/word_differences.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTextEdit;

namespace tocsin::views {

class NoticeBar;

/// The versions of a text, and word by word what differs between two of them: what was removed is struck through, what
/// was added underlined.
class TextVersions final : public QWidget
{
    Q_OBJECT

public:
    /// `context` is not owned.
    explicit TextVersions(CaseContext *context, QWidget *parent = nullptr);

    /// Shows the versions of a text, the newest against the one before.
    void setText(const QString &id, const QList<casework::TemplateVersion> &versions);
    /// What stands in the editor and is not saved; absent while it is what the newest version says.
    void setDraft(const std::optional<QByteArray> &draft);
    void setMayEdit(bool may);

Q_SIGNALS:
    /// A version's text is wanted in the editor.
    void editRequested(const QByteArray &bytes);
    void compared();

private:
    struct Texts
    {
        QByteArray after;
        QList<WordDifference> differences;
    };

    CaseContext *m_context;
    QString m_id;
    QList<casework::TemplateVersion> m_versions;
    std::optional<QByteArray> m_draft;
    QByteArray m_chosen; ///< what the later of the two says
    QComboBox *m_from;
    QComboBox *m_to;
    QLabel *m_about;
    NoticeBar *m_error;
    QTextEdit *m_view;
    QPushButton *m_edit;
    JobSlot m_job; // last, so that it ends first

    void layOut();
    void fillChoices();
    void compare();
    void show(const Texts &texts);
    void tellAbout();
};

} // namespace tocsin::views
