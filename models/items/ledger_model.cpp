// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/ledger_model.h"

#include "core/when_done.h"
#include "items/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::LedgerRow;

namespace {

constexpr int kPage = 200;

struct ActionWords
{
    QLatin1StringView action;
    const char *name;
};

constexpr std::array kActions{
    ActionWords{"store.create"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Store created")},
    ActionWords{"store.recover"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Store opened with the recovery kit")},
    ActionWords{"store.rekey"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Store encrypted anew")},
    ActionWords{"store.kit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Recovery kit printed")},
    ActionWords{"store.backup"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Backup made")},
    ActionWords{"store.raw-key"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Raw key shown")},
    ActionWords{"store.migrate"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Store brought up to this version")},
    ActionWords{"organization.set"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Organization changed")},
    ActionWords{"person.add"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Person added")},
    ActionWords{"person.remove"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Person removed")},
    ActionWords{"person.passphrase"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Passphrase changed")},
    ActionWords{"incident.create"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Incident begun")},
    ActionWords{"incident.describe"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Incident described")},
    ActionWords{"incident.status"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Status changed")},
    ActionWords{"facts.set"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Facts changed")},
    ActionWords{"facts.acknowledge"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Change of discovery acknowledged")},
    ActionWords{"facts.decline"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Change of discovery declined")},
    ActionWords{"timeline.log"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Timeline entry logged")},
    ActionWords{"timeline.correct"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Timeline entry corrected")},
    ActionWords{"timeline.flag"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Timeline entry flagged")},
    ActionWords{"task.add"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Task added")},
    ActionWords{"task.edit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Task edited")},
    ActionWords{"task.move"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Task moved")},
    ActionWords{"obligation.state"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Work on a duty noted")},
    ActionWords{"obligation.complete"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Duty met")},
    ActionWords{"obligation.assign"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Duty given to a person")},
    ActionWords{"obligation.target"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Internal target set")},
    ActionWords{"obligation.note"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Note on a duty")},
    ActionWords{"obligation.snooze"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Reminders put off")},
    ActionWords{"obligation.override"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Date set by counsel")},
    ActionWords{"obligation.lift-override"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Counsel's date taken back")},
    ActionWords{"law.import"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Rule pack imported")},
    ActionWords{"law.accept"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Rule packs accepted")},
    ActionWords{"roster.import"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Roster imported")},
    ActionWords{"roster.decide"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Rows of the roster decided")},
    ActionWords{"roster.accept-residents"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Counts put into the facts")},
    ActionWords{"notice.create"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Notice begun")},
    ActionWords{"notice.edit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Notice edited")},
    ActionWords{"notice.submit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Notice sent to review")},
    ActionWords{"notice.approve"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Notice approved")},
    ActionWords{"run.record"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Letters produced")},
    ActionWords{"deadlines.export"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Deadlines exported")},
    ActionWords{"packet.build"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Packet built")},
    ActionWords{"ledger.stamp"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Time stamp of a checkpoint")},
    ActionWords{"ledger.export"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Ledger extract exported")},
};

QString roleWords(const QString &token)
{
    const Result<casework::Role> role = casework::roleFromToken(token);
    return role ? casework::roleName(*role) : token;
}

} // namespace

QString actionName(const QString &action)
{
    const auto found = std::find_if(kActions.begin(), kActions.end(),
                                    [&action](const ActionWords &words) { return words.action == action; });
    return found == kActions.end() ? action : QCoreApplication::translate("tocsin::items", found->name);
}

LedgerModel::LedgerModel(casework::CaseFile *file, QByteArray zone, QObject *parent)
    : QAbstractTableModel(parent), m_file(file), m_zone(std::move(zone))
{
    connect(file, &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Ledger) && m_asked > 0)
            ask(0, &LedgerModel::prepend);
    });
}

void LedgerModel::setIncident(const QString &reference)
{
    m_incident = reference;
    begin();
}

void LedgerModel::begin()
{
    ++m_asked;
    m_ready = false;
    m_more = false;
    m_fetching = false;
    if (!m_rows.isEmpty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_rows.clear();
        endRemoveRows();
    }
    ask(0, &LedgerModel::append);
}

void LedgerModel::setZone(const QByteArray &zone)
{
    m_zone = zone;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LedgerModel::ask(qint64 below, void (LedgerModel::*take)(const QList<LedgerRow> &))
{
    const int asked = m_asked;
    whenDone(m_file->ask(casework::LedgerRows{m_incident, below, kPage}), this,
             [this, asked, take](const Answer &answer) {
                 if (asked != m_asked)
                     return;
                 m_ready = true;
                 if (answer)
                     (this->*take)(*answer);
                 else
                     Q_EMIT failed(answer.error().message);
                 Q_EMIT ready();
             });
}

void LedgerModel::append(const QList<LedgerRow> &rows)
{
    m_fetching = false;
    m_more = rows.size() == kPage;
    if (rows.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

void LedgerModel::prepend(const QList<LedgerRow> &rows)
{
    const qint64 newest = m_rows.isEmpty() ? 0 : m_rows.constFirst().sequence;
    QList<LedgerRow> fresh;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(fresh),
                 [newest](const LedgerRow &row) { return row.sequence > newest; });
    if (fresh.size() == kPage) {
        begin(); // more than a page since the last look: the rows between are not here
        return;
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
    m_rows = fresh + m_rows;
    endInsertRows();
}

const LedgerRow *LedgerModel::entryAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int LedgerModel::rowOf(qint64 sequence) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].sequence == sequence)
            return row;
    }
    return -1;
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool LedgerModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_fetching;
}

void LedgerModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    ask(m_rows.constLast().sequence, &LedgerModel::append);
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LedgerRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(row, index.column());
    case SecondaryTextRole:
        return secondLine(row, index.column());
    case EmphasisRole:
        return index.column() == Action;
    case Qt::AccessibleTextRole:
        return index.column() == Number ? spoken(row) : firstLine(row, index.column());
    case RecordIdRole:
        return QString::number(row.sequence);
    default:
        return {};
    }
}

QString LedgerModel::firstLine(const LedgerRow &row, int column) const
{
    const Instant at = row.at.inZone(m_zone);
    switch (column) {
    case Number:
        return figure(row.sequence);
    case When:
        return tr("%1, %2").arg(shortDate(at.localDate(), m_file->now().inZone(m_zone).localDate()), clockTime(at));
    case Who:
        return row.actorName;
    case Action:
        return actionName(row.action);
    default:
        return row.subject;
    }
}

QString LedgerModel::secondLine(const LedgerRow &row, int column) const
{
    switch (column) {
    case When:
        return offsetText(row.at.inZone(m_zone));
    case Who:
        return roleWords(row.actorRole);
    case Action:
        return row.action;
    case Subject:
        return row.incident;
    default:
        return {};
    }
}

QString LedgerModel::spoken(const LedgerRow &row) const
{
    return tr("Entry %1: %2, %3, %4, %5")
        .arg(figure(row.sequence), actionName(row.action), row.subject, row.actorName,
             momentText(row.at.inZone(m_zone)));
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Number:
        return tr("Entry");
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case Action:
        return tr("What");
    default:
        return tr("About");
    }
}

} // namespace tocsin::items
