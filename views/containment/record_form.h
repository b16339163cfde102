// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/register_record.h"
#include "shared/case_context.h"

#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tocsin::views {

class Form;
class NoticeBar;
class PathField;

/// One record of a register to write or to amend in place. Its fields are those of its kind; changing one asks why.
class RecordForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordForm(CaseContext *context, QWidget *parent = nullptr);

    /// `parents` are the records that a new one can belong to.
    void beginNew(const QString &kind, const QList<casework::RegisterRecord> &parents);
    void showRecord(const casework::RegisterRecord &record);
    /// What is written and not entered yet, to come back over a lock; empty if there is nothing.
    [[nodiscard]] QVariantMap unfinished() const;
    /// Writes it into the form of the same record.
    void restore(const QVariantMap &unfinished);
    /// False, once, if something would be lost; the form says so.
    bool mayLeave();
    /// The form is not in sight any more. What was submitted is carried out all the same.
    void leave();

Q_SIGNALS:
    /// It is done, whatever the form shows by now.
    void saved(const tocsin::casework::Receipt &receipt);
    /// It was not done, and the form shows something else by now.
    void failed(const QString &problem);
    /// The form has nothing more to do.
    void closed();

private:
    CaseContext *m_context;
    int m_shown = 0; ///< grows with each record that the form shows or leaves
    bool m_isSubmitted = false; ///< what is written is on its way to the store; while a file is read it is not
    QVariantMap m_untouched; ///< what was in the fields at first
    QVariantMap m_warnedOf; ///< what was in them when the form said that it would be lost
    casework::RegisterKind m_kind;
    std::optional<casework::RegisterRecord> m_record;
    QVBoxLayout *m_layout;
    QLabel *m_heading;
    QWidget *m_body = nullptr; ///< made anew for each kind
    Form *m_form = nullptr;
    QHash<QString, QWidget *> m_fields; ///< by field id
    QComboBox *m_parent = nullptr;
    PathField *m_file = nullptr;
    QLineEdit *m_reason = nullptr;
    NoticeBar *m_problem;
    QPushButton *m_save;
    QPushButton *m_close;
    QPushButton *m_verify;
    QPushButton *m_cancel;

    void build(const QList<casework::RegisterRecord> &parents);
    [[nodiscard]] QWidget *makeField(const casework::RegisterField &field);
    [[nodiscard]] QString hintOf(const casework::RegisterField &field) const;
    [[nodiscard]] QString shownValue(const casework::RegisterField &field, const QString &value) const;
    [[nodiscard]] QString enteredValue(const casework::RegisterField &field) const;
    [[nodiscard]] casework::RegisterValues values() const;
    [[nodiscard]] QVariantMap written() const;
    void showButtons();
    void setBusy(bool busy);
    void save();
    [[nodiscard]] casework::AddRegisterRecord newRecord(const casework::RegisterValues &entered) const;
    void digest(const QString &path, const QString &title, int shown,
                const std::function<void(const casework::FileDigest &)> &use);
    void toggleClosed();
    void verify();
    template <typename Command>
    void submit(const Command &command, int shown);
    void finish(const Result<casework::Receipt> &receipt, int shown);
    void fail(const QString &problem, int shown);
};

} // namespace tocsin::views
