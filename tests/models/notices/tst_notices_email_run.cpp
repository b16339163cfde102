// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/sample_letters.h"
#include "notices/letter_run.h"
#include "patience.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

namespace {

const Instant kNow = Instant::parse(u"2026-03-20T09:00:00-05:00"_s).value();
constexpr int kPeople = 40; // of whom 26 agreed and can be reached

LetterInputs inputs()
{
    LetterInputs made = sample::inputs();
    made.templates = TemplateSet::bundled(u"email"_s).value();
    made.medium = Medium::Email;
    return made;
}

std::vector<LetterRecipient> people()
{
    std::vector<LetterRecipient> made = sample::people(kPeople, {u"TX"_s, u"CA"_s});
    for (size_t at = 0; at < made.size(); ++at) {
        made[at].email = u"person%1@example.com"_s.arg(at);
        made[at].emailConsent = at % 3 != 1;
        if (at == 6)
            made[at].address.clear(); // an e-mail needs no street
        if (at == 9)
            made[at].email = u"not an address"_s;
    }
    return made;
}

/// The made-up people; `onNext` is called as each is read.
class Source final : public RecipientSource
{
public:
    std::function<void(int pass, int at)> onNext;

    Result<> rewind() override
    {
        ++m_pass;
        m_at = 0;
        return {};
    }
    Result<> rewindTo(const std::vector<quint32> &) override { return rewind(); } // no run here is sorted
    Result<bool> next(LetterRecipient &into) override
    {
        if (m_at == m_people.size())
            return false;
        if (onNext)
            onNext(m_pass, static_cast<int>(m_at));
        into = m_people[m_at++];
        return true;
    }

private:
    std::vector<LetterRecipient> m_people = people();
    size_t m_at = 0;
    int m_pass = 0;
};

Result<LetterRunSummary> run(const QString &folder, Shard shard = {}, Source source = {})
{
    LetterRunOptions options;
    options.folder = folder;
    options.partSize = 10;
    options.shard = shard;
    return runLetters(inputs(), std::nullopt, source, options, FixedClock(kNow), Progress());
}

QMap<QString, QByteArray> contentsOf(const QString &folder, const QString &suffix = {})
{
    QMap<QString, QByteArray> contents;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.fileName().endsWith(suffix) && file.open(QIODevice::ReadOnly))
            contents.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return contents;
}

/// The same run in a process of its own that dies as the second pass reaches a person.
int childMain(const QString &folder, int killAt)
{
    Source source;
    source.onNext = [killAt](int pass, int at) {
        if (pass == 2 && at == killAt)
            std::raise(SIGKILL);
    };
    return run(folder, {}, source) ? 0 : 1;
}

bool killedAt(const QString &folder, int person)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--child"_s, folder, QString::number(person)});
    child.waitForFinished(test::kPatience);
    return child.exitStatus() == QProcess::CrashExit;
}

} // namespace

class TestNoticesEmailRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = run(m_dir.filePath(u"whole"_s));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
        QCOMPARE(made->letters, 26);
        QCOMPARE(made->withoutAddress, kPeople - 26);
        m_whole = contentsOf(m_dir.filePath(u"whole"_s));
    }

    void writesOneMessageToEachWhoAgreed()
    {
        QSet<QByteArray> whom;
        QSet<QByteArray> ids;
        for (const QByteArray &message : contentsOf(m_dir.filePath(u"whole"_s), u".eml"_s)) {
            whom << message.mid(message.indexOf("\r\nTo: ")).split('<').value(1).split('>').value(0);
            ids << message.mid(message.indexOf("Message-ID: ")).split('\r').value(0);
        }
        QSet<QByteArray> agreed;
        for (const LetterRecipient &each : people()) {
            if (canReach(each, Medium::Email))
                agreed << each.email.toLatin1();
        }
        QCOMPARE(agreed.size(), 26);
        QCOMPARE(whom, agreed);
        QCOMPARE(ids.size(), 26); // no two messages are taken for one
    }

    void goesOnAfterAKill_data()
    {
        QTest::addColumn<int>("killAt");
        for (const int at : {0, 14, 15, 16, 25, 39})
            QTest::addRow("at person %d", at) << at;
    }

    void goesOnAfterAKill()
    {
        QFETCH(const int, killAt);
        const QString folder = m_dir.filePath(u"killed-%1"_s.arg(killAt));
        QVERIFY(killedAt(folder, killAt));
        const auto resumed = run(folder);
        QVERIFY2(resumed, qPrintable(resumed ? QString() : resumed.error().message));
        QCOMPARE(resumed->keptParts > 0, killAt > 16);
        QVERIFY(contentsOf(folder) == m_whole);
        QVERIFY(run(folder)->wasFinished);
    }

    void sharesAreTheWhole()
    {
        QMap<QString, QByteArray> messages;
        for (int share = 1; share <= 2; ++share) {
            const QString folder = m_dir.filePath(u"share-%1"_s.arg(share));
            QVERIFY(run(folder, {share, 2}));
            messages.insert(contentsOf(folder, u".eml"_s));
        }
        QVERIFY(messages == contentsOf(m_dir.filePath(u"whole"_s), u".eml"_s));
    }

    void noticesAMessageThatIsGoneOrNew_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isNew");
        QTest::newRow("gone") << u"part-0001/000003.eml"_s << false;
        QTest::newRow("new") << u"part-0001/000099.eml"_s << true;
    }

    void noticesAMessageThatIsGoneOrNew()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isNew);
        QTemporaryDir dir;
        QVERIFY(run(dir.path()));
        QFile file(dir.filePath(name));
        QVERIFY(isNew ? file.open(QIODevice::WriteOnly) : file.remove());
        file.close();
        const auto again = run(dir.path());
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY(again.error().message.contains(u"part-0001"_s));
    }

private:
    QTemporaryDir m_dir;
    QMap<QString, QByteArray> m_whole;
};

int main(int count, char **arguments)
{
    const QGuiApplication app(count, arguments);
    const QStringList given = QCoreApplication::arguments();
    if (given.value(1) == "--child"_L1)
        return childMain(given.value(2), given.value(3).toInt());
    TestNoticesEmailRun test;
    return QTest::qExec(&test, count, arguments);
}

#include "tst_notices_email_run.moc"
