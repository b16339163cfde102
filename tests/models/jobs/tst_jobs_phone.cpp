// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/letter_case.h"

#include "casework/delivery.h"
#include "casework/delivery_record.h"
#include "jobs/documents.h"
#include "notices/pdf/letter_fonts.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::casework;
using namespace tocsin::jobs;
using tocsin::test::LetterCase;

namespace {

const QString kPhone = u"phone"_s;

/// Four people, of whom R1 has no address and one had mail that came back.
class CallCase : public LetterCase
{
public:
    Result<> prepare()
    {
        TOCSIN_TRY(import(4, 1));
        const auto all = store.ask(RecipientIds{incident});
        TOCSIN_TRY(store.submit(DecideRecipients{*all, Standing::Included, u"Checked"_s}));
        TOCSIN_TRY(produce(u"letters"_s));
        const Run run = store.ask(RunsQuery{incident})->first();
        const QDate today = store.file().now().localDate();
        TOCSIN_TRY(store.submit(RecordMailed{run.id, today, {u"post office"_s, u"receipt 1"_s, {}, {}}}));
        const auto sent = store.ask(DeliveryStandings{notice().id, DeliveryState::Mailed});
        TOCSIN_TRY(store.submit(RecordReturned{incident, {{sent->first().delivery, today, u"no such number"_s}}}));
        TOCSIN_TRY(store.openAs(u"Lee"_s));
        TOCSIN_TRY(addNotice(store.file(), incident, kPhone, {}));
        TOCSIN_TRY(store.openAs(u"Ada"_s));
        return approve(kPhone);
    }
};

} // namespace

class TestJobsPhone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(notices::loadLetterFonts()); }

    /// Those whom no mail reaches are just those who must be called.
    void hasAScriptForEverybody()
    {
        CallCase made;
        VERIFY_DONE(made.prepare());
        const auto report = made.run(u"calls"_s, {}, {}, 0, kPhone);
        VERIFY_DONE(report);
        QCOMPARE(report->medium, notices::Medium::Phone);
        QCOMPARE(report->summary.letters, 4);
        QCOMPARE(report->summary.withoutAddress, 0);
        QStringList outcomes;
        VERIFY_DONE(notices::readRunRows(made.store.filePath(u"calls"_s), [&](const notices::LetterRunRow &row) {
            outcomes << row.recipientId + u' ' + row.outcome;
        }));
        outcomes.sort();
        QCOMPARE(outcomes, QStringList({u"R1 script"_s, u"R2 script"_s, u"R3 script"_s, u"R4 script"_s}));
        QFile manifest(made.store.filePath(u"calls/run.json"_s));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(manifest.readAll())["by"_L1].toString(), u"telephone"_s);
    }

    void namesNoLettersAndNoAddressesInItsChecks()
    {
        CallCase made;
        VERIFY_DONE(made.prepare());
        const auto session = made.store.file().openSession();
        const auto material = letterMaterial(**session, made.incident, kPhone, made.store.file().now());
        const auto checks = checkNotice(**session, *material, Progress());
        QStringList titles;
        for (const notices::CheckResult &check : *checks) {
            if (check.id == u"roster.letters"_s || check.id == u"roster.addresses"_s)
                titles << check.title;
        }
        QCOMPARE(titles,
                 QStringList({u"Scripts to produce: 4"_s, u"Everybody can be called, also without an address"_s}));
    }

    void makesNoEnvelopesForCalls()
    {
        CallCase made;
        VERIFY_DONE(made.prepare());
        notices::LetterRunOptions options;
        options.folder = made.store.filePath(u"calls"_s);
        options.addresses.envelopes = true;
        const auto refused = runNotice(made.store.file(), made.incident, kPhone, options, Progress());
        QCOMPARE(refused.error().code, ErrorCode::Usage);
    }
};

QTEST_MAIN(TestJobsPhone)
#include "tst_jobs_phone.moc"
