// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/vault/vault_testing.h"
#include "vault/key_slot.h"
#include "vault/migrations.h"
#include "vault/recovery_code.h"
#include "vault/store_path.h"

#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <sodium.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::vault;
using namespace tocsin::vault::testing;

namespace {

const QString kAda = u"Ada Okafor"_s;
const QString kBen = u"Ben Castellanos"_s;
const QString kAdasWords = u"correct horse battery"_s;
const QString kCleosWords = u"third of three"_s;
const QString kNewWords = u"entirely new"_s; // of the shortest length there may be
const QString kBensWords = u"Löwe, Bär & 漢字"_s;

} // namespace

class TestVault : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir *m_folder = nullptr;
    QString m_path;

    /// A store with two people and one row, closed again.
    void makeStore()
    {
        Result<Vault> vault = Vault::create(m_path, person(kAda, kAdasWords), fixedClock());
        VERIFY_OK(vault);
        VERIFY_OK(vault->addPerson(person(kBen, kBensWords), fixedClock()));
        VERIFY_OK(vault->database().execute(u"CREATE TABLE t(x TEXT) STRICT; INSERT INTO t VALUES('row')"_s));
    }

    Result<Vault> unlock(const QString &name = kAda, const QString &words = kAdasWords) const
    {
        return Vault::unlock(m_path, credentials(name, words));
    }

    static QString row(Vault &vault) { return vault.database().text(u"SELECT x FROM t"_s).value_or(QString()); }

    static QByteArray slotOf(const Vault &vault, const QString &name)
    {
        for (const SlotInfo &slot : vault.people()) {
            if (slot.personName == name)
                return slot.id;
        }
        return {};
    }

    [[nodiscard]] QString inFolder(const QString &name) const { return m_folder->filePath(name); }

