// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/sql.h"
#include "casework/timeline.h"
#include "models/casework/case_fixture.h"
#include "shared/case_context.h"
#include "shared/theme.h"
#include "timeline/timeline_list.h"
#include "timeline/timeline_page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QStringListModel>

#include <cstdio>
#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;

// The timeline with 100,000 entries: from unlocking to a window that takes keys (with a key derivation that costs next
// to nothing), the first paint of the page, and search; beside a plain list of as many texts and a plain COUNT.

namespace {

constexpr int kEntries = 100'000;

QString textOf(int number)
{
    static const QStringList things{u"bucket policy replaced"_s, u"roster received"_s, u"stand-up held"_s,
                                    u"access keys rotated"_s, u"letter sent to counsel"_s};
    return u"Entry %1: %2"_s.arg(number).arg(things[number % things.size()]);
}

/// All entries in one transaction: what is measured is reading them.
struct LogMany
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("timeline.log");
    IncidentId incident;

    Result<casework::Outcome> apply(casework::Writer &writer) const
    {
        Result<casework::Outcome> last = casework::Outcome();
        for (int i = 0; i < kEntries && last; ++i) {
            casework::LogEntry command;
            command.incident = incident;
            command.text = textOf(i);
            command.at = writer.now().plusMSecs(-60'000LL * (kEntries - i));
            command.stream = static_cast<casework::Stream>(i % 4);
            last = command.apply(writer);
        }
        return last;
    }
};

struct CountMatches
{
    using Answer = qint64;
    Result<qint64> run(casework::Reader &reader) const
    {
        return casework::sql::one(reader.db(), {},
                                  u"SELECT count(*) FROM timeline_search WHERE timeline_search MATCH '\"rotated\"'"_s,
                                  [](const vault::Statement &row) { return row.integer(0); });
    }
};

struct CountAll
{
    using Answer = qint64;
    Result<qint64> run(casework::Reader &reader) const
    {
        return casework::sql::one(reader.db(), {}, u"SELECT count(*) FROM timeline_entry"_s,
                                  [](const vault::Statement &row) { return row.integer(0); });
    }
};

/// Time that passed, and processor time of all threads: the one that a busy machine does not lengthen.
class Stopwatch
{
public:
    Stopwatch() : m_processor(std::clock()) { m_timer.start(); }

    void print(const char *what) const
    {
        const auto processor = static_cast<double>(std::clock() - m_processor) * 1e3 / CLOCKS_PER_SEC;
        std::printf("%-66s %9.1f ms %9.1f ms of processor\n", what, static_cast<double>(m_timer.nsecsElapsed()) * 1e-6,
                    processor);
        std::fflush(stdout);
    }

private:
    QElapsedTimer m_timer;
    std::clock_t m_processor;
};

template <typename Work>
void measure(const char *what, Work work)
{
    const Stopwatch watch;
    work();
    watch.print(what);
}

/// Lets events pass until the rows in sight are painted with their texts.
void untilPainted(TimelineList &list)
{
    const auto isThere = [&list] {
        const QModelIndex top = list.indexAt({5, 5});
        return top.isValid() && !top.data(items::RecordIdRole).isNull() && top.data().toString() != u"…"_s;
    };
    while (!isThere())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    (void)list.viewport()->grab();
}

/// Sets a filter, and waits until its first rows are painted, then until the whole list is there; both are printed.
void filterTo(const char *what, items::TimelineModel &model, TimelineList &list, const items::TimelineFilter &filter)
{
    bool begun = false;
    const auto connection = QObject::connect(&model, &items::TimelineModel::begun, &list, [&begun] { begun = true; });
    const Stopwatch watch;
    model.setFilter(filter);
    while (!begun)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    untilPainted(list);
    watch.print(what);
    while (!model.isReady())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    untilPainted(list);
    watch.print("    … and the whole list there");
    QObject::disconnect(connection);
}

void plainList()
{
    QStringList texts;
    for (int i = 0; i < kEntries; ++i)
        texts << textOf(i);
    measure("baseline: first paint of a plain list of 100,000 texts", [&texts] {
        QStringListModel model(texts);
        QListView view;
        view.setUniformItemSizes(true);
        view.setModel(&model);
        view.resize(1072, 708);
        view.show();
        (void)view.grab();
    });
}

void searches(TimelinePage &page)
{
    auto *list = page.findChild<TimelineList *>();
    auto *model = page.findChild<items::TimelineModel *>();
    filterTo("search: one word of 20,000 entries, to painted rows", *model, *list, {u"rotated"_s, {}, false});
    filterTo("search: one entry of 100,000, to painted rows", *model, *list, {u"77777"_s, {}, false});
    filterTo("filter taken away, to painted rows", *model, *list, {});
    filterTo("filter: one stream, to painted rows", *model, *list, {{}, casework::Stream::Technical, false});
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    applyTheme(app, ThemeChoice::Light);
    test::CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    measure("(writing 100,000 entries)", [&] { (void)fixture.submit(LogMany{incident}); });
    fixture.close();
    std::unique_ptr<CaseContext> context;
    std::unique_ptr<TimelinePage> page;
    measure("unlock (no key derivation to speak of) to painted, usable page", [&] {
        (void)fixture.openAs(u"Ada"_s);
        context = std::make_unique<CaseContext>(&fixture.file(), "America/Chicago");
        context->setIncident(incident, u"2026-001"_s);
        page = std::make_unique<TimelinePage>(context.get());
        page->resize(1072, 708);
        page->show();
        untilPainted(*page->findChild<TimelineList *>());
    });
    page.reset();
    measure("first paint of the timeline page, store open", [&] {
        page = std::make_unique<TimelinePage>(context.get());
        page->resize(1072, 708);
        page->show();
        untilPainted(*page->findChild<TimelineList *>());
    });
    plainList();
    measure("baseline: plain COUNT of all entries", [&] { (void)fixture.ask(CountAll()); });
    searches(*page);
    measure("baseline: plain COUNT of the matches of one word", [&] { (void)fixture.ask(CountMatches()); });
    page.reset();
    return 0;
}
