// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recipient_model.h"

#include "core/when_done.h"
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
    const QString place = QStringList{person.city, person.state, person.postalCode}.join(u' ').simplified();
    QStringList parts{place.isEmpty() ? RecipientModel::tr("no address") : place};
    if (!person.notes.isEmpty())
        parts << noteKindName(person.notes.first().toObject().value(u"kind"_s).toString());
    return parts.join(u" · "_s);
}

} // namespace

RecipientModel::RecipientModel(casework::CaseFile *file, QObject *parent)
    : IdListModel(parent), m_file(file), m_people(kKept)
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
    const int asked = ++m_asked;
    const casework::RecipientIds query{m_incident, m_filter.search, m_filter.state, m_filter.standing,
                                       m_filter.noteKind};
    whenDone(m_file->ask(query), this, [this, asked](const Result<QList<RecipientId>> &answer) {
        if (asked != m_asked)
            return;
        if (!answer) {
            Q_EMIT failed(answer.error().message);
            return;
        }
        QList<qint64> ids;
        for (const RecipientId id : *answer)
            ids << id.value;
        setIds(ids);
        Q_EMIT ready();
    });
}

void RecipientModel::load(const QList<qint64> &ids)
{
    casework::RecipientsById query;
    for (const qint64 id : ids)
        query.ids << RecipientId{id};
    whenDone(m_file->ask(query), this, [this, ids](const Result<QList<Recipient>> &answer) {
        if (!answer) {
            Q_EMIT failed(answer.error().message);
            return;
        }
        for (const Recipient &person : *answer)
            m_people.insert(person.id.value, new Recipient(person));
        arrived(ids);
    });
}

void RecipientModel::onChanged(const casework::ChangeSet &changes)
{
    using casework::Kind;
    if (!changes.touches(Kind::Recipient) && !changes.touches(Kind::Roster))
        return;
    QList<qint64> stale;
    const QSet<qint64> touched = changes.ids(Kind::Recipient);
    for (const qint64 id : m_people.keys()) {
        if (changes.isWholesale(Kind::Recipient) || touched.contains(id))
            stale << id;
    }
    // What is shown stays until the new words are here.
    if (!stale.isEmpty())
        load(stale);
    reload();
}

QVariant RecipientModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == RecordIdRole)
        return QString::number(idAt(index.row()));
    const Recipient *person = personAt(index.row());
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
