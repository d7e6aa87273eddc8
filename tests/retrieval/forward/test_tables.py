"""An index knows of each form its term, its pieces and its kind."""

import pytest

from retrieval.forward.forms import Form
from retrieval.forward.kinds import KINDS
from retrieval.forward.tables import STOPS, pack
from retrieval.stopwords import STOP_WORDS
from retrieval.vocabulary import Vocabulary

TERMS = {"das": 0, "pact": 1, "the": 2, "일본": 3, "東": 4}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("en\t1\tl\tpacts", 1),
        # A stop word in English, a term in German.
        ("en\t0\tl\tthe", len(TERMS) + STOPS["the"]),
        ("de\t0\tl\tthe", 2),
        ("en\t0\tl\tsnow", -1),
        # The first of several terms.
        ("ko\t0\th\t일본은", 3),
        ("ja\t0\tu\t東京", 4),
    ],
)
def test_a_form_has_the_number_of_its_first_term(key: str, expected: int) -> None:
    stored = pack([Form.parse(key)], TERMS)

    assert stored.arrays["form_term"].tolist() == [expected]


def test_forms_of_one_word_share_its_pieces() -> None:
    stored = pack(
        [*map(Form.parse, ("en\t0\tl\tact", "en\t1\tl\tact", "ja\t0\tu\t東", "de\t0\tl\tact"))], {}
    )

    names = Vocabulary(stored, "piece").terms()
    assert stored.arrays["form_word"].tolist() == [0, 0, 1, 0]
    # The run written without spaces has no pieces.
    assert stored.arrays["word_piece_offsets"].tolist() == [0, 2, 2]
    assert [names[n] for n in stored.arrays["word_pieces"]] == ["_act", "act_"]


def test_kinds_are_told_by_form() -> None:
    arrays = pack([*map(Form.parse, ("en\t1\tl\tseoul", "en\t0\tl\tin"))], {}).arrays

    kinds = [[KINDS[kind] for kind in row] for row in arrays["form_kinds"]]
    assert kinds == [["first word", "name"], ["stop word", "stop word"]]
    assert len(arrays["form_context"]) == 2


def test_keys_stand_by_number() -> None:
    keys = ["en\t1\tl\tseoul", "en\t0\tl\tin"]

    assert Vocabulary(pack([*map(Form.parse, keys)], {}), "form").terms() == keys


def test_an_index_of_nothing_has_no_forms() -> None:
    arrays = pack([], {}).arrays

    assert {name: len(array) for name, array in arrays.items()} == {
        "form_term": 0,
        "form_kinds": 0,
        "form_context": 0,
        "form_word": 0,
        "form_offsets": 1,
        "word_pieces": 0,
        "word_piece_offsets": 1,
        "piece_offsets": 1,
    }


def test_stop_words_are_numbered_by_name() -> None:
    assert [word for word, _ in sorted(STOPS.items(), key=lambda item: item[1])] == sorted(
        STOP_WORDS
    )
    assert sorted(STOPS.values()) == list(range(len(STOP_WORDS)))
