// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/roster_row.h"

#include <QHash>

namespace tocsin::intake {

/// Finds who comes twice in a file. Keeps two hashes of 64 bits per row and no text; two people taken for one by chance
/// would be a problem to decide, never a row lost.
class DuplicateFinder
{
public:
    struct Finding
    {
        std::optional<NoteKind> kind; ///< Duplicate or DuplicateId
        qint64 otherLine = 0;
        QString rowKey; ///< see RosterRow::rowKey
    };

    /// Takes the next row of the file. The same person is: the same id with the same name and date of birth; or the
    /// same name, date of birth, street and ZIP under any id; or, where there is neither id nor date of birth, the same
    /// name, street and ZIP. Case, accents of case and punctuation do not count.
    Finding add(const RosterRow &row);

private:
    struct Seen
    {
        quint64 person = 0; ///< name and date of birth
        qint64 line = 0;
        qint32 times = 0;
    };
    QHash<quint64, Seen> m_identities;
    QHash<quint64, qint64> m_people;
};

/// SHA-256 over the row's fields, each with its length in front: RosterRow::sourceHash.
QString sourceHash(const RosterRow &row);

} // namespace tocsin::intake
