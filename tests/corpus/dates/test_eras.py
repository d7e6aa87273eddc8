"""Many years at once."""

import pytest

from tests.corpus.dates.reading import read


@pytest.mark.parametrize(
    ("text", "shown", "iso"),
    [
        ("It was a colony (1910-45).", "1910-45", "1910/1945"),
        ("It was a colony from 1910 to 1945.", "1910 to 1945", "1910/1945"),
        ("It grew between 1898 and 1905.", "1898 and 1905", "1898/1905"),
        ("It won the 2019–20 season.", "2019–20", "2019/2020"),
        ("It shrank in the early 1990s.", "1990s", "1990/1999"),
        ("It shrank in the '80s.", "'80s", "1980/1989"),
        ("It was built in the 1800s.", "1800s", "1800/1899"),
        ("It is of the 19th century.", "19th century", "1801/1900"),
        ("It is of the twelfth century.", "twelfth century", "1101/1200"),
        ("It is of the last century.", "last century", "1901/2000"),
    ],
)
def test_a_stretch_of_years_is_read(text: str, shown: str, iso: str) -> None:
    assert read(text) == [(shown, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "See pages 1910-45 of the report.",
        "Call 555-1910-45 now.",
        "Roughly 1500-2000 people came.",
        "The index rose from 1950 to 2010.",
        "It was built in the 1900s.",
        "He is in his '80s.",
        "It is of the fifth century BC.",
        "They meet from 1945-10.",
    ],
)
def test_counts_and_unsure_stretches_are_left_out(text: str) -> None:
    assert read(text) == []