private Q_SLOTS:
    void init()
    {
        m_folder = new QTemporaryDir(folderTemplate());
        m_path = inFolder(u"case.tocsin"_s);
    }

    void cleanup() { delete m_folder; }

    void createsAndUnlocks()
    {
        makeStore();
        QCOMPARE(entries(m_folder->path()), QStringList({u"case.tocsin"_s, u"case.tocsin.keys"_s}));
        Result<Vault> vault = unlock();
        VERIFY_OK(vault);
        QCOMPARE(row(*vault), u"row"_s);
        QCOMPARE(vault->identity().personName(), kAda);
        QCOMPARE(vault->identity().roleToken(), u"compliance-lead"_s);
        QCOMPARE(vault->database().integer(u"PRAGMA application_id"_s).value_or(0), kApplicationId);
        for (const QString &name : entries(m_folder->path()))
            QVERIFY2(!(QFile::permissions(inFolder(name)) & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(name));
    }

    void overwritesNothingWhenCreating()
    {
        makeStore();
        const QByteArray store = bytesOf(m_path);
        const QByteArray keys = bytesOf(m_path + u".keys"_s);
        VERIFY_FAILS(Vault::create(m_path, person(kBen, kBensWords), fixedClock()), ErrorCode::Conflict);
        QCOMPARE(bytesOf(m_path), store);
        QVERIFY(QFile::remove(m_path));
        VERIFY_FAILS(Vault::create(m_path, person(kBen, kBensWords), fixedClock()), ErrorCode::Conflict);
        QCOMPARE(bytesOf(m_path + u".keys"_s), keys);
    }

    /// An export may have any name, however short, that is none of a store's.
    void writesOverNoFileOfAStore()
    {
        makeStore();
        for (const QString &name : {u"a"_s, u"c.txt"_s, u"letter.keys"_s, QString()})
            QVERIFY2(checkNoStoreAt(name), qPrintable(name));
        QVERIFY(checkNoStoreAt(m_folder->filePath(u"letter.pdf"_s)));
        for (const QString &suffix : {QString(), u".keys"_s, u"-wal"_s})
            QCOMPARE(checkNoStoreAt(m_path + suffix).error().code, ErrorCode::BadInput);
    }

    void refusesPeopleWhoCannotBe()
    {
        VERIFY_FAILS(Vault::create(m_path, person(kAda, {}), fixedClock()), ErrorCode::BadInput);
        VERIFY_FAILS(Vault::create(m_path, person({}, kAdasWords), fixedClock()), ErrorCode::BadInput);
        VERIFY_FAILS(Vault::create(m_path, person(u"a\u202eb"_s, kAdasWords), fixedClock()), ErrorCode::BadInput);
        NewPerson cheap = person(kAda, kAdasWords);
        cheap.cost = {1024, 1};
        VERIFY_FAILS(Vault::create(m_path, cheap, fixedClock()), ErrorCode::Usage);
        VERIFY_FAILS(Vault::create(inFolder(u"none/x.tocsin"_s), person(kAda, kAdasWords), fixedClock()),
                     ErrorCode::BadInput);
        QVERIFY(entries(m_folder->path()).isEmpty());
    }

    void givesOneAnswerToEveryWrongWay()
    {
        makeStore();
        write(inFolder(u"factor"_s), "x");
        const Result<Vault> words = unlock(kAda, u"wrong"_s);
        VERIFY_FAILS(words, ErrorCode::Locked);
        for (const Credentials &wrong :
             {credentials(u"Nobody"_s, kAdasWords), credentials(kBen, kAdasWords), credentials({}, u"wrong"_s),
              credentials(kAda, kAdasWords, inFolder(u"factor"_s))}) {
            const Result<Vault> vault = Vault::unlock(m_path, wrong);
            QVERIFY(!vault);
            QCOMPARE(vault.error(), words.error());
        }
        VERIFY_OK(unlock());
    }

    void findsTheSlotWithoutAName()
    {
        makeStore();
        Result<Vault> vault = unlock({}, kBensWords);
        VERIFY_OK(vault);
        QCOMPARE(vault->identity().personName(), kBen);
    }

    void takesAPassphraseTypedInEitherForm()
    {
        makeStore();
        VERIFY_OK(unlock(kBen, kBensWords.normalized(QString::NormalizationForm_D)));
        VERIFY_OK(unlock(kBen.toUpper(), kBensWords));
    }

    void needsTheSecondFactor()
    {
        const QString factor = inFolder(u"factor"_s);
        write(factor, "anything");
        VERIFY_OK(Vault::create(m_path, person(kAda, kAdasWords, factor), fixedClock()));
        VERIFY_FAILS(unlock(), ErrorCode::Locked);
        VERIFY_OK(Vault::unlock(m_path, credentials(kAda, kAdasWords, factor)));
        QVERIFY(Vault::publicInfo(m_path)->slotList.first().needsKeyFile);
        write(factor, "Anything");
        VERIFY_FAILS(Vault::unlock(m_path, credentials(kAda, kAdasWords, factor)), ErrorCode::Locked);
    }

    void signsForThePerson()
    {
        makeStore();
        QByteArray publicKey;
        for (int round = 0; round < 2; ++round) {
            const Result<Vault> vault = unlock();
            VERIFY_OK(vault);
            QVERIFY(round == 0 || vault->identity().publicKey() == publicKey);
            publicKey = vault->identity().publicKey();
            QCOMPARE(publicKey, vault->people().first().publicKey);
            const QByteArray signature = vault->identity().sign("entry");
            const auto verify = [&](const QByteArray &message) {
                return crypto_sign_verify_detached(reinterpret_cast<const uchar *>(signature.constData()),
                                                   reinterpret_cast<const uchar *>(message.constData()),
                                                   quint64(message.size()),
                                                   reinterpret_cast<const uchar *>(publicKey.constData()));
            };
            QCOMPARE(verify("entry"), 0);
            QCOMPARE(verify("Entry"), -1);
        }
    }

    void tellsWhatIsPublicWithoutAPassphrase()
    {
        makeStore();
        const Result<Vault> open = unlock(); // also while somebody has it open
        const Result<PublicInfo> info = Vault::publicInfo(m_path);
        VERIFY_OK(info);
        QCOMPARE(info->slotList.size(), 2);
        QCOMPARE(info->slotList[1].personName, kBen);
        QCOMPARE(info->slotList[1].created.toIso(), fixedClock().now().toIso());
        QCOMPARE(info->store, open->storeId());
        QCOMPARE(bytesOf(m_path).first(16), info->store.toRfc4122());
        QCOMPARE(info->generation, 2U);
        QVERIFY(info->storeBytes > 0 && info->keyFileBytes > 0 && !info->cipherVersion.isEmpty());
    }

    void keepsASecondVaultOut()
    {
        makeStore();
        Result<Vault> first = unlock();
        VERIFY_OK(first);
        VERIFY_FAILS(unlock(), ErrorCode::StoreInUse);
        VERIFY_FAILS(Vault::create(m_path, person(kAda, kAdasWords), fixedClock()), ErrorCode::StoreInUse);
        QVERIFY(QFile::link(m_folder->path(), inFolder(u"link"_s)));
        VERIFY_FAILS(Vault::unlock(inFolder(u"link/case.tocsin"_s), credentials(kAda, kAdasWords)),
                     ErrorCode::StoreInUse);
        Vault moved = std::move(*first);
        VERIFY_FAILS(unlock(), ErrorCode::StoreInUse);
        {
            const Vault dropped = std::move(moved);
        }
        VERIFY_OK(unlock());
    }

    void keepsASecondProcessOutUntilItIsKilled()
    {
        makeStore();
        std::array<int, 2> ready{};
        QCOMPARE(::pipe(ready.data()), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const Result<Vault> vault = unlock();
            const char answer = vault ? 'y' : 'n';
            if (::write(ready[1], &answer, 1) == 1)
                ::pause();
            ::_exit(1);
        }
        char answer = 0;
        QCOMPARE(::read(ready[0], &answer, 1), 1);
        QCOMPARE(answer, 'y');
        VERIFY_FAILS(unlock(), ErrorCode::StoreInUse);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        VERIFY_OK(unlock());
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void readsBesideTheWriter()
    {
        makeStore();
        Result<Vault> vault = unlock();
        Result<Database> reader = vault->openReader();
        VERIFY_OK(reader);
        QCOMPARE(reader->text(u"SELECT x FROM t"_s).value_or(QString()), u"row"_s);
        VERIFY_FAILS(reader->execute(u"DELETE FROM t"_s), ErrorCode::Io);
    }

    void addsAPersonOnce()
    {
        makeStore();
        Result<Vault> vault = unlock(kBen, kBensWords);
        VERIFY_FAILS(vault->addPerson(person(kAda.toUpper(), kNewWords), fixedClock()), ErrorCode::Conflict);
        const Result<SlotInfo> cleo = vault->addPerson(person(u"Cleo"_s, kCleosWords), fixedClock());
        VERIFY_OK(cleo);
        QCOMPARE(vault->people().size(), 3);
        vault = unlock(u"Cleo"_s, kCleosWords); // refused while open
        VERIFY_FAILS(vault, ErrorCode::StoreInUse);
        Result<Vault> again = unlock(u"Cleo"_s, kCleosWords);
        VERIFY_OK(again);
        QCOMPARE(again->identity().slotId(), cleo->id);
    }

    void refusesANewPassphraseThatIsShort_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("eleven") << u"elevensigns"_s << false;
        QTest::newRow("twelve") << u"twelve signs"_s << true;
        QTest::newRow("eleven of several bytes") << QString(11, u'ß') << false;
        QTest::newRow("twelve of several bytes") << QString(12, u'ß') << true;
        QTest::newRow("six beyond the first plane") << u"𝒳"_s.repeated(6) << false;
        QTest::newRow("twelve beyond the first plane") << u"𝒳"_s.repeated(12) << true;
        QTest::newRow("eleven with accents set apart") << u"e\u0301"_s.repeated(11) << false;
    }

    void refusesANewPassphraseThatIsShort()
    {
        QFETCH(QString, words);
        QFETCH(bool, accepted);
        const QString other = inFolder(u"other.tocsin"_s);
        QCOMPARE(Vault::create(other, person(kAda, words), fixedClock()).has_value(), accepted);
        QCOMPARE(QFile::exists(other), accepted);
        makeStore();
        SecureBytes code;
        {
            Result<Vault> vault = unlock();
            VERIFY_OK(vault);
            code = vault->recoveryCode();
            QCOMPARE(vault->addPerson(person(u"Cleo"_s, words), fixedClock()).has_value(), accepted);
            const auto changed = vault->changePassphrase(credentials(kAda, kAdasWords), SecureBytes::fromText(words),
                                                         {}, KdfCost::forTests());
            QCOMPARE(changed.has_value(), accepted);
            if (!accepted) {
                QCOMPARE(changed.error().code, ErrorCode::BadInput);
                QVERIFY(changed.error().message.contains(u"at least 12"_s));
            }
        }
        QCOMPARE(Vault::recover(m_path, code, person(u"Dee"_s, words), fixedClock()).has_value(), accepted);
        VERIFY_OK(unlock(kAda, accepted ? words : kAdasWords));
    }

    void opensWithAShortPassphraseOfEarlierDays()
    {
        makeStore();
        SecureBytes master;
        {
            const Result<Vault> vault = unlock();
            const Result<SecureBytes> read = decodeRecoveryCode(vault->recoveryCode());
            VERIFY_OK(read);
            master = read->clone();
        }
        Result<KeyFile> keys = parseKeyFile(bytesOf(m_path + u".keys"_s));
        VERIFY_OK(keys);
        KeySlot &slot = keys->slotList.first();
        const Result<SlotSecrets> secrets = openSlot(keys->store, slot, SecureBytes::fromText(kAdasWords), {});
        VERIFY_OK(secrets);
        VERIFY_OK(wrapSlot(keys->store, slot, *secrets, SecureBytes::fromText(u"short"_s), {}, KdfCost::forTests()));
        write(m_path + u".keys"_s, writeKeyFile(*keys, master));
        VERIFY_OK(unlock(kAda, u"short"_s));
    }

    void tellsWhatIsNoStoreFromAStoreWithoutItsKeyFile()
    {
        makeStore();
        QVERIFY(QFile::remove(m_path + u".keys"_s));
        VERIFY_FAILS(Vault::publicInfo(m_path), ErrorCode::Locked);
        const QByteArray pages(3 * 4096, 'x');
        for (const QByteArray &content : {QByteArray("no store at all"), QByteArray(), pages,
                                          QByteArray(QByteArray("SQLite format 3\0", 16) + pages.first(4080))}) {
            write(inFolder(u"other"_s), content);
            const Result<PublicInfo> info = Vault::publicInfo(inFolder(u"other"_s));
            VERIFY_FAILS(info, ErrorCode::BadInput);
            QVERIFY(info.error().message.contains(u"no Tocsin store"_s));
        }
    }

    void changesAPassphrase()
    {
        makeStore();
        {
            Result<Vault> vault = unlock();
            const SecureBytes next = SecureBytes::fromText(kNewWords);
            VERIFY_FAILS(vault->changePassphrase(credentials(kAda, u"wrong"_s), next, {}, KdfCost::forTests()),
                         ErrorCode::Locked);
            VERIFY_FAILS(vault->changePassphrase(credentials(kAda, kAdasWords), {}, {}, KdfCost::forTests()),
                         ErrorCode::BadInput);
            VERIFY_OK(vault->changePassphrase(credentials(kAda, kAdasWords), next, {}, {16 * 1024, 2}));
        }
        VERIFY_FAILS(unlock(), ErrorCode::Locked);
        Result<Vault> vault = unlock(kAda, kNewWords);
        VERIFY_OK(vault);
        QCOMPARE(vault->people().first().cost, (KdfCost{16 * 1024, 2}));
        QCOMPARE(row(*vault), u"row"_s);
    }

    void removesAPersonForGood()
    {
        makeStore();
        const QByteArray keysBefore = bytesOf(m_path + u".keys"_s);
        QByteArray rawKeyBefore;
        {
            Result<Vault> vault = unlock();
            rawKeyBefore = vault->rawKeyHex().view().toByteArray();
            const Database *database = &vault->database();
            const QByteArray publicKey = vault->identity().publicKey();
            VERIFY_OK(vault->database().protectTables({u"t"_s}));
            VERIFY_FAILS(vault->removePerson("unknown"), ErrorCode::NotFound);
            VERIFY_FAILS(vault->removePerson(slotOf(*vault, kAda)), ErrorCode::Conflict);
            VERIFY_OK(vault->removePerson(slotOf(*vault, kBen)));
            QCOMPARE(&vault->database(), database);
            QCOMPARE(vault->people().size(), 1);
            QCOMPARE(vault->people().first().publicKey, publicKey);
            QCOMPARE(row(*vault), u"row"_s);
            VERIFY_FAILS(vault->database().execute(u"DELETE FROM t"_s), ErrorCode::Conflict);
            VERIFY_OK(vault->database().execute(u"INSERT INTO t VALUES('later')"_s));
            QCOMPARE(vault->database().text(u"PRAGMA journal_mode"_s).value_or(QString()), u"wal"_s);
            VERIFY_FAILS(vault->removePerson(slotOf(*vault, kAda)), ErrorCode::Conflict);
        }
        QCOMPARE(entries(m_folder->path()), QStringList({u"case.tocsin"_s, u"case.tocsin.keys"_s}));
        VERIFY_FAILS(unlock(kBen, kBensWords), ErrorCode::Locked);
        {
            Result<Vault> vault = unlock();
            VERIFY_OK(vault);
            QVERIFY(vault->rawKeyHex().view() != rawKeyBefore);
            QCOMPARE(vault->database().integer(u"SELECT count(*) FROM t"_s).value_or(0), 2);
        }
        // What the removed person kept opens the store no more.
        write(m_path + u".keys"_s, keysBefore);
        const Result<Vault> old = unlock(kBen, kBensWords);
        VERIFY_FAILS(old, ErrorCode::StoreDamaged);
    }

    void rekeysOnlyWhenNobodyReads()
    {
        makeStore();
        Result<Vault> vault = unlock();
        {
            Result<Statement> statement = vault->database().prepare(u"SELECT x FROM t"_s);
            VERIFY_FAILS(vault->rekey(), ErrorCode::Conflict);
        }
        {
            Result<Database> reader = vault->openReader();
            QVERIFY(reader->text(u"SELECT x FROM t"_s));
            VERIFY_FAILS(vault->rekey(), ErrorCode::Conflict);
        }
        VERIFY_OK(vault->database().execute(u"INSERT INTO t VALUES('still writable')"_s));
        const QByteArray code = vault->recoveryCode().view().toByteArray();
        VERIFY_OK(vault->rekey());
        QVERIFY(vault->recoveryCode().view() != code);
        QCOMPARE(vault->people().size(), 2);
    }

    void opensWithTheKitWhenTheKeyFileIsLost()
    {
        makeStore();
        const SecureBytes code = unlock()->recoveryCode();
        QVERIFY(QFile::remove(m_path + u".keys"_s));
        const Result<Vault> lost = unlock();
        VERIFY_FAILS(lost, ErrorCode::Locked);
        QVERIFY(lost.error().message.contains("recovery kit"_L1));
        {
            Result<Vault> vault = Vault::recover(m_path, code, person(u"Cleo"_s, kCleosWords), fixedClock());
            VERIFY_OK(vault);
            QCOMPARE(row(*vault), u"row"_s);
            QCOMPARE(vault->people().size(), 1);
        }
        VERIFY_OK(unlock(u"Cleo"_s, kCleosWords));
    }

    void keepsTheOthersWhenAPassphraseIsForgotten()
    {
        makeStore();
        const SecureBytes code = unlock()->recoveryCode();
        VERIFY_OK(Vault::recover(m_path, code, person(kAda, kNewWords), fixedClock()));
        VERIFY_FAILS(unlock(), ErrorCode::Locked);
        VERIFY_OK(unlock(kAda, kNewWords));
        VERIFY_OK(unlock(kBen, kBensWords));
        QCOMPARE(entries(m_folder->path()).size(), 2);
    }

    void setsADamagedKeyFileAside()
    {
        makeStore();
        const SecureBytes code = unlock()->recoveryCode();
        write(m_path + u".keys"_s, "rubbish");
        VERIFY_FAILS(unlock(), ErrorCode::StoreDamaged);
        VERIFY_OK(Vault::recover(m_path, code, person(kAda, kNewWords), fixedClock()));
        VERIFY_OK(unlock(kAda, kNewWords));
        QCOMPARE(bytesOf(m_path + u".keys.before-recovery"_s), "rubbish");
    }

    void refusesAnotherStoresCode()
    {
        makeStore();
        const QString other = inFolder(u"other.tocsin"_s);
        const SecureBytes code = Vault::create(other, person(kAda, kAdasWords), fixedClock())->recoveryCode();
        const QByteArray keys = bytesOf(m_path + u".keys"_s);
        VERIFY_FAILS(Vault::recover(m_path, code, person(kAda, kNewWords), fixedClock()), ErrorCode::Locked);
        VERIFY_FAILS(Vault::recover(m_path, SecureBytes::fromText(u"00000"_s), person(kAda, kNewWords), fixedClock()),
                     ErrorCode::BadInput);
        QCOMPARE(bytesOf(m_path + u".keys"_s), keys);
    }

    void namesAKeyFileOfAnotherStore()
    {
        makeStore();
        const QString other = inFolder(u"other.tocsin"_s);
        VERIFY_OK(Vault::create(other, person(kAda, kAdasWords), fixedClock()));
        write(m_path + u".keys"_s, bytesOf(other + u".keys"_s));
        for (const QString &words : {kAdasWords, u"wrong"_s}) {
            const Result<Vault> vault = unlock(kAda, words);
            VERIFY_FAILS(vault, ErrorCode::Locked);
            QVERIFY(vault.error().message.contains("another store"_L1));
        }
    }

    void refusesAKeyFileOfANewerFormat()
    {
        makeStore();
        write(m_path + u".keys"_s, "tocsin-keys 2 whatever comes then\n");
        const Result<Vault> vault = unlock();
        VERIFY_FAILS(vault, ErrorCode::StoreTooNew);
        QVERIFY(vault.error().message.contains("format is 2"_L1));
    }

    void refusesASlotThatAnOutsiderAdded()
    {
        // Someone without the master key writes a slot of their own, sealing a master key of their own choice.
        makeStore();
        const QByteArray keys = bytesOf(m_path + u".keys"_s);
        const Result<KeyFile> file = parseKeyFile(keys);
        VERIFY_OK(file);
        const SecureBytes foreign = SecureBytes::random(32);
        KeyFile forged = *file;
        forged.slotList.first().roleToken = u"observer"_s;
        write(m_path + u".keys"_s, writeKeyFile(forged, foreign));
        VERIFY_FAILS(unlock(), ErrorCode::StoreDamaged);
    }

    void tellsDamageAndDeletesNothing_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("keep");
        QTest::newRow("a bit in the first 16 bytes") << qint64{3} << qint64{-1};
        QTest::newRow("a bit in the first page") << qint64{2000} << qint64{-1};
        QTest::newRow("cut to nothing") << qint64{-1} << qint64{0};
        QTest::newRow("cut within the first page") << qint64{-1} << qint64{1000};
        QTest::newRow("cut after the first page") << qint64{-1} << qint64{4096};
    }

    void tellsDamageAndDeletesNothing()
    {
        QFETCH(const qint64, offset);
        QFETCH(const qint64, keep);
        makeStore();
        if (offset >= 0)
            flip(m_path, offset);
        else
            write(m_path, bytesOf(m_path).first(keep));
        const QByteArray damaged = bytesOf(m_path);
        const QStringList before = entries(m_folder->path());
        const Result<Vault> vault = unlock();
        VERIFY_FAILS(vault, ErrorCode::StoreDamaged);
        QVERIFY(vault.error().message.contains("backup"_L1));
        QVERIFY(vault.error().message.contains("Nothing was deleted"_L1));
        QCOMPARE(bytesOf(m_path), damaged);
        QCOMPARE(entries(m_folder->path()), before);
    }

    void printsTheRawKeyOfTheDatabase()
    {
        makeStore();
        const Result<Vault> vault = unlock();
        const QByteArray notation = vault->rawKeyHex().view().toByteArray();
        QCOMPARE(notation.size(), 99);
        QVERIFY(notation.startsWith("x'") && notation.endsWith(vault->storeId().toRfc4122().toHex().append('\'')));
        const DatabaseKey key{SecureBytes::copyOf(QByteArray::fromHex(notation.mid(2, 64))),
                              QByteArray::fromHex(notation.mid(66, 32))};
        Result<Database> database = Database::open(m_path, key, OpenMode::ReadOnly);
        VERIFY_OK(database);
        QCOMPARE(database->text(u"SELECT x FROM t"_s).value_or(QString()), u"row"_s);
    }

    void backsUpAndRestores()
    {
        makeStore();
        const QString backup = inFolder(u"case.backup"_s);
        {
            Result<Vault> vault = unlock();
            VERIFY_OK(vault->backup(backup));
            VERIFY_FAILS(vault->backup(backup), ErrorCode::Conflict);
            VERIFY_OK(vault->database().execute(u"UPDATE t SET x = 'later'"_s));
        }
        QVERIFY(!bytesOf(backup).contains("row"));
        QVERIFY(!(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther)));
        VERIFY_FAILS(Vault::restore(backup, m_path), ErrorCode::Conflict);
        const QString restored = inFolder(u"restored.tocsin"_s);
        VERIFY_OK(Vault::restore(backup, restored));
        Result<Vault> vault = Vault::unlock(restored, credentials(kBen, kBensWords));
        VERIFY_OK(vault);
        QCOMPARE(row(*vault), u"row"_s);
        VERIFY_OK(vault->database().checkIntegrity());
        QCOMPARE(entries(m_folder->path()).filter(u"part"_s), QStringList());
        Result<Vault> original = unlock();
        VERIFY_OK(original);
        QCOMPARE(row(*original), u"later"_s);
    }

    void restoresNoDamagedBackup()
    {
        makeStore();
        const QString backup = inFolder(u"case.backup"_s);
        VERIFY_OK(unlock()->backup(backup));
        const QByteArray sound = bytesOf(backup);
        const QString restored = inFolder(u"restored.tocsin"_s);
        for (const qsizetype offset :
             {qsizetype{0}, qsizetype{20}, qsizetype{200}, qsizetype{3000}, sound.size() - 1}) {
            write(backup, sound);
            flip(backup, offset);
            VERIFY_FAILS(Vault::restore(backup, restored), ErrorCode::StoreDamaged);
        }
        for (const QByteArray &wrong : {sound.first(sound.size() - 1), QByteArray(sound).append('x'), QByteArray()}) {
            write(backup, wrong);
            VERIFY_FAILS(Vault::restore(backup, restored), ErrorCode::StoreDamaged);
        }
        write(backup, "tocsin-backup 2 1 1 a b\n");
        VERIFY_FAILS(Vault::restore(backup, restored), ErrorCode::StoreTooNew);
        QCOMPARE(entries(m_folder->path()).filter(u"restored"_s), QStringList());
    }

    void leavesNothingHalfDoneOnAFullDisk()
    {
        makeStore();
        {
            Result<Vault> vault = unlock();
            VERIFY_OK(vault->database().execute(u"INSERT INTO t VALUES(hex(zeroblob(150000)))"_s));
        }
        const QStringList before = entries(m_folder->path());
        const pid_t child = ::fork();
        if (child == 0) {
            Result<Vault> vault = unlock();
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{100'000, 100'000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const Result<> backup = vault->backup(inFolder(u"b"_s));
            const Result<> rekey = vault->rekey();
            const bool told = !backup && backup.error().code == ErrorCode::Io && !rekey
                && rekey.error().code == ErrorCode::Io && vault->database().text(u"SELECT x FROM t"_s).has_value();
            vault = fail(ErrorCode::Cancelled, {});
            ::_exit(told ? 0 : 1);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        Result<Vault> vault = unlock();
        VERIFY_OK(vault);
        VERIFY_OK(vault->database().checkIntegrity());
        vault = fail(ErrorCode::Cancelled, {});
        QCOMPARE(entries(m_folder->path()), before);
    }

    void leavesNoPlaintextAnywhere()
    {
        makeStore();
        Result<Vault> vault = unlock();
        VERIFY_OK(migrate(vault->database(), std::array{Migration{1, u"CREATE TABLE p(n TEXT) STRICT"_s}}));
        Result<Statement> insert = vault->database().prepare(u"INSERT INTO p VALUES(?1)"_s);
        VERIFY_OK(insert->bind(1, u"Wilhelmina Quartermaine 078-05-1120"_s).run());
        insert = fail(ErrorCode::Cancelled, {});
        VERIFY_OK(migrate(vault->database(), std::array{Migration{1, {}}, Migration{2, u"CREATE INDEX i ON p(n)"_s}}));
        VERIFY_OK(vault->backup(inFolder(u"b"_s)));
        VERIFY_OK(vault->rekey());
        VERIFY_OK(vault->database().execute(u"UPDATE p SET n = n || ' again'"_s));
        const QStringList files = entries(m_folder->path());
        QVERIFY(files.size() >= 6); // store, keys, lock, log, its index, backup, copy before the migration
        for (const QString &name : files) {
            const QByteArray bytes = bytesOf(inFolder(name));
            QVERIFY2(!bytes.contains("Quartermaine") && !bytes.contains("078-05"), qPrintable(name));
            QVERIFY2(!bytes.contains(kAdasWords.toUtf8()), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
