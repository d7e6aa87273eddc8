"""Which clauses name a topic, and which way they look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.timeline.clauses import clauses_about, looks_ahead, tells_of_past

TEXT = "Ellen paid in May, and the pact ended in June, but nobody cried."


def test_only_the_clause_that_names_the_topic_counts() -> None:
    clauses = clauses_about(TEXT, [TEXT.index("pact")])

    assert [TEXT[start:end] for start, end in clauses] == [", and the pact ended in June"]


@given(naming=st.lists(st.integers(0, len(TEXT) - 1), max_size=3))
def test_clauses_are_in_order_and_hold_every_name(naming: list[int]) -> None:
    clauses = clauses_about(TEXT, naming)

    assert clauses == sorted(clauses)
    assert all(any(start <= at < end for start, end in clauses) for at in naming)


def test_where_no_clause_names_the_topic_all_count() -> None:
    clauses = clauses_about(TEXT, [])

    assert "".join(TEXT[start:end] for start, end in clauses) == TEXT


@pytest.mark.parametrize(
    ("text", "is_ahead"),
    [
        ("The tunnel will open on May 5.", True),
        ("The tunnel is to open on May 5.", True),
        ("They have until May 5.", True),
        ("They had to say so by May 5.", True),
        ("The tunnel opened on May 5.", False),
        ("The tunnel, seen by many, opened on May 5.", False),
    ],
)
def test_a_clause_looks_ahead_by_its_verb_or_a_deadline(text: str, is_ahead: bool) -> None:
    assert looks_ahead(text, text.index("May 5"), (0, len(text))) is is_ahead


@pytest.mark.parametrize(
    ("text", "is_past"),
    [
        ("Workers broke through the wall.", True),
        ("Workers who broke the wall will rest.", False),
        ("The tunnel has two lanes that were painted.", False),
        ("Nobody knows what happened.", False),
        ("", False),
    ],
)
def test_a_sentence_tells_of_the_past_by_its_main_verb(text: str, is_past: bool) -> None:
    assert tells_of_past(text) is is_past
