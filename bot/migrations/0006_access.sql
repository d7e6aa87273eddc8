-- Who else may ask and who may not, and whose documents a chat asks.
CREATE TABLE rights (
    role TEXT NOT NULL CHECK (role IN ('owner', 'open', 'allowed', 'denied')),
    id   INTEGER NOT NULL,
    PRIMARY KEY (role, id)
) STRICT;

INSERT INTO rights SELECT role, id FROM access;

DROP TABLE access;

ALTER TABLE rights RENAME TO access;

CREATE TABLE collections (
    chat INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
