// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recipient_model.h"

#include "items/item_roles.h"
#include "items/roster_wording.h"
#include "law/states.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::Recipient;

namespace {

constexpr int kKept = 2000; // people at hand: a hundred screens

QString secondLine(const Recipient &person)
{
    QStringList parts{placeText(person)};
    if (!person.notes.isEmpty())
        parts << noteKindName(person.notes.first().toObject().value(u"kind"_s).toString());
    return parts.join(u" · "_s);
}

} // namespace

RecipientModel::RecipientModel(casework::CaseFile *file, QObject *parent) : RecordListModel(file, kKept, parent)
{
    connect(file, &casework::CaseFile::changed, this, &RecipientModel::onChanged);
}

void RecipientModel::setIncident(IncidentId incident)
{
    m_incident = incident;
    reload();
}

void RecipientModel::setFilter(const RecipientFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    reload();
}

void RecipientModel::reload()
{
    askForIds(
        casework::RecipientIds{m_incident, m_filter.search, m_filter.state, m_filter.standing, m_filter.noteKind});
}

void RecipientModel::load(const QList<qint64> &ids)
{
    askForRecords(casework::RecipientsById{idsOf(ids)}, ids);
}

void RecipientModel::onChanged(const casework::ChangeSet &changes)
{
    using casework::Kind;
    if (!changes.touches(Kind::Recipient) && !changes.touches(Kind::Roster))
        return;
    loadAgain(changes, Kind::Recipient);
    reload();
}

QVariant RecipientModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == RecordIdRole)
        return QString::number(idAt(index.row()));
    const Recipient *person = recordAt(index.row());
    if (!person) {
        want(index.row());
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return personTitle(*person);
    case SecondaryTextRole:
        return secondLine(*person);
    case BadgeTextRole:
        return standingName(person->standing);
    case BadgeToneRole:
        return int(standingTone(person->standing));
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(personTitle(*person), standingName(person->standing), secondLine(*person));
    default:
        return {};
    }
}

} // namespace tocsin::items
