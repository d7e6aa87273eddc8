"""Links to the bot that are followed: each starts the bot with a parameter."""

from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.linking import (
    BrokenLink,
    LinkedDocument,
    LinkedQuestion,
    Texts,
    linked,
)
from bot.channels.telegram.deciding.senders import Sender
from bot.opening import opened
from bot.phrases import inline
from bot.replies import Reply, say

__all__ = ["follow"]

START = "/start "


def follow(text: str, sender: Sender, desk: Desk, texts: Texts) -> str | Reply:
    """Return what a link makes its follower ask, or what it shows; other texts as they are.

    Parameters
    ----------
    text
        what the follower's app says for them.
    sender
        who follows it.
    desk
        has the documents that the sender may see.
    texts
        keeps the texts that are too long for a link.
    """
    if not (sender.is_private and text.startswith(START) and desk.may_ask(sender)):
        return text
    found = linked(text.removeprefix(START).strip(), texts)
    match found:
        case LinkedQuestion():
            return found.message
        case LinkedDocument():
            return opened(desk.answerer(sender).index, found.id)
        case BrokenLink():
            return say(inline.BROKEN_LINK)
    return text
