// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/timeline.h"
#include "items/item_roles.h"
#include "items/record_list_model.h"

#include <optional>

namespace tocsin::items {

/// Which entries of an incident are listed.
struct TimelineFilter
{
    QString search = {}; ///< words; see casework::TimelineIds
    std::optional<casework::Stream> stream = {};
    bool chronologyOnly = false;

    [[nodiscard]] bool isNone() const { return *this == TimelineFilter(); }
    friend bool operator==(const TimelineFilter &, const TimelineFilter &) = default;
};

/// An incident's timeline, newest first. Of 100,000 entries it holds all ids and those few thousand records that were
/// looked at last.
class TimelineModel final : public RecordListModel<casework::TimelineEntry, TimelineEntryId>
{
    Q_OBJECT

public:
    enum Role {
        DayRole = Qt::UserRole + 1, ///< QDate on which it happened, in the zone of the page
        TimeRole, ///< QString: "09:42", "about 09:42", "time unknown"
        OffsetRole, ///< QString: "−05:00"
        QuietRole, ///< bool: written by the program
        StruckRole, ///< bool: superseded by a correction
    };

    /// `zone` is the one that times are shown in.
    TimelineModel(casework::CaseFile *file, QByteArray zone, QObject *parent = nullptr);

    void setIncident(IncidentId incident);
    void setFilter(const TimelineFilter &filter);
    [[nodiscard]] const TimelineFilter &filter() const { return m_filter; }
    void setZone(const QByteArray &zone);

    [[nodiscard]] const QByteArray &zone() const { return m_zone; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The newest entries of incident and filter are there, enough to fill a screen; the rest follows.
    void begun();

protected:
    [[nodiscard]] qint64 idOf(const casework::TimelineEntry &entry) const override { return entry.id.value; }
    void load(const QList<qint64> &ids) override;

private:
    QByteArray m_zone;
    IncidentId m_incident;
    TimelineFilter m_filter;

    void begin();
    void takeFirst(const QList<casework::TimelineEntry> &entries);
    void reload();
    [[nodiscard]] casework::TimelineIds wantedIds() const;
    void onChanged(const casework::ChangeSet &changes);
    [[nodiscard]] QVariant textOf(const casework::TimelineEntry &entry, int role) const;
    [[nodiscard]] QString secondLine(const casework::TimelineEntry &entry) const;
    [[nodiscard]] QString timeText(const casework::TimelineEntry &entry) const;
    [[nodiscard]] QString spoken(const casework::TimelineEntry &entry) const;
};

} // namespace tocsin::items
