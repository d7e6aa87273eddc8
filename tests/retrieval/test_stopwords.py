"""Stop words are words as the analysis sees them."""

from retrieval.analysis import tokens
from retrieval.stopwords import STOP_WORDS
from retrieval.words import words


def test_every_stop_word_is_spelt_as_the_analysis_folds_it() -> None:
    seen = {word: [found.text for found in words(word)] for word in STOP_WORDS}

    assert seen == {word: [word] for word in STOP_WORDS}


def test_a_text_of_stop_words_has_no_terms() -> None:
    found = tokens("When will it have been with them?", "en")

    assert all(token.is_stop for token in found)


def test_the_country_is_no_stop_word() -> None:
    found = [token.term for token in tokens("the US", "en") if not token.is_stop]

    assert found == ["us"]
