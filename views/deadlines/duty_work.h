// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "casework/people.h"
#include "shared/case_context.h"

#include <QVariantMap>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin::views {

class CompletionForm;
class Form;
class NoticeBar;
class ReopenForm;

/// The work on one obligation: how far it is, whose it is, by when the team means to be done, and its proof.
class DutyWork final : public QWidget
{
    Q_OBJECT

public:
    explicit DutyWork(CaseContext &context, QWidget *parent = nullptr);

    /// People who can own work.
    void setPeople(const QList<casework::Person> &people);
    /// A proof or a target that is being entered for this obligation stays. `zone` is that of the facts.
    void show(const casework::ObligationRecord &record, const QByteArray &zone);

    /// The proof that is being written, and the same back; empty if none is.
    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &proof);

Q_SIGNALS:
    void done(const tocsin::casework::Receipt &receipt);

private:
    CaseContext &m_context;
    std::optional<casework::ObligationRecord> m_record;
    QByteArray m_zone;
    QList<casework::Person> m_people;
    Form *m_form;
    QComboBox *m_state;
    QComboBox *m_owner;
    QLineEdit *m_target;
    QLabel *m_proof;
    QPushButton *m_complete;
    CompletionForm *m_completion;
    ReopenForm *m_reopen;
    NoticeBar *m_problem;
    QString m_targetShown; ///< the target as it is stored, in words
    QString m_warnedOf; ///< what is typed as target, once it was said that it lies after the due date
    bool m_loading = false;

    void beginProof();
    void showOwners();
    void showTarget(bool other);
    void showRecord();
    void saveState();
    void saveOwner();
    void saveTarget(bool evenIfLate);
    template <typename Command>
    void submit(const Command &command);
};

} // namespace tocsin::views
