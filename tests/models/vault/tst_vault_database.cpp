// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/vault/vault_testing.h"
#include "vault/database.h"
#include "vault/migrations.h"

#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <dlfcn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::vault;
using namespace tocsin::vault::testing;

namespace {

const QByteArray kSecret = "Wilhelmina Quartermaine 078-05-1120";

/// Runs in a child process with an upper limit on the size of files, as a full disk would have it.
int inChildWithFileLimit(rlim_t bytes, const std::function<int()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class TestVaultDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsNoSqliteSymbol()
    {
        QCOMPARE(::dlsym(RTLD_DEFAULT, "sqlite3_open_v2"), nullptr);
        QCOMPARE(::dlsym(RTLD_DEFAULT, "sqlite3_key"), nullptr);
        QVERIFY(Database::cipherVersion().startsWith(u"4."));
    }

    void keepsValuesOfEveryType()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> opened = make(folder);
        VERIFY_OK(opened);
        Database &database = *opened;
        VERIFY_OK(database.execute(u"CREATE TABLE v(i INTEGER, r REAL, t TEXT, b BLOB, n TEXT) STRICT"_s));
        const QString text = u"naïve 漢字 🂡"_s;
        const QByteArray blob("a\0b", 3);
        {
            Result<Statement> insert = database.prepare(u"INSERT INTO v VALUES(?1, ?2, ?3, ?4, ?5)"_s);
            VERIFY_OK(insert);
            VERIFY_OK(insert->bindAll(qint64{-5'000'000'000}, 0.25, text, blob, std::optional<QString>()).run());
            VERIFY_OK(insert->bindAll(7, 1.5, QString(), QByteArray(), std::optional(u"x"_s)).run());
        }
        QCOMPARE(database.lastInsertId(), 2);
        Result<Statement> rows = database.prepare(u"SELECT * FROM v ORDER BY rowid"_s);
        VERIFY_OK(rows);
        QVERIFY(*rows->step());
        QCOMPARE(rows->integer(0), -5'000'000'000);
        QCOMPARE(rows->real(1), 0.25);
        QCOMPARE(rows->text(2), text);
        QCOMPARE(rows->blob(3), blob);
        QVERIFY(rows->isNull(4));
        QVERIFY(*rows->step());
        QVERIFY(!rows->isNull(2) && !rows->isNull(3));
        QCOMPARE(rows->text(4), u"x"_s);
        QVERIFY(!*rows->step());
    }

    void reportsABindThatFailed()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        Result<Statement> statement = database->prepare(u"SELECT ?1"_s);
        VERIFY_OK(statement);
        QVERIFY(!statement->bind(2, 1).step());
        statement->reset();
        VERIFY_OK(statement->bind(1, 1).step());
    }

    void tellsNoValueInAnError()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        VERIFY_OK(
            database->execute(u"CREATE TABLE p(name TEXT UNIQUE) STRICT; CREATE VIRTUAL TABLE f USING fts5(t)"_s));
        for (const QString &sql : {u"INSERT INTO p VALUES(?1)"_s, u"SELECT * FROM f WHERE f MATCH ?1"_s}) {
            Result<Statement> statement = database->prepare(sql);
            VERIFY_OK(statement);
            const QString value = u"Quartermaine:\"078"_s;
            (void)statement->bind(1, value).run();
            const Result<> failed = statement->bind(1, value).run();
            QVERIFY(!failed);
            QVERIFY(!failed.error().message.contains("Quartermaine"_L1));
            QVERIFY(!failed.error().detail.contains("Quartermaine"_L1));
        }
    }

    void leavesNoPlaintextInAnyFile()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        VERIFY_OK(database->execute(u"CREATE TABLE p(name TEXT) STRICT; CREATE VIRTUAL TABLE f USING fts5(t)"_s));
        for (const QString &sql : {u"INSERT INTO p VALUES(?1)"_s, u"INSERT INTO f VALUES(?1)"_s}) {
            Result<Statement> statement = database->prepare(sql);
            Result<Transaction> transaction = Transaction::begin(*database);
            for (int i = 0; i < 500; ++i)
                VERIFY_OK(statement->bind(1, QString::fromLatin1(kSecret)).run());
            VERIFY_OK(transaction->commit());
        }
        VERIFY_OK(database->execute(u"DELETE FROM p WHERE rowid % 2 = 0; CREATE INDEX i ON p(name)"_s));
        VERIFY_OK(database->vacuumInto(folder.filePath(u"copy"_s)));
        const QStringList files = entries(folder.path());
        QVERIFY(files.contains(u"s.tocsin-wal"_s) && files.contains(u"s.tocsin-shm"_s) && files.contains(u"copy"_s));
        for (const QString &name : files) {
            const QByteArray bytes = bytesOf(folder.filePath(name));
            QVERIFY2(!bytes.isEmpty(), qPrintable(name));
            for (const QByteArray &needle :
                 {QByteArray("Quartermaine"), QByteArray("078-05"), QByteArray("CREATE"), QByteArray("SQLite format")})
                QVERIFY2(!bytes.contains(needle), qPrintable(name));
            QVERIFY(!(QFile::permissions(folder.filePath(name)) & (QFile::ReadGroup | QFile::ReadOther)));
        }
        // The first 16 bytes are the salt, which for a store is its UUID; copies keep it.
        QCOMPARE(bytesOf(folder.filePath(u"s.tocsin"_s)).first(16), someKey().salt);
        QCOMPARE(bytesOf(folder.filePath(u"copy"_s)).first(16), someKey().salt);
    }

    void refusesAnUnencryptedDatabase()
    {
        const QTemporaryDir folder(folderTemplate());
        const QString path = folder.filePath(u"plain"_s);
        write(path, QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\0'));
        const Result<Database> opened = Database::open(path, someKey(), OpenMode::ReadWrite);
        VERIFY_FAILS(opened, ErrorCode::StoreDamaged);
        QVERIFY(opened.error().message.contains("not encrypted"_L1));
    }

    void refusesAnotherKeyAndChangesNothing()
    {
        const QTemporaryDir folder(folderTemplate());
        VERIFY_OK(make(folder));
        const QString path = folder.filePath(u"s.tocsin"_s);
        const QByteArray before = bytesOf(path);
        VERIFY_FAILS(Database::open(path, someKey('x'), OpenMode::ReadWrite), ErrorCode::StoreDamaged);
        QCOMPARE(bytesOf(path), before);
        VERIFY_OK(Database::open(path, someKey(), OpenMode::ReadWrite));
        VERIFY_FAILS(Database::open(folder.filePath(u"none"_s), someKey(), OpenMode::ReadWrite), ErrorCode::Io);
        VERIFY_FAILS(Database::open(path, someKey(), OpenMode::Create), ErrorCode::Io);
    }

    void followsNoLinkToAFile()
    {
        const QTemporaryDir folder(folderTemplate());
        VERIFY_OK(make(folder));
        QVERIFY(QFile::link(folder.filePath(u"s.tocsin"_s), folder.filePath(u"link"_s)));
        VERIFY_FAILS(Database::open(folder.filePath(u"link"_s), someKey(), OpenMode::ReadWrite), ErrorCode::Io);
        // A folder that is reached through a link is resolved instead: home folders often are.
        QVERIFY(QFile::link(folder.path(), folder.filePath(u"sub"_s)));
        VERIFY_OK(Database::open(folder.filePath(u"sub/s.tocsin"_s), someKey(), OpenMode::ReadWrite));
    }

    void readsBesideTheWriterAndWritesNothing()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> writer = make(folder);
        VERIFY_OK(writer->execute(u"CREATE TABLE t(i INTEGER) STRICT; INSERT INTO t VALUES(1)"_s));
        Result<Database> reader = writer->openReader();
        VERIFY_OK(reader);
        VERIFY_OK(writer->execute(u"INSERT INTO t VALUES(2)"_s));
        QCOMPARE(*reader->integer(u"SELECT count(*) FROM t"_s), 2);
        VERIFY_FAILS(reader->execute(u"INSERT INTO t VALUES(3)"_s), ErrorCode::Io);
    }

    void rollsBackUnlessCommitted()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        VERIFY_OK(database->execute(u"CREATE TABLE t(i INTEGER) STRICT"_s));
        {
            Result<Transaction> transaction = Transaction::begin(*database);
            VERIFY_OK(transaction);
            VERIFY_OK(database->execute(u"INSERT INTO t VALUES(1)"_s));
            VERIFY_FAILS(Transaction::begin(*database), ErrorCode::Conflict);
        }
        QCOMPARE(*database->integer(u"SELECT count(*) FROM t"_s), 0);
        {
            Result<Transaction> transaction = Transaction::begin(*database);
            VERIFY_OK(database->execute(u"INSERT INTO t VALUES(1)"_s));
            VERIFY_OK(transaction->commit());
        }
        QCOMPARE(*database->integer(u"SELECT count(*) FROM t"_s), 1);
    }

