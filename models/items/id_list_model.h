// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QSet>
#include <QTimer>

namespace tocsin::items {

/// A list of any length whose ids are all known and whose rows are loaded when they are first looked at, a page at a
/// time. It never resets: another list of ids is taken over by difference.
class IdListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit IdListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// 0 if there is no such row.
    [[nodiscard]] qint64 idAt(int row) const { return m_ids.value(row); }
    /// -1 if the id is not in the list.
    [[nodiscard]] int rowOf(qint64 id) const { return static_cast<int>(m_ids.indexOf(id)); }

Q_SIGNALS:
    /// The list now is what was asked for.
    void ready();
    void failed(const QString &message);

protected:
    [[nodiscard]] const QList<qint64> &ids() const { return m_ids; }
    void setIds(const QList<qint64> &ids);

    /// Whether the record with this id is at hand.
    [[nodiscard]] virtual bool hasRecord(qint64 id) const = 0;
    /// Asks for records; arrived() follows for all of them, whether they were found or not.
    virtual void load(const QList<qint64> &ids) = 0;

    /// Remembers that a row was looked at before its record was there; soon load() is called for it and its neighbours.
    void want(int row) const;
    /// Tells views that these records are there now, or are there anew.
    void arrived(const QList<qint64> &ids);

private:
    QList<qint64> m_ids;
    mutable QSet<qint64> m_wanted;
    mutable QTimer m_soon;
    QSet<qint64> m_pending;

    void apply(qsizetype at, qsizetype removed, const QList<qint64> &inserted);
    void loadWanted();
};

} // namespace tocsin::items
