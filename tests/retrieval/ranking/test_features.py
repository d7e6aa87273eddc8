"""Every feature gives every candidate a number that can be worked out by hand."""

from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document
from retrieval.fields import Name
from retrieval.index import Index
from retrieval.ranking.features import FEATURES, FREE, HELPING, features
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import harbour, points_of, view_of

# Each example looks at a whole index.
FEWER = settings(max_examples=40, deadline=None)
QUESTION = "Did Seoul end the pact in 2019?"
ODD_QUESTIONS = {
    "nothing": "",
    "spaces": " \n\t ",
    "stop words": "what is it that they have",
    "unknown words": "xylophone zebra quux",
    "digits": "2019 12 3.5",
    "long": "pact of Seoul " * 286,
    "emoji": "😀 pact 😀",
    "only emoji": "😀😀",
    "marks that fold to nothing": "pact \u0640 \ufc5e",
    "another script": "협정 終了 pact",
    "one long word": "pact" * 1000,
}
EMPTY = document("bare", "x")
ODD_CORPORA: dict[str, list[Document]] = {
    "one sentence": [document("a", "The pact ends.")],
    "no title": [document("a", "The pact ends. | It was signed.")],
    "sentences without words": [document("a", "... | The pact ends. | !!!", "?", title="--")],
    "no words at all": [document("a", "... | !!!")],
    "empty sentences": [document("a", " | The pact ends. | ", "", title="Pact")],
    "only stop words": [document("a", "It is. | They have it.")],
    "a thousand identical sentences": [document("a", " | ".join(["The pact ends."] * 1000))],
    "a document without sentences": [
        type(EMPTY)("0", "", (), EMPTY.original, title="Pact"),
        document("a", "The pact ends."),
    ],
    "another language": [document("a", "협정이 종료된다.", language="ko"), document("b", "Pact.")],
}


def values(name: str, question: str, *candidates: int, index: Index | None = None) -> list[float]:
    view = view_of(index or harbour(), question, *candidates)
    return [float(value) for value in FEATURES[name](view)]


def test_features_are_columns_in_the_order_of_their_names() -> None:
    view = view_of(harbour(), QUESTION, 0, 3)

    table = features(view)

    columns = [np.asarray(feature(view), np.float32) for feature in FEATURES.values()]
    assert table.shape == (2, len(FEATURES))
    assert table.dtype == np.float32
    assert table.T.tolist() == [column.tolist() for column in columns]


def test_every_feature_can_only_help_or_is_free() -> None:
    assert [*HELPING, *FREE] == list(FEATURES)
    assert not HELPING.keys() & FREE.keys()


def test_what_a_sentence_shares_helps_and_where_it_stands_is_free() -> None:
    assert {"document", "pieces of words", "words close together"} <= HELPING.keys()
    assert {"place in document", "length", "is a question"} <= FREE.keys()


@pytest.mark.parametrize("field", ["document", "title"])
def test_points_of_the_first_stage_are_features(field: Name) -> None:
    points = points_of(harbour(), QUESTION, 3, 5)

    found = values(field, QUESTION, 3, 5)

    assert found == pytest.approx(getattr(points, field))


def test_words_that_few_candidates_hold_cover_more() -> None:
    found = values("covered, rarity among candidates", "Tokyo rain of snow", 4, 5, 0)

    # Of three candidates two hold Tokyo, one rain, none snow, which is left out of the whole:
    # ln(1 + (3 - n + 0.5) / (n + 0.5)).
    tokyo, rain = log(1 + 1.5 / 2.5), log(1 + 2.5 / 1.5)
    assert found == pytest.approx([tokyo / (tokyo + rain), 1.0, 0.0], rel=1e-5)


def test_stop_words_of_the_question_are_covered_by_count() -> None:
    found = values("stop words covered", "was it in the pact", 0, 1, 4)

    # was, it, in, the: the first holds "the" and "in", the second all but "the".
    assert found == pytest.approx([2 / 4, 3 / 4, 0.0])


def test_a_question_without_stop_words_covers_none() -> None:
    assert values("stop words covered", "pact", 0) == [0.0]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("numbers held", ["2019"]),
        ("plain words held", ["pact", "end"]),
        ("the focus held", ["pact"]),
    ],
)
def test_words_held_count_their_rarity_by_role(name: str, words: list[str]) -> None:
    idf = harbour().idf

    found = values(name, "which pact did Seoul end in 2019", 0, 4)

    assert found == pytest.approx([sum(map(idf, words)), 0.0], rel=1e-5)


