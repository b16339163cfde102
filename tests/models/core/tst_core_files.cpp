// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress.h"
#include "core/safe_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWholeAndForTheOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out.bin"_s);
        QVERIFY(writeFileAtomically(path, "first"));
        QVERIFY(writeFileAtomically(path, "second"));
        QCOMPARE(*readFile(path, 100), QByteArray("second"));
        QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void refusesAFolderThatIsNotThere()
    {
        const QTemporaryDir folder;
        const Result<> written = writeFileAtomically(folder.filePath(u"missing/out.bin"_s), "x");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Io);
    }

    void refusesMoreThanTheLimit()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"big.bin"_s);
        QVERIFY(writeFileAtomically(path, QByteArray(11, 'x')));
        QCOMPARE(readFile(path, 10).error().code, ErrorCode::BadInput);
        QVERIFY(readFile(path, 11));
        QCOMPARE(readFile(u"/dev/zero"_s, 10).error().code, ErrorCode::BadInput);
        QCOMPARE(readFile(folder.filePath(u"none"_s), 10).error().code, ErrorCode::Io);
    }

    void stopsOnlyWhenAsked()
    {
        qint64 seen = 0;
        Progress progress([&seen](qint64 done, qint64) { seen = done; });
        progress.report(7, 10);
        QCOMPARE(seen, 7);
        QVERIFY(progress.check());
        progress.cancel();
        QCOMPARE(progress.check().error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_core_files.moc"
