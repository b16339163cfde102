// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/when_done.h"
#include "patience.h"

#include <QPromise>
#include <QTest>
#include <QThread>

#include <memory>

using namespace tocsin;

class WhenDone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheAnswerOnTheContextsThread()
    {
        QPromise<int> promise;
        promise.start();
        int told = 0;
        QThread *where = nullptr;
        whenDone(promise.future(), this, [&](int answer) {
            told = answer;
            where = QThread::currentThread();
        });
        const std::unique_ptr<QThread> worker(QThread::create([&promise] {
            promise.addResult(17);
            promise.finish();
        }));
        worker->start();
        QTRY_COMPARE(told, 17);
        QCOMPARE(where, thread());
        QVERIFY(worker->wait());
    }

    void tellsAnAnswerThatIsThereAlready()
    {
        int told = 0;
        whenDone(QtFuture::makeReadyFuture(5), this, [&told](int answer) { told = answer; });
        QTRY_COMPARE(told, 5);
    }

    void letsGoOfTheAnswerIfTheContextWentFirst()
    {
        QPromise<int> promise;
        promise.start();
        bool told = false;
        {
            QObject context;
            whenDone(promise.future(), &context, [&told](int) { told = true; });
        }
        promise.addResult(1);
        promise.finish();
        QCoreApplication::processEvents();
        QVERIFY(!told);
    }
};

QTEST_GUILESS_MAIN(WhenDone)
#include "tst_core_when_done.moc"
