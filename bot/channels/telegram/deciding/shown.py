"""What is shown for a message, so that its buttons and an edit of it find the answer again."""

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.database import Database

__all__ = ["Shown", "ShownAnswer", "digest"]

COLUMNS = "update_id, chat, question, asked, asker, conversation, turn, topic, message, updates"


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What is shown for a message.

    Attributes:
        update_id: of the message that asked; buttons name it.
        chat: the chat's id; ids of messages begin anew where a group gets another.
        question: the id of the message that asked.
        asked: digest of what it said.
        asker: the user who asked, or None for one who writes in the name of a chat.
        conversation: names the conversation.
        turn: the number of the turn, or None where no question was answered.
        topic: of a timeline, else "".
        message: the last message of the answer as it was sent, without its place.
        updates: the updates whose answers make up what is shown, oldest first.
    """

    update_id: int
    chat: int
    question: int
    asked: str
    asker: int | None
    conversation: str
    turn: int | None
    topic: str
    message: dict[str, Any]
    updates: tuple[int, ...]


class Shown:
    """Rows by the update that asked; every method runs within a transaction.

    Parameters
    ----------
    database
        where they are.
    clock
        seconds since 1970.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def keep(self, answer: ShownAnswer) -> None:
        """Keep what is shown for a message, in the place of what was."""
        self._database.rows(
            f"INSERT OR REPLACE INTO shown ({COLUMNS}, shown_at)"  # noqa: S608 - fixed texts
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            answer.update_id,
            answer.chat,
            answer.question,
            answer.asked,
            answer.asker,
            answer.conversation,
            answer.turn,
            answer.topic,
            json.dumps(answer.message),
            json.dumps(answer.updates),
            self._clock(),
        )

    def of_update(self, update_id: int) -> ShownAnswer | None:
        """Return what is shown for what was received under a number."""
        return self._one("update_id = ?", update_id)

    def of_question(self, chat: int, question: int) -> ShownAnswer | None:
        """Return what is shown for a message."""
        return self._one("chat = ? AND question = ?", chat, question)

    def of_message(self, chats: Sequence[int], message: int) -> ShownAnswer | None:
        """Return what a message of the bot is a part of, as far as it was sent at first.

        Parameters
        ----------
        chats
            the ids under which its chat is known.
        message
            the message's id.
        """
        rows = self._database.rows(
            "SELECT update_id FROM outbox WHERE message_id = ?1 AND method = 'sendMessage'"
            " AND chat IN (SELECT value FROM json_each(?2))",
            message,
            json.dumps(list(chats)),
        )
        return self.of_update(int(str(rows[0][0]))) if rows else None

    def messages(self, answer: ShownAnswer) -> list[int]:
        """Return the ids of the messages that an answer consists of, in order."""
        rows = self._database.rows(
            "SELECT message_id FROM outbox WHERE update_id IN (SELECT value FROM json_each(?))"
            " AND method = 'sendMessage' AND message_id IS NOT NULL ORDER BY id",
            json.dumps(answer.updates),
        )
        return [int(str(message)) for (message,) in rows]

    def turns_to(self, answer: ShownAnswer, looks: str, by: int) -> bool:
        """Note what is shown in the place of an answer; say whether that is something else.

        What was noted counts unless its edit came to nothing.

        Parameters
        ----------
        answer
            the answer.
        looks
            names what is shown; "" the answer itself.
        by
            the update whose answer shows it.
        """
        ((noted,),) = self._database.rows(
            "SELECT looks FROM shown WHERE update_id = ?", answer.update_id
        )
        earlier, _, shown = str(noted).partition(" ")
        if shown == looks and not self._is_lost(earlier):
            return False
        self._database.rows(
            "UPDATE shown SET looks = ? WHERE update_id = ?", f"{by} {looks}", answer.update_id
        )
        return True

    def _is_lost(self, by: str) -> bool:
        """Say whether an update's edit was given up."""
        return bool(
            self._database.rows(
                "SELECT 1 FROM outbox WHERE update_id = CAST(? AS INTEGER)"
                " AND method = 'editMessageText' AND state <> 'sent' AND next_at IS NULL",
                by,
            )
        )

    def drop(self, answer: ShownAnswer, message: int) -> None:
        """Note that a message is no part of an answer any more."""
        self._database.rows(
            "UPDATE outbox SET message_id = NULL WHERE message_id = ? AND update_id IN"
            " (SELECT value FROM json_each(?))",
            message,
            json.dumps(answer.updates),
        )

    def _one(self, condition: str, *values: object) -> ShownAnswer | None:
        sql = f"SELECT {COLUMNS} FROM shown WHERE {condition}"  # noqa: S608 - fixed texts
        for row in self._database.rows(sql, *values):
            return _answer(*row)
        return None


def digest(text: str) -> str:
    """Return what tells two texts apart without keeping them.

    >>> digest("when does GSOMIA expire")
    'b238f8f2e07e9fef'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _answer(*row: object) -> ShownAnswer:
    update_id, chat, question, asked, asker, conversation, turn, topic, message, updates = row
    return ShownAnswer(
        int(str(update_id)),
        int(str(chat)),
        int(str(question)),
        str(asked),
        None if asker is None else int(str(asker)),
        str(conversation),
        None if turn is None else int(str(turn)),
        str(topic),
        json.loads(str(message)),
        tuple(json.loads(str(updates))),
    )
