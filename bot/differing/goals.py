"""What a question is after: which kinds of value, of what, of which end."""

from dataclasses import dataclass
from functools import lru_cache

from bot.differing.labels import labels
from bot.differing.lexicon import concept
from bot.differing.moments import Role
from bot.differing.statements import Kind
from bot.differing.tokens import is_content, tokens
from bot.differing.units import MONEY
from bot.differing.units import UNITS as UNITS_OF_WORDS
from retrieval.ranking.asking import Asked, asked

__all__ = ["Goal", "goal"]

KINDS: dict[str, tuple[Kind, ...]] = {
    "when": ("date",),
    "which time": ("date",),
    "who": ("name",),
    "where": ("name",),
    "which person": ("name",),
    "which place": ("name",),
    "how many": ("number",),
    "how much": ("number",),
    "how long": ("number", "date"),
    "how often": ("number",),
    "how large": ("number",),
    "which number": ("number",),
    "yes or no": ("yes or no",),
    "which": ("name", "date", "number"),
    "what": ("number", "date", "name"),
    "what is": ("number", "date", "name"),
    "what does": ("number", "name"),
    "other": ("number", "date", "name", "yes or no"),
}
# Nouns that ask for a day or a time whatever opens the question.
TIMES = frozenset("deadline date day time hour payday schedule expiry birthday".split())
# Words of the question that say what is wanted, not of what.
WANTED = frozenset(
    """time day date hour year month week number amount many much name period length duration
    long""".split()
)
UNITS: dict[str, frozenset[str]] = {
    "how long": frozenset("minute day month second metre mile foot page".split()),
    "how much": MONEY | frozenset("percent kilogram litre ton kilogram megabyte".split()),
}
PERMITTING = frozenset(("may", "can"))
HOLDING = frozenset("have has had there".split())


@dataclass(frozen=True, slots=True)
class Goal:
    """A question read for what would answer it.

    Attributes:
        type: one of `retrieval.ranking.asking.TYPES`.
        kinds: kinds of value that may answer, likeliest first.
        concepts: what it is about.
        names: those of them that the question writes as names.
        modifiers: concepts that it names, light ones too.
        labels: numbers and letters that name what it is about, by concept.
        units: bases of units that may answer; empty where any may.
        focus: concept of what is counted or of the kind of thing; may be empty.
        role: which end is asked for, if one is.
        is_holding: true where the question is what something has.
    """

    type: str
    kinds: tuple[Kind, ...]
    concepts: frozenset[str]
    names: frozenset[str]
    modifiers: frozenset[str]
    labels: dict[str, str]
    units: frozenset[str]
    focus: str
    role: Role
    is_holding: bool


@lru_cache(maxsize=64)
def goal(question: str) -> Goal:
    """Read a question.

    >>> goal("How many votes did Silva receive?").focus
    'vote'
    >>> goal("When does the sale end?").role
    'end'
    """
    sequence = tokens(question)
    words = [token.text for token in sequence if token.kind == "word"]
    wanted = asked(words)
    concepts = frozenset(
        token.concept
        for token in sequence
        if is_content(token) and token.text not in WANTED and token.concept not in WANTED
    )
    modifiers = frozenset(token.concept for token in sequence if token.concept)
    names = frozenset(t.concept for t in sequence[1:] if t.is_capital and t.concept in concepts)
    if wanted.type == "yes or no" and PERMITTING & set(words):
        modifiers |= {"allow"}
    focus = concept(wanted.focus) if wanted.focus else ""
    return Goal(
        type=wanted.type,
        kinds=_kinds(wanted, modifiers),
        concepts=concepts,
        names=names,
        modifiers=modifiers,
        labels=labels(question),
        units=_units(wanted.type, modifiers, wanted.focus),
        focus=focus,
        role=_role(modifiers),
        is_holding=bool(HOLDING & set(words)),
    )


def _kinds(wanted: Asked, modifiers: frozenset[str]) -> tuple[Kind, ...]:
    if wanted.type in ("what", "what is", "which", "other") and modifiers & TIMES:
        return ("date",)
    return ("number",) if wanted.focus == "age" else KINDS.get(wanted.type, ())


def _units(kind: str, modifiers: frozenset[str], focus: str) -> frozenset[str]:
    if kind == "how many":
        return frozenset({UNITS_OF_WORDS.get(focus, ("", 1.0))[0]})
    if "price" in modifiers and "percent" not in modifiers:
        return MONEY if "die" not in modifiers else frozenset()
    return UNITS.get(kind, frozenset())


def _role(modifiers: frozenset[str]) -> Role:
    if modifiers & {"begin", "open"}:
        return "begin"
    return "end" if modifiers & {"end", "deadline"} else ""
