// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/person_model.h"

#include "items/item_roles.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::Person;

PersonModel::PersonModel(QObject *parent) : RecordTable(parent) { }

void PersonModel::set(const QList<Person> &people, PersonId self)
{
    m_self = self;
    QList<Person> ordered = people;
    std::stable_partition(ordered.begin(), ordered.end(), [](const Person &person) { return person.isActive(); });
    takeOver(ordered);
}

int PersonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PersonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : section == RoleName ? tr("Role") : tr("Key slot");
}

QVariant PersonModel::data(const QModelIndex &index, int role) const
{
    const Person *person = recordAt(index.row());
    if (!person)
        return {};
    if (role == RecordIdRole)
        return QString::number(person->id.value);
    if (index.column() == Name && role == Qt::DisplayRole)
        return person->name;
    if (index.column() == Name && role == SecondaryTextRole)
        return person->id == m_self ? tr("You") : QString();
    if (index.column() == RoleName && role == Qt::DisplayRole)
        return casework::roleName(person->role);
    const QString standing = person->isActive() ? tr("Active") : tr("Removed");
    if (index.column() == Standing && (role == BadgeTextRole || role == Qt::AccessibleTextRole))
        return standing;
    if (index.column() == Standing && role == BadgeToneRole)
        return int(person->isActive() ? Tone::Ok : Tone::Neutral);
    return {};
}

bool PersonModel::looksSame(const Person &a, const Person &b) const
{
    return a.name == b.name && a.role == b.role && a.removedSequence == b.removedSequence;
}

} // namespace tocsin::items
