// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "models/notices/sample_letters.h"
#include "notices/finished_run.h"
#include "notices/letter_run.h"
#include "patience.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

namespace {

const Instant kNow = Instant::parse(u"2026-03-20T09:00:00-05:00"_s).value();

/// Made-up people, one after the other, with the difficulties of real rosters at fixed places.
class MadeUpPeople final : public RecipientSource
{
public:
    explicit MadeUpPeople(int count) : m_count(count) { }
    std::function<void(int)> onNext;

    Result<> rewind() override
    {
        m_at = 0;
        return {};
    }
    Result<> rewindTo(const std::vector<quint32> &) override { return rewind(); } // no run here is sorted
    Result<bool> next(LetterRecipient &into) override
    {
        if (m_at == m_count)
            return false;
        if (onNext)
            onNext(m_at);
        into = person(m_at++);
        return true;
    }

    static LetterRecipient person(int at)
    {
        LetterRecipient made = sample::recipient();
        made.id = u"R%1"_s.arg(at + 1, 7, 10, QChar(u'0'));
        made.lastName = u"Example %1"_s.arg(at + 1);
        made.state = at % 3 == 0 ? u"TX"_s : u"CA"_s;
        if (at % 11 == 4)
            made.dataElements = {u"name"_s, u"ssn"_s, u"diagnosis"_s};
        if (at % 17 == 5)
            made.form = LetterForm::Minor;
        if (at % 17 == 9) {
            made.form = LetterForm::Deceased;
            made.representative = u"Pat Example"_s;
        }
        if (at % 29 == 7)
            made.address.clear();
        return made;
    }

private:
    int m_count;
    int m_at = 0;
};

LetterRunOptions into(const QString &folder, int partSize = 20)
{
    LetterRunOptions options;
    options.folder = folder;
    options.partSize = partSize;
    return options;
}

Result<LetterRunSummary> run(const LetterRunOptions &options, int people, const LetterInputs &inputs = sample::inputs())
{
    MadeUpPeople source(people);
    const Progress progress;
    return runLetters(inputs, std::nullopt, source, options, FixedClock(kNow), progress);
}

QMap<QString, QByteArray> contentsOf(const QString &folder)
{
    QMap<QString, QByteArray> contents;
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            contents.insert(name, file.readAll());
    }
    return contents;
}

std::vector<LetterRunRow> rowsOf(const QString &folder)
{
    std::vector<LetterRunRow> rows;
    const auto read = readRunRows(folder, [&](const LetterRunRow &row) { rows.push_back(row); });
    if (!read)
        qWarning("%s", qPrintable(read.error().message));
    return rows;
}

QString textOfPages(const QString &pdf, int first, int last)
{
    QProcess tool;
    tool.start(u"pdftotext"_s,
               {u"-layout"_s, u"-f"_s, QString::number(first), u"-l"_s, QString::number(last), pdf, u"-"_s});
    tool.waitForFinished(test::kPatience);
    return QString::fromUtf8(tool.readAllStandardOutput());
}

bool toolAccepts(const QString &program, const QStringList &arguments)
{
    QProcess tool;
    tool.start(program, arguments);
    return tool.waitForFinished(test::kPatience) && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

constexpr int kPeople = 70; // four parts

/// The same run in a process of its own, which can be killed: `tst_notices_run --child FOLDER KILL_AT BYTES`. It dies
/// when the second pass reaches the person KILL_AT (-1: never); no file may grow beyond BYTES (0: no limit).
int childMain(const QStringList &arguments)
{
    const int killAt = arguments.at(1).toInt();
    const rlim_t bytes = arguments.at(2).toULongLong();
    if (bytes > 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    MadeUpPeople source(kPeople);
    int passes = 0;
    source.onNext = [&](int at) {
        passes += at == 0 ? 1 : 0;
        if (passes == 2 && at == killAt)
            std::raise(SIGKILL);
    };
    const Progress progress;
    const auto made
        = runLetters(sample::inputs(), std::nullopt, source, into(arguments.at(0)), FixedClock(kNow), progress);
    if (!made)
        qWarning("%d %s", static_cast<int>(made.error().code), qPrintable(made.error().message));
    return made ? 0 : 1;
}

struct ChildEnd
{
    bool killed = false;
    int code = 0;
    QString said;
};

ChildEnd runChild(const QString &folder, int killAt, qint64 bytes = 0)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {u"--child"_s, folder, QString::number(killAt), QString::number(bytes)});
    child.waitForFinished(test::kPatience);
    return {child.exitStatus() == QProcess::CrashExit, child.exitCode(),
            QString::fromUtf8(child.readAllStandardError())};
}

} // namespace

class TestNoticesRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void producesALetterPerPerson();
    void lettersSayWhatTheyShould_data();
    void lettersSayWhatTheyShould();
    void sameInputsGiveSameBytes();
    void rowsTellNothingOfAPerson();
    void rowsComeBackAsWritten();
    void sharesMakeUpTheWhole();
    void oneFileHoldsAll();
    void proofHoldsTheHardestAndIsMarked();
    void refusesWhatIsNotReady();
    void refusesAFolderInUse_data();
    void refusesAFolderInUse();
    void refusesBadOptions_data();
    void refusesBadOptions();
    void goesOnAfterAKill_data();
    void goesOnAfterAKill();
    void goesOnAfterAKillAtAnyFile();
    void respectsALock();
    void refusesToGoOnWithOtherInputs();
    void refusesToGoOnWithChangedParts();
    void readsAFinishedRunAgainAndMakesNothing();
    void refusesAFinishedRunWithChangedFiles();
    void cancelKeepsCompleteParts();
    void cancelBeforeTheFirstPartLeavesNothing();
    void fullDiskIsSaidAndGoesOn();
    void twentyFiveHundredLetters();
};

void TestNoticesRun::producesALetterPerPerson()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    const auto made = run(into(folder), 60);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->recipients, 60);
    QCOMPARE(made->withoutAddress, 2); // the 8th and the 37th
    QCOMPARE(made->letters, 58);
    QCOMPARE(made->parts.size(), 3);
    QCOMPARE(contentsOf(folder).keys(),
             (QStringList{u"part-0001.pdf"_s, u"part-0002.pdf"_s, u"part-0003.pdf"_s, u"run.csv"_s, u"run.json"_s,
                          u"run.xlsx"_s}));

    const auto rows = rowsOf(folder);
    QCOMPARE(rows.size(), 60U);
    int expectedPage = 1;
    int part = 1;
    for (size_t at = 0; at < rows.size(); ++at) {
        const LetterRecipient person = MadeUpPeople::person(static_cast<int>(at));
        QCOMPARE(rows[at].recipientId, person.id);
        QCOMPARE(rows[at].form, toWord(person.form));
        QCOMPARE(rows[at].state, person.state);
        if (person.address.isEmpty()) {
            QCOMPARE(rows[at].outcome, u"no-address"_s);
            continue;
        }
        if (rows[at].part != part) {
            part = rows[at].part;
            expectedPage = 1;
        }
        QCOMPARE(rows[at].outcome, u"letter"_s);
        QCOMPARE(rows[at].firstPage, expectedPage);
        QCOMPARE(rows[at].language, u"en"_s);
        expectedPage += rows[at].pages;
        const QString pdf = QDir(folder).filePath(u"part-%1.pdf"_s.arg(part, 4, 10, QChar(u'0')));
        if (at % 7 == 0) {
            const QString text = textOfPages(pdf, rows[at].firstPage, rows[at].firstPage + rows[at].pages - 1);
            QVERIFY2(text.contains(person.lastName), qPrintable(text));
            QVERIFY(text.contains(u"Page 1 of %1"_s.arg(rows[at].pages)));
        }
    }
    for (const LetterRunPart &each : made->parts) {
        const QByteArray bytes = contentsOf(folder).value(each.file);
        QCOMPARE(sha256Hex(bytes), each.sha256);
        QCOMPARE(bytes.size(), each.bytes);
        QVERIFY(toolAccepts(u"qpdf"_s, {u"--check"_s, QDir(folder).filePath(each.file)}));
    }
    const QJsonObject json = QJsonDocument::fromJson(contentsOf(folder).value(u"run.json"_s)).object();
    QCOMPARE(json.value("counts"_L1).toObject().value("letters"_L1).toInt(), 58);
    QCOMPARE(json.value("csv"_L1).toObject().value("sha256"_L1).toString(),
             sha256Hex(contentsOf(folder).value(u"run.csv"_s)));
    QCOMPARE(json.value("parts"_L1).toArray().size(), 3);
    QCOMPARE(json.value("generated"_L1).toString(), kNow.toIso());
}

