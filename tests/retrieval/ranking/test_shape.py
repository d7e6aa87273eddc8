"""Where a candidate stands, how long it is, and how its matched words lie."""

import pytest

from retrieval.ranking import shape
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour, view_of

ALL = range(6)


def test_length_counts_words() -> None:
    view = view_of(harbour(), "pact", *ALL)

    assert shape.length(view).tolist() == [7, 5, 4, 7, 2, 6]


def test_places_count_from_the_start_of_the_document() -> None:
    view = view_of(harbour(), "pact", *ALL)

    assert shape.place(view).tolist() == [0, 1, 2, 3, 0, 1]
    assert shape.document_length(view).tolist() == [4, 4, 4, 4, 2, 2]


def test_paragraphs_are_told_by_their_numbers() -> None:
    view = view_of(harbour(), "pact", *ALL)

    assert shape.paragraph_length(view).tolist() == [2, 2, 2, 2, 1, 1]
    assert shape.opens_paragraph(view).tolist() == [True, False, True, False, True, True]


def test_questions_are_told_by_their_mark() -> None:
    view = view_of(harbour(), "pact", *ALL)

    assert shape.is_question(view).tolist() == [False, False, True, False, False, False]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It ends.", True),
        ("“These end.”", True),
        ("Such pacts end.", True),
        ("The pact ends.", False),
        ("Ends it?", False),
        ("...", False),
    ],
)
def test_a_pronoun_opens_a_sentence_as_its_first_word(sentence: str, expected: bool) -> None:
    index = index_of(document("a", f"Nobody. | {sentence} | It is over. | ..."))

    view = view_of(index, "pact", 1, 3)

    assert shape.opens_with_pronoun(view).tolist() == [expected, False]


def test_words_are_near_by_the_smaller_rarity_over_the_distance() -> None:
    index = harbour()
    view = view_of(index, "Did Seoul end the pact in 2019?", 0, 1, 3)

    nearness = shape.nearness(view)

    # The pact(1) of Seoul(3) ends(4) in 2019(6). | In Tokyo: stop words do not count.
    # | Seoul(0) ended(1).
    pact, seoul, end, year = (index.idf(word) for word in ("pact", "seoul", "end", "2019"))
    first = min(pact, seoul) / 2 + min(seoul, end) + min(end, year) / 2
    assert nearness == pytest.approx([first, 0, min(seoul, end)], rel=1e-5)


def test_words_in_the_questions_order_count_for_it_and_others_against_it() -> None:
    view = view_of(harbour(), "Did Seoul end the pact in 2019?", 0, 1, 3)

    # Asked: Seoul, end, pact, 2019. Pact-Seoul is against it, Seoul-end and end-2019 are in it.
    assert shape.order(view).tolist() == [0.5, 0, 0.5]


def test_a_word_is_no_neighbour_of_itself_nor_of_words_in_another_sentence() -> None:
    index = index_of(document("a", "Rain and rain. | Snow."))
    view = view_of(index, "rain snow", 0, 1)

    assert shape.nearness(view).tolist() == [0, 0]
    assert shape.order(view).tolist() == [0, 0]
