-- What is received, kept before it is confirmed; what is to be sent, kept before it is tried; and
-- who did what.
CREATE TABLE inbox (
    update_id   INTEGER PRIMARY KEY,
    chat        INTEGER,
    lane        TEXT NOT NULL,
    raw         TEXT NOT NULL,
    received_at REAL NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('new', 'done', 'dead')),
    tries       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX inbox_open ON inbox (update_id) WHERE state = 'new';

CREATE INDEX inbox_by_age ON inbox (received_at);

CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY,
    update_id  INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    chat       INTEGER NOT NULL,
    method     TEXT NOT NULL,
    payload    TEXT NOT NULL,
    is_notice  INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('ready', 'sending', 'sent', 'uncertain', 'dead')),
    attempts   INTEGER NOT NULL DEFAULT 0,
    doubts     INTEGER NOT NULL DEFAULT 0,
    next_at    REAL,
    message_id INTEGER,
    UNIQUE (update_id, seq)
) STRICT;

CREATE INDEX outbox_open ON outbox (id) WHERE next_at IS NOT NULL;

CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
