// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a child process at each of its steps on the disk, one after the other, and opens what is left. A step is a call
// of the C library that makes a change last or gives a file its name; the functions below stand in for those calls.
#include "models/vault/vault_testing.h"
#include "vault/migrations.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <cstdio>
#include <dlfcn.h>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::vault;
using namespace tocsin::vault::testing;

namespace {

/// In the child: how many steps are left to live. Below zero: no limit.
int stepsLeft = -1;

void countStep()
{
    if (stepsLeft == 0)
        ::kill(::getpid(), SIGKILL);
    if (stepsLeft > 0)
        --stepsLeft;
}

template <typename Function>
Function *original(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

#define TOCSIN_STAND_IN(result, name, parameters, arguments)                                                           \
    extern "C" __attribute__((visibility("default"))) result name parameters;                                          \
    result name parameters                                                                                             \
    {                                                                                                                  \
        countStep();                                                                                                   \
        return original<result parameters>(#name) arguments;                                                           \
    }

TOCSIN_STAND_IN(int, fsync, (int descriptor), (descriptor))
TOCSIN_STAND_IN(int, fdatasync, (int descriptor), (descriptor))
TOCSIN_STAND_IN(int, rename, (const char *from, const char *to) noexcept, (from, to))
TOCSIN_STAND_IN(int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags) noexcept,
                (a, from, b, to, flags))
TOCSIN_STAND_IN(int, link, (const char *from, const char *to) noexcept, (from, to))
TOCSIN_STAND_IN(int, linkat, (int a, const char *from, int b, const char *to, int flags) noexcept,
                (a, from, b, to, flags))
TOCSIN_STAND_IN(int, unlink, (const char *path) noexcept, (path))

class TestVaultKill : public QObject
{
    Q_OBJECT

private:
    const QString m_ada = u"Ada Okafor One"_s; // each is her own passphrase
    const QString m_ben = u"Ben Castellanos"_s;
    bool m_workFailed = false; // by itself, without having been killed

    /// Runs the work in a child that is killed after so many steps. True if it got to its end before.
    bool survives(int steps, const std::function<Result<>()> &work)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            stepsLeft = steps;
            const Result<> done = work();
            if (!done)
                qWarning() << steps << done.error().message << done.error().detail;
            ::_exit(done ? 0 : 1);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        m_workFailed = m_workFailed || (WIFEXITED(status) && WEXITSTATUS(status) != 0);
        return WIFEXITED(status);
    }

    static QByteArray slotOf(const Vault &vault, const QString &name)
    {
        for (const SlotInfo &slot : vault.people()) {
            if (slot.personName == name)
                return slot.id;
        }
        return {};
    }

    [[nodiscard]] Result<Vault> unlock(const QString &path, const QString &name) const
    {
        return Vault::unlock(path, credentials(name, name));
    }

    void makeStore(const QString &path) const
    {
        Result<Vault> vault = Vault::create(path, person(m_ada, m_ada), fixedClock());
        VERIFY_OK(vault);
        VERIFY_OK(vault->addPerson(person(m_ben, m_ben), fixedClock()));
        VERIFY_OK(vault->database().execute(u"CREATE TABLE t(x TEXT) STRICT; INSERT INTO t VALUES('row')"_s));
    }

    /// The store opens for Ada, is sound, and can be written; what unlocking leaves is only its two files.
    void checkStore(const QString &path, bool *benIsIn) const
    {
        {
            Result<Vault> vault = unlock(path, m_ada);
            VERIFY_OK(vault);
            VERIFY_OK(vault->database().checkIntegrity());
            QCOMPARE(vault->database().text(u"SELECT x FROM t"_s).value_or(QString()), u"row"_s);
            VERIFY_OK(vault->database().execute(u"UPDATE t SET x = 'row'"_s));
            *benIsIn = !slotOf(*vault, m_ben).isEmpty();
        }
        const Result<Vault> ben = unlock(path, m_ben);
        QCOMPARE(ben.has_value(), *benIsIn);
        // Ada again: the key file that unlocking wrote, if it wrote one, is as good as the one before.
        if (!ben)
            VERIFY_OK(unlock(path, m_ada));
    }

private Q_SLOTS:
    void cleanup() { QVERIFY(!m_workFailed); }

    void opensAfterAKillAtAnyStepOfARemoval()
    {
        int kills = 0;
        bool sawBefore = false;
        bool sawAfter = false;
        for (int steps = 0;; ++steps) {
            const QTemporaryDir folder(folderTemplate());
            const QString path = folder.filePath(u"s.tocsin"_s);
            makeStore(path);
            const bool done = survives(steps, [&]() -> Result<> {
                TOCSIN_ASSIGN(Vault vault, unlock(path, m_ada));
                return vault.removePerson(slotOf(vault, m_ben));
            });
            bool benIsIn = false;
            checkStore(path, &benIsIn);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"after %1 steps"_s.arg(steps)));
            // A file that was being written when the kill came may stay under its passing name; it is encrypted too.
            const QStringList left
                = entries(folder.path()).filter(QRegularExpression(u"^(?!s\\.tocsin\\.keys\\..{6}$)"_s));
            QVERIFY2(left == QStringList({u"s.tocsin"_s, u"s.tocsin.keys"_s}), qPrintable(left.join(u' ')));
            QVERIFY2(benIsIn || steps > 0, "removed before anything was done");
            QVERIFY2(!sawAfter || !benIsIn, "removed, and back again");
            sawBefore = sawBefore || benIsIn;
            sawAfter = sawAfter || !benIsIn;
            if (done)
                break;
            ++kills;
        }
        QVERIFY(sawBefore && sawAfter);
        QVERIFY2(kills > 10, qPrintable(QString::number(kills)));
    }

    void createsAgainAfterAKillAtAnyStep()
    {
        int kills = 0;
        for (int steps = 0;; ++steps) {
            const QTemporaryDir folder(folderTemplate());
            const QString path = folder.filePath(u"s.tocsin"_s);
            const bool done = survives(steps, [&]() -> Result<> {
                TOCSIN_TRY(Vault::create(path, person(m_ada, m_ada), fixedClock()));
                return {};
            });
            const bool isThere = QFile::exists(path);
            if (isThere)
                VERIFY_OK(unlock(path, m_ada));
            else
                VERIFY_OK(Vault::create(path, person(m_ada, m_ada), fixedClock()));
            QVERIFY(isThere || !done);
            if (done)
                break;
            ++kills;
        }
        QVERIFY2(kills > 5, qPrintable(QString::number(kills)));
    }

    void keepsAPassphraseWhicheverStepAKillHits()
    {
        for (int steps = 0;; ++steps) {
            const QTemporaryDir folder(folderTemplate());
            const QString path = folder.filePath(u"s.tocsin"_s);
            makeStore(path);
            const bool done = survives(steps, [&]() -> Result<> {
                TOCSIN_ASSIGN(Vault vault, unlock(path, m_ada));
                return vault.changePassphrase(credentials(m_ada, m_ada), SecureBytes::fromText(u"entirely new"_s), {},
                                              KdfCost::forTests());
            });
            const bool old = unlock(path, m_ada).has_value();
            const bool next = Vault::unlock(path, credentials(m_ada, u"entirely new"_s)).has_value();
            QVERIFY(old != next);
            if (done)
                break;
        }
    }

    void restoresAgainAfterAKillAtAnyStep()
    {
        const QTemporaryDir folder(folderTemplate());
        const QString path = folder.filePath(u"s.tocsin"_s);
        const QString backup = folder.filePath(u"b"_s);
        makeStore(path);
        VERIFY_OK(unlock(path, m_ada)->backup(backup));
        for (int steps = 0;; ++steps) {
            const QTemporaryDir target(folderTemplate());
            const QString restored = target.filePath(u"r.tocsin"_s);
            const bool done = survives(steps, [&] { return Vault::restore(backup, restored); });
            if (!QFile::exists(restored))
                VERIFY_OK(Vault::restore(backup, restored));
            bool benIsIn = false;
            checkStore(restored, &benIsIn);
            QVERIFY(benIsIn);
            if (done)
                break;
        }
    }

    void migratesAgainAfterAKillAtAnyStep()
    {
        const std::array steps{Migration{1, u"CREATE TABLE a(x TEXT) STRICT"_s},
                               Migration{2, u"ALTER TABLE a ADD COLUMN y TEXT"_s}};
        for (int kill = 0;; ++kill) {
            const QTemporaryDir folder(folderTemplate());
            const QString path = folder.filePath(u"s.tocsin"_s);
            makeStore(path);
            {
                Result<Vault> vault = unlock(path, m_ada);
                VERIFY_OK(migrate(vault->database(), std::span(steps).first(1)));
            }
            const bool done = survives(kill, [&]() -> Result<> {
                TOCSIN_ASSIGN(Vault vault, unlock(path, m_ada));
                return migrate(vault.database(), steps);
            });
            Result<Vault> vault = unlock(path, m_ada);
            VERIFY_OK(vault);
            VERIFY_OK(migrate(vault->database(), steps));
            VERIFY_OK(vault->database().checkIntegrity());
            VERIFY_OK(vault->database().execute(u"INSERT INTO a VALUES('x', 'y')"_s));
            if (done)
                break;
        }
    }
};

QTEST_GUILESS_MAIN(TestVaultKill)
#include "tst_vault_kill.moc"
