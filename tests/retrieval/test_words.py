"""Words are found where they stand, and spellings of the same word meet."""

import string

from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.words import Word, fold, words


def texts_of(text: str) -> list[str]:
    return [word.text for word in words(text)]


def test_a_word_says_where_it_stands_and_what_it_is_written_in() -> None:
    text = "Café 12.5 한국은 日本"

    found = list(words(text))

    assert found == [
        Word("cafe", "letters", 0, 4),
        Word("12.5", "number", 5, 9),
        Word("한국은", "hangul", 10, 13),
        Word("日本", "unspaced", 14, 16),
    ]


def test_an_acronym_loses_its_dots_and_a_possessive_its_ending() -> None:
    found = texts_of("The U.N.'s envoy read Seoul's and Tokyo’s notes.")

    assert found == ["the", "un", "envoy", "read", "seoul", "and", "tokyo", "notes"]


def test_a_possessive_loses_its_ending_in_capitals_too() -> None:
    assert texts_of("SEOUL'S PACT") == texts_of("Seoul's pact") == ["seoul", "pact"]
    assert texts_of("THE U.N.'S ENVOY") == ["the", "un", "envoy"]


def test_a_number_keeps_its_point_and_drops_its_grouping_commas() -> None:
    assert texts_of("1,250.5 of 12,000") == ["1250.5", "of", "12000"]


def test_a_full_stop_behind_a_number_is_no_part_of_it() -> None:
    assert texts_of("It ends on Nov. 23.") == ["it", "ends", "on", "nov", "23"]


def test_a_hyphen_and_an_underscore_part_words() -> None:
    assert texts_of("military-intelligence snake_case") == [
        "military",
        "intelligence",
        "snake",
        "case",
    ]


def test_styled_letters_are_the_plain_ones() -> None:
    assert texts_of("𝐆𝐒𝐎𝐌𝐈𝐀 ＧＳＯＭＩＡ") == ["gsomia", "gsomia"]


def test_arabic_letter_forms_and_the_tatweel_are_unified() -> None:
    assert texts_of("إتفاقيـــة") == texts_of("اتفاقية")


def test_a_ligature_of_several_words_is_one_word_without_spaces() -> None:
    assert fold("ﷺ") == "صلياللهعليهوسلم"


def test_letters_that_fold_to_nothing_are_no_word() -> None:
    # A tatweel that stretches no letter, and a vowel sign that stands on none.
    assert texts_of("pact \u0640 \ufe70 ends") == ["pact", "ends"]


def test_accents_written_apart_part_no_word() -> None:
    # e and U+0301, as some systems write it; the Hindi vowel signs have no letter to join.
    assert texts_of("re\u0301sume\u0301") == texts_of("résumé") == ["resume"]
    assert texts_of("हिन्दी") == ["हिन\u0926ी"]


def test_a_run_without_spaces_keeps_its_length() -> None:
    # The Thai sign am is two characters when taken apart.
    assert [len(word.text) for word in words("น้ำท่วม")] == [7]


@given(st.text())
@example("ᴬ")
@example("𝐆")
@example("ﷺ")
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded = fold(text)

    assert fold(folded) == folded


@given(st.text(st.sampled_from(string.ascii_letters + " .,'’-0123456789éßŒñЖжΣσςıİ")))
@example("Seoul's")
def test_capitals_change_no_word(text: str) -> None:
    assert texts_of(text.upper()) == texts_of(text)


@given(st.text())
def test_words_stand_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    edges = [edge for word in words(text) for edge in (word.start, word.end)]

    assert edges == sorted(edges)
    assert all(word.start < word.end <= len(text) for word in words(text))


@given(st.text())
def test_no_word_is_empty_or_holds_white_space(text: str) -> None:
    assert all(word.split() == [word] for word in texts_of(text))
