"""A question is read as distinct stems with weights, roles and pairs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ranking.wanted import ROLES, Wanted, want

IDF = {"pact": 3.0, "seoul": 2.0, "end": 1.0, "2019": 4.0, "year": 0.5}
WORDS = "when did the pact of Seoul end in 2019 which year".split()


def read(question: str) -> Wanted:
    return want(question, "en", lambda stem: IDF.get(stem, 5.0), lambda stem: stem == "seoul")


def role(wanted: Wanted, name: str) -> set[str]:
    """Return the stems that have a role."""
    return {s for s, has in zip(wanted.stems, wanted.roles[ROLES.index(name)], strict=True) if has}


def test_stems_stand_in_order_of_first_mention_without_repeats() -> None:
    wanted = read("Did the pact end, the pacts of Seoul?")

    # Places: did 0, the 1, pact 2, end 3, the 4, pacts 5, of 6, seoul 7.
    assert wanted.stems == ("did", "the", "pact", "end", "of", "seoul")
    assert wanted.place.tolist() == [0, 1, 2, 3, 6, 7]
    assert wanted.words == ("did", "the", "pact", "end", "the", "pacts", "of", "seoul")


def test_stop_words_weigh_nothing_and_the_rest_weighs_its_rarity() -> None:
    wanted = read("Did the pact end?")

    assert wanted.is_stop.tolist() == [True, True, False, False]
    assert wanted.weight.tolist() == [0.0, 0.0, 3.0, 1.0]
    assert wanted.mass == 4.0


def test_words_are_names_numbers_or_plain_and_stop_words_are_none_of_them() -> None:
    wanted = read("which year did the pact of Seoul end, 2019 or june")

    assert role(wanted, "name") == {"seoul"}
    assert role(wanted, "number") == {"2019", "june"}
    assert role(wanted, "plain word") == {"year", "pact", "end"}
    assert role(wanted, "focus") == {"year"}


def test_a_number_that_documents_write_as_a_name_is_a_number() -> None:
    wanted = want("apollo 11", "en", lambda stem: 1.0, lambda stem: True)

    assert role(wanted, "name") == {"apollo"}
    assert role(wanted, "number") == {"11"}


def test_pairs_are_neighbours_but_for_two_stop_words_and_none_comes_twice() -> None:
    wanted = read("did the pact of Seoul, the pact end")

    # Stems: did 0, the 1, pact 2, of 3, seoul 4, end 5. "did the" is left out, "the pact" comes
    # once.
    assert wanted.pairs == ((1, 2), (2, 3), (3, 4), (4, 1), (2, 5))


def test_other_languages_have_their_own_stems_and_no_stop_words() -> None:
    wanted = want("when wurde der Vertrag im", "de", lambda stem: 2.0, lambda stem: False)

    # "when" is a word like any other, and what is asked for is not told.
    assert wanted.stems == ("when", "wurd", "der", "vertrag", "im")
    assert wanted.weight.tolist() == [2.0] * 5
    assert not wanted.is_stop.any()
    assert wanted.pairs == ((0, 1), (1, 2), (2, 3), (3, 4))
    assert wanted.type == "other"


@pytest.mark.parametrize("question", ["", "?!", "😀"])
def test_a_question_without_words_wants_nothing(question: str) -> None:
    wanted = read(question)

    assert (wanted.stems, wanted.words, wanted.pairs) == ((), (), ())
    assert wanted.roles.shape == (len(ROLES), 0)
    assert wanted.mass > 0
    assert wanted.type == "other"


@pytest.mark.parametrize(("question", "stems"), [("pact \u0640", ("pact",)), ("\ufc5e", ())])
def test_a_mark_that_folds_to_nothing_is_no_word(question: str, stems: tuple[str, ...]) -> None:
    assert read(question).stems == stems


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from([" ", "  ", "\n", "\t "]))
def test_case_and_spacing_change_nothing(words: list[str], space: str) -> None:
    plain = read(" ".join(words))

    shouted = read(space + space.join(words).upper() + space)

    assert (shouted.type, shouted.stems, shouted.pairs) == (plain.type, plain.stems, plain.pairs)
    assert np.array_equal(shouted.roles, plain.roles)
    assert np.array_equal(shouted.weight, plain.weight)


@given(st.text(max_size=80))
def test_any_text_gives_arrays_of_one_length(question: str) -> None:
    wanted = read(question)

    n_words = len(wanted.stems)
    assert len(set(wanted.stems)) == n_words
    assert wanted.is_stop.shape == wanted.weight.shape == wanted.place.shape == (n_words,)
    assert wanted.roles.shape == (len(ROLES), n_words)
    assert all(0 <= one < n_words and 0 <= other < n_words for one, other in wanted.pairs)
    assert wanted.mass > 0
