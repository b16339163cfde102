// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/obligation.h"
#include "casework/people.h"
#include "law/rule_pack.h"
#include "shared/card.h"
#include "shared/case_context.h"

#include <QVariantMap>

#include <optional>

class QGridLayout;

namespace tocsin::views {

class Badge;
class CounselDate;
class DutyNotes;
class DutyWork;
class RuleFacts;

/// One obligation: its date, how it was reached step by step, the rule behind it, and the work on it.
class DutyPanel final : public Card
{
    Q_OBJECT

public:
    explicit DutyPanel(CaseContext &context, QWidget *parent = nullptr);

    /// People who can own work.
    void setPeople(const QList<casework::Person> &people);
    /// The packs that the incident is computed with, and the zone of its facts.
    void setLaw(const law::RulePacks &packs, const QByteArray &zone);
    /// Shows an obligation; null shows that none is chosen. What is being entered for it stays.
    void show(const casework::ObligationRecord *record);
    /// Says anew how much time is left.
    void showTime();

    /// What is being entered for the obligation, to come back over a lock.
    [[nodiscard]] QVariantMap unfinished() const;
    /// Writes it again, if the same obligation is shown.
    void restore(const QVariantMap &unfinished);

Q_SIGNALS:
    /// A person wants to say what is missing: a fact, by its path, for a duty to this recipient.
    void factWanted(const QString &path, const QString &recipient);
    /// Something was recorded about the obligation.
    void done(const tocsin::casework::Receipt &receipt);

private:
    CaseContext &m_context;
    std::optional<casework::ObligationRecord> m_record;
    law::RulePacks m_packs;
    QByteArray m_zone;
    QLabel *m_date;
    QLabel *m_left;
    QWidget *m_details;
    Badge *m_confidence;
    Badge *m_review;
    CounselDate *m_counsel;
    DutyWork *m_work;
    QLabel *m_stepsTitle;
    QGridLayout *m_steps;
    RuleFacts *m_rule;
    DutyNotes *m_notes;

    void showBadges();
    void showSteps();
    [[nodiscard]] QWidget *makeMissing(const QString &fact, const QString &name);
    [[nodiscard]] QString leftText(bool late) const;
};

} // namespace tocsin::views
