"""Words of the documents that look most like one that they do not hold."""

import pytest

from retrieval.spelling import Spelling
from tests.retrieval.making import document, index_of


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    text = "Seoul signed the GSOMIA pact and was signing more. | The sign cost 12 crowns in 2019."
    return Spelling(index_of(document("a", text)).forward)


def test_words_that_share_a_stem_come_first(spelling: Spelling) -> None:
    # j = (4/9 + 4/n + 1) / 3 for four letters shared with a word of n: .704, .672; the same first
    # four raise it by .4 of what is left: .822, .803. "sign" has less than .6 of the letters.
    assert spelling.nearest("signatory") == ("signed", "signing")
    assert spelling.nearest("signatory", limit=1) == ("signed",)


def test_letters_that_changed_places_are_near(spelling: Spelling) -> None:
    assert spelling.nearest("GSMOIA") == ("gsomia",)


def test_nothing_is_near_a_number_or_a_word_unlike_all(spelling: Spelling) -> None:
    assert spelling.nearest("2020") == ()
    assert spelling.nearest("zeppelin") == ()
    assert spelling.nearest("") == ()
