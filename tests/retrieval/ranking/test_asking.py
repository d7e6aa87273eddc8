"""What a question asks for is told by its opening words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ranking.asking import TYPES, Asked, asked

WORDS = """what which who whom whose when where why how whats whos wheres is are did can the of his
    many much long often old year city name number s re pact seoul 2019""".split()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when does the pact end", Asked("when")),
        ("tell me when it ends", Asked("when")),
        ("who signed the pact", Asked("who")),
        ("by whom was it signed", Asked("who")),
        ("whose pact was it", Asked("who")),
        ("where was it signed", Asked("where")),
        ("wheres the pact", Asked("where")),
        ("why did seoul end it", Asked("why")),
        ("how many ships sank", Asked("how many", "ships")),
        ("how many", Asked("how many")),
        ("how much did it cost", Asked("how much")),
        ("how long did it last", Asked("how long")),
        ("how often do they meet", Asked("how often")),
        ("how frequently do they meet", Asked("how often")),
        ("how old is the harbour", Asked("how large")),
        ("how did it end", Asked("how")),
        ("how", Asked("how")),
        ("what is the pact", Asked("what is", "pact")),
        ("what was its name", Asked("what is", "name")),
        ("what is the name of the harbour", Asked("which person", "name")),
        ("what does seoul want", Asked("what does")),
        ("what year did it end", Asked("which time", "year")),
        ("which harbour town burned", Asked("which place", "town")),
        ("what percentage voted", Asked("which number", "percentage")),
        ("which pact ended", Asked("which", "pact")),
        ("what pact ended", Asked("what", "pact")),
        ("what", Asked("what")),
        ("did seoul end the pact", Asked("yes or no")),
        # An opener this far behind an auxiliary opens a clause, not the question.
        ("did they say in june when it ends", Asked("yes or no")),
        ("gsomia", Asked("other")),
        ("", Asked("other")),
    ],
)
def test_a_question_asks_for_what_its_opening_words_say(question: str, expected: Asked) -> None:
    found = asked(question.split())

    assert found == expected


def test_no_type_is_listed_twice() -> None:
    assert len(set(TYPES)) == len(TYPES)


@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_any_words_ask_for_a_known_type_and_a_focus_among_them(words: list[str]) -> None:
    found = asked(words)

    assert found.type in TYPES
    assert found.focus in ["", *words]
