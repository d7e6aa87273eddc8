"""What is packed comes back whole, one document at a time."""

import zlib
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document, Original, Sentence
from retrieval.building.inmemory import build
from retrieval.library import Library, identity, record
from tests.retrieval.making import document

PIECES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    names = draw(st.sets(PIECES.filter(bool), max_size=4))
    made = []
    for name in sorted(names):
        text = draw(PIECES)
        marks = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
        spans = zip(marks[::2], marks[1::2], strict=False)
        sentences = tuple(Sentence(start, end, place) for place, (start, end) in enumerate(spans))
        original = Original("ab" * 32, "news", "utf-16-le", draw(st.integers(0, 9)), 10)
        day = draw(st.none() | st.dates())
        fields = [*(draw(PIECES) for _ in range(3)), draw(st.sampled_from(("en", "ja", "und")))]
        made.append(Document(name, text, sentences, original, fields[0], day, *fields[1:]))
    return made


# Each example builds a whole index.
@settings(max_examples=30)
@given(documents())
def test_every_document_comes_back_as_it_was(made: list[Document]) -> None:
    library = Library(build(made))

    assert [library.document(n) for n in range(library.n_documents)] == made


@settings(max_examples=30)
@given(documents())
def test_what_is_packed_is_told_without_unpacking_the_text(made: list[Document]) -> None:
    library = Library(build(made))

    assert library.identities() == [identity(document) for document in made]
    assert [bytes(library.packed_record(n)) for n in range(len(made))] == [*map(record, made)]
    assert [zlib.decompress(library.packed_text(n)) for n in range(len(made))] == [
        document.text.encode() for document in made
    ]
    assert [library.id(n) for n in range(len(made))] == [document.id for document in made]
    assert [library.span(n, k) for n, d in enumerate(made) for k in range(len(d.sentences))] == [
        (sentence.start, sentence.end) for d in made for sentence in d.sentences
    ]


def test_ids_lead_to_positions_and_unknown_ones_are_left_out() -> None:
    library = Library(build([document("a", "One."), document("b/c", "Two."), document("é", "3.")]))

    assert library.positions(["é", "b", "a", "zz", ""]) == [2, 0]


def test_a_record_says_what_is_known_without_the_text() -> None:
    made = document("a", "One.", date="2019-11-23", title="Pact")

    record = Library(build([made])).record(0)

    assert (record["id"], record["title"], record["date"]) == ("a", "Pact", "2019-11-23")
    assert "text" not in record


def test_an_empty_library_has_no_documents() -> None:
    library = Library(build([]))

    assert (library.n_documents, library.positions(["a"])) == (0, [])


def test_a_date_comes_back_as_a_day() -> None:
    library = Library(build([document("a", "One.", date="2019-11-23")]))

    assert library.document(0).date == date(2019, 11, 23)
