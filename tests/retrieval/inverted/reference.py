"""The definition of a passage's points, written out plainly: no lists, no bounds, no arrays.

A passage gets BM25 of the question's terms from four stretches of text: itself, its paragraph, its
document (of a long one, its part) and the title. A question keeps 0.3 of its points and lends 0.5
of them to a sentence behind it, in the same paragraph, that is none.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from retrieval.fields import Field, Fields
from tests.retrieval.inverted.making import Text

__all__ = ["Row", "points_of", "rows_of"]

K = TypeVar("K")


class Row(NamedTuple):
    """A passage: its terms, and the units it is in, named as nobody else's."""

    terms: tuple[str, ...]
    asks: bool
    document: int
    sentence: int
    part: int
    paragraph: tuple[int, int, int]


def rows_of(texts: Sequence[Text], part_first: Sequence[int]) -> list[Row]:
    """Return the passages; a paragraph that is cut between two parts is two paragraphs."""
    rows: list[Row] = []
    for document, text in enumerate(texts):
        sentence = 0
        for number, paragraph in enumerate(text.paragraphs):
            for line in paragraph:
                part = bisect_right(part_first, len(rows)) - 1
                unit = (document, number, part)
                rows.append(Row(line.terms, line.asks, document, sentence, part, unit))
                sentence += 1
    return rows


def points_of(
    texts: Sequence[Text], part_first: Sequence[int], question: set[str], fields: Fields
) -> list[float]:
    """Return the points of every passage."""
    rows = rows_of(texts, part_first)
    sentences = [row.terms for row in rows]
    paragraphs = _gathered([row.paragraph for row in rows], rows)
    parts = _gathered([row.part for row in rows], rows)
    titles = [text.title for text in texts]
    of_sentences = _bm25(sentences, question, fields.sentence, sentences)
    of_paragraphs = _bm25(list(paragraphs.values()), question, fields.paragraph, sentences)
    of_parts = _bm25(list(parts.values()), question, fields.document, sentences)
    of_titles = _bm25(titles, question, fields.title, titles)
    by_paragraph = dict(zip(paragraphs, of_paragraphs, strict=True))
    by_part = dict(zip(parts, of_parts, strict=True))
    own = [
        of_sentences[n] + by_paragraph[row.paragraph] + by_part[row.part] + of_titles[row.document]
        for n, row in enumerate(rows)
    ]
    return [_lent(n, rows, own) for n in range(len(rows))]


def _lent(n: int, rows: Sequence[Row], own: Sequence[float]) -> float:
    """Return what a passage has after a question has given way to the sentence behind it."""
    row = rows[n]
    if not row.asks:
        before = rows[n - 1] if n else None
        is_answer = before and before.asks and before.paragraph == row.paragraph
        return own[n] + 0.5 * own[n - 1] if is_answer else own[n]
    behind = rows[n + 1] if n + 1 < len(rows) else None
    gives_way = behind and not behind.asks and behind.paragraph == row.paragraph
    return 0.3 * own[n] if gives_way else own[n]


def _gathered(units: Sequence[K], rows: Sequence[Row]) -> dict[K, tuple[str, ...]]:
    gathered: dict[K, tuple[str, ...]] = {}
    for unit, row in zip(units, rows, strict=True):
        gathered[unit] = (*gathered.get(unit, ()), *row.terms)
    return gathered


def _bm25(
    units: Sequence[tuple[str, ...]],
    question: set[str],
    field: Field,
    counted: Sequence[tuple[str, ...]],
) -> list[float]:
    """Return the points of units; terms are rare or common among the `counted` ones."""
    mean = max(sum(map(len, units)) / max(len(units), 1), 1.0)
    idf = {}
    for term in question:
        held = sum(1 for unit in counted if term in unit)
        idf[term] = math.log(1 + (len(counted) - held + 0.5) / (held + 0.5))
    k1, b = field.saturation, field.length_penalty
    points = []
    for unit in units:
        norm = k1 * (1 - b + b * len(unit) / mean)
        often = {term: unit.count(term) for term in question}
        points.append(field.weight * sum(idf[t] * n / (n + norm) for t, n in often.items() if n))
    return points
