"""A sentence that says the opposite, denies, or gives another number is noticed."""

from bot.answering import Answerer
from bot.trust.contradicting import contradicting
from bot.trust.wording import NOWHERE
from retrieval.hits import Hit
from tests.bot.trust.making import asked_of, english

FIRST = Hit(0, 0, 0, 1.0)


def found(answerer: Answerer, question: str, sentence: str, **places: int) -> dict[str, float]:
    words = english(question)
    asked = asked_of(words, **places)
    return dict(contradicting(answerer.index, FIRST, asked, words, english(sentence)))


def test_a_sentence_in_the_words_of_the_question_contradicts_nothing(answerer: Answerer) -> None:
    signals = found(answerer, "northern pier", "the northern pier")

    assert set(signals.values()) == {0.0}


def test_an_opposite_in_place_of_a_word_is_counted(answerer: Answerer) -> None:
    signals = found(answerer, "northern pier", "the southern pier", northern=NOWHERE)

    assert signals["opposites"] == 1.0


def test_a_negation_counts_where_only_one_of_both_has_it(answerer: Answerer) -> None:
    asked = found(answerer, "which ferry does not sail", "the ferry sails")
    said = found(answerer, "which ferry sails", "the ferry never sails")
    both = found(answerer, "which ferry does not sail", "the ferry never sails")

    name = "{} alone negated"
    assert [s[name.format("question")] for s in (asked, said, both)] == [1.0, 0.0, 0.0]
    assert [s[name.format("sentence")] for s in (asked, said, both)] == [0.0, 1.0, 0.0]


def test_another_number_than_the_one_asked_about_is_counted(answerer: Answerer) -> None:
    other = found(answerer, "fares of 1904", "fares of 1912", **{"1904": NOWHERE})
    none = found(answerer, "fares of 1904", "the fares", **{"1904": NOWHERE})

    assert (other["other numbers"], none["other numbers"]) == (1.0, 0.0)
