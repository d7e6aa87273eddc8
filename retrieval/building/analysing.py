"""Documents to batches: the costly part of building, done once for each document."""

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document, Sentence, Skipped
from retrieval.building.analysed import Analysed
from retrieval.forward.forms import Forms
from retrieval.forward.marks import BIT_OF, places
from retrieval.library import Identity, identity, record
from retrieval.ragged import offsets

__all__ = ["Analysis", "analyse"]

Numbers = NDArray[np.int32]

QUESTION_MARKS = ("?", "\uff1f", "\u061f", "\u037e")
CLOSERS = " \t\r\n\"'”’)]»」"
# zlib's own default takes twice the time for a twentieth of the size.
LEVEL = 4


def analyse(items: Iterable[Document | Skipped], forms: Forms | None = None) -> Analysed:
    """Analyse documents, and keep what was skipped.

    Parameters
    ----------
    items
        documents, and what could not be read.
    forms
        what earlier calls have learnt: most forms of a new text are known from others.
    """
    analysis = Analysis(forms or Forms())
    for item in items:
        if isinstance(item, Skipped):
            analysis.skipped.append(item)
        else:
            analysis.add(item)
    return analysis.batch()


class Analysis:
    """Collects a batch document by document.

    Attributes:
        skipped: what could not be read.

    Parameters
    ----------
    forms
        numbers the words.
    """

    def __init__(self, forms: Forms) -> None:
        self.skipped: list[Skipped] = []
        self._forms = forms
        self._documents: list[Identity] = []
        self._languages: list[str] = []
        self._records: list[bytes] = []
        self._texts: list[bytes] = []
        self._numbers = {name: array("q") for name in ("n_sentences", "day", "start", "end")}
        self._flags = {name: bytearray() for name in ("opens", "asks", "marks")}
        self._rows, self._titles = _Rows(), _Rows()

    def add(self, document: Document) -> None:
        """Analyse a document."""
        numbers = self._numbers
        self._documents.append(identity(document))
        self._languages.append(document.language)
        self._records.append(record(document))
        self._texts.append(zlib.compress(document.text.encode(), LEVEL))
        numbers["n_sentences"].append(len(document.sentences))
        numbers["day"].append(document.date.toordinal() if document.date else 0)
        self._add_sentences(document.text, document.sentences)
        texts = [document.text[s.start : s.end] for s in document.sentences]
        self._rows.add(texts, document.language, self._forms)
        self._titles.add([document.title], document.language, self._forms)

    def batch(self) -> Analysed:
        """Return what was added."""
        arrays: dict[str, NDArray[Any]] = {
            name: np.array(values, np.int64) for name, values in self._numbers.items()
        }
        arrays |= {name: np.frombuffer(bytes(b), np.uint8) for name, b in self._flags.items()}
        arrays["forms"], arrays["row_size"] = self._rows.read(self._forms)
        arrays["title_forms"], arrays["title_size"] = self._titles.read(self._forms)
        arrays |= {
            "record_size": np.array([len(one) for one in self._records], np.int64),
            "text_size": np.array([len(one) for one in self._texts], np.int64),
            "records": np.frombuffer(b"".join(self._records), np.uint8),
            "texts": np.frombuffer(b"".join(self._texts), np.uint8),
        }
        keys = self._forms.keys
        return Analysed(self._documents, self._languages, keys, self.skipped, arrays)

    def _add_sentences(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Note where sentences stand, and what their signs say."""
        starts = [sentence.start for sentence in sentences]
        ends = [sentence.end for sentence in sentences]
        paragraphs = [sentence.paragraph for sentence in sentences]
        before = [-1, *paragraphs]
        self._numbers["start"].extend(starts)
        self._numbers["end"].extend(ends)
        self._flags["opens"].extend(map(int.__ne__, paragraphs, before))
        asks, marks = bytearray(len(starts)), bytearray(len(starts))
        for at, sign in places(text, BIT_OF):
            sentence = bisect_right(starts, at) - 1
            if sentence >= 0 and at < ends[sentence]:
                marks[sentence] |= BIT_OF[sign]
        for at, _ in places(text, QUESTION_MARKS):
            sentence = bisect_right(starts, at) - 1
            if sentence >= 0 and at < ends[sentence]:
                asks[sentence] |= not text[at + 1 : ends[sentence]].strip(CLOSERS)
        self._flags["asks"] += asks
        self._flags["marks"] += marks


class _Rows:
    """Rows of words, as the stretches between white space until all are there."""

    def __init__(self) -> None:
        self._sizes = array("q")
        self._stretches: list[Numbers] = [np.empty(0, np.int32)]

    def add(self, texts: Iterable[str], language: str, forms: Forms) -> None:
        """Add a row for each text."""
        stretches: list[str] = []
        for text in texts:
            found = text.split()
            stretches += found
            self._sizes.append(len(found))
        self._stretches.append(forms.stretches(stretches, language))

    def read(self, forms: Forms) -> tuple[Numbers, NDArray[np.int64]]:
        """Return the forms of all rows, word after word, and how many words each row has."""
        words, sizes = forms.of_stretches(np.concatenate(self._stretches))
        return words, np.diff(offsets(sizes)[offsets(np.array(self._sizes, np.int64))])
