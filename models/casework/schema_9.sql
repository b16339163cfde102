-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 9: the date that letters bear, everybody whose words a notice has, and numbers of places that are given once.

-- A run that was cut off and finished on a later day keeps the date it began with. Empty for runs of earlier versions: the day they were finished.
ALTER TABLE run ADD COLUMN letter_date TEXT NOT NULL DEFAULT '';

-- Ids of those who wrote words of the notice since it was last approved, as a JSON array: none of them approves it.
ALTER TABLE notice ADD COLUMN writers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(writers));

-- The number of the latest place, also of one that was taken back: the ledger speaks of places by it.
ALTER TABLE notice ADD COLUMN places INTEGER NOT NULL DEFAULT 0;
UPDATE notice SET places = (SELECT coalesce(max(number), 0) FROM publication WHERE publication.notice = notice.id);
