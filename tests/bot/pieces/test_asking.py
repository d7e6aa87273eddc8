"""What kind of piece a question asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pieces.asking import kind_asked

KINDS = {"date", "person", "place", "number", "reason", ""}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When does the ferry leave?", "date"),
        ("In what year did the lighthouse open?", "date"),
        ("How long ago was the quay built?", "date"),
        ("Who keeps the lighthouse?", "person"),
        ("Which captain brought the dogs?", ""),
        ("What president opened the bridge?", "person"),
        ("Where is the ticket office?", "place"),
        ("Which city has two quays?", "place"),
        ("How many dogs are there?", "number"),
        ("How much does a ticket cost?", "number"),
        ("At what age did she retire?", "number"),
        ("What percentage of the crew is ill?", "number"),
        ("Why was the tower closed?", "reason"),
        ("For what reason was the tower closed?", "reason"),
        ("What caused the fire?", "reason"),
        ("What is the name of the ferry?", ""),
        ("Is the tower open?", ""),
        ("lighthouse", ""),
        ("", ""),
    ],
)
def test_an_english_question_asks_for_a_kind_or_for_none(question: str, kind: str) -> None:
    assert kind_asked(question, "en") == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When the ferry is late, how many people wait?", "number"),
        ("The sailors who fled went to which city?", "place"),
        ("The tower where she lived was built in what year?", "date"),
        ("By whom was the tower built?", "person"),
    ],
)
def test_a_word_that_opens_a_clause_beside_the_question_does_not_ask(
    question: str, kind: str
) -> None:
    assert kind_asked(question, "en") == kind


@pytest.mark.parametrize("language", ["ko", "de", "und", ""])
def test_questions_in_other_languages_ask_for_nothing(language: str) -> None:
    assert kind_asked("When does the ferry leave?", language) == ""


@given(st.text(max_size=200))
def test_any_text_has_one_of_the_kinds(text: str) -> None:
    assert kind_asked(text, "en") in KINDS


@given(st.sampled_from(["when did it end", "who came", "how many came", "why"]))
def test_capitals_and_spaces_change_nothing(question: str) -> None:
    shouted = question.upper().replace(" ", "   ")

    assert kind_asked(shouted, "en") == kind_asked(question, "en")
