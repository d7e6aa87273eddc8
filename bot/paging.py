"""A timeline as a reply, a page at a time."""

from dataclasses import replace

from bot import phrases
from bot.answers import Highlight
from bot.questions import Question
from bot.quoting import Quoter
from bot.replies import Pages, Part, Reply, quoted
from bot.responding import Responder
from bot.timeline import Event, Timeline

__all__ = ["N_ON_PAGE", "page_of"]

N_ON_PAGE = 8


def page_of(answerer: Responder, question: Question, number: int) -> Reply | None:
    """Lay out a page of the timeline of a topic.

    Parameters
    ----------
    answerer
        finds and quotes the events.
    question
        the topic, and where to look.
    number
        of the page, from 1.

    Returns
    -------
    None where nothing dated is found, or the timeline has no such page.
    """
    found = answerer.timeline(question)
    if not isinstance(found, Timeline):
        return None
    events = found.events[(number - 1) * N_ON_PAGE : number * N_ON_PAGE]
    if not events:
        return None
    n_pages = -(-len(found.events) // N_ON_PAGE)
    parts = [Part("text", phrases.timeline(found.topic, len(found.events)))]
    quoter = answerer.quoter(answerer.query(question.text))
    for event in events:
        parts += _event(quoter, event)
    if n_pages > 1:
        parts.append(Part("note", phrases.page(number, n_pages)))
    return Reply(tuple(parts), pages=Pages(question.text, number, n_pages))


def _event(quoter: Quoter, event: Event) -> list[Part]:
    quote = quoter.quote(event.hit)
    # Its day stands beside it already.
    when = Highlight(event.start, event.end, "date", "")
    marked = replace(quote, highlights=(when,) if event.start < event.end else ())
    return [Part("date", event.label), *quoted([marked], "date")]
