-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 5: what was said to the warnings of a notice that was approved; comments on its words; where a public
-- notice appeared.

-- An array of check, warning and reason.
ALTER TABLE approval ADD COLUMN accepted TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(accepted));

-- An answer has a parent and no passage of its own. An empty field is the notice as a whole.
CREATE TABLE notice_comment (
    id           INTEGER PRIMARY KEY,
    notice       INTEGER NOT NULL REFERENCES notice,
    number       INTEGER NOT NULL CHECK (number > 0),
    parent       INTEGER REFERENCES notice_comment,
    field        TEXT NOT NULL DEFAULT '',
    quote        TEXT NOT NULL DEFAULT '',
    position     INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
    version      INTEGER NOT NULL,
    text         TEXT NOT NULL,
    author       INTEGER NOT NULL REFERENCES person,
    written_ms   INTEGER NOT NULL,
    written_zone TEXT NOT NULL,
    state        TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resolved')),
    settled_by   INTEGER REFERENCES person,
    UNIQUE (notice, number)
) STRICT;

CREATE TABLE publication (
    id           INTEGER PRIMARY KEY,
    notice       INTEGER NOT NULL REFERENCES notice,
    number       INTEGER NOT NULL CHECK (number > 0),
    kind         TEXT NOT NULL,
    name         TEXT NOT NULL,
    market       TEXT NOT NULL DEFAULT '',
    first_day    TEXT,
    last_day     TEXT,
    proof        TEXT NOT NULL DEFAULT '',
    reason       TEXT NOT NULL DEFAULT '',
    author       INTEGER NOT NULL REFERENCES person,
    changed_ms   INTEGER NOT NULL,
    changed_zone TEXT NOT NULL,
    UNIQUE (notice, number)
) STRICT;
