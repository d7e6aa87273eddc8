"""The texts of an index as rows of words, for reading candidates closely."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import ENGLISH, stems
from retrieval.forward import pieces
from retrieval.forward.kinds import KINDS, NAMES, kinds, marks
from retrieval.stopwords import STOP_WORDS
from retrieval.storage import Stored
from retrieval.words import words

__all__ = ["STOPS", "Forward", "pack"]

# Stop words have numbers of their own, behind those of the terms.
NAME_KINDS = [KINDS.index(kind) for kind in NAMES]
OPENING = KINDS.index("first word")
STOPS = {word: number for number, word in enumerate(sorted(STOP_WORDS))}


def pack(texts: Iterable[str], terms: Mapping[str, int], n_passages: int, language: str) -> Stored:
    """Lay texts out as rows of words.

    Parameters
    ----------
    texts
        every passage, then every title.
    terms
        numbers of the index's terms.
    n_passages
        how many of the texts are passages.
    language
        what the texts are stemmed as.
    """
    known: dict[str, int] = {}
    flat: list[int] = []
    kind: list[int] = []
    ends = [0]
    marked: list[int] = []
    for text in texts:
        found = list(words(text))
        flat += [known.setdefault(word.text, len(known)) for word in found]
        kind += kinds(text, found)
        ends.append(len(flat))
        marked.append(sum(1 << number for number in marks(text)))
    names, rows = _sorted(known, np.array(flat, np.int32))
    offsets = np.array(ends, np.int64)
    packed = pieces.pack(names, rows[: offsets[n_passages]], offsets[: n_passages + 1])
    arrays: dict[str, NDArray[Any]] = {
        "row_words": rows,
        "row_kinds": np.array(kind, np.uint8),
        "row_offsets": offsets,
        "row_marks": np.array(marked, np.uint32),
        "word_terms": _terms_of(names, terms, language),
    }
    arrays["term_is_name"] = _names(arrays, len(terms))
    return Stored({**packed.arrays, **arrays}, packed.blobs, {})


def _sorted(
    known: Mapping[str, int], flat: NDArray[np.int32]
) -> tuple[list[str], NDArray[np.int32]]:
    """Number words by their order instead of by when they were met."""
    names = sorted(known)
    numbers = np.empty(len(known), np.int32)
    numbers[[known[name] for name in names]] = np.arange(len(known), dtype=np.int32)
    return names, numbers[flat]


def _terms_of(names: Sequence[str], terms: Mapping[str, int], language: str) -> NDArray[np.int32]:
    stem = stems(language)
    stops = STOPS if language in ENGLISH else {}
    numbers = (
        len(terms) + stops[name] if name in stops else terms.get(stem(name), -1) for name in names
    )
    return np.fromiter(numbers, np.int32, len(names))


def _names(arrays: Mapping[str, NDArray[Any]], n_terms: int) -> NDArray[np.bool_]:
    """Say of each term whether it is written as a name more often than not.

    What opens a sentence has its capital from there and does not count.
    """
    term = arrays["word_terms"][arrays["row_words"]]
    kind = arrays["row_kinds"]
    counted = (term >= 0) & (term < n_terms) & (kind != OPENING)
    written = np.bincount(term[counted], minlength=n_terms)
    as_name = np.bincount(term[counted & np.isin(kind, NAME_KINDS)], minlength=n_terms)
    return np.asarray(2 * as_name > written)


@dataclass(frozen=True, slots=True)
class Forward:
    """Rows of words: first the passages, then the titles.

    Attributes:
        offsets: (n_rows + 1,) int64 where the words of each row begin.
        words: int32 word numbers, row after row.
        kinds: uint8 numbers into `kinds.KINDS`, in the same places.
        marks: (n_rows,) uint32, bit n set where the text holds a mark of kind n.
        terms: (n_words,) int32 term number of each word; stop words follow behind the terms; -1
            for a word that no passage holds.
        term_is_name: (n_terms,) whether a term is written as a name more often than not.
        pieces: the pieces of the words.
    """

    offsets: NDArray[np.int64]
    words: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    marks: NDArray[np.uint32]
    terms: NDArray[np.int32]
    term_is_name: NDArray[np.bool_]
    pieces: pieces.Pieces

    @classmethod
    def open(cls, stored: Stored) -> "Forward":
        """Read the rows from a generation."""
        arrays = stored.arrays
        return cls(
            offsets=arrays["row_offsets"],
            words=arrays["row_words"],
            kinds=arrays["row_kinds"],
            marks=arrays["row_marks"],
            terms=arrays["word_terms"],
            term_is_name=arrays["term_is_name"],
            pieces=pieces.Pieces.open(stored),
        )
