"""The quotes of an answer, and what other documents hold against them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answers import Conflict, Quote
from bot.composing.choosing import MOST_QUOTES, choose
from bot.composing.conflicts import Differing, find_conflicts
from bot.composing.copies import Copied, collapse
from bot.composing.leaning import lead_in
from bot.quoting import Quoter
from retrieval.hits import Hit, Query
from retrieval.index import Index

__all__ = ["Composition", "Order", "compose", "order"]


@dataclass(frozen=True, slots=True)
class Composition:
    """What an answer says.

    Attributes:
        quotes: one to three, the best supported first.
        conflicts: newest first; mostly none.
    """

    quotes: tuple[Quote, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Sentences in the order in which they may be quoted.

    Attributes:
        distinct: no two of the same words, best first, but for a newer statement that leads.
        others: what differs from the first of them, newest first.
    """

    distinct: tuple[Copied, ...]
    others: tuple[Differing, ...]


def order(index: Index, query: Query, hits: Sequence[Hit]) -> Order:
    """Put the same sentence of several documents together, and the newest statement first.

    Parameters
    ----------
    index
        what the hits were found in.
    query
        what was asked.
    hits
        best first, at least one.
    """
    distinct = collapse(index, hits)
    found = find_conflicts(index, query, [copied.hit for copied in distinct])
    outdated = {other.hit for other in found.others}
    first = next(copied for copied in distinct if copied.hit == found.standing)
    rest = (c for c in distinct if c is not first and c.hit not in outdated)
    return Order((first, *rest), found.others)


def compose(index: Index, quoter: Quoter, query: Query, hits: Sequence[Hit]) -> Composition:
    """Choose what to quote; a sentence that leans on the one before it brings it along.

    Parameters
    ----------
    index
        what the hits were found in.
    quoter
        quotes them.
    query
        what was asked.
    hits
        best first, at least one.
    """
    ordered = order(index, query, hits)
    copies = {copied.hit: copied.others for copied in ordered.distinct}
    chosen = _with_lead_ins(index, choose(index, [copied.hit for copied in ordered.distinct]))
    quotes = tuple(quoter.quote(hit, copies.get(hit, ())) for hit in chosen)
    conflicts = (_conflict(quoter, quotes[0], other) for other in ordered.others)
    return Composition(quotes, tuple(conflicts))


def _with_lead_ins(index: Index, chosen: Sequence[Hit]) -> list[Hit]:
    """Add the sentence that each of the chosen leans on, as long as there is room."""
    hits: dict[int, Hit] = {}
    for hit in chosen:
        hits.setdefault(hit.passage, hit)
        before = lead_in(index.library.document(hit.document), hit.sentence)
        if before is not None:
            led = replace(hit, passage=hit.passage - 1, sentence=before)
            hits.setdefault(led.passage, led)
    return list(hits.values())[:MOST_QUOTES]


def _conflict(quoter: Quoter, standing: Quote, other: Differing) -> Conflict:
    older = quoter.quote(other.hit)
    return Conflict(other.relation, other.difference.kind, standing, older)
