"""Of sentences that come near each other, the one with what is asked for goes first."""

from bot.preferring import POINTS, prefer
from retrieval.hits import Hit
from retrieval.index import Index
from tests.retrieval.making import document, index_of

PACT = "The pact was signed by both sides. | Both sides signed on Nov. 23, 2016. | It holds."
# Scores that lie nearer to each other than the points for a date.
SCORES = (5.0, 4.5, 1.0)


def hits(index: Index) -> list[Hit]:
    return [Hit(number, 0, number, score) for number, score in enumerate(SCORES)]


def order(question: str, kind: str, language: str = "en") -> list[int]:
    index = index_of(document("a", PACT, language=language))
    query = index.query(question, language)
    return [hit.passage for hit in prefer(index, query, kind, hits(index)).hits]


def test_a_sentence_that_says_when_goes_before_one_that_does_not() -> None:
    assert order("when was the pact signed", "date") == [1, 0, 2]


def test_the_points_given_are_told_and_are_part_of_the_score() -> None:
    index = index_of(document("a", PACT))

    preferred = prefer(index, index.query("when was it signed", "en"), "date", hits(index))

    first, second, _ = preferred.hits
    assert first.score == SCORES[1] + POINTS["date"]
    assert (preferred.given(first), preferred.given(second)) == (POINTS["date"], 0.0)


def test_what_asks_for_no_piece_or_in_another_language_stays_as_it_was() -> None:
    assert order("was the pact signed", "") == [0, 1, 2]
    assert order("when was the pact signed", "date", "de") == [0, 1, 2]


def test_nothing_is_preferred_to_nothing() -> None:
    index = index_of(document("a", PACT))

    assert prefer(index, index.query("when", "en"), "date", []).hits == []
