"""What a sentence holds beyond the question's own words."""

import numpy as np

from retrieval.forward.kinds import KINDS
from retrieval.index import Index
from retrieval.ranking.evidence import evidence
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour, view_of


def found(index: Index, question: str, *candidates: int) -> list[set[str]]:
    """Return the kinds that each candidate holds."""
    held = evidence(view_of(index, question, *candidates))
    return [{KINDS[kind] for kind in np.flatnonzero(row)} for row in held]


def test_kinds_of_new_words_are_evidence() -> None:
    kinds = found(harbour(), "when did Seoul end the pact", 3, 0)

    # [Seoul ended] it because trust was lost. [The pact] of [Seoul ends] in 2019.
    assert kinds == [{"stop word", "reason", "other"}, {"stop word", "year"}]


def test_words_of_the_question_are_no_evidence() -> None:
    kinds = found(harbour(), "the pact of Seoul did end in 2019", 0)

    assert kinds == [set()]


def test_words_around_a_sentence_are_no_evidence() -> None:
    kinds = found(harbour(), "did it wait", 4, 2)

    # Tokyo [waits]. Why [did it] end?
    assert kinds == [{"first word"}, {"other", "stop word"}]


def test_marks_count_even_where_the_question_holds_the_word() -> None:
    index = index_of(document("a", "Rain rose 5% (twice)."))

    kinds = found(index, "did rain rise 5 rose twice", 0)

    assert kinds == [{"percent", "bracket"}]


def test_evidence_is_there_or_not_however_often() -> None:
    index = index_of(document("a", "In 1990, in 1991 and in 1992."))
    view = view_of(index, "when", 0)

    held = evidence(view)

    assert held.shape == (1, len(KINDS))
    assert held[0, KINDS.index("year")] == 1
