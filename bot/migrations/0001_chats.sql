-- Who may ask and administer, and the last turns of each chat.
CREATE TABLE access (
    role TEXT NOT NULL CHECK (role IN ('owner', 'open')),
    id   INTEGER NOT NULL,
    PRIMARY KEY (role, id)
) STRICT;

CREATE TABLE turns (
    number     INTEGER PRIMARY KEY,
    chat       TEXT NOT NULL,
    question   TEXT NOT NULL,
    understood TEXT NOT NULL,
    generation TEXT NOT NULL,
    quotes     TEXT NOT NULL
) STRICT;

CREATE INDEX turns_of_chat ON turns (chat, number);
