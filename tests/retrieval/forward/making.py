"""Forward indexes of texts that a test spells out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.forward import tables, varints
from retrieval.forward.forms import Form, Forms, terms_of
from retrieval.forward.marks import marks
from retrieval.forward.tally import Tally
from retrieval.forward.texts import ROWS, Forward
from retrieval.ragged import offsets, smallest
from retrieval.storage import Stored

__all__ = ["Rows", "forward_of", "stored_of"]


@dataclass(frozen=True, slots=True)
class Rows:
    """Texts as rows of forms.

    Attributes:
        keys: of the forms, by number.
        terms: number of each term.
        stored: the tables by form.
        forms: form numbers, row after row.
        lengths: words of each row.
    """

    keys: list[str]
    terms: dict[str, int]
    stored: Stored
    forms: np.ndarray
    lengths: np.ndarray

    @classmethod
    def of(cls, texts: Sequence[str], language: str = "en") -> "Rows":
        """Read texts of one language."""
        forms = Forms()
        rows = [forms.numbers(text, language) for text in texts]
        made = [*map(Form.parse, forms.keys)]
        found = {term for form in made for term in terms_of(form)}
        terms = {term: number for number, term in enumerate(sorted(found))}
        first = [next((terms[term] for term in terms_of(form)), -1) for form in made]
        return cls(
            keys=forms.keys,
            terms=terms,
            stored=tables.pack(made, np.array(first, np.int32), len(terms)),
            forms=np.array([number for row in rows for number in row], np.int32),
            lengths=np.array([len(row) for row in rows], np.int64),
        )

    def tally(self, n_passages: int, step: int = 1 << 30) -> Tally:
        """Count passages, so many at once, and the titles behind them."""
        tally = Tally(self.stored, len(self.terms))
        starts = offsets(self.lengths)
        for first in range(0, n_passages, step):
            last = min(first + step, n_passages)
            tally.add(self.forms[starts[first] : starts[last]], self.lengths[first:last])
        tally.add_titles(self.forms[starts[n_passages] :], self.lengths[n_passages:])
        return tally


def stored_of(texts: Sequence[str], titles: Sequence[str] = (), language: str = "en") -> Stored:
    """Return what a generation holds of texts and titles."""
    rows = Rows.of([*texts, *titles], language)
    encoded, sizes = varints.encode(rows.forms)
    ends = offsets(sizes)[offsets(rows.lengths)]
    counted = rows.tally(len(texts)).stored()
    arrays = {
        "row_offsets": smallest(ends),
        "row_marks": np.array([marks(text) for text in texts], np.uint8),
        **rows.stored.arrays,
        **counted.arrays,
    }
    return Stored(arrays, {ROWS: encoded.tobytes(), **rows.stored.blobs}, {})


def forward_of(texts: Sequence[str], titles: Sequence[str] = (), language: str = "en") -> Forward:
    """Return the forward index of texts and titles."""
    return Forward.open(stored_of(texts, titles, language))
