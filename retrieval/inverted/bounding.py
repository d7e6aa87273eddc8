"""From occurrences to entries with bounds: the second half of building inverted lists."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.fields import Field, Fields
from retrieval.inverted.inverting import Occurrences
from retrieval.inverted.points import Means
from retrieval.inverted.scoring import TO_ANSWER
from retrieval.ragged import entries, offsets, smallest
from retrieval.sections import SIZE

__all__ = ["Entries", "Stretch", "bound"]

Places = NDArray[np.int64]
Weights = NDArray[np.float64]
Array = NDArray[Any]

# Passages of an eighth of a section.
EIGHTH = SIZE // 8
# Units of one call; a key is a term's number above those bits.
UNIT_BITS = 22


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive passages that begin and end with a section; all numbers from 0.

    Attributes:
        paragraph, part, document, section: (n_passages,) the unit that each passage stands in.
        n_terms: (n_passages,) number of terms of each.
        asks: (n_passages,) whether it is a question.
    """

    paragraph: Places
    part: Places
    document: Places
    section: Places
    n_terms: Weights
    asks: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Entries:
    """Which sections of a stretch hold which terms.

    Attributes:
        term, section: (n,) by term, then by section.
        top: (n,) float32 the most that the term adds in a sentence of the section.
        near: (n,) float32 the most that it adds by the paragraph to passages in the eighths of
            `mask`.
        wide: (n,) float32 the most that it adds by document and title.
        mask: (n,) uint8 which eighths of the section it adds near to.
        size: (n,) uint8 passages of the section that hold it.
    """

    term: NDArray[np.int32]
    section: NDArray[np.integer[Any]]
    top: NDArray[np.float32]
    near: NDArray[np.float32]
    wide: NDArray[np.float32]
    mask: NDArray[np.uint8]
    size: NDArray[np.uint8]


