// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/run.h"
#include "items/item_roles.h"
#include "items/record_list_model.h"

namespace tocsin::items {

/// The finished letter runs of one notice, newest first, with their counts.
class RunModel final : public RecordListModel
{
    Q_OBJECT

public:
    /// `zone` is the one that times are shown in.
    RunModel(casework::CaseFile *file, QByteArray zone, QObject *parent = nullptr);

    /// A null notice empties the list.
    void setNotice(IncidentId incident, NoticeId notice);
    void setZone(const QByteArray &zone);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();
    void failed(const QString &message);

private:
    casework::CaseFile *m_file;
    QByteArray m_zone;
    IncidentId m_incident;
    NoticeId m_notice;
    QList<casework::Run> m_runs;
    int m_asked = 0;

    void reload();
    [[nodiscard]] QString secondLine(const casework::Run &run) const;
};

} // namespace tocsin::items
