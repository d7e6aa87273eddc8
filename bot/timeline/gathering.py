"""The sentences that are about a topic and may say when something happened."""

import datetime
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.timeline.coverage import Coverage, cover
from bot.timeline.naming import stems_in
from corpus.documents import Document
from retrieval.analysis import ENGLISH
from retrieval.hits import Hit, Query, Scope
from retrieval.index import Index
from retrieval.ranking.ranker import Ranker

__all__ = ["Told", "gather"]

Flags = NDArray[np.bool_]

# Passages to look at, and how many of them to read: by then, what is told has been told before.
N_SEARCHED = 400
MOST_READ = 160
# Share of the topic, by rarity, that a sentence must hold with what is around it, and by itself; a
# name of several words is told again by one of them.
ABOUT = 0.75
BY_ITSELF = 0.5
BY_ITSELF_OF_LONG = 0.3
LONG = 3
# Words of the title that a first sentence must hold to say the same.
SAID_AGAIN = 2
# How a sentence opens that goes on with what the ones before it are about.
GOES_ON = re.compile(r"[\"“]?(?:It|They|This|That|The|Its|Their|These|Both) [a-z]")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about a topic.

    Attributes:
        hit: where it stands.
        text: its words.
        published: day of its document, or None.
        opens_news: whether it is the first of a news report.
        share: part of the topic, by rarity, that its own words hold, 0 to 1.
    """

    hit: Hit
    text: str
    published: datetime.date | None
    opens_news: bool
    share: float


def gather(index: Index, ranker: Ranker, query: Query, scope: Scope | None) -> list[Told]:
    """Return English sentences about a topic that may say when something happened, best first.

    Parameters
    ----------
    index
        where to look.
    ranker
        of that index.
    query
        the topic; one term at least.
    scope
        which passages may be returned.
    """
    hits = ranker.rank(query, N_SEARCHED, scope)
    if not hits:
        return []
    passages = np.array([hit.passage for hit in hits])
    coverage = cover(index, [term.term for term in query.terms], passages)
    first = np.array([hit.sentence == 0 for hit in hits])
    asks = index.passages.asks[passages]
    is_about = _is_about(coverage, first, len(query.terms))
    chosen = np.flatnonzero(is_about & (coverage.may_date | first) & ~asks)
    shares = coverage.sentence.tolist()
    return _read(index, [(hits[n], shares[n]) for n in chosen[:MOST_READ].tolist()])


def _is_about(coverage: Coverage, first: Flags, n_terms: int) -> Flags:
    """Say which sentences are about the topic.

    Those that hold most of it with what is around them, and part of it by themselves. A sentence
    that holds none of it is about it where its paragraph and its title both hold most of it, or
    the title does and it is the first one, which says what the title says.
    """
    near = coverage.paragraph >= ABOUT
    by_itself = BY_ITSELF if n_terms < LONG else BY_ITSELF_OF_LONG
    some = (coverage.together >= ABOUT) & (coverage.sentence >= by_itself)
    return np.asarray(some | ((coverage.title >= ABOUT) & (near | first)))


def _read(index: Index, chosen: list[tuple[Hit, float]]) -> list[Told]:
    """Read sentences, each document once."""
    documents: dict[int, Document] = {}
    for hit, _ in chosen:
        if hit.document not in documents:
            documents[hit.document] = index.library.document(hit.document)
    told = (_tell(documents[hit.document], hit, share) for hit, share in chosen)
    return [one for one in told if one is not None]


def _tell(document: Document, hit: Hit, share: float) -> Told | None:
    if document.language not in ENGLISH:
        return None
    sentence = document.sentences[hit.sentence]
    text = document.text[sentence.start : sentence.end]
    if not share and not _goes_on(document, hit, text):
        return None
    opens_news = hit.sentence == 0 and document.original.format == "news"
    return Told(hit, text, document.date, opens_news, share)


def _goes_on(document: Document, hit: Hit, text: str) -> bool:
    """Say whether a sentence that does not name the topic goes on with it, or says its title."""
    if GOES_ON.match(text):
        return True
    said = {stem for stem, _ in stems_in(text)}
    again = said.intersection(stem for stem, _ in stems_in(document.title))
    return hit.sentence == 0 and len(again) >= SAID_AGAIN
