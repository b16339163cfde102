// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/people.h"

#include "casework/sql.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

Result<QList<Person>> PeopleQuery::run(Reader &reader) const
{
    return sql::rows(
        reader.db(),
        u"SELECT id, slot, name, role, signing_key, added_sequence, removed_sequence FROM person ORDER BY id"_s,
        [](const vault::Statement &row) {
            Person person;
            person.id = sql::id<PersonId>(row, 0);
            person.slot = row.text(1);
            person.name = row.text(2);
            person.role = roleFromToken(row.text(3)).value_or(Role::Observer);
            person.signingKey = row.blob(4);
            person.addedSequence = row.integer(5);
            person.removedSequence = row.optionalInteger(6);
            return person;
        });
}

Result<QString> nameOfActive(Reader &reader, PersonId person)
{
    if (person.isNull())
        return QString();
    return sql::one(
        reader.db(), u"The owner is not one of the people of this store."_s,
        u"SELECT name FROM person WHERE id = ?1 AND removed_sequence IS NULL"_s,
        [](const vault::Statement &row) { return row.text(0); }, person);
}

} // namespace tocsin::casework
