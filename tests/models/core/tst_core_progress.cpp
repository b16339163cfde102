// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pause.h"
#include "core/time_left.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;

class TestCoreProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsWorkPassThatNobodyHolds()
    {
        const Pause pause;
        QVERIFY(pause.wait(Progress()));
    }

    void holdsWorkUntilItIsReleased()
    {
        Pause pause;
        pause.hold();
        QVERIFY(pause.isHeld());
        const Progress progress;
        std::atomic<bool> passed = false;
        std::thread work([&] {
            if (pause.wait(progress))
                passed = true;
        });
        QVERIFY(!passed);
        pause.release();
        work.join();
        QVERIFY(passed);
    }

    void aHeldWorkCanBeCancelled()
    {
        Pause pause;
        pause.hold();
        Progress progress;
        ErrorCode code = ErrorCode::Io;
        std::thread work([&] {
            const Result<> passed = pause.wait(progress);
            code = passed ? ErrorCode::Io : passed.error().code;
        });
        progress.cancel();
        work.join();
        QCOMPARE(code, ErrorCode::Cancelled);
    }

    void tellsTheTimeLeftByWhatWasDoneLately()
    {
        TimeLeft left;
        QVERIFY(!left.at(0, 1'000, 0)); // too early to say
        QVERIFY(!left.at(10, 1'000, 1'000));
        QCOMPARE(left.at(100, 1'000, 10'000).value(), 90);
        QCOMPARE(left.at(1'000, 1'000, 100'000).value(), 0);
    }

    void letsWhatWasTakenOverCountNoLonger()
    {
        TimeLeft left;
        left.at(0, 100'000, 0);
        left.at(50'000, 100'000, 500); // files of an earlier run
        for (qint64 second = 1; second <= 60; ++second)
            left.at(50'000 + second * 10, 100'000, 500 + second * 1'000);
        const qint64 seconds = left.at(50'610, 100'000, 61'500).value();
        QVERIFY2(seconds > 4'800 && seconds < 5'000, qPrintable(QString::number(seconds)));
        left.restart();
        QVERIFY(!left.at(50'610, 100'000, 62'000));
    }
};

QTEST_GUILESS_MAIN(TestCoreProgress)
#include "tst_core_progress.moc"
