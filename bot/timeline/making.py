"""From a topic to its events: gather, date, merge, put in order."""

from bot.timeline.choosing import event_of
from bot.timeline.dating import date_of
from bot.timeline.events import Timeline, Undated
from bot.timeline.gathering import Told, gather
from bot.timeline.likeness import words_of
from bot.timeline.merging import Dated, merge
from bot.timeline.naming import names_of
from bot.timeline.periods import Asked, read_topic
from retrieval.hits import Query, Scope
from retrieval.index import Index
from retrieval.ranking.ranker import Ranker

__all__ = ["MOST_EVENTS", "timeline"]

# More than anybody reads; of more, those told best stay.
MOST_EVENTS = 50
# Sentences to offer where none is dated.
N_NEAREST = 3


def timeline(
    index: Index, ranker: Ranker, topic: str, scope: Scope | None = None
) -> Timeline | Undated:
    """Return what happened to a topic, by date.

    Parameters
    ----------
    index
        where to look.
    ranker
        of that index.
    topic
        what it is about; a period in it ("the pact in 2019") leaves out what lies beyond.
    scope
        which passages may be quoted.
    """
    asked = read_topic(topic, scope.as_of if scope else None)
    query = index.query(asked.about, "en")
    told = gather(index, ranker, query, scope) if query.terms else []
    dated = _dated(index, query, told, asked)
    if not dated:
        unknown = [term.surface for term in query.terms if not index.holders(term.term)]
        return Undated(
            topic, tuple(unknown), tuple(one.hit for one in told[:N_NEAREST]), index.name
        )
    events = sorted(map(event_of, merge(dated)), key=lambda event: -event.hit.score)[:MOST_EVENTS]
    events.sort(key=lambda event: (event.first, event.last, -event.hit.score))
    return Timeline(topic, tuple(events), index.name)


def _dated(index: Index, query: Query, told: list[Told], asked: Asked) -> list[Dated]:
    names = names_of(query, (one.text for one in told))
    dated = []
    for one in told:
        when = date_of(one, names)
        if when is not None and asked.covers(when.first, when.last):
            words = words_of(
                one.text, when.clause, (when.start, when.end), leaving=names.any, idf=index.idf
            )
            dated.append(Dated(one, when, words))
    return _sure(dated)


def _sure(dated: list[Dated]) -> list[Dated]:
    """Leave out words that are told on several days and mean another day each time.

    A page repeats them from somewhere else, and its own date says nothing of theirs.
    """
    days: dict[str, set[str]] = {}
    for one in dated:
        days.setdefault(one.told.text, set()).add(one.when.label)
    return [one for one in dated if len(days[one.told.text]) == 1]
