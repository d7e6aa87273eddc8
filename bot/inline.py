"""Single quotes that answer a question or come near it, ranked, each to be shown by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot import phrases
from bot.answering import Answerer
from bot.answers import Answer, Conflict, Outcome, Quote, Refusal
from bot.composing.copies import Copied, collapse
from bot.phrases import inline
from bot.preferring import prefer
from bot.questions import Question
from bot.quoting import Quoter
from bot.replies import Part, Reply, quoted
from bot.resolving import resolve
from retrieval.hits import Hit, Query, Scope
from retrieval.index import Index

__all__ = ["MOST_FOUND", "Found", "cited", "laid"]

# How many sentences to rank, and so how many quotes there can be on all pages together.
MOST_FOUND = 50
# A further sentence stays within these points of the best one, where 3 is odds of 20 to 1.
NEAR_BEST = 3.0


@dataclass(frozen=True, slots=True)
class Found:
    """A quote, and what has to be said when it is shown alone.

    Attributes:
        quote: the words of a document and their place.
        kind: what kind of piece was asked for, as in `Highlight`; "" for anything else.
        note: why it is no answer, or what stands against it; mostly empty.
    """

    quote: Quote
    kind: str = ""
    note: str = ""


def cited(answerer: Answerer, question: Question, first: int, most: int) -> tuple[Found, ...]:
    """Return a page of quotes: those of the answer, what differs from them, then further ones.

    A question that is declined has only the sentences that come nearest, each with the note that
    the documents do not answer it. Small talk has none.

    Parameters
    ----------
    answerer
        answers, and finds further sentences.
    question
        asked on its own, without what a conversation adds.
    first
        how many to leave out, from 0.
    most
        how many to return at most.
    """
    understood = resolve(question.text, [])
    outcome = answerer.answer(question, understood)
    leading = list(_leading(outcome))
    page = leading[first : first + most]
    if isinstance(outcome, Refusal) or len(page) == most:
        return tuple(page)
    query = answerer.query(understood)
    quoter = answerer.quoter(query)
    scope = Scope(question.documents, question.as_of)
    others = _further(answerer.index, answerer.ranker.rank(query, MOST_FOUND, scope), quoter, query)
    fresh = [each for each in others if not _shows(answerer.index, each, leading)]
    after = max(first - len(leading), 0)
    rest = fresh[after : after + most - len(page)]
    return (*page, *(Found(quoter.quote(each.hit, each.others), quoter.kind) for each in rest))


def laid(found: Found) -> Reply:
    """Lay a quote out with its citation, the note first."""
    note = (Part("note", found.note),) if found.note else ()
    return Reply((*note, *quoted([found.quote], found.kind)))


def _leading(outcome: Outcome) -> Iterator[Found]:
    """Yield the quotes of an answer or a refusal, each with what is to be said of it."""
    if isinstance(outcome, Refusal):
        why = " ".join(filter(None, (phrases.DECLINED, phrases.reason(outcome.reason))))
        for quote in outcome.nearest:
            yield Found(quote, note=f"{why} {phrases.NEAREST}")
        return
    for quote in outcome.quotes:
        yield Found(quote, outcome.kind, _held_against(outcome, quote))
    shown = {_place(quote) for quote in outcome.quotes}
    for conflict in outcome.conflicts:
        if _place(conflict.older) not in shown:
            yield Found(conflict.older, outcome.kind, _other(conflict))


def _held_against(answer: Answer, quote: Quote) -> str:
    """Say what speaks against a quote of an answer: one that is newer, or one as good."""
    for conflict in answer.conflicts:
        if _place(quote) == _place(conflict.older):
            return _other(conflict)
        if _place(quote) == _place(conflict.newer) and conflict.relation == "disagreeing":
            return inline.DISAGREED
    return ""


def _other(conflict: Conflict) -> str:
    return inline.OUTDATED if conflict.relation == "changed since" else inline.DISAGREED


def _further(index: Index, hits: Sequence[Hit], quoter: Quoter, query: Query) -> list[Copied]:
    """Return the sentences that are near the best one, the same words once."""
    preferred = prefer(index, query, quoter.kind, hits).hits
    near = [hit for hit in preferred if hit.score >= preferred[0].score - NEAR_BEST]
    return collapse(index, near) if near else []


def _shows(index: Index, copied: Copied, leading: Sequence[Found]) -> bool:
    """Say whether the words of a sentence are quoted already, from whichever document."""
    shown = {_place(found.quote) for found in leading}
    hits = (copied.hit, *copied.others)
    return any((index.library.id(hit.document), hit.sentence) in shown for hit in hits)


def _place(quote: Quote) -> tuple[str, int]:
    return quote.document, quote.sentence
