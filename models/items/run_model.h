// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/run.h"
#include "items/item_roles.h"
#include "items/record_table.h"

namespace tocsin::items {

/// The finished letter runs of one notice, newest first, with their counts.
class RunModel final : public RecordTable<casework::Run>
{
    Q_OBJECT

public:
    /// `zone` is the one that times are shown in.
    RunModel(casework::CaseFile *file, QByteArray zone, QObject *parent = nullptr);

    /// A null notice empties the list.
    void setNotice(IncidentId incident, NoticeId notice);
    void setZone(const QByteArray &zone);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();
    void failed(const QString &message);

protected:
    [[nodiscard]] qint64 idOf(const casework::Run &record) const override;
    [[nodiscard]] bool looksSame(const casework::Run &a, const casework::Run &b) const override;

private:
    casework::CaseFile *m_file;
    QByteArray m_zone;
    IncidentId m_incident;
    NoticeId m_notice;
    int m_asked = 0;

    void reload();
    [[nodiscard]] QString secondLine(const casework::Run &run) const;
};

} // namespace tocsin::items
