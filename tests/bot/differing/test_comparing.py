"""Two sentences differ where they say the same of the same subject with other values."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.differing import Difference, Span, Statement, difference
from tests.bot.differing.pairs import Pair, pairs

TUNED = pairs("tuned")
ANY_PAIR = st.sampled_from([*TUNED, *pairs("plain"), *pairs("kept")])


def found(pair: Pair) -> Difference | None:
    return difference(pair.question, pair.one, pair.other)


def say(text: str, title: str = "") -> Statement:
    return Statement("a", None, text, title)


@pytest.mark.parametrize("pair", TUNED, ids=lambda pair: pair.one.text[:40])
def test_a_pair_that_was_tuned_on_is_told_apart_by_its_kind_of_value(pair: Pair) -> None:
    seen = found(pair)

    assert (seen.kind if seen else "") == pair.kind


@pytest.mark.parametrize(
    ("name", "n_differing", "n_agreeing", "least_found", "most_false"),
    [
        # As measured.
        ("plain", 67, 16, 58, 0), ("kept", 24, 42, 22, 1), ("fresh", 40, 80, 39, 0),
        ("again", 30, 61, 26, 0), ("last", 24, 29, 20, 0),
        ("unseen", 20, 27, 18, 1),
    ],
)  # fmt: skip
def test_most_differences_are_found_and_few_are_found_where_there_are_none(
    name: str, n_differing: int, n_agreeing: int, least_found: int, most_false: int
) -> None:
    differing = [pair for pair in pairs(name) if pair.kind]
    agreeing = [pair for pair in pairs(name) if not pair.kind]

    n_found = sum(found(pair) is not None for pair in differing)
    n_false = sum(found(pair) is not None for pair in agreeing)

    assert (len(differing), len(agreeing)) == (n_differing, n_agreeing)
    assert n_found >= least_found
    assert n_false <= most_false


@given(pair=ANY_PAIR)
def test_the_order_of_the_sentences_changes_only_the_order_of_the_values(pair: Pair) -> None:
    seen = found(pair)

    turned = difference(pair.question, pair.other, pair.one)

    assert turned == (seen and Difference(seen.kind, seen.other, seen.one))


@given(pair=ANY_PAIR)
def test_values_are_pieces_of_their_sentences(pair: Pair) -> None:
    seen = found(pair)

    if seen is not None:
        for span, statement in ((seen.one, pair.one), (seen.other, pair.other)):
            assert span.value == statement.text[span.start : span.end] != ""


@given(question=st.text(max_size=60), one=st.text(max_size=120), other=st.text(max_size=120))
def test_no_text_is_too_odd_to_compare(question: str, one: str, other: str) -> None:
    day = datetime.date(2024, 5, 1)

    seen = difference(question, Statement("a", day, one), Statement("b", None, other))

    assert seen is None or seen.one.value != seen.other.value


@given(pair=ANY_PAIR)
def test_a_sentence_never_differs_from_itself(pair: Pair) -> None:
    assert difference(pair.question, pair.one, pair.one) is None


def test_both_values_are_given_with_their_places() -> None:
    seen = difference("How much is the fare?", say("The fare is $3."), say("The fare is $4."))

    # "The fare is " has 12 characters.
    assert seen == Difference("number", Span(12, 14, "$3"), Span(12, 14, "$4"))


def test_other_languages_differ_only_in_the_digits_of_equal_sentences() -> None:
    one, other = say("Die Fahrt kostet 3 Euro."), say("Die Fahrt kostet 4 Euro.")

    seen = difference("Was kostet die Fahrt?", one, other, language="de")

    assert seen == Difference("number", Span(17, 18, "3"), Span(17, 18, "4"))


def test_other_languages_with_other_words_are_not_compared() -> None:
    one, other = say("Die Fahrt kostet 3 Euro."), say("Eine Fahrt kostet 4 Euro.")

    assert difference("Was kostet die Fahrt?", one, other, language="de") is None


def test_a_pair_is_compared_in_less_than_two_milliseconds() -> None:
    for pair in TUNED:
        found(pair)

    start = time.process_time()
    for pair in TUNED:
        found(pair)
    seconds = (time.process_time() - start) / len(TUNED)

    # The aim is 0.5 ms; the limit leaves room for a busy machine.
    assert seconds < 0.002


def test_the_name_in_a_question_may_stand_in_the_titles() -> None:
    one, other = (say(f"The toll is {n} crowns.", "Corrie bridge") for n in (2, 3))

    seen = difference("What is the toll on the Corrie bridge?", one, other)

    assert seen == Difference("number", Span(12, 13, "2"), Span(12, 13, "3"))


def test_a_name_in_the_title_of_one_alone_tells_two_subjects() -> None:
    one, other = say("The toll is $2.", "Corrie bridge"), say("The toll is $3.", "Tarff bridge")

    assert difference("What is the toll on the Corrie bridge?", one, other) is None


def test_values_are_never_taken_from_a_title() -> None:
    one, other = say("It rose.", "The fare is $2"), say("It rose again.", "The fare is $3")

    assert difference("How much is the fare?", one, other) is None