void TestNoticesRun::lettersSayWhatTheyShould_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QStringList>("address");
    QTest::newRow("plain") << u"Ana Example"_s << u"adult"_s << QStringList{u"1 Main St"_s};
    QTest::newRow("minor") << u"Ana Example"_s << u"minor"_s << QStringList{u"1 Main St"_s};
    QTest::newRow("deceased") << u"Ana Example"_s << u"deceased"_s << QStringList{u"1 Main St"_s};
    QTest::newRow("markup") << u"*Nancy* Garcia _&_ <b>Sons</b>, \"Inc.\""_s << u"adult"_s
                            << QStringList{u"1 Main St"_s};
    QTest::newRow("mustache") << u"{{recipient.name}} {{#x}}"_s << u"adult"_s << QStringList{u"{{y}} St"_s};
    QTest::newRow("formula") << u"=HYPERLINK(\"x\") Doe"_s << u"adult"_s << QStringList{u"1 Main St"_s};
    QTest::newRow("Vietnamese") << u"Đức Nguyễn"_s << u"adult"_s << QStringList{u"1 Main St"_s};
    QTest::newRow("Chinese") << u"李 小龙"_s << u"adult"_s << QStringList{u"1 Main St"_s};
    QTest::newRow("long address") << u"Maximiliana Featherstonehaugh-Cholmondeley"_s << u"adult"_s
                                  << QStringList{u"Building 4471-B, Northwestern Industrial Park"_s, u"Suite 378"_s,
                                                 u"c/o Front Desk"_s};
}

void TestNoticesRun::lettersSayWhatTheyShould()
{
    QFETCH(QString, name);
    QFETCH(QString, form);
    QFETCH(QStringList, address);
    LetterRecipient recipient = sample::recipient();
    recipient.firstName = name;
    recipient.lastName.clear();
    recipient.form = letterForm(form).value();
    recipient.address = address;
    QTemporaryDir dir;
    RecipientList source({recipient});
    const Progress progress;
    const auto made
        = runLetters(sample::inputs(), std::nullopt, source, into(dir.filePath(u"run"_s)), FixedClock(kNow), progress);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->addressesShortened, 0);
    const QString text = textOfPages(dir.filePath(u"run/part-0001.pdf"_s), 1, 9).simplified();
    QStringList expected{u"March 20, 2026"_s,
                         u"Sample Wellness Store"_s,
                         u"PO Box 4410"_s,
                         u"Notice of Data Breach"_s,
                         name,
                         u"San Luis Obispo, CA 93401"_s,
                         u"between January 11, 2026 and March 2, 2026"_s,
                         u"1-800-555-0142"_s,
                         u"privacy@example.org"_s,
                         u"Past orders of health products"_s,
                         u"Reference R0000001"_s};
    expected += address;
    if (recipient.form == LetterForm::Minor)
        expected.append(u"To the parent or guardian of"_s);
    if (recipient.form == LetterForm::Deceased)
        expected.append(u"To the next of kin or personal representative of"_s);
    for (const QString &words : std::as_const(expected))
        QVERIFY2(text.contains(words), qPrintable(words + u" not in "_s + text));
    QVERIFY(!text.contains("Equifax"_L1));
}

void TestNoticesRun::sameInputsGiveSameBytes()
{
    QTemporaryDir dir;
    QVERIFY(run(into(dir.filePath(u"a"_s)), 45));
    QVERIFY(run(into(dir.filePath(u"b"_s)), 45));
    QCOMPARE(contentsOf(dir.filePath(u"a"_s)), contentsOf(dir.filePath(u"b"_s)));
}

void TestNoticesRun::rowsTellNothingOfAPerson()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    QVERIFY(run(into(folder), 40));
    const auto contents = contentsOf(folder);
    for (const QString &file : {u"run.csv"_s, u"run.json"_s}) {
        const QByteArray bytes = contents.value(file);
        for (const char *words : {"Ana", "Example", "Calle", "Obispo", "93401", "Pat"})
            QVERIFY2(!bytes.contains(words), words);
    }
}

