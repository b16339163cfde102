// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casework/case_fixture.h"
#include "models/casework/raw_store.h"

#include "casework/notice.h"
#include "casework/obligation.h"
#include "casework/playbook_run.h"
#include "casework/register_record.h"
#include "casework/rule_pack_record.h"
#include "casework/schema.h"
#include "casework/timeline.h"
#include "core/text.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using tocsin::test::CaseFixture;
using tocsin::test::keyOf;

namespace {

/// The digest of models/casework/hipaa_2026.11.json.
const QString kFirstHipaa = u"b30be0e9ccf02c6feaabc549da65ca7ef42dd39802b395a6090ee41170fef1cb"_s;

/// Every table, index and trigger, as text.
struct Schema
{
    using Answer = QStringList;
    Result<QStringList> run(Reader &reader) const
    {
        TOCSIN_ASSIGN(vault::Statement statement,
                      reader.db().prepare(u"SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"_s));
        QStringList lines;
        for (;;) {
            TOCSIN_ASSIGN(const bool more, statement.step());
            if (!more)
                return lines;
            lines << statement.text(0) + u' ' + statement.text(1) + u' ' + statement.text(2);
        }
    }
};

/// A copy of the stored file of an earlier version, in a folder of its own.
class OldStore
{
public:
    explicit OldStore(int version = 1) : path(folder.filePath(u"v%1.tocsin"_s.arg(version)))
    {
        const QString stored = QStringLiteral(TOCSIN_FIXTURES "/casework/v%1.tocsin").arg(version);
        for (const QString &suffix : {u""_s, u".keys"_s}) {
            copied = copied && QFile::copy(stored + suffix, path + suffix)
                && QFile::setPermissions(path + suffix, QFile::ReadOwner | QFile::WriteOwner);
        }
    }

    [[nodiscard]] Result<std::unique_ptr<CaseFile>> open(const QString &name = u"Ada"_s) const
    {
        return CaseFile::unlock({path, name, CaseFixture::passphraseOf(name), {}}, other.surroundings());
    }

    /// Opens a database file with the store's key, past the program.
    [[nodiscard]] Result<vault::Database> openRaw(const QString &file, vault::OpenMode mode) const
    {
        TOCSIN_ASSIGN(const vault::Vault vault,
                      vault::Vault::unlock(path, {u"Ada"_s, CaseFixture::passphraseOf(u"Ada"_s), {}}));
        return vault::Database::open(file, keyOf(vault.rawKeyHex()), mode);
    }

    QTemporaryDir folder;
    QString path;
    bool copied = true;
    CaseFixture other;
};

Result<LedgerReport> verify(CaseFile &file)
{
    TOCSIN_ASSIGN(const auto session, file.openSession());
    const Progress progress;
    return verifyLedger(session->reader(), file.storeId(), {}, progress);
}

} // namespace

class TestCaseworkMigration : public QObject
{
    Q_OBJECT

private:
    static void addVersions()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("version 1") << 1;
        QTest::newRow("version 2") << 2;
        QTest::newRow("version 3") << 3;
        QTest::newRow("version 4") << 4;
        QTest::newRow("version 5") << 5;
        QTest::newRow("version 6") << 6;
        QTest::newRow("version 7") << 7;
        QTest::newRow("version 8") << 8;
    }

