"""Stretches of the index put together: every term's entries and postings one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted.inverting import Occurrences
from retrieval.inverted.piece import Piece
from retrieval.inverted.postings import SPAN, Postings
from retrieval.ragged import offsets, smallest

__all__ = ["merge"]

Places = NDArray[np.int64]

# Keeps the largest bound of a term below 256 steps of its scale, whatever rounding does.
ROOM = np.float32(1 + 1e-6)
# Stands in for the scale of a term whose bounds are all zero.
TINY = np.float32(1e-30)
# Entries to put in place at once, but for a term that has more.
BLOCK = 1 << 19


def merge(pieces: Sequence[Piece], titles: Occurrences, n_terms: int) -> Postings:
    """Merge stretches, in their order, into the lists of a generation."""
    n_entries, n_postings = np.zeros(n_terms, np.int64), np.zeros(n_terms, np.int64)
    for piece in pieces:
        n_entries[piece.terms] += piece.n_entries
        n_postings[piece.terms] += piece.n_postings
    first_entry, first_posting = offsets(n_entries), offsets(n_postings)
    scales = {name: _scale(pieces, name, n_terms) for name in ("top", "near", "wide")}
    last_section = max((piece.last_section for piece in pieces), default=0)
    merged = _Merged(
        section=np.empty(first_entry[-1], np.min_scalar_type(last_section)),
        posting=np.empty(first_posting[-1], np.uint8),
        **{n: np.empty(first_entry[-1], np.uint8) for n in ("near", "wide", "mask", "size")},
        many=[],
        counts=[],
    )
    cursors = [_Cursor() for _ in pieces]
    for first, last in _blocks(first_entry):
        entry, posting = first_entry[first:last].copy(), first_posting[first:last].copy()
        for piece, cursor in zip(pieces, cursors, strict=True):
            merged.put(piece, cursor.take(piece, last), first, entry, posting, scales)
    base, start = _starts(merged.size)
    many, counts = merged.often()
    return Postings(
        first_entry=smallest(first_entry),
        section=merged.section,
        near=merged.near,
        wide=merged.wide,
        mask=merged.mask,
        top_scale=scales["top"],
        near_scale=scales["near"],
        wide_scale=scales["wide"],
        base=smallest(base),
        start=start,
        posting=merged.posting,
        many=smallest(many),
        counts=smallest(counts),
        first_title=smallest(_first(titles, n_terms)),
        title=smallest(titles.rows),
        title_count=smallest(titles.counts),
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """What of a piece belongs to some terms: ranges of its terms, entries, and postings."""

    terms: slice
    entries: slice
    postings: slice


class _Cursor:
    """How far a piece has been merged."""

    def __init__(self) -> None:
        self._term, self._entry, self._posting = 0, 0, 0

    def take(self, piece: Piece, last: int) -> _Taken:
        """Go on to before a term; return what was passed over."""
        terms = slice(self._term, int(np.searchsorted(piece.terms, last)))
        entry = self._entry + int(piece.n_entries[terms].sum())
        posting = self._posting + int(piece.n_postings[terms].sum())
        taken = _Taken(terms, slice(self._entry, entry), slice(self._posting, posting))
        self._term, self._entry, self._posting = terms.stop, entry, posting
        return taken


@dataclass(frozen=True, slots=True)
class _Merged:
    """The lists, filled bit by bit; `many` and `counts` as in `Postings`, part by part."""

    section: NDArray[np.integer[Any]]
    near: NDArray[np.uint8]
    wide: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    size: NDArray[np.uint8]
    posting: NDArray[np.uint8]
    many: list[Places]
    counts: list[NDArray[np.integer[Any]]]

    def put(
        self,
        piece: Piece,
        taken: _Taken,
        first: int,
        entry: Places,
        posting: Places,
        scales: dict[str, NDArray[np.float32]],
    ) -> None:
        """Put some terms of a piece in place.

        Parameters
        ----------
        piece, taken
            what of which.
        first
            the first of the terms.
        entry, posting
            where the next entry and posting of each of the terms go; moved behind these.
        scales
            (n_terms,) of the bounds, by name.
        """
        terms = piece.terms[taken.terms]
        n_entries = piece.n_entries[taken.terms]
        place = _places(entry, terms - first, n_entries)
        self.section[place] = piece.section[taken.entries] + np.uint32(piece.first_section)
        self.mask[place] = piece.mask[taken.entries]
        self.size[place] = piece.size[taken.entries]
        for name, into in (("near", self.near), ("wide", self.wide)):
            scale = np.repeat(scales[name][terms], n_entries)
            into[place] = _steps(getattr(piece, name)[taken.entries], scale)
        place = _places(posting, terms - first, piece.n_postings[taken.terms])
        self.posting[place] = piece.posting[taken.postings]
        start, stop = np.searchsorted(piece.many, (taken.postings.start, taken.postings.stop))
        self.many.append(place[piece.many[start:stop] - taken.postings.start])
        self.counts.append(piece.counts[start:stop])

    def often(self) -> tuple[Places, NDArray[np.integer[Any]]]:
        """Return the postings with a count that does not fit in, and their counts."""
        places = np.concatenate([np.empty(0, np.int64), *self.many])
        order = np.argsort(places)
        return places[order], np.concatenate([np.empty(0, np.uint16), *self.counts])[order]


def _blocks(first_entry: Places) -> Iterator[tuple[int, int]]:
    """Yield first and one past the last of terms that have few entries together."""
    first, n_terms = 0, len(first_entry) - 1
    while first < n_terms:
        last = int(np.searchsorted(first_entry, first_entry[first] + BLOCK, "right")) - 1
        last = min(max(last, first + 1), n_terms)
        yield first, last
        first = last


def _places(at: Places, terms: NDArray[np.int32], sizes: NDArray[np.integer[Any]]) -> Places:
    """Return where the rows of terms, in runs, go; move what comes next behind them."""
    first = offsets(sizes)[:-1]
    place = np.arange(int(sizes.sum())) + np.repeat(at[terms] - first, sizes)
    at[terms] += sizes
    return place


def _starts(size: NDArray[np.uint8]) -> tuple[Places, NDArray[np.uint16]]:
    """Return the first posting of every `SPAN`th entry, and each entry's distance from that."""
    n = len(size)
    base, start = np.empty(n // SPAN + 1, np.int64), np.empty(n + 1, np.uint16)
    before = 0
    for first in range(0, n + 1, BLOCK):
        begin = before + offsets(size[first : first + BLOCK])
        before, here = begin[-1], begin[: min(BLOCK, n + 1 - first)]
        mine = here[::SPAN]
        base[first // SPAN : first // SPAN + len(mine)] = mine
        start[first : first + len(here)] = here - np.repeat(mine, SPAN)[: len(here)]
    return base, start


def _scale(pieces: Sequence[Piece], name: str, n_terms: int) -> NDArray[np.float32]:
    """Return (n_terms,) the largest bound of each term, with a little room; 0 without entries."""
    scale = np.zeros(n_terms, np.float32)
    for piece in pieces:
        scale[piece.terms] = np.maximum(scale[piece.terms], piece.most(name) * ROOM)
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
