"""Whether a message is meant for the bot, and what it then says."""

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType

from bot.conversation import COMMANDS

__all__ = ["addressed"]

# Commands that the bot takes up in a group without being named.
GROUP_COMMANDS = frozenset(COMMANDS)


def addressed(message: Message, bot: User) -> str | None:
    """Return what is asked of the bot, or None for a message that is not meant for it.

    In a private chat every text is meant for it; in a group a command, a reply to the bot, or a
    text that mentions it. The mention, and the bot's name in a command, are left out.
    """
    text = message.text
    if text is None:
        return None
    command = _command(message)
    if command is not None:
        return _of_command(text, command, bot, is_private=message.chat.type == ChatType.PRIVATE)
    mentions = _mentions(message, bot)
    if message.chat.type == ChatType.PRIVATE or mentions or _answers(message, bot):
        for mention in mentions:
            text = text.replace(mention, " ")
        return " ".join(text.split()) if mentions else text
    return None


def _command(message: Message) -> str | None:
    """Return the command that the message opens with, such as `/ask@some_bot`."""
    entities = message.parse_entities([MessageEntity.BOT_COMMAND])
    return next((word for entity, word in entities.items() if entity.offset == 0), None)


def _of_command(text: str, command: str, bot: User, *, is_private: bool) -> str | None:
    name, _, receiver = command.partition("@")
    if receiver and receiver.lower() != (bot.username or "").lower():
        return None
    # A bare command in a group may be meant for any of its bots; only known ones are taken up.
    if not receiver and not is_private and name[1:].lower() not in GROUP_COMMANDS:
        return None
    return name + text[len(command) :]


def _mentions(message: Message, bot: User) -> set[str]:
    found = message.parse_entities([MessageEntity.MENTION]).values()
    return {mention for mention in found if mention.lower() == f"@{bot.username}".lower()}


def _answers(message: Message, bot: User) -> bool:
    earlier = message.reply_to_message
    return earlier is not None and earlier.from_user is not None and earlier.from_user.id == bot.id
