// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/facts_record.h"
#include "casework/people.h"
#include "law/engine.h"
#include "shared/card.h"
#include "shared/case_context.h"

class QLineEdit;
class QPushButton;

namespace tocsin::views {

class FactsForm;
class Form;
class NoticeBar;

/// "If the facts change": the facts to try, what that does to the dates before anything is saved, saving with a reason,
/// and the revisions so far.
class FactsPanel final : public Card
{
    Q_OBJECT

public:
    explicit FactsPanel(CaseContext &context, QWidget *parent = nullptr);

    /// The revisions of the incident's facts, newest first, and the people who set them. An unfinished edit stays.
    /// `packs` are those that the incident is computed with.
    void setHistory(const QList<casework::FactsRevision> &history, const QList<casework::Person> &people,
                    const law::RulePacks &packs);

    /// What an edit would do, and the way to save it. Stands apart, so that it can stay in sight while a person edits;
    /// hidden while nothing is edited.
    [[nodiscard]] Card *tray() const { return m_tray; }

    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &unfinished);
    void focusFacts();

private:
    CaseContext &m_context;
    FactsForm *m_facts;
    Card *m_tray;
    NoticeBar *m_effect;
    QLabel *m_changes;
    Form *m_form;
    QLineEdit *m_reason;
    QPushButton *m_save;
    NoticeBar *m_outcome;
    QLabel *m_historyTitle;
    QVBoxLayout *m_history;
    int m_revision = 0;
    IncidentId m_incident;
    law::RulePacks m_packs;
    law::Evaluation m_before;

    void makeTray();
    void showEffect();
    [[nodiscard]] bool awaitsCounsel(QDate discovered) const;
    void save();
    void showHistory(const QList<casework::FactsRevision> &history, const QList<casework::Person> &people);
};

} // namespace tocsin::views