void TestNoticesRun::rowsComeBackAsWritten()
{
    LetterRecipient formula = sample::recipient();
    formula.id = u"=1+1"_s;
    LetterRecipient quoted = sample::recipient();
    quoted.id = u"a,\"b\""_s;
    quoted.state = u"@SUM"_s;
    quoted.residence = u"TX"_s; // by the ZIP code
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    RecipientList source({formula, quoted});
    const Progress progress;
    QVERIFY(runLetters(sample::inputs(), std::nullopt, source, into(folder), FixedClock(kNow), progress));
    const auto rows = rowsOf(folder);
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].recipientId, formula.id);
    QCOMPARE(rows[1].recipientId, quoted.id);
    QCOMPARE(rows[1].state, quoted.state);
    const QByteArray csv = contentsOf(folder).value(u"run.csv"_s);
    QVERIFY(csv.contains("\r\n'=1+1,"));
    QVERIFY(csv.contains(",'@SUM,"));
}

void TestNoticesRun::sharesMakeUpTheWhole()
{
    QTemporaryDir dir;
    const auto whole = run(into(dir.filePath(u"whole"_s)), 100);
    QVERIFY(whole);
    QMap<QString, QByteArray> together;
    QByteArray rows;
    qint64 letters = 0;
    const QByteArray head = "recipient_id,outcome,part,first_page,pages,state,language,form,overlay,sha256\r\n";
    for (int share = 1; share <= 3; ++share) {
        LetterRunOptions options = into(dir.filePath(QString::number(share)));
        options.shard = {share, 3};
        const auto made = run(options, 100);
        QVERIFY(made);
        letters += made->letters;
        QCOMPARE(made->inputsSha256, whole->inputsSha256);
        const auto contents = contentsOf(options.folder);
        for (auto it = contents.begin(); it != contents.end(); ++it) {
            if (it.key().endsWith(".pdf"_L1)) {
                QVERIFY(!together.contains(it.key()));
                together.insert(it.key(), it.value());
            }
        }
        rows += contents.value(u"run.csv"_s).mid(head.size());
    }
    auto expected = contentsOf(dir.filePath(u"whole"_s));
    QCOMPARE(letters, whole->letters);
    QCOMPARE(head + rows, expected.take(u"run.csv"_s));
    expected.remove(u"run.json"_s);
    expected.remove(u"run.xlsx"_s);
    QCOMPARE(together, expected);

    LetterRunOptions empty = into(dir.filePath(u"empty"_s));
    empty.shard = {1, 9}; // 5 parts: the first of 9 shares has none
    const auto none = run(empty, 100);
    QVERIFY(none);
    QCOMPARE(none->letters, 0);
    QCOMPARE(contentsOf(empty.folder).value(u"run.csv"_s), head);
}

void TestNoticesRun::oneFileHoldsAll()
{
    QTemporaryDir dir;
    LetterRunOptions options = into(dir.filePath(u"run"_s), 10);
    options.oneFile = true;
    const auto made = run(options, 45);
    QVERIFY(made);
    QCOMPARE(made->parts.size(), 1);
    QCOMPARE(made->parts.front().letters, 43);
}

void TestNoticesRun::proofHoldsTheHardestAndIsMarked()
{
    QTemporaryDir dir;
    LetterRunOptions options = into(dir.filePath(u"run"_s));
    options.proof = 9;
    const auto made = run(options, 200);
    QVERIFY(made);
    QCOMPARE(made->letters, 9);
    const auto rows = rowsOf(options.folder);
    QCOMPARE(rows.size(), 9U);
    QSet<QString> forms;
    for (const LetterRunRow &row : rows) {
        forms.insert(row.form);
        QCOMPARE(row.outcome, u"letter"_s);
    }
    QCOMPARE(forms.size(), 3);
    QVERIFY(textOfPages(QDir(options.folder).filePath(u"part-0001.pdf"_s), 1, 1).contains("Proof, not for mailing"_L1));
    const QJsonObject json = QJsonDocument::fromJson(contentsOf(options.folder).value(u"run.json"_s)).object();
    QVERIFY(json.value("proof"_L1).toBool());

    // A letter's hash is that of the letter that will be sent: the mark is not part of it.
    QVERIFY(run(into(dir.filePath(u"all"_s)), 200));
    const auto all = rowsOf(dir.filePath(u"all"_s));
    for (const LetterRunRow &row : rows) {
        const auto same = std::find_if(all.begin(), all.end(),
                                       [&](const LetterRunRow &other) { return other.recipientId == row.recipientId; });
        QVERIFY(same != all.end());
        QCOMPARE(same->sha256, row.sha256);
    }
}

