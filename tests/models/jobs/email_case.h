// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casework/case_fixture.h"
#include "models/jobs/approving.h"
#include "models/jobs/letter_steps.h"

#include "casework/notice.h"
#include "casework/run.h"
#include "jobs/roster_import.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace tocsin::test {

/// A case with an e-mail that Lee wrote, for five people of whom two (R1 and R4) agreed and can be reached, and with
/// the letter that every incident comes with.
class EmailCase
{
public:
    static QString emails() { return QStringLiteral("email-en"); }
    static QString letters() { return QStringLiteral("individual-en"); }

    EmailCase() : incident(store.incidentBy(QStringLiteral("Lee")))
    {
        using namespace casework;
        isReady = import() && store.openAs(QStringLiteral("Lee"))
            && store.submit(CreateNotice{
                incident, emails(), QStringLiteral("By e-mail"), QStringLiteral("email"), QStringLiteral("en"), {}, {}})
            && store.submit(SubmitNotice{notice(emails()).id}) && store.openAs(QStringLiteral("Ada"));
    }

    CaseFixture store;
    IncidentId incident;
    bool isReady = false;

    Result<> import()
    {
        const QByteArray people
            = "recipient_id,first_name,last_name,address_1,address_2,city,state,postal_code,country,email,"
              "email_consent,language,date_of_birth,status,representative,data_elements\n"
              "R1,Ann,One,1 Main St,,Austin,TX,73301,US,ann@example.com,yes,en,1959-03-26,adult,,name\n"
              "R2,Bob,Two,2 Main St,,Austin,TX,73301,US,bob@example.com,no,en,1969-03-26,adult,,name\n"
              "R3,Cy,Three,3 Main St,,Austin,TX,73301,US,not-an-address,yes,en,1979-03-26,adult,,name\n"
              "R4,Di,Four,4 Main St,,Austin,TX,73301,US,di@example.com,yes,en,1989-03-26,adult,,name\n"
              "R5,Ed,Five,5 Main St,,Austin,TX,73301,US,,,en,1989-03-26,adult,,name\n";
        QFile file(store.filePath(QStringLiteral("roster.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(people) != people.size() || !file.flush())
            return fail(ErrorCode::Io, file.errorString());
        const Progress progress;
        TOCSIN_TRY(jobs::importRoster(store.file(), {incident, file.fileName(), {}, false}, progress));
        const auto all = store.ask(casework::RecipientIds{incident});
        return store.submit(casework::DecideRecipients{*all, casework::Standing::Included, QStringLiteral("Checked")})
            .map([](const casework::Receipt &) {});
    }

    casework::Notice notice(const QString &key) { return store.ask(casework::NoticeByKey{incident, key}).value(); }

    /// A yes of Ada to what Lee wrote, and to a proof set of it.
    Result<> approve(const QString &key)
    {
        const casework::Notice before = notice(key);
        if (before.status == casework::NoticeStatus::Draft)
            TOCSIN_TRY(store.submit(casework::SubmitNotice{before.id}));
        TOCSIN_TRY(approveWithReasons(store.file(), incident, key));
        return proveLetters(store.file(), incident, key).map([](const casework::Receipt &) {});
    }

    /// One message or letter to a part.
    [[nodiscard]] notices::LetterRunOptions into(const QString &folder) const
    {
        notices::LetterRunOptions options;
        options.folder = store.filePath(folder);
        options.partSize = 1;
        return options;
    }

    Result<jobs::LetterRunReport> run(const QString &key, const notices::LetterRunOptions &options,
                                      const QString &again = {}, const Progress &progress = Progress())
    {
        return jobs::runNotice(store.file(), incident, key, options, progress, again);
    }

    [[nodiscard]] QStringList files(const QString &folder) const
    {
        QStringList names;
        QDirIterator all(store.filePath(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext())
            names << QDir(store.filePath(folder)).relativeFilePath(all.next());
        names.sort();
        return names;
    }

    [[nodiscard]] QByteArray content(const QString &folder, const QString &name) const
    {
        QFile file(store.filePath(folder + u'/' + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The ids of the people who got something in a run, in order.
    [[nodiscard]] QStringList reached(const QString &folder) const
    {
        QStringList ids;
        const Result<> read = notices::readRunRows(store.filePath(folder), [&ids](const notices::LetterRunRow &row) {
            if (row.part > 0)
                ids << row.recipientId;
        });
        ids.sort();
        return read ? ids : QStringList{read.error().message};
    }
};

} // namespace tocsin::test
