"""The words of the candidates stand in the order of the candidates."""

import numpy as np

from retrieval.forward.kinds import KINDS
from retrieval.forward.tables import STOPS
from retrieval.ranking.sentences import Sentences, sentences
from retrieval.ranking.text import read_text
from tests.retrieval.ranking.making import harbour, sought_of


def words_of(question: str, *candidates: int) -> Sentences:
    """Return words of candidates among all rows of the harbour corpus."""
    index = harbour()
    text = read_text(index.forward, np.arange(8), sought_of(index, question))
    return sentences(text, np.array(candidates), index.forward.kinds)


def test_words_know_their_candidates_in_the_order_given() -> None:
    found = words_of("pact", 5, 4)

    # Rain falls on Tokyo and Seoul. | Tokyo waits.
    assert found.candidate.tolist() == [0] * 6 + [1] * 2
    assert found.starts.tolist() == [0, 6, 8]


def test_words_know_their_kinds() -> None:
    found = words_of("pact", 4, 0)

    # Tokyo waits. | The pact of Seoul ends in 2019.
    expected = "first word|other|stop word|other|stop word|place name|other|stop word|year"
    assert [KINDS[kind] for kind in found.kinds] == expected.split("|")


def test_words_of_the_question_and_stop_words_are_told() -> None:
    found = words_of("waits Tokyo", 4, 1)

    # Tokyo waits. | It was signed in Tokyo.
    assert found.hit.tolist() == [1, 0, -1, -1, -1, -1, 1]
    assert found.stop.clip(-1).tolist() == [
        -1, -1, STOPS["it"], STOPS["was"], -1, STOPS["in"], -1
    ]  # fmt: skip


def test_a_candidate_without_words_has_none() -> None:
    # The second document has no title: row 7.
    found = words_of("pact", 7, 4)

    assert found.starts.tolist() == [0, 0, 2]
    assert found.candidate.tolist() == [1, 1]
