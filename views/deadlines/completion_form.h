// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "shared/case_context.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;
class NoticeBar;

/// How an obligation was met: what proves it, and the day. Stands in place below the obligation.
class CompletionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit CompletionForm(CaseContext &context, QWidget *parent = nullptr);

    /// Empties the form for this obligation; the day is today in `zone`, that of the facts, or the organization's if it
    /// is empty.
    void begin(ObligationId obligation, const QByteArray &zone);

    /// What is written in it, and the same back.
    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &unfinished);

Q_SIGNALS:
    /// The proof is recorded, or the person gave up.
    void finished();

private:
    CaseContext &m_context;
    ObligationId m_obligation;
    QByteArray m_zone;
    Form *m_form;
    QComboBox *m_kind;
    QLineEdit *m_text;
    QLineEdit *m_day;
    QPushButton *m_choose;
    QPushButton *m_record;
    NoticeBar *m_problem;

    [[nodiscard]] QDate today() const;
    void showKind();
    void chooseFile();
    void record();
};

} // namespace tocsin::views