def test_nearness_is_a_share_of_the_questions_rarity() -> None:
    idf = harbour().idf

    found = values("words close together", "Seoul end", 3, 0, 1)

    # "Seoul ended" and "Seoul ends" stand side by side.
    share = min(idf("seoul"), idf("end")) / (idf("seoul") + idf("end"))
    assert found == pytest.approx([share, share, 0.0], rel=1e-5)


def test_places_are_logarithms() -> None:
    places = values("place in document", QUESTION, 0, 3, 5)
    relative = values("relative place in document", QUESTION, 0, 3, 5)

    # Sentences 0 and 3 of 4, sentence 1 of 2.
    assert places == pytest.approx([0.0, log(4), log(2)])
    assert relative == pytest.approx([0.0, log(4) / log(5), log(2) / log(3)])


def test_lengths_are_logarithms() -> None:
    lengths = values("length", QUESTION, 0, 4)
    paragraphs = values("length of paragraph", QUESTION, 0, 4)

    # 7 and 2 words, paragraphs of 2 and 1 sentences.
    assert lengths == pytest.approx([log(8), log(3)])
    assert paragraphs == pytest.approx([log(3), log(2)])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("opens the document", [1, 0, 0, 0, 1, 0]),
        ("opens the paragraph", [1, 0, 1, 0, 1, 1]),
        # Words: 7 5 4 7 2 6.
        ("fewer than six words", [0, 1, 1, 0, 1, 0]),
        ("is a question", [0, 0, 1, 0, 0, 0]),
        ("opens with a pronoun", [0, 1, 0, 0, 0, 0]),
    ],
)
def test_claims_are_one_or_nothing(name: str, expected: list[int]) -> None:
    assert values(name, QUESTION, *range(6)) == expected


def test_a_pronoun_counts_with_what_the_paragraph_and_the_sentence_before_say() -> None:
    more = values("opens with a pronoun, paragraph says more", QUESTION, 1, 3)
    before = values("opens with a pronoun, sentence before", QUESTION, 1, 3)

    # "It was signed in Tokyo." holds nothing of what is asked, the sentence before all of it.
    assert more == pytest.approx([1.0, 0.0])
    # Four terms where three are the mean.
    assert before == pytest.approx([1 / (1 + 0.4 * (0.6 + 0.4 * 4 / 3)), 0.0], rel=1e-5)


def test_the_first_of_a_paragraph_counts_with_what_the_rest_says() -> None:
    idf = harbour().idf

    found = values("opens the paragraph, which says more", "Seoul end", 2, 0, 3)

    # "Why did it end?" lacks Seoul, which is said behind it; the others lack nothing, or open
    # nothing.
    assert found == pytest.approx([idf("seoul") / (idf("seoul") + idf("end")), 0, 0], rel=1e-5)


@pytest.mark.parametrize("corpus", ODD_CORPORA)
@pytest.mark.parametrize("question", ODD_QUESTIONS)
def test_odd_questions_of_odd_corpora_give_finite_features(question: str, corpus: str) -> None:
    index = index_of(*ODD_CORPORA[corpus])
    candidates = range(min(len(index.passages), 30))

    view = view_of(index, ODD_QUESTIONS[question], *candidates)

    shapes = {name: np.asarray(feature(view)).shape for name, feature in FEATURES.items()}
    assert shapes == dict.fromkeys(FEATURES, (len(candidates),))
    assert np.isfinite(features(view)).all()


@FEWER
@given(st.text(max_size=60), st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_any_text_asked_of_any_text_gives_finite_features(question: str, texts: list[str]) -> None:
    index = index_of(document("a", *texts, title=question))

    table = features(view_of(index, question, *range(len(index.passages))))

    assert np.isfinite(table).all()


@FEWER
@given(st.lists(st.sampled_from(QUESTION.split()), max_size=7))
def test_the_case_of_a_question_changes_no_feature(words: list[str]) -> None:
    plain = features(view_of(harbour(), " ".join(words), *range(6)))

    swapped = features(view_of(harbour(), "  ".join(words).swapcase(), *range(6)))

    assert np.array_equal(plain, swapped)
