"""The persons, bodies and places of a sentence that stand where the question wants one."""

import itertools
from dataclasses import dataclass

from bot.differing.goals import Goal
from bot.differing.labels import LABELS
from bot.differing.lexicon import ATTRIBUTING, is_light
from bot.differing.places import is_wide
from bot.differing.tokens import Token, is_content, tokens
from retrieval.stopwords import STOP_WORDS

__all__ = ["Named", "mentioned", "named"]

TITLES = frozenset(
    """mr mrs ms dr prof professor sir president minister prime premier mayor chairman chairwoman
    governor senator king queen prince general judge captain director chief ceo""".split()
)
LOCATIVE = frozenset("in at on inside near".split())
MOVING = frozenset("moved moves relocated transferred".split())
PLACING = frozenset("is are was were be been held place located".split())
N_PLACE_WORDS = 3
GLUE = frozenset((",", "'s", "s", "-", "'", ":", "(", ")", "–", "—"))


@dataclass(frozen=True, slots=True)
class Named:
    """A name, or the words for a place.

    Attributes:
        start: first character in the sentence, from 0.
        end: one past the last.
        words: its folded words.
        leading: the word in front of it; empty at the beginning.
        is_proper: true where it is written as a name.
        is_wide: true for a country, a town at large and the like.
    """

    start: int
    end: int
    words: frozenset[str]
    leading: str
    is_proper: bool
    is_wide: bool = False


def named(
    text: str, goal: Goal, shared: frozenset[str], taken: tuple[tuple[int, int], ...]
) -> list[Named]:
    """Return what may answer who, where or which.

    Parameters
    ----------
    text
        the sentence.
    goal
        what was asked; what it names itself is no answer.
    shared
        concepts of both sentences: they are no answers, and may stand between a name and the
        question's words.
    taken
        spans of days and times, which are no names.
    """
    sequence = tokens(text)
    if _is_headline(sequence):
        return []
    capital = [
        (low, high)
        for low, high in _capital_runs(sequence, goal, taken)
        if _is_name(sequence, (low, high), goal)
        and not {token.concept for token in sequence[low:high]} <= shared
    ]
    runs = [*_labelled(sequence), *(run for run in capital if not _is_spoken(sequence, run))]
    if goal.type in ("where", "which place"):
        return [
            _named(sequence, low, high)
            for low, high in runs + _plain_places(sequence, goal)
            if _before(sequence, low) in LOCATIVE | {"the"}
            or _is_host(sequence, high)
            or _is_target(sequence, low)
        ]
    glue = shared | goal.modifiers
    return [
        _named(sequence, low, high)
        for low, high in runs
        if _is_joined(sequence, high, goal, glue, 1)
        or _is_joined(sequence, low - 1, goal, glue, -1)
    ]


def mentioned(text: str, goal: Goal) -> list[Named]:
    """Return every name of a sentence but those of the question."""
    sequence = tokens(text)
    runs = [*_labelled(sequence), *_capital_runs(sequence, goal, ())]
    return [_named(sequence, low, high) for low, high in runs]


def _capital_runs(
    sequence: tuple[Token, ...], goal: Goal, taken: tuple[tuple[int, int], ...]
) -> list[tuple[int, int]]:
    places = itertools.groupby(
        range(len(sequence)), lambda n: _is_name_part(sequence[n], goal, taken)
    )
    runs = [list(group) for is_part, group in places if is_part]
    return [(run[0], run[-1] + 1) for run in runs]


def _is_name_part(token: Token, goal: Goal, taken: tuple[tuple[int, int], ...]) -> bool:
    return (
        token.is_capital
        and is_content(token)
        and token.text not in TITLES | STOP_WORDS
        and (token.concept not in goal.modifiers or token.concept == goal.focus)
        and not any(low <= token.start < high for low, high in taken)
    )


def _is_target(sequence: tuple[Token, ...], low: int) -> bool:
    """Say whether something moved to a place, and is in it now."""
    words = [token.text for token in sequence[:low]]
    return words[-1:] == ["to"] and bool(MOVING & set(words))


