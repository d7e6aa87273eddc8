"""Numbers that measure nothing: names of things, ages in passing, scores, days, parts."""

import re

from bot.differing.labels import LABELS
from bot.differing.numerals import Numeral
from bot.differing.tokens import Token, is_content
from bot.differing.units import Unit

__all__ = ["is_incidental"]

MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
HALF = 0.5
LATEST_YEAR = 2100
EARLIEST_YEAR = 1000
# Figures written against these belong to a score, a fraction, a clock or a day.
BEFORE = frozenset(("-", "–", "/", ":", "aged"))
CLOCK = frozenset("am pm oclock st nd rd th s".split())


def is_incidental(sequence: tuple[Token, ...], number: Numeral, unit: Unit | None) -> bool:
    """Say whether a number is none that could answer how many or how much.

    Parameters
    ----------
    sequence
        the sentence's tokens.
    number
        the number in it.
    unit
        its unit, if it has one.
    """
    if _is_tied(sequence, number) or _is_part(sequence, number):
        return True
    if unit is not None:
        return False
    is_pronoun = number.is_word and number.value == 1
    return (
        is_pronoun
        or _names_thing(sequence, number)
        or _is_age(sequence, number)
        or (not number.is_word and _is_calendar(sequence, number))
    )


def _is_tied(sequence: tuple[Token, ...], number: Numeral) -> bool:
    after = _text(sequence, number.behind)
    is_old = after == "-" and _text(sequence, number.behind + 1) == "year"
    is_score = after in ("-", "–") and _kind(sequence, number.behind + 1) == "number"
    return _text(sequence, number.first - 1) in BEFORE or after in (":", "/") or is_old or is_score


def _is_part(sequence: tuple[Token, ...], number: Numeral) -> bool:
    """Say whether a number tells how many of some that were told before: "three of them"."""
    following = _text(sequence, number.behind), _text(sequence, number.behind + 1)
    return (
        following[0] == "of"
        and following[1] in ("them", "its", "the", "whom")
        and number.value != HALF
    )


def _names_thing(sequence: tuple[Token, ...], number: Numeral) -> bool:
    if not number.first:
        return False
    before = sequence[number.first - 1]
    is_named = before.is_capital and is_content(before) and not number.is_word
    is_counting = number.behind < len(sequence) and bool(sequence[number.behind].concept)
    return before.text in LABELS or (is_named and not is_counting)


def _is_age(sequence: tuple[Token, ...], number: Numeral) -> bool:
    is_between = _text(sequence, number.first - 1) == ","
    return is_between and _text(sequence, number.behind) in (",", ".")


def _is_calendar(sequence: tuple[Token, ...], number: Numeral) -> bool:
    after = _text(sequence, number.behind)
    before = [token.text for token in sequence[: number.first] if token.text != "."][-1:]
    is_day = bool(MONTH.fullmatch(after)) or any(MONTH.fullmatch(word) for word in before)
    digits = sequence[number.first].text
    is_year = len(digits) == 4 and EARLIEST_YEAR <= number.value <= LATEST_YEAR
    return after in CLOCK or (is_day and number.value <= 31) or is_year


def _text(sequence: tuple[Token, ...], at: int) -> str:
    return sequence[at].text if 0 <= at < len(sequence) else ""


def _kind(sequence: tuple[Token, ...], at: int) -> str:
    return sequence[at].kind if 0 <= at < len(sequence) else ""
