"""How much was received, answered and sent since the start."""

from dataclasses import asdict, dataclass

__all__ = ["Counts"]


@dataclass(slots=True)
class Counts:
    """Counts since the start.

    Attributes:
        received: things kept in the inbox.
        repeated: things that were there already.
        answered: things whose answer is sent in full.
        sent: messages that surely arrived.
        retried: further attempts to answer or to send.
        uncertain: calls of which nobody knows whether they were carried out.
        dead: things and messages given up.
        crowded: things left unanswered because too much of their chat was waiting.
    """

    received: int = 0
    repeated: int = 0
    answered: int = 0
    sent: int = 0
    retried: int = 0
    uncertain: int = 0
    dead: int = 0
    crowded: int = 0

    def status(self) -> dict[str, int]:
        """Return each count by its name."""
        return asdict(self)
