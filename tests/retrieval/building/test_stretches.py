"""Stretches are whole sections, and say where each passage stands."""

from pathlib import Path

import numpy as np

from retrieval import passages
from retrieval.building import stretches
from retrieval.building.analysing import analyse
from retrieval.building.numbering import number
from retrieval.building.stretches import Stretches
from retrieval.ragged import offsets
from tests.retrieval.building.making import spooled
from tests.retrieval.making import document


def made(folder: Path, n_documents: int) -> Stretches:
    """Return documents of two paragraphs, the first with two sentences, named in order."""
    texts = [document(f"{n:05}", "Rain falls. | It ends.", "Why?", title="Rain") for n in range(2)]
    texts += [document(f"{n:05}", "Snow. | Ice.", "Why?") for n in range(2, n_documents)]
    spool = spooled(folder / "spool", [analyse(texts)])
    order = np.arange(n_documents)
    rows = spool.sentences(order)
    opens = spool.column("opens")[rows].astype(np.bool_)
    units = passages.pack(offsets(spool.column("n_sentences")[order]), opens)
    return Stretches(spool, order, rows, units, number(spool.keys, spool.often(order)))


def test_ranges_follow_one_another_and_are_no_larger_than_a_stretch(tmp_path: Path) -> None:
    n_documents = stretches.CHUNK // 3 + 20

    ranges = [*made(tmp_path, n_documents).ranges()]

    assert [begin for begin, _ in ranges] == [0, *(end for _, end in ranges[:-1])]
    assert ranges[-1][1] == 3 * n_documents
    assert [end - begin <= stretches.CHUNK for begin, end in ranges] == [True, True]


def test_rows_and_titles_are_read_with_their_sizes(tmp_path: Path) -> None:
    some = made(tmp_path, 3)

    rows, titles = some.read(1, 4), some.read_titles(1, 3)

    # "It ends.", "Why?", "Rain falls."; the title "Rain", and none.
    assert (len(rows[0]), rows[1].tolist()) == (5, [2, 1, 2])
    assert (len(titles[0]), titles[1].tolist()) == (1, [1, 0])


def test_terms_are_counted_in_each_row_without_stop_words(tmp_path: Path) -> None:
    some = made(tmp_path, 2)

    found, n_terms = some.invert(*some.read(0, 3))

    # Rain and fall; end; none: three terms, each in one row.
    assert n_terms.tolist() == [2, 1, 0]
    assert found.sizes.tolist() == [1, 1, 1]


def test_a_layout_counts_units_from_the_first_of_the_stretch(tmp_path: Path) -> None:
    some = made(tmp_path, 30)

    # Sections are of at most 64 passages, so that 21 documents of three fill the first.
    stretch, place = some.layout(63, 90, np.full(90, 7))

    assert (place.section, place.document, place.last_document) == (1, 21, 29)
    assert place.within.tolist() == list(range(27))
    assert stretch.document.tolist() == [n // 3 for n in range(27)]
    assert stretch.paragraph.tolist()[:6] == [0, 0, 1, 2, 2, 3]
    assert stretch.section.tolist() == [0] * 27
    assert stretch.n_terms.tolist() == [7.0] * 27
    assert stretch.asks.tolist() == [False, False, True] * 9
