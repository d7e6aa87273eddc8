"""A name is data to show: nothing in it leads anywhere, hides or turns around."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.names import LONGEST_NAME, cleaned, free


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("minutes.txt", "minutes.txt"),
        ("../../etc/passwd", "passwd"),
        ("/etc/shadow.txt", "shadow.txt"),
        ("C:\\Windows\\system.txt", "system.txt"),
        ("a\0b.txt", "ab.txt"),
        ("invoice\u202etxt.exe", "invoicetxt.exe"),
        ("two\nlines\t.txt", "two lines .txt"),
        ("CON", "CON"),
        ("\U0001f469\u200d\U0001f680.txt", "\U0001f469\u200d\U0001f680.txt"),
        ("...", ""),
        (".hidden.txt", "hidden.txt"),
        ("\u200b\u2066.\ufeff", ""),
        ("half\ud800.txt", "half.txt"),
        ("a" * 300 + ".txt", "a" * 96 + ".txt"),
        ("a." + "b" * 300, "a." + "b" * 98),
    ],
)
def test_a_name_keeps_what_can_be_seen_of_its_last_part(given_name: str, shown: str) -> None:
    assert cleaned(given_name) == shown


@given(st.text(max_size=400))
def test_a_cleaned_name_is_short_one_line_no_path_and_clean(name: str) -> None:
    shown = cleaned(name)

    assert len(shown) <= LONGEST_NAME
    assert not {"/", "\\", "\n", "\0"} & set(shown)
    assert not any(unicodedata.bidirectional(c) in {"RLO", "LRO", "RLE", "LRI"} for c in shown)
    assert cleaned(shown) == shown or len(shown) == LONGEST_NAME
    assert shown not in (".", "..")


@given(st.lists(st.sampled_from(["a.txt", "b.md", "c"]), max_size=12))
def test_the_same_name_again_gets_a_number(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        found = free(name, taken)
        assert found not in taken
        taken.add(found)

    assert len(taken) == len(names)
