-- What is shown for a message, so that its buttons and an edit of it find the answer again; the key
-- that buttons are signed with; what holds in a chat; and the older numbers of chats.
CREATE TABLE shown (
    update_id    INTEGER PRIMARY KEY,
    chat         INTEGER NOT NULL,
    question     INTEGER NOT NULL,
    asked        TEXT NOT NULL,
    asker        INTEGER,
    conversation TEXT NOT NULL,
    turn         INTEGER,
    topic        TEXT NOT NULL,
    message      TEXT NOT NULL,
    updates      TEXT NOT NULL,
    looks        TEXT NOT NULL DEFAULT '',
    shown_at     REAL NOT NULL
) STRICT;

CREATE UNIQUE INDEX shown_by_question ON shown (chat, question);

CREATE INDEX shown_by_age ON shown (shown_at);

CREATE INDEX outbox_by_message ON outbox (message_id, chat) WHERE message_id IS NOT NULL;

CREATE TABLE keys (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

INSERT INTO keys VALUES ('buttons', randomblob(32));

CREATE TABLE choices (
    chat  INTEGER NOT NULL,
    name  TEXT NOT NULL,
    is_on INTEGER NOT NULL,
    PRIMARY KEY (chat, name)
) STRICT;

CREATE TABLE moves (
    new INTEGER PRIMARY KEY,
    old INTEGER NOT NULL
) STRICT;
