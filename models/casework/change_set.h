// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMetaType>
#include <QSet>

namespace tocsin::casework {

/// The kinds of record a change can touch.
enum class Kind {
    Organization,
    Person,
    Incident,
    Facts,
    FactsProposal,
    TimelineEntry,
    Task,
    Obligation,
    RulePack,
    Roster,
    Recipient,
    Notice,
    NoticeComment,
    Publication,
    Run,
    Delivery,
    Packet,
    PlaybookRun,
    RegisterRecord,
    Template,
    Ledger,
};

inline size_t qHash(Kind kind, size_t seed = 0)
{
    return ::qHash(static_cast<int>(kind), seed);
}

/// Which records a committed command touched, so that item models load just those. A kind listed without ids changed in
/// more rows than are worth naming: load that kind again.
class ChangeSet
{
public:
    void touch(Kind kind, qint64 id) { m_touched[kind].insert(id); }
    void touchAll(Kind kind)
    {
        m_touched[kind] = {};
        m_wholesale.insert(kind);
    }

    [[nodiscard]] bool touches(Kind kind) const { return m_touched.contains(kind); }
    [[nodiscard]] bool isWholesale(Kind kind) const { return m_wholesale.contains(kind); }
    [[nodiscard]] QSet<qint64> ids(Kind kind) const { return m_touched.value(kind); }
    [[nodiscard]] bool isEmpty() const { return m_touched.isEmpty(); }

private:
    QHash<Kind, QSet<qint64>> m_touched;
    QSet<Kind> m_wholesale;
};

} // namespace tocsin::casework

Q_DECLARE_METATYPE(tocsin::casework::ChangeSet)
