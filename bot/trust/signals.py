"""What an answer knows about itself, as numbers that a confidence is worked out from."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.trust.contradicting import contradicting
from bot.trust.lacking import lacking
from bot.trust.matching import matching
from bot.trust.standing import standing
from bot.trust.usual import Usual
from bot.trust.wanting import wanting
from bot.trust.wording import NEARBY, SENTENCE, Asked, Text, asked_words, read
from retrieval.evidence import Evidence
from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["Signals", "signals", "signals_of_scores"]

# Titles whose stems are kept.
N_TITLES = 1 << 12

# A number for each signal, by name.
Signals = Mapping[str, float]


def signals_of_scores(evidence: Evidence, hits: Sequence[Hit]) -> Signals:
    """Return the signals that any language has: coverage of the question, and the scores."""
    return {
        "covered": evidence.covered,
        "covered nearby": evidence.covered_nearby,
        "covered in document": evidence.covered_in_document,
        **standing(hits),
    }


def signals(
    index: Index, query: Query, evidence: Evidence, hits: Sequence[Hit], usual: Usual
) -> Signals:
    """Return all signals of an English question.

    Parameters
    ----------
    index
        what was searched.
    query
        what was asked.
    evidence
        where the first hit holds the question's terms.
    hits
        best first, at least one.
    usual
        how often words are missing though answered.
    """
    hit = hits[0]
    document = index.library.document(hit.document)
    span = document.sentences[hit.sentence]
    question = read(query.text)
    sentence = read(document.text[span.start : span.end])
    asked = asked_words(index, query, question, evidence)
    near = [word for word in asked if word.place <= NEARBY]
    return {
        **signals_of_scores(evidence, hits),
        **_of_question(asked, question),
        "covered by title": _by_title(asked, document.title),
        **lacking(asked, question, sentence, usual, nearest=SENTENCE, name="sentence lacks"),
        **lacking(asked, question, sentence, usual, nearest=NEARBY, name="nothing near has"),
        "relief": sum(usual.relief(word.stem) for word in near),
        **matching(asked, question, sentence),
        **contradicting(index, hit, asked, question, sentence),
        **wanting(question, sentence),
    }


def _of_question(asked: Sequence[Asked], question: Text) -> Signals:
    return {
        "words": math.log1p(len(question.words)),
        "terms": math.log1p(len(asked)),
        "idf": math.log1p(sum(word.weight for word in asked)),
    }


def _by_title(asked: Sequence[Asked], title: str) -> float:
    """Return the share of the question's idf that the title holds."""
    stems = _stems(title)
    held = sum(word.weight for word in asked if word.stem in stems)
    return held / (sum(word.weight for word in asked) or 1.0)


@lru_cache(N_TITLES)
def _stems(title: str) -> frozenset[str]:
    return frozenset(read(title).stems)
