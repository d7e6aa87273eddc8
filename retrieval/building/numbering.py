"""The forms and terms of a generation, numbered."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.forms import Form, terms_of
from retrieval.ragged import offsets

__all__ = ["Vocabularies", "number"]

Places = NDArray[np.int64]
Forms = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The words of a generation.

    Attributes:
        number: (n,) the number here of each form that was given, -1 for one that is not used.
        forms: by number.
        terms: by number, sorted.
        form_terms, form_first: the terms of the forms, and where those of each begin.
    """

    number: Forms
    forms: list[Form]
    terms: list[str]
    form_terms: Forms
    form_first: Places

    @property
    def first_terms(self) -> Forms:
        """(n_forms,) the first term of each form, -1 for one without terms."""
        has_terms = np.diff(self.form_first) > 0
        first = np.full(len(self.forms), -1, np.int32)
        first[has_terms] = self.form_terms[self.form_first[:-1][has_terms]]
        return first


def number(given: Sequence[str], often: NDArray[np.integer[Any]]) -> Vocabularies:
    """Number the forms by falling frequency, then by key, and their terms in sorted order.

    Parameters
    ----------
    given
        keys of forms.
    often
        (n,) how often each occurs; those that do not are left out.
    """
    used = sorted(np.flatnonzero(often).tolist(), key=given.__getitem__)
    used.sort(key=(-often).tolist().__getitem__)
    numbers = np.full(len(given), -1, np.int32)
    numbers[used] = np.arange(len(used), dtype=np.int32)
    forms = [Form.parse(given[n]) for n in used]
    of_forms = [terms_of(form) for form in forms]
    terms = sorted({*chain.from_iterable(of_forms)})
    place = {term: n for n, term in enumerate(terms)}
    flat = np.fromiter(map(place.__getitem__, chain.from_iterable(of_forms)), np.int32)
    first = offsets(np.array([*map(len, of_forms)], np.int64))
    return Vocabularies(numbers, forms, terms, flat, first)
