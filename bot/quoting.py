"""A hit as a quote: its text, its place in the original's bytes, its citation."""

from collections.abc import Iterable

from bot.answers import Copy, Quote, Ranked
from bot.marking import marks
from bot.pieces import kind_asked
from corpus.documents import Document
from corpus.originals import OriginalStore
from corpus.provenance import byte_span
from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["Quoter", "ranked"]


class Quoter:
    """Quotes sentences for one question from the generation that found them.

    Parameters
    ----------
    index
        what the hits were found in.
    originals
        the bytes that quotes are taken from.
    query
        what was asked.

    Attributes:
        kind: what kind of piece it asks for, "" for none.
    """

    def __init__(self, index: Index, originals: OriginalStore, query: Query) -> None:
        self.kind = kind_asked(query.text, query.language)
        self._index = index
        self._originals = originals
        self._query = query

    def quote(self, hit: Hit, copies: Iterable[Hit] = ()) -> Quote:
        """Quote the sentence of a hit.

        Raises
        ------
        OriginalDamaged
            the original is gone or altered.
        """
        document = self._index.library.document(hit.document)
        sentence = document.sentences[hit.sentence]
        text = document.text[sentence.start : sentence.end]
        span = byte_span(document, sentence.start, sentence.end, self._piece(document))
        return Quote(
            document=document.id,
            sentence=hit.sentence,
            start=sentence.start,
            end=sentence.end,
            text=text,
            sha256=document.original.sha256,
            byte_start=span[0] if span else None,
            byte_end=span[1] if span else None,
            title=document.title,
            date=document.date,
            source=document.source,
            score=hit.score,
            highlights=marks(document, text, self._query, self.kind),
            copies=tuple(self._copy(copy) for copy in copies),
        )

    def _piece(self, document: Document) -> bytes:
        """Return the document's bytes where they are needed: text files follow from the text."""
        original = document.original
        if original.format != "jsonl":
            return b""
        return self._originals.part(original.sha256, original.start, original.end)

    def _copy(self, hit: Hit) -> Copy:
        document = self._index.library.document(hit.document)
        return Copy(document.id, hit.sentence, document.title, document.date, document.source)


def ranked(index: Index, hit: Hit) -> Ranked:
    """Say where the sentence of a hit stands."""
    start, end = index.library.span(hit.document, hit.sentence)
    return Ranked(index.library.id(hit.document), hit.sentence, start, end, hit.score)
