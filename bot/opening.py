"""A document as a link to it opens it: title, date, source, and the sentences it begins with."""

from bot.phrases import inline
from bot.replies import Part, Reply, cite, say
from retrieval.index import Index

__all__ = ["N_SHOWN", "opened"]

# Sentences to show, enough to see what a document is about.
N_SHOWN = 3


def opened(index: Index, document: str) -> Reply:
    """Show a document of an index, named by its id, quoted from its beginning."""
    places = index.library.positions([document])
    if not places:
        return say(inline.NO_DOCUMENT)
    found = index.library.document(places[0])
    day = found.date.isoformat() if found.date else ""
    title = found.title.strip() or found.id
    head = ", ".join(filter(None, (title, day, found.author, found.source)))
    parts = [Part("text", " ".join(head.split()))]
    shown = found.sentences[:N_SHOWN]
    if shown:
        numbers = range(len(shown))
        parts += [
            Part("quote", found.text[shown[0].start : shown[-1].end]),
            Part("citation", cite(title, found.date, found.source, numbers)),
        ]
    return Reply(tuple(parts))
