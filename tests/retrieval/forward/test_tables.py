"""An index knows of each form its term, its pieces and its kind."""

import numpy as np

from retrieval.forward.forms import Form
from retrieval.forward.kinds import KINDS
from retrieval.forward.tables import STOPS, pack
from retrieval.stopwords import STOP_WORDS
from retrieval.storage import Stored
from retrieval.vocabulary import Vocabulary

# As many as an index has in these tests.
N_TERMS = 5


def packed(*keys: str) -> Stored:
    """Lay out forms without terms."""
    return pack([*map(Form.parse, keys)], np.full(len(keys), -1, np.int32), N_TERMS)


def test_a_form_has_its_first_term_and_an_english_stop_word_a_number_behind_all_terms() -> None:
    keys = ("en\t1\tl\tpacts", "en\t0\tl\tthe", "de\t0\tl\tthe", "en\t0\tl\t\u0640")
    first_terms = np.array([1, -1, 2, -1], np.int32)

    stored = pack([*map(Form.parse, keys)], first_terms, N_TERMS)

    # A stop word in English, a term in German.
    assert stored.arrays["form_term"].tolist() == [1, N_TERMS + STOPS["the"], 2, -1]


def test_forms_of_one_word_share_its_pieces() -> None:
    stored = packed("en\t0\tl\tact", "en\t1\tl\tact", "ja\t0\tu\t東", "de\t0\tl\tact")

    names = Vocabulary(stored, "piece").terms()
    assert stored.arrays["form_word"].tolist() == [0, 0, 1, 0]
    # The run written without spaces has no pieces.
    assert stored.arrays["word_piece_offsets"].tolist() == [0, 2, 2]
    assert [names[n] for n in stored.arrays["word_pieces"]] == ["_act", "act_"]


def test_kinds_are_told_by_form() -> None:
    arrays = packed("en\t1\tl\tseoul", "en\t0\tl\tin").arrays

    kinds = [[KINDS[kind] for kind in row] for row in arrays["form_kinds"]]
    assert kinds == [["first word", "name"], ["stop word", "stop word"]]
    assert len(arrays["form_context"]) == 2


def test_keys_stand_by_number() -> None:
    keys = ["en\t1\tl\tseoul", "en\t0\tl\tin"]

    assert Vocabulary(packed(*keys), "form").terms() == keys


def test_an_index_of_nothing_has_no_forms() -> None:
    arrays = packed().arrays

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