    void keepsForeignKeysAndStrictTypes()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        VERIFY_OK(database->execute(u"CREATE TABLE a(id INTEGER PRIMARY KEY) STRICT;"
                                    "CREATE TABLE b(a INTEGER REFERENCES a) STRICT"_s));
        VERIFY_FAILS(database->execute(u"INSERT INTO b VALUES(9)"_s), ErrorCode::Conflict);
        VERIFY_FAILS(database->execute(u"INSERT INTO b VALUES('x')"_s), ErrorCode::Conflict);
        QVERIFY(!database->execute(u"SELECT \"no such column\""_s));
        QVERIFY(!database->execute(u"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''"_s));
        QVERIFY(!database->execute(u"ATTACH 'x.db' AS x"_s));
    }

    void protectsTables_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << u"UPDATE led SET x = 'b'"_s;
        QTest::newRow("update in other case") << u"UPDATE LED SET x = 'b'"_s;
        QTest::newRow("delete one") << u"DELETE FROM led WHERE seq = 1"_s;
        QTest::newRow("delete all") << u"DELETE FROM led"_s;
        QTest::newRow("insert or replace") << u"INSERT OR REPLACE INTO led VALUES(1, 'b')"_s;
        QTest::newRow("replace") << u"REPLACE INTO led VALUES(1, 'b')"_s;
        QTest::newRow("upsert") << u"INSERT INTO led VALUES(1, 'b') ON CONFLICT DO UPDATE SET x = 'b'"_s;
        QTest::newRow("drop") << u"DROP TABLE led"_s;
        QTest::newRow("rename") << u"ALTER TABLE led RENAME TO other"_s;
        QTest::newRow("add a column") << u"ALTER TABLE led ADD COLUMN y TEXT"_s;
        QTest::newRow("drop the trigger on update") << u"DROP TRIGGER led_no_update"_s;
        QTest::newRow("drop the trigger on delete") << u"DROP TRIGGER led_no_delete"_s;
        QTest::newRow("a trigger that ignores")
            << u"CREATE TRIGGER t BEFORE INSERT ON led BEGIN SELECT RAISE(IGNORE); END"_s;
        QTest::newRow("a passing trigger")
            << u"CREATE TEMP TRIGGER t BEFORE INSERT ON led BEGIN SELECT RAISE(IGNORE); END"_s;
        QTest::newRow("a cascade") << u"DELETE FROM parent"_s;
    }

    void protectsTables()
    {
        QFETCH(const QString, sql);
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        VERIFY_OK(makeLedger(*database));
        VERIFY_OK(database->protectTables({u"led"_s, u"child"_s}));
        const QByteArray before = *database->contentDigest();
        VERIFY_FAILS(database->execute(sql), ErrorCode::Conflict);
        QCOMPARE(*database->contentDigest(), before);
        VERIFY_OK(database->execute(u"INSERT INTO led VALUES(2, 'c')"_s));
        // Another program that opens the file has no authorizer; there the triggers refuse.
        Result<Database> other = Database::open(folder.filePath(u"s.tocsin"_s), someKey(), OpenMode::ReadWrite);
        VERIFY_OK(other);
        VERIFY_FAILS(other->execute(u"UPDATE led SET x = 'b'"_s), ErrorCode::Conflict);
        VERIFY_FAILS(other->execute(u"DELETE FROM led"_s), ErrorCode::Conflict);
        VERIFY_FAILS(other->execute(u"REPLACE INTO led VALUES(1, 'b')"_s), ErrorCode::Conflict);
    }

    void protectsAgainstStatementsPreparedBefore()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        VERIFY_OK(makeLedger(*database));
        Result<Statement> update = database->prepare(u"UPDATE led SET x = 'b'"_s);
        VERIFY_OK(update);
        VERIFY_OK(database->protectTables({u"led"_s}));
        VERIFY_FAILS(update->run(), ErrorCode::Conflict);
        QCOMPARE(*database->text(u"SELECT x FROM led"_s), u"a"_s);
    }

    void findsADamagedPage_data()
    {
        QTest::addColumn<qint64>("offset");
        for (const qint64 offset : {20, 4095, 4096 + 100, 8192 + 7, 3 * 4096 + 4000})
            QTest::addRow("byte %lld", offset) << offset;
    }

    void findsADamagedPage()
    {
        QFETCH(const qint64, offset);
        const QTemporaryDir folder(folderTemplate());
        {
            Result<Database> database = make(folder);
            VERIFY_OK(fill(*database));
            VERIFY_OK(database->checkIntegrity());
        }
        const QString path = folder.filePath(u"s.tocsin"_s);
        flip(path, offset);
        const QByteArray damaged = bytesOf(path);
        Result<Database> database = Database::open(path, someKey(), OpenMode::ReadWrite);
        if (database) {
            VERIFY_FAILS(database->checkIntegrity(), ErrorCode::StoreDamaged);
        } else {
            QCOMPARE(database.error().code, ErrorCode::StoreDamaged);
        }
        QCOMPARE(bytesOf(path), damaged);
    }

    void findsACutFile_data()
    {
        QTest::addColumn<int>("keep");
        for (const int keep : {0, 1, 15, 16, 4000, 4096, 4096 * 2, 4096 * 3 + 9})
            QTest::addRow("%d bytes", keep) << keep;
    }

    void findsACutFile()
    {
        QFETCH(const int, keep);
        const QTemporaryDir folder(folderTemplate());
        {
            Result<Database> database = make(folder);
            VERIFY_OK(fill(*database));
        }
        const QString path = folder.filePath(u"s.tocsin"_s);
        const QByteArray cut = bytesOf(path).first(keep);
        write(path, cut);
        VERIFY_FAILS(Database::open(path, someKey(), OpenMode::ReadWrite), ErrorCode::StoreDamaged);
        QCOMPARE(bytesOf(path), cut);
    }

    void tellsAFullDiskAndKeepsWhatWasThere()
    {
        const QTemporaryDir folder(folderTemplate());
        {
            Result<Database> database = make(folder);
            VERIFY_OK(database->execute(u"CREATE TABLE t(b BLOB) STRICT; INSERT INTO t VALUES(zeroblob(300000))"_s));
        }
        const QString path = folder.filePath(u"s.tocsin"_s);
        const int answer = inChildWithFileLimit(400'000, [&path] {
            Result<Database> database = Database::open(path, someKey(), OpenMode::ReadWrite);
            if (!database)
                return 10;
            const Result<Transaction> transaction = Transaction::begin(*database);
            const Result<> written = database->execute(u"INSERT INTO t VALUES(zeroblob(4000000))"_s);
            if (written || written.error().code != ErrorCode::Io)
                return 11;
            return written.error().message.contains("Nothing was changed"_L1, Qt::CaseInsensitive) ? 0 : 12;
        });
        QCOMPARE(answer, 0);
        const int copied = inChildWithFileLimit(100'000, [&path] {
            Result<Database> database = Database::open(path, someKey(), OpenMode::ReadOnly);
            if (!database)
                return 10;
            const Result<> written = database->vacuumInto(path + u".copy"_s);
            return !written && written.error().code == ErrorCode::Io ? 0 : 11;
        });
        QCOMPARE(copied, 0);
        QVERIFY(!QFile::exists(path + u".copy"_s));
        Result<Database> database = Database::open(path, someKey(), OpenMode::ReadWrite);
        VERIFY_OK(database);
        VERIFY_OK(database->checkIntegrity());
        QCOMPARE(*database->integer(u"SELECT count(*) FROM t"_s), 1);
    }

    void copiesWithTheSameContent()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        VERIFY_OK(fill(*database));
        const QString copy = folder.filePath(u"copy"_s);
        VERIFY_OK(database->vacuumInto(copy));
        VERIFY_OK(database->verifyCopy(copy));
        VERIFY_FAILS(database->vacuumInto(copy), ErrorCode::Io);
        VERIFY_OK(database->execute(u"UPDATE t SET x = 'another' WHERE rowid = 50"_s));
        VERIFY_FAILS(database->verifyCopy(copy), ErrorCode::CheckFailed);
        const QString rekeyed = folder.filePath(u"rekeyed"_s);
        VERIFY_OK(database->copyWithKey(rekeyed, someKey('n')));
        VERIFY_FAILS(Database::open(rekeyed, someKey(), OpenMode::ReadOnly), ErrorCode::StoreDamaged);
        VERIFY_OK(Database::open(rekeyed, someKey('n'), OpenMode::ReadOnly));
    }

    void migratesStepByStepWithACopyBefore()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        VERIFY_OK(database->execute(u"PRAGMA application_id = %1"_s.arg(kApplicationId)));
        const Migration first{1, u"CREATE TABLE a(x TEXT) STRICT; INSERT INTO a VALUES('one')"_s};
        VERIFY_OK(migrate(*database, std::array{first}));
        QCOMPARE(*database->schemaVersion(), 1);
        QVERIFY(!QFile::exists(folder.filePath(u"s.tocsin.before-v1"_s))); // there was nothing to lose

        const Migration failing{2, u"ALTER TABLE a ADD COLUMN y TEXT"_s,
                                [](Database &) -> Result<> { return fail(ErrorCode::Conflict, u"no"_s); }};
        VERIFY_FAILS(migrate(*database, std::array{first, failing}), ErrorCode::Conflict);
        QCOMPARE(*database->schemaVersion(), 1);
        QVERIFY(!database->execute(u"SELECT y FROM a"_s));

        const Migration second{2, u"ALTER TABLE a ADD COLUMN y TEXT"_s};
        const Migration third{3, {}, [](Database &d) { return d.execute(u"UPDATE a SET y = 'two'"_s); }};
        VERIFY_OK(migrate(*database, std::array{first, second, third}));
        QCOMPARE(*database->schemaVersion(), 3);
        QCOMPARE(*database->text(u"SELECT y FROM a"_s), u"two"_s);
        const QString before = folder.filePath(u"s.tocsin.before-v3"_s);
        Result<Database> older = Database::open(before, someKey(), OpenMode::ReadOnly);
        VERIFY_OK(older);
        QCOMPARE(*older->schemaVersion(), 1);
        QCOMPARE(*older->text(u"SELECT x FROM a"_s), u"one"_s);
        VERIFY_OK(migrate(*database, std::array{first, second, third})); // nothing left to do

        const Result<> tooNew = migrate(*database, std::array{first, second});
        VERIFY_FAILS(tooNew, ErrorCode::StoreTooNew);
        QVERIFY(tooNew.error().message.contains("version 3"_L1));
    }

    void migratesNoForeignFile()
    {
        const QTemporaryDir folder(folderTemplate());
        Result<Database> database = make(folder);
        VERIFY_FAILS(migrate(*database, std::array{Migration{1, u"CREATE TABLE a(x TEXT) STRICT"_s}}),
                     ErrorCode::StoreDamaged);
    }

