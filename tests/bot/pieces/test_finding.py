"""The pieces that answer: of the kind asked for, and not in the question."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Highlight
from bot.pieces.finding import pieces

KINDS = ("date", "person", "place", "number", "reason")
SENTENCE = "In 1998 Ada Lund sold nine dogs in Nordby because of snow."
WORDS = st.sampled_from(
    """In in Ada Lund of the , . ( ) - 1998 May 3 nine dogs to and because due sold twice late BC
    farmers 's between from $ % century 7th Nordby president A years ago""".split()
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("kind", "piece"),
    [
        ("date", Highlight(3, 7, "date", "1998")),
        ("person", Highlight(8, 16, "person", "Ada Lund")),
        ("number", Highlight(22, 31, "number", "9")),
        ("place", Highlight(35, 41, "place", "Nordby")),
        ("reason", Highlight(42, 57, "reason", "because of snow")),
    ],
)
def test_each_kind_has_its_pieces(kind: str, piece: Highlight) -> None:
    question = "Where did it happen?" if kind == "place" else "What happened?"

    assert pieces(SENTENCE, kind, question, None) == (piece,)


@pytest.mark.parametrize("kind", ["", "term", "colour"])
def test_other_kinds_have_none(kind: str) -> None:
    assert pieces(SENTENCE, kind, "What happened?", None) == ()


def test_what_the_question_says_is_no_answer() -> None:
    text = "Ada Lund met Bo Berg."

    assert [p.value for p in pieces(text, "person", "Whom did ADA LUND meet?", None)] == ["Bo Berg"]


def test_a_piece_that_says_more_than_the_question_stays_whole() -> None:
    text = "It opened on May 3, 1998."

    assert [p.value for p in pieces(text, "date", "When in 1998 did it open?", None)] == [
        "1998-05-03"
    ]


def test_the_day_of_publication_tells_what_friday_is() -> None:
    day = datetime.date(2019, 11, 14)

    assert [p.value for p in pieces("It ends on Friday.", "date", "When?", day)] == ["2019-11-15"]


@given(TEXTS, st.sampled_from(KINDS), TEXTS)
def test_pieces_are_in_order_disjoint_and_within_the_sentence(
    text: str, kind: str, question: str
) -> None:
    found = pieces(text, kind, question, None)

    assert all(0 <= piece.start < piece.end <= len(text) for piece in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert {piece.kind for piece in found} <= {kind}
    assert all(piece.value for piece in found)
