// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/timeline_model.h"

#include "core/when_done.h"
#include "items/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::ChangeSet;
using casework::EntrySource;
using casework::Kind;
using casework::Precision;
using casework::TimelineEntry;

namespace {

constexpr qsizetype kMostRecords = 4096; // some hundred screens of rows
constexpr int kFirstRows = 64; // more than a screen shows

/// The newest entries with their words, in one answer: what is in sight does not wait for 100,000 ids.
struct FirstEntries
{
    using Answer = QList<TimelineEntry>;
    casework::TimelineIds wanted;

    Result<QList<TimelineEntry>> run(casework::Reader &reader) const
    {
        casework::TimelineIds first = wanted;
        first.most = kFirstRows;
        TOCSIN_ASSIGN(const QList<TimelineEntryId> ids, first.run(reader));
        return casework::TimelineEntries{ids}.run(reader);
    }
};

} // namespace

TimelineModel::TimelineModel(casework::CaseFile *file, QByteArray zone, QObject *parent)
    : RecordListModel(file, kMostRecords, parent), m_zone(std::move(zone))
{
    connect(file, &casework::CaseFile::changed, this, &TimelineModel::onChanged);
}

void TimelineModel::setIncident(IncidentId incident)
{
    if (m_incident == incident)
        return;
    m_incident = incident;
    setIds({});
    begin();
}

void TimelineModel::setFilter(const TimelineFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    begin();
}

void TimelineModel::setZone(const QByteArray &zone)
{
    m_zone = zone;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

casework::TimelineIds TimelineModel::wantedIds() const
{
    return {m_incident, m_filter.search, m_filter.stream, m_filter.chronologyOnly, false, {}};
}

/// Another list: the first rows at once, then the rest.
void TimelineModel::begin()
{
    const int asked = ask();
    if (m_incident.isNull())
        return settle(QList<qint64>());
    whenDone(file().ask(FirstEntries{wantedIds()}), this, [this, asked](const Result<QList<TimelineEntry>> &answer) {
        if (isOvertaken(asked))
            return;
        if (answer)
            takeFirst(*answer);
        else
            settle(answer.error());
    });
}

void TimelineModel::takeFirst(const QList<TimelineEntry> &entries)
{
    QList<qint64> ids;
    for (const TimelineEntry &entry : entries) {
        ids << entry.id.value;
        keep(entry);
    }
    const bool all = ids.size() < kFirstRows;
    if (all)
        settle(ids);
    else
        setIds(ids);
    Q_EMIT begun();
    if (!all)
        reload();
}

/// The whole list, as it is now. What is in sight stays where it is.
void TimelineModel::reload()
{
    askForIds(wantedIds());
}

void TimelineModel::load(const QList<qint64> &ids)
{
    askForRecords(casework::TimelineEntries{idsOf(ids)}, ids);
}

void TimelineModel::onChanged(const ChangeSet &changes)
{
    if (!changes.touches(Kind::TimelineEntry))
        return;
    loadAgain(changes, Kind::TimelineEntry);
    if (!m_incident.isNull())
        reload();
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == RecordIdRole)
        return QString::number(idAt(index.row()));
    const TimelineEntry *entry = recordAt(index.row());
    if (entry)
        return textOf(*entry, role);
    want(index.row());
    return role == Qt::DisplayRole ? QVariant(u"…"_s) : QVariant();
}

QVariant TimelineModel::textOf(const TimelineEntry &entry, int role) const
{
    const Instant at = entry.at.inZone(m_zone);
    switch (role) {
    case Qt::DisplayRole:
        return entry.text.simplified();
    case Qt::AccessibleTextRole:
        return spoken(entry);
    case SecondaryTextRole:
        return secondLine(entry);
    case BadgeTextRole:
        return entry.privileged ? QVariant(tr("Privileged")) : QVariant();
    case BadgeToneRole:
        return entry.privileged ? QVariant(static_cast<int>(Tone::Warning)) : QVariant();
    case DayRole:
        return at.localDate();
    case TimeRole:
        return timeText(entry);
    case OffsetRole:
        return entry.precision == Precision::Unknown ? QVariant() : QVariant(offsetText(at));
    case QuietRole:
        return entry.source == EntrySource::System;
    case StruckRole:
        return entry.supersededBy.has_value();
    default:
        return {};
    }
}

QString TimelineModel::timeText(const TimelineEntry &entry) const
{
    const QString time = clockTime(entry.at.inZone(m_zone));
    switch (entry.precision) {
    case Precision::Approximate:
        return tr("about %1").arg(time);
    case Precision::Unknown:
        return tr("unknown");
    case Precision::Exact:
        break;
    }
    return time;
}

QString TimelineModel::secondLine(const TimelineEntry &entry) const
{
    QStringList parts{casework::streamName(entry.stream)};
    parts << (entry.source == EntrySource::System ? tr("written by Tocsin for %1").arg(entry.authorName)
                                                  : entry.authorName);
    if (entry.supersededBy)
        parts << tr("superseded by entry %1").arg(entry.supersededBy->value);
    if (entry.supersedes)
        parts << tr("corrects entry %1").arg(entry.supersedes->value);
    if (!entry.inChronology && !entry.privileged)
        parts << tr("not in the regulator's chronology");
    return parts.join(u" · "_s);
}

QString TimelineModel::spoken(const TimelineEntry &entry) const
{
    const QString when = entry.precision == Precision::Unknown
        ? tr("time unknown, recorded %1").arg(momentText(entry.at.inZone(m_zone)))
        : momentText(entry.at.inZone(m_zone));
    QStringList parts{entry.text, when, secondLine(entry)};
    if (entry.privileged)
        parts << tr("Privileged");
    return parts.join(u". "_s);
}

} // namespace tocsin::items
