"""A hit has the points that the definition gives its passage."""

import math

import pytest
from hypothesis import given

from corpus.documents import Document
from retrieval import analysis
from retrieval.fields import FIELDS
from tests.retrieval.corpora import FEWER, QUESTIONS, corpora, found_by
from tests.retrieval.inverted.making import Line, Text
from tests.retrieval.inverted.reference import points_of
from tests.retrieval.making import document, index_of


def in_terms(document: Document) -> Text:
    """Return a document as the definition of points reads it."""
    paragraphs: dict[int, list[Line]] = {}
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        line = Line(terms(text, document.language), text.endswith("?"))
        paragraphs.setdefault(sentence.paragraph, []).append(line)
    title = terms(document.title, document.language)
    return Text(tuple(tuple(lines) for lines in paragraphs.values()), title)


def terms(text: str, language: str) -> tuple[str, ...]:
    return tuple(token.term for token in analysis.tokens(text, language) if not token.is_stop)


def test_a_score_is_worked_out_by_hand() -> None:
    # A made-up language has no stems, no stop words and no general text.
    text = "pact. | pact expires. | tokyo waits again."
    index = index_of(document("a", text, language="xx"))
    lengths = {"sentence": 1.5, "paragraph": 1.0, "document": 1.0}

    [hit, *_] = found_by(index, "tokyo", 10, "xx")

    # idf, held by 1 of 3 sentences: ln(1 + 2.5/1.5) = ln(8/3). Of the mean length its sentence has
    # 3/2, its paragraph and its document, the only ones, have 1; the title is empty.
    expected = 0.0
    for name, length in lengths.items():
        field = getattr(FIELDS, name)
        k1, b = field.saturation, field.length_penalty
        norm = k1 * (1 - b + b * length)
        expected += field.weight * math.log(8 / 3) / (1 + norm)
    assert (hit.document, hit.sentence) == (0, 2)
    assert hit.score == pytest.approx(expected, abs=1e-6)


@FEWER
@given(corpora("xx"), QUESTIONS)
def test_every_passage_has_the_points_of_the_definition(
    corpus: list[Document], question: str
) -> None:
    index = index_of(*corpus)
    texts = [in_terms(document) for document in corpus]

    hits = found_by(index, question, 100, "xx")

    part_first = index.passages.part_first.tolist()
    expected = points_of(texts, part_first, set(terms(question, "xx")), FIELDS)
    assert {hit.passage for hit in hits} == {n for n, x in enumerate(expected) if x > 0}
    assert [hit.score for hit in hits] == pytest.approx([expected[hit.passage] for hit in hits])
