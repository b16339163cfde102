// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/ledger_model.h"

#include "core/when_done.h"
#include "items/action_words.h"
#include "items/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::LedgerRow;

namespace {

constexpr int kPage = 200;

QString roleWords(const QString &token)
{
    const Result<casework::Role> role = casework::roleFromToken(token);
    return role ? casework::roleName(*role) : token;
}

} // namespace

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
        return actionDone(row.action);
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
        .arg(figure(row.sequence), actionDone(row.action), row.subject, row.actorName,
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
