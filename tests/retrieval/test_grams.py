"""Pieces of words stand where they stand in the text."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.grams import hangul, padded, unspaced
from retrieval.words import Word


def test_a_korean_word_gives_its_front_and_its_trigrams() -> None:
    # "한국어는" padded is "_한국어는": trigrams _한국, 한국어, 국어는.
    assert list(hangul("한국어는")) == ["한국", "#_한국", "#한국어", "#국어는"]


def test_a_word_shorter_than_a_piece_is_one_piece() -> None:
    assert list(padded("_e_", 4)) == ["#_e_"]


def test_a_run_gives_each_character_and_each_pair_with_its_place() -> None:
    word = Word("协定终", "unspaced", 5, 8)

    found = list(unspaced(word, "zh"))

    assert found == [
        *(("协", 5, 6), ("定", 6, 7), ("终", 7, 8)),
        *(("协定", 5, 7), ("定终", 6, 8)),
    ]


def test_a_japanese_run_gives_its_katakana_words_and_its_kanji_once_more() -> None:
    word = Word("米国はデータ", "unspaced", 0, 6)

    extra = list(unspaced(word, "ja"))[6 + 5 :]

    # 6 characters and 5 pairs come first; then 米国 again as kanji, and the katakana word.
    assert extra == [("米", 0, 1), ("国", 1, 2), ("米国", 0, 2), ("データ", 3, 6)]


@given(st.text(st.sampled_from("協定終了日本はデータ"), min_size=1), st.sampled_from(["ja", "zh"]))
def test_each_piece_is_the_text_between_its_places(run: str, language: str) -> None:
    word = Word(run, "unspaced", 0, len(run))

    assert all(run[start:end] == term for term, start, end in unspaced(word, language))


@given(st.text(st.characters(categories=["Ll"]), min_size=1), st.integers(1, 5))
def test_padded_pieces_overlap_back_to_the_word(word: str, size: int) -> None:
    pieces = [piece[1:] for piece in padded(word, size)]

    assert pieces[0] + "".join(piece[-1] for piece in pieces[1:]) == word