void TestNoticesRun::refusesWhatIsNotReady()
{
    QTemporaryDir dir;
    LetterInputs inputs = sample::inputs();
    inputs.organization.tollFree.clear();
    const auto made = run(into(dir.filePath(u"run"_s)), 10, inputs);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::CheckFailed);
    QVERIFY(made.error().message.contains("Toll-free number is missing"_L1));
    QVERIFY(!QFileInfo::exists(dir.filePath(u"run"_s)));
}

void TestNoticesRun::refusesAFolderInUse_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("a stranger's file") << u"notes.txt"_s;
    QTest::newRow("a part") << u"part-0001.pdf"_s;
    QTest::newRow("a hidden file") << u".hidden"_s;
    QTest::newRow("a finished run") << u"run.json"_s;
    QTest::newRow("rows") << u"run.csv.partial"_s;
}

void TestNoticesRun::refusesAFolderInUse()
{
    QFETCH(QString, file);
    QTemporaryDir dir;
    QVERIFY(writeFile(dir.filePath(file), "mine"));
    const auto made = run(into(dir.path()), 10);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Conflict);
    QCOMPARE(contentsOf(dir.path()), (QMap<QString, QByteArray>{{file, "mine"}}));
}

void TestNoticesRun::refusesBadOptions_data()
{
    QTest::addColumn<int>("partSize");
    QTest::addColumn<int>("proof");
    QTest::addColumn<int>("share");
    QTest::addColumn<int>("of");
    QTest::newRow("no letters in a part") << 0 << 0 << 1 << 1;
    QTest::newRow("negative proof") << 10 << -1 << 1 << 1;
    QTest::newRow("share 0") << 10 << 0 << 0 << 3;
    QTest::newRow("share 4 of 3") << 10 << 0 << 4 << 3;
    QTest::newRow("of 0") << 10 << 0 << 1 << 0;
}

void TestNoticesRun::refusesBadOptions()
{
    QFETCH(int, partSize);
    QFETCH(int, proof);
    QFETCH(int, share);
    QFETCH(int, of);
    QTemporaryDir dir;
    LetterRunOptions options = into(dir.filePath(u"run"_s), partSize);
    options.proof = proof;
    options.shard = {share, of};
    const auto made = run(options, 10);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Usage);
}

void TestNoticesRun::goesOnAfterAKill_data()
{
    QTest::addColumn<int>("killAt");
    for (const int at : {0, 19, 20, 21, 45, 69})
        QTest::addRow("at person %d", at) << at;
}

void TestNoticesRun::goesOnAfterAKill()
{
    QFETCH(int, killAt);
    static QTemporaryDir wholeDir;
    static const bool made = run(into(wholeDir.filePath(u"whole"_s)), kPeople).has_value();
    QVERIFY(made);
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    QVERIFY(runChild(folder, killAt).killed);
    QVERIFY(contentsOf(folder).contains(u"run.state.json"_s));
    QCOMPARE(unfinishedRun(folder).value(), std::optional(kNow));
    const auto resumed = run(into(folder), kPeople);
    QVERIFY2(resumed, qPrintable(resumed ? QString() : resumed.error().message));
    QCOMPARE(resumed->keptParts > 0, killAt > 21);
    QCOMPARE(contentsOf(folder), contentsOf(wholeDir.filePath(u"whole"_s)));
    QCOMPARE(unfinishedRun(folder).value(), std::optional<Instant>());
}

/// Kills can fall between any two writes. Each state of the folder that a kill can leave around the end of a part is
/// made here from a real one.
void TestNoticesRun::goesOnAfterAKillAtAnyFile()
{
    QTemporaryDir dir;
    QVERIFY(run(into(dir.filePath(u"whole"_s)), kPeople));
    const auto whole = contentsOf(dir.filePath(u"whole"_s));
    QVERIFY(runChild(dir.filePath(u"cut"_s), 50).killed);
    const auto cut = contentsOf(dir.filePath(u"cut"_s));
    const auto resume = [&](const QString &name, const QMap<QString, QByteArray> &files) {
        const QString folder = dir.filePath(name);
        QDir().mkpath(folder);
        for (auto it = files.begin(); it != files.end(); ++it)
            writeFile(QDir(folder).filePath(it.key()), it.value());
        const auto made = run(into(folder), kPeople);
        return made && contentsOf(folder) == whole;
    };
    auto files = cut;
    files.insert(u"part-0003.pdf"_s, whole.value(u"part-0003.pdf"_s)); // renamed, not yet in the journal
    files.remove(u"part-0003.pdf.partial"_s);
    QVERIFY(resume(u"renamed"_s, files));
    files[u"run.csv.partial"_s] += "R0000043,lett"; // its rows half written
    QVERIFY(resume(u"rows"_s, files));
    files.insert(u"run.state.json.aBcDeF"_s, "{"); // the next journal half written
    QVERIFY(resume(u"journal"_s, files));
    QVERIFY(resume(u"begun"_s, {{u"run.lock"_s, cut.value(u"run.lock"_s)}}));
}

