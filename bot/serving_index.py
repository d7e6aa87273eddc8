"""An answerer that takes up each new generation of the index while it runs."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog

from bot.answering import N_RANKED, Answerer
from bot.answers import Outcome
from bot.explaining import Explanation
from bot.proof.claims import Claim
from bot.proof.verifying import Check
from bot.questions import Question
from bot.quoting import Quoter
from bot.timeline import Timeline, Undated
from retrieval.errors import RetrievalError
from retrieval.hits import Query
from retrieval.index import Index

__all__ = ["ServingAnswerer"]

log = structlog.stdlib.get_logger()

# What tells one state of the files named CURRENT from another: of each, its number, its time of
# change in nanoseconds and its size; None where there is none.
Marks = tuple[tuple[int, int, int] | None, ...]


class ServingAnswerer:
    """Answers each question from the newest generation, and one question from one generation.

    Before a question it looks whether another generation was published, which costs a call of
    `stat` for each file it watches. What belongs to the same question, `query` and `quoter`, stays
    with the generation that the thread's last question was put to, so that no quote is taken from
    another generation than the one that was searched.

    Where one thread opens a new generation, the others go on with the earlier one. One that cannot
    be opened is told of in the log, and the earlier one serves on.

    Parameters
    ----------
    watched
        the files that name the generation in use; one of them changes with each publication.
    open_newest
        opens it.
    changed
        called with the name of each generation that is taken up, but not with the first.
    """

    def __init__(
        self,
        watched: Sequence[Path],
        open_newest: Callable[[], Answerer],
        changed: Callable[[str], object] = lambda name: None,
    ) -> None:
        self._watched = tuple(watched)
        self._open = open_newest
        self._changed = changed
        # Taken before opening: what is published meanwhile is then seen with the next question.
        # Where there was nothing, what is there afterwards was made by opening.
        marks = self._look()
        self._newest = open_newest()
        self._marks = marks if any(marks) else self._look()
        self._opening = threading.Lock()
        self._held = threading.local()

    def now(self) -> Answerer:
        """Return the answerer of the newest generation; keep to it for one question."""
        if self._look() != self._marks:
            self._take_up()
        newest = self._held.answerer = self._newest
        return newest

    @property
    def index(self) -> Index:
        """The newest generation."""
        return self.now().index

    def answer(self, question: Question, understood: str, *, n_ranked: int = N_RANKED) -> Outcome:
        """Answer as `Answerer.answer` does, from the newest generation."""
        return self.now().answer(question, understood, n_ranked=n_ranked)

    def explain(self, question: Question, understood: str) -> Explanation | None:
        """Explain as `Answerer.explain` does, by the newest generation."""
        return self.now().explain(question, understood)

    def timeline(self, question: Question) -> Timeline | Undated:
        """Find what happened, as `Answerer.timeline` does, in the newest generation."""
        return self.now().timeline(question)

    def check(self, claim: Claim) -> Check:
        """Compare an earlier quote with the originals, its citation with the newest generation."""
        return self.now().check(claim)

    def check_forwarded(self, text: str) -> list[Check]:
        """Compare the quotes in a pasted text, as `Answerer.check_forwarded` does."""
        return self.now().check_forwarded(text)

    def quoter(self, query: Query) -> Quoter:
        """Return what quotes from the generation that this thread's last question was put to."""
        return self._holding().quoter(query)

    def query(self, understood: str) -> Query:
        """Analyse what is searched for in the generation of this thread's last question."""
        return self._holding().query(understood)

    def _holding(self) -> Answerer:
        held: Answerer | None = getattr(self._held, "answerer", None)
        return held or self.now()

    def _look(self) -> Marks:
        return tuple(map(_mark, self._watched))

    def _take_up(self) -> None:
        """Open the newest generation, unless another thread is at it."""
        if not self._opening.acquire(blocking=False):
            return
        try:
            marks = self._look()
            self._newest = self._open()
            # Only now: whoever sees the new marks finds the new generation behind them.
            self._marks = marks
            self._changed(self._newest.index.name)
        except RetrievalError as error:
            self._marks = marks  # the next publication is tried, this one not again
            log.warning("a new generation of the index cannot be opened", reason=str(error))
        except OSError as error:
            log.warning("a new generation of the index cannot be opened yet", reason=str(error))
        finally:
            self._opening.release()


def _mark(file: Path) -> tuple[int, int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
