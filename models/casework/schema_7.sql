-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 7: proof sets that were accepted.

-- What a run of letters was made of, as approval.pinned. Empty for documents, and for runs of earlier versions.
ALTER TABLE run ADD COLUMN pinned TEXT NOT NULL DEFAULT '';

-- How many letters a proof set would have had to have, to hold one of every kind; 0 if it has them.
ALTER TABLE run ADD COLUMN proof_needs INTEGER NOT NULL DEFAULT 0;

-- Somebody's yes to a proof set. It counts as long as the notice is what the proof set was made of.
CREATE TABLE proof_acceptance (
    id        INTEGER PRIMARY KEY,
    run       INTEGER NOT NULL UNIQUE REFERENCES run,
    by_person INTEGER NOT NULL REFERENCES person,
    role      TEXT NOT NULL,
    at_ms     INTEGER NOT NULL,
    at_zone   TEXT NOT NULL
) STRICT;
