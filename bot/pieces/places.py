"""The places of a sentence: what stands behind "in", "at", "near" and the like, and names."""

import re
from collections.abc import Iterator

from bot.answers import Highlight
from bot.pieces.names import Run, names
from bot.pieces.phrases import PhraseReader
from bot.pieces.sentence import Sentence

__all__ = ["places"]

# Words in front of a place.
_LEADS = frozenset(
    """in at near from into onto on through across between outside around toward towards throughout
    within via behind beside under along off above below beneath inside over beyond amid amidst
    among to""".split()
)
# Words in front of a name that make it a place.
_NAME_LEADS = frozenset(
    """to of visit visits visited visiting reach reaches reached reaching enter entered entering
    leave left leaving hit struck cross crossed attend attended attending invade invaded""".split()
)
# Words that begin a place: "15 km north of Oslo", "abroad".
_DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west
    south-east south-west""".split()
)
_ALONE = frozenset("abroad outside outdoors indoors overseas underground offshore inland".split())
# What follows "in" or "at" and is no place.
_NO_PLACE = frozenset(
    """year years century centuries time times period age era decade decades month months day days
    week weeks hour hours minute minutes order addition fact particular general terms favor favour
    response contrast turn case cases form way ways sense total return exchange regard connection
    conjunction spite least first last end beginning present recent early late mid spring summer
    autumn winter common number numbers charge average basis behalf account occasion attendance
    result results attempt effort keeping power height cost rate""".split()
)
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)


def places(sentence: Sentence) -> tuple[Highlight, ...]:
    """Return the places, in order, disjoint.

    A question with "where" is answered by what stands behind a preposition of place, one that
    asks for a city or a country by names. Where there is none of these, the other serves.

    >>> from bot.pieces.sentence import cut
    >>> found = cut("In 1866 it stood in the north of Montana, near the old mill.", "Where?")
    >>> [place.value for place in places(found)]
    ['north of Montana', 'old mill']
    """
    runs = names(sentence)
    behind = tuple(_behind_leads(sentence, runs))
    chosen = (behind or runs) if _WHERE.search(sentence.question) else (runs or behind)
    return tuple(sentence.highlight(run.first, run.last, "place") for run in chosen)


def _behind_leads(sentence: Sentence, runs: tuple[Run, ...]) -> Iterator[Run]:
    reader = PhraseReader(sentence, {run.first: run.last for run in runs})
    number = 0
    while number < len(sentence.words):
        found = _place(reader, number)
        if found is None or _is_none(sentence, found):
            number += 1
            continue
        yield found
        number = found.last + 1


def _place(reader: PhraseReader, number: int) -> Run | None:
    """Return the place that begins at a word or behind it."""
    word = reader.sentence.folded(number)
    if word in _DIRECTIONS and reader.sentence.folded(number + 1) == "of":
        return reader.phrase(number)
    if word in _NAME_LEADS:
        begin = reader.behind_article(number + 1)
        is_named = begin in reader.ends or (word == "to" and begin > number + 1)
        return reader.phrase(begin) if is_named else None
    found = reader.phrase(reader.behind_article(number + 1)) if word in _LEADS else None
    return Run(number, number) if found is None and word in _ALONE else found


def _is_none(sentence: Sentence, found: Run) -> bool:
    return any(sentence.folded(n) in _NO_PLACE for n in range(found.first, found.last + 1))
