"""How well changes are told from what stays the same: `python -m tests.quality.facts`.

Indexes the articles beside this module into a fresh home and asks about facts that change over time
and facts that do not. Prints a line a count, and below it each case to look at by name.
"""

import datetime
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answers import Answer, Outcome, Quote
from bot.home import Home
from bot.questions import Question
from bot.wiring import answerer, indexer

__all__ = [
    "ARTICLES",
    "AsOf",
    "Case",
    "Fact",
    "Statement",
    "ask_articles",
    "gives_value",
    "is_flagged",
    "main",
    "measure",
    "read_facts",
    "tells_change",
]

FOLDER = Path(__file__).with_name("facts")
ARTICLES = FOLDER / "articles"
CHANGED = "changed since"

Ask = Callable[[str, datetime.date | None], Outcome]
"""Answers a question from the articles, or from those published by a day."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that says what a fact's value is.

    Attributes:
        document: id of its article, which begins with the day of publication.
        value: as the sentence puts it; a constant fact may be put in several ways.
        sentence: the whole sentence, as the article has it.
    """

    document: str
    value: str
    sentence: str

    @property
    def date(self) -> datetime.date:
        """The day on which the article was published."""
        return datetime.date.fromisoformat(self.document[:10])


@dataclass(frozen=True, slots=True)
class AsOf:
    """A past day, and the value that was right on it."""

    day: datetime.date
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that two or more articles state.

    Attributes:
        ident: "c" and two digits for a fact that changes, "s" and two digits for one that stays.
        question: what a person asks to learn it.
        statements: oldest first.
        as_of: days to ask as of, the first before any change; none for a fact that stays.
    """

    ident: str
    question: str
    statements: tuple[Statement, ...]
    as_of: tuple[AsOf, ...]

    @property
    def is_changing(self) -> bool:
        """Whether its value changes over time."""
        return self.ident.startswith("c")

    def value(self, day: datetime.date | None) -> str:
        """Return the value that is right as of one of its days, or now."""
        return next((at.value for at in self.as_of if at.day == day), self.statements[-1].value)

    def stated(self, quote: Quote) -> Statement | None:
        """Return the statement that a quote is, or None where it says something else."""
        key = (quote.document, quote.text)
        return next((s for s in self.statements if (s.document, s.sentence) == key), None)


@dataclass(frozen=True, slots=True)
class Case:
    """A question that was asked.

    Attributes:
        fact: what it is about.
        day: as of when it was asked, or None for now.
        outcome: what was said.
    """

    fact: Fact
    day: datetime.date | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """One count.

    Attributes:
        name: what is counted.
        n_counted: in how many cases it happened.
        n: of how many cases.
        notable: the misses, or the false alarms.
    """

    name: str
    n_counted: int
    n: int
    notable: tuple[Case, ...]


def read_facts() -> tuple[Fact, ...]:
    """Return the facts, changing ones first."""
    lines = (FOLDER / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_fact(json.loads(line)) for line in lines)


def _fact(line: Mapping[str, Any]) -> Fact:
    days = line.get("as_of", ())
    return Fact(
        ident=line["id"],
        question=line["question"],
        statements=tuple(Statement(**statement) for statement in line["statements"]),
        as_of=tuple(AsOf(datetime.date.fromisoformat(at["day"]), at["value"]) for at in days),
    )


def ask_articles(home: Path) -> Ask:
    """Index the articles into a home, and return what answers from them."""
    where = Home(home)
    indexer(where).update([ARTICLES])
    answers = answerer(where)

    def ask(text: str, day: datetime.date | None) -> Outcome:
        return answers.answer(Question(text, None, day), text)

    return ask


def tells_change(case: Case) -> bool:
    """Whether an answer sets the value that is right against an earlier one of the same fact."""
    if not isinstance(case.outcome, Answer):
        return False
    pairs = (
        (case.fact.stated(conflict.newer), case.fact.stated(conflict.older))
        for conflict in case.outcome.conflicts
        if conflict.relation == CHANGED
    )
    right = case.fact.value(case.day)
    return any(
        newer and older and newer.value == right != older.value and newer.date > older.date
        for newer, older in pairs
    )


def is_flagged(case: Case) -> bool:
    """Whether an answer says that documents differ, rightly or not."""
    return isinstance(case.outcome, Answer) and bool(case.outcome.conflicts)


def gives_value(case: Case) -> bool:
    """Whether the first quote states the fact, and with the value that is right."""
    if not isinstance(case.outcome, Answer):
        return False
    stated = case.fact.stated(case.outcome.quotes[0])
    if stated is None or not case.fact.is_changing:
        return stated is not None
    return stated.value == case.fact.value(case.day)


def measure(facts: Sequence[Fact], ask: Ask) -> tuple[Tally, ...]:
    """Ask everything there is to ask, and count."""
    now = [Case(fact, None, ask(fact.question, None)) for fact in facts]
    past = [Case(f, at.day, ask(f.question, at.day)) for f in facts for at in f.as_of]
    changing = [case for case in now if case.fact.is_changing]
    constant = [case for case in now if not case.fact.is_changing]
    unchanged = [case for case in past if case.day == case.fact.as_of[0].day]
    return (
        _successes("changes flagged", changing, tells_change),
        _alarms("falsely flagged", constant),
        _alarms("falsely flagged before any change", unchanged),
        _successes("newest value first", changing, gives_value),
        _successes("as-of right", past, gives_value),
        _successes("constant fact stated first", constant, gives_value),
    )


def _successes(name: str, cases: Sequence[Case], succeeds: Callable[[Case], bool]) -> Tally:
    misses = tuple(case for case in cases if not succeeds(case))
    return Tally(name, len(cases) - len(misses), len(cases), misses)


def _alarms(name: str, cases: Sequence[Case]) -> Tally:
    alarms = tuple(case for case in cases if is_flagged(case))
    return Tally(name, len(alarms), len(cases), alarms)


def main() -> None:
    """Print the counts and the cases to look at."""
    with tempfile.TemporaryDirectory() as home:
        tallies = measure(read_facts(), ask_articles(Path(home)))
    for tally in tallies:
        print(f"{tally.name:<34} {tally.n_counted:>2} of {tally.n}")
        for case in tally.notable:
            print("\n".join(_shown(case)))


def _shown(case: Case) -> Iterable[str]:
    """Yield what to read of a case: the question, the first quote, what is said to differ."""
    day = f" as of {case.day}" if case.day else ""
    yield f"  {case.fact.ident}{day} {case.fact.question} [{case.fact.value(case.day)}]"
    if not isinstance(case.outcome, Answer):
        yield "      declined"
        return
    stated = case.fact.stated(case.outcome.quotes[0])
    value = stated.value if stated else "something else"
    yield f"      {value}: {_cited(case.outcome.quotes[0])}"
    for conflict in case.outcome.conflicts:
        yield f"      {conflict.relation} {_cited(conflict.older)}: {_cited(conflict.newer)}"


def _cited(quote: Quote) -> str:
    return f"{quote.document}: {quote.text}"


if __name__ == "__main__":
    main()
