"""What the quotes of a saved answer claim."""

import json
import re
from dataclasses import dataclass
from typing import Any

from bot.answers import Quote
from bot.errors import BadInput

__all__ = ["Claim", "claim", "parse_claim", "read_claims"]

SHA256 = re.compile("[0-9a-f]{64}")
REMEDY = "give what `quoth ask`, `quoth chat` or `quoth batch` printed"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a saved quote claims.

    Attributes:
        document: id of the document.
        sentence: its number in the document, from 0.
        start: first character in the document's text, from 0.
        end: one past the last.
        text: the words.
        sha256: digest of the original file.
        byte_start: first byte of the words in it, or None where the format has none.
        byte_end: one past the last, or None.
        title: the document's title; may be empty.
        date: day of publication as YYYY-MM-DD, or None.
        source: where the document came from; may be empty.
    """

    document: str
    sentence: int
    start: int
    end: int
    text: str
    sha256: str
    byte_start: int | None
    byte_end: int | None
    title: str
    date: str | None
    source: str


def claim(quote: Quote) -> Claim:
    """Return what a quote claims."""
    day = quote.date.isoformat() if quote.date else None
    shared = {name: getattr(quote, name) for name in Claim.__slots__ if name != "date"}
    return Claim(**shared, date=day)


def read_claims(content: str) -> list[Claim]:
    """Read the quotes of saved answers: one JSON answer, lines of them, or a list.

    Returns
    -------
    The claims in order; none where every answer is a refusal.

    Raises
    ------
    BadInput
        it is none of these, or holds neither a quote nor a refusal.
    """
    answers = [_answer(value) for value in _values(content)]
    answers = [answer for answer in answers if "quotes" in answer or "error" not in answer]
    claims = [parse_claim(quote) for answer in answers for quote in _quotes(answer)]
    if not claims and not any(answer.get("answered") is False for answer in answers):
        raise BadInput("no quotes in it", REMEDY)
    return claims


def _bad(clause: str) -> BadInput:
    return BadInput(f"not a saved answer ({clause})", REMEDY)


def _values(content: str) -> list[object]:
    try:
        whole = json.loads(content)
    except RecursionError as error:
        raise _bad("nested too deep") from error
    except ValueError:
        lines = enumerate(content.split("\n"), 1)
        return [_value(line, number) for number, line in lines if line.strip()]
    return whole if isinstance(whole, list) else [whole]


def _value(line: str, number: int) -> object:
    try:
        return json.loads(line)
    except RecursionError as error:
        raise _bad(f"line {number} is nested too deep") from error
    except ValueError as error:
        raise _bad(f"line {number} is no JSON") from error


def _answer(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _bad("an answer must be a JSON object")
    return value


def _quotes(answer: dict[str, Any]) -> list[dict[str, Any]]:
    quotes = answer.get("quotes")
    if not isinstance(quotes, list):
        raise _bad('"quotes" must be a list')
    if not all(isinstance(quote, dict) for quote in quotes):
        raise _bad('"quotes" must hold JSON objects')
    return quotes


def parse_claim(quote: dict[str, Any]) -> Claim:
    """Read a claim from the fields of a quote; raise `BadInput` where one is missing or wrong."""
    has_bytes = quote.get("byte_start") is not None or quote.get("byte_end") is not None
    return Claim(
        document=_text(quote, "document"),
        sentence=_number(quote, "sentence"),
        start=_number(quote, "start"),
        end=_number(quote, "end"),
        text=_text(quote, "text"),
        sha256=_digest(quote),
        byte_start=_number(quote, "byte_start") if has_bytes else None,
        byte_end=_number(quote, "byte_end") if has_bytes else None,
        title=_text(quote, "title"),
        date=None if quote.get("date") is None else _text(quote, "date"),
        source=_text(quote, "source"),
    )


def _text(quote: dict[str, Any], name: str) -> str:
    given = quote.get(name)
    if not isinstance(given, str):
        raise _bad(f'"{name}" of a quote must be a text')
    return given


def _number(quote: dict[str, Any], name: str) -> int:
    given = quote.get(name)
    if not isinstance(given, int) or isinstance(given, bool) or given < 0:
        raise _bad(f'"{name}" of a quote must be a whole number of 0 or more')
    return given


def _digest(quote: dict[str, Any]) -> str:
    given = _text(quote, "sha256")
    if not SHA256.fullmatch(given):
        raise _bad('"sha256" of a quote must be 64 hexadecimal digits')
    return given
