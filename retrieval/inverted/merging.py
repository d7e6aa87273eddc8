"""Stretches of the index put together: every term's entries and postings one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.bounding import Entries
from retrieval.inverted.inverting import Occurrences
from retrieval.inverted.postings import FULL, PASSAGE_BITS, SPAN, Postings
from retrieval.ragged import offsets, smallest

__all__ = ["Piece", "merge"]

Places = NDArray[np.int64]

# Keeps the largest bound of a term below 256 steps of its scale, whatever rounding does.
ROOM = np.float32(1 + 1e-6)
# Stands in for the scale of a term whose bounds are all zero.
TINY = np.float32(1e-30)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch, inverted.

    Attributes:
        entries: of the stretch.
        found: the terms of its passages.
        place: (n_passages,) uint8 number of each passage within its section.
        first_section: number of its first section.
    """

    entries: Entries
    found: Occurrences
    place: NDArray[np.uint8]
    first_section: int


def merge(pieces: Sequence[Piece], titles: Occurrences, n_terms: int) -> Postings:
    """Merge stretches, in their order, into the lists of a generation."""
    n_entries, n_postings = np.zeros(n_terms, np.int64), np.zeros(n_terms, np.int64)
    for piece in pieces:
        n_entries += np.bincount(piece.entries.term, minlength=n_terms)
        n_postings[piece.found.terms] += piece.found.sizes
    first_entry = offsets(n_entries)
    scales = {name: _scale(pieces, name, n_terms) for name in ("top", "near", "wide")}
    section = np.empty(first_entry[-1], np.uint32)
    near, wide, mask, size = (np.empty(first_entry[-1], np.uint8) for _ in range(4))
    at = first_entry[:-1].copy()
    for piece in pieces:
        entries = piece.entries
        place = _places(at, entries.term)
        section[place] = entries.section + np.uint32(piece.first_section)
        near[place] = _steps(entries.near, scales["near"][entries.term])
        wide[place] = _steps(entries.wide, scales["wide"][entries.term])
        mask[place], size[place] = entries.mask, entries.size
    begin = offsets(size)
    base = begin[::SPAN]
    posting, many, counts = _postings(pieces, offsets(n_postings))
    return Postings(
        first_entry=smallest(first_entry),
        section=smallest(section),
        near=near,
        wide=wide,
        mask=mask,
        top_scale=scales["top"],
        near_scale=scales["near"],
        wide_scale=scales["wide"],
        base=smallest(base),
        start=(begin - np.repeat(base, SPAN)[: len(begin)]).astype(np.uint16),
        posting=posting,
        many=smallest(many),
        counts=smallest(counts),
        first_title=smallest(_first(titles, n_terms)),
        title=smallest(titles.rows),
        title_count=smallest(titles.counts),
    )


def _places(at: Places, term: NDArray[np.int32]) -> Places:
    """Return where the rows of terms, in runs, go; move what comes next behind them."""
    first = np.flatnonzero(np.diff(term, prepend=-1))
    sizes = np.diff(first, append=len(term))
    mine = term[first]
    place = np.arange(len(term)) + np.repeat(at[mine] - first, sizes)
    at[mine] += sizes
    return place


def _postings(
    pieces: Sequence[Piece], first: Places
) -> tuple[NDArray[np.uint8], Places, NDArray[np.uint16]]:
    """Return the postings, those with a count that does not fit in, and their counts."""
    posting = np.empty(first[-1], np.uint8)
    many, counts = [np.empty(0, np.int64)], [np.empty(0, np.uint16)]
    at = first[:-1].copy()
    for piece in pieces:
        place = _places(at, np.repeat(piece.found.terms, piece.found.sizes))
        count = piece.found.counts
        held = np.minimum(count, FULL).astype(np.uint8) - np.uint8(1)
        posting[place] = (held << np.uint8(PASSAGE_BITS)) | piece.place[piece.found.rows]
        full = np.flatnonzero(count >= FULL)
        many.append(place[full])
        counts.append(count[full])
    places = np.concatenate(many)
    order = np.argsort(places)
    return posting, places[order], np.concatenate(counts)[order]


def _scale(pieces: Sequence[Piece], name: str, n_terms: int) -> NDArray[np.float32]:
    """Return (n_terms,) the largest bound of each term, with a little room; 0 without entries."""
    scale = np.zeros(n_terms, np.float32)
    for piece in pieces:
        term = piece.entries.term
        first = np.flatnonzero(np.diff(term, prepend=-1))
        if len(first):
            most = np.maximum.reduceat(getattr(piece.entries, name), first)
            scale[term[first]] = np.maximum(scale[term[first]], most * ROOM)
    return scale


def _steps(bound: NDArray[np.float32], scale: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return bounds in 255ths of the scale of their term, rounded up."""
    step = np.maximum(scale, TINY) / np.float32(255)
    steps = np.ceil(bound / step)
    steps += steps * step < bound
    return steps.astype(np.uint8)


def _first(titles: Occurrences, n_terms: int) -> Places:
    held = np.zeros(n_terms, np.int64)
    held[titles.terms] = titles.sizes
    return offsets(held)
