"""Inline quotes are the answer's, then further ones, and never anybody's own words."""

from itertools import pairwise

import pytest

from bot import phrases, wiring
from bot.answering import Answerer
from bot.answers import Answer, Quote
from bot.home import Home
from bot.inline import MOST_FOUND, NEAR_BEST, Found, cited, laid
from bot.phrases import inline
from bot.questions import Question
from bot.replies import Part
from tests.transcripts import make_home

N_ISLES = 24
SAILS = "When does the ferry to the isle leave?"
TENDED = "Who had tended the lighthouse for 31 years?"


@pytest.fixture(scope="module")
def isles(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """Many sentences that answer one question, in as many documents; nothing is declined."""
    folder = tmp_path_factory.mktemp("isles")
    for number in range(N_ISLES):
        said = f"The ferry to the isle of Number{number} leaves at {number}:05 from Quay{number}."
        (folder / f"{number:02}.txt").write_text(f"{said}\n")
    home = Home(tmp_path_factory.mktemp("home"))
    wiring.indexer(home).update([folder])
    return wiring.answerer(home, 0.0)


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """A bridge of which older and newer articles say different things."""
    return wiring.answerer(make_home("bridge", tmp_path_factory.mktemp("bridge")), 0.0)


@pytest.fixture(scope="module")
def declining(harbour: Home) -> Answerer:
    """An answerer that is never sure enough."""
    return wiring.answerer(harbour, 1.0)


def places(found: tuple[Found, ...]) -> list[tuple[str, int]]:
    return [(each.quote.document, each.quote.sentence) for each in found]


def text_at(answerer: Answerer, quote: Quote) -> str:
    """Return what stands in the document where a quote says it stands."""
    library = answerer.index.library
    (place,) = library.positions([quote.document])
    return library.document(place).text[quote.start : quote.end]


def test_the_quotes_of_the_answer_come_first_and_in_its_order(answerer: Answerer) -> None:
    outcome = answerer.answer(Question(TENDED), TENDED)
    assert isinstance(outcome, Answer)

    found = cited(answerer, Question(TENDED), 0, 10)

    assert [each.quote for each in found[: len(outcome.quotes)]] == list(outcome.quotes)
    assert {each.note for each in found} == {""}


def test_further_quotes_descend_and_stay_near_the_best(isles: Answerer) -> None:
    outcome = isles.answer(Question(SAILS), SAILS)
    assert isinstance(outcome, Answer)

    found = cited(isles, Question(SAILS), 0, MOST_FOUND)

    further = [each.quote.score for each in found[len(outcome.quotes) :]]
    assert len(found) == N_ISLES
    assert all(one >= other for one, other in pairwise(further))
    assert min(further) >= outcome.quotes[0].score - NEAR_BEST


def test_every_word_stands_in_its_document(
    isles: Answerer, answerer: Answerer, declining: Answerer
) -> None:
    asked = [(isles, SAILS), (answerer, "lighthouse"), (declining, TENDED)]

    for ready, text in asked:
        for found in cited(ready, Question(text), 0, MOST_FOUND):
            assert found.quote.text == text_at(ready, found.quote)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 10])
def test_pages_of_any_size_join_to_the_whole(isles: Answerer, size: int) -> None:
    asked = Question(SAILS)

    pages = [cited(isles, asked, first, size) for first in range(0, N_ISLES + size, size)]

    joined = [found for page in pages for found in page]
    assert joined == list(cited(isles, asked, 0, MOST_FOUND))
    assert len(set(places(tuple(joined)))) == N_ISLES


def test_a_declined_question_has_the_nearest_with_the_note_that_they_answer_nothing(
    declining: Answerer,
) -> None:
    found = cited(declining, Question(TENDED), 0, 10)

    assert 1 <= len(found) <= 3
    assert all(each.note.startswith(phrases.DECLINED) for each in found)
    assert all(each.note.endswith(phrases.NEAREST) for each in found)
    assert cited(declining, Question(TENDED), len(found), 10) == ()


@pytest.mark.parametrize("text", ["hello", "thank you", "the of and", "qwxzt"])
def test_small_talk_and_what_is_found_nowhere_have_no_quotes(answerer: Answerer, text: str) -> None:
    assert cited(answerer, Question(text), 0, 10) == ()


def test_only_the_documents_of_the_question_are_quoted(isles: Answerer) -> None:
    mine = frozenset({"03.txt", "17.txt"})

    found = cited(isles, Question(SAILS, documents=mine), 0, 10)

    assert {each.quote.document for each in found} == mine


def test_a_statement_that_has_changed_since_says_so_and_comes_after_the_newer(
    bridge: Answerer,
) -> None:
    text = "How much is the toll on the bridge?"
    outcome = bridge.answer(Question(text), text)
    assert isinstance(outcome, Answer)

    found = cited(bridge, Question(text), 0, 10)

    older = [conflict.older for conflict in outcome.conflicts]
    noted = [each.quote for each in found if each.note == inline.OUTDATED]
    assert older
    assert noted == older
    assert found[0].note == ""


def test_a_quote_is_laid_out_with_its_citation_behind_its_note() -> None:
    quote = Quote("a.txt", 0, 0, 4, "Word", "0" * 64, 0, 4, "A title", None, "", 1.0)

    plain, noted = laid(Found(quote)), laid(Found(quote, note="A note."))

    shown = (Part("quote", "Word"), Part("citation", "A title, sentence 1"))
    assert plain.parts == shown
    assert noted.parts == (Part("note", "A note."), *shown)