private:
    static Result<Database> make(const QTemporaryDir &folder)
    {
        return Database::open(folder.filePath(u"s.tocsin"_s), someKey(), OpenMode::Create);
    }

    static Result<> makeLedger(Database &database)
    {
        return database.execute(u"CREATE TABLE led(seq INTEGER PRIMARY KEY, x TEXT) STRICT;"
                                "INSERT INTO led VALUES(1, 'a');"
                                "CREATE TABLE parent(id INTEGER PRIMARY KEY) STRICT;"
                                "CREATE TABLE child(p INTEGER REFERENCES parent ON DELETE CASCADE) STRICT;"
                                "INSERT INTO parent VALUES(1); INSERT INTO child VALUES(1)"_s);
    }

    static Result<> fill(Database &database)
    {
        TOCSIN_TRY(database.execute(u"CREATE TABLE t(x TEXT) STRICT; CREATE INDEX i ON t(x)"_s));
        TOCSIN_ASSIGN(Transaction transaction, Transaction::begin(database));
        TOCSIN_ASSIGN(Statement insert, database.prepare(u"INSERT INTO t VALUES(?1)"_s));
        for (int i = 0; i < 300; ++i)
            TOCSIN_TRY(insert.bind(1, QString(100, QChar(u'a' + i % 26)) + QString::number(i)).run());
        return transaction.commit();
    }
};

QTEST_GUILESS_MAIN(TestVaultDatabase)
#include "tst_vault_database.moc"
