-- Texts that are too long for a link, each under its key, and the secret that keys are made with;
-- chat 0 stands for no chat.
CREATE TABLE links (
    key     TEXT NOT NULL,
    chat    INTEGER NOT NULL,
    text    TEXT NOT NULL,
    kept_at REAL NOT NULL,
    PRIMARY KEY (key, chat)
) STRICT;

CREATE INDEX links_of_chat ON links (chat, kept_at);

INSERT INTO keys VALUES ('links', randomblob(32));
