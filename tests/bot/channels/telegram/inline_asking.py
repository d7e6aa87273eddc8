"""People who ask inline, and what the server is given for it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from telegram import InlineQuery

from bot.answering import Answerer
from bot.channels.telegram.deciding.inlining import inline_letters
from bot.channels.telegram.deciding.senders import Sender
from tests.bot.channels.telegram.deciding.test_linking import MemoryTexts
from tests.bot_api import InlineQuestion, Person
from tests.bot_api.answering import answer_inline_query
from tests.bot_api.refusals import Json
from tests.bot_api.schema import method_fields
from tests.bot_api.shapes import check_fields
from tests.bot_api.text import utf16_slice

__all__ = [
    "House",
    "all_pages",
    "asked",
    "given_to",
    "marked",
    "message_of",
    "start_of",
]


@dataclass(frozen=True, slots=True)
class House:
    """Lets people ask.

    Attributes:
        ready: answers.
        guests: ids of those who may; None for everybody.
        shelves: what answers those who have documents of their own, by user.
    """

    ready: Answerer
    guests: frozenset[int] | None = None
    shelves: Mapping[int, Answerer] = field(default_factory=dict)
    texts: MemoryTexts = field(default_factory=MemoryTexts)
    username: str = "quoth_test_bot"

    @property
    def is_for_everybody(self) -> bool:
        return self.guests is None and not self.shelves

    def may_ask(self, sender: Sender) -> bool:
        return self.guests is None or sender.user in self.guests

    def answerer(self, sender: Sender) -> Answerer:
        return self.shelves.get(sender.user or 0, self.ready)


def asked(person: Person, house: House, query: str, *, offset: str = "") -> InlineQuestion:
    """Let somebody type a question, and the server check the answer as it comes over the wire."""
    question = person.inline(query, offset=offset)
    assert question.update is not None
    (letter,) = inline_letters(InlineQuery.de_json(question.update["inline_query"], None), house)
    assert (letter.chat, letter.method) == (0, "answerInlineQuery")
    sent = json.loads(json.dumps(letter.payload))
    check_fields(sent, method_fields(letter.method), "")
    assert answer_inline_query(person.world, sent)
    return question


def given_to(question: InlineQuestion) -> Json:
    """Return an answer without its results and its id."""
    assert question.answer is not None
    left_out = ("results", "inline_query_id")
    return {name: value for name, value in question.answer.items() if name not in left_out}


def start_of(question: InlineQuestion) -> str:
    """Return what the button above the results starts the bot with."""
    return str(given_to(question)["button"]["start_parameter"])


def message_of(result: Json) -> str:
    return str(result["input_message_content"]["message_text"])


def marked(result: Json, look: str) -> list[str]:
    """Return what looks so in the message of a result."""
    content = result["input_message_content"]
    return [
        utf16_slice(content["message_text"], each["offset"], each["length"])
        for each in content["entities"]
        if each["type"] == look
    ]


def all_pages(person: Person, house: House, query: str) -> list[InlineQuestion]:
    pages = [asked(person, house, query)]
    while pages[-1].next_offset:
        pages.append(asked(person, house, query, offset=pages[-1].next_offset))
    return pages
