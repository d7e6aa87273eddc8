"""Which English words mean the same, exclude each other, or say little of the subject."""

from collections.abc import Iterable
from functools import cache

from bot.differing.meanings import CONTRASTS, MEANINGS
from retrieval.analysis import stems

__all__ = ["ATTRIBUTING", "PARTIAL", "concept", "contrasts", "is_event", "is_light", "is_person"]

# Said of the few alone, these narrow a statement down.
PARTIAL = frozenset(
    "towards toward among includ part half another third share remaining extra additional".split()
)
# The speaker's words, not the fact's.
ATTRIBUTING = frozenset(
    """said says say told tells announced announces reported reports according confirmed confirms
    stated""".split()
)
LIGHT = """
chief
far all known expected after stands
now new current currently today still already also just only even then once again however
more most less least than about around some nearly almost roughly approximately over under up down
official officials ministry spokesman spokeswoman organiser organisers authority authorities police
announced post put come comes bring brings stand stood
said say says told confirm confirmed reported according report state states
rise rose risen raised raise increased increase reached reach lowered lower cut dropped drop fell
grown went gone go goes going climbed grew
one people person persons everyone anyone rider riders passenger passengers visitor visitors
customer customers skier skiers driver drivers motorist motorists commuter commuters
traveller travellers traveler travelers tourist tourists buyer buyers user users guest guests
become became named name appointed appoint elected elect serve serves served serving set fixed
total number amount sum figure count counted
consist consists comprises have get gets receive receives entitled held hold takes take took
place occur happened
trip ride journey time times each every per whole
must can may need needs required allowed shall please
moved move postponed delayed rescheduled pushed extended extend changed change
time day date year
further notice until because
""".split()
PERSON = "people person persons one passengers passenger others human humans".split()
# These tell of something that happens once, or once a year.
EVENTS = """
die injure arrest quake earthquake crash bombing blast attack explosion derailment accident fire
win final election tournament championship olympics race marathon festival conference congress
rally protest storm flood typhoon snow rain game match temperature degree shares index
approve reject summit exam fair parade concert
""".split()


def concept(word: str) -> str:
    """Return the name of a folded word's meaning; for most words, its stem.

    >>> concept("fare") == concept("cost"), concept("bridges")
    (True, 'bridg')
    """
    return _meanings().get(word) or _meanings().get(_stem(word)) or _stem(word)


def contrasts(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether two sets of concepts hold different members of a line of `CONTRASTS`.

    >>> contrasts({concept("adults")}, {concept("children")})
    True
    """
    ones, others = _lines(one), _lines(other)
    return any(not words & others[line] for line, words in ones.items() if line in others)


def is_light(word: str) -> bool:
    """Say whether a folded word says little of what a sentence is about."""
    return word in _light()


def is_person(meaning: str) -> bool:
    """Say whether a concept means no more than people."""
    return meaning in _persons()


def is_event(meaning: str) -> bool:
    """Say whether a concept tells of an event."""
    return meaning in _events()


def _stem(word: str) -> str:
    return stems("en")(word)


def _lines(meanings: Iterable[str]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for meaning in meanings:
        for line in _contrasting().get(meaning, ()):
            found.setdefault(line, set()).add(meaning)
    return found


@cache
def _meanings() -> dict[str, str]:
    known: dict[str, str] = {}
    for line in MEANINGS.strip().splitlines():
        first, *_ = words = line.split()
        for word in words:
            known.setdefault(word, first)
            known.setdefault(_stem(word), first)
    return known


@cache
def _contrasting() -> dict[str, tuple[int, ...]]:
    known: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(CONTRASTS.strip().splitlines()):
        for word in line.split():
            known[concept(word)] = (*known.get(concept(word), ()), number)
    return known


@cache
def _light() -> frozenset[str]:
    return frozenset(LIGHT)


@cache
def _persons() -> frozenset[str]:
    return frozenset(concept(word) for word in PERSON)


@cache
def _events() -> frozenset[str]:
    return frozenset(concept(word) for word in EVENTS)
