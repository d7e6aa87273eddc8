"""A conversation for reading, in Markdown: each quote a block quote, its citation below it."""

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot import phrases
from bot.history import Turn
from bot.proof.claims import Claim
from bot.replies import cite
from bot.visible import visible, visible_line

__all__ = ["escaped", "markdown"]

# What means something anywhere in a line, and what does at its beginning only.
ANYWHERE: Final = re.compile(r"[\\`*_\[\]<>&~|$#]")
AT_START: Final = re.compile(r"(?m)^(\s*)(?:([+=-])|(\d{1,9})([.)]))")


def markdown(turns: Sequence[Turn]) -> str:
    """Return a conversation as a document with a section for each question."""
    return "\n\n".join(["# Questions and quotes", *map(_section, turns)]) + "\n"


def escaped(text: str) -> str:
    r"""Return a text that is shown as it is, its line breaks kept.

    >>> escaped("1. *Paid* in [full]")
    '1\\. \\*Paid\\* in \\[full\\]'
    """
    # Addresses stay as they are: they are shown the same with and without being links.
    quiet = ANYWHERE.sub(r"\\\g<0>", visible(text))
    return AT_START.sub(_quiet_start, quiet)


def _quiet_start(found: re.Match[str]) -> str:
    before, mark, number, behind = found.groups()
    return f"{before}\\{mark}" if mark else f"{before}{number}\\{behind}"


def _section(turn: Turn) -> str:
    return "\n\n".join(_blocks(turn))


def _blocks(turn: Turn) -> Iterator[str]:
    yield f"## {_line(turn.question)}"
    yield "\n".join(f"- {each}" for each in _particulars(turn))
    if not turn.is_answered:
        yield phrases.DECLINED + (f" {phrases.NEAREST}" if turn.quotes else "")
    for quote in turn.quotes:
        yield _quoted(quote.text)
        yield _cited(quote)


def _particulars(turn: Turn) -> Iterator[str]:
    if turn.asked_at is not None:
        yield f"Asked {turn.asked_at:%Y-%m-%d %H:%M} UTC"
    if turn.understood.split() != turn.question.split():
        yield _line(phrases.understood(turn.understood))
    if turn.as_of is not None:
        yield phrases.as_of(turn.as_of)
    yield f"Index {_line(turn.generation)}"


def _quoted(text: str) -> str:
    """Set a bar before each line; a backslash keeps the line break behind it."""
    lines = [line.strip() for line in escaped(text).split("\n")]
    breaks = ["\\" if each and after else "" for each, after in pairwise([*lines, ""])]
    return "\n".join(f"> {each}{end}".rstrip() for each, end in zip(lines, breaks, strict=True))


def _cited(quote: Claim) -> str:
    day = None if quote.date is None else datetime.date.fromisoformat(quote.date)
    title = quote.title.strip() or quote.document
    place = f"characters {quote.start}-{quote.end}"
    if quote.byte_start is not None:
        place += f", bytes {quote.byte_start}-{quote.byte_end}"
    shown = _line(cite(title, day, quote.source, [quote.sentence]))
    return f"{shown}\\\n{_line(quote.document)}, SHA-256 {quote.sha256}, {place}"


def _line(text: str) -> str:
    return escaped(" ".join(visible_line(text).split()))
