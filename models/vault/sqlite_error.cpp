// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/sqlite_error.h"

#include <sqlcipher/sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

Failure sqliteFailure(int status, const QString &detail)
{
    const QString log = u"%1 (%2): %3"_s.arg(QLatin1StringView(sqlite3_errstr(status))).arg(status).arg(detail);
    switch (status & 0xff) {
    case SQLITE_FULL:
        return fail(ErrorCode::Io, u"The disk is full. Nothing was changed: free some space and try again."_s, log);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
        return fail(ErrorCode::Io,
                    u"The disk did not accept or give the store's data; nothing was changed. Check that the disk is "
                    "connected, has free space and lets you write, and try again."_s,
                    log);
    case SQLITE_NOMEM:
        return fail(ErrorCode::Io, u"There is not enough memory for this. Nothing was changed."_s, log);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fail(ErrorCode::StoreDamaged,
                    u"The store is damaged or cut short. Nothing was deleted: keep the file, and restore the latest "
                    "backup to another place."_s,
                    log);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(ErrorCode::StoreInUse, u"Other work is using the store. Try again when it is done."_s, log);
    case SQLITE_AUTH:
        return fail(ErrorCode::Conflict, u"These records are kept as they were written; they cannot be changed."_s,
                    log);
    case SQLITE_CONSTRAINT:
        return fail(ErrorCode::Conflict, u"This does not fit with what the store already holds."_s, log);
    case SQLITE_INTERRUPT:
        return fail(ErrorCode::Cancelled, u"Cancelled; nothing half-done was kept."_s, log);
    default:
        return fail(ErrorCode::Io, u"The store could not carry this out; nothing was changed."_s, log);
    }
}

} // namespace tocsin::vault
