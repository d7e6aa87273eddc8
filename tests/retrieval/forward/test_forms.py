"""Forms are the words of a text with their capitals, each numbered once."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.analysis import STEMMERS, tokens
from retrieval.forward.forms import (
    LONGEST_KNOWN,
    MOST_STRETCHES,
    Form,
    Forms,
    forms_of,
    terms_of,
)
from retrieval.words import words

LANGUAGES = st.sampled_from(sorted({*STEMMERS, "ja", "zh", "ko", "fa", "th", "und", "xx"}))
# What words are told apart by, in and out of ASCII.
SPELT = st.text(st.sampled_from("aZsS09.,'’ \n\t-_\"“”(é\u0301İßǅÅ½²ـ한ア漢ไ\u00a0\u3000"))
TEXTS = st.text() | SPELT


def spelt(text: str, language: str) -> list[str]:
    """Return the keys that a text's numbers lead to."""
    forms = Forms()
    numbers = forms.numbers(text, language)
    return [forms.keys[number] for number in numbers]


def keys_of(text: str, language: str) -> list[str]:
    """Return the keys of the words of a text, word by word."""
    keys = []
    letters = {"letters": "l", "number": "n", "hangul": "h", "unspaced": "u"}
    for word in words(text):
        raw = text[word.start : word.end]
        case = (2 if raw.isupper() and len(raw) > 1 else 1) if raw[0].isupper() else 0
        named = "en" if language == "und" else language
        keys.append(f"{named}\t{case}\t{letters[word.script]}\t{word.text}")
    return keys


@given(TEXTS, LANGUAGES)
@example("Seoul's U.N.'s 'S 's A.b. A.b.'sx _a_ a.b 1,2.3. x.1", "en")
@example("O'Neill's “NATO’s” e\u0301A\u0301 1,2", "en")
@example("\u001ca\u0085b\u2028c", "en")
def test_numbers_lead_to_the_words_of_a_text_with_script_and_case(text: str, language: str) -> None:
    assert spelt(text, language) == keys_of(text, language)


@given(st.text(st.characters(codec="ascii")))
def test_words_of_plain_signs_are_those_of_any_text(text: str) -> None:
    assert spelt(text, "en") == keys_of(text, "en")


@given(st.lists(st.tuples(TEXTS, LANGUAGES), max_size=5))
def test_forms_are_numbered_in_the_order_in_which_they_are_met(
    texts: list[tuple[str, str]],
) -> None:
    forms = Forms()

    numbers = [number for text in texts for number in forms.numbers(*text)]

    assert list(dict.fromkeys(numbers)) == list(range(len(forms.keys)))
    assert len(set(forms.keys)) == len(forms.keys)


@given(TEXTS, LANGUAGES)
def test_a_key_leads_back_to_its_form(text: str, language: str) -> None:
    forms = list(forms_of(text, language))

    assert [Form.parse(form.key) for form in forms] == forms


@given(TEXTS, LANGUAGES)
def test_the_terms_of_forms_are_those_of_the_text(text: str, language: str) -> None:
    found = [term for form in forms_of(text, language) for term in terms_of(form)]

    assert found == [token.term for token in tokens(text, language) if not token.is_stop]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Pact", "en", Form("pact", "letters", "en", 1)),
        ("PACT's", "und", Form("pact", "letters", "en", 2)),
        ("A", "de", Form("a", "letters", "de", 1)),
        ("U.N.", "en", Form("un", "letters", "en", 2)),
        ("iPhone", "en", Form("iphone", "letters", "en", 0)),
        ("1,250.5", "en", Form("1250.5", "number", "en", 0)),
        ("일본은", "ko", Form("일본은", "hangul", "ko", 0)),
        ("日本", "ja", Form("日本", "unspaced", "ja", 0)),
    ],
)
def test_a_form_tells_word_script_language_and_case(
    text: str, language: str, expected: Form
) -> None:
    assert list(forms_of(text, language)) == [expected]


def test_the_same_word_in_two_languages_has_two_forms() -> None:
    forms = Forms()

    numbers = [forms.numbers("pact", language) for language in ("en", "de", "und")]

    assert numbers == [[0], [1], [0]]


def test_a_stretch_of_any_length_is_read() -> None:
    text = "-".join(["pact"] * 1000)

    assert spelt(text, "en") == ["en\t0\tl\tpact"] * 1000


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Form("the", "letters", "en", 1), ()),
        (Form("the", "letters", "de", 0), ("the",)),
        (Form("expires", "letters", "en", 2), ("expir",)),
        (Form("일본은", "hangul", "ko", 0), ("일본", "#_일본", "#일본은")),
        (Form("aa", "unspaced", "zh", 0), ("a", "a", "aa")),
    ],
)
def test_a_form_gives_its_terms_as_often_as_they_occur(
    form: Form, expected: tuple[str, ...]
) -> None:
    assert terms_of(form) == expected


def test_forms_are_full_when_they_have_learnt_many_stretches() -> None:
    forms = Forms()
    stretches = [str(number) for number in range(MOST_STRETCHES)]

    told = []
    for some in (stretches[:-1], stretches[:-1], stretches[-1:]):
        forms.stretches(some, "en")
        told.append(forms.is_full)

    assert told == [False, False, True]


def test_long_stretches_are_read_each_time_and_not_known_by_heart() -> None:
    forms = Forms()
    long = "pact-" * LONGEST_KNOWN

    first, second = forms.stretches([long, long], "en").tolist()

    assert first != second
    assert forms.keys == ["en\t0\tl\tpact"]
