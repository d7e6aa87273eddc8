"""How much of a topic passages hold, by themselves and with what is around them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.forward.kinds import KINDS, kinds
from retrieval.index import Index
from retrieval.ragged import offsets, spans

__all__ = ["Coverage", "cover"]

Places = NDArray[np.int64]
Shares = NDArray[np.float64]

# What can be part of a date.
DATING = [KINDS.index(kind) for kind in ("year", "month", "weekday", "decade", "time word", "unit")]
# What people call a topic by where reports name it otherwise; these stems weigh little.
CALLED = frozenset(
    """disput row crisi affair issu conflict controversi saga stori event case scandal histori
    incid situat matter debat quarrel develop news relat""".split()
)
CALLED_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Coverage:
    """What n passages hold of a topic: shares of its terms by rarity, 0 to 1.

    Attributes:
        sentence: (n,) of the passage itself.
        paragraph: (n,) of its paragraph.
        title: (n,) of its document's title.
        together: (n,) of sentence, paragraph and title at once.
        may_date: (n,) bool, whether the sentence holds a word that can be part of a date.
    """

    sentence: Shares
    paragraph: Shares
    title: Shares
    together: Shares
    may_date: NDArray[np.bool_]


def cover(index: Index, terms: list[str], passages: Places) -> Coverage:
    """Look for the terms of a topic in and around passages.

    Parameters
    ----------
    index
        where they stand.
    terms
        one or more, as the index holds them.
    passages
        (n,) numbers, at least one.
    """
    where = index.passages
    paragraph = where.paragraph_of(passages)
    first, last = where.paragraph_first[paragraph], where.paragraph_first[paragraph + 1]
    inside, owner = spans(first, last)
    titles = len(where) + where.document_of(passages)
    rows = np.unique(np.concatenate((inside, titles)))
    held, may_date = _read(index, terms, rows)
    sentence = held[np.searchsorted(rows, passages)]
    around = np.zeros_like(sentence)
    np.logical_or.at(around, owner, held[np.searchsorted(rows, inside)])
    title = held[np.searchsorted(rows, titles)]
    idf = np.array([index.idf(term) * (CALLED_WEIGHT if term in CALLED else 1.0) for term in terms])
    sentences, paragraphs, named, together = (
        found @ idf / idf.sum() for found in (sentence, around, title, around | title)
    )
    dated = may_date[np.searchsorted(rows, passages)]
    return Coverage(sentences, paragraphs, named, together, dated)


def _read(
    index: Index, terms: list[str], rows: Places
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return (n_rows, n_terms) which terms rows hold, and (n_rows,) which may hold a date."""
    forward = index.forward
    form, row = forward.read(rows)
    term = forward.terms[form]
    held = np.zeros((len(rows), len(terms)), np.bool_)
    for column, wanted in enumerate(terms):
        number = index.number(wanted)
        if number >= 0:
            held[row[term == number], column] = True
    starts = offsets(np.bincount(row, minlength=len(rows)))[:-1]
    kind = kinds(form, starts[starts < len(form)], forward.kinds)
    may_date = np.zeros(len(rows), np.bool_)
    may_date[row[np.isin(kind, DATING)]] = True
    return held, may_date
