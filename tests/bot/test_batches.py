"""Lines of questions: one line out for each, in order, whatever is in them."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Answerer
from bot.batches import answer_lines

FARE = "What does a return ticket for the ferry cost?"
FERRY, LIGHTHOUSE = "2021-09-14-ferry.txt", "2019-05-02-lighthouse.txt"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
KEYS = st.sampled_from(["id", "question", "conversation", "documents", "as_of"])


def answers(
    answerer: Answerer, *given_lines: dict[str, Any] | str, n_ranked: int = 10
) -> list[dict[str, Any]]:
    lines = [line if isinstance(line, str) else json.dumps(line) for line in given_lines]
    return list(answer_lines(answerer, lines, n_ranked=n_ranked))


def found(answer: dict[str, Any]) -> set[str]:
    return {entry["document"] for entry in answer["ranked"]}


def test_answers_come_in_the_order_of_their_questions_and_blank_lines_are_left_out(
    answerer: Answerer,
) -> None:
    given_lines = ({"id": "b", "question": FARE}, "", " \n", {"id": 1, "question": "zeppelin"})

    out = answers(answerer, *given_lines)

    assert [(line["id"], line["answered"]) for line in out] == [("b", True), (1, False)]


def test_a_question_without_an_id_has_none(answerer: Answerer) -> None:
    assert answers(answerer, {"question": FARE})[0]["id"] is None


@pytest.mark.parametrize(
    ("bad", "key", "clause"),
    [
        ("{", None, "not JSON"),
        ("[" * 100_000, None, "not JSON"),
        ("[1]", None, "not a JSON object"),
        ('{"id": 3}', 3, '"question" must be a text'),
        ('{"id": 3, "question": " "}', 3, '"question" must be a text'),
        ('{"id": 3, "question": "\\ud800"}', 3, "half a surrogate pair"),
        ('{"id": 3, "question": "a", "documents": "a.txt"}', 3, '"documents" must be a list'),
        ('{"id": 3, "question": "a", "documents": [1]}', 3, '"documents" must be a list'),
        ('{"id": 3, "question": "a", "as_of": "2019-14-01"}', 3, '"as_of" must be a day'),
        ('{"id": 3, "question": "a", "as_of": 2019}', 3, '"as_of" must be a day'),
    ],
)
def test_a_bad_line_gives_its_id_and_an_error_and_the_rest_goes_on(
    bad: str, key: object, clause: str, answerer: Answerer
) -> None:
    error, good = answers(answerer, bad, {"id": "next", "question": FARE})

    assert set(error) == {"id", "error"}
    assert error["id"] == key
    assert clause in error["error"]
    assert (good["id"], good["answered"]) == ("next", True)


@given(fields=st.dictionaries(KEYS, VALUES))
def test_every_object_gives_one_line_that_echoes_its_id(
    fields: dict[str, Any], answerer: Answerer
) -> None:
    (out,) = answers(answerer, fields)

    given_id = fields.get("id")
    assert out["id"] == (given_id if type(given_id) in (int, str) else None)
    assert ("error" in out) != ("answered" in out)


@pytest.mark.parametrize("bad", ["true", "1.0", "NaN", "[1]", '{"a": 1}'])
def test_an_id_is_a_text_or_a_whole_number(bad: str, answerer: Answerer) -> None:
    (out,) = answers(answerer, f'{{"id": {bad}, "question": "{FARE}"}}')

    assert out == {"id": None, "error": '"id" must be a text or a whole number'}


def test_lines_of_a_conversation_are_its_turns(answerer: Answerer) -> None:
    first = {"id": 1, "question": "When did the ferry Kestrel resume?", "conversation": "k"}
    other = {"id": 2, "question": "What about it?", "conversation": "another"}
    alone = {"id": 3, "question": "What about it?"}
    later = {"id": 4, "question": "What about it?", "conversation": "k"}

    out = answers(answerer, first, other, alone, later)

    assert [line["understood"] for line in out] == [
        "When did the ferry Kestrel resume?",
        "What about it?",
        "What about it?",
        "What about it? Kestrel",
    ]


def test_a_line_may_name_the_documents_and_the_day(answerer: Answerer) -> None:
    everywhere = {"question": "ferry lighthouse crowns"}

    free, scoped, early = answers(
        answerer,
        everywhere,
        everywhere | {"documents": [FERRY]},
        everywhere | {"as_of": "2019-05-02"},
    )

    assert found(free) == {FERRY, LIGHTHOUSE}
    assert found(scoped) == {FERRY}
    assert found(early) == {LIGHTHOUSE}


def test_at_most_the_wanted_number_is_ranked(answerer: Answerer) -> None:
    question = {"question": "ferry lighthouse crowns quay"}

    (one,), (many,) = (answers(answerer, question, n_ranked=limit) for limit in (1, 4))

    assert [len(line["ranked"]) for line in (one, many)] == [1, 4]
    assert many["ranked"][:1] == one["ranked"]


def test_lines_are_answered_as_they_come(answerer: Answerer) -> None:
    read: list[int] = []

    def lines() -> Iterable[str]:
        for number in range(3):
            read.append(number)
            yield json.dumps({"id": number, "question": FARE})

    first = next(iter(answer_lines(answerer, lines(), n_ranked=1)))

    assert first["id"] == 0
    assert read == [0]
