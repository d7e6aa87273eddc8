"""Follow-ups take their subject over; questions that stand alone stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.history import Turn
from bot.resolving import FUNCTION_WORDS, resolve


def after(understood: str) -> list[Turn]:
    return [Turn(understood, understood, "g-000001", ())]


@given(st.text())
def test_the_first_question_of_a_chat_is_never_changed(question: str) -> None:
    assert resolve(question, []) == question


@given(st.text(), st.text())
def test_what_was_typed_stays_in_front(question: str, before: str) -> None:
    assert resolve(question, after(before)).startswith(question)


@pytest.mark.parametrize(
    "question",
    [
        "When was the lighthouse switched off?",
        "Who is Mara Lind?",
        "What does a return ticket for the ferry cost?",
        "Where do ferries to Norrholm leave?",
        "Andrew Amsel owns which boat?",
        "등대는 언제 세워졌나?",
    ],
)
def test_a_question_that_stands_alone_stays_as_it_is(question: str) -> None:
    assert resolve(question, after("When does the Kestrel sail to Norrholm?")) == question


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("and who commands it?", "and who commands it? Kestrel Norrholm"),
        ("Does it carry bicycles?", "Does it carry bicycles? Kestrel Norrholm"),
        ("what about Sundays?", "what about Sundays? Kestrel Norrholm"),
        ("why?", "why? Kestrel Norrholm"),
        # What the question already names is not said twice.
        ("and the Kestrel?", "and the Kestrel? Norrholm"),
    ],
)
def test_a_follow_up_takes_over_the_names(question: str, whole: str) -> None:
    assert resolve(question, after("When does the Kestrel sail to Norrholm?")) == whole


def test_without_a_name_it_takes_over_the_words_that_mean_something() -> None:
    assert resolve("why?", after("is anchoring forbidden on the quay")) == (
        "why? anchoring forbidden quay"
    )


def test_only_the_last_turn_counts() -> None:
    turns = [*after("Who owns the Albatross?"), *after("Who owns the Kestrel?")]

    assert resolve("where is it?", turns) == "where is it? Kestrel"


@given(st.text(st.characters(codec="utf-8")))
def test_no_function_word_is_taken_over(before: str) -> None:
    added = resolve("why?", after(before)).removeprefix("why?").split()

    assert not {word.lower() for word in added} & FUNCTION_WORDS
