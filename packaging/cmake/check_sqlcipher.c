/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the SQLCipher version that is really linked. Prints nothing if it is a plain SQLite. */
#include <sqlcipher/sqlite3.h>
#include <stdio.h>

int main(void)
{
    sqlite3 *database = 0;
    sqlite3_stmt *statement = 0;
    if (sqlite3_open(":memory:", &database) != SQLITE_OK || sqlite3_key(database, "check", 5) != SQLITE_OK)
        return 1;
    if (sqlite3_prepare_v2(database, "PRAGMA cipher_version", -1, &statement, 0) != SQLITE_OK)
        return 1;
    if (sqlite3_step(statement) == SQLITE_ROW)
        printf("%s", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return 0;
}
