"""Presses of buttons and inline questions, which wait for one answer each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .posts import Button
from .refusals import Json, bad_request

if TYPE_CHECKING:
    from .people import Person

__all__ = ["InlineMessage", "InlineQuestion", "Press", "Queries"]

# Seconds for which inline results are kept where the bot does not say how long.
KEPT_FOR = 300


@dataclass(slots=True, eq=False)
class Press:
    """A press of a button.

    Attributes
    ----------
    answer
        The parameters of the bot's answer; None while there is none.

    """

    query_id: str
    person: Person
    button: Button
    update: Json | None = None
    answer: Json | None = None
    is_expired: bool = False


@dataclass(slots=True, eq=False)
class InlineQuestion:
    """An inline question, with the parameters of the bot's answer once there is one."""

    query_id: str
    person: Person
    query: str
    update: Json | None = None
    answer: Json | None = None
    is_expired: bool = False

    @property
    def results(self) -> list[Json]:
        """The results offered; empty while there is no answer."""
        return list(self.answer["results"]) if self.answer else []

    @property
    def next_offset(self) -> str:
        """What asks for the results after these; empty where there are no more."""
        return str((self.answer or {}).get("next_offset", ""))

    def is_kept_for(self, person: Person, seconds: float) -> bool:
        """Tell whether Telegram shows these results to somebody without asking the bot again.

        `seconds` is how long ago they were offered. They are kept for five minutes if the bot does
        not say how long, and for everybody unless they are personal.
        """
        if self.answer is None or seconds >= self.answer.get("cache_time", KEPT_FOR):
            return False
        return person is self.person or not self.answer.get("is_personal", False)


@dataclass(slots=True, eq=False)
class InlineMessage:
    """A chosen inline result: a message in a chat the bot need not be in.

    Attributes
    ----------
    content
        Its ``text``, ``entities`` and ``reply_markup``.

    """

    inline_message_id: str
    content: Json
    versions: list[Json] = field(default_factory=list)

    @property
    def buttons(self) -> list[Button]:
        """Its inline keyboard, flat."""
        rows = (self.content.get("reply_markup") or {}).get("inline_keyboard", [])
        named = self.inline_message_id
        return [Button(each["text"], each, None, named) for row in rows for each in row]

    def revise(self, content: Json) -> None:
        """Replace what it says, keeping what it said."""
        self.versions.append(self.content)
        self.content = content


@dataclass(slots=True, eq=False)
class Queries:
    """All presses, inline questions and inline messages, by their ids."""

    presses: dict[str, Press] = field(default_factory=dict)
    questions: dict[str, InlineQuestion] = field(default_factory=dict)
    inline_messages: dict[str, InlineMessage] = field(default_factory=dict)

    def press(self, person: Person, button: Button) -> Press:
        """Number a press."""
        press = Press(f"press-{len(self.presses) + 1}", person, button)
        self.presses[press.query_id] = press
        return press

    def question(self, person: Person, query: str) -> InlineQuestion:
        """Number an inline question."""
        question = InlineQuestion(f"inline-{len(self.questions) + 1}", person, query)
        self.questions[question.query_id] = question
        return question

    def inline_message(self, content: Json) -> InlineMessage:
        """Number an inline message."""
        message = InlineMessage(f"inline-message-{len(self.inline_messages) + 1}", content)
        self.inline_messages[message.inline_message_id] = message
        return message

    def expire(self) -> None:
        """Let every question still open grow too old."""
        for press in self.presses.values():
            press.is_expired = True
        for question in self.questions.values():
            question.is_expired = True

    def open_press(self, query_id: str) -> Press:
        """Return a press that still waits for its answer, or refuse."""
        press = self.presses.get(query_id)
        if press is None or press.is_expired or press.answer is not None:
            raise _too_old(is_fault=press is None)
        return press

    def open_question(self, query_id: str) -> InlineQuestion:
        """Return an inline question that still waits for its answer, or refuse."""
        question = self.questions.get(query_id)
        if question is None or question.is_expired or question.answer is not None:
            raise _too_old(is_fault=question is None)
        return question


def _too_old(*, is_fault: bool) -> Exception:
    return bad_request(
        "query is too old and response timeout expired or query ID is invalid", is_fault=is_fault
    )
