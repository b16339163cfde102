-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 8: waves of a notice, and what became of each letter after it was produced.

-- The people of a run are those of its wave; the shares of one wave have the same people, by their digest. `again` is why everybody was
-- written to although they had this notice; empty for a wave that leaves those out.
ALTER TABLE run ADD COLUMN wave INTEGER NOT NULL DEFAULT 1;
ALTER TABLE run ADD COLUMN shard_index INTEGER NOT NULL DEFAULT 1;
ALTER TABLE run ADD COLUMN shard_of INTEGER NOT NULL DEFAULT 1;
ALTER TABLE run ADD COLUMN people_sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN again TEXT NOT NULL DEFAULT '';

-- One thing that was recorded: a mailing of a run, a list of returned mail, a new address, a substitute notice; or that one of these
-- was taken back. Rows of both tables are only ever added.
CREATE TABLE delivery_act (
    id          INTEGER PRIMARY KEY,
    incident    INTEGER NOT NULL REFERENCES incident,
    kind        TEXT NOT NULL CHECK (kind IN ('mailed', 'returned', 'corrected', 'substitute', 'withdrawn')),
    notice      INTEGER REFERENCES notice,
    run         INTEGER REFERENCES run,
    withdraws   INTEGER UNIQUE REFERENCES delivery_act,
    carrier     TEXT NOT NULL DEFAULT '',
    reference   TEXT NOT NULL DEFAULT '',
    file_name   TEXT NOT NULL DEFAULT '',
    file_sha256 TEXT NOT NULL DEFAULT '',
    at_ms       INTEGER NOT NULL,
    at_zone     TEXT NOT NULL,
    by_person   INTEGER NOT NULL REFERENCES person
) STRICT;
CREATE INDEX delivery_act_by_incident ON delivery_act (incident);

-- What it meant for one person, and for which letter; a new address is about the person alone. `detail` holds the address before and after.
CREATE TABLE delivery_event (
    id        INTEGER PRIMARY KEY,
    act       INTEGER NOT NULL REFERENCES delivery_act,
    recipient INTEGER NOT NULL REFERENCES recipient,
    delivery  INTEGER REFERENCES delivery,
    happened  TEXT NOT NULL,
    reason    TEXT NOT NULL DEFAULT '',
    detail    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail))
) STRICT;
CREATE INDEX delivery_event_by_act ON delivery_event (act);
CREATE INDEX delivery_event_by_recipient ON delivery_event (recipient);
