// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/facts_proposal.h"
#include "items/facts_draft.h"
#include "shared/card.h"
#include "shared/case_context.h"

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;
class NoticeBar;

/// "What would change": what trying other facts does to the dates, and the way to save them with a reason. Hidden while
/// nothing is tried. The store works the effect out; where a person goes on typing, the latest facts win.
class FactsTray final : public Card
{
    Q_OBJECT

public:
    explicit FactsTray(CaseContext &context, QWidget *parent = nullptr);

    /// The packs that the incident is computed with: words that they do not know are named.
    void setPacks(const law::RulePacks &packs) { m_packs = packs; }

    /// Shows what these facts would do to this incident.
    void tryFacts(IncidentId incident, const law::Facts &facts);
    /// Shows that what is edited cannot be used. With a path there is a way to the fact.
    void refuse(const QString &problem, const QString &path);
    /// Nothing is edited.
    void rest();

    [[nodiscard]] QString reason() const;
    void setReason(const QString &reason);

Q_SIGNALS:
    void putBackWanted();
    void factWanted(const QString &path);
    /// The facts of this incident are in force, or, with `held`, before counsel.
    void saved(tocsin::IncidentId incident, const law::Facts &facts, bool held);
    void notSaved(const QString &problem);

private:
    CaseContext &m_context;
    law::RulePacks m_packs;
    IncidentId m_incident; ///< of the facts; another one may be in front while they are on their way
    std::optional<law::Facts> m_facts; ///< what is tried
    bool m_asking = false;
    bool m_askAgain = false; ///< other facts came while the store was at work
    bool m_saving = false;
    QString m_blamed; ///< path
    NoticeBar *m_effect;
    QLabel *m_changes;
    Form *m_form;
    QLineEdit *m_reason;
    QPushButton *m_save;

    void makeSaving();
    void ask();
    void showPreview(const Result<casework::FactsPreview> &preview);
    void showLines(const QStringList &lines);
    [[nodiscard]] QString savingWords(const casework::FactsPreview &preview) const;
    void save();
};

} // namespace tocsin::views
