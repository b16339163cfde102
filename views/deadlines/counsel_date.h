// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "shared/case_context.h"

#include <QVariantMap>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;
class NoticeBar;

/// Counsel's date of one obligation: who set it and why, the computed date beside it, and for counsel the way to set
/// another one or to lift it.
class CounselDate final : public QWidget
{
    Q_OBJECT

public:
    explicit CounselDate(CaseContext &context, QWidget *parent = nullptr);

    /// What is being entered for this obligation stays. `zone` is that of the facts.
    void show(const casework::ObligationRecord &record, const QByteArray &zone);

    /// What is being entered, and the same back; empty if nothing is.
    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &unfinished);

Q_SIGNALS:
    void done(const tocsin::casework::Receipt &receipt);

private:
    enum class Entry { None, Set, Lift };

    CaseContext &m_context;
    std::optional<casework::ObligationRecord> m_record;
    QByteArray m_zone;
    Entry m_entry = Entry::None;
    NoticeBar *m_moved;
    QLabel *m_computed;
    QLabel *m_reasonGiven;
    QWidget *m_buttons;
    QPushButton *m_set;
    QPushButton *m_lift;
    QWidget *m_entryBox;
    Form *m_form;
    QLineEdit *m_date;
    QLineEdit *m_reason;
    QPushButton *m_save;
    NoticeBar *m_problem;

    void makeEntry();
    void begin(Entry entry);
    void showRecord();
    void save();
    template <typename Command>
    void submit(const Command &command);
    [[nodiscard]] QString computedText() const;
};

} // namespace tocsin::views
