"""Updates to letters: what is meant for the bot goes to the desk, what the desk says goes out."""

import json
from collections.abc import Sequence
from typing import Protocol

import structlog
from telegram import Bot, Message, Update
from telegram.constants import ChatType

from bot import phrases
from bot.channels.telegram.addressing import addressed
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.once import Once
from bot.channels.telegram.senders import sender_of
from bot.channels.telegram.writing import excuse, letters
from bot.delivery.values import Call, Letter, Poison
from bot.replies import say

__all__ = ["Handler", "ShowTyping"]

log = structlog.stdlib.get_logger()


class ShowTyping(Protocol):
    """Shows in a chat, or a topic of it, that the bot is at work; does not wait for it."""

    def __call__(self, chat: int, topic: int | None) -> None:
        """Show it."""
        ...


class Handler:
    """Works out what an update gets for an answer, in the database's thread.

    Parameters
    ----------
    desk
        decides what to reply.
    bot
        whom messages mention and reply to; called by no one here.
    show_typing
        is told when an answer is worked out.
    """

    def __init__(self, desk: Desk, bot: Bot, show_typing: ShowTyping) -> None:
        self._desk = desk
        self._bot = bot
        self._show_typing = show_typing
        self._albums = Once()

    def handle(self, raw: str) -> Sequence[Letter]:
        """Return what to send for an update.

        Raises
        ------
        Poison
            It is no update.
        """
        update = self._parse(raw)
        message = update.message
        if message is None:
            return ()
        if message.migrate_to_chat_id is not None:
            self._move(message.chat.id, message.migrate_to_chat_id)
        text = addressed(message, self._bot.bot)
        if text is not None or self._is_other(message, update.update_id):
            return self._answer(message, text)
        return ()

    def apology(self, raw: str, reference: str) -> Sequence[Letter]:
        """Return what tells a chat that an update could not be answered."""
        try:
            message = self._parse(raw).message
        except Poison:
            return ()
        return letters(message, say(phrases.broken(reference)), is_notice=True) if message else ()

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

    def _answer(self, message: Message, text: str | None) -> Sequence[Letter]:
        sender = sender_of(message)
        is_question = text is not None and self._desk.may_ask(sender)
        if is_question:
            self._show_typing(sender.chat, sender.topic)
        reply = self._desk.reply(sender, text)
        return letters(message, reply, is_notice=not is_question) if reply is not None else ()

    def _move(self, old: int, new: int) -> None:
        if self._desk.move(old, new):
            log.warning("chat has a new number: name it in QUOTH_CHATS", old=old, new=new)

    def _is_other(self, message: Message, update_id: int) -> bool:
        """Say whether it is a private photo, voice message or the like, the first of its album."""
        if message.chat.type != ChatType.PRIVATE or message.effective_attachment is None:
            return False
        album = message.media_group_id
        return album is None or self._albums.is_first(album, update_id)
