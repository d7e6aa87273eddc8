"""What an English question asks for: a time, a person, a number, a reason."""

from dataclasses import dataclass

from retrieval.stopwords import STOP_WORDS

__all__ = ["TYPES", "Asked", "asked"]

TYPES = (
    "when", "who", "where", "how many", "how much", "how long", "how often", "how large", "how",
    "why", "what is", "what does", "which", "what", "yes or no", "other",
    "which time", "which place", "which person", "which number",
)  # fmt: skip
OPENERS = frozenset("what which who whom whose when where why how whats whos wheres".split())
AUXILIARIES = frozenset(
    "is are was were do does did can could will would should has have had may might must am".split()
)
DETERMINERS = frozenset("the a an another his her its their other".split())
SIZES = frozenset(
    "old tall big large far high deep wide fast hot heavy small close late early".split()
)
# Nouns after "what" and "which" that say what kind of answer is wanted.
NOUNS = {
    "which time": "year years date day month century decade time era period age",
    "which place": """city country state place location region county area continent town province
        island river street nation district neighborhood""",
    "which person": """person name names actor author president king man woman player leader
        director artist singer emperor people group team company""",
    "which number": """number amount percentage percent population rate size height length distance
        cost price temperature speed""",
}
TYPE_OF = {noun: kind for kind, nouns in NOUNS.items() for noun in nouns.split()}
TYPE_OF |= {f"{noun}s": kind for noun, kind in TYPE_OF.items()}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for.

    Attributes:
        type: one of `TYPES`.
        focus: the noun that names what is wanted, folded; empty when there is none.
    """

    type: str
    focus: str = ""


def asked(words: list[str]) -> Asked:
    """Say what a question asks for.

    Parameters
    ----------
    words
        the question's words in order, folded.

    >>> asked("in which year did it end".split())
    Asked(type='which time', focus='year')
    >>> asked("how many soldiers were there".split()).type, asked(["gsomia"]).type
    ('how many', 'other')
    """
    place = next((n for n, word in enumerate(words) if word in OPENERS), None)
    is_auxiliary = bool(words) and words[0] in AUXILIARIES
    if place is None or (is_auxiliary and place > 3):
        return Asked("yes or no" if is_auxiliary else "other")
    opener, rest = words[place], words[place + 1 :]
    if opener in ("when", "where", "why"):
        return Asked(opener)
    if opener in ("who", "whom", "whose", "whos"):
        return Asked("who")
    if opener == "wheres":
        return Asked("where")
    return _how(rest) if opener == "how" else _what(opener, rest)


def _how(rest: list[str]) -> Asked:
    following = rest[0] if rest else ""
    if following == "many":
        return Asked("how many", rest[1] if len(rest) > 1 else "")
    if following in ("much", "long", "often"):
        return Asked(f"how {following}")
    if following == "frequently":
        return Asked("how often")
    return Asked("how large" if following in SIZES else "how")


def _what(opener: str, rest: list[str]) -> Asked:
    if opener == "whats" or (rest and rest[0] in AUXILIARIES | {"s", "re"}):
        return _what_is(rest if opener == "whats" else rest[1:], rest[0] if rest else "")
    if not rest or rest[0] in STOP_WORDS:
        return Asked("what")
    for noun in _before_stop(rest[:3]):
        if noun in TYPE_OF:
            return Asked(TYPE_OF[noun], noun)
    return Asked("which" if opener == "which" else "what", rest[0])


def _what_is(rest: list[str], verb: str) -> Asked:
    while rest and rest[0] in DETERMINERS:
        rest = rest[1:]
    if not rest or verb not in ("is", "are", "was", "were", "s"):
        return Asked("what does")
    if rest[0] in TYPE_OF and len(rest) > 1:
        return Asked(TYPE_OF[rest[0]], rest[0])
    return Asked("what is", rest[0])


def _before_stop(words: list[str]) -> list[str]:
    kept = []
    for word in words:
        kept.append(word)
        if word in STOP_WORDS and word != "of":
            break
    return kept
