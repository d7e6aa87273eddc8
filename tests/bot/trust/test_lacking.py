"""What a sentence lacks counts by how rare and how surprising it is."""

import math

import pytest

from bot.trust.lacking import lacking
from bot.trust.usual import Usual
from bot.trust.wording import DOCUMENT, NEARBY, NOWHERE, SENTENCE
from tests.bot.trust.making import asked_of, english

USUAL = Usual({"year": 0.5}, 0.25)
QUESTION = english("In which year did the old ferry sink")
SENTENCE_TEXT = english("The ferry sank in 1904")


def found(nearest: int, **places: int) -> dict[str, float]:
    asked = asked_of(QUESTION, **places)
    return dict(lacking(asked, QUESTION, SENTENCE_TEXT, USUAL, nearest=nearest, name="x"))


def test_a_sentence_that_holds_every_word_lacks_nothing() -> None:
    assert set(found(SENTENCE).values()) == {0.0}


def test_missing_words_are_counted_and_surprise_by_their_share() -> None:
    signals = found(SENTENCE, year=NEARBY, old=NOWHERE)

    # Two of year, old, ferry, sink; ln 2 for the year and ln 4 for any other word.
    assert (signals["x: share"], signals["x: idf"]) == (0.5, 0.5)
    assert signals["x: surprise"] == pytest.approx(3 * math.log(2))
    assert signals["x: surprise by idf"] == pytest.approx(3 * math.log(2) / 4)
    assert (signals["x: nowhere"], signals["x: harmless"]) == (1.0, 1.0)


def test_a_word_nearby_is_missing_in_the_sentence_and_not_around_it() -> None:
    assert found(SENTENCE, year=NEARBY)["x: share"] == 0.25
    assert found(NEARBY, year=NEARBY)["x: share"] == 0.0
    assert found(NEARBY, year=DOCUMENT)["x: share"] == 0.25


def test_another_form_of_a_word_is_no_missing_word() -> None:
    question, sentence = english("who colonised it"), english("its colonists sailed")

    signals = lacking(
        asked_of(question, colonis=NOWHERE), question, sentence, USUAL, nearest=SENTENCE, name="x"
    )

    assert signals["x: share"] == 0.0
