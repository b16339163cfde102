// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/packet_model.h"

#include "core/when_done.h"
#include "items/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::Packet;

namespace {

constexpr qsizetype kShortHash = 8;

/// A hash as people compare it at a glance: "51aab2c4…0e71f09d".
QString shortHash(const QString &sha256)
{
    return QString(sha256.left(kShortHash) + u'…' + sha256.right(kShortHash));
}

} // namespace

PacketModel::PacketModel(casework::CaseFile *file, QByteArray zone, QObject *parent)
    : RecordTable(parent), m_file(file), m_zone(std::move(zone))
{
    connect(file, &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Packet))
            reload();
    });
}

void PacketModel::setIncident(IncidentId incident)
{
    if (m_incident == incident)
        return;
    m_incident = incident;
    reload();
}

void PacketModel::setZone(const QByteArray &zone)
{
    m_zone = zone;
    refreshAll();
}

void PacketModel::reload()
{
    const int asked = ++m_asked;
    m_ready = false;
    whenDone(m_file->ask(casework::PacketsQuery{m_incident}), this, [this, asked](const Result<QList<Packet>> &answer) {
        if (asked != m_asked)
            return;
        m_ready = true;
        if (!answer) {
            Q_EMIT failed(answer.error().message);
            return;
        }
        QList<Packet> newestFirst = *answer;
        std::sort(newestFirst.begin(), newestFirst.end(),
                  [](const Packet &a, const Packet &b) { return a.number > b.number; });
        takeOver(newestFirst);
        Q_EMIT loaded();
    });
}

int PacketModel::rowOf(PacketId packet) const
{
    const auto found
        = std::find_if(records().cbegin(), records().cend(), [&](const Packet &each) { return each.id == packet; });
    return found == records().cend() ? -1 : static_cast<int>(found - records().cbegin());
}

int PacketModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant PacketModel::firstLine(const Packet &packet, int column) const
{
    switch (column) {
    case NumberColumn:
        return QString::number(packet.number);
    case BuiltColumn:
        return momentText(packet.built.inZone(m_zone));
    case PagesColumn:
        return figure(packet.pages);
    case LedgerColumn:
        return figure(packet.ledgerCount);
    case HashColumn:
        return shortHash(packet.manifestSha256);
    default:
        return {};
    }
}

QVariant PacketModel::secondLine(const Packet &packet, int column) const
{
    return column == BuiltColumn ? QVariant(tr("by %1").arg(packet.byName)) : QVariant();
}

qint64 PacketModel::idOf(const Packet &record) const
{
    return record.id.value;
}

bool PacketModel::looksSame(const Packet &a, const Packet &b) const
{
    return a.id == b.id; // what was recorded of one never changes
}

QVariant PacketModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Packet &packet = records()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(packet, index.column());
    case Qt::ToolTipRole:
        return index.column() == HashColumn ? QVariant(packet.manifestSha256) : QVariant();
    case SecondaryTextRole:
        return secondLine(packet, index.column());
    case EmphasisRole:
        return index.column() == NumberColumn;
    case RecordIdRole:
        return QString::number(packet.id.value);
    default:
        return {};
    }
}

QVariant PacketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Packet");
    case BuiltColumn:
        return tr("Built");
    case PagesColumn:
        return tr("Pages");
    case LedgerColumn:
        return tr("Entries");
    case HashColumn:
        return tr("Number (SHA-256)");
    default:
        return {};
    }
}

} // namespace tocsin::items