void TestNoticesRun::respectsALock()
{
    QTemporaryDir dir;
    QLockFile other(dir.filePath(u"run.lock"_s));
    QVERIFY(other.lock());
    const auto refused = run(into(dir.path()), 5);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    other.unlock();

    // A lock that a kill left empty counts while it is fresh, and no longer.
    QVERIFY(writeFile(dir.filePath(u"run.lock"_s), {}));
    QVERIFY(!run(into(dir.path()), 5));
    QFile lock(dir.filePath(u"run.lock"_s));
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    lock.close();
    QVERIFY(run(into(dir.path()), 5));
}

void TestNoticesRun::refusesToGoOnWithOtherInputs()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    QVERIFY(runChild(folder, 50).killed);
    const auto before = contentsOf(folder);
    LetterInputs other = sample::inputs();
    other.incident.whatHappened += u" More."_s;
    LetterInputs later = sample::inputs();
    later.letterDate = later.letterDate.addDays(1);
    LetterRunOptions parts = into(folder, 21);
    LetterRunOptions share = into(folder);
    share.shard = {1, 2};
    for (const auto &made : {run(into(folder), kPeople, other), run(into(folder), kPeople, later),
                             run(into(folder), kPeople + 1), run(parts, kPeople), run(share, kPeople)}) {
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Conflict);
        QVERIFY(made.error().message.contains("unfinished run"_L1));
    }
    auto after = contentsOf(folder);
    auto kept = before;
    after.remove(u"run.lock"_s);
    kept.remove(u"run.lock"_s);
    QCOMPARE(after, kept);
}

void TestNoticesRun::readsAFinishedRunAgainAndMakesNothing()
{
    QTemporaryDir dir;
    const auto first = run(into(dir.path()), kPeople);
    QVERIFY(first && !first->wasFinished);
    const auto before = contentsOf(dir.path());
    const auto again = run(into(dir.path()), kPeople);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    QVERIFY(again->wasFinished);
    QCOMPARE(again->keptParts, first->parts.size());
    QCOMPARE(again->parts, first->parts);
    QCOMPARE(again->letters, first->letters);
    QCOMPARE(again->csvSha256, first->csvSha256);
    QCOMPARE(contentsOf(dir.path()), before);
    QCOMPARE(finishedRun(dir.path()).value()->generated, kNow);
}

void TestNoticesRun::refusesAFinishedRunWithChangedFiles()
{
    QTemporaryDir dir;
    QVERIFY(run(into(dir.path()), kPeople));
    const auto before = contentsOf(dir.path());
    LetterRunOptions share = into(dir.path());
    share.shard = {1, 2};
    for (const auto &other :
         {run(share, kPeople), run(into(dir.path()), kPeople + 1), run(into(dir.path(), 21), kPeople)}) {
        QCOMPARE(other.error().code, ErrorCode::Conflict);
        QVERIFY2(other.error().message.contains("finished run of other inputs"_L1), qPrintable(other.error().message));
    }
    for (const QString &name : {u"part-0002.pdf"_s, u"run.csv"_s, u"run.json"_s, u"run.xlsx"_s}) {
        QByteArray changed = before.value(name);
        changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
        QVERIFY(writeFile(dir.filePath(name), changed));
        const auto made = run(into(dir.path()), kPeople);
        QVERIFY2(!made && made.error().code == ErrorCode::Conflict, qPrintable(name));
        QVERIFY(writeFile(dir.filePath(name), before.value(name)));
    }
    QByteArray elsewhere = before.value(u"run.json"_s);
    elsewhere.replace("part-0001.pdf", "../stranger.p");
    QVERIFY(writeFile(dir.filePath(u"run.json"_s), elsewhere));
    QCOMPARE(run(into(dir.path()), kPeople).error().code, ErrorCode::Conflict);
}

