"""Documents to batches: the costly part of building, done once for each document."""

import zlib
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Document, Sentence, Skipped
from retrieval.building.analysed import Analysed
from retrieval.forward.forms import Forms
from retrieval.forward.marks import marks
from retrieval.library import Identity, identity, record

__all__ = ["Analysis", "analyse"]

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
        self._numbers = {
            name: array("q")
            for name in ("n_sentences", "day", "title_size", "start", "end", "row_size")
        }
        self._forms_of_rows, self._forms_of_titles = array("i"), array("i")
        self._flags = {name: bytearray() for name in ("opens", "asks", "marks")}

    def add(self, document: Document) -> None:
        """Analyse a document."""
        numbers = self._numbers
        self._documents.append(identity(document))
        self._languages.append(document.language)
        self._records.append(record(document))
        self._texts.append(zlib.compress(document.text.encode(), LEVEL))
        numbers["n_sentences"].append(len(document.sentences))
        numbers["day"].append(document.date.toordinal() if document.date else 0)
        paragraph = -1
        for sentence in document.sentences:
            self._add_sentence(document, sentence, opens=sentence.paragraph != paragraph)
            paragraph = sentence.paragraph
        title = self._forms.numbers(document.title, document.language)
        self._forms_of_titles.extend(title)
        numbers["title_size"].append(len(title))

    def batch(self) -> Analysed:
        """Return what was added."""
        arrays: dict[str, NDArray[Any]] = {
            name: np.array(values, np.int64) for name, values in self._numbers.items()
        }
        arrays |= {name: np.frombuffer(bytes(b), np.uint8) for name, b in self._flags.items()}
        in_rows = np.array(self._forms_of_rows, np.int32)
        in_titles = np.array(self._forms_of_titles, np.int32)
        known = self._forms.keys
        used, number = _numbered((in_rows, in_titles), len(known))
        arrays |= {
            "forms": number[in_rows],
            "title_forms": number[in_titles],
            "record_size": np.array([len(one) for one in self._records], np.int64),
            "text_size": np.array([len(one) for one in self._texts], np.int64),
            "records": np.frombuffer(b"".join(self._records), np.uint8),
            "texts": np.frombuffer(b"".join(self._texts), np.uint8),
        }
        keys = [known[form] for form in used.tolist()]
        return Analysed(self._documents, self._languages, keys, self.skipped, arrays)

    def _add_sentence(self, document: Document, sentence: Sentence, *, opens: bool) -> None:
        text = document.text[sentence.start : sentence.end]
        found = self._forms.numbers(text, document.language)
        self._forms_of_rows.extend(found)
        self._numbers["row_size"].append(len(found))
        self._numbers["start"].append(sentence.start)
        self._numbers["end"].append(sentence.end)
        self._flags["opens"].append(opens)
        self._flags["asks"].append(text.rstrip(CLOSERS).endswith(QUESTION_MARKS))
        self._flags["marks"].append(marks(text))


def _numbered(
    forms: Sequence[NDArray[np.int32]], n_forms: int
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return the forms that occur, the first one met first, and (n_forms,) their places there."""
    flat = np.concatenate(forms)
    first = np.full(n_forms, len(flat))
    first[flat[::-1]] = np.arange(len(flat))[::-1]
    used = np.argsort(first, kind="stable")[: np.count_nonzero(first < len(flat))]
    number = np.zeros(n_forms, np.int32)
    number[used] = np.arange(len(used), dtype=np.int32)
    return used, number
