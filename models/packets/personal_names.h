// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/roster.h"

#include <QHash>
#include <QSet>

namespace tocsin::packets {

/// Knows the people of a roster, to keep them out of text that leaves the store: their full names in either order,
/// lines of their addresses, e-mail addresses, and the ids under which the roster lists them. Capitals, punctuation and
/// spacing do not matter. A single given or family name is not recognized, since too many are words of their own, and
/// neither is a name in a text that has no spaces between words.
class PersonalNames
{
public:
    /// Everybody on the incident's roster, those left out of the notices too.
    static Result<PersonalNames> ofIncident(casework::ReadSession &session, IncidentId incident,
                                            const Progress &progress);

    void add(const casework::Recipient &person);

    /// What stands in the text instead of a person.
    static QString mark();
    /// The text with each passage that names a person replaced; adds their number to `count`.
    [[nodiscard]] QString withhold(const QString &text, qint64 &count) const;

private:
    QSet<QString> m_phrases; ///< words in lower case, one space between
    QHash<QString, int> m_longest; ///< first word: most words of a phrase that begins with it

    void addPhrase(const QString &text, int atLeast);
};

} // namespace tocsin::packets
