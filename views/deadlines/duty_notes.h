// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "shared/case_context.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace tocsin::views {

class NoticeBar;

/// The notes on one obligation, and a field for the next one.
class DutyNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit DutyNotes(CaseContext &context, QWidget *parent = nullptr);

    /// A note that is being written for this obligation stays; for another one it goes.
    void show(const casework::ObligationRecord &record);

    /// The note that is being written.
    [[nodiscard]] QString text() const;
    void setText(const QString &text);

Q_SIGNALS:
    void done(const tocsin::casework::Receipt &receipt);

private:
    CaseContext &m_context;
    ObligationId m_obligation;
    QLabel *m_title;
    QVBoxLayout *m_notes;
    QWidget *m_entry;
    QPlainTextEdit *m_text;
    QPushButton *m_add;
    NoticeBar *m_problem;

    void showNote(const casework::ObligationNote &note);
    void add();
};

} // namespace tocsin::views
