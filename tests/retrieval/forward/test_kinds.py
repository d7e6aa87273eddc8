"""A word's kind is read from its spelling, its place and its neighbour."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.forward.forms import Form, forms_of
from retrieval.forward.kinds import (
    BEFORE_PLACE,
    CAPITALISED,
    KIND_OF,
    KINDS,
    NAMES,
    is_number,
    kinds,
    tables,
)
from retrieval.stopwords import STOP_WORDS

# Words of every kind, as they may be written.
KNOWN = sorted({*STOP_WORDS, *KIND_OF, *CAPITALISED, *BEFORE_PLACE, "pact", "x", "19", "1990s"})
SPELT = st.sampled_from([spelt for w in KNOWN for spelt in (w, w.upper(), w.capitalize())])
SENTENCES = st.lists(SPELT | st.text(max_size=5), max_size=8).map(" ".join)


def named(*texts: str) -> list[list[str]]:
    """Return the kinds of the words of some rows, read at once."""
    rows = [list(forms_of(text, "en")) for text in texts]
    forms = [form for row in rows for form in row]
    lengths = [len(row) for row in rows]
    ends = np.cumsum([0, *lengths])
    found = kinds(np.arange(len(forms), dtype=np.int32), ends[:-1], tables(forms))
    return [[KINDS[kind] for kind in found[slice(*edge)]] for edge in pairwise(ends.tolist())]


def one_by_one(text: str) -> list[str]:
    """Return the kinds of the words of a sentence, read from left to right."""
    found = []
    before, is_after_name = "", False
    for place, form in enumerate(forms_of(text, "en")):
        kind = by_rule(form, before, is_first=place == 0, is_after_name=is_after_name)
        found.append(kind)
        before, is_after_name = form.word, form.case > 0 and form.word not in STOP_WORDS
    return found


def by_rule(form: Form, before: str, *, is_first: bool, is_after_name: bool) -> str:
    """Return the kind of a word by the word before it."""
    word, is_capital = form.word, form.case > 0
    if word[0].isdigit():
        return by_digits(word)
    if is_capital and word in CAPITALISED:
        return CAPITALISED[word]
    is_name = is_capital and not is_first and word not in ("i", "the", "a")
    if word in STOP_WORDS and not is_name:
        return "stop word"
    if word in KIND_OF and not (is_capital and KIND_OF[word] == "reason"):
        return KIND_OF[word]
    if not is_capital or form.case == 2:
        return "acronym" if is_capital else "other"
    if is_first or is_after_name:
        return "first word" if is_first else "run of names"
    if before in BEFORE_PLACE:
        return "place name"
    return "agent" if before == "by" else "name"


def by_digits(word: str) -> str:
    """Return the kind of a word that begins with a digit."""
    if len(word) == 4 and word.isdigit() and "1000" <= word <= "2099":
        return "year"
    if word[-1] == "s" and word[:-1].isdigit() and len(word) in (4, 5):
        return "decade"
    is_counted = word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit()
    return "ordinal" if is_counted else "number"


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
        # A stop word with a capital inside a sentence is part of a name, "The" and "I" are not.
        ("The Who and The One", "stop word|name|stop word|stop word|name"),
        ("In The Hague I near By", "stop word|stop word|name|stop word|other|place name"),
        ("near Near Paris", "other|place name|run of names"),
        ("Kim's NATO's", "first word|acronym"),
    ],
)
def test_a_word_has_the_kind_that_its_spelling_and_neighbour_tell(text: str, expected: str) -> None:
    assert named(text) == [expected.split("|")]


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
        # Folded to 1/2.
        ("½", "number"),
    ],
)
def test_a_number_is_a_year_from_1000_to_2099(number: str, kind: str) -> None:
    assert named(f"around {number}") == [["other", kind]]


def test_rows_that_are_read_at_once_tell_each_other_nothing() -> None:
    assert named("signed by", "", "Kim in", "Seoul", "") == [
        ["other", "stop word"],
        [],
        ["first word", "stop word"],
        ["first word"],
        [],
    ]


@given(st.lists(SENTENCES, max_size=5))
def test_words_read_at_once_have_the_kinds_of_words_read_one_by_one(texts: list[str]) -> None:
    assert named(*texts) == [one_by_one(text) for text in texts]


def test_no_rows_have_no_kinds() -> None:
    assert named() == []


@pytest.mark.parametrize("word", ["7", "1,000", "5th", "seven", "million", "second", "june", "dec"])
def test_digits_number_words_and_months_are_numbers(word: str) -> None:
    assert is_number(word)


@pytest.mark.parametrize("word", ["may", "march", "pact", "day", "the", ""])
def test_other_words_are_no_numbers(word: str) -> None:
    assert not is_number(word)


def test_no_kind_is_listed_twice_and_names_are_kinds() -> None:
    assert len(set(KINDS)) == len(KINDS)
    assert set(NAMES) <= set(KINDS)
