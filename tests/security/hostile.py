"""Documents and questions made to do harm, and what is shown where they meet."""

import json
from collections.abc import Sequence
from pathlib import Path

from bot import wiring
from bot.channels.telegram.looks.rendering import Message, render
from bot.conversation import Conversation
from bot.history import MemoryHistories
from bot.home import Home
from tests.bot_api import Strictness
from tests.bot_api.entities import check_entities, check_text

__all__ = ["MARKUP", "SENTENCES", "check_accepted", "conversation", "home_of"]

MARKUP = (
    'The <b>ferry</b> & its "crew" left the <a href="tg://user?id=1">quay</a> at <i>noon.',
    "The keeper of the _lighthouse_ was *paid* [1200 crowns](javascript:alert(1)) in `1911`.",
    "The </a></blockquote> harbour &lt;closed&gt; its ||gate|| ~twice~ on https://evil.example/x.",
)
STEERED = "The signal \u202eyrref\u202c rang \u2066twice\u2069 at \u200eeight\x1b[2J on the pier."
LONG = "The inventory of the museum lists " + "an anchor 👨‍👩‍👧 and " * 70 + "a bell."
SENTENCES = (*MARKUP, STEERED, LONG)


def home_of(sentences: Sequence[str], folder: Path) -> Home:
    """Index sentences exactly as they are given, one document, into a home below a folder."""
    source = folder / "hostile.jsonl"
    source.write_text(json.dumps({"id": "<b>hostile</b>", "sentences": list(sentences)}))
    home = Home(folder / "home")
    wiring.indexer(home).update([source])
    return home


def conversation(home: Home) -> Conversation:
    """Return a conversation about a home."""
    return Conversation(wiring.answerer(home), MemoryHistories())


def check_accepted(found: Conversation, question: str) -> list[Message]:
    """Ask, and return the messages; each must be one that Telegram takes as it is."""
    messages = render(found.reply("chat", question))
    for message in messages:
        entities = [
            {"type": entity.look, "offset": entity.offset, "length": entity.length}
            for entity in message.entities
        ]
        check_text(message.text, Strictness(), longest=4096)
        check_entities(message.text, entities, Strictness())
    return messages
