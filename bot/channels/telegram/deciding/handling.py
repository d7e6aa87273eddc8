"""Updates to letters: each kind of update to what decides on it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telegram import Bot, Update

from bot import phrases
from bot.channels.telegram.deciding.asking_inline import InlineDesk
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.editing import Edits
from bot.channels.telegram.deciding.joining import on_joining
from bot.channels.telegram.deciding.messages import Messages
from bot.channels.telegram.deciding.pressing import Presses
from bot.channels.telegram.deciding.reacting import Reactions
from bot.channels.telegram.looks.writing import contents, excuse, letters, place_of
from bot.delivery.values import Call, Letter, Poison
from bot.replies import say

__all__ = ["Deciders", "Handler"]


@dataclass(frozen=True, slots=True)
class Deciders:
    """What decides on each kind of update.

    Attributes:
        desk: says who may do what.
        messages: on messages.
        edits: on edited messages.
        presses: on presses of buttons.
        reactions: on reactions to messages of the bot.
        inline: on inline questions.
    """

    desk: Desk
    messages: Messages
    edits: Edits
    presses: Presses
    reactions: Reactions
    inline: InlineDesk


class Handler:
    """Works out what an update gets for an answer, in the database's thread.

    Parameters
    ----------
    deciders
        what decides on each kind of update.
    bot
        whom updates are read for; called by no one here.
    """

    def __init__(self, deciders: Deciders, bot: Bot) -> None:
        self._deciders = deciders
        self._bot = bot

    def handle(self, raw: str, known: Mapping[str, object]) -> Sequence[Letter]:
        """Return what to send for an update.

        Raises
        ------
        Poison
            It is no update.
        Errand
            Something has to be known first.
        """
        update, deciders = self._parse(raw), self._deciders
        if update.message is not None:
            return deciders.messages.answer(update.message, update.update_id, known)
        if update.edited_message is not None:
            return deciders.edits.answer(update.edited_message, update.update_id)
        if update.callback_query is not None:
            return deciders.presses.press(update.callback_query, update.update_id, known)
        if update.inline_query is not None:
            return deciders.inline.answer(update.inline_query)
        if update.my_chat_member is not None:
            return on_joining(update.my_chat_member, deciders.desk)
        if update.message_reaction is not None:
            deciders.reactions.note(update.message_reaction)
        return ()

    def apology(self, raw: str, reference: str) -> Sequence[Letter]:
        """Return what tells who waits for an answer that there is none."""
        try:
            message = self._parse(raw).message
        except Poison:
            return ()
        if message is None or not self._deciders.messages.is_owed(message):
            return ()
        said = contents(say(phrases.broken(reference)))
        return letters(message.chat.id, place_of(message), said, is_notice=True)

    def excuse(self, call: Call, reference: str) -> Sequence[Letter]:
        """Return what tells a chat that an answer could not be sent."""
        return excuse(call, say(phrases.broken(reference)))

    def _parse(self, raw: str) -> Update:
        try:
            update = Update.de_json(json.loads(raw), self._bot)
        except Exception as error:
            # Whatever the library trips over, it would trip over again.
            raise Poison(repr(error)) from error
        return update
