// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casework/case_fixture.h"
#include "models/jobs/approving.h"
#include "models/jobs/letter_steps.h"

#include "casework/delivery.h"
#include "casework/notice.h"
#include "casework/run.h"
#include "jobs/letters.h"
#include "jobs/roster_import.h"

#include <QDir>
#include <QFile>

/// Fails the test with what a Result says.
#define VERIFY_DONE(result)                                                                                            \
    do {                                                                                                               \
        const auto &done = (result);                                                                                   \
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));                                                  \
    } while (false)

namespace tocsin::test {

/// A case with a roster of as many adults in Texas as wanted, and letters that may be produced. Lee, counsel, wrote
/// them, so that Ada may approve them.
class LetterCase
{
public:
    explicit LetterCase(int people = 4) : incident(store.incidentBy(QStringLiteral("Lee")))
    {
        if (!import(people))
            qWarning("the roster cannot be imported");
    }

    CaseFixture store;
    IncidentId incident;

    /// R1, R2, … at 1, 2, … Main Street; the first `withoutAddress` of them have no address.
    static QByteArray roster(int people, int withoutAddress = 0)
    {
        QByteArray csv = "recipient_id,first_name,last_name,address_1,address_2,city,state,postal_code,country,email,"
                         "email_consent,language,date_of_birth,status,representative,data_elements\n";
        for (int n = 1; n <= people; ++n) {
            const QByteArray number = QByteArray::number(n);
            const QByteArray street = number + " Main St,,Austin,TX,73301,US";
            const QByteArray address = n > withoutAddress ? street : QByteArray(",,,TX,,US");
            csv += "R" + number + ",Ann" + number + ",Sample," + address + ",,no,en,1959-03-26,adult,,name\n";
        }
        return csv;
    }

    Result<jobs::RosterImportReport> import(int people, int withoutAddress = 0)
    {
        return importFile(roster(people, withoutAddress));
    }

    Result<jobs::RosterImportReport> importFile(const QByteArray &csv)
    {
        const Progress progress;
        return jobs::importRoster(store.file(), {incident, write(QStringLiteral("roster.csv"), csv), {}, false},
                                  progress);
    }

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(store.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a file");
        return file.fileName();
    }

    casework::Notice notice(const QString &key = QStringLiteral("individual-en"))
    {
        return store.ask(casework::NoticeByKey{incident, key}).value();
    }

    /// A yes of Ada to what Lee wrote, and to a proof set of it.
    Result<> approve(const QString &key = QStringLiteral("individual-en"))
    {
        const casework::Notice before = notice(key);
        if (before.status == casework::NoticeStatus::Draft)
            TOCSIN_TRY(store.submit(casework::SubmitNotice{before.id}));
        TOCSIN_TRY(approveWithReasons(store.file(), incident, key));
        return proveLetters(store.file(), incident, key).map([](const casework::Receipt &) {});
    }

    Result<jobs::LetterRunReport> run(const QString &folder, const QString &again = {}, notices::Shard shard = {},
                                      int proof = 0, const QString &key = QStringLiteral("individual-en"))
    {
        notices::LetterRunOptions options;
        options.folder = store.filePath(folder);
        options.shard = shard;
        options.proof = proof;
        options.partSize = 1;
        const Progress progress;
        return jobs::runNotice(store.file(), incident, key, options, progress, again);
    }

    /// Approves what is there now and produces it.
    Result<jobs::LetterRunReport> produce(const QString &folder)
    {
        TOCSIN_TRY(approve());
        return run(folder);
    }

    /// The ids of the people in the run.csv of a folder, in order.
    [[nodiscard]] QStringList writtenTo(const QString &folder) const
    {
        QStringList ids;
        const Result<> read = notices::readRunRows(
            store.filePath(folder), [&ids](const notices::LetterRunRow &row) { ids << row.recipientId; });
        return read ? ids : QStringList{read.error().message};
    }

    casework::DeliveryFunnel funnel() { return store.ask(casework::DeliveryFunnelQuery{notice().id}).value(); }
};

} // namespace tocsin::test
