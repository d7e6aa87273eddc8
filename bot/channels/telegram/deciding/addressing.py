"""Whether a message is meant for the bot, and what it then says."""

from collections.abc import Iterable

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType

from bot.conversation import COMMANDS
from bot.typed import normalised

__all__ = ["addressed", "is_asked_aloud"]

# Commands that the bot takes up in a group without being named.
GROUP_COMMANDS = frozenset((*COMMANDS, "settings"))
# Entities count in UTF-16 code units, of two bytes each.
UTF16 = "utf-16-le"


def addressed(message: Message, bot: User) -> str | None:
    """Return what is asked of the bot, or None for a message that is not meant for it.

    In a private chat every text is meant for it; in a group a command, a reply to the bot, or a
    text that mentions it. The mention, and the bot's name in a command, are left out; commands are
    in their one form. Nothing that another bot writes is meant for it, so that two bots never talk
    to each other without end.
    """
    said = None if message.text is None or _is_by_bot(message) else _meant(message, bot)
    return None if said is None else normalised(said)


def is_asked_aloud(message: Message) -> bool:
    """Say whether a text in a group asks a question, of nobody named, in words of its writer.

    One that replies to somebody is meant for them, and so is one that mentions them.
    """
    if message.chat.type == ChatType.PRIVATE or message.text is None or _is_by_bot(message):
        return False
    is_own = message.forward_origin is None and message.via_bot is None
    named = (MessageEntity.MENTION, MessageEntity.TEXT_MENTION, MessageEntity.BOT_COMMAND)
    is_open = message.reply_to_message is None and not message.parse_entities(list(named))
    return is_own and is_open and message.text.rstrip().endswith(("?", "？", "؟"))


def _meant(message: Message, bot: User) -> str | None:
    text, is_private = message.text or "", message.chat.type == ChatType.PRIVATE
    command = _command(message)
    if command is not None:
        return _of_command(message, command, bot, is_private=is_private)
    mentions = _mentions(message, bot)
    if mentions:
        return " ".join(_without(text, mentions).split())
    if is_private or _answers(message, bot):
        return _without(text, ())
    return None


def _is_by_bot(message: Message) -> bool:
    """Say whether a bot wrote it; anonymous administrators look like one, with a sender chat."""
    sender = message.from_user
    return sender is not None and sender.is_bot and message.sender_chat is None


def _command(message: Message) -> MessageEntity | None:
    """Return the command that the message opens with, such as `/ask@some_bot`."""
    entities = message.parse_entities([MessageEntity.BOT_COMMAND])
    return next((entity for entity in entities if entity.offset == 0), None)


def _of_command(
    message: Message, command: MessageEntity, bot: User, *, is_private: bool
) -> str | None:
    name, _, receiver = message.parse_entity(command).partition("@")
    if receiver and receiver.lower() != (bot.username or "").lower():
        return None
    # A bare command in a group may be meant for any of its bots; only known ones are taken up.
    if not receiver and not is_private and name[1:].lower() not in GROUP_COMMANDS:
        return None
    rest = _without(message.text or "", [command, *_mentions(message, bot)])
    return f"{name} {rest}"


def _mentions(message: Message, bot: User) -> list[MessageEntity]:
    found = message.parse_entities([MessageEntity.MENTION])
    return [entity for entity, name in found.items() if name.lower() == f"@{bot.username}".lower()]


def _answers(message: Message, bot: User) -> bool:
    earlier = message.reply_to_message
    return earlier is not None and earlier.from_user is not None and earlier.from_user.id == bot.id


def _without(text: str, entities: Iterable[MessageEntity]) -> str:
    """Leave entities out of a text, and show halves of surrogate pairs as U+FFFD."""
    code = text.encode(UTF16, "surrogatepass")
    for entity in sorted(entities, key=lambda entity: entity.offset, reverse=True):
        end = entity.offset + entity.length
        code = code[: 2 * entity.offset] + " ".encode(UTF16) + code[2 * end :]
    return code.decode(UTF16, "replace")
