// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/migrations.h"

#include "core/safe_file.h"
#include "vault/database.h"
#include "vault/file_moves.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

namespace {

Result<> backUpBefore(Database &database, int version)
{
    const QString path = u"%1.before-v%2"_s.arg(database.path()).arg(version);
    const QString unfinished = path + u".part"_s;
    QFile::remove(unfinished); // of an attempt that was cut off
    TOCSIN_TRY(database.vacuumInto(unfinished));
    const Result<> verified = database.verifyCopy(unfinished);
    if (!verified) {
        QFile::remove(unfinished);
        return verified;
    }
    return moveOver(unfinished, path);
}

Result<> runStep(Database &database, const Migration &step)
{
    TOCSIN_ASSIGN(Transaction transaction, Transaction::begin(database));
    if (!step.sql.isEmpty())
        TOCSIN_TRY(database.execute(step.sql));
    if (step.run)
        TOCSIN_TRY(step.run(database));
    TOCSIN_TRY(database.execute(u"PRAGMA user_version = %1"_s.arg(step.version)));
    return transaction.commit();
}

} // namespace

Result<> migrate(Database &database, std::span<const Migration> steps)
{
    const int newest = steps.empty() ? 0 : steps.back().version;
    TOCSIN_ASSIGN(const qint64 application, database.integer(u"PRAGMA application_id"_s));
    if (application != kApplicationId)
        return fail(ErrorCode::StoreDamaged, u"“%1” is not marked as a Tocsin store."_s.arg(database.path()));
    TOCSIN_ASSIGN(const int current, database.schemaVersion());
    if (current > newest) {
        return fail(
            ErrorCode::StoreTooNew,
            u"This store was written by a newer Tocsin: its format is version %1, and this Tocsin knows versions "
            "up to %2. Open it with the newer one."_s.arg(current)
                .arg(newest));
    }
    if (current > 0 && current < newest)
        TOCSIN_TRY(backUpBefore(database, newest));
    for (const Migration &step : steps) {
        if (step.version > current)
            TOCSIN_TRY(runStep(database, step));
    }
    return {};
}

} // namespace tocsin::vault
