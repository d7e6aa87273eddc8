"""Passages and questions become terms in the same way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis import STEMMERS, Token, is_piece, terms_of_word, tokens
from retrieval.words import words

LANGUAGES = sorted({*STEMMERS, "ja", "zh", "ko", "fa", "th", "und", "xx"})


def terms(text: str, language: str) -> list[str]:
    """Return the terms of a text without its stop words."""
    return [token.term for token in tokens(text, language) if not token.is_stop]


def test_a_token_says_where_its_word_stands_and_whether_it_is_a_stop_word() -> None:
    found = list(tokens("It expires.", "en"))

    assert found == [Token("it", 0, 2, is_stop=True), Token("expir", 3, 10)]


def test_inflections_of_a_word_meet_in_its_stem() -> None:
    assert {terms(word, "en")[0] for word in ("expire", "expires", "Expired", "expiring")} == {
        "expir"
    }


def test_text_of_unknown_language_is_taken_for_english() -> None:
    assert terms("the pact expires", "und") == terms("the pact expires", "en")


def test_only_english_drops_stop_words() -> None:
    assert terms("the pact in Tokyo", "de") == ["the", "pact", "in", "tokyo"]
    assert terms("the pact in Tokyo", "en") == ["pact", "tokyo"]


def test_turkish_gives_stems_and_pieces() -> None:
    found = terms("evler", "tr")

    assert found == ["ev", "#_evl", "#evle", "#vler", "#ler_"]
    assert [is_piece(term) for term in found] == [False, True, True, True, True]


def test_persian_is_cut_to_four_letters() -> None:
    assert terms("کتابخانه", "fa")[0] == "كتاب"


@pytest.mark.parametrize("language", ["en", "de", "xx"])
def test_a_word_of_any_length_is_cut(language: str) -> None:
    assert terms("x" * 100_000, language) == ["x" * 64]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_stems_without_an_error(language: str) -> None:
    assert terms("GSOMIA 2019", language)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_no_term_is_empty_and_every_token_stands_inside_the_text(text: str, language: str) -> None:
    found = list(tokens(text, language))

    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(term.strip() for term in terms(text, language))


@given(st.text(), st.sampled_from(LANGUAGES))
def test_the_terms_of_a_text_are_those_of_its_words(text: str, language: str) -> None:
    found = [
        term for word in words(text) for term in terms_of_word(word.text, word.script, language)
    ]

    assert found == terms(text, language)


@given(st.text(st.sampled_from("abc déIİß'’.1,- \n")), st.sampled_from(LANGUAGES))
def test_the_same_text_gives_the_same_terms_again(text: str, language: str) -> None:
    assert terms(text, language) == terms(text, language)
