"""The pieces of a sentence that are of the kind asked for and that the question does not hold."""

import datetime
from collections.abc import Callable, Iterator, Mapping

from bot.answers import Highlight
from bot.pieces.numbers import numbers
from bot.pieces.persons import persons
from bot.pieces.places import places
from bot.pieces.reasons import reasons
from bot.pieces.sentence import Sentence, cut
from bot.pieces.times import times
from retrieval.analysis import tokens

__all__ = ["pieces"]

_ENGLISH = "en"

_FINDERS: Mapping[str, Callable[[Sentence], tuple[Highlight, ...]]] = {
    "person": persons,
    "place": places,
    "number": numbers,
    "reason": reasons,
}


def pieces(
    text: str, kind: str, question: str, published: datetime.date | None
) -> tuple[Highlight, ...]:
    """Return the pieces of a kind in reading order, disjoint.

    A piece whose every word the question holds is no answer, and left out.

    Parameters
    ----------
    text
        an English sentence.
    kind
        as `kind_asked` tells it; "" has no pieces.
    question
        as typed.
    published
        the day of the document, from which "Friday" is told; None where unknown.

    >>> [found.value for found in pieces("It ends on Nov. 23, 2019.", "date", "When?", None)]
    ['2019-11-23']
    """
    if kind == "date":
        found = times(text, published)
    elif kind in _FINDERS:
        found = _FINDERS[kind](cut(text, question, published))
    else:
        return ()
    return tuple(_new(text, found, question)) if found else ()


def _new(text: str, found: tuple[Highlight, ...], question: str) -> Iterator[Highlight]:
    """Yield the pieces that say more than the question, none that begins inside another."""
    asked, end = _terms(question), 0
    for piece in found:
        said = _terms(text[piece.start : piece.end])
        if piece.start >= end and not (said and said <= asked):
            yield piece
            end = piece.end


def _terms(text: str) -> frozenset[str]:
    return frozenset(token.term for token in tokens(text, _ENGLISH) if not token.is_stop)