void TestNoticesRun::refusesToGoOnWithChangedParts()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    QVERIFY(runChild(folder, 50).killed);
    const auto before = contentsOf(folder);
    for (const QString &file : {u"part-0001.pdf"_s, u"run.csv.partial"_s}) {
        QByteArray changed = before.value(file);
        changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
        QVERIFY(writeFile(QDir(folder).filePath(file), changed));
        const auto made = run(into(folder), kPeople);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Conflict);
        QVERIFY2(made.error().message.contains(file), qPrintable(made.error().message));
        QVERIFY(writeFile(QDir(folder).filePath(file), before.value(file)));
    }
    QVERIFY(run(into(folder), kPeople));
}

void TestNoticesRun::cancelKeepsCompleteParts()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    MadeUpPeople source(kPeople);
    std::unique_ptr<Progress> progress;
    progress = std::make_unique<Progress>([&](qint64 done, qint64) {
        if (done == 50)
            progress->cancel();
    });
    const auto cancelled
        = runLetters(sample::inputs(), std::nullopt, source, into(folder), FixedClock(kNow), *progress);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QCOMPARE(contentsOf(folder).keys(),
             (QStringList{u"part-0001.pdf"_s, u"part-0002.pdf"_s, u"run.csv.partial"_s, u"run.state.json"_s}));
    const auto resumed = run(into(folder), kPeople);
    QVERIFY(resumed);
    QCOMPARE(resumed->keptParts, 2);
    QVERIFY(run(into(dir.filePath(u"whole"_s)), kPeople));
    QCOMPARE(contentsOf(folder), contentsOf(dir.filePath(u"whole"_s)));
}

void TestNoticesRun::cancelBeforeTheFirstPartLeavesNothing()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    MadeUpPeople source(kPeople);
    std::unique_ptr<Progress> progress;
    progress = std::make_unique<Progress>([&](qint64 done, qint64) {
        if (done == 5)
            progress->cancel();
    });
    const auto cancelled
        = runLetters(sample::inputs(), std::nullopt, source, into(folder), FixedClock(kNow), *progress);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFileInfo::exists(folder));
}

void TestNoticesRun::fullDiskIsSaidAndGoesOn()
{
    QTemporaryDir dir;
    QVERIFY(run(into(dir.filePath(u"whole"_s)), kPeople));
    const auto whole = contentsOf(dir.filePath(u"whole"_s));
    qint64 largest = 0;
    for (auto it = whole.begin(); it != whole.end(); ++it)
        largest = std::max<qint64>(largest, it.value().size());

    const QString folder = dir.filePath(u"run"_s);
    const ChildEnd end = runChild(folder, -1, largest - 1);
    QVERIFY(!end.killed);
    QCOMPARE(end.code, 1);
    QVERIFY2(end.said.contains(QString::number(static_cast<int>(ErrorCode::Io))), qPrintable(end.said));
    const QStringList left = contentsOf(folder).keys();
    QVERIFY2(left.filter(u".pdf.partial"_s).isEmpty(), qPrintable(left.join(u' ')));
    const auto resumed = run(into(folder), kPeople);
    QVERIFY2(resumed, qPrintable(resumed ? QString() : resumed.error().message));
    QCOMPARE(contentsOf(folder), whole);

    const QString tiny = dir.filePath(u"tiny"_s);
    QCOMPARE(runChild(tiny, -1, 2000).code, 1);
    QVERIFY2(!QFileInfo::exists(tiny), qPrintable(contentsOf(tiny).keys().join(u' ')));
}

void TestNoticesRun::twentyFiveHundredLetters()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    const auto made = run(into(folder, 500), 2500);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->letters + made->withoutAddress, 2500);
    QCOMPARE(made->parts.size(), 5);
    QCOMPARE(made->addressesShortened, 0);
    QSet<QString> ids;
    for (const LetterRunRow &row : rowsOf(folder))
        ids.insert(row.recipientId);
    QCOMPARE(ids.size(), 2500);
    QVERIFY(toolAccepts(u"qpdf"_s, {u"--check"_s, QDir(folder).filePath(made->parts.last().file)}));
}

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--child"_L1)
        return childMain(arguments.mid(2));
    TestNoticesRun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_notices_run.moc"
