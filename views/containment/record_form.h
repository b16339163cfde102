// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/register_record.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"

#include <QWidget>

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

Q_SIGNALS:
    void saved(const tocsin::casework::Receipt &receipt);
    void closed();

private:
    CaseContext *m_context;
    JobSlot m_job;
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
    void showButtons();
    void save();
    void saveNew(const std::optional<casework::FileDigest> &file);
    void toggleClosed();
    void verify();
    void finish(const Result<casework::Receipt> &receipt);
};

} // namespace tocsin::views
