-- Turns are kept until they are too old, under numbers that never come again; where a chat's
-- conversation begins; and what people say of answers.
CREATE TABLE kept_turns (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    chat        TEXT NOT NULL,
    asked_at    REAL NOT NULL,
    question    TEXT NOT NULL,
    understood  TEXT NOT NULL,
    generation  TEXT NOT NULL,
    is_answered INTEGER NOT NULL,
    quotes      TEXT NOT NULL,
    as_of       TEXT
) STRICT;

INSERT INTO kept_turns
    SELECT number, chat, CAST(strftime('%s', 'now') AS REAL), question, understood, generation,
        quotes <> '[]', quotes, as_of
    FROM turns ORDER BY number;

DROP TABLE turns;

ALTER TABLE kept_turns RENAME TO turns;

CREATE INDEX turns_of_chat ON turns (chat, number);

CREATE INDEX turns_by_age ON turns (asked_at, is_answered, chat);

CREATE INDEX turns_declined ON turns (number) WHERE is_answered = 0;

ALTER TABLE states ADD COLUMN begins INTEGER NOT NULL DEFAULT 0;

ALTER TABLE states ADD COLUMN used_at REAL NOT NULL DEFAULT 0;

UPDATE states SET used_at = CAST(strftime('%s', 'now') AS REAL);

CREATE TABLE feedback (
    chat       TEXT NOT NULL,
    turn       INTEGER NOT NULL,
    user       INTEGER NOT NULL,
    at         REAL NOT NULL,
    question   TEXT NOT NULL,
    understood TEXT NOT NULL,
    generation TEXT NOT NULL,
    claims     TEXT NOT NULL,
    verdict    TEXT NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (chat, turn, user)
) STRICT;

CREATE INDEX feedback_by_age ON feedback (at);

CREATE INDEX feedback_by_verdict ON feedback (verdict);

-- What was deleted and may still stand in the file, until it is written anew.
CREATE TABLE purges (
    number INTEGER PRIMARY KEY
) STRICT;

-- The few rows that keep their texts once they are settled.
CREATE INDEX inbox_dead ON inbox (chat) WHERE state = 'dead';

CREATE INDEX outbox_unsent ON outbox (chat) WHERE state IN ('dead', 'uncertain');
