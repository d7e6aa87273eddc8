"""An index keeps its texts as rows of words: passages, then titles."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.forward.kinds import KINDS
from retrieval.forward.texts import STOPS, Forward
from retrieval.index import Index
from retrieval.stopwords import STOP_WORDS
from tests.retrieval.making import document, index_of, publish
from tests.retrieval.ranking.making import harbour


def term(index: Index, stem: str) -> int:
    return index.n_terms + STOPS[stem] if stem in STOPS else index.number(stem)


def row(index: Index, number: int) -> list[int]:
    """Return the term numbers of a row."""
    forward = index.forward
    inside = slice(forward.offsets[number], forward.offsets[number + 1])
    return [int(n) for n in forward.terms[forward.words[inside]]]


def is_name(index: Index, stem: str) -> bool:
    return bool(index.forward.term_is_name[index.number(stem)])


@pytest.mark.parametrize(
    ("number", "stems"),
    [
        (0, "the pact of seoul end in 2019"),
        (1, "it was sign in tokyo"),
        (4, "tokyo wait"),
        (6, "harbour pact"),
        (7, ""),
    ],
)
def test_a_row_holds_the_terms_of_its_words_with_stop_words_behind(number: int, stems: str) -> None:
    index = harbour()

    found = row(index, number)

    assert found == [term(index, stem) for stem in stems.split()]


def test_other_languages_are_stemmed_as_they_are_and_have_no_stop_words() -> None:
    index = index_of(document("a", "Der Vertrag was endet.", language="de"))

    found = row(index, 0)

    assert found == [index.number(stem) for stem in ("der", "vertrag", "was", "end")]
    assert min(found) >= 0


def test_there_is_a_row_for_every_passage_and_every_title() -> None:
    forward = harbour().forward

    # Words: 7 5 4 7 | 2 6, titles 2 and 0.
    assert forward.offsets.tolist() == [0, 7, 12, 16, 23, 25, 31, 33, 33]
    assert len(forward.words) == len(forward.kinds) == 33


def test_kinds_stand_where_the_words_stand() -> None:
    kinds = [KINDS[kind] for kind in harbour().forward.kinds[:7]]

    # The pact of Seoul ends in 2019.
    expected = "stop word|other|stop word|place name|other|stop word|year"
    assert kinds == expected.split("|")


def test_marks_are_bits_by_kind() -> None:
    index = index_of(document("a", "It cost $5 (net). | Nothing more."))

    bits = index.forward.marks.tolist()

    # Two sentences and an empty title.
    money_and_bracket = 1 << KINDS.index("money") | 1 << KINDS.index("bracket")
    assert bits == [money_and_bracket, 0, 0]


def test_stop_words_are_numbered_by_name() -> None:
    assert [word for word, _ in sorted(STOPS.items(), key=lambda item: item[1])] == sorted(
        STOP_WORDS
    )
    assert sorted(STOPS.values()) == list(range(len(STOP_WORDS)))


def test_a_term_is_a_name_when_most_of_its_mentions_inside_sentences_have_a_capital() -> None:
    index = index_of(
        document("a", "Rain fell on Rain Street and rain fell on Seoul. | Seoul saw rain.")
    )

    # Inside sentences: "Rain" once, "rain" twice; "Seoul" once; "Street" once; "fell" never.
    names = {word for word in "rain seoul street fell".split() if is_name(index, word)}
    assert names == {"seoul", "street"}


def test_words_that_open_a_sentence_tell_nothing_about_names() -> None:
    index = index_of(document("a", "Rain fell. | Rain stopped."))

    assert not is_name(index, "rain")


def test_rows_read_from_disk_are_those_that_were_built(tmp_path: Path) -> None:
    documents = document("a", "The pact ends. | $5 (net).", title="Pact"), document("b", "Rain.")
    built = index_of(*documents).forward
    publish(tmp_path, documents)

    opened = Index.open(tmp_path).forward

    for name in ("offsets", "words", "kinds", "marks", "terms", "term_is_name"):
        assert np.array_equal(getattr(opened, name), getattr(built, name))


def test_an_index_of_nothing_has_no_rows() -> None:
    forward: Forward = index_of().forward

    assert forward.offsets.tolist() == [0]
    assert len(forward.words) == len(forward.marks) == 0
