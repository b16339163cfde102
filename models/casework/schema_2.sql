-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 2: plans, notes and counsel's dates of obligations; facts that wait for counsel; the rule packs that incidents are
-- computed with.

ALTER TABLE obligation ADD COLUMN target TEXT;
ALTER TABLE obligation ADD COLUMN snoozed_ms INTEGER;
ALTER TABLE obligation ADD COLUMN snoozed_zone TEXT;
-- Counsel's date instead of the computed one, and what was computed when it was set. Due dates are ISO 8601: a date, an instant with its
-- offset, or empty where no date could be named.
ALTER TABLE obligation ADD COLUMN override_due TEXT;
ALTER TABLE obligation ADD COLUMN override_reason TEXT;
ALTER TABLE obligation ADD COLUMN override_computed TEXT;
ALTER TABLE obligation ADD COLUMN override_ms INTEGER;
ALTER TABLE obligation ADD COLUMN override_zone TEXT;
ALTER TABLE obligation ADD COLUMN override_by INTEGER REFERENCES person;

CREATE TABLE obligation_note (
    id         INTEGER PRIMARY KEY,
    obligation INTEGER NOT NULL REFERENCES obligation,
    text       TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    at_zone    TEXT NOT NULL,
    by_person  INTEGER NOT NULL REFERENCES person
) STRICT;
CREATE INDEX obligation_note_by_obligation ON obligation_note (obligation);

CREATE TABLE facts_proposal (
    id            INTEGER PRIMARY KEY,
    incident      INTEGER NOT NULL REFERENCES incident,
    number        INTEGER NOT NULL CHECK (number > 0),
    base_revision INTEGER NOT NULL,
    document      TEXT NOT NULL CHECK (json_valid(document)),
    reason        TEXT NOT NULL,
    proposed_ms   INTEGER NOT NULL,
    proposed_zone TEXT NOT NULL,
    proposed_by   INTEGER NOT NULL REFERENCES person,
    state         TEXT NOT NULL,
    decided_ms    INTEGER,
    decided_zone  TEXT,
    decided_by    INTEGER REFERENCES person,
    decision      TEXT NOT NULL DEFAULT '',
    UNIQUE (incident, number)
) STRICT;
CREATE UNIQUE INDEX facts_proposal_pending ON facts_proposal (incident) WHERE state = 'pending';

-- The bytes are compressed with zlib behind four bytes of length, most significant first (qCompress); the digest is that of the file.
CREATE TABLE rule_pack (
    id        INTEGER PRIMARY KEY,
    pack      TEXT NOT NULL,
    version   TEXT NOT NULL,
    title     TEXT NOT NULL,
    prepared  TEXT NOT NULL,
    sha256    TEXT NOT NULL UNIQUE,
    bytes     BLOB NOT NULL,
    imported  INTEGER NOT NULL CHECK (imported IN (0, 1)),
    kept_ms   INTEGER NOT NULL,
    kept_zone TEXT NOT NULL,
    kept_by   INTEGER NOT NULL REFERENCES person
) STRICT;

CREATE TABLE incident_pack (
    incident  INTEGER NOT NULL REFERENCES incident,
    position  INTEGER NOT NULL,
    rule_pack INTEGER NOT NULL REFERENCES rule_pack,
    PRIMARY KEY (incident, position),
    UNIQUE (incident, rule_pack)
) STRICT, WITHOUT ROWID;
