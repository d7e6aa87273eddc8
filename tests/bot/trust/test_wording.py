"""A question's words know where the best hit holds them."""

from bot.answering import Answerer
from bot.trust.wording import NOWHERE, SENTENCE, asked_words, read
from retrieval.evidence import weigh
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import Ranker


def test_a_text_is_words_with_their_stems_in_order() -> None:
    text = read("The Keepers sailed")

    assert text.words == ("the", "keepers", "sailed")
    assert text.stems == ("the", "keeper", "sail")
    assert text.is_stop == (True, False, False)
    assert text.is_capital == (True, True, False)


def test_an_empty_text_has_no_words() -> None:
    assert read("").words == ()


def test_every_term_of_a_question_is_placed_as_the_evidence_says(answerer: Answerer) -> None:
    index = answerer.index
    query = index.query("Who tended the lighthouse with zeppelins?", "en")
    hits = Ranker(index, shipped("en")).rank(query, 1)
    evidence = weigh(index, query, hits[0])

    asked = asked_words(index, query, read(query.text), evidence)

    places = {word.stem: word.place for word in asked}
    assert list(places) == [term.term for term in query.terms]
    assert places["zeppelin"] == NOWHERE
    assert {stem for stem, place in places.items() if place == SENTENCE} == {*evidence.in_sentence}
