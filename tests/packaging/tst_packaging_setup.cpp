// SPDX-License-Identifier: GPL-3.0-or-later
#include "patience.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// Stands in for the machine: a folder of small programs that come first in the path, answer from files beside them, and
// write down how they were called.
class Machine
{
public:
    Machine()
    {
        QDir(path()).mkpath(u"bin"_s);
        QDir(path()).mkpath(u"etc/apt/sources.list.d"_s);
        QDir(path()).mkpath(u"etc/apt/preferences.d"_s);
        program(u"dpkg-query"_s, "cat \"$M/installed\"");
        program(u"id"_s, "cat \"$M/uid\"");
        program(u"sudo"_s, "echo sudo >> \"$M/calls\"; exec \"$@\"");
        program(u"apt-get"_s,
                "if [ \"$1\" = indextargets ]; then cat \"$M/targets\"; else echo \"apt-get $*\" >> \"$M/calls\"; fi");
        program(u"apt-cache"_s,
                "[ \"$1\" = madison ] && exec grep \"^ *$2 |\" \"$M/madison\"\n"
                "v=$(sed -n \"s/^$2 //p\" \"$M/archive\"); [ -z \"$v\" ] || printf '  Candidate: %s\\n' \"$v\"");
        write(u"installed"_s, {});
        write(u"uid"_s, "0\n");
        write(u"calls"_s, {});
        write(u"madison"_s, {});
        write(u"archive"_s, {});
        write(u"targets"_s,
              "bookworm main http://mirror.invalid/debian/ " + path().toUtf8() + "/etc/apt/x.sources:1\n");
        write(u"etc/apt/x.sources"_s, "Types: deb\nSigned-By: /usr/share/keyrings/a.gpg\n");
        write(u"etc/os-release"_s, "VERSION_CODENAME=bookworm\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n");
    }

    void onUbuntu2404() const
    {
        const QByteArray entry = path().toUtf8() + "/etc/apt/x.sources:1\n";
        write(u"targets"_s,
              "noble main http://mirror.invalid/ubuntu/ " + entry + "noble universe http://mirror.invalid/ubuntu/ "
                  + entry);
        write(u"etc/os-release"_s, "VERSION_CODENAME=noble\nPRETTY_NAME=\"Ubuntu 24.04 LTS\"\n");
    }

    QString path() const { return m_folder.path(); }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write to the temporary folder");
    }

    QString read(const QString &name) const
    {
        QFile file(path() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    bool has(const QString &name) const { return QFile::exists(path() + u'/' + name); }

    // Everything in the list at a version that is new enough for all of it.
    static QByteArray listed(const QByteArray &format, const QByteArray &without = {})
    {
        QFile list(QStringLiteral(TOCSIN_SOURCE_DIR "/packaging/dependencies.txt"));
        if (!list.open(QIODevice::ReadOnly))
            qFatal("no dependencies.txt");
        QByteArray out;
        for (QByteArray line : list.readAll().split('\n')) {
            line = line.left(line.indexOf('#')).simplified();
            const QByteArray name = line.split(' ').value(1);
            if (!name.isEmpty() && name != without)
                out += QByteArray(format).replace("NAME", name) + '\n';
        }
        return out;
    }

    int setup(const QStringList &uses = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, path() + u"/bin:"_s + environment.value(u"PATH"_s));
        environment.insert(u"M"_s, path());
        environment.insert(u"TOCSIN_SETUP_ETC"_s, path() + u"/etc"_s);
        process.setProcessEnvironment(environment);
        process.start(u"bash"_s, QStringList{QStringLiteral(TOCSIN_SOURCE_DIR "/packaging/setup")} + uses);
        process.waitForFinished(tocsin::test::kPatience);
        said = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode();
    }

    QString said; // the standard error of the last run

private:
    void program(const QString &name, const QByteArray &body) const
    {
        write(u"bin/"_s + name, "#!/bin/sh\n" + body + "\n");
        QFile::setPermissions(path() + u"/bin/"_s + name, QFile::ReadOwner | QFile::ExeOwner);
    }

    QTemporaryDir m_folder;
};

constexpr auto kInstalled = "ii  NAME 99";
constexpr auto kOffered = "NAME 99";

} // namespace

class TestPackagingSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"dpkg"_s).isEmpty())
            QSKIP("the set-up is for Debian and Ubuntu");
    }

    void leavesACompleteMachineAlone()
    {
        Machine machine;
        machine.write(u"uid"_s, "1000\n");
        machine.write(u"installed"_s, Machine::listed(kInstalled));
        QCOMPARE(machine.setup({u"build"_s, u"run"_s, u"test"_s, u"format"_s, u"tool"_s}), 0);
        QCOMPARE(machine.read(u"calls"_s), QString());
        QCOMPARE(machine.said, QString());
    }

    void installsOnlyWhatIsMissing()
    {
        Machine machine;
        machine.write(u"installed"_s, Machine::listed(kInstalled, "libzip-dev"));
        machine.write(u"archive"_s, Machine::listed(kOffered));
        QCOMPARE(machine.setup(), 0);
        const QStringList calls = machine.read(u"calls"_s).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(calls.size(), 2);
        QVERIFY(calls.at(0).startsWith("apt-get update"_L1));
        QVERIFY(calls.at(1).startsWith("apt-get install"_L1));
        QVERIFY(calls.at(1).contains("--no-install-recommends"_L1));
        QVERIFY(calls.at(1).endsWith(" libzip-dev"_L1));
        QVERIFY(!machine.has(u"etc/apt/sources.list.d/tocsin-bookworm-backports.sources"_s));
    }

    void countsAPackageThatWasRemovedAsMissing()
    {
        Machine machine;
        machine.write(u"installed"_s, Machine::listed(kInstalled, "libzip-dev") + "rc  libzip-dev 1.7\n");
        machine.write(u"archive"_s, Machine::listed(kOffered));
        QCOMPARE(machine.setup(), 0);
        QVERIFY(machine.read(u"calls"_s).contains(" libzip-dev\n"_L1));
    }

    void takesAnAlternativeNameForAnother()
    {
        Machine machine;
        machine.write(u"installed"_s, Machine::listed(kInstalled, "pkg-config") + "ii  pkgconf 1.8\n");
        QCOMPARE(machine.setup(), 0);
        QCOMPARE(machine.read(u"calls"_s), QString());
    }

    void looksForTestPackagesOnlyWhenAsked()
    {
        Machine machine;
        machine.write(u"installed"_s, Machine::listed(kInstalled, "qpdf"));
        machine.write(u"archive"_s, Machine::listed(kOffered));
        QCOMPARE(machine.setup({u"build"_s, u"run"_s}), 0);
        QCOMPARE(machine.read(u"calls"_s), QString());
        QCOMPARE(machine.setup({u"test"_s}), 0);
        QVERIFY(machine.read(u"calls"_s).contains(" qpdf\n"_L1));
    }

    void usesSudoWhenItIsNotRoot()
    {
        Machine machine;
        machine.write(u"uid"_s, "1000\n");
        machine.write(u"installed"_s, Machine::listed(kInstalled, "libzip-dev"));
        machine.write(u"archive"_s, Machine::listed(kOffered));
        QCOMPARE(machine.setup(), 0);
        QVERIFY(machine.read(u"calls"_s).startsWith("sudo\napt-get update"_L1));
    }

    void takesSqlcipherAloneFromBackportsOnDebian12()
    {
        Machine machine;
        machine.write(u"installed"_s,
                      Machine::listed(kInstalled, "libsqlcipher-dev") + "ii  libsqlcipher-dev 3.4.1-2\n");
        machine.write(
            u"madison"_s,
            "libsqlcipher-dev | 4.6.1-2~bpo12+1 | http://mirror.invalid/debian bookworm-backports/main amd64\n"
            "libsqlcipher-dev | 3.4.1-2 | http://mirror.invalid/debian bookworm/main amd64\n");
        QCOMPARE(machine.setup(), 0);
        QVERIFY(machine.read(u"calls"_s).endsWith(" libsqlcipher-dev/bookworm-backports\n"_L1));
        const QString source = machine.read(u"etc/apt/sources.list.d/tocsin-bookworm-backports.sources"_s);
        QVERIFY(source.contains("URIs: http://mirror.invalid/debian/\nSuites: bookworm-backports\nComponents: main\n"
                                "Signed-By: /usr/share/keyrings/a.gpg\n"_L1));
        const QString pins = machine.read(u"etc/apt/preferences.d/tocsin-bookworm-backports.pref"_s);
        QVERIFY(pins.contains("Package: *\nPin: release n=bookworm-backports\nPin-Priority: -1\n"_L1));
        QVERIFY(pins.contains("Package: src:sqlcipher\nPin: release n=bookworm-backports\nPin-Priority: 500\n"_L1));
    }

    void leavesBackportsAsTheyWere()
    {
        Machine machine;
        machine.write(u"installed"_s, Machine::listed(kInstalled, "libsqlcipher-dev"));
        machine.write(u"madison"_s,
                      "libsqlcipher-dev | 4.6.1-2~bpo12+1 | http://m.invalid/d bookworm-backports/main amd64\n");
        machine.write(u"targets"_s,
                      machine.read(u"targets"_s).toUtf8()
                          + "bookworm-backports main http://mirror.invalid/debian/ /etc/apt/y.sources:1\n");
        QCOMPARE(machine.setup(), 0);
        QVERIFY(!machine.has(u"etc/apt/sources.list.d/tocsin-bookworm-backports.sources"_s));
        QVERIFY(machine.read(u"calls"_s).endsWith(" libsqlcipher-dev/bookworm-backports\n"_L1));
    }

    // Ubuntu 24.04 has SQLCipher 4.5; its next long-term release, in the same archive, has one that is new enough.
    void takesSqlcipherAloneFromTheNextReleaseOnUbuntu2404()
    {
        Machine machine;
        machine.onUbuntu2404();
        machine.write(u"installed"_s, Machine::listed(kInstalled, "libsqlcipher-dev"));
        machine.write(u"archive"_s, "libsqlcipher-dev 4.5.6-1build2\n");
        machine.write(u"madison"_s,
                      "libsqlcipher-dev | 4.6.1-2 | http://mirror.invalid/ubuntu resolute/universe amd64\n"
                      "libsqlcipher-dev | 4.5.6-1build2 | http://mirror.invalid/ubuntu noble/universe amd64\n");
        QCOMPARE(machine.setup(), 0);
        QVERIFY(machine.read(u"calls"_s).endsWith(" libsqlcipher-dev/resolute\n"_L1));
        const QString source = machine.read(u"etc/apt/sources.list.d/tocsin-resolute.sources"_s);
        QVERIFY2(source.contains("URIs: http://mirror.invalid/ubuntu/\nSuites: resolute\nComponents: main universe\n"
                                 "Signed-By: /usr/share/keyrings/a.gpg\n"_L1),
                 qPrintable(source));
        const QString pins = machine.read(u"etc/apt/preferences.d/tocsin-resolute.pref"_s);
        QVERIFY(pins.contains("Package: *\nPin: release n=resolute\nPin-Priority: -1\n"_L1));
    }

    void saysThatTheArchiveIsTooOld()
    {
        Machine machine;
        machine.write(u"etc/os-release"_s, "VERSION_CODENAME=jammy\nPRETTY_NAME=\"Ubuntu 22.04 LTS\"\n");
        machine.write(u"installed"_s, Machine::listed(kInstalled, "libsqlcipher-dev"));
        machine.write(u"archive"_s, "libsqlcipher-dev 4.5.0-1\n");
        QCOMPARE(machine.setup(), 1);
        QVERIFY2(machine.said.contains("libsqlcipher-dev 4.6 or newer is needed"_L1), qPrintable(machine.said));
        QVERIFY(machine.said.contains("Ubuntu 22.04 LTS offers only 4.5.0-1"_L1));
        QVERIFY(!machine.read(u"calls"_s).contains("install"_L1));
    }

    void saysWhatTheArchiveDoesNotHave()
    {
        Machine machine;
        machine.write(u"installed"_s, Machine::listed(kInstalled, "libzip-dev"));
        QCOMPARE(machine.setup(), 1);
        QVERIFY2(machine.said.contains("Debian GNU/Linux 12 has no libzip-dev"_L1), qPrintable(machine.said));
    }

    void passesOverAToolThatTheArchiveDoesNotHave()
    {
        Machine machine;
        machine.write(u"installed"_s, Machine::listed(kInstalled, "clang-format-14"));
        QCOMPARE(machine.setup({u"format"_s}), 0);
        QVERIFY(machine.said.contains("no clang-format-14"_L1));
        QVERIFY(!machine.read(u"calls"_s).contains("install"_L1));
    }

    void refusesAnUnknownUse()
    {
        Machine machine;
        QCOMPARE(machine.setup({u"everything"_s}), 1);
        QVERIFY(machine.said.contains("unknown use 'everything'"_L1));
    }

    void everyScriptParses_data()
    {
        QTest::addColumn<QString>("script");
        for (const char *script :
             {"packaging/setup", "packaging/run", "packaging/test", "packaging/format", "packaging/tidy", ".ci/run"})
            QTest::newRow(script) << QString::fromLatin1(script);
    }
    void everyScriptParses()
    {
        QFETCH(QString, script);
        const QString path = QStringLiteral(TOCSIN_SOURCE_DIR "/") + script;
        QVERIFY(QFileInfo(path).isExecutable());
        QCOMPARE(QProcess::execute(u"bash"_s, {u"-n"_s, path}), 0);
    }
};

QTEST_APPLESS_MAIN(TestPackagingSetup)
#include "tst_packaging_setup.moc"
