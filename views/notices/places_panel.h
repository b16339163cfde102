// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/publication.h"
#include "shared/card.h"
#include "shared/case_context.h"

#include <functional>

#include <QVariantMap>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tocsin::views {

class Form;
class NoticeBar;

/// Where a public notice appeared: postings with the days that they still have to stand, and outlets with the day on
/// which they got it. Recording happens in a form in place of the list's end.
class PlacesPanel final : public Card
{
    Q_OBJECT

public:
    /// `context` is not owned.
    explicit PlacesPanel(CaseContext *context, QWidget *parent = nullptr);

    void setNotice(const casework::Notice &notice);
    /// What was begun beside any notice and not recorded, to come back over a lock.
    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &unfinished);

Q_SIGNALS:
    void done(const tocsin::casework::Receipt &receipt);

private:
    enum class Task { None, Add, Amend, TakeDown };

    CaseContext *m_context;
    casework::Notice m_notice;
    QList<casework::Publication> m_places;
    Task m_task = Task::None;
    casework::Publication m_place; ///< that the form is about
    QVariantMap m_kept; ///< forms that were left open, by notice

    QWidget *m_list;
    QVBoxLayout *m_rows;
    QPushButton *m_begin;
    Form *m_form;
    QComboBox *m_kind;
    QLineEdit *m_name;
    QLineEdit *m_market;
    QLineEdit *m_day;
    QLineEdit *m_proof;
    QLineEdit *m_reason;
    NoticeBar *m_error;
    QPushButton *m_save;
    QPushButton *m_close;

    void layOut();
    void makeForm();
    void reload();
    void fill();
    void addRow(const casework::Publication &place);
    void begin(Task task, const casework::Publication &place = {});
    [[nodiscard]] QVariantMap written() const;
    void keep();
    void bringBack();
    void updateForm();
    void save();
    template <typename Command>
    void submit(const Command &command);
};

} // namespace tocsin::views
