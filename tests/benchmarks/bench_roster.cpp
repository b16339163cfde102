// SPDX-License-Identifier: GPL-3.0-or-later
// Roster rows per second, CSV and XLSX, beside what only counts lines and only splits cells. The number of rows can be
// given.
#include "intake/roster_reader.h"
#include "models/intake/synthetic_roster.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <csv.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::intake;

namespace {

/// The largest resident size since resetPeak() in MB, as Linux tells it; 0 elsewhere.
long peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : std::strtol(text.constData() + at + 6, nullptr, 10) / 1024;
}

/// Gives back what was freed before, and lets the peak begin anew.
void resetPeak()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    QFile references(u"/proc/self/clear_refs"_s);
    if (references.open(QIODevice::WriteOnly))
        references.write("5");
}

/// Prints rows per second by the clock on the wall, and by the processor's time, which a busy machine does not change.
template <typename Work>
void measure(const char *name, int rows, const Work &work)
{
    resetPeak();
    const long before = peakMegabytes();
    QElapsedTimer timer;
    timer.start();
    const std::clock_t start = std::clock();
    const qint64 done = work();
    const double processor = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const double wall = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::printf("%-30s %8lld rows %10.0f rows/s %10.0f rows per processor second, peak +%ld MB\n", name,
                static_cast<long long>(done), rows / wall, rows / processor, peakMegabytes() - before);
}

qint64 countLines(const QString &path)
{
    QFile file(path);
    qint64 lines = 0;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd())
            lines += file.read(64 * 1024).count('\n');
    }
    return lines;
}

qint64 splitCells(const QString &path)
{
    QFile file(path);
    csv_parser parser;
    csv_init(&parser, 0);
    qint64 rows = 0;
    const auto cell = [](void *, size_t, void *) {};
    const auto row = [](int, void *count) { ++*static_cast<qint64 *>(count); };
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            const QByteArray block = file.read(64 * 1024);
            csv_parse(&parser, block.constData(), static_cast<size_t>(block.size()), cell, row, &rows);
        }
    }
    csv_fini(&parser, cell, row, &rows);
    csv_free(&parser);
    return rows;
}

qint64 readTableOnly(const QString &path)
{
    auto table = openTable(path);
    TableRow row;
    qint64 rows = 0;
    while (table && (*table)->next(row).value_or(false))
        ++rows;
    return rows;
}

qint64 readAll(const QString &path)
{
    const auto sink = [](const RosterRow &, RowVerdict, const QList<RowNote> &) -> Result<> { return {}; };
    const auto summary = readRoster(path, {}, {QDate(2026, 3, 10), {}}, sink, Progress());
    return summary ? summary->rows : -1;
}

} // namespace

int main(int argc, char **argv)
{
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    QTemporaryDir folder;
    const QString csvPath = folder.filePath(u"roster.csv"_s);
    const QString xlsxPath = folder.filePath(u"roster.xlsx"_s);
    QFile csv(csvPath);
    if (!csv.open(QIODevice::WriteOnly) || csv.write(tests::syntheticCsv(rows)) < 0
        || !tests::writeSyntheticXlsx(xlsxPath, rows)) {
        std::fprintf(stderr, "cannot write the rosters to read\n");
        return 1;
    }
    csv.close();

    measure("CSV: lines counted (baseline)", rows, [&] { return countLines(csvPath); });
    measure("CSV: libcsv alone (baseline)", rows, [&] { return splitCells(csvPath); });
    measure("CSV: table reader", rows, [&] { return readTableOnly(csvPath); });
    measure("CSV: roster, judged", rows, [&] { return readAll(csvPath); });
    measure("XLSX: table reader", rows, [&] { return readTableOnly(xlsxPath); });
    measure("XLSX: roster, judged", rows, [&] { return readAll(xlsxPath); });
    return 0;
}
