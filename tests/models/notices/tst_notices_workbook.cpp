// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/table_reader.h"
#include "models/notices/sample_letters.h"
#include "notices/letter_run.h"
#include "notices/run_workbook.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

namespace {

const Instant kNow = Instant::parse(u"2026-03-20T09:00:00-05:00"_s).value();

Result<LetterRunSummary> run(const QString &folder, const QStringList &ids)
{
    std::vector<LetterRecipient> people;
    for (const QString &id : ids) {
        people.push_back(sample::recipient());
        people.back().id = id;
    }
    RecipientList source(std::move(people));
    LetterRunOptions options;
    options.folder = folder;
    return runLetters(sample::inputs(), std::nullopt, source, options, FixedClock(kNow), Progress());
}

Result<QList<QStringList>> rowsOf(const QString &path)
{
    TOCSIN_ASSIGN(const auto table, intake::openTable(path));
    QList<QStringList> rows;
    intake::TableRow row;
    while (true) {
        TOCSIN_ASSIGN(const bool more, table->next(row));
        if (!more)
            return rows;
        rows << row.cells;
    }
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestNoticesWorkbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheRowsOfTheList()
    {
        QTemporaryDir dir;
        const QStringList ids{u"R1"_s, u"0042"_s, u"=1+1"_s, u"1E5"_s, u"Ж<&>\""_s};
        const auto made = run(dir.filePath(u"run"_s), ids);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        const auto rows = rowsOf(dir.filePath(u"run/run.xlsx"_s));
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().message));
        QCOMPARE(rows->size(), ids.size() + 1);
        QCOMPARE(rows->first().join(u','),
                 u"recipient_id,outcome,part,first_page,pages,state,language,form,overlay,sha256"_s);
        int at = 0;
        QVERIFY(readRunRows(dir.filePath(u"run"_s), [&](const LetterRunRow &row) {
            const QStringList &cells = rows->at(++at);
            QCOMPARE(cells[0], ids[at - 1]); // neither a number nor a formula
            QCOMPARE(cells[1], row.outcome);
            QCOMPARE(cells[2], QString::number(row.part));
            QCOMPARE(cells[3], QString::number(row.firstPage));
            QCOMPARE(cells[9], row.sha256);
        }));
    }

    void isTheSameForTheSameRun()
    {
        QTemporaryDir dir;
        QVERIFY(run(dir.filePath(u"a"_s), {u"R1"_s, u"R2"_s}));
        QVERIFY(run(dir.filePath(u"b"_s), {u"R1"_s, u"R2"_s}));
        const QByteArray first = contentOf(dir.filePath(u"a/run.xlsx"_s));
        QVERIFY(first.startsWith("PK"));
        QCOMPARE(contentOf(dir.filePath(u"b/run.xlsx"_s)), first);
        QCOMPARE(QDir(dir.filePath(u"a"_s)).entryList(QDir::Files | QDir::Hidden).size(),
                 4); // and nothing else is left
    }

    void saysIfItCannotBeWritten()
    {
        QTemporaryDir dir;
        QVERIFY(run(dir.filePath(u"run"_s), {u"R1"_s}));
        const auto made = writeRunWorkbook(dir.filePath(u"run"_s), dir.filePath(u"no-such-folder/run.xlsx"_s), kNow);
        QCOMPARE(made.error().code, ErrorCode::Io);
    }
};

QTEST_MAIN(TestNoticesWorkbook)
#include "tst_notices_workbook.moc"
