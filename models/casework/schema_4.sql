-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 4: notices to one recipient of the law, such as an attorney general, beside the letters to people.

-- As the rule packs name it: "AG:CA", "HHS". Empty for letters, and for audiences that no rule names.
ALTER TABLE notice ADD COLUMN recipient TEXT NOT NULL DEFAULT '';
