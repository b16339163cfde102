// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/vault/vault_testing.h"
#include "vault/hardening.h"
#include "vault/hkdf.h"
#include "vault/key_slot.h"
#include "vault/recovery_code.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::vault;
using namespace tocsin::vault::testing;

namespace {

const QUuid kStore(u"3f2504e0-4f89-41d3-9a0c-0305e82c3301"_s);

SecureBytes someMaster()
{
    return SecureBytes::copyOf(QByteArray(kKeySize, 'M'));
}

KeyFile someFile()
{
    KeyFile file{kStore, 7, {}};
    for (const QString &name : {u"Ada Okafor"_s, u"Ng Thị Hạnh"_s})
        file.slotList.append(*makeSlot(kStore, person(name, u"correct horse"_s), someMaster(), fixedClock().now()));
    return file;
}

/// A key file whose checksum fits, so that only its content is judged.
QByteArray withChecksum(const QByteArray &body, const QByteArray &format = "1")
{
    const QByteArray start
        = "tocsin-keys " + format + ' ' + QByteArray::number(body.size()) + ' ' + QByteArray(64, 'a') + ' ';
    const QByteArray covered = start + body;
    return start + QCryptographicHash::hash(covered, QCryptographicHash::Sha256).toHex() + '\n' + body + '\n';
}

QJsonObject someBody()
{
    const QByteArray bytes = writeKeyFile(someFile(), someMaster());
    const qsizetype start = bytes.indexOf('\n') + 1;
    return QJsonDocument::fromJson(bytes.sliced(start, bytes.indexOf('\n', start) - start)).object();
}

/// The examples of FORMAT.md: its one block of JSON.
QJsonObject vectors()
{
    const QString text = QString::fromUtf8(bytesOf(QStringLiteral(TOCSIN_SOURCE_DIR "/models/vault/FORMAT.md")));
    static const QRegularExpression block(u"```json\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    return QJsonDocument::fromJson(block.match(text).captured(1).toUtf8()).object();
}

QByteArray fromHex(const QJsonObject &object, const QString &key)
{
    return QByteArray::fromHex(object[key].toString().toLatin1());
}

} // namespace

class TestVaultKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesSecretsWithoutACopy()
    {
        SecureBytes first = SecureBytes::copyOf("secret");
        const uchar *address = first.constData();
        const SecureBytes second = std::move(first);
        QCOMPARE(second.constData(), address);
        QVERIFY(second.clone().constData() != address);
        QVERIFY(sameBytes(second.view(), "secret"));
        QVERIFY(!sameBytes(second.view(), "Secret"));
        QVERIFY(!sameBytes(second.view(), "secre"));
        QVERIFY(SecureBytes().isEmpty() && sameBytes(SecureBytes().view(), {}));
    }

    void wipesWhatHeldASecret()
    {
        QByteArray bytes("secret");
        bytes.detach();
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
        QString text = QString::number(123456789);
        wipe(text);
        QVERIFY(text.isEmpty());
    }

    void turnsCoreDumpsOff()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            rlimit limit{1, 1};
            const bool hardened = hardenProcess().has_value() && ::getrlimit(RLIMIT_CORE, &limit) == 0;
            ::_exit(hardened && limit.rlim_cur == 0 && ::prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
    }