private Q_SLOTS:
    void opensAStoreOfAnEarlierVersionAndReadsIt_data() { addVersions(); }

    void opensAStoreOfAnEarlierVersionAndReadsIt()
    {
        QFETCH(const int, version);
        const OldStore old(version);
        QVERIFY(old.copied);
        QCOMPARE(old.openRaw(old.path, vault::OpenMode::ReadWrite)->schemaVersion().value(), version);
        auto file = old.open();
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        QCOMPARE((*file)->openSession().value()->reader().db().schemaVersion().value(), newestSchema());
        QCOMPARE((*file)->ask(OrganizationQuery()).result()->name, u"Sample Wellness Store"_s);
        const auto incident = (*file)->ask(IncidentByReference{u"2026-001"_s}).result();
        QCOMPARE(incident->title, u"Order export left readable"_s);
        QCOMPARE((*file)->ask(TimelineIds{incident->id, u"forensic"_s}).result()->size(), 1);
        QCOMPARE((*file)->ask(PeopleQuery()).result()->size(), 2);
        const auto people = (*file)->ask(RecipientIds{incident->id}).result();
        QCOMPARE(people->size(), 1);
        QCOMPARE((*file)->ask(RecipientsById{*people}).result()->first().lastName, u"Example"_s);
        QVERIFY((*file)->submit(LogEntry{incident->id, u"And it can be written to"_s}).result());
        QVERIFY(!verify(**file)->fault);
    }

    void backsTheOldStoreUpBeforeItTouchesIt()
    {
        const OldStore old;
        const QString kept = u"%1.before-v%2"_s.arg(old.path).arg(newestSchema());
        QVERIFY(!QFile::exists(kept));
        QVERIFY(old.open());
        auto backup = old.openRaw(kept, vault::OpenMode::ReadOnly);
        QVERIFY2(backup, backup ? "" : qPrintable(backup.error().message));
        QVERIFY(backup->checkIntegrity());
        QCOMPARE(backup->schemaVersion().value(), 1);
        QCOMPARE(backup->integer(u"SELECT count(*) FROM ledger_entry"_s).value(), 5);
        QFile bytes(kept);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QVERIFY(!bytes.read(16).startsWith("SQLite format 3"));
    }

    void givesAnOldStoreTheSchemaOfANewOne_data() { addVersions(); }

    void givesAnOldStoreTheSchemaOfANewOne()
    {
        QFETCH(const int, version);
        OldStore old(version);
        const auto file = old.open();
        QCOMPARE((*file)->ask(Schema()).result().value(), old.other.ask(Schema()).value());
    }

    void givesAnOldStorePlansOfTasksAndRegisters()
    {
        const OldStore old(2);
        const auto file = old.open();
        const auto incident = (*file)->ask(IncidentByReference{u"2026-001"_s}).result();
        AddTask add{incident->id, u"After the migration"_s};
        add.sprint = u"2026-12"_s;
        QVERIFY((*file)->submit(add).result());
        QCOMPARE((*file)->ask(TasksQuery{incident->id}).result()->size(), 1);
        QVERIFY((*file)->ask(PlaybookRuns{incident->id}).result()->isEmpty());
        QVERIFY((*file)->ask(RegisterRecords{incident->id}).result()->isEmpty());
    }

    void readsNoticesFromBeforeTheyHadARecipient()
    {
        const OldStore old(3);
        const auto file = old.open();
        const auto incident = (*file)->ask(IncidentByReference{u"2026-001"_s}).result();
        const auto notices = (*file)->ask(NoticesQuery{incident->id}).result();
        QCOMPARE(notices->size(), 1);
        QCOMPARE(notices->first().key, u"individual-en"_s);
        QCOMPARE(notices->first().recipient, QString());
        CreateNotice added{incident->id, u"hhs"_s, u"HHS"_s, u"hhs-report"_s, u"en"_s, {}, u"HHS"_s};
        QVERIFY((*file)->submit(added).result());
        QCOMPARE((*file)->ask(NoticeByKey{incident->id, u"hhs"_s}).result()->recipient, u"HHS"_s);
    }

    void pinsOldIncidentsToTheRulesTheyWereComputedWithAndSignsForIt()
    {
        const OldStore old;
        qint64 entries = 0;
        {
            const auto file = old.open(u"Lee"_s);
            const auto incident = (*file)->ask(IncidentByReference{u"2026-001"_s}).result();
            const auto packs = (*file)->ask(IncidentLaw{incident->id}).result();
            QCOMPARE(packs->size(), 1);
            QCOMPARE(packs->first().name(), u"hipaa@2026.11"_s);
            QCOMPARE(sha256Hex(packs->first().bytes), kFirstHipaa);
            const auto duties = (*file)->ask(ObligationsQuery{incident->id}).result();
            QVERIFY(std::any_of(duties->begin(), duties->end(), [](const ObligationRecord &each) {
                return each.duty.recipient == u"individuals"_s && each.duty.due.date == QDate(2026, 5, 2)
                    && !each.id.isNull();
            }));
            const auto last = (*file)->ask(LedgerRows()).result()->first();
            QCOMPARE(last.action, u"store.migrate"_s);
            QCOMPARE(last.actorName, u"Lee"_s);
            QCOMPARE(last.after.value(u"pinned"_s).toArray(), QJsonArray{u"2026-001"_s});
            entries = last.sequence;
            const auto report = verify(**file);
            QVERIFY(report && !report->fault);
            QCOMPARE(report->counts.signatures, entries);
        }
        const auto again = old.open();
        QCOMPARE((*again)->ask(LedgerHeadQuery()).result()->count, entries); // it is done once
    }

    void saysSoWhereTheRulesOfAnOldIncidentAreGone()
    {
        const OldStore old;
        {
            auto raw = old.openRaw(old.path, vault::OpenMode::ReadWrite);
            QVERIFY(raw);
            QVERIFY(raw->execute(u"UPDATE facts SET evaluation = "
                                 "json_set(evaluation, '$.packs', json_array('hipaa@2026.11', 'house-rules@7'))"_s));
        }
        const auto file = old.open();
        const auto incident = (*file)->ask(IncidentByReference{u"2026-001"_s}).result();
        QCOMPARE((*file)->ask(IncidentLaw{incident->id}).result()->size(), 1);
        const auto ids = (*file)->ask(TimelineIds{incident->id, u"house"_s}).result();
        QCOMPARE(ids->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCaseworkMigration)
#include "tst_casework_migration.moc"
