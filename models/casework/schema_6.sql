-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 6: the house's own texts of notices. Rows are only ever added (vault::Database::protectTables).

CREATE TABLE template_version (
    id         INTEGER PRIMARY KEY,
    template   TEXT NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    text       TEXT NOT NULL,
    sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
    reason     TEXT NOT NULL,
    saved_ms   INTEGER NOT NULL,
    saved_zone TEXT NOT NULL,
    saved_by   INTEGER NOT NULL REFERENCES person,
    UNIQUE (template, version)
) STRICT;
