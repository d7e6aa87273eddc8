"""How good the timelines of the bundled corpus are: `python -m tests.quality.timelines`.

`timelines.jsonl` judges sentences for ten topics, one a line: `topic`, `document`, `sentence` (from
0), `date` as a timeline labels it, and `event`, the event of the topic that it tells of on that
date, or null where it is no event of the topic or happened on another date. Two sentences with the
same event are duplicates. Judged by reading each sentence in its article.
"""

import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.home import Home
from bot.timeline import Timeline, timeline
from bot.wiring import indexer
from corpus.bundled import BUNDLED
from retrieval.index import Index
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import Ranker

__all__ = ["Figures", "Judged", "Shown", "main", "measure", "read_judged", "show"]

JUDGED = Path(__file__).with_name("timelines.jsonl")


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as a timeline shows it: the sentence, and the label of its date."""

    topic: str
    document: str
    sentence: int
    date: str


Judged = dict[Shown, str | None]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over all topics.

    Attributes:
        n_shown: events in the timelines.
        wrong: those judged to be none of the topic's, or of another date.
        repeated: those whose event stands in the same timeline before.
        unjudged: those that nobody has judged.
    """

    n_shown: int
    wrong: tuple[Shown, ...]
    repeated: tuple[Shown, ...]
    unjudged: tuple[Shown, ...]

    @property
    def precision(self) -> float:
        """Share of the judged events that are right, 0 to 1."""
        n_judged = self.n_shown - len(self.unjudged)
        return 1 - len(self.wrong) / n_judged if n_judged else 0.0

    @property
    def repetition(self) -> float:
        """Share of all events that repeat one before, 0 to 1."""
        return len(self.repeated) / self.n_shown if self.n_shown else 0.0


def read_judged(path: Path = JUDGED) -> Judged:
    """Read the judgements."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {Shown(*(row[key] for key in Shown.__slots__)): row["event"] for row in rows}


def show(home: Path, topics: Iterable[str]) -> list[Shown]:
    """Index the bundled corpus into a fresh home, and return the events of some topics."""
    where = Home(home)
    indexer(where).update([BUNDLED])
    index = Index.open(where.index)
    ranker = Ranker(index, shipped(index.language))
    shown = []
    for topic in topics:
        found = timeline(index, ranker, topic)
        for event in found.events if isinstance(found, Timeline) else ():
            document = index.library.id(event.hit.document)
            shown.append(Shown(topic, document, event.hit.sentence, event.label))
    return shown


def measure(shown: Sequence[Shown], judged: Judged) -> Figures:
    """Count what is wrong, repeated and unjudged."""
    seen: set[tuple[str, str]] = set()
    wrong, repeated, unjudged = [], [], []
    for one in shown:
        if one not in judged:
            unjudged.append(one)
            continue
        event = judged[one]
        if event is None:
            wrong.append(one)
        elif (one.topic, event) in seen:
            repeated.append(one)
        else:
            seen.add((one.topic, event))
    return Figures(len(shown), tuple(wrong), tuple(repeated), tuple(unjudged))


def main() -> None:
    """Print the figures, and each case to look at."""
    judged = read_judged()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(show(Path(folder), dict.fromkeys(one.topic for one in judged)), judged)
    print(f"{figures.n_shown} events; precision {figures.precision:.3f}")
    print(f"repeated {figures.repetition:.3f}; unjudged {len(figures.unjudged)}")
    for name in ("wrong", "repeated", "unjudged"):
        for one in getattr(figures, name):
            print(f"{name}: {one.topic}: {one.date} {one.document} {one.sentence}")


if __name__ == "__main__":
    main()
