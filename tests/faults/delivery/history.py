"""What happened in one run, as the server and the supervisor wrote it down."""

from dataclasses import dataclass

__all__ = ["Death", "History", "Question", "Sending"]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that somebody asked, and that is owed exactly one message.

    Attributes:
        update_id: of the update that brought it.
        chat: the chat's id.
        message_id: its number in the chat; None where the answer may name no question.
        expected: what the answer must say, word for word.
        at: seconds on the monotonic clock.
    """

    update_id: int
    chat: int
    message_id: int | None
    expected: str
    at: float


@dataclass(frozen=True, slots=True)
class Sending:
    """One call that asked the server to send a message.

    Attributes:
        chat: where to.
        answers: the number of the message it replies to; None where it names none.
        text: what it says.
        arrived: when the server had read it, in seconds on the monotonic clock.
        applied: when the message stood in the chat; None if it never did.
        told: when the bot was told how it went; None if it was not, or not the truth.
    """

    chat: int
    answers: int | None
    text: str
    arrived: float
    applied: float | None
    told: float | None


@dataclass(frozen=True, slots=True)
class Death:
    """A process was killed, or broke down.

    Attributes:
        at: seconds on the monotonic clock.
        unsettled: ids of the updates whose answers were marked as being sent in the database when
            the process was dead; None where the bot keeps no such marks.
    """

    at: float
    unsettled: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class History:
    """A run from its first question to its end, each list in the order of time.

    Attributes:
        rivalry: from when to when two bots ran that knew nothing of each other, in seconds on the
            monotonic clock; None where there was one.
    """

    questions: tuple[Question, ...]
    sendings: tuple[Sending, ...]
    deaths: tuple[Death, ...] = ()
    rivalry: tuple[float, float] | None = None