    // RFC 5869, appendix A, cases 1 to 3.
    void derivesAsRfc5869_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<QByteArray>("info");
        QTest::addColumn<QByteArray>("expected");
        const auto range = [](int from, int to) {
            QByteArray bytes;
            for (int i = from; i <= to; ++i)
                bytes.append(char(i));
            return bytes;
        };
        QTest::newRow("case 1") << QByteArray(22, 0x0b) << range(0, 0x0c) << range(0xf0, 0xf9)
                                << QByteArray(
                                       "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b8"
                                       "87185865");
        QTest::newRow("case 2") << range(0, 0x4f) << range(0x60, 0xaf) << range(0xb0, 0xff)
                                << QByteArray(
                                       "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7"
                                       "827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5"
                                       "c1f3434f1d87");
        QTest::newRow("case 3") << QByteArray(22, 0x0b) << QByteArray() << QByteArray()
                                << QByteArray(
                                       "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4"
                                       "b61a96c8");
    }

    void derivesAsRfc5869()
    {
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, salt);
        QFETCH(const QByteArray, info);
        QFETCH(const QByteArray, expected);
        QCOMPARE(hkdfSha256(key, salt, info, expected.size() / 2).view().toByteArray().toHex(), expected);
    }

    void givesEachPurposeItsOwnKey()
    {
        QSet<QByteArray> keys;
        for (const auto purpose :
             {KeyPurpose::Database, KeyPurpose::Ledger, KeyPurpose::Attachments, KeyPurpose::KeyFile})
            keys.insert(deriveKey(someMaster(), purpose).view().toByteArray());
        QCOMPARE(keys.size(), 4);
    }

    void agreesWithTheVectorsOfTheFormat()
    {
        const QJsonObject all = vectors();
        const SecureBytes master = SecureBytes::copyOf(fromHex(all, u"master"_s));
        QCOMPARE(master.size(), kKeySize);
        QCOMPARE(deriveKey(master, KeyPurpose::Database).view(), fromHex(all, u"database"_s));
        QCOMPARE(deriveKey(master, KeyPurpose::Ledger).view(), fromHex(all, u"ledger"_s));
        QCOMPARE(deriveKey(master, KeyPurpose::Attachments).view(), fromHex(all, u"attachments"_s));
        QCOMPARE(deriveKey(master, KeyPurpose::KeyFile).view(), fromHex(all, u"key_file"_s));
        QCOMPARE(QString::fromLatin1(encodeRecoveryCode(master).view()), all[u"recovery_code"_s].toString());

        const QJsonObject slotVector = all[u"slot"_s].toObject();
        const SecureBytes passphrase = SecureBytes::fromText(slotVector[u"passphrase"_s].toString());
        const Result<SecureBytes> key
            = passphraseKey(passphrase, {}, fromHex(slotVector, u"salt"_s), KdfCost::forTests());
        VERIFY_OK(key);
        QCOMPARE(key->view(), fromHex(slotVector, u"key"_s));

        const QByteArray line = all[u"key_file_line"_s].toString().toLatin1();
        const QByteArray body = all[u"key_file_body"_s].toString().toUtf8();
        const Result<KeyFile> file = parseKeyFile(line + '\n' + body + '\n');
        VERIFY_OK(file);
        QVERIFY(isAuthentic(*file, master));
        const Result<SlotSecrets> secrets = openSlot(file->store, file->slotList.first(), passphrase, {});
        VERIFY_OK(secrets);
        QCOMPARE(secrets->signSeed.view(), fromHex(slotVector, u"ed25519_seed"_s));
        const auto unsealed = unsealMaster(file->slotList.first().sealedMaster, file->slotList.first(), *secrets);
        QVERIFY(unsealed && sameBytes(unsealed->view(), master.view()));
    }

    void readsBackWhatItWrote()
    {
        const KeyFile file = someFile();
        const Result<KeyFile> read = parseKeyFile(writeKeyFile(file, someMaster()));
        VERIFY_OK(read);
        QCOMPARE(read->store, file.store);
        QCOMPARE(read->generation, 7U);
        QVERIFY(read->slotList == file.slotList);
        QVERIFY(isAuthentic(*read, someMaster()));
        QVERIFY(!isAuthentic(*read, SecureBytes::copyOf(QByteArray(kKeySize, 'N'))));
    }

    void survivesDamageToEitherCopy()
    {
        const QByteArray bytes = writeKeyFile(someFile(), someMaster());
        for (qsizetype i = 0; i < bytes.size(); i += 37) {
            QByteArray flipped = bytes;
            flipped[i] = char(flipped[i] ^ 1);
            const Result<KeyFile> read = parseKeyFile(flipped);
            QVERIFY2(read && isAuthentic(*read, someMaster()), qPrintable(u"byte %1"_s.arg(i)));
        }
        QVERIFY(parseKeyFile(bytes.first(bytes.size() / 2)));
        VERIFY_FAILS(parseKeyFile(bytes.first(bytes.size() / 2 - 2)), ErrorCode::StoreDamaged);
        QByteArray both = bytes;
        both[100] = char(both[100] ^ 1);
        both[bytes.size() / 2 + 100] = char(both[bytes.size() / 2 + 100] ^ 1);
        VERIFY_FAILS(parseKeyFile(both), ErrorCode::StoreDamaged);
    }

    void takesTheNewerOfTwoCopies()
    {
        KeyFile file = someFile();
        file.generation = 8;
        const QByteArray newer = writeKeyFile(file, someMaster());
        file.generation = 7;
        const QByteArray older = writeKeyFile(file, someMaster());
        QCOMPARE(newer.size(), older.size());
        const qsizetype half = newer.size() / 2;
        QCOMPARE(parseKeyFile(older.first(half) + newer.first(half))->generation, 8U);
        QCOMPARE(parseKeyFile(newer.first(half) + older.first(half))->generation, 8U);
    }

    void namesANewerFormat()
    {
        const QByteArray copy = withChecksum("{}", "3");
        const Result<KeyFile> read = parseKeyFile(copy + copy);
        VERIFY_FAILS(read, ErrorCode::StoreTooNew);
        QVERIFY(read.error().message.contains("format is 3"_L1));
    }

    void refusesImpossibleContent_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto kdf = [](const QString &key, const QJsonValue &value) {
            QJsonObject object{{u"algorithm"_s, u"argon2id13"_s},
                               {u"memory_kib"_s, 8192},
                               {u"passes"_s, 1},
                               {u"salt"_s, QString(32, u'0')},
                               {u"key_file"_s, false}};
            object[key] = value;
            return object;
        };
        QTest::newRow("more memory than 4 GiB") << u"kdf"_s << QJsonValue(kdf(u"memory_kib"_s, 4194305));
        QTest::newRow("hardly any memory") << u"kdf"_s << QJsonValue(kdf(u"memory_kib"_s, 8191));
        QTest::newRow("17 passes") << u"kdf"_s << QJsonValue(kdf(u"passes"_s, 17));
        QTest::newRow("no pass") << u"kdf"_s << QJsonValue(kdf(u"passes"_s, 0));
        QTest::newRow("another algorithm") << u"kdf"_s << QJsonValue(kdf(u"algorithm"_s, u"scrypt"_s));
        QTest::newRow("a short salt") << u"kdf"_s << QJsonValue(kdf(u"salt"_s, QString(30, u'0')));
        QTest::newRow("an unknown key of the KDF") << u"kdf"_s << QJsonValue(kdf(u"lanes"_s, 4));
        QTest::newRow("a short id") << u"id"_s << QJsonValue(QString(30, u'0'));
        QTest::newRow("upper-case digits") << u"id"_s << QJsonValue(QString(32, u'A'));
        QTest::newRow("no digits") << u"nonce"_s << QJsonValue(QString(48, u'z'));
        QTest::newRow("long wrapped keys") << u"wrapped"_s << QJsonValue(QString(162, u'0'));
        QTest::newRow("an empty seal") << u"sealed"_s << QJsonValue(QString());
        QTest::newRow("a name with a line break") << u"name"_s << QJsonValue(u"a\nb"_s);
        QTest::newRow("a name that reorders text") << u"name"_s << QJsonValue(u"a\u202eb"_s);
        QTest::newRow("a name without end") << u"name"_s << QJsonValue(QString(201, u'n'));
        QTest::newRow("the other's name in capitals") << u"name"_s << QJsonValue(u"NG THỊ HẠNH"_s);
        QTest::newRow("a role with a space") << u"role"_s << QJsonValue(u"all rights"_s);
        QTest::newRow("a moment without an offset") << u"created"_s << QJsonValue(u"2026-01-01T00:00:00"_s);
        QTest::newRow("an unknown key") << u"is_admin"_s << QJsonValue(true);
    }

    void refusesImpossibleContent()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        QJsonObject body = someBody();
        QJsonArray slotList = body[u"slots"_s].toArray();
        QVERIFY(parseKeyFile(withChecksum(QJsonDocument(body).toJson(QJsonDocument::Compact))));
        QJsonObject slot = slotList[0].toObject();
        slot[key] = value;
        slotList[0] = slot;
        body[u"slots"_s] = slotList;
        VERIFY_FAILS(parseKeyFile(withChecksum(QJsonDocument(body).toJson(QJsonDocument::Compact))),
                     ErrorCode::StoreDamaged);
    }

    void refusesImpossibleFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("a mark alone") << QByteArray("tocsin-keys ");
        QTest::newRow("a length beyond the end")
            << QByteArray("tocsin-keys 1 99999 " + QByteArray(64, 'a') + ' ' + QByteArray(64, 'b') + "\n{}\n");
        QTest::newRow("a negative length")
            << QByteArray("tocsin-keys 1 -1 " + QByteArray(64, 'a') + ' ' + QByteArray(64, 'b') + "\n{}\n");
        QTest::newRow("more than a mebibyte") << QByteArray(kMaxKeyFileSize + 1, 'x');
        QTest::newRow("no slots") << withChecksum(
            "{\"store\":\"3f2504e0-4f89-41d3-9a0c-0305e82c3301\",\"generation\":1,\"slots\":[]}");
        QTest::newRow("no store") << withChecksum(
            "{\"store\":\"00000000-0000-0000-0000-000000000000\",\"generation\":1,\"slots\":[]}");
        QTest::newRow("no JSON") << withChecksum("hello");
        QTest::newRow("deep JSON") << withChecksum(QByteArray(100'000, '['));
    }

    void refusesImpossibleFiles()
    {
        QFETCH(const QByteArray, bytes);
        VERIFY_FAILS(parseKeyFile(bytes), ErrorCode::StoreDamaged);
    }

    void bindsASlotToItsStoreAndCost()
    {
        const KeySlot slot = someFile().slotList.first();
        const SecureBytes passphrase = SecureBytes::fromText(u"correct horse"_s);
        VERIFY_OK(openSlot(kStore, slot, passphrase, {}));
        VERIFY_FAILS(openSlot(QUuid::createUuid(), slot, passphrase, {}), ErrorCode::Locked);
        for (const auto &change : std::initializer_list<std::function<void(KeySlot &)>>{
                 [](KeySlot &s) { s.id[0] = char(s.id[0] ^ 1); },
                 [](KeySlot &s) { s.cost.passes = 2; },
                 [](KeySlot &s) { s.needsKeyFile = true; },
                 [](KeySlot &s) { s.boxPublicKey[0] = char(s.boxPublicKey[0] ^ 1); },
                 [](KeySlot &s) { s.signPublicKey[0] = char(s.signPublicKey[0] ^ 1); },
                 [](KeySlot &s) { s.wrappedKeys[5] = char(s.wrappedKeys[5] ^ 1); },
             }) {
            KeySlot changed = slot;
            change(changed);
            VERIFY_FAILS(openSlot(kStore, changed, passphrase, {}), ErrorCode::Locked);
        }
    }

    void readsTheSameCharactersFromEveryKeyboard()
    {
        const QByteArray salt(16, 's');
        const auto key = [&salt](const QString &text) {
            return passphraseKey(SecureBytes::fromText(text), {}, salt, KdfCost::forTests());
        };
        const QByteArray composed = key(u"Käse 한글"_s.normalized(QString::NormalizationForm_C))->view().toByteArray();
        const QByteArray decomposed
            = key(u"Käse 한글"_s.normalized(QString::NormalizationForm_D))->view().toByteArray();
        QCOMPARE(decomposed, composed);
        QVERIFY(key(u"Kase 한글"_s)->view() != composed);
        VERIFY_FAILS(key(QString()), ErrorCode::BadInput);
        VERIFY_FAILS(key(QString(1025, u'a')), ErrorCode::BadInput);
        VERIFY_FAILS(key(u"a"_s + QChar::Null), ErrorCode::BadInput);
        VERIFY_FAILS(passphraseKey(SecureBytes::copyOf("\xff\xfe"), {}, salt, KdfCost::forTests()),
                     ErrorCode::BadInput);
    }

    void mixesInASecondFactor()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"factor"_s), "anything");
        write(folder.filePath(u"other"_s), "anything else");
        write(folder.filePath(u"empty"_s), {});
        const SecureBytes passphrase = SecureBytes::fromText(u"correct horse"_s);
        const QByteArray salt(16, 's');
        const auto key = [&](const QString &file) {
            const auto derived = passphraseKey(passphrase, file, salt, KdfCost::forTests());
            return derived ? derived->view().toByteArray() : QByteArray();
        };
        const QSet<QByteArray> keys{key({}), key(folder.filePath(u"factor"_s)), key(folder.filePath(u"other"_s))};
        QCOMPARE(keys.size(), 3);
        QVERIFY(!keys.contains(QByteArray()));
        for (const QString &name : {u"empty"_s, u"missing"_s, u"."_s}) {
            VERIFY_FAILS(passphraseKey(passphrase, folder.filePath(name), salt, KdfCost::forTests()),
                         ErrorCode::BadInput);
        }
    }

    void readsACodeAsPeopleTypeIt()
    {
        const SecureBytes master = SecureBytes::random(kKeySize);
        const SecureBytes code = encodeRecoveryCode(master);
        const QString text = QString::fromLatin1(code.view());
        static const QRegularExpression form(u"^([0-9A-HJKMNP-TV-Z]{5}-){13}[0-9A-HJKMNP-TV-Z]{5}$"_s);
        QVERIFY(form.match(text).hasMatch());
        QString sloppy = text.toLower().replace(u'-', u' ') + u'\n';
        sloppy.replace(u'0', u'o').replace(u'1', u'l');
        for (const QString &typed : {text, sloppy, QString(text).remove(u'-')}) {
            const Result<SecureBytes> read = decodeRecoveryCode(SecureBytes::fromText(typed));
            VERIFY_OK(read);
            QVERIFY(sameBytes(read->view(), master.view()));
        }
    }

    void locatesEveryWrongCharacter()
    {
        const QByteArray alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        const QByteArray code = encodeRecoveryCode(someMaster()).view().toByteArray();
        for (qsizetype i = 0; i < code.size(); ++i) {
            if (code[i] == '-')
                continue;
            for (const char other : alphabet) {
                if (other == code[i])
                    continue;
                QByteArray typed = code;
                typed[i] = other;
                const Result<SecureBytes> read = decodeRecoveryCode(SecureBytes::copyOf(typed));
                VERIFY_FAILS(read, ErrorCode::BadInput);
                QVERIFY(read.error().message.startsWith(u"Group %1 "_s.arg(i / 6 + 1)));
            }
        }
    }

    void findsExchangedCharactersAndGroups()
    {
        const QByteArray code = encodeRecoveryCode(SecureBytes::random(kKeySize)).view().toByteArray();
        for (qsizetype i = 0; i + 1 < code.size(); ++i) {
            QByteArray typed = code;
            std::swap(typed[i], typed[i + 1]);
            const bool matters = typed != code && code[i] != '-' && code[i + 1] != '-';
            if (matters)
                VERIFY_FAILS(decodeRecoveryCode(SecureBytes::copyOf(typed)), ErrorCode::BadInput);
        }
        QList<QByteArray> groups = code.split('-');
        groups.swapItemsAt(2, 9);
        VERIFY_FAILS(decodeRecoveryCode(SecureBytes::copyOf(groups.join('-'))), ErrorCode::BadInput);
        VERIFY_FAILS(decodeRecoveryCode(SecureBytes::copyOf(code.first(40))), ErrorCode::BadInput);
        VERIFY_FAILS(decodeRecoveryCode(SecureBytes::copyOf(QByteArray(code).append("-00000"))), ErrorCode::BadInput);
        VERIFY_FAILS(decodeRecoveryCode(SecureBytes()), ErrorCode::BadInput);
        QByteArray foreign = code;
        foreign[3] = '!';
        const Result<SecureBytes> read = decodeRecoveryCode(SecureBytes::copyOf(foreign));
        VERIFY_FAILS(read, ErrorCode::BadInput);
        QVERIFY(!read.error().message.contains(QString::fromLatin1(foreign.first(5))));
    }

    void findsGroupsOfTwoCodesMixed()
    {
        QList<QByteArray> one = encodeRecoveryCode(SecureBytes::random(kKeySize)).view().toByteArray().split('-');
        const QList<QByteArray> two = encodeRecoveryCode(SecureBytes::random(kKeySize)).view().toByteArray().split('-');
        QVERIFY(one[4] != two[4]);
        one[4] = two[4];
        VERIFY_FAILS(decodeRecoveryCode(SecureBytes::copyOf(one.join('-'))), ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestVaultKeys)
#include "tst_vault_keys.moc"
