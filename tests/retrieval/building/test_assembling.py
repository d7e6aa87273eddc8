"""A generation counts what its documents say, whatever order and pieces they come in."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer

from corpus.documents import Document
from retrieval.analysis import tokens
from retrieval.building import stretches
from retrieval.building.analysing import analyse
from retrieval.building.assembling import assemble
from retrieval.building.inmemory import HeldWriter, build
from retrieval.fields import FIELDS
from retrieval.inverted.postings import Postings
from retrieval.storage import Stored
from retrieval.vocabulary import Vocabulary
from tests.retrieval.building.making import bytes_of, documents, spooled
from tests.retrieval.building.samples import DOCUMENTS
from tests.retrieval.making import contents, document, index_of, places, publish

# Each example builds a whole index.
FEWER = settings(max_examples=30, deadline=None)


def terms(text: str, language: str) -> list[str]:
    return [token.term for token in tokens(text, language) if not token.is_stop]


def counted(rows: list[list[str]]) -> tuple[list[str], NDArray[np.int64]]:
    """Return sorted terms and (n_rows, n_terms) their counts, as scikit-learn counts them."""
    if not any(rows):
        return [], np.zeros((len(rows), 0), np.int64)
    vectorizer = CountVectorizer(analyzer=list)
    table = vectorizer.fit_transform(rows).toarray()
    return vectorizer.get_feature_names_out().tolist(), table.astype(np.int64)


def table_of(stored: Stored, n_rows: int, known: list[str]) -> NDArray[np.int64]:
    """Return (n_rows, n_known) how often each passage holds each term, by the inverted lists."""
    postings, vocabulary = Postings.open(stored), Vocabulary(stored)
    first = stored.arrays["section_first"].astype(np.int64)
    table = np.zeros((n_rows, len(known)), np.int64)
    for column, term in enumerate(known):
        number = vocabulary.number(term)
        assert number is not None
        entries = np.arange(*postings.entries(number))
        which, place, count = postings.read(entries)
        table[first[postings.section[entries][which]] + place, column] = count
    return table


def sentences(made: list[Document]) -> list[list[str]]:
    """Return the terms of every sentence, in the order of the index."""
    return [
        terms(d.text[s.start : s.end], d.language)
        for d in sorted(made, key=lambda d: d.id)
        for s in d.sentences
    ]


@FEWER
@given(documents(at_most=6))
def test_passages_hold_terms_as_often_as_scikit_learn_counts_them(made: list[Document]) -> None:
    rows = sentences(made)
    known, expected = counted(rows)

    stored = build(made)

    assert table_of(stored, len(rows), known).tolist() == expected.tolist()
    postings, vocabulary = Postings.open(stored), Vocabulary(stored)
    sizes = {term: postings.size(n) for n, term in enumerate(vocabulary.terms())}
    frequencies = dict(zip(known, (expected > 0).sum(0).tolist(), strict=True))
    # Terms of titles alone are in the vocabulary and in no passage.
    assert {term: n for term, n in sizes.items() if n} == frequencies
    assert stored.arrays["sentence_terms"].tolist() == expected.sum(1).tolist()


@FEWER
@given(documents(at_most=6))
def test_titles_hold_terms_as_often_as_scikit_learn_counts_them(made: list[Document]) -> None:
    rows = [terms(d.title, d.language) for d in sorted(made, key=lambda d: d.id)]
    known, expected = counted(rows)

    stored = build(made)

    postings, vocabulary = Postings.open(stored), Vocabulary(stored)
    table = np.zeros_like(expected)
    for column, term in enumerate(known):
        held, count = postings.titles_in(vocabulary.number(term) or 0, np.arange(len(rows)))
        table[held, column] = count
    assert table.tolist() == expected.tolist()
    assert stored.arrays["title_terms"].tolist() == expected.sum(1).tolist()


def test_more_passages_than_are_worked_on_at_once_are_counted_as_well() -> None:
    n_passages = stretches.CHUNK + 70
    words = ("rain", "seoul", "pact", "talk", "tokyo")
    # Word w stands in every sentence whose number w + 1 divides, and once more in every 70th.
    lines = [
        " ".join([w for k, w in enumerate(words) if n % (k + 1) == 0] + ["rain"] * (n % 70 == 0))
        for n in range(n_passages)
    ]
    made = [document(f"{n:05}", " | ".join(lines[n : n + 35])) for n in range(0, n_passages, 35)]

    stored = build(made)

    known, expected = counted([terms(line, "en") for line in lines])
    assert stored.facts["passages"] == n_passages
    assert np.array_equal(table_of(stored, n_passages, known), expected)


def test_a_term_that_a_sentence_holds_more_often_than_a_byte_says_is_counted() -> None:
    line = "rain " * 300 + "pact"

    stored = build([document("a", line)])

    assert table_of(stored, 1, ["pact", "rain"]).tolist() == [[1, 300]]


@FEWER
@given(documents(), st.data())
def test_neither_order_nor_batches_change_a_byte(
    tmp_path_factory: pytest.TempPathFactory, made: list[Document], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(made))
    cut = data.draw(st.integers(0, len(made)))
    folder = tmp_path_factory.mktemp("spools") / "spool"
    spool = spooled(folder, [analyse(shuffled[:cut]), analyse(shuffled[cut:])])
    ids = [identity.id for identity in spool.documents]
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
    writer = HeldWriter()

    assemble(spool, order, writer, FIELDS, lambda done, total: None)

    assert bytes_of(writer.stored) == bytes_of(build(made))


@FEWER
@given(documents(), st.data())
def test_a_spool_with_documents_left_out_gives_what_one_without_them_does(
    tmp_path_factory: pytest.TempPathFactory, made: list[Document], data: st.DataObject
) -> None:
    kept = data.draw(st.sets(st.sampled_from(made))) if made else set()
    spool = spooled(tmp_path_factory.mktemp("spools") / "spool", [analyse(made)])
    places = [n for n, d in enumerate(made) if d in kept]
    order = np.array(sorted(places, key=lambda n: made[n].id), np.int64)
    writer = HeldWriter()

    assemble(spool, order, writer, FIELDS, lambda done, total: None)

    assert bytes_of(writer.stored) == bytes_of(build(kept))


def test_the_order_of_documents_changes_no_byte_of_any_file(tmp_path: Path) -> None:
    orders = DOCUMENTS, DOCUMENTS[::-1], DOCUMENTS[2:] + DOCUMENTS[:2]

    made = [
        contents(tmp_path / str(n) / publish(tmp_path / str(n), o)) for n, o in enumerate(orders)
    ]

    assert made[0] == made[1] == made[2]


def test_the_facts_count_documents_passages_and_languages() -> None:
    facts = build(DOCUMENTS).facts

    # Passages: en 2 + 2, then one each in ja, ko and tr, by name.
    assert (facts["documents"], facts["passages"]) == (5, 7)
    assert facts["languages"] == ["en", "ja", "ko", "tr"]


def test_no_array_holds_objects() -> None:
    assert not any(array.dtype.hasobject for array in build(DOCUMENTS).arrays.values())


def test_common_forms_have_small_numbers() -> None:
    keys = Vocabulary(build([document("a", "b b a c c | d", title="d d")]), "form").terms()

    # d three times, b and c twice, a once: "a" is a stop word, and a form all the same.
    assert [key.split("\t")[-1] for key in keys] == ["d", "b", "c", "a"]


def test_progress_ends_with_everything(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    spool = spooled(tmp_path / "spool", [analyse(DOCUMENTS)])

    order = np.arange(len(DOCUMENTS))
    assemble(spool, order, HeldWriter(), FIELDS, lambda done, total: told.append((done, total)))

    assert told == [(7, 7)]


def test_no_documents_build_an_index_that_finds_nothing() -> None:
    assert places(index_of(), "when does the pact expire") == []


def test_documents_without_a_word_build_an_index_that_finds_nothing() -> None:
    assert places(index_of(document("a", "... | !!!")), "when does the pact expire") == []


def test_a_document_without_sentences_is_kept_and_found_by_nobody() -> None:
    bare = document("bare", "x")
    empty = type(bare)("bare", "", (), bare.original, title="Pact")

    index = index_of(empty, document("a", "The pact expires."))

    assert index.library.n_documents == 2
    assert places(index, "pact") == [("a", 0)]


def test_every_document_comes_back_as_it_was_read() -> None:
    index = index_of(*DOCUMENTS)

    assert [index.library.document(n) for n in range(5)] == sorted(DOCUMENTS, key=lambda d: d.id)
