"""The checker of histories: each question is answered once, and each second answer has an excuse.

An answer may come twice where nobody could know that it had come before: the server was told to
leave the outcome of its sending unknown, or a kill fell between its sending and its record. Where
the bot's database marks what is being sent, the marks say so; where it has none, a kill within
`WINDOW` seconds does. Two bots that know nothing of each other may each be given one question. One
excuse is good for one repetition.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tests.faults.delivery.history import Death, History, Question, Sending

__all__ = ["WINDOW", "Excuse", "Repetition", "Verdict", "check"]

# Seconds; generous for one commit on a slow disk.
WINDOW = 0.5

Excuse = Literal["unknown outcome", "killed", "two bots", "none"]


@dataclass(frozen=True, slots=True)
class Repetition:
    """A message that answers a question again.

    Attributes:
        question: what was answered before.
        excuse: why that was not known.
    """

    question: Question
    excuse: Excuse


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of every question.

    Attributes:
        n_questions: how many there were.
        lost: those without an answer.
        wrong: those whose first answer does not say what it must.
        repetitions: answers past the first.
        strays: messages that answer no question.
        late: the longest that an answer took, in seconds.
    """

    n_questions: int
    lost: tuple[Question, ...]
    wrong: tuple[Question, ...]
    repetitions: tuple[Repetition, ...]
    strays: tuple[Sending, ...]
    late: float

    @property
    def unexcused(self) -> tuple[Repetition, ...]:
        """The repetitions that break the promise."""
        return tuple(each for each in self.repetitions if each.excuse == "none")

    @property
    def breaches(self) -> tuple[str, ...]:
        """The broken promises, in words."""
        found = [f"lost: {_named(each)}" for each in self.lost]
        found += [f"not the answer: {_named(each)}" for each in self.wrong]
        found += [f"answered again without need: {_named(e.question)}" for e in self.unexcused]
        return (*found, *(f"answers nothing: {each.text[:60]!r}" for each in self.strays))


def check(history: History) -> Verdict:
    """Judge a history."""
    answers = _answers(history.sendings)
    found = {each: answers.pop((each.chat, each.message_id), []) for each in history.questions}
    answered = {question: sent for question, sent in found.items() if sent}
    return Verdict(
        n_questions=len(history.questions),
        lost=tuple(question for question, sent in found.items() if not sent),
        wrong=tuple(each for each, sent in answered.items() if each.expected not in sent[0].text),
        repetitions=tuple(
            Repetition(question, _excuse(question, pair, history))
            for question, sent in answered.items()
            for pair in pairwise(sent)
        ),
        strays=tuple(each for sent in answers.values() for each in sent),
        late=max((_applied(sent[0]) - each.at for each, sent in answered.items()), default=0.0),
    )


def _answers(sendings: Sequence[Sending]) -> dict[tuple[int, int | None], list[Sending]]:
    """Return the messages that stood in a chat, by what they answer, oldest first."""
    by_question: Mapping[tuple[int, int | None], list[Sending]] = defaultdict(list)
    for sending in sendings:
        if sending.applied is not None:
            by_question[sending.chat, sending.answers].append(sending)
    return {key: sorted(sent, key=_applied) for key, sent in by_question.items()}


def _excuse(question: Question, pair: tuple[Sending, Sending], history: History) -> Excuse:
    """Say why it was not known, when the second of two answers was sent, that the first was."""
    first, second = pair
    if first.told is None:
        return "unknown outcome"
    earliest, latest = first.arrived - WINDOW, second.arrived
    between = [death for death in history.deaths if earliest <= death.at <= latest]
    if any(_hides(death, question, first) for death in between):
        return "killed"
    if history.rivalry and history.rivalry[0] <= first.arrived and latest <= history.rivalry[1]:
        return "two bots"
    return "none"


def _hides(death: Death, question: Question, sent: Sending) -> bool:
    """Say whether the record of a sending died with the process."""
    if death.unsettled is not None:
        return question.update_id in death.unsettled
    return death.at <= (sent.told or sent.arrived) + WINDOW


def _applied(sending: Sending) -> float:
    return sending.applied or 0.0


def _named(question: Question) -> str:
    return f"update {question.update_id}, message {question.message_id} of chat {question.chat}"
