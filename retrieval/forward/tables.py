"""What an index knows of each form: its term, its pieces, what kind of word it is."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval import vocabulary
from retrieval.analysis import ENGLISH
from retrieval.forward import kinds, pieces
from retrieval.forward.forms import Form
from retrieval.ragged import smallest
from retrieval.stopwords import STOP_WORDS
from retrieval.storage import Stored

__all__ = ["STOPS", "pack"]

# Stop words have numbers of their own, behind those of the terms.
STOPS = {word: number for number, word in enumerate(sorted(STOP_WORDS))}


def pack(forms: Sequence[Form], first_terms: NDArray[np.int32], n_terms: int) -> Stored:
    """Lay out tables by form.

    Arrays: `form_term` (n_forms,) int32 number of the form's first term, number of terms + number
    in `STOPS` for an English stop word, -1 for a form without terms; `form_kinds` and
    `form_context`, see `kinds.Tables`; `form_word` (n_forms,) the word whose pieces a form has.

    Parameters
    ----------
    forms
        by number.
    first_terms
        (n_forms,) the first term of each, -1 for none.
    n_terms
        number of terms in the index.
    """
    of_form = kinds.tables(forms)
    stops = [STOPS.get(form.word, -1) if form.language in ENGLISH else -1 for form in forms]
    stop = np.array(stops, np.int32)
    # Runs written without spaces share an empty word, which has no pieces.
    words = ["" if form.script == "unspaced" else form.word for form in forms]
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    packed = (vocabulary.pack([form.key for form in forms], "form"), pieces.pack(list(numbers)))
    arrays: dict[str, NDArray[Any]] = {
        "form_term": np.where(stop >= 0, n_terms + stop, first_terms).astype(np.int32),
        "form_kinds": of_form.kinds,
        "form_context": of_form.context,
        "form_word": smallest(np.array([*map(numbers.__getitem__, words)], np.int64)),
    }
    for part in packed:
        arrays |= part.arrays
    return Stored(arrays, {name: blob for part in packed for name, blob in part.blobs.items()}, {})
