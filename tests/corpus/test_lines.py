"""Stretches of a file hold all of it, line by whole line."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lines import Lines, cut_lines, line_numbers

CONTENT = st.text("ab\n").map(str.encode)


@given(CONTENT, st.integers(1, 8))
def test_stretches_cover_a_file_and_end_with_their_lines(content: bytes, size: int) -> None:
    cuts = [*cut_lines(io.BytesIO(content), size)]

    assert [cut.start for cut in cuts] + [len(content)] == [0, *(cut.end for cut in cuts)]
    assert all(content[cut.end - 1 : cut.end] == b"\n" for cut in cuts[:-1])
    assert [cut.first for cut in cuts] == [content[: c.start].count(b"\n") + 1 for c in cuts]


@given(CONTENT, st.integers(1, 8))
def test_a_stretch_has_its_size_and_no_more_than_the_rest_of_a_line(
    content: bytes, size: int
) -> None:
    cuts = [*cut_lines(io.BytesIO(content), size)]

    for cut in cuts[:-1]:
        assert cut.end - cut.start >= size
        assert b"\n" not in content[cut.start + size : cut.end - 1]


def test_an_empty_file_has_no_stretch() -> None:
    assert [*cut_lines(io.BytesIO(), 5)] == []


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_line_over_the_limit_ends_the_last_stretch(size: int) -> None:
    # Three bytes with its line break are allowed; the second line has more.
    content = b"ab\nabcdefgh\nab\n"

    cuts = [*cut_lines(io.BytesIO(content), size, longest=3)]

    last = cuts[-1]
    assert [*cuts[:-1], last.first] == [Lines(0, 3, 1), 2]
    assert (last.start, last.end - last.start > 3) == (3, True)


@given(CONTENT, st.data())
def test_the_line_of_a_byte_follows_from_the_line_breaks_before_it(
    content: bytes, data: st.DataObject
) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(content)))))

    numbers = line_numbers(io.BytesIO(content), places)

    assert numbers == [content[:place].count(b"\n") + 1 for place in places]


def test_lines_behind_the_end_of_a_file_cannot_be_counted_and_end() -> None:
    assert line_numbers(io.BytesIO(b"a\nb\n"), [2, 100]) == [2, 3]


def test_lines_are_counted_through_a_large_file() -> None:
    content = b"x" * (1 << 20) + b"\n" + b"x" * (3 << 20) + b"\n"

    assert line_numbers(io.BytesIO(content), [0, 1 << 20, (1 << 20) + 1, len(content)]) == [
        *(1, 1, 2, 3)
    ]
