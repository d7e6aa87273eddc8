"""An index keeps its texts as rows of forms: passages, then titles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.forms import forms_of
from retrieval.forward.texts import ROWS, Forward
from retrieval.storage import Stored
from tests.retrieval.forward.making import forward_of, stored_of

TEXTS = st.lists(st.text(st.sampled_from("aBc 19.-'s é日"), max_size=12), max_size=6)


def read(forward: Forward, *rows: int) -> list[list[str]]:
    """Return the keys of the words of each row."""
    form, row = forward.read(np.array(rows, np.int64))
    keys = forward.keys()
    found: list[list[str]] = [[] for _ in rows]
    for number, place in zip(form.tolist(), row.tolist(), strict=True):
        found[place].append(keys[number])
    return found


def test_a_row_holds_the_forms_of_its_words() -> None:
    forward = forward_of(["The pact ends.", "..."], ["Pact"])

    assert read(forward, 0, 1, 2) == [
        ["en\t1\tl\tthe", "en\t0\tl\tpact", "en\t0\tl\tends"],
        [],
        ["en\t1\tl\tpact"],
    ]


@given(TEXTS, TEXTS.filter(bool), st.data())
def test_rows_are_read_in_any_order_and_as_often_as_asked(
    texts: list[str], titles: list[str], data: st.DataObject
) -> None:
    forward = forward_of(texts, titles)
    everything = [*texts, *titles]
    rows = data.draw(st.lists(st.integers(0, len(everything) - 1), max_size=8))

    found = read(forward, *rows)

    assert found == [[form.key for form in forms_of(everything[row], "en")] for row in rows]


def test_many_forms_take_several_bytes_each() -> None:
    texts = [f"word{number}" for number in range(300)]

    found = read(forward_of(texts), 299, 128, 127)

    assert found == [["en\t0\tl\tword299"], ["en\t0\tl\tword128"], ["en\t0\tl\tword127"]]


def test_marks_are_those_of_the_passages() -> None:
    forward = forward_of(["It cost $5 (net).", "Nothing more."], ["A title: empty"])

    # Money is bit 0, a bracket bit 3.
    assert forward.marks.tolist() == [0b1001, 0]


@pytest.mark.parametrize("kind", [bytes, memoryview])
def test_blobs_may_be_any_bytes(kind: type[bytes | memoryview]) -> None:
    stored = stored_of(["The pact ends."])

    opened = Forward.open(
        Stored(stored.arrays, {name: kind(blob) for name, blob in stored.blobs.items()}, {})
    )

    assert read(opened, 0) == [["en\t1\tl\tthe", "en\t0\tl\tpact", "en\t0\tl\tends"]]
    assert opened.pieces.of_question(["pact"]).shape == (3,)


def test_an_index_of_nothing_has_no_rows() -> None:
    forward = Forward.open(stored_of([]))

    assert forward.offsets.tolist() == [0]
    assert len(forward.encoded) == len(forward.marks) == len(forward.keys()) == 0
    assert ROWS in stored_of([]).blobs
