"""Chats with rights and documents of their own, and requests at random that must not cross over.

python -m tests.security.crossing --requests 10000
"""

import argparse
import dataclasses
import re
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot import wiring
from bot.access import Access
from bot.administering.administration import Administration
from bot.administering.collecting import collecting
from bot.administering.door import door
from bot.answering import Answerer
from bot.assignments import Assignments
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.moves import Moves
from bot.collected import collection, names
from bot.conversation import Conversation
from bot.corpora import Corpora
from bot.database import Database
from bot.history import MemoryHistories
from bot.home import Home
from bot.keeping import Keeping
from bot.replies import Reply
from bot.stored_histories import StoredHistories
from tests.security.corpora_apart import CANARIES, write
from tests.security.requests_apart import GROUP, OWNER, READER, Request, requests

__all__ = ["CORPUS_OF", "OWN", "Building", "Crossing", "build", "foreign", "main", "run"]

# The name of the home's own documents, and of the collection of each chat that has one.
OWN = "home"
CORPUS_OF = {OWNER: OWN, READER: "north", GROUP: "south"}
# A reply is the same whenever it is given, but for the hour that an export bears.
CLOCK = 1_714_500_000.0


@dataclass(slots=True)
class Crossing:
    """What came of many requests.

    Attributes:
        n_requests: how many there were.
        n_replies: how many were replied to.
        leaks: what each reply that held something foreign was, and why.
        kinds: how many requests there were of each kind.
    """

    n_requests: int = 0
    n_replies: int = 0
    leaks: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)


class Building:
    """A bot with three corpora, and for each corpus a bot that has no other.

    What a chat is replied must be, to the letter, what the bot would say that knows nothing but
    the chat's documents: then no title, count, spelling or refusal can come from elsewhere.

    Parameters
    ----------
    home
        with the documents of the owner and two collections.
    folder
        where the databases are made.
    corpora
        whose documents answer which chat; the right ones where None.
    """

    def __init__(self, home: Home, folder: Path, corpora: Mapping[int, str] | None = None) -> None:
        folder.mkdir(exist_ok=True)
        self._answerers = {
            name: wiring.answerer(home if name == OWN else collection(home, name))
            for name in CANARIES
        }
        self._asked: defaultdict[int, set[str]] = defaultdict(set)
        self._database = Database(folder / "quoth.db")
        self.desk = self._all(home, self._database, corpora or CORPUS_OF)
        self._alone = {
            chat: self._only(self._answerers[name], folder / f"{name}.db")
            for chat, name in CORPUS_OF.items()
        }

    def ask(self, request: Request) -> Iterator[str]:
        """Yield why the reply to a request is a leak; nothing where it is none."""
        # As the bot does: all that comes of a message is kept at once.
        with self._database.transaction():
            reply = self.desk.reply(request.sender, request.text)
        alone = self._alone.get(request.sender.chat)
        expected = alone.reply(request.sender, request.text) if alone is not None else None
        name = CORPUS_OF.get(request.sender.chat)
        said, asked = everything(reply), self._asked[request.sender.chat]
        # A chat may be shown again what it has typed itself.
        asked.update(_words(request.text))
        yield from (f"{word} of {its}" for word, its in foreign(said, name) if word not in asked)
        if alone is not None and said != everything(expected):
            yield "another reply than from its own documents alone"

    def _all(self, home: Home, database: Database, corpora: Mapping[int, str]) -> Desk:
        access, moves = _access(database), Moves(database)
        histories = StoredHistories(database, clock=lambda: CLOCK)
        assignments = Assignments(database, lambda chat: histories.forget(f"telegram:{chat}"))
        opened = {
            name: Conversation(answerer, histories, Keeping())
            for name, answerer in self._answerers.items()
        }
        for chat, name in corpora.items():
            assignments.assign(chat, "" if name == OWN else name, OWNER)
        return Desk(
            access,
            opened[OWN],
            moves,
            corpora=Corpora(opened[OWN], assignments, lambda name: opened[name]),
            administration=_administration(access, assignments, names(home)),
        )

    def _only(self, answerer: Answerer, file: Path) -> Desk:
        """Return a desk for one corpus, which never heard of another."""
        database = Database(file)
        histories = MemoryHistories(clock=lambda: CLOCK)
        access, assignments = _access(database), Assignments(database, lambda chat: None)
        return Desk(
            access,
            Conversation(answerer, histories, Keeping()),
            Moves(database),
            administration=_administration(access, assignments, ()),
        )

    def close(self) -> None:
        """Close the database that all chats share."""
        self._database.close()


def _access(database: Database) -> Access:
    return Access(frozenset((READER, GROUP)), frozenset((OWNER,)), database)


def _administration(
    access: Access, assignments: Assignments, known: Sequence[str]
) -> Administration:
    commands = {**door(access), **collecting(assignments, lambda: known)}
    return Administration(access, commands)


def build(
    folder: Path, databases: Path | None = None, corpora: Mapping[int, str] | None = None
) -> Building:
    """Put the bots together, over corpora that are indexed at the first time.

    Parameters
    ----------
    folder
        where the corpora are.
    databases
        where the databases of the bots are made; beside the corpora where None.
    corpora
        whose documents answer which chat; the right ones where None.
    """
    home = Home(folder / "home")
    if not home.path.exists():
        for name in CANARIES:
            source = write(name, folder / f"{name}-source")
            wiring.indexer(home if name == OWN else home.collection(name)).update([source])
    return Building(home, databases or folder / "databases", corpora)


def everything(reply: Reply | None) -> str:
    """Return all that a reply says and carries, the numbers of turns left out."""
    return "" if reply is None else repr(dataclasses.replace(reply, turn=None))


def foreign(said: str, name: str | None) -> Iterator[tuple[str, str]]:
    """Yield each word in what is said that only another corpus has, and whose it is."""
    told = _words(said)
    for other, canaries in CANARIES.items():
        if other != name:
            yield from ((word, other) for word in canaries.words if word in told)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def run(building: Building, n: int, seed: int) -> Crossing:
    """Make requests and count what crosses over."""
    found = Crossing()
    for kind, request in requests(n, seed):
        found.n_requests += 1
        found.kinds[kind] += 1
        reasons = list(building.ask(request))
        if reasons:
            where = CORPUS_OF.get(request.sender.chat, "nobody")
            found.leaks.append(f"{where}: {request.text!r}: {'; '.join(reasons)}")
    return found


def main() -> int:
    """Make the requests, print what crossed over, and return 1 where anything did."""
    parser = argparse.ArgumentParser(prog="python -m tests.security.crossing")
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        found = run(build(Path(folder)), given.requests, given.seed)
    for leak in found.leaks[:20]:
        print(leak)
    kinds = ", ".join(f"{n} {kind}" for kind, n in found.kinds.most_common())
    print(f"{kinds}; {time.process_time() - start:.1f} s of CPU")
    print(f"seed {given.seed}: {found.n_requests} requests, {len(found.leaks)} leaks")
    return 1 if found.leaks else 0


if __name__ == "__main__":
    raise SystemExit(main())
