"""What a channel shows: an ordered list of parts, the same in every channel."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot import phrases
from bot.answers import Answer, Highlight, Outcome, Quote

__all__ = ["Kind", "Part", "Reply", "cite", "quoted", "say", "show"]

# quote: words of a document; citation: where they stand; text and note: fixed phrases.
Kind = Literal["text", "note", "quote", "citation"]


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a reply.

    Attributes:
        kind: how it should look.
        text: what it says; a quote is never altered.
        highlights: pieces of a quote to set in bold.
    """

    kind: Kind
    text: str
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply to one message; `parts` is never empty."""

    parts: tuple[Part, ...]

    def plain(self) -> str:
        """Return the reply without any formatting, a blank line before each quote and text."""
        return "\n\n".join("\n".join(part.text for part in group) for group in self.groups())

    def groups(self) -> list[list[Part]]:
        """Return the parts with each citation beside the quote it belongs to."""
        groups: list[list[Part]] = []
        for part in self.parts:
            if part.kind == "citation" and groups:
                groups[-1].append(part)
            else:
                groups.append([part])
        return groups


def say(phrase: str) -> Reply:
    """Reply with a fixed phrase."""
    return Reply((Part("text", phrase),))


def show(question: str, outcome: Outcome) -> Reply:
    """Lay out an answer or a refusal."""
    parts: list[Part] = []
    if outcome.understood.split() != question.split():
        parts.append(Part("note", phrases.understood(outcome.understood)))
    if isinstance(outcome, Answer):
        return Reply((*parts, *quoted(outcome.in_reading_order())))
    parts.append(Part("text", f"{phrases.DECLINED} {phrases.reason(outcome.reason)}".rstrip()))
    if outcome.nearest:
        parts.append(Part("text", phrases.NEAREST))
    return Reply((*parts, *quoted(outcome.nearest)))


def quoted(quotes: Iterable[Quote]) -> Iterable[Part]:
    """Yield each quote and its citation."""
    for quote in quotes:
        yield Part("quote", quote.text, quote.highlights)
        yield Part(
            "citation",
            cite(quote.title.strip() or quote.document, quote.date, quote.source, [quote.sentence]),
        )


def cite(title: str, day: datetime.date | None, source: str, sentences: Sequence[int]) -> str:
    """Cite sentences of a document, counted from 1 for people; white space is one space each.

    >>> cite("Pact signed in Seoul", datetime.date(2016, 11, 23), "Quoth Desk", [3, 4])
    'Pact signed in Seoul, 2016-11-23, Quoth Desk, sentences 4-5'
    """
    first, last = sentences[0] + 1, sentences[-1] + 1
    place = f"sentence {first}" if first == last else f"sentences {first}-{last}"
    parts = (title, day.isoformat() if day else "", source, place)
    return ", ".join(filter(None, (" ".join(part.split()) for part in parts)))
