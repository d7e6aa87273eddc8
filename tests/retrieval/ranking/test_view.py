"""A view shows a question's words in the candidates and around them."""

import numpy as np
import pytest

from retrieval.ranking.view import Floats, View, once, present
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour, points_of, view_of

# Stems: did 0, seoul 1, end 2, the 3, pact 4, in 5, 2019 6.
QUESTION = "Did Seoul end the pact in 2019?"


def view() -> View:
    return view_of(harbour(), QUESTION, 3, 0, 1)


def test_a_sentence_holds_its_words() -> None:
    # Seoul ended it because trust was lost. The pact of Seoul ends in 2019. It was signed in Tokyo.
    assert view().held.tolist() == [
        [0, 1, 1, 0, 0, 0, 0],
        [0, 1, 1, 1, 1, 1, 1],
        [0, 0, 0, 0, 0, 1, 0],
    ]


def test_a_paragraph_holds_the_words_of_its_sentences() -> None:
    # "Why did it end?" adds "did" to the sentence behind it.
    assert view().in_paragraph.tolist() == [
        [1, 1, 1, 0, 0, 0, 0],
        [0, 1, 1, 1, 1, 1, 1],
        [0, 1, 1, 1, 1, 1, 1],
    ]


def test_lengths_are_added_up_over_paragraphs() -> None:
    # Words: 4 + 7, 7 + 5.
    assert view().around.n_words.tolist() == [11, 12, 12]


def test_a_title_holds_its_words_for_every_sentence_of_its_document() -> None:
    shown = view_of(harbour(), QUESTION, 3, 5)

    # Harbour pact, and no title.
    assert shown.in_title.tolist() == [[0, 0, 0, 0, 1, 0, 0], [0] * 7]


def test_candidates_stand_in_the_order_given() -> None:
    shown = view_of(harbour(), QUESTION, 5, 0)

    assert len(shown) == 2
    assert shown.document.tolist() == [1, 0]
    assert shown.paragraph.tolist() == [3, 0]
    # Rain falls on Tokyo and Seoul. The pact of Seoul ends in 2019. No title, and Harbour pact.
    assert shown.sentence.n_words.tolist() == [6, 7]
    assert shown.title.n_words.tolist() == [0, 2]


def test_neighbours_are_sentences_of_the_same_document() -> None:
    shown = view_of(harbour(), QUESTION, 0, 1, 3, 4, 5)

    # Words: 7 5 4 7 | 2 6; 3 is the last of its document, 4 the first of the next.
    assert shown.near.n_words.tolist() == [[7, 5, 7, 2, 6], [7, 7, 4, 2, 2], [5, 4, 7, 6, 6]]
    assert shown.has_beside.tolist() == [
        [False, True, True, False, True],
        [True, True, False, True, False],
    ]


def test_a_share_is_a_share_of_the_rarity_of_all_words_of_the_question() -> None:
    index = harbour()
    shown = view_of(index, QUESTION, 3, 0, 1)

    share, of_names = shown.share(shown.held), shown.share(shown.held, "name")

    weight = {stem: index.idf(stem) for stem in ("seoul", "end", "pact", "2019")}
    mass = sum(weight.values())
    assert share == pytest.approx([(weight["seoul"] + weight["end"]) / mass, 1.0, 0.0], rel=1e-5)
    assert of_names == pytest.approx([weight["seoul"] / mass] * 2 + [0.0], rel=1e-5)


def test_points_of_a_field_are_those_of_the_first_stage() -> None:
    points = points_of(harbour(), QUESTION, 3, 0, 1)

    shown = view()

    assert shown.points_of("document") == pytest.approx(points.document)
    assert shown.points_of("title") == pytest.approx(points.title)
    assert min(points.document) > min(points.title) > 0


def test_rarity_is_counted_within_the_document() -> None:
    shown = view_of(harbour(), "is Tokyo the pact", 1, 5)

    # ln(1 + (N - n + 0.5) / (n + 0.5)). Tokyo: 1 of 4 sentences and 1 of 2 paragraphs, then 2 of 2
    # and 2 of 2. The pact: 1 of 4 and 1 of 2, then 0 of 2 and 0 of 2. Stop words: 0.
    sentences, paragraphs = shown.rarity.in_sentences, shown.rarity.in_paragraphs
    tokyo, pact = [np.log(10 / 3), np.log(6 / 5)], [np.log(10 / 3), np.log(6)]
    expected = [[0, tokyo[0], 0, pact[0]], [0, tokyo[1], 0, pact[1]]]
    assert sentences == pytest.approx(np.array(expected))
    tokyo, pact = [np.log(2), np.log(6 / 5)], [np.log(2), np.log(6)]
    expected = [[0, tokyo[0], 0, pact[0]], [0, tokyo[1], 0, pact[1]]]
    assert paragraphs == pytest.approx(np.array(expected))


def test_a_pair_weighs_as_if_its_words_met_by_chance() -> None:
    index = harbour()

    rarity = view_of(index, "the pact of rain, it rains", 0).rarity

    # "The" and "of" stand in one sentence of six, "it" in three: ln(1 + (6 - n + 0.5) / (n + 0.5)).
    # Nothing weighs more than a word that no text holds.
    of, it = np.log(1 + 5.5 / 1.5), np.log(2)
    pact, rain = index.idf("pact"), index.idf("rain")
    pairs = [of + pact, pact + of, of + rain, rain + it, it + rain]
    assert rarity.pairs == pytest.approx([min(pair, index.rarest) for pair in pairs])
    assert rain + it < index.rarest


def test_names_are_told_by_how_documents_write_them() -> None:
    low, high = (view_of(harbour(), q, 0).wanted for q in ("seoul pact", "SEOUL PACT"))

    # Seoul is written as a name, the pact is not.
    assert low.roles[0].tolist() == high.roles[0].tolist() == [True, False]


def test_words_and_marks_belong_to_the_candidates() -> None:
    index = index_of(document("a", "Pay $5. | Nothing. | Nobody."))

    shown = view_of(index, "pay", 2, 0)

    # Nobody. | Pay $5: money is the first mark.
    assert shown.sentences.candidate.tolist() == [0, 1, 1]
    assert shown.marks.tolist() == [0, 1]


def test_what_is_marked_once_is_worked_out_once_for_each_view() -> None:
    asked: list[View] = []

    @once
    def length(view: View) -> int:
        asked.append(view)
        return len(view)

    one, two = view_of(harbour(), QUESTION, 0), view_of(harbour(), QUESTION, 0, 1)
    found = [length(one), length(two), length(one), length(two)]

    assert found == [1, 2, 1, 2]
    assert [id(view) for view in asked] == [id(one), id(two)]


def test_present_is_one_where_something_is_counted() -> None:
    counts: Floats = np.array([[0, 1], [3, 0]], np.float32)

    assert present(counts).tolist() == [[0, 1], [1, 0]]
