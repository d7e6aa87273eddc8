"""Random documents made of few words, as texts, and what a search finds in them."""

from hypothesis import settings
from hypothesis import strategies as st

from corpus.documents import Document
from retrieval.hits import Hit
from retrieval.index import Index
from tests.retrieval.making import document

__all__ = ["FEWER", "QUESTIONS", "corpora", "found_by"]

# Each example builds or searches a whole index.
FEWER = settings(max_examples=25, deadline=None)
WORDS = st.sampled_from("pact seoul tokyo expires ends talks rain the of in waits".split())
SENTENCES = st.builds(
    lambda words, mark: " ".join(words) + mark,
    st.lists(WORDS, min_size=1, max_size=6),
    st.sampled_from([".", ".", "?"]),
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(" | ".join)
DAYS = st.sampled_from(["", "2019-11-21", "2019-11-22", "2019-11-23"])
QUESTIONS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@st.composite
def corpora(draw: st.DrawFn, language: str = "en") -> list[Document]:
    n_documents = draw(st.integers(1, 5))
    return [
        document(
            f"d{n}",
            *draw(st.lists(PARAGRAPHS, min_size=1, max_size=3)),
            date=draw(DAYS),
            title=draw(st.sampled_from(["", "Pact", "Talks in Seoul"])),
            language=language,
        )
        for n in range(n_documents)
    ]


def found_by(index: Index, question: str, limit: int, language: str = "en") -> list[Hit]:
    """Return all that is said of what a search finds."""
    points = index.search(index.query(question, language), limit)
    return index.hits(points.passages, points.total)
