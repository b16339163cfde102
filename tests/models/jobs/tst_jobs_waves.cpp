// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/letter_case.h"

#include "casework/delivery_record.h"

#include "casework/ledger_book.h"
#include "casework/timeline.h"
#include "casework/wave.h"
#include "notices/pdf/letter_fonts.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::LetterCase;

class TestJobsWaves : public QObject
{
    Q_OBJECT

private:
    static QJsonObject waveIn(const LetterCase &data, const QString &folder)
    {
        QFile file(data.store.filePath(folder + u"/run.json"_s));
        return file.open(QIODevice::ReadOnly)
            ? QJsonDocument::fromJson(file.readAll()).object().value("wave"_L1).toObject()
            : QJsonObject();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    void writesASecondTimeOnlyToWhoHadNoLetter()
    {
        LetterCase data(4);
        VERIFY_DONE(data.produce(u"one"_s));
        QCOMPARE(data.writtenTo(u"one"_s).size(), 4);
        QVERIFY(data.import(6));
        const auto second = data.produce(u"two"_s);
        VERIFY_DONE(second);
        QStringList written = data.writtenTo(u"two"_s);
        written.sort();
        QCOMPARE(written, QStringList({u"R5"_s, u"R6"_s}));
        QCOMPARE(second->wave, (notices::LetterWave{2, u"not-written"_s, 4}));
        QCOMPARE(waveIn(data, u"two"_s),
                 (QJsonObject{{u"number"_s, 2}, {u"people"_s, u"not-written"_s}, {u"left_out"_s, 4}}));
        QCOMPARE(data.store.ask(RunsQuery{data.incident})->first().wave, 2);
        QCOMPARE(data.funnel().waves.at(1).at(DeliveryState::Produced), 4);
        QCOMPARE(data.funnel().waves.at(2).at(DeliveryState::Produced), 2);
    }

    void writesToNobodyTwiceByAccident()
    {
        LetterCase data(3);
        VERIFY_DONE(data.produce(u"one"_s));
        const auto again = data.run(u"two"_s);
        QCOMPARE(again.error().code, ErrorCode::CheckFailed);
        QVERIFY2(again.error().message.contains(u"nobody gets it twice"_s), qPrintable(again.error().message));
        QVERIFY(!QFile::exists(data.store.filePath(u"two"_s)));
        QCOMPARE(data.funnel().produced, 3);
        QCOMPARE(data.run(u"blank"_s, u"  "_s).error().code, ErrorCode::CheckFailed); // no reason, no wish
        VERIFY_DONE(data.run(u"proofs"_s, {}, {}, 2)); // a proof goes to nobody
        QCOMPARE(data.run(u"two"_s).error().code, ErrorCode::CheckFailed);
    }

    void writesToEverybodyAgainOnlyByAWishThatIsRecorded()
    {
        LetterCase data(3);
        VERIFY_DONE(data.produce(u"one"_s));
        const auto again = data.run(u"two"_s, u"The mail house lost the bags"_s);
        VERIFY_DONE(again);
        QCOMPARE(again->summary.letters, 3);
        QCOMPARE(again->wave, (notices::LetterWave{2, u"everybody"_s, 0}));
        QCOMPARE(data.store.ask(RunsQuery{data.incident})->first().again, u"The mail house lost the bags"_s);
        const auto entry = data.store.ask(LedgerRows())->first();
        QCOMPARE(entry.after.value("again"_L1).toString(), u"The mail house lost the bags"_s);
        QCOMPARE(entry.after.value("wave"_L1).toInt(), 2);
        QCOMPARE(data.store.ask(TimelineIds{data.incident, u"\"mail house lost\""_s})->size(), 1);
        const auto people = data.store.ask(DeliveryStandings{data.notice().id});
        QCOMPARE(people->size(), 3);
        for (const DeliveryStanding &each : *people)
            QCOMPARE(each.letters, 2);
    }

    void sharesAWaveOutAsOneRunWouldHaveMadeIt_data()
    {
        QTest::addColumn<QList<int>>("order"); // of the shares; there are 3 files
        QTest::addColumn<QList<int>>("empty");
        QTest::newRow("one less than files") << QList{2, 1} << QList<int>();
        QTest::newRow("as many as files") << QList{3, 1, 2} << QList<int>();
        QTest::newRow("one more, empty first") << QList{1, 4, 2, 3} << QList{1};
        QTest::newRow("one more, empty last") << QList{4, 3, 2, 1} << QList{1};
    }

    /// The shares of one wave have the same people, although the first is recorded before the second is made. One that
    /// has no file belongs to it too.
    void sharesAWaveOutAsOneRunWouldHaveMadeIt()
    {
        QFETCH(const QList<int>, order);
        QFETCH(const QList<int>, empty);
        LetterCase whole(3);
        LetterCase shared(3);
        VERIFY_DONE(whole.produce(u"all"_s));
        VERIFY_DONE(shared.approve());
        QStringList written;
        QStringList files;
        for (const int share : order) {
            QCOMPARE(shared.notice().status, NoticeStatus::Approved); // until the last share is recorded
            const QString folder = u"share-%1"_s.arg(share);
            const auto report = shared.run(folder, {}, {share, static_cast<int>(order.size())});
            VERIFY_DONE(report);
            QCOMPARE(report->wave.number, 1);
            const QStringList names
                = QDir(shared.store.filePath(folder)).entryList({u"part-*.pdf"_s}, QDir::Files, QDir::Name);
            QCOMPARE(names.isEmpty(), empty.contains(share));
            QCOMPARE(report->isEmptyShare(), empty.contains(share));
            QCOMPARE(report->summary.partsOfAllShares, 3);
            for (const QString &name : names) {
                QFile part(shared.store.filePath(folder + u'/' + name));
                QFile same(whole.store.filePath(u"all/"_s + name));
                QVERIFY(part.open(QIODevice::ReadOnly) && same.open(QIODevice::ReadOnly));
                QCOMPARE(part.readAll(), same.readAll());
            }
            written += shared.writtenTo(folder);
            files += names;
        }
        QCOMPARE(shared.notice().status, NoticeStatus::Produced);
        files.sort();
        QCOMPARE(files, QDir(whole.store.filePath(u"all"_s)).entryList({u"part-*.pdf"_s}, QDir::Files, QDir::Name));
        QStringList all = whole.writtenTo(u"all"_s);
        all.sort();
        written.sort();
        QCOMPARE(written, all);
        QCOMPARE(shared.run(u"more"_s).error().code, ErrorCode::CheckFailed);
    }

    /// A share of three and one of four would both be written, and the other shares would belong to neither.
    void refusesSharesOfAnotherNumberUntilTheWaveIsComplete()
    {
        LetterCase data(3);
        VERIFY_DONE(data.approve());
        VERIFY_DONE(data.run(u"one"_s, {}, {1, 3}));
        const auto other = data.run(u"other"_s, {}, {2, 2});
        QCOMPARE(other.error().code, ErrorCode::Conflict);
        QVERIFY2(other.error().message.contains(u"3 shares, and 2 of them"_s), qPrintable(other.error().message));
        QCOMPARE(data.run(u"again"_s, u"Torn"_s, {1, 3}).error().code, ErrorCode::Conflict);
        QVERIFY(!QFile::exists(data.store.filePath(u"other"_s)));
        VERIFY_DONE(data.run(u"two"_s, {}, {2, 3}));
        VERIFY_DONE(data.run(u"three"_s, {}, {3, 3}));
        QCOMPARE(data.notice().status, NoticeStatus::Produced);
    }

    /// Whoever sees that a share is empty may share out otherwise; nothing is produced that would be in the way.
    void anEmptyShareAloneBindsNobody()
    {
        LetterCase data(2);
        VERIFY_DONE(data.approve());
        const auto empty = data.run(u"empty"_s, {}, {1, 9});
        VERIFY_DONE(empty);
        QVERIFY(empty->isEmptyShare());
        QCOMPARE(data.store.ask(TimelineIds{data.incident, u"\"share 1 of 9\""_s})->size(), 1);
        QCOMPARE(data.notice().status, NoticeStatus::Approved);
        for (const int share : {1, 2}) {
            const auto made = data.run(u"share-%1"_s.arg(share), {}, {share, 2});
            VERIFY_DONE(made);
            QCOMPARE(made->wave, (notices::LetterWave{1, u"not-written"_s, 0}));
        }
        QCOMPARE(data.notice().status, NoticeStatus::Produced);
        QCOMPARE(data.funnel().waves.at(1).at(DeliveryState::Produced), 2);
        QCOMPARE(data.run(u"late"_s, {}, {2, 9}).error().code, ErrorCode::CheckFailed); // nobody is left
    }

    void refusesAShareTwiceAndSharesOfOtherPeople()
    {
        LetterCase data(4);
        VERIFY_DONE(data.approve());
        VERIFY_DONE(data.run(u"one"_s, {}, {1, 2}));
        QCOMPARE(data.notice().status, NoticeStatus::Approved); // half of it
        const auto twice = data.run(u"again"_s, {}, {1, 2});
        QCOMPARE(twice.error().code, ErrorCode::Conflict);
        QVERIFY2(twice.error().message.contains(u"Share 1 of 2"_s), qPrintable(twice.error().message));
        QVERIFY(data.import(6));
        VERIFY_DONE(data.approve());
        const auto other = data.run(u"two"_s, {}, {2, 2});
        QCOMPARE(other.error().code, ErrorCode::Conflict);
        QVERIFY2(other.error().message.contains(u"have changed"_s), qPrintable(other.error().message));
        const QStringList had = data.writtenTo(u"one"_s);
        VERIFY_DONE(data.run(u"rest"_s)); // the way out
        QStringList written = had + data.writtenTo(u"rest"_s);
        written.sort();
        QCOMPARE(written, QStringList({u"R1"_s, u"R2"_s, u"R3"_s, u"R4"_s, u"R5"_s, u"R6"_s}));
    }

    /// Files of another size or order hold other people: somebody would be in two shares, and somebody in none.
    void refusesSharesOfOtherFiles_data()
    {
        QTest::addColumn<notices::LetterRunOptions>("options");
        notices::LetterRunOptions options;
        options.partSize = 1;
        options.split.language = true;
        QTest::newRow("split") << options;
        options.split = {};
        options.order = notices::LetterOrder::Zip;
        QTest::newRow("order") << options;
        options.order = notices::LetterOrder::Roster;
        options.partSize = 2;
        QTest::newRow("size") << options;
    }

    void refusesSharesOfOtherFiles()
    {
        LetterCase data(4);
        VERIFY_DONE(data.approve());
        VERIFY_DONE(data.run(u"one"_s, {}, {1, 2}));
        QFETCH(notices::LetterRunOptions, options);
        options.folder = data.store.filePath(u"two"_s);
        options.shard = {2, 2};
        const Progress progress;
        const auto other = runNotice(data.store.file(), data.incident, data.notice().key, options, progress);
        QCOMPARE(other.error().code, ErrorCode::Conflict);
        QVERIFY2(other.error().message.contains(u"put into files"_s), qPrintable(other.error().message));
        QVERIFY(!QFile::exists(options.folder));
        VERIFY_DONE(data.run(u"two"_s, {}, {2, 2})); // as the first was made
        QCOMPARE(data.notice().status, NoticeStatus::Produced);
    }

    /// Should two programs have made a run each, the second is not recorded as if nothing were.
    void recordsNoSecondLetterWithoutTheWish()
    {
        LetterCase data(2);
        VERIFY_DONE(data.produce(u"one"_s));
        const RecipientId person = data.store.ask(RecipientIds{data.incident})->first();
        RecordRun run;
        run.notice = data.notice().id;
        run.noticeVersion = 1;
        run.kind = u"full"_s;
        run.letters = 1;
        run.deliveries = {{person, 1, 1, 1, u"00"_s}};
        run.wave = 2;
        const auto refused = data.store.submit(run);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(u"must not be sent"_s));
        run.again = u"Torn at the printer"_s;
        VERIFY_DONE(data.store.submit(run));
    }

