"""The model orders what it can read, and leaves all else as the first stage has it."""

from dataclasses import replace

import pytest

from corpus.documents import Document
from retrieval.ranking.ranker import Ranker
from tests.retrieval.making import document, index_of
from tests.retrieval.ranking.making import model_of

LONGEST_FIRST = model_of({"length": 1.0})
GERMAN = document(
    "a", "Der Vertrag endet im Mai. | Der lange und alte Vertrag endet.", language="de"
)


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        # Asked in another language than the documents have; written without spaces.
        ("en", replace(GERMAN)),
        ("de", replace(GERMAN, language="en")),
        ("zh", document("a", "条约五月结束。 | 这个古老而漫长的条约结束了。", language="zh")),
    ],
)
def test_what_the_model_cannot_read_keeps_the_order_of_the_first_stage(
    asked: str, spoken: Document
) -> None:
    index = index_of(spoken)
    query = index.query("条约五月" if asked == "zh" else "Vertrag Mai", asked)

    hits = Ranker(index, LONGEST_FIRST).rank(query, 2)

    first = index.search(query, 2)
    assert [hit.passage for hit in hits] == first.passages.tolist() == [0, 1]
    # A point of the first stage is worth 0.6.
    assert [hit.score for hit in hits] == pytest.approx((0.6 * first.total).tolist())


@pytest.mark.parametrize(
    ("spoken", "asked"), [("de", "de"), ("en", "en"), ("und", "en"), ("en", "und")]
)
def test_the_model_orders_what_is_asked_in_the_language_of_the_documents(
    spoken: str, asked: str
) -> None:
    index = index_of(replace(GERMAN, language=spoken))

    hits = Ranker(index, LONGEST_FIRST).rank(index.query("Vertrag Mai", asked), 2)

    # Five and six words.
    assert [hit.passage for hit in hits] == [1, 0]
