-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 1 of a case store. Instants are milliseconds since 1970 (UTC) beside the zone they were meant in; dates are ISO text.

CREATE TABLE organization (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    document        TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

CREATE TABLE person (
    id               INTEGER PRIMARY KEY,
    slot             TEXT NOT NULL UNIQUE,
    name             TEXT NOT NULL,
    role             TEXT NOT NULL,
    signing_key      BLOB NOT NULL UNIQUE CHECK (length(signing_key) = 32),
    added_sequence   INTEGER NOT NULL,
    removed_sequence INTEGER
) STRICT;

CREATE TABLE incident (
    id           INTEGER PRIMARY KEY,
    reference    TEXT NOT NULL UNIQUE,
    title        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    status       TEXT NOT NULL,
    summary      TEXT NOT NULL,
    doing        TEXT NOT NULL,
    created_ms   INTEGER NOT NULL,
    created_zone TEXT NOT NULL,
    created_by   INTEGER NOT NULL REFERENCES person
) STRICT;

CREATE TABLE facts (
    id         INTEGER PRIMARY KEY,
    incident   INTEGER NOT NULL REFERENCES incident,
    revision   INTEGER NOT NULL CHECK (revision > 0),
    document   TEXT NOT NULL CHECK (json_valid(document)),
    evaluation TEXT NOT NULL CHECK (json_valid(evaluation)),
    reason     TEXT NOT NULL,
    set_ms     INTEGER NOT NULL,
    set_zone   TEXT NOT NULL,
    set_by     INTEGER NOT NULL REFERENCES person,
    UNIQUE (incident, revision)
) STRICT;

CREATE TABLE obligation (
    id           INTEGER PRIMARY KEY,
    incident     INTEGER NOT NULL REFERENCES incident,
    rule         TEXT NOT NULL,
    recipient    TEXT NOT NULL,
    state        TEXT NOT NULL DEFAULT 'open',
    owner        INTEGER REFERENCES person,
    proof_kind   TEXT,
    proof_text   TEXT,
    completed_on TEXT,
    UNIQUE (incident, rule, recipient)
) STRICT;

CREATE TABLE timeline_entry (
    id            INTEGER PRIMARY KEY,
    incident      INTEGER NOT NULL REFERENCES incident,
    at_ms         INTEGER NOT NULL,
    at_zone       TEXT NOT NULL,
    precision     TEXT NOT NULL,
    stream        TEXT NOT NULL,
    text          TEXT NOT NULL,
    author        INTEGER NOT NULL REFERENCES person,
    source        TEXT NOT NULL,
    in_chronology INTEGER NOT NULL CHECK (in_chronology IN (0, 1)),
    privileged    INTEGER NOT NULL CHECK (privileged IN (0, 1)),
    supersedes    INTEGER UNIQUE REFERENCES timeline_entry,
    recorded_ms   INTEGER NOT NULL,
    recorded_zone TEXT NOT NULL
) STRICT;
CREATE INDEX timeline_by_time ON timeline_entry (incident, at_ms, id, privileged, stream, in_chronology);

-- Filled by the commands, not by triggers: trusted_schema is off. The text is kept once, in timeline_entry.
CREATE VIRTUAL TABLE timeline_search USING fts5 (text, content = 'timeline_entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE task (
    id           INTEGER PRIMARY KEY,
    incident     INTEGER NOT NULL REFERENCES incident,
    number       INTEGER NOT NULL,
    title        TEXT NOT NULL,
    detail       TEXT NOT NULL,
    board_column TEXT NOT NULL,
    owner        INTEGER REFERENCES person,
    due          TEXT,
    position     INTEGER NOT NULL,
    created_ms   INTEGER NOT NULL,
    created_zone TEXT NOT NULL,
    changed_ms   INTEGER NOT NULL,
    changed_zone TEXT NOT NULL,
    UNIQUE (incident, number)
) STRICT;

CREATE TABLE task_move (
    id          INTEGER PRIMARY KEY,
    task        INTEGER NOT NULL REFERENCES task,
    from_column TEXT NOT NULL,
    to_column   TEXT NOT NULL,
    at_ms       INTEGER NOT NULL,
    at_zone     TEXT NOT NULL,
    by_person   INTEGER NOT NULL REFERENCES person,
    note        TEXT NOT NULL
) STRICT;
CREATE INDEX task_move_by_task ON task_move (task);

CREATE TABLE roster (
    id            INTEGER PRIMARY KEY,
    incident      INTEGER NOT NULL REFERENCES incident,
    revision      INTEGER NOT NULL,
    file_name     TEXT NOT NULL,
    file_sha256   TEXT NOT NULL,
    summary       TEXT NOT NULL CHECK (json_valid(summary)),
    added         INTEGER NOT NULL,
    changed       INTEGER NOT NULL,
    unchanged     INTEGER NOT NULL,
    imported_ms   INTEGER NOT NULL,
    imported_zone TEXT NOT NULL,
    imported_by   INTEGER NOT NULL REFERENCES person,
    UNIQUE (incident, revision),
    UNIQUE (incident, file_sha256)
) STRICT;

CREATE TABLE recipient (
    id            INTEGER PRIMARY KEY,
    incident      INTEGER NOT NULL REFERENCES incident,
    key           TEXT NOT NULL,
    recipient_id  TEXT NOT NULL,
    row_hash      TEXT NOT NULL,
    line          INTEGER NOT NULL,
    first_name    TEXT NOT NULL,
    last_name     TEXT NOT NULL,
    address       TEXT NOT NULL,
    city          TEXT NOT NULL,
    state         TEXT NOT NULL,
    residence     TEXT NOT NULL,
    postal_code   TEXT NOT NULL,
    country       TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_consent INTEGER NOT NULL,
    language      TEXT NOT NULL,
    date_of_birth TEXT,
    status        TEXT NOT NULL,
    representative TEXT NOT NULL,
    data_elements TEXT NOT NULL,
    reachable     INTEGER NOT NULL,
    repeats       INTEGER NOT NULL,
    standing      TEXT NOT NULL,
    notes         TEXT NOT NULL,
    first_note    TEXT NOT NULL,
    decision      TEXT NOT NULL DEFAULT '',
    roster        INTEGER NOT NULL REFERENCES roster,
    UNIQUE (incident, key)
) STRICT;
CREATE INDEX recipient_in_mail_order ON recipient (incident, postal_code, key);
CREATE INDEX recipient_by_standing ON recipient (incident, standing, residence);

-- Rows of a file that is being read. Cleared when an import begins, ends or was interrupted.
CREATE TABLE staged_row (
    id            INTEGER PRIMARY KEY,
    incident      INTEGER NOT NULL REFERENCES incident,
    key           TEXT NOT NULL,
    recipient_id  TEXT NOT NULL,
    row_hash      TEXT NOT NULL,
    line          INTEGER NOT NULL,
    first_name    TEXT NOT NULL,
    last_name     TEXT NOT NULL,
    address       TEXT NOT NULL,
    city          TEXT NOT NULL,
    state         TEXT NOT NULL,
    residence     TEXT NOT NULL,
    postal_code   TEXT NOT NULL,
    country       TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_consent INTEGER NOT NULL,
    language      TEXT NOT NULL,
    date_of_birth TEXT,
    status        TEXT NOT NULL,
    representative TEXT NOT NULL,
    data_elements TEXT NOT NULL,
    reachable     INTEGER NOT NULL,
    repeats       INTEGER NOT NULL,
    standing      TEXT NOT NULL,
    notes         TEXT NOT NULL,
    first_note    TEXT NOT NULL,
    UNIQUE (incident, key)
) STRICT;

CREATE TABLE notice (
    id           INTEGER PRIMARY KEY,
    incident     INTEGER NOT NULL REFERENCES incident,
    key          TEXT NOT NULL,
    title        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    language     TEXT NOT NULL,
    version      INTEGER NOT NULL,
    status       TEXT NOT NULL,
    fields       TEXT NOT NULL CHECK (json_valid(fields)),
    author       INTEGER NOT NULL REFERENCES person,
    changed_ms   INTEGER NOT NULL,
    changed_zone TEXT NOT NULL,
    UNIQUE (incident, key)
) STRICT;

CREATE TABLE approval (
    id            INTEGER PRIMARY KEY,
    notice        INTEGER NOT NULL REFERENCES notice,
    version       INTEGER NOT NULL,
    pinned        TEXT NOT NULL,
    by_person     INTEGER NOT NULL REFERENCES person,
    role          TEXT NOT NULL,
    at_ms         INTEGER NOT NULL,
    at_zone       TEXT NOT NULL
) STRICT;

CREATE TABLE run (
    id              INTEGER PRIMARY KEY,
    notice          INTEGER NOT NULL REFERENCES notice,
    notice_version  INTEGER NOT NULL,
    kind            TEXT NOT NULL,
    letters         INTEGER NOT NULL,
    pages           INTEGER NOT NULL,
    parts           INTEGER NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    finished_ms     INTEGER NOT NULL,
    finished_zone   TEXT NOT NULL,
    by_person       INTEGER NOT NULL REFERENCES person
) STRICT;

CREATE TABLE delivery (
    id         INTEGER PRIMARY KEY,
    run        INTEGER NOT NULL REFERENCES run,
    recipient  INTEGER NOT NULL REFERENCES recipient,
    part       INTEGER NOT NULL,
    first_page INTEGER NOT NULL,
    pages      INTEGER NOT NULL,
    sha256     TEXT NOT NULL,
    state      TEXT NOT NULL,
    UNIQUE (run, recipient)
) STRICT;
CREATE INDEX delivery_by_recipient ON delivery (recipient);

CREATE TABLE packet (
    id              INTEGER PRIMARY KEY,
    incident        INTEGER NOT NULL REFERENCES incident,
    number          INTEGER NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    ledger_count    INTEGER NOT NULL,
    pages           INTEGER NOT NULL,
    built_ms        INTEGER NOT NULL,
    built_zone      TEXT NOT NULL,
    by_person       INTEGER NOT NULL REFERENCES person,
    UNIQUE (incident, number)
) STRICT;

-- The ledger: see models/ledger/FORMAT.md. Rows are only ever added, each right after the last. The triggers that refuse to
-- change or remove one come with vault::Database::protectTables.
CREATE TABLE ledger_entry (
    sequence       INTEGER PRIMARY KEY,
    at_ms          INTEGER NOT NULL,
    at_zone        TEXT NOT NULL,
    actor_key      BLOB NOT NULL CHECK (length(actor_key) = 32),
    actor_name     TEXT NOT NULL,
    actor_role     TEXT NOT NULL,
    action         TEXT NOT NULL,
    incident       TEXT NOT NULL,
    subject        TEXT NOT NULL,
    header_salt    BLOB NOT NULL CHECK (length(header_salt) = 16),
    payload_salt   BLOB NOT NULL CHECK (length(payload_salt) = 16),
    payload        BLOB NOT NULL,
    payload_digest BLOB NOT NULL CHECK (length(payload_digest) = 32),
    previous_hash  BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash           BLOB NOT NULL CHECK (length(hash) = 32),
    signature      BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE INDEX ledger_by_incident ON ledger_entry (incident, sequence);

CREATE TRIGGER ledger_entry_follows BEFORE INSERT ON ledger_entry
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM ledger_entry)
    OR NEW.previous_hash <> coalesce((SELECT hash FROM ledger_entry ORDER BY sequence DESC LIMIT 1), NEW.previous_hash)
BEGIN SELECT RAISE (ABORT, 'a ledger entry follows right after the last'); END;
