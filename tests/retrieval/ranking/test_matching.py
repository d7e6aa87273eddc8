"""Points for what a question shares with a sentence, its paragraph, its neighbours, its title."""

from math import log

import pytest

from retrieval.ranking import matching
from tests.retrieval.ranking.making import harbour, view_of

# In the harbour corpus a sentence has 3 terms and 68 / 6 pieces on average, a paragraph 4.5 terms,
# 5.5 pairs and 17 pieces. A word counts rarity / (1 + norm) where it occurs once, with norm
# 0.4 (0.6 + 0.4 length / mean) in sentences and 0.6 (0.25 + 0.75 length / mean) in paragraphs.


def of_sentence(rarity: float, relative_length: float) -> float:
    return rarity / (1 + 0.4 * (0.6 + 0.4 * relative_length))


def of_paragraph(rarity: float, relative_length: float) -> float:
    return rarity / (1 + 0.6 * (0.25 + 0.75 * relative_length))


def test_words_of_a_sentence_weigh_by_their_rarity_in_the_document() -> None:
    view = view_of(harbour(), "Tokyo", 1, 4, 5, 0)

    points = matching.local_sentence(view)

    # Tokyo stands in 1 of 4 sentences, then in 2 of 2; the sentences have 2, 2 and 4 terms.
    rare, common = log(10 / 3), log(6 / 5)
    expected = [of_sentence(rare, 2 / 3), of_sentence(common, 2 / 3), of_sentence(common, 4 / 3), 0]
    assert points == pytest.approx(expected, rel=1e-5)


def test_words_of_a_paragraph_weigh_by_their_rarity_in_the_document() -> None:
    view = view_of(harbour(), "Tokyo", 1, 0, 4, 5, 3)

    points = matching.local_paragraph(view)

    # Tokyo stands in 1 of 2 paragraphs, of 4 + 2 terms, then in 2 of 2, of 2 and of 4 terms.
    rare, common = log(2), log(6 / 5)
    first = of_paragraph(rare, 6 / 4.5)
    expected = [first, first, of_paragraph(common, 2 / 4.5), of_paragraph(common, 4 / 4.5), 0]
    assert points == pytest.approx(expected, rel=1e-5)


def test_pairs_are_neighbours_in_one_sentence_of_the_paragraph() -> None:
    index = harbour()
    view = view_of(index, "Tokyo and Seoul", 5, 4, 1)

    points = matching.paragraph_pairs(view)

    # "Rain falls on Tokyo and Seoul." has 5 pairs, among them "tokyo and" and "and seoul".
    rarity = float(view.rarity.pairs.sum())
    assert view.wanted.pairs == ((0, 1), (1, 2))
    assert points == pytest.approx([of_paragraph(rarity, 5 / 5.5), 0, 0], rel=1e-5)


def test_words_at_a_sentence_break_are_no_pair() -> None:
    # "... in 2019. It was ...": no "2019 it".
    view = view_of(harbour(), "2019 it", 0, 1)

    assert matching.paragraph_pairs(view).tolist() == [0, 0]


def test_pieces_of_words_meet_where_stems_do_not() -> None:
    view = view_of(harbour(), "rainy", 5, 4)

    points = matching.pieces(view)

    # "_rai" and "rain" stand in 1 of 6 sentences, which has 15 pieces; "ainy" and "iny_" in none.
    rarity = log(1 + 5.5 / 1.5)
    assert points == pytest.approx([of_sentence(2 * rarity, 15 / (68 / 6)), 0], rel=1e-5)


def test_pieces_of_a_paragraph_are_counted_over_its_sentences() -> None:
    view = view_of(harbour(), "signing", 0, 1, 2)

    points = matching.paragraph_pieces(view)

    # "_sig" and "sign" of "signed"; the paragraph has 13 + 9 pieces.
    both = of_paragraph(2 * log(1 + 5.5 / 1.5), 22 / 17)
    assert points == pytest.approx([both, both, 0], rel=1e-5)


def test_pieces_of_neighbours_stop_at_the_ends_of_a_document() -> None:
    view = view_of(harbour(), "rainy lost", 4, 5, 2, 3)

    own = matching.pieces(view).tolist()
    before = matching.pieces_before(view).tolist()
    after = matching.pieces_after(view).tolist()

    # 5 follows on 4, 3 on 2; "rain" is in 5, "lost" in 3.
    assert before == [0, own[0], 0, own[2]]
    assert after == [own[1], 0, own[3], 0]
    assert min(own[1], own[3]) > 0


def test_pieces_of_the_title_are_a_share_by_rarity() -> None:
    view = view_of(harbour(), "the pact on rain", 1, 5)

    points = matching.title_pieces(view)

    # "pact" and "rain" have three pieces each, all in one sentence; the title holds the pact.
    assert points == pytest.approx([0.5, 0])
    assert matching.piece_mass(view) == pytest.approx(6 * log(1 + 5.5 / 1.5), rel=1e-5)


def test_a_question_of_unknown_pieces_has_a_mass_above_nothing() -> None:
    view = view_of(harbour(), "zzzz", 0)

    assert matching.piece_mass(view) > 0
    assert matching.title_pieces(view).tolist() == [0]


def test_points_of_neighbours_are_a_share_of_the_questions_rarity() -> None:
    index = harbour()
    view = view_of(index, "when does Seoul rain", 4, 5, 3, 2)

    before, after = matching.points_before(view), matching.points_after(view)

    # 5, of 4 terms, follows on 4 and holds both words; 3, of 5 terms, follows on 2 and holds Seoul.
    seoul, rain = index.idf("seoul"), index.idf("rain")
    expected = [of_sentence(seoul + rain, 4 / 3), 0, 0, of_sentence(seoul, 5 / 3)]
    assert before == pytest.approx([0, 0, 0, 0])
    assert after == pytest.approx([points / (seoul + rain) for points in expected], rel=1e-5)
