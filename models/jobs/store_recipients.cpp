// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/store_recipients.h"

#include "intake/roster_row.h"
#include "intake/us_postal.h"
#include "notices/data_elements.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

constexpr qsizetype kBatch = 500;

/// Whether an earlier row of the file has this person's id already, for the same person or for another.
bool isIdTaken(const casework::Recipient &person)
{
    const auto claims = [](const QJsonValue &note) {
        return note.toObject().value("kind"_L1) == QString(intake::kindName(intake::NoteKind::DuplicateId));
    };
    return person.repeats || std::any_of(person.notes.begin(), person.notes.end(), claims);
}

/// Unique within the incident: two rows may claim one id, and a row may have none.
QString letterId(const casework::Recipient &person)
{
    if (person.recipientId.isEmpty())
        return person.key.left(16);
    return isIdTaken(person) ? person.recipientId + u'-' + person.key.left(8) : person.recipientId;
}

/// As people copy it from a letter.
QString folded(const QString &reference)
{
    return reference.simplified().toCaseFolded();
}

} // namespace

void LetterReferences::add(const QString &reference, RecipientId person)
{
    m_exact.insert(reference, person);
    const QString key = folded(reference);
    m_folded.insert(key, m_folded.contains(key) ? RecipientId() : person);
}

RecipientId LetterReferences::value(const QString &typed) const
{
    const auto exact = m_exact.constFind(typed);
    return exact == m_exact.constEnd() ? m_folded.value(folded(typed)) : *exact;
}

bool LetterReferences::isAmbiguous(const QString &typed) const
{
    return value(typed).isNull() && m_folded.contains(folded(typed));
}

notices::LetterRecipient letterRecipient(const casework::Recipient &person)
{
    notices::LetterRecipient recipient;
    recipient.id = letterId(person);
    recipient.firstName = person.firstName;
    recipient.lastName = person.lastName;
    recipient.address = person.addressLines;
    recipient.city = person.city;
    recipient.state = person.state;
    recipient.residence = person.residence.isEmpty()
        ? intake::stateOfResidence(person.country, person.state, person.postalCode) // of an earlier version's import
        : person.residence;
    recipient.postalCode = person.postalCode;
    recipient.country = person.country;
    recipient.email = person.email;
    recipient.emailConsent = person.emailConsent;
    recipient.language = person.language;
    recipient.form = notices::letterForm(person.status).value_or(notices::LetterForm::Adult);
    recipient.representative = person.representative;
    for (const QString &word : person.dataElements)
        recipient.dataElements << notices::dataToken(word);
    return recipient;
}

Result<LetterReferences> letterReferences(casework::ReadSession &session, IncidentId incident)
{
    TOCSIN_ASSIGN(const QList<RecipientId> ids, session.ask(casework::RecipientIds{incident}));
    LetterReferences references;
    for (qsizetype from = 0; from < ids.size(); from += kBatch) {
        TOCSIN_ASSIGN(const QList<casework::Recipient> batch,
                      session.ask(casework::RecipientsById{ids.mid(from, kBatch)}));
        for (const casework::Recipient &person : batch)
            references.add(letterId(person), person.id);
    }
    return references;
}

Result<> StoreRecipients::rewind()
{
    if (!m_isChosen) {
        casework::RecipientIds query;
        query.incident = m_incident;
        query.standing = casework::Standing::Included;
        TOCSIN_ASSIGN(m_people, m_session.ask(query));
    }
    m_ids = m_people;
    m_batch.clear();
    m_nextId = 0;
    m_nextInBatch = 0;
    m_begun = true;
    return {};
}

Result<> StoreRecipients::rewindTo(const std::vector<quint32> &order)
{
    TOCSIN_TRY(rewind());
    QList<RecipientId> ids;
    ids.reserve(m_ids.size());
    for (const quint32 position : order) {
        if (position >= static_cast<size_t>(m_ids.size()))
            return fail(ErrorCode::Conflict, u"The roster has changed while it was read; begin again."_s);
        ids << m_ids.at(position);
    }
    m_ids = std::move(ids);
    return {};
}

Result<bool> StoreRecipients::next(notices::LetterRecipient &into)
{
    if (!m_begun)
        TOCSIN_TRY(rewind());
    if (m_nextInBatch == m_batch.size()) {
        if (m_nextId == m_ids.size())
            return false;
        TOCSIN_ASSIGN(m_batch, m_session.ask(casework::RecipientsById{m_ids.mid(m_nextId, kBatch)}));
        m_nextId = qMin(m_nextId + kBatch, m_ids.size());
        m_nextInBatch = 0;
    }
    const casework::Recipient &person = m_batch.at(m_nextInBatch++);
    into = letterRecipient(person);
    into.earlier = m_earlier.value(person.id);
    m_records.insert(into.id, person.id);
    return true;
}

} // namespace tocsin::jobs
