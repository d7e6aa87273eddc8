"""What to mark in a quote: the piece asked for, its dates, the words of the question."""

from collections.abc import Iterable, Iterator

from bot.answers import Highlight
from corpus.documents import Document
from retrieval.analysis import ENGLISH, is_piece, tokens
from retrieval.hits import Query

__all__ = ["marks"]


def marks(document: Document, text: str, query: Query, kind: str) -> tuple[Highlight, ...]:
    """Return the marks of a sentence, in reading order and disjoint.

    Where two would overlap, the piece asked for goes before a date, and a date before a word of the
    question. Pieces and dates are told in English only.

    Parameters
    ----------
    document
        where the sentence stands; its date tells which day "Friday" is.
    text
        the sentence.
    query
        what was asked.
    kind
        what kind of piece it asks for, "" for none.
    """
    found: list[Highlight] = []
    for mark in (*_by_meaning(document, text, query, kind), *_terms(document, text, query)):
        if all(mark.end <= other.start or other.end <= mark.start for other in found):
            found.append(mark)
    return tuple(sorted(found, key=lambda mark: mark.start))


def _by_meaning(document: Document, text: str, query: Query, kind: str) -> Iterable[Highlight]:
    if document.language not in ENGLISH:
        return ()
    from bot.pieces import dates, pieces

    asked_for = pieces(text, kind, query.text, document.date) if kind else ()
    return (*asked_for, *dates(text, document.date))


def _terms(document: Document, text: str, query: Query) -> Iterator[Highlight]:
    """Mark the words of the question, overlapping pieces of unspaced scripts joined."""
    wanted = {term.term for term in query.terms}
    before: Highlight | None = None
    for token in tokens(text, document.language):
        if token.term not in wanted or is_piece(token.term):
            continue
        if before is not None and token.start < before.end:
            start = before.start
            before = Highlight(start, token.end, "term", text[start : token.end])
            continue
        if before is not None:
            yield before
        before = Highlight(token.start, token.end, "term", token.term)
    if before is not None:
        yield before