    /// Shares are made at the same time on several machines, and the roster may change between them.
    void recordsSharesOfTheSamePeopleOnly()
    {
        LetterCase data(3);
        VERIFY_DONE(data.produce(u"one"_s));
        RecordRun share;
        share.notice = data.notice().id;
        share.noticeVersion = 1;
        share.kind = u"shard"_s;
        share.wave = 2;
        share.again = u"Torn at the printer"_s;
        share.shardOf = 3;
        share.letters = 1;
        share.peopleSha256 = QString(64, u'a');
        VERIFY_DONE(data.store.submit(share));
        RecordRun other = share;
        other.shardIndex = 2;
        other.peopleSha256 = QString(64, u'b');
        const auto refused = data.store.submit(other);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().message.contains(u"must not be sent"_s), qPrintable(refused.error().message));
        other.peopleSha256 = share.peopleSha256;
        other.shardOf = 2;
        QCOMPARE(data.store.submit(other).error().code, ErrorCode::Conflict);
        other.shardOf = 3;
        VERIFY_DONE(data.store.submit(other));
        QCOMPARE(data.store.submit(share).error().code, ErrorCode::Conflict); // the same share twice
    }

    void followsAnEarlierLetterAndGoesToItsPeopleAlone()
    {
        LetterCase data(3);
        CreateNotice follows{data.incident,
                             u"correction-en"_s,
                             u"Correction"_s,
                             u"correction"_s,
                             u"en"_s,
                             {{u"what_changed"_s, u"The dates were wrong."_s}, {u"earlier_letter"_s, u"2026-03-20"_s}},
                             {}};
        QVERIFY(data.store.openAs(u"Lee"_s));
        VERIFY_DONE(data.store.submit(follows));
        QVERIFY(data.store.openAs(u"Ada"_s));
        const auto run = [&data](const QString &folder) { return data.run(folder, {}, {}, 0, u"correction-en"_s); };
        const auto early = data.run(u"early"_s, {}, {}, 1, u"correction-en"_s); // not even a proof
        QCOMPARE(early.error().code, ErrorCode::CheckFailed);
        QVERIFY2(early.error().message.contains(u"nobody who had one"_s), qPrintable(early.error().message));
        VERIFY_DONE(data.produce(u"letters"_s));
        const RunId letters = data.store.ask(RunsQuery{data.incident})->first().id;
        VERIFY_DONE(data.store.submit(RecordMailed{letters, QDate(2026, 3, 20), {{}, u"Job 7"_s, {}, {}}}));
        QVERIFY(data.import(5)); // two more, who had no letter yet
        VERIFY_DONE(data.approve(u"correction-en"_s));
        const auto first = run(u"correction"_s);
        VERIFY_DONE(first);
        QCOMPARE(data.writtenTo(u"correction"_s).size(), 3);
        QCOMPARE(first->wave, (notices::LetterWave{1, u"follow-up"_s, 2}));
        VERIFY_DONE(data.produce(u"rest"_s)); // who has the later words at once
        QCOMPARE(data.writtenTo(u"rest"_s).size(), 2);
        QCOMPARE(run(u"again"_s).error().code, ErrorCode::CheckFailed);
    }
};

QTEST_MAIN(TestJobsWaves)
#include "tst_jobs_waves.moc"
