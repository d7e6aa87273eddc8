"""Whether a sentence affirms or denies: negation, and words that mean the opposite."""

from dataclasses import dataclass
from functools import cache

from bot.differing.tokens import Token, is_content, tokens

__all__ = ["Pole", "opposed"]

# Each line holds words that affirm, then words that deny; "=" says more of the line before.
OPPOSITES = """
open opens opened reopened reopen | closed closes shut
= allowed allow allows permitted permit permits may | banned ban bans prohibited forbidden barred
approved approves adopted passed accepted ratified | rejected rejects vetoed refused defeated
mandatory required compulsory obligatory must | optional voluntary
paid | unpaid
safe | unsafe dangerous
legal lawful | illegal unlawful
guilty convicted | innocent acquitted
available | unavailable
ahead | cancelled canceled scrapped off abandoned
valid | invalid
resumed resume resumes running | suspended halted stopped
won wins win | lost loses lose
confirmed confirms | denied denies
supports supported support | opposes opposed oppose
included includes include | excluded excludes exclude
possible | impossible
enabled | disabled
extended | expired
true | false
free | charged
accessible | inaccessible
heated | unheated
alive | dead
""".strip()
NEGATORS = frozenset("not never cannot no nor without neither".split())
REACH = 4
# These may stand between a negation and what it denies.
BETWEEN = frozenset("longer yet been be call called go goes going gone able".split())
FUTURE = frozenset("will would could should expected planned hope hopes intends set plans".split())
CONDITIONS = frozenset("if unless except whether only without might".split())
BREAKS = frozenset((",", ";", "but", "and", "(", ")"))


@dataclass(frozen=True, slots=True)
class Pole:
    """A word that affirms or denies, with its negation.

    Attributes:
        start: first character in the sentence, from 0, the negation included.
        end: one past the last.
        concept: of the word.
        is_affirmed: which pole it ends at.
    """

    start: int
    end: int
    concept: str
    is_affirmed: bool


def opposed(one: str, other: str, wanted: frozenset[str]) -> tuple[Pole, Pole] | None:
    """Return what one sentence affirms and the other denies, of the question's concepts.

    >>> found = opposed("The bridge is open.", "The bridge is not open.", frozenset({"open"}))
    >>> [(pole.start, pole.end, pole.is_affirmed) for pole in found]
    [(14, 18, True), (14, 22, False)]
    """
    sequences = tokens(one), tokens(other)
    if _mood(sequences[0]) != _mood(sequences[1]):
        return None
    on_axis = _on_axis(*sequences, wanted)
    if on_axis is None:
        return _denied(*sequences, wanted)
    return on_axis if on_axis[0].is_affirmed != on_axis[1].is_affirmed else None


def _mood(sequence: tuple[Token, ...]) -> tuple[bool, frozenset[str]]:
    words = {token.text for token in sequence}
    return bool(words & FUTURE), frozenset(words & CONDITIONS)


def _on_axis(
    one: tuple[Token, ...], other: tuple[Token, ...], wanted: frozenset[str]
) -> tuple[Pole, Pole] | None:
    ones, others = _poles(one), _poles(other)
    axes = {_axes()[word][0] for word in _axes() if word in wanted}
    for axis in ones.keys() & others.keys():
        first, second = ones[axis], others[axis]
        if axis in axes or {first.concept, second.concept} & wanted:
            return first, second
    return None


def _poles(sequence: tuple[Token, ...]) -> dict[int, Pole]:
    found: dict[int, Pole] = {}
    for n, token in enumerate(sequence):
        if token.text in _axes():
            axis, is_affirming = _axes()[token.text]
            found.setdefault(axis, _pole(sequence, n, is_affirming))
    return found


def _denied(
    one: tuple[Token, ...], other: tuple[Token, ...], wanted: frozenset[str]
) -> tuple[Pole, Pole] | None:
    for denying, plain in ((one, other), (other, one)):
        for n, token in enumerate(denying):
            if not token.concept or token.concept not in wanted:
                continue
            pole = _pole(denying, n, True)
            match = next((i for i, t in enumerate(plain) if t.concept == token.concept), None)
            if pole.is_affirmed or match is None:
                continue
            against = _pole(plain, match, True)
            if against.is_affirmed:
                return (pole, against) if denying is one else (against, pole)
            return None
    return None


def _pole(sequence: tuple[Token, ...], at: int, is_affirming: bool) -> Pole:
    """Read the negation in front of a word, within its clause and a few words."""
    start, end = sequence[at].start, sequence[at].end
    is_affirmed = is_affirming
    if at + 1 < len(sequence) and sequence[at + 1].text == "not":
        is_affirmed, end = not is_affirmed, sequence[at + 1].end
    for token in reversed(sequence[max(0, at - REACH) : at]):
        if token.text in BREAKS:
            break
        if token.text in NEGATORS or token.text == "'t":
            is_affirmed = not is_affirmed
            start = token.start
        elif is_content(token) and token.text not in BETWEEN and not token.text.endswith("ly"):
            break
    return Pole(start, end, sequence[at].concept, is_affirmed)


@cache
def _axes() -> dict[str, tuple[int, bool]]:
    known: dict[str, tuple[int, bool]] = {}
    axis = 0
    for line in OPPOSITES.splitlines():
        axis += not line.startswith("=")
        affirming, _, denying = line.lstrip("= ").partition("|")
        known |= dict.fromkeys(affirming.split(), (axis, True))
        known |= dict.fromkeys(denying.split(), (axis, False))
    return known
