// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/annual_log_model.h"

#include "items/duty_wording.h"
#include "items/wording.h"
#include "law/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::AnnualLogEntry;
using casework::Submission;

void AnnualLogModel::set(const QList<AnnualLogEntry> &entries, QDate today)
{
    const bool otherDay = today != m_today;
    m_today = today;
    takeOver(entries);
    if (otherDay)
        refreshAll();
}

int AnnualLogModel::openCount() const
{
    return static_cast<int>(std::count_if(records().cbegin(), records().cend(), [](const AnnualLogEntry &entry) {
        return entry.submission != Submission::Submitted;
    }));
}

int AnnualLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AnnualLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Incident:
        return tr("Incident");
    case Discovered:
        return tr("Discovered");
    case People:
        return tr("People");
    case Due:
        return tr("Last day");
    default:
        return tr("Submission");
    }
}

QVariant AnnualLogModel::firstLine(const AnnualLogEntry &entry, int column) const
{
    switch (column) {
    case Incident:
        return entry.title;
    case Discovered:
        return entry.discovered.isValid() ? law::shortDate(entry.discovered) : tr("Not known");
    case People:
        return entry.affected ? figure(*entry.affected) : tr("Not counted");
    case Due:
        return entry.due.isNull() ? tr("No date yet") : law::shortDate(entry.due.day());
    default:
        return {};
    }
}

QVariant AnnualLogModel::secondLine(const AnnualLogEntry &entry, int column) const
{
    switch (column) {
    case Incident:
        return entry.reference;
    case Due:
        if (entry.due.isNull() || entry.submission == Submission::Submitted)
            return QString();
        return entry.overridden ? tr("counsel's, %1").arg(timeLeft(m_today, entry.due.day()))
                                : timeLeft(m_today, entry.due.day());
    default:
        return {};
    }
}

Tone AnnualLogModel::toneOf(const AnnualLogEntry &entry) const
{
    if (entry.submission == Submission::Submitted)
        return Tone::Ok;
    const bool late = !entry.due.isNull() && entry.due.day() < m_today;
    if (late)
        return Tone::Danger;
    return entry.submission == Submission::Waiting ? Tone::Warning : Tone::Neutral;
}

QVariant AnnualLogModel::data(const QModelIndex &index, int role) const
{
    const AnnualLogEntry *entry = recordAt(index.row());
    if (!entry)
        return {};
    const bool badge = index.column() == Submitted;
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(*entry, index.column());
    case SecondaryTextRole:
        return secondLine(*entry, index.column());
    case EmphasisRole:
        return index.column() == Incident;
    case BadgeTextRole:
    case Qt::AccessibleTextRole:
        if (!badge)
            return {};
        return toneOf(*entry) == Tone::Danger ? tr("! Late") : casework::submissionName(entry->submission);
    case BadgeToneRole:
        return badge ? QVariant(int(toneOf(*entry))) : QVariant();
    case RecordIdRole:
        return QString::number(entry->obligation.value);
    default:
        return {};
    }
}

} // namespace tocsin::items
