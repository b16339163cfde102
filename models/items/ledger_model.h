// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "items/item_roles.h"

#include <QAbstractTableModel>

namespace tocsin::items {

/// The ledger, newest entry first, read a few hundred entries at a time as somebody scrolls down. Entries never change,
/// so that new ones on top are all that ever happens to it.
class LedgerModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, When, Who, Action, Subject, ColumnCount };

    /// `zone` is the one that times are shown in.
    LedgerModel(casework::CaseFile *file, QByteArray zone, QObject *parent = nullptr);

    /// Lists the entries of one incident, by its reference; empty: all. Also begins to read.
    void setIncident(const QString &reference);
    void setZone(const QByteArray &zone);

    [[nodiscard]] bool isReady() const { return m_ready; }
    /// Null if there is no such row. Valid until control returns to the event loop.
    [[nodiscard]] const casework::LedgerRow *entryAt(int row) const;
    /// -1 if the entry is not among those read so far.
    [[nodiscard]] int rowOf(qint64 sequence) const;
    [[nodiscard]] const QByteArray &zone() const { return m_zone; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void ready();
    void failed(const QString &message);

private:
    casework::CaseFile *m_file;
    QByteArray m_zone;
    QString m_incident;
    QList<casework::LedgerRow> m_rows;
    int m_asked = 0; // numbers the lists begun, so that an answer about an earlier one is let go
    bool m_ready = false;
    bool m_more = false;
    bool m_fetching = false;

    using Answer = Result<QList<casework::LedgerRow>>;
    void ask(qint64 below, void (LedgerModel::*take)(const QList<casework::LedgerRow> &));
    void append(const QList<casework::LedgerRow> &rows);
    void prepend(const QList<casework::LedgerRow> &rows);
    void begin();
    [[nodiscard]] QString firstLine(const casework::LedgerRow &row, int column) const;
    [[nodiscard]] QString secondLine(const casework::LedgerRow &row, int column) const;
    [[nodiscard]] QString spoken(const casework::LedgerRow &row) const;
};

} // namespace tocsin::items
