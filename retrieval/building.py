"""Documents in, the content of a generation out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

from corpus.documents import Document
from retrieval import analysis, library, passages, postings, vocabulary, weighting
from retrieval.background import background
from retrieval.fields import FIELDS
from retrieval.forward import texts
from retrieval.forward.means import means
from retrieval.impacts import impacts
from retrieval.storage import Stored

__all__ = ["Progress", "build"]

# Called with the number of texts analysed so far and the number in all.
Progress = Callable[[int, int], None]

PROGRESS_EVERY = 1000


def build(documents: Iterable[Document], progress: Progress = lambda done, total: None) -> Stored:
    """Analyse documents and lay out their index.

    The order of the documents makes no difference: they are sorted by id.

    Parameters
    ----------
    documents
        no two with the same id.
    progress
        told how far the analysis is.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    table = passages.pack(ordered)
    n_passages = len(table.arrays["passage_document"])
    names, counts = _count(list(_texts(ordered)), progress)
    of_sentences, of_titles = counts[:n_passages], counts[n_passages:]
    languages = _languages(ordered)
    general = background(languages[0] if languages else "und")
    rarity = {
        "sentence": general.idf(_holders(of_sentences), names, n_passages),
        "title": weighting.idf(_holders(of_titles), len(ordered)),
    }
    sums = _sums(table, len(ordered))
    is_pair = np.array([analysis.is_pair(name) for name in names], np.bool_)
    parts = [table, library.pack(ordered), vocabulary.pack(names)]
    parts.append(Stored({"idf": rarity["sentence"]}, {}, {}))
    for field in FIELDS:
        rows = of_titles if field.unit == "title" else sums[field.unit] @ of_sentences
        matched = _columns(rows, is_pair == field.of_pairs)
        idf = rarity["title" if field.unit == "title" else "sentence"]
        parts.append(postings.pack(field.name, impacts(matched, idf, field)))
    rows = texts.pack(
        (text for text, _ in _texts(ordered)),
        {name: n for n, name in enumerate(names)},
        n_passages,
        languages[0] if languages else "und",
    )
    parts.append(rows)
    n_paragraphs = sums["paragraph"].shape[0]
    facts = {
        "documents": len(ordered),
        "passages": n_passages,
        "languages": languages,
        "means": means(rows, len(names), n_passages, n_paragraphs),
    }
    return _merge(parts, facts)


def _texts(documents: Sequence[Document]) -> Iterable[tuple[str, str]]:
    """Yield (text, language) of every passage, then of every title."""
    for document in documents:
        for sentence in document.sentences:
            yield document.text[sentence.start : sentence.end], document.language
    for document in documents:
        yield document.title, document.language


def _count(
    rows: Sequence[tuple[str, str]], progress: Progress
) -> tuple[list[str], sparse.csr_array]:
    """Return the sorted terms, and their counts (n_rows, n_terms) int32."""

    def reported() -> Iterator[tuple[str, str]]:
        for done, row in enumerate(rows):
            if done % PROGRESS_EVERY == 0:
                progress(done, len(rows))
            yield row
        progress(len(rows), len(rows))

    vectoriser = CountVectorizer(analyzer=lambda row: analysis.terms(*row), dtype=np.int32)
    try:
        counts = sparse.csr_array(vectoriser.fit_transform(reported()))
    except ValueError:  # scikit-learn's word for texts without a single term
        return [], sparse.csr_array((len(rows), 0), dtype=np.int32)
    return vectoriser.get_feature_names_out().tolist(), counts


def _columns(counts: sparse.csr_array, kept: NDArray[np.bool_]) -> sparse.csr_array:
    """Empty the columns that are not kept."""
    matched = counts @ sparse.diags_array(kept, dtype=np.int32)
    matched.eliminate_zeros()
    return matched


def _holders(counts: sparse.csr_array) -> NDArray[np.int64]:
    """Return (n_terms,) number of rows that hold each term."""
    return np.bincount(counts.indices, minlength=counts.shape[1])


def _sums(table: Stored, n_documents: int) -> dict[str, sparse.csr_array]:
    """Return 0/1 matrices (n_units, n_passages) that add passages up to their unit."""
    paragraph = table.arrays["passage_paragraph"]
    n_passages = len(paragraph)
    return {
        "sentence": _membership(np.arange(n_passages, dtype=np.int32), n_passages),
        "paragraph": _membership(paragraph, int(paragraph[-1]) + 1 if n_passages else 0),
        "document": _membership(table.arrays["passage_document"], n_documents),
    }


def _membership(unit: NDArray[np.int32], n_units: int) -> sparse.csr_array:
    ones = np.ones(len(unit), np.int32)
    places = (unit, np.arange(len(unit)))
    return sparse.csr_array((ones, places), shape=(n_units, len(unit)))


def _languages(documents: Sequence[Document]) -> list[str]:
    """Return the documents' languages, the one with the most passages first."""
    counts = Counter[str]()
    for document in documents:
        counts[document.language] += len(document.sentences)
    return sorted(counts, key=lambda language: (-counts[language], language))


def _merge(parts: Sequence[Stored], facts: dict[str, Any]) -> Stored:
    arrays = {name: array for part in parts for name, array in part.arrays.items()}
    blobs = {name: blob for part in parts for name, blob in part.blobs.items()}
    return Stored(arrays, blobs, facts)
