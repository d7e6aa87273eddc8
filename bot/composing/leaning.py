"""Sentences that lean on the one before them: "He signed it", "His trip"."""

import re

from corpus.documents import Document
from retrieval.analysis import ENGLISH

__all__ = ["lead_in"]

# Words that stand for something named before, at the beginning of an English sentence. "It is said"
# and "there are" stand for nothing and do no harm.
LEANING = re.compile(
    r"[\"'“‘(\[]*"
    r"(?:he|she|it|they|him|his|her|hers|its|their|theirs|this|these|those|such|both|the latter"
    r"|the former)\b",
    re.IGNORECASE,
)


def lead_in(document: Document, sentence: int) -> int | None:
    """Return the number of the sentence that another leans on: the one before it.

    Parameters
    ----------
    document
        where both stand.
    sentence
        number of the sentence, from 0.

    Returns
    -------
    None where the sentence stands by itself, opens the document, or is not English.
    """
    if sentence == 0 or document.language not in ENGLISH:
        return None
    place = document.sentences[sentence]
    return sentence - 1 if LEANING.match(document.text, place.start, place.end) else None
