-- Turns keep the quotes themselves, so that they can be verified; what a chat has set.
UPDATE turns SET quotes = '[]';

ALTER TABLE turns ADD COLUMN as_of TEXT;

CREATE TABLE states (
    chat  TEXT PRIMARY KEY,
    as_of TEXT,
    topic TEXT NOT NULL,
    page  INTEGER NOT NULL
) STRICT;
