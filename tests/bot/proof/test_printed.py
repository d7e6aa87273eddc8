"""Citations are found in any text, and the words above them read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.proof.printed import Page

PIECES = st.sampled_from(
    ("a", "[b", "c]", "=", ",", "\n", "| ", "> ", " ", "\n\n", ", sentence 1", ", sentences 2-3",
     "; the same in 2 others: ")
)  # fmt: skip


def cited(text: str) -> list[tuple[int, int, str]]:
    return [(each.first, each.last, each.line) for each in Page(text).printed]


@given(st.lists(PIECES, max_size=30).map("".join) | st.text())
def test_every_text_is_read(text: str) -> None:
    page = Page(text)

    for printed in page.printed:
        assert 0 <= printed.first < 10**9
        assert [start for _, start in printed.heads] == sorted({s for _, s in printed.heads})
        quotes = [(page.quote("a", start), start) for _, start in printed.heads]
        assert all(quote is None or quote.stop <= start for quote, start in quotes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T, sentence 3", [(2, 2, "T")]),
        ("T, sentences 3-5", [(2, 4, "T")]),
        ("A title,\n  a day, sentence\n4", [(3, 3, "a day")]),
        ("[May 3 = 2019-05-03] [now = 2019] T, sentence 1", [(0, 0, "T")]),
        ("[Sic] T, sentence 1", [(0, 0, "[Sic] T")]),
        ("T, sentence 3; the same in 2 others: A, sentence 1; B, sentence 2", [(2, 2, "T")]),
        ("T, sentence 3; the same", []),
        ("T, sentence 3 and so on", []),
        ("T, sentence 0", []),
        ("T, sentence three", []),
        ("T, sentence", []),
        ("T sentence 3", []),
        ("| T, sentence 3", []),
        ("T,\n\nsentence 3", []),
        ("sentence 3", []),
    ],
)
def test_a_citation_ends_its_line_or_goes_on_with_copies(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    assert cited(text) == expected


def test_all_that_a_citation_may_say_is_offered_longest_first() -> None:
    (printed,) = Page("> why\nSo. [it = 2] A, B, sentence 1").printed

    # The words are > why So. [it = 2] A, B, sentence 1, numbered from 0.
    assert printed.heads == (
        ("> why So. [it = 2] A, B", 0),
        ("So. [it = 2] A, B", 2),
        ("[it = 2] A, B", 3),
        ("= 2] A, B", 4),
        ("2] A, B", 5),
        ("A, B", 6),
        ("B", 7),
    )


def test_a_quote_is_the_words_from_where_one_may_open_to_its_citation() -> None:
    page = Page("Well.\n\nIt rose.\nT, sentence 1")

    # The citation begins with word 3, "T,".
    assert page.quote("It\trose.", 3) == range(1, 3)
    assert [page.quote(text, 3) for text in ("rose.", "Well. It rose.", "It fell.", "")] == [
        None,
        range(3),
        None,
        None,
    ]
