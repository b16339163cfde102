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

QString actionName(QLatin1StringView action)
{
    static const QHash<QLatin1StringView, const char *> names{
        {"organization.set"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Describe the organization")},
        {"person.add"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Add a person")},
        {"person.remove"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Remove a person")},
        {"person.passphrase"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Change one's own passphrase")},
        {"store.rekey"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Re-key the store")},
        {"store.kit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Print the recovery kit")},
        {"store.backup"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Back the store up")},
        {"store.raw-key"_L1, QT_TRANSLATE_NOOP("tocsin::items", "See the raw key")},
        {"incident.create"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Begin an incident")},
        {"incident.describe"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Describe an incident")},
        {"incident.status"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Set an incident's status")},
        {"facts.set"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Change the facts")},
        {"facts.acknowledge"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Acknowledge a change of discovery")},
        {"facts.decline"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Decline a change of discovery")},
        {"timeline.log"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Log on the timeline")},
        {"timeline.correct"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Correct the timeline")},
        {"timeline.flag"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Choose the regulator's chronology")},
        {"timeline.privileged"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Mark and read privileged entries")},
        {"task.add"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Add a task")},
        {"task.edit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Edit a task")},
        {"task.move"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Move a task")},
        {"obligation.state"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Set a deadline's state and owner")},
        {"obligation.complete"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Record a notice as given")},
        {"obligation.assign"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Give a deadline to a person")},
        {"obligation.target"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Set an internal target")},
        {"obligation.note"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Write a note on a deadline")},
        {"obligation.snooze"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Put reminders off")},
        {"obligation.override"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Set counsel's own date")},
        {"obligation.lift-override"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Take counsel's date back")},
        {"law.import"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Import a rule pack")},
        {"law.accept"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Accept other rule packs for an incident")},
        {"roster.import"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Import a roster")},
        {"roster.decide"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Include or exclude people")},
        {"roster.accept-residents"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Put the roster's figures into the facts")},
        {"recipient.view"_L1, QT_TRANSLATE_NOOP("tocsin::items", "See the people affected")},
        {"notice.create"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Begin a notice")},
        {"notice.edit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Edit a notice")},
        {"notice.submit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Submit a notice for approval")},
        {"notice.approve"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Approve a notice")},
        {"run.record"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Produce letters")},
        {"deadlines.export"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Export the deadlines")},
        {"packet.build"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Build a packet")},
        {"ledger.export"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Export the ledger")},
        {"ledger.checkpoint"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Make a checkpoint")},
        {"ledger.stamp"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Have a checkpoint time-stamped")},
        {"ledger.verify"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Verify the ledger")},
    };
    const char *name = names.value(action);
    return name ? QCoreApplication::translate("tocsin::items", name) : QString(action);
}

} // namespace tocsin::items
