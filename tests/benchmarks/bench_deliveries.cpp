// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"

#include "casework/delivery_acts.h"
#include "casework/delivery_record.h"
#include "casework/notice.h"
#include "casework/roster.h"
#include "casework/run.h"
#include "casework/sql.h"
#include "casework/wave.h"

#include <QElapsedTimer>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;

// What a long roster costs the page of deliveries and the record of a run, with a letter and an e-mail that are one
// first notice, beside the plainest question that touches every letter. The number of people can be given.

namespace {

/// Prints wall and processor time of some work, which must succeed.
template <typename Work>
void measure(const char *what, const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    const auto done = work();
    const double processor = 1e3 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    if (!done)
        qFatal("%s: %s", what, qPrintable(done.error().message));
    std::printf("%-52s %9.1f ms  (processor %.1f ms)\n", what, 1e-6 * static_cast<double>(timer.nsecsElapsed()),
                processor);
}

/// People in one statement: what is measured is asking, not how they came. A tenth agreed to be told by e-mail.
struct FillRoster
{
    static constexpr QLatin1StringView kAction = AcceptStaged::kAction;
    IncidentId incident;
    int people = 0;

    Result<Outcome> apply(Writer &writer) const
    {
        TOCSIN_TRY(sql::run(writer.db(),
                            u"INSERT INTO roster (id, incident, revision, file_name, file_sha256, summary, added, "
                            "changed, unchanged, imported_ms, imported_zone, imported_by) VALUES (1, ?1, 1, 'r.csv', "
                            "'', '{}', ?2, 0, 0, ?3, ?4, ?5)"_s,
                            incident, people, writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id));
        TOCSIN_TRY(sql::run(
            writer.db(),
            u"INSERT INTO recipient (incident, key, recipient_id, row_hash, line, first_name, last_name, address, "
            "city, state, residence, postal_code, country, email, email_consent, language, status, representative, "
            "data_elements, reachable, repeats, standing, notes, first_note, roster) "
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2) SELECT ?1, 'K' || i, "
            "'R' || i, '', i, 'Ann', 'Sample', '[\"1 Main St\"]', 'Austin', 'TX', 'TX', printf('%05d', i % 99999), "
            "'US', 'a@example.com', i % 10 = 0, 'en', 'adult', '', '[\"name\"]', 1, 0, 'included', '[]', '', 1 FROM n"_s,
            incident, people));
        return Outcome{1, u"roster"_s};
    }
};

RecordRun runOf(const Notice &notice, const QList<RecipientId> &people)
{
    RecordRun run;
    run.notice = notice.id;
    run.noticeVersion = notice.version;
    run.kind = u"full"_s;
    run.letters = people.size();
    run.letterDate = QDate(2026, 3, 20);
    run.deliveries.reserve(people.size());
    for (const RecipientId person : people)
        run.deliveries.append({person, 1, 1, 2, u"00"_s});
    return run;
}

/// What the page asks when it opens, and again after each change.
Result<> page(CaseFixture &store, const Notice &notice)
{
    TOCSIN_TRY(store.ask(DeliveryFunnelQuery{notice.id}));
    TOCSIN_TRY(store.ask(DeliveryActs{notice.id}));
    TOCSIN_TRY(store.ask(SubstituteOwed{notice.id}));
    TOCSIN_TRY(store.ask(RosterTotalsQuery{notice.incident}));
    TOCSIN_TRY(store.ask(DeliveryPeopleIds{notice.id, {}, {}}));
    return {};
}

/// The baseline: each letter once, with whom it is for.
struct EveryLetter
{
    using Answer = qint64;
    Result<qint64> run(Reader &reader) const
    {
        return sql::one(reader.db(), {},
                        u"SELECT sum(length(r.key)) FROM delivery d JOIN recipient r ON r.id = d.recipient"_s,
                        [](const vault::Statement &row) { return row.integer(0); });
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int people = argc > 1 ? std::atoi(argv[1]) : 100'000;
    CaseFixture store;
    const IncidentId incident = store.incident();
    const auto mail = store.submit(CreateNotice{incident, u"email-en"_s, u"E-mail"_s, u"email"_s, u"en"_s, {}, {}});
    if (!mail || !store.submit(FillRoster{incident, people}))
        qFatal("cannot fill the store");
    const Notice letters = store.ask(NoticeByKey{incident, u"individual-en"_s}).value();
    const Notice emails = store.ask(NoticeByKey{incident, u"email-en"_s}).value();
    std::printf("%d people, a tenth of them told by e-mail\n", people);
    QList<RecipientId> agreed;
    const QList<RecipientId> everybody = store.ask(RecipientIds{incident}).value();
    for (const RecipientId person : everybody) {
        if (person.value % 10 == 0)
            agreed << person;
    }
    measure("record the run of e-mails", [&] { return store.submit(runOf(emails, agreed)); });
    measure("whom the letters go to", [&] { return store.ask(WaveQuery{letters, false, 1, 1}); });
    const QList<RecipientId> wave = store.ask(WaveQuery{letters, false, 1, 1}).value().people;
    measure("record the run of letters", [&] { return store.submit(runOf(letters, wave)); });
    const RunId run = store.ask(RunsQuery{incident}).value().first().id;
    measure("record that they were mailed", [&] {
        return store.submit(RecordMailed{run, QDate(2026, 3, 20), {u"Mail House"_s, u"Job 1"_s, {}, {}}});
    });
    measure("every letter with its person (baseline)", [&] { return store.ask(EveryLetter()); });
    measure("all that the page of deliveries asks", [&] { return page(store, letters); });
    return 0;
}