def _is_headline(sequence: tuple[Token, ...]) -> bool:
    """Say whether every word has a capital, so that a capital means nothing."""
    content = [token for token in sequence if is_content(token)]
    return len(content) > 4 and all(token.is_capital for token in content)


def _is_name(sequence: tuple[Token, ...], run: tuple[int, int], goal: Goal) -> bool:
    """Say whether a run is a name rather than a sentence's first word, or a part of a name."""
    low, high = run
    following = sequence[high] if high < len(sequence) else None
    if following is not None and following.is_capital and following.concept in goal.concepts:
        return following.text in TITLES
    is_modifier = (
        _before(sequence, low) == "the"
        and following is not None
        and (following.concept in goal.concepts)
    )
    if is_modifier:
        return False
    if low > 0 or high - low > 1:
        return True
    is_asked = goal.type in ("who", "which person", "which", "where", "which place")
    return (
        is_asked
        and following is not None
        and (
            following.concept in goal.concepts | {"host"} or following.text in ("is", "was", "has")
        )
    )


def _is_host(sequence: tuple[Token, ...], behind: int) -> bool:
    return any(token.concept == "host" for token in sequence[behind : behind + 2])


def _is_spoken(sequence: tuple[Token, ...], run: tuple[int, int]) -> bool:
    low, high = run
    around = (*sequence[max(0, low - 2) : low], *sequence[high : high + 2])
    return any(token.text in ATTRIBUTING for token in around)


def _labelled(sequence: tuple[Token, ...]) -> list[tuple[int, int]]:
    """Return the places of "Room 204" and "Hall B"."""
    return [
        (n, n + 2)
        for n, token in enumerate(sequence[:-1])
        if token.text in LABELS
        and (sequence[n + 1].kind == "number" or len(sequence[n + 1].text) == 1)
        and sequence[n + 1].kind != "sign"
    ]


def _plain_places(sequence: tuple[Token, ...], goal: Goal) -> list[tuple[int, int]]:
    found = []
    for n, token in enumerate(sequence[:-1]):
        if token.text not in LOCATIVE:
            continue
        low = n + 2 if sequence[n + 1].text in ("the", "a", "an") else n + 1
        high = low
        while (
            high < len(sequence) and high - low < N_PLACE_WORDS and _is_plain(sequence[high], goal)
        ):
            high += 1
        if high > low and _is_placed(sequence[n - 1], goal) and not is_light(sequence[low].text):
            found.append((low, high))
    return found


def _is_placed(before: Token, goal: Goal) -> bool:
    """Say whether a word may stand in front of where something is."""
    return before.text in PLACING or (before.concept in goal.modifiers and before.concept != "")


def _is_plain(token: Token, goal: Goal) -> bool:
    return (
        token.kind == "word"
        and bool(token.concept)
        and not token.is_capital
        and token.concept not in goal.modifiers
    )


def _is_joined(
    sequence: tuple[Token, ...], at: int, goal: Goal, glue: frozenset[str], step: int
) -> bool:
    """Say whether only joining words stand between a place and a word of the question."""
    while 0 <= at < len(sequence):
        token = sequence[at]
        if token.concept in goal.concepts and token.concept:
            return True
        if token.kind == "sign" and token.text not in GLUE:
            return False
        if is_content(token) and token.concept not in glue and token.text not in TITLES:
            return False
        at += step
    return False


def _named(sequence: tuple[Token, ...], low: int, high: int) -> Named:
    words = frozenset(token.text for token in sequence[low:high])
    is_proper = sequence[low].is_capital or sequence[high - 1].kind == "number"
    is_inside = _is_host(sequence, high) or _is_target(sequence, low)
    leading = "in" if is_inside else _before(sequence, low)
    if leading == "the" and low > 1:
        leading = sequence[low - 2].text
    wide = is_wide(words if is_proper else words & {sequence[high - 1].text}, is_proper=is_proper)
    return Named(sequence[low].start, sequence[high - 1].end, words, leading, is_proper, wide)


def _before(sequence: tuple[Token, ...], low: int) -> str:
    return sequence[low - 1].text if low else ""
