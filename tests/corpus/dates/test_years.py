"""Years by number."""

import pytest

from tests.corpus.dates.reading import read


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It burned in 1998.", ["1998"]),
        ("It has burned since 2001.", ["2001"]),
        ("They won the 1998 World Cup.", ["1998"]),
        ("A 2012 report warned of it.", ["2012"]),
        ("It burned in 1998, 2001 and 2005.", ["1998", "2001", "2005"]),
        ("He was born in the year 1215.", ["1215"]),
        ("Her first novel (1951) sold well.", ["1951"]),
        ("It raised its forecast for 2020.", ["2020"]),
        ("It opened in 1998 and won a prize in 2001.", ["1998", "2001"]),
    ],
)
def test_a_number_is_a_year_where_its_surroundings_say_so(text: str, shown: list[str]) -> None:
    assert read(text) == [(number, number) for number in shown]


@pytest.mark.parametrize(
    "text",
    [
        "About 2,019 people came.",
        "One in 1,000 has it.",
        "It is ruled by Section 1910.",
        "It ran on Windows 2000.",
        "In 2000 words she told it.",
        "It won by 1998 votes.",
        "The 1000 guests ate.",
        "It left at 1400 GMT and was back by 1500 GMT.",
        "A total of 1998 votes were cast.",
        "They call it 2012 DA14.",
        "The fee for 1500 is fixed.",
        "It was planned for fiscal year 2019.",
        "It paid in 1500 won notes.",
    ],
)
def test_other_numbers_are_no_years(text: str) -> None:
    assert read(text) == []
