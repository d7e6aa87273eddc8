"""Batches, spools and documents of any kind for the tests of building."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from corpus.documents import Document
from retrieval import storage
from retrieval.building.analysed import Analysed, dump
from retrieval.building.analysing import analyse
from retrieval.building.assembling import assemble
from retrieval.building.spool import Spool
from retrieval.fields import FIELDS
from retrieval.storage import Stored, Writer
from tests.retrieval.making import document

__all__ = ["assembled", "bytes_of", "children", "documents", "dumped", "spelt", "spooled"]

# Stop words, names, numbers, marks, and scripts with and without spaces.
WORDS = (
    *("the", "Seoul", "seoul", "SEOUL", "rains", "expires", "NATO's", "U.S.", "1,250.5", "5%"),
    *(
        "(net)",
        '"so"',
        "why?",
        "협정이",
        "서울은",
        "協定が終了",
        "evler",
        "Straße",
        "договор",
        "...",
    ),
)
LANGUAGES = ("en", "und", "ko", "ja", "tr", "de", "ru")


@st.composite
def documents(draw: st.DrawFn, *, at_most: int = 4) -> list[Document]:
    """Draw documents of several languages, no two with the same id."""
    names = draw(st.lists(st.sampled_from("abcdefgh"), max_size=at_most, unique=True))
    text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
    paragraph = st.lists(text, min_size=1, max_size=3).map(" | ".join)
    return [
        document(
            name,
            *draw(st.lists(paragraph, min_size=1, max_size=3)),
            date=draw(st.sampled_from(("", "2019-11-23"))),
            title=draw(st.just("") | text),
            language=draw(st.sampled_from(LANGUAGES)),
        )
        for name in names
    ]


def dumped(batch: Analysed, n_told: int = 0) -> bytes:
    """Return a batch as bytes: two are alike when these are."""
    file = BytesIO()
    dump(batch, file, n_told)
    return file.getvalue()


def spelt(batch: Analysed) -> tuple[bytes, list[str], list[str]]:
    """Return a batch, its words spelt out: two say the same when these are the same."""
    words, titles = ([batch.keys[n] for n in batch.arrays[m]] for m in ("forms", "title_forms"))
    empty = np.empty(0, np.int32)
    arrays = {**batch.arrays, "forms": empty, "title_forms": empty}
    return dumped(replace(batch, keys=[], arrays=arrays)), words, titles


def spooled(folder: Path, batches: Iterable[Analysed]) -> Spool:
    """Put batches aside in a folder of their own."""
    folder.mkdir()
    spool = Spool(folder)
    for batch in batches:
        spool.add(batch)
    spool.close()
    return spool


def assembled(folder: Path, made: Sequence[Document]) -> Stored:
    """Return the generation of some documents, written below a folder."""
    spool = spooled(folder / "spool", [analyse(made)])
    ids = [identity.id for identity in spool.documents]
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
    (folder / "generation").mkdir()
    assemble(spool, order, Writer(folder / "generation"), FIELDS, lambda done, total: None)
    return storage.read(folder / "generation")


def bytes_of(stored: Stored) -> tuple[dict[str, bytes], dict[str, bytes], object]:
    """Return what a generation holds, down to the last byte."""
    arrays = {name: str(a.dtype).encode() + a.tobytes() for name, a in stored.arrays.items()}
    return arrays, {name: bytes(blob) for name, blob in stored.blobs.items()}, stored.facts


def children() -> list[int]:
    """Return the processes that this one has started and that are still there."""
    listed = (path.read_text().split() for path in Path("/proc/self/task").glob("*/children"))
    return [int(number) for numbers in listed for number in numbers]
