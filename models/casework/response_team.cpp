// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/response_team.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

PersonId ResponseRole::answers() const
{
    return people.size() == 1 ? people.first().id : PersonId();
}

Result<QList<ResponseRole>> ResponseTeam::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<Person> everybody, PeopleQuery().run(reader));
    QList<ResponseRole> team;
    for (const Role role : allRoles()) {
        if (role == Role::Observer)
            continue;
        QList<Person> people = everybody;
        people.removeIf([role](const Person &each) { return each.role != role || !each.isActive(); });
        team.append({role, people});
    }
    return team;
}

QString teamWords(const QList<ResponseRole> &team)
{
    QStringList words;
    for (const ResponseRole &each : team) {
        QStringList names;
        for (const Person &person : each.people)
            names << person.name;
        words << u"%1: %2"_s.arg(roleName(each.role), names.isEmpty() ? u"nobody yet"_s : names.join(u", "_s));
    }
    return words.join(u"; "_s);
}

} // namespace tocsin::casework
