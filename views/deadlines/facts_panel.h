// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/facts_record.h"
#include "casework/people.h"
#include "items/facts_draft.h"
#include "shared/card.h"
#include "shared/case_context.h"

class QPushButton;

namespace tocsin::views {

class FactsForm;
class FactsOutline;
class FactsTray;
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
    [[nodiscard]] FactsTray *tray() const { return m_tray; }
    /// Every fact of the same edit. Stands apart, where it has room.
    [[nodiscard]] FactsOutline *outline() const { return m_outline; }

    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &unfinished);
    void focusFacts();

Q_SIGNALS:
    void allFactsWanted();
    /// To be shown in the outline.
    void factWanted(const QString &path);

private:
    CaseContext &m_context;
    items::FactsDraft m_draft;
    QPushButton *m_all;
    FactsForm *m_facts;
    FactsOutline *m_outline;
    FactsTray *m_tray;
    NoticeBar *m_outcome;
    QLabel *m_historyTitle;
    QVBoxLayout *m_history;
    int m_revision = 0;
    IncidentId m_incident;

    void showEffect();
    void setInForce(const law::Facts &facts);
    void showSaved(IncidentId incident, const law::Facts &facts, bool held);
    void showHistory(const QList<casework::FactsRevision> &history, const QList<casework::Person> &people);
};

} // namespace tocsin::views
