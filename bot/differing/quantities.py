"""The amounts of a sentence: numbers with their units, nouns and limits."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.differing.incidental import is_incidental
from bot.differing.lexicon import PARTIAL, concept, is_light
from bot.differing.numerals import Numeral, numerals
from bot.differing.tokens import Token, is_content, tokens
from bot.differing.units import unit_at, unit_of_sign

__all__ = ["Quantity", "quantities"]

MOST_KEPT = 1024
N_NOUNS = 3
JOINING = ("to", "-", "–")
BOUNDS = {
    ("more", "than"): "above", ("over",): "above", ("exceeding",): "above", ("above",): "above",
    ("at", "least"): "least", ("minimum", "of"): "least", ("no", "fewer", "than"): "least",
    ("less", "than"): "below", ("fewer", "than"): "below", ("under",): "below",
    ("nearly",): "about", ("almost",): "about", ("about",): "about", ("around",): "about",
    ("some",): "about", ("roughly",): "about", ("approximately",): "about",
    ("up", "to"): "most", ("at", "most"): "most", ("no", "more", "than"): "most",
    ("maximum", "of"): "most",
}  # fmt: skip
# What stands behind these was the case before: "up from 3", "instead of 3".
FORMER = (
    ("from",), ("instead", "of"), ("rather", "than"), ("compared", "with"), ("compared", "to"),
    ("previously",), ("formerly",), ("not",), ("against",), ("down", "from"),
)  # fmt: skip
OF_WHOLE = re.compile(r"^(?:[a-z]+ )?of (?:it|them|this|that|these|those)\b")
RESTRICTING = frozenset("who whose with without aged below above".split())
RISING = frozenset("rose rise raised increased up down fell cut lowered went climbed grew".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount and what it is an amount of.

    Attributes:
        value: in the unit's base; without a unit, the number.
        start: first character in the sentence, from 0.
        end: one past the last.
        unit: the unit's base; empty where a noun is counted.
        per: the concept it is measured by, as in "a month"; may be empty.
        nouns: concepts of the words behind it that may say what is counted.
        bound: "", "about", "above", "below", "least", "most", "between" for one end of a range, or
            "by" for how far something moved.
        clause: concepts of the words around it, as far as the next amount or comma.
    """

    value: float
    start: int
    end: int
    unit: str
    per: str
    nouns: tuple[str, ...]
    bound: str
    clause: frozenset[str]


@lru_cache(maxsize=MOST_KEPT)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the amounts that hold now, in order: no scores, ages, labels, years, former values.

    >>> [(q.value, q.unit, q.per) for q in quantities("It rose from $3 to $3.50 a trip.")]
    [(3.5, 'dollar', 'trip')]
    >>> [(q.value, q.nouns, q.bound) for q in quantities("At least twelve people died in 2019.")]
    [(12.0, ('peopl', 'die'), 'least')]
    """
    sequence = tokens(text)
    read = numerals(text, sequence)
    amounts = (_quantity(sequence, read, n) for n in range(len(read)))
    return tuple(amount for amount in amounts if amount is not None)


def _quantity(sequence: tuple[Token, ...], read: list[Numeral], place: int) -> Quantity | None:
    number = read[place]
    sign = unit_of_sign(sequence[number.first - 1]) if number.first else None
    first = number.first - 1 if sign else number.first
    following = unit_at(sequence, number.behind)
    unit, behind = (sign, number.behind) if sign else following or (None, number.behind)
    if is_incidental(sequence, number, unit) or _is_former(sequence, first):
        return None
    base, factor = unit or ("", 1.0)
    per, behind = _per(sequence, behind)
    # "half of" is half a hundred of a hundred.
    if number.value == 0.5 and _text(sequence, number.behind) in ("of", "the"):
        base, factor = "percent", 100.0
    return Quantity(
        value=number.value * factor,
        start=sequence[first].start,
        end=sequence[behind - 1].end if unit else sequence[number.behind - 1].end,
        unit=base,
        per=per,
        nouns=_nouns(sequence, behind),
        bound=_bound(sequence, read, place, base),
        clause=_clause(sequence, read, place),
    )


def _is_restricted(sequence: tuple[Token, ...], behind: int) -> bool:
    """Say whether only some are counted: "600 new students", "12 people who stayed"."""
    after = [token.text for token in sequence[behind : behind + 4]]
    return (
        OF_WHOLE.search(" ".join(after)) is not None
        or after[:1] in (["new"], ["more"], ["other"], ["further"])
        or bool(RESTRICTING & set(after) and unit_at(sequence, behind) is None)
    )


def _is_former(sequence: tuple[Token, ...], first: int) -> bool:
    words = [token.text for token in sequence[max(0, first - 6) : first]]
    if any(tuple(words[-len(phrase) :]) == phrase for phrase in FORMER[1:]):
        return True
    is_from = words[-1:] == ["from"]
    later = {token.text for token in sequence[first : first + 6]}
    return is_from and bool(RISING & set(words) or "to" in later)


def _per(sequence: tuple[Token, ...], behind: int) -> tuple[str, int]:
    """Return what an amount is measured by, and the token behind that."""
    if _text(sequence, behind) in ("a", "an", "per", "each", "every", "/") and (
        behind + 1 < len(sequence) and sequence[behind + 1].kind == "word"
    ):
        word = sequence[behind + 1].text
        return ("hour" if word in ("h", "hour") else concept(word)), behind + 2
    return "", behind


def _nouns(sequence: tuple[Token, ...], behind: int) -> tuple[str, ...]:
    found: list[str] = []
    for token in sequence[behind:]:
        if token.text == "of" and not found:
            continue
        if len(found) == N_NOUNS or token.kind != "word" or not token.concept:
            break
        if not (
            is_light(token.text) and token.text not in ("people", "person", "persons", "passengers")
        ):
            found.append(token.concept)
    return tuple(found)


def _bound(sequence: tuple[Token, ...], read: list[Numeral], place: int, base: str) -> str:
    first, behind = read[place].first, read[place].behind
    if first and unit_of_sign(sequence[first - 1]):
        first -= 1
    words = tuple(token.text for token in sequence[:first])
    firsts = {number.first for number in read}
    if "between" in words[-3:] or (_text(sequence, behind) in JOINING and behind + 1 in firsts):
        return "between"
    if words[-1:] and words[-1] in JOINING and first - 2 in firsts:
        return "" if "from" in words else "between"
    if "by" in words[-2:] and base:
        return "by"
    return next((BOUNDS[w] for n in (3, 2, 1) if (w := words[-n:]) in BOUNDS), "")


def _clause(sequence: tuple[Token, ...], read: list[Numeral], place: int) -> frozenset[str]:
    number = read[place]
    low = read[place - 1].behind if place else 0
    high = read[place + 1].first if place + 1 < len(read) else len(sequence)
    before = sequence[low : number.first]
    cut = max((n + 1 for n, token in enumerate(before) if token.text in _BREAKS), default=0)
    after = sequence[number.behind : high]
    stop = next((n for n, token in enumerate(after) if token.text in _BREAKS), len(after))
    near = (*before[cut:], *after[:stop])
    is_partial = sequence[0].text in ("of", "among") or any(t.text in PARTIAL for t in near)
    is_partial = is_partial or _is_restricted(sequence, number.behind)
    partial = {"partial"} if is_partial else set[str]()
    return frozenset({token.concept for token in near if is_content(token)} | partial)


_BREAKS = frozenset((",", ";", ":", "(", ")", "and", "while", "but", "–", "—"))


def _text(sequence: tuple[Token, ...], at: int) -> str:
    return sequence[at].text if at < len(sequence) else ""
