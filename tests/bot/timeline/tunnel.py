"""Reports of a tunnel under a river, and what they are read with."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.home import Home
from bot.timeline.clauses import Span
from bot.timeline.dating import When
from bot.timeline.events import Event
from bot.timeline.gathering import Told
from bot.wiring import indexer
from retrieval.hits import Hit, Query
from retrieval.index import Index
from retrieval.ranking.model import shipped
from retrieval.ranking.ranker import Ranker

__all__ = ["REPORTS", "Opened", "open_reports", "told", "when"]

REPORTS = {
    "vote.txt": """date 2021-03-02 Council votes for a tunnel under the Lune
By Ida Berg
LUNEHAVEN, March 2 (Coast Desk) -- The council of Lunehaven voted on Monday to dig a tunnel under \
the Lune. The Lune tunnel will cost 40 million crowns.

Nobody spoke against the plan. The mayor was ill.
(END)
""",
    "plan.txt": """date 2021-08-18 Digging of the Lune tunnel to begin in September
By Olof Dahl
LUNEHAVEN, Aug. 18 (Coast Desk) -- Digging of the Lune tunnel is to begin on Sept. 6, the builder \
said on Wednesday. When will the Lune tunnel open? The builder does not say.
(END)
""",
    "start.txt": """date 2021-09-07 Digging begins below the Lune
By Olof Dahl
LUNEHAVEN, Sept. 7 (Coast Desk) -- Digging of the Lune tunnel began on Monday. \
Fish are not expected to mind.
(END)
""",
    "wall.txt": """date 2022-05-20 Last wall of the Lune tunnel falls
By Ida Berg
LUNEHAVEN, May 20 (Coast Desk) -- Workers broke through the last wall of the Lune tunnel. \
They sang.
(END)
""",
    "years.txt": """date 2024-02-01 Background: the Lune tunnel
By Ida Berg
LUNEHAVEN, Feb. 1 (Coast Desk) -- The Lune tunnel has two lanes. The council voted for the Lune \
tunnel in March 2021. Each year on June 1 the Lune tunnel is washed. The Lune tunnel would have \
opened on June 5, 2022, without the flood. The Lune tunnel is longer than the bridge of 1904.

Herons nest on the bank. The bank was planted in 1950.
(END)
""",
    "bridge.md": "# The bridge\n\nThe old bridge has four arches. It is closed to cars.\n",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """An index of the reports, and a ranker over it."""

    index: Index
    ranker: Ranker

    def query(self, topic: str) -> Query:
        return self.index.query(topic, "en")

    def text(self, hit: Hit) -> str:
        document = self.index.library.document(hit.document)
        sentence = document.sentences[hit.sentence]
        return document.text[sentence.start : sentence.end]

    def shown(self, events: tuple[Event, ...]) -> list[tuple[str, str]]:
        """Return the label of each event, and its sentence."""
        return [(event.label, self.text(event.hit)) for event in events]


def open_reports(folder: Path) -> Opened:
    """Write the reports below a folder, index and open them."""
    reports = folder / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    home = Home(folder / "home")
    indexer(home).update([reports])
    index = Index.open(home.index)
    return Opened(index, Ranker(index, shipped(index.language)))


def told(
    text: str,
    published: date | None = date(2021, 9, 7),
    *,
    opens_news: bool = False,
    share: float = 1.0,
    score: float = 0.0,
) -> Told:
    """Return a sentence that stands nowhere."""
    return Told(Hit(0, 0, 0, score), text, published, opens_news, share)


def when(first: str, last: str = "", *, clause: Span = (0, 99), is_ahead: bool = False) -> When:
    """Return the days from one ISO date to another, or one day."""
    days = (date.fromisoformat(first), date.fromisoformat(last or first))
    label = f"{first}/{last}" if last else first
    return When(*days, "period" if last else "day", label, 0, 0, clause, is_ahead, 0.0)
