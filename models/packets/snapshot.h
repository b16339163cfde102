// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/database.h"

#include <utility>

namespace tocsin::packets {

/// One moment of the store for as long as this lives: what several queries tell belongs together.
class Snapshot
{
public:
    static Result<Snapshot> begin(vault::Database &database)
    {
        TOCSIN_TRY(database.execute(QStringLiteral("BEGIN")));
        return Snapshot(database);
    }
    ~Snapshot()
    {
        if (m_database != nullptr)
            static_cast<void>(m_database->execute(QStringLiteral("ROLLBACK")));
    }
    Snapshot(Snapshot &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }
    Snapshot &operator=(Snapshot &&) = delete;
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    explicit Snapshot(vault::Database &database) : m_database(&database) { }

    vault::Database *m_database;
};

} // namespace tocsin::packets
