"""What kind of piece a question asks for."""

import re

from retrieval.ranking.asking import Asked, asked
from retrieval.words import words

__all__ = ["kind_asked"]

_KINDS = {
    "when": "date",
    "which time": "date",
    "who": "person",
    "which person": "person",
    "where": "place",
    "which place": "place",
    "how many": "number",
    "how much": "number",
    "how long": "number",
    "how often": "number",
    "how large": "number",
    "which number": "number",
    "why": "reason",
}
# Nouns that say less than their type: "the name of the album" is nobody, an area has a size.
_OTHER = {"name": "", "names": "", "area": "", "areas": "", "age": "number", "ages": "number"}
_MOMENT = re.compile(r"\bhow (?:long ago|early|late|far back)\b")
_REASON = re.compile(
    r"\b(?:for (?:what|which) reasons?|what (?:reasons?|causes?|caused)"
    r"|what (?:is|are|was|were) the (?:main |primary |biggest |major )?(?:reasons?|causes?))\b"
)
# "When a dog barks, what ...?" and "the men who fled went to which town?": where a later word
# asks, these only open a clause. A verb behind "when" or a preposition before "who" asks.
_VERBS = (
    "is are was were do does did has have had can could will would should might must may"
).split()
_CLAUSE = re.compile(
    rf"\b(?:when|where) (?!(?:{'|'.join(_VERBS)}|in|on|else|exactly|about|s)\b)"
    r"(?=.*\b(?:what|which|who|whom|how)\b)"
    r"|(?<=\w )(?<!by )(?<!to )(?<!from )(?<!with )(?<!for )(?<!of )(?<!in )(?<!at )"
    r"(?:who|whom|whose|which|when|where) (?=.*\b(?:what|which|who|whom|when|where|how)\b)"
)


def kind_asked(question: str, language: str) -> str:
    """Return "date", "person", "place", "number", "reason", or "" where none is asked for.

    Parameters
    ----------
    question
        as typed.
    language
        ISO 639-1 code of the question; only English ones are understood.

    >>> kind_asked("When does GSOMIA expire?", "en"), kind_asked("Tell me of GSOMIA", "en")
    ('date', '')
    """
    if language != "en":
        return ""
    line = _CLAUSE.sub("", " ".join(word.text for word in words(question)))
    if _MOMENT.search(line):
        return "date"
    return "reason" if _REASON.search(line) else _kind(asked(line.split()))


def _kind(found: Asked) -> str:
    kind = _KINDS.get(found.type, "")
    return _OTHER.get(found.focus, kind) if found.type.startswith("which") else kind
