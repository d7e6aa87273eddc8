"""A hit as a quote: its text, its place in the original's bytes, its citation."""

from bot.answers import Highlight, Quote, Ranked
from corpus.documents import Document
from corpus.originals import OriginalStore
from corpus.provenance import byte_span
from retrieval.analysis import is_piece, tokens
from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["quote", "ranked"]


def quote(index: Index, originals: OriginalStore, query: Query, hit: Hit) -> Quote:
    """Quote the sentence of a hit from the generation that found it.

    Raises
    ------
    OriginalDamaged
        the original is gone or altered.
    """
    document = index.library.document(hit.document)
    sentence = document.sentences[hit.sentence]
    text = document.text[sentence.start : sentence.end]
    span = byte_span(document, sentence.start, sentence.end, _piece(document, originals))
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
        highlights=_highlights(document, text, query),
    )


def _piece(document: Document, originals: OriginalStore) -> bytes:
    """Return the document's bytes where they are needed: text files follow from the text."""
    original = document.original
    if original.format != "jsonl":
        return b""
    return originals.part(original.sha256, original.start, original.end)


def ranked(index: Index, hit: Hit) -> Ranked:
    """Say where the sentence of a hit stands."""
    start, end = index.library.span(hit.document, hit.sentence)
    return Ranked(index.library.id(hit.document), hit.sentence, start, end, hit.score)


def _highlights(document: Document, text: str, query: Query) -> tuple[Highlight, ...]:
    """Mark the words of the question, overlapping pieces of unspaced scripts joined."""
    wanted = {term.term for term in query.terms}
    marks: list[Highlight] = []
    for token in tokens(text, document.language):
        if token.term not in wanted or is_piece(token.term):
            continue
        if marks and token.start < marks[-1].end:
            start = marks[-1].start
            marks[-1] = Highlight(start, token.end, "term", text[start : token.end])
        else:
            marks.append(Highlight(token.start, token.end, "term", token.term))
    return tuple(marks)