def bound(
    found: Occurrences,
    titles: Occurrences,
    stretch: Stretch,
    *,
    n_title_terms: Places,
    idf: Weights,
    title_idf: Weights,
    fields: Fields,
    means: Means,
) -> Entries:
    """Work out the entries of a stretch.

    What a term adds to a passage is at most what it adds to one that holds it in the same part of
    a document, and title points on top where the document's title holds it. A passage behind a
    question may get a share of the question's points as well.

    Parameters
    ----------
    found
        the terms of the stretch's passages.
    titles
        the terms of its documents' titles.
    stretch
        the passages.
    n_title_terms
        (n_documents,) terms of each title.
    idf, title_idf
        (n_terms,) rarity.
    fields, means
        what points are.
    """
    term = np.repeat(found.terms.astype(np.int64), found.sizes)
    row = found.rows.astype(np.int64)
    count = found.counts.astype(np.float64)
    base, slope = fields.sentence.norm(means.sentence)
    sentence = fields.sentence.weight * (count / (count + base + slope * stretch.n_terms[row]))
    paragraph = stretch.paragraph[row]
    beside = _of_units(
        term, paragraph, count, stretch.paragraph, stretch, fields.paragraph, means.paragraph
    )
    part = stretch.part[row]
    wide = _of_units(term, part, count, stretch.part, stretch, fields.document, means.document)
    # What a long paragraph adds is taken to be added everywhere.
    eighths = _eighths(stretch)
    is_long = eighths > 3 * (eighths & -eighths)
    keys = (term << UNIT_BITS) | part
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    of_parts = _Parts(
        keys=keys[first],
        top=_reduced(np.maximum, sentence * idf[term], first),
        near=_reduced(np.maximum, ~is_long[row] * beside * idf[term], first),
        wide=_reduced(np.maximum, (wide + is_long[row] * beside) * idf[term], first),
        mask=_reduced(np.bitwise_or, np.where(is_long, 0, eighths)[row], first),
        size=np.diff(first, append=len(keys)),
    )
    titles_of_parts = _titles(titles, stretch, n_title_terms, title_idf, fields.title, means.title)
    return _by_section(_with_titles(of_parts, *titles_of_parts), stretch)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What terms add in parts: (n,) each, by ascending keys of term and part."""

    keys: Places
    top: Weights
    near: Weights
    wide: Weights
    mask: Places
    size: Places


def _by_section(parts: _Parts, stretch: Stretch) -> Entries:
    """Take the most of the parts of each section."""
    part_first = np.flatnonzero(np.diff(stretch.part, prepend=-1))
    term, part = parts.keys >> UNIT_BITS, parts.keys & ((1 << UNIT_BITS) - 1)
    section = stretch.section[part_first][part]
    begin = np.flatnonzero(np.diff((term << UNIT_BITS) | section, prepend=-1))
    factor = _questions(stretch)[section[begin]]
    return Entries(
        term=term[begin].astype(np.int32),
        section=smallest(section[begin]),
        top=_up(_reduced(np.maximum, parts.top, begin) * factor),
        near=_up(_reduced(np.maximum, parts.near, begin) * factor),
        wide=_up(_reduced(np.maximum, parts.wide, begin) * factor),
        mask=_reduced(np.bitwise_or, parts.mask, begin).astype(np.uint8),
        size=_reduced(np.add, parts.size, begin).astype(np.uint8),
    )


def _of_units(
    term: Places,
    unit: Places,
    count: Weights,
    unit_of_passage: Places,
    stretch: Stretch,
    field: Field,
    mean: float,
) -> Weights:
    """Return what each occurrence's unit, a paragraph or part, adds over the term's idf."""
    if not field.weight:
        return np.zeros(len(term))
    base, slope = field.norm(mean)
    n_terms = np.bincount(unit_of_passage, stretch.n_terms)
    first = np.flatnonzero(np.diff((term << UNIT_BITS) | unit, prepend=-1))
    sums = _reduced(np.add, count, first)
    points = field.weight * (sums / (sums + base + slope * n_terms[unit[first]]))
    return np.repeat(points, np.diff(first, append=len(term)))


def _eighths(stretch: Stretch) -> Places:
    """Return (n_passages,) as bits the eighths of its section that a passage's paragraph is in."""
    n_passages = len(stretch.section)
    place = np.arange(n_passages) - np.searchsorted(stretch.section, stretch.section)
    first = np.searchsorted(stretch.paragraph, stretch.paragraph)
    last = np.searchsorted(stretch.paragraph, stretch.paragraph, "right") - 1
    return (2 << place[last] // EIGHTH) - (1 << place[first] // EIGHTH)


def _titles(
    titles: Occurrences,
    stretch: Stretch,
    n_title_terms: Places,
    title_idf: Weights,
    field: Field,
    mean: float,
) -> tuple[Places, Weights]:
    """Return keys of term and part, ascending, and points of the titles that hold a term."""
    if not field.weight:
        return np.empty(0, np.int64), np.empty(0)
    term = np.repeat(titles.terms.astype(np.int64), titles.sizes)
    document, count = titles.rows.astype(np.int64), titles.counts.astype(np.float64)
    base, slope = field.norm(mean)
    points = (
        field.weight * title_idf[term] * (count / (count + base + slope * n_title_terms[document]))
    )
    part_first = np.flatnonzero(np.diff(stretch.part, prepend=-1))
    n_parts = np.bincount(stretch.document[part_first], minlength=len(n_title_terms))
    part, which = entries(offsets(n_parts), document)
    return (term[which] << UNIT_BITS) | part, points[which]


def _with_titles(parts: _Parts, keys: Places, points: Weights) -> _Parts:
    """Add title points to parts, and the parts where only a title holds a term."""
    place = np.searchsorted(parts.keys, keys)
    is_new = np.append(parts.keys, -1)[place] != keys
    is_old = np.ones(len(parts.keys) + np.count_nonzero(is_new), np.bool_)
    is_old[place[is_new] + np.arange(np.count_nonzero(is_new))] = False
    every = _spread(parts.keys, is_old)
    every[~is_old] = keys[is_new]
    columns = (parts.top, parts.near, parts.wide, parts.mask, parts.size)
    top, near, wide, mask, size = (_spread(column, is_old) for column in columns)
    wide[np.searchsorted(every, keys)] += points
    return _Parts(every, top, near, wide, mask, size)


def _spread(values: Array, places: NDArray[np.bool_]) -> Array:
    """Put values in their places among zeros."""
    spread = np.zeros(len(places), values.dtype)
    spread[places] = values
    return spread


def _up(values: Weights) -> NDArray[np.float32]:
    """Round up, but for what is nothing at all."""
    rounded = values.astype(np.float32)
    return np.where(values > 0, np.nextafter(rounded, np.float32(np.inf)), rounded)


def _reduced(how: np.ufunc, values: Array, first: Places) -> Array:
    """Reduce runs of values; `reduceat` refuses to reduce nothing."""
    return how.reduceat(values, first) if len(first) else values[:0]


def _questions(stretch: Stretch) -> Weights:
    """Return (n_sections,) the factor by which an answer behind a question may gain."""
    n_sections = int(stretch.section[-1]) + 1
    asks = np.bincount(stretch.section, stretch.asks, n_sections) > 0
    return np.where(asks, 1 + TO_ANSWER, 1.0)
