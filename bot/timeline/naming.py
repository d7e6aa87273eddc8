"""The words that sentences name a topic by: its own, and those an acronym is short for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retrieval.analysis import stems
from retrieval.hits import Query
from retrieval.stopwords import STOP_WORDS
from retrieval.words import fold

__all__ = ["Names", "names_of", "stems_in"]

_SMALL = r"(?:of|on|for|the|and|to|in|de)"
_CAPITAL = r"[A-Z][\w.'’-]*"
_LONG = rf"(?P<long>{_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL}){{1,8}})"
_WORD = re.compile(r"[^\W_]{2,}")


@dataclass(frozen=True, slots=True)
class Names:
    """Stems that name a topic.

    Attributes:
        own: those of the topic as asked.
        any: those, and those of what its acronyms are short for.
    """

    own: frozenset[str]
    any: frozenset[str]


def names_of(query: Query, texts: Iterable[str]) -> Names:
    """Return the stems that name a topic.

    Parameters
    ----------
    query
        the topic.
    texts
        sentences about it; they may spell out an acronym of the topic, as in "Information
        Agreement (IA)".
    """
    own = frozenset(term.term for term in query.terms)
    acronyms = "|".join(re.escape(term.surface) for term in query.terms if term.surface.isupper())
    if not acronyms:
        return Names(own, own)
    spelt = re.compile(rf"{_LONG} \((?:{acronyms})\)")
    long = {match["long"] for text in texts for match in spelt.finditer(text)}
    return Names(own, own | {stem for name in long for stem, _ in stems_in(name)})


def stems_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield the stems of an English text's words and where each begins, stop words left out.

    It serves where many sentences are read for a few words: `retrieval.analysis.tokens` tells more,
    and takes several times as long.
    """
    stem = stems("en")
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if word not in STOP_WORDS:
            yield stem(word), match.start()
