// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/casework/raw_store.h"

#include "casework/obligation.h"
#include "casework/task.h"
#include "casework/timeline.h"

#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

// How fast a store with a long timeline opens, and how fast its ledger grows, beside plain SQLCipher doing the least
// that the same would need.

namespace {

constexpr int kEntries = 100'000;
constexpr int kAppends = 1'000;

double processorMilliseconds()
{
    return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Prints wall and processor time of some work, which must succeed.
template <typename Work>
void measure(const char *what, int count, Work work)
{
    QElapsedTimer timer;
    timer.start();
    const double before = processorMilliseconds();
    const auto done = work();
    const double processor = processorMilliseconds() - before;
    const double wall = 1e-6 * static_cast<double>(timer.nsecsElapsed());
    if (!done)
        qFatal("%s: %s", what, qPrintable(done.error().message));
    if (count == 1)
        std::printf("%-58s %9.1f ms  (processor %.1f ms)\n", what, wall, processor);
    else
        std::printf("%-58s %9.0f /s  (processor %.0f /s)\n", what, 1e3 * count / wall, 1e3 * count / processor);
}

/// A long timeline in one transaction: what is measured is reading it, not how it came.
struct FillTimeline
{
    static constexpr QLatin1StringView kAction = LogEntry::kAction;
    IncidentId incident;
    Result<Outcome> apply(Writer &writer) const
    {
        for (int n = 0; n < kEntries; ++n) {
            LogEntry entry{incident,
                           u"Entry %1: the access logs of host %2 were copied and hashed"_s.arg(n).arg(n % 97)};
            entry.at = writer.now().plusMSecs(qint64(n) * 60'000);
            TOCSIN_TRY(entry.apply(writer));
        }
        return Outcome{incident.value, {}};
    }
};

/// What a window asks for before it is usable.
Result<> firstPage(CaseFile &file)
{
    TOCSIN_ASSIGN(const QList<Incident> incidents, file.ask(IncidentsQuery()).result());
    const IncidentId incident = incidents.first().id;
    TOCSIN_ASSIGN(const QList<TimelineEntryId> ids, file.ask(TimelineIds{incident}).result());
    TOCSIN_TRY(file.ask(TimelineEntries{ids.first(50)}).result());
    TOCSIN_TRY(file.ask(TasksQuery{incident}).result());
    TOCSIN_TRY(file.ask(ObligationsQuery{incident}).result());
    return {};
}

Result<> plainInserts(vault::Database &database)
{
    TOCSIN_TRY(database.execute(u"CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"_s));
    for (int n = 0; n < kAppends; ++n) {
        TOCSIN_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(database));
        {
            TOCSIN_ASSIGN(vault::Statement insert, database.prepare(u"INSERT INTO plain (text) VALUES (?1)"_s));
            TOCSIN_TRY(insert.bindAll(u"Entry %1"_s.arg(n)).run());
        }
        TOCSIN_TRY(transaction.commit());
    }
    return {};
}

Result<> appends(CaseFile &file, IncidentId incident)
{
    QList<QFuture<Result<Receipt>>> futures;
    for (int n = 0; n < kAppends; ++n)
        futures << file.submit(LogEntry{incident, u"Entry %1"_s.arg(n)});
    for (auto &future : futures)
        TOCSIN_TRY(future.result());
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    CaseFixture store;
    const IncidentId incident = store.incident();
    measure("fill: entries written in one transaction", kEntries, [&] { return store.submit(FillTimeline{incident}); });

    auto raw = test::openRaw(store);
    if (!raw)
        qFatal("%s", qPrintable(raw.error().message));
    measure("baseline: plain SQLCipher insert, a transaction each", kAppends, [&] { return plainInserts(*raw); });
    measure("ledger append: log an entry, signed, searchable", kAppends,
            [&] { return appends(store.file(), incident); });

    vault::DatabaseKey key;
    store.close();
    {
        const auto vault = vault::Vault::unlock(store.path(), {u"Ada"_s, CaseFixture::passphraseOf(u"Ada"_s), {}});
        key = test::keyOf(vault->rawKeyHex());
    }
    {
        const auto closing = std::move(*raw);
    }
    measure("baseline: open SQLCipher with the raw key, read one row", 1, [&]() -> Result<> {
        TOCSIN_ASSIGN(vault::Database database, vault::Database::open(store.path(), key, vault::OpenMode::ReadOnly));
        return database.integer(u"SELECT count(*) FROM incident"_s).map([](qint64) {});
    });
    measure("unlock, key derivation of 8 MiB and one pass included", 1, [&] { return store.openAs(u"Ada"_s); });
    measure("first page: incidents, timeline, tasks, obligations", 1, [&] { return firstPage(store.file()); });
    measure("search 100,000 entries for two words", 1, [&] {
        return store.ask(TimelineIds{incident, u"hashed host"_s});
    });
    return 0;
}
