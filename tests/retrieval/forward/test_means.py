"""Mean lengths count over all passages of an index."""

import pytest

from retrieval.forward.means import MEANS
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour


def test_means_divide_words_pairs_and_pieces_by_sentences_and_paragraphs() -> None:
    means = harbour().means

    # Terms 4 + 2 + 1 + 5 + 2 + 4 = 18; pairs 6 + 3 + 1 + 6 + 1 + 5 = 22; a word of n letters has
    # n - 1 pieces: 13 + 9 + 2 + 21 + 8 + 15 = 68. Six sentences, four paragraphs; titles are out.
    assert means == pytest.approx(
        {
            "sentence terms": 18 / 6,
            "sentence pieces": 68 / 6,
            "paragraph terms": 18 / 4,
            "paragraph pairs": 22 / 4,
            "paragraph pieces": 68 / 4,
        }
    )


@pytest.mark.parametrize("text", ["... | !!!", "The of. | It was."])
def test_a_mean_of_nothing_is_one(text: str) -> None:
    means = index_of(document("a", text)).means

    assert means == dict.fromkeys(MEANS, 1.0)


def test_the_means_of_an_empty_index_are_one() -> None:
    assert index_of().means == dict.fromkeys(MEANS, 1.0)
