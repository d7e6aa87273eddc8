"""A word's kind is read from its spelling, its place and its neighbour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.kinds import KINDS, NAMES, is_number, kinds, marks
from retrieval.words import words


def named(text: str) -> list[str]:
    return [KINDS[number] for number in kinds(text, list(words(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The opening word has its capital from there; Park follows no name and no preposition.
        ("Kim met Park in Seoul", "first word|other|name|stop word|place name"),
        ("on Monday, 5 May 1998", "stop word|weekday|number|month|year"),
        ("it may march on", "stop word|stop word|other|stop word"),
        ("signed by Kim for NATO", "other|stop word|agent|stop word|acronym"),
        ("the World Health Fund", "stop word|name|run of names|run of names"),
        ("the 2nd rise of the 1990s", "stop word|ordinal|other|stop word|stop word|decade"),
        ("two third miles", "number word|ordinal|unit"),
        ("owing to 12 dollars a century", "reason|stop word|number|money|stop word|time word"),
        ("said President Kim", "other|person title|run of names"),
    ],
)
def test_a_word_has_the_kind_that_its_spelling_and_neighbour_tell(text: str, expected: str) -> None:
    found = named(text)

    assert found == expected.split("|")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("1000", "year"),
        ("1999", "year"),
        ("2099", "year"),
        ("999", "number"),
        ("2100", "number"),
        ("3.5", "number"),
        ("21st", "ordinal"),
        ("1880s", "decade"),
    ],
)
def test_a_number_is_a_year_from_1000_to_2099(number: str, kind: str) -> None:
    found = named(f"around {number}")

    assert found == ["other", kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose.", []),
        ("It rose 5%.", ["percent"]),
        ("It cost $5 (or €4).", ["money", "bracket"]),
        ("He said: “no”.", ["quotation", "colon"]),
        ("First; then.", ["colon"]),
    ],
)
def test_marks_are_found_wherever_they_stand(text: str, expected: list[str]) -> None:
    found = [KINDS[number] for number in marks(text)]

    assert found == expected


@pytest.mark.parametrize("word", ["7", "1,000", "5th", "seven", "million", "second", "june", "dec"])
def test_digits_number_words_and_months_are_numbers(word: str) -> None:
    assert is_number(word)


@pytest.mark.parametrize("word", ["may", "march", "pact", "day", "the", ""])
def test_other_words_are_no_numbers(word: str) -> None:
    assert not is_number(word)


def test_no_kind_is_listed_twice_and_names_are_kinds() -> None:
    assert len(set(KINDS)) == len(KINDS)
    assert set(NAMES) <= set(KINDS)


def test_kinds_fit_the_bits_that_an_index_keeps_for_marks() -> None:
    # Marks are bits of a uint32.
    assert len(KINDS) <= 32


@given(st.text(max_size=60))
def test_every_word_of_any_text_has_one_kind(text: str) -> None:
    found = list(words(text))

    numbers = kinds(text, found)

    assert len(numbers) == len(found)
    assert all(0 <= number < len(KINDS) for number in [*numbers, *marks(text)])
