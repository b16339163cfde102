// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/roster.h"
#include "notices/roster_survey.h"

#include <QHash>

namespace tocsin::jobs {

/// A recipient as letters need it.
notices::LetterRecipient letterRecipient(const casework::Recipient &person);

/// People by the reference that is printed on their letters.
class LetterReferences
{
public:
    void add(const QString &reference, RecipientId person);
    /// Whose reference that is; also in other capitals and with other blanks, where it can be just one. Null for
    /// nobody.
    [[nodiscard]] RecipientId value(const QString &typed) const;
    /// Whether several references differ from it in capitals and blanks alone, and none is it.
    [[nodiscard]] bool isAmbiguous(const QString &typed) const;

private:
    QHash<QString, RecipientId> m_exact;
    QHash<QString, RecipientId> m_folded; ///< null where several are the same but for capitals and blanks
};

/// Everybody of an incident by the reference that their letters have. Needs the right recipient.view.
Result<LetterReferences> letterReferences(casework::ReadSession &session, IncidentId incident);

/// The included people of an incident, or just the people of a wave, in mailing order, read from the store in batches.
class StoreRecipients final : public notices::RecipientSource
{
public:
    StoreRecipients(casework::ReadSession &session, IncidentId incident) : m_session(session), m_incident(incident) { }
    StoreRecipients(casework::ReadSession &session, QList<RecipientId> people)
        : m_session(session), m_people(std::move(people)), m_isChosen(true)
    {
    }

    Result<> rewind() override;
    Result<> rewindTo(const std::vector<quint32> &order) override;
    Result<bool> next(notices::LetterRecipient &into) override;

    /// What people were told with before, for letters that follow.
    void setEarlier(QHash<RecipientId, notices::EarlierLetter> earlier) { m_earlier = std::move(earlier); }

    /// The record behind each letter's recipient id, of those read so far.
    [[nodiscard]] const QHash<QString, RecipientId> &records() const { return m_records; }

private:
    casework::ReadSession &m_session;
    IncidentId m_incident;
    QList<RecipientId> m_people;
    bool m_isChosen = false; ///< m_people are given, and not asked for
    QList<RecipientId> m_ids; ///< the same in the order in which they are read
    QList<casework::Recipient> m_batch;
    qsizetype m_nextId = 0;
    qsizetype m_nextInBatch = 0;
    bool m_begun = false;
    QHash<QString, RecipientId> m_records;
    QHash<RecipientId, notices::EarlierLetter> m_earlier;
};

} // namespace tocsin::jobs
