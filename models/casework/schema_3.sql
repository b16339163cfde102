-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 3: playbooks and the hours, sprints and classes of tasks; the registers of an incident.

CREATE TABLE playbook_run (
    id           INTEGER PRIMARY KEY,
    incident     INTEGER NOT NULL REFERENCES incident,
    playbook     TEXT NOT NULL,
    document     TEXT NOT NULL CHECK (json_valid(document)),
    anchor_ms    INTEGER NOT NULL,
    anchor_zone  TEXT NOT NULL,
    started_ms   INTEGER NOT NULL,
    started_zone TEXT NOT NULL,
    started_by   INTEGER NOT NULL REFERENCES person,
    taken_back   INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX playbook_run_once ON playbook_run (incident, playbook) WHERE taken_back = 0;

-- A task with an hour has its local date in `due` too. Withdrawn are those of a playbook that was taken back; their numbers stay used.
ALTER TABLE task ADD COLUMN due_ms INTEGER;
ALTER TABLE task ADD COLUMN due_zone TEXT;
ALTER TABLE task ADD COLUMN sprint TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN remediation_class TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN playbook_run INTEGER REFERENCES playbook_run;
ALTER TABLE task ADD COLUMN step TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
CREATE INDEX task_by_playbook_run ON task (playbook_run) WHERE playbook_run IS NOT NULL;

CREATE TABLE register_record (
    id           INTEGER PRIMARY KEY,
    incident     INTEGER NOT NULL REFERENCES incident,
    kind         TEXT NOT NULL,
    number       INTEGER NOT NULL CHECK (number > 0),
    parent       INTEGER REFERENCES register_record,
    fields       TEXT NOT NULL CHECK (json_valid(fields)),
    file         TEXT CHECK (json_valid(file)),
    state        TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    reason       TEXT NOT NULL DEFAULT '',
    created_ms   INTEGER NOT NULL,
    created_zone TEXT NOT NULL,
    created_by   INTEGER NOT NULL REFERENCES person,
    changed_ms   INTEGER NOT NULL,
    changed_zone TEXT NOT NULL,
    UNIQUE (incident, kind, number)
) STRICT;
CREATE INDEX register_record_by_parent ON register_record (parent) WHERE parent IS NOT NULL;
