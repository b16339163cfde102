// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "core/when_done.h"
#include "items/id_list_model.h"

#include <QCache>

namespace tocsin::items {

/// An IdListModel over the store: of its records those are kept that were looked at last. `Id` is their key.
template <typename Record, typename Id>
class RecordListModel : public IdListModel
{
public:
    /// False until all ids that were asked for last have come, or could not be had; signals follow after.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// Null while it is not loaded. Valid until control returns to the event loop.
    [[nodiscard]] const Record *recordAt(int row) const { return m_records.object(idAt(row)); }

protected:
    /// `file` is not owned; of so many records at most are kept.
    RecordListModel(casework::CaseFile *file, int kept, QObject *parent)
        : IdListModel(parent), m_file(file), m_records(kept)
    {
    }

    [[nodiscard]] casework::CaseFile &file() const { return *m_file; }
    [[nodiscard]] bool hasRecord(qint64 id) const final { return m_records.contains(id); }
    [[nodiscard]] virtual qint64 idOf(const Record &record) const = 0;
    void keep(const Record &record) { m_records.insert(idOf(record), new Record(record)); }
    /// Nothing stays of another list, and what is on its way of it is let go.
    void forget()
    {
        ask();
        ++m_list;
        m_records.clear();
        setIds({});
    }

    /// Numbers a question for ids, so that the answer to an earlier one is let go.
    int ask()
    {
        m_ready = false;
        return ++m_asked;
    }
    [[nodiscard]] bool isOvertaken(int asked) const { return asked != m_asked; }

    /// Nothing more is awaited: these are all there are.
    void settle(const QList<qint64> &all)
    {
        m_ready = true;
        setIds(all);
        Q_EMIT ready();
    }
    void settle(const Error &error)
    {
        m_ready = true;
        Q_EMIT failed(error.message);
    }

    /// Asks which ids there are now. What is in sight stays where it is.
    template <typename Query>
    void askForIds(const Query &query)
    {
        takeIds(m_file->ask(query));
    }
    /// The same with a question that was asked already.
    void takeIds(const QFuture<Result<QList<Id>>> &ids)
    {
        whenDone(ids, this, [this, asked = ask()](const Result<QList<Id>> &answer) {
            if (isOvertaken(asked))
                return;
            if (!answer)
                return settle(answer.error());
            QList<qint64> values;
            values.reserve(answer->size());
            for (const Id id : *answer)
                values << id.value;
            settle(values);
        });
    }

    /// Asks for the records of some ids, as load() does.
    template <typename Query>
    void askForRecords(const Query &query, const QList<qint64> &ids)
    {
        whenDone(m_file->ask(query), this, [this, ids, list = m_list](const Result<QList<Record>> &answer) {
            if (!answer) {
                Q_EMIT failed(answer.error().message);
                return;
            }
            if (list == m_list) {
                for (const Record &record : *answer)
                    keep(record);
            }
            arrived(ids);
        });
    }

    /// Loads again what is at hand of the changed ones; it is shown as it is until the new words are here.
    void loadAgain(const casework::ChangeSet &changes, casework::Kind kind)
    {
        if (changes.isWholesale(kind)) {
            loadAllAgain();
            return;
        }
        QList<qint64> stale = m_records.keys();
        stale.removeIf([touched = changes.ids(kind)](qint64 id) { return !touched.contains(id); });
        if (!stale.isEmpty())
            load(stale);
    }
    void loadAllAgain()
    {
        if (!m_records.isEmpty())
            load(m_records.keys());
    }

    static QList<Id> idsOf(const QList<qint64> &values)
    {
        QList<Id> ids;
        for (const qint64 value : values)
            ids << Id{value};
        return ids;
    }

private:
    casework::CaseFile *m_file;
    QCache<qint64, Record> m_records;
    int m_asked = 0;
    bool m_ready = false;
    int m_list = 0; ///< numbers the lists that forget() ended
};

} // namespace tocsin::items
