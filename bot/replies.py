"""What a channel shows: an ordered list of parts, the same in every channel."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot import phrases
from bot.answers import Answer, Copy, Highlight, Outcome, Quote, Refusal

__all__ = ["Attachment", "Kind", "Pages", "Part", "Reply", "cite", "quoted", "say", "show"]

# quote: words of a document; citation: where they stand; date: when what a quote tells happened;
# text and note: fixed phrases.
Kind = Literal["text", "note", "date", "quote", "citation"]


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
class Pages:
    """Where a page of a timeline stands.

    Attributes:
        topic: what the timeline is of.
        number: of the page, from 1.
        total: how many pages there are.
    """

    topic: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a reply.

    Attributes:
        name: what to call it, without a folder.
        media_type: as in a header of the web, such as "text/markdown".
        content: what it holds.
    """

    name: str
    media_type: str
    content: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply to one message.

    Attributes:
        parts: what it says; never empty.
        turn: the number of the turn it belongs to, or None where it answers no question.
        pages: where it stands among the pages of a timeline, or None.
        attachment: the file that goes with it, or None.
    """

    parts: tuple[Part, ...]
    turn: int | None = None
    pages: Pages | None = None
    attachment: Attachment | None = None

    def plain(self) -> str:
        """Return the reply without any formatting, a blank line before each quote and text."""
        return "\n\n".join("\n".join(part.text for part in group) for group in self.groups())

    def groups(self) -> list[list[Part]]:
        """Return the parts with each date and each citation beside the quote it belongs to."""
        groups: list[list[Part]] = []
        for part in self.parts:
            is_dated = part.kind == "quote" and groups and groups[-1][-1].kind == "date"
            if is_dated or (part.kind == "citation" and groups):
                groups[-1].append(part)
            else:
                groups.append([part])
        return groups


def say(phrase: str) -> Reply:
    """Reply with a fixed phrase."""
    return Reply((Part("text", phrase),))


def show(question: str, outcome: Outcome, as_of: datetime.date | None = None) -> Reply:
    """Lay out an answer or a refusal.

    Parameters
    ----------
    question
        as it was typed.
    outcome
        what to lay out.
    as_of
        the day by which everything searched was published, or None for any.
    """
    if isinstance(outcome, Refusal) and outcome.reason.courtesy:
        return say(outcome.reason.courtesy)
    parts: list[Part] = []
    if outcome.understood.split() != question.split():
        parts.append(Part("note", phrases.understood(outcome.understood)))
    if as_of is not None:
        parts.append(Part("note", phrases.as_of(as_of)))
    laid = _answer(outcome) if isinstance(outcome, Answer) else _refusal(outcome)
    return Reply((*parts, *laid))


def _answer(answer: Answer) -> Iterator[Part]:
    yield from quoted(answer.in_reading_order(), answer.kind)
    said = ""
    for conflict in answer.conflicts:
        phrase = phrases.CHANGED if conflict.relation == "changed since" else phrases.DISAGREEING
        if phrase != said:
            yield Part("text", phrase)
        said = phrase
        yield from quoted([conflict.older], answer.kind)


def _refusal(refusal: Refusal) -> Iterator[Part]:
    yield Part("text", f"{phrases.DECLINED} {phrases.reason(refusal.reason)}".rstrip())
    if refusal.nearest:
        yield Part("text", phrases.NEAREST)
    yield from quoted(refusal.nearest)


def quoted(quotes: Iterable[Quote], kind: str = "") -> Iterator[Part]:
    """Yield each quote and its citation.

    Parameters
    ----------
    quotes
        in the order to be read.
    kind
        what kind of piece was asked for: it is marked where the quote has it, else the words of
        the question are.
    """
    for quote in quotes:
        yield Part("quote", quote.text, _bold(quote, kind))
        yield Part("citation", _citation(quote))


def _bold(quote: Quote, kind: str) -> tuple[Highlight, ...]:
    wanted = kind if any(mark.kind == kind for mark in quote.highlights) else "term"
    return tuple(mark for mark in quote.highlights if mark.kind == wanted)


def _citation(quote: Quote) -> str:
    """Cite a quote, with the days that its words mean before it and its copies behind it."""
    citation = cite(_title(quote), quote.date, quote.source, [quote.sentence])
    others = "; ".join(cite(_title(c), c.date, c.source, [c.sentence]) for c in quote.copies)
    also = f"{phrases.also_in(len(quote.copies))}: {others}" if others else ""
    return "; ".join(filter(None, (" ".join((*_dated(quote), citation)), also)))


def _dated(quote: Quote) -> Iterator[str]:
    """Say which days are meant where the words alone do not tell the year."""
    for mark in quote.highlights:
        words = " ".join(quote.text[mark.start : mark.end].split())
        if mark.kind == "date" and mark.value and mark.value[:4] not in words:
            yield phrases.dated(words, mark.value)


def _title(cited: Quote | Copy) -> str:
    return cited.title.strip() or cited.document


def cite(title: str, day: datetime.date | None, source: str, sentences: Sequence[int]) -> str:
    """Cite sentences of a document, counted from 1 for people; white space is one space each.

    >>> cite("Pact signed in Seoul", datetime.date(2016, 11, 23), "Quoth Desk", [3, 4])
    'Pact signed in Seoul, 2016-11-23, Quoth Desk, sentences 4-5'
    """
    first, last = sentences[0] + 1, sentences[-1] + 1
    place = f"sentence {first}" if first == last else f"sentences {first}-{last}"
    parts = (title, day.isoformat() if day else "", source, place)
    return ", ".join(filter(None, (" ".join(part.split()) for part in parts)))
