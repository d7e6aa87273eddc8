"""Requests at random to a bot whose chats ask different documents, of every kind there is."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.channels.telegram.deciding.senders import Sender
from bot.conversation import COMMANDS
from tests.security.corpora_apart import CANARIES, TOPICS, Canaries

__all__ = ["GROUP", "GUEST", "MAKERS", "OWNER", "READER", "Maker", "Request", "requests"]

OWNER, READER, GUEST, GROUP = 11, 22, 33, -5001


@dataclass(frozen=True, slots=True)
class Request:
    """Something that somebody writes.

    Attributes:
        sender: who, and where.
        text: what.
    """

    sender: Sender
    text: str


# Makes a request, of the words of some corpus, which may be another than that of the chat.
Maker = Callable[[random.Random, Canaries], str]


def _question(dice: random.Random, canaries: Canaries) -> str:
    return dice.choice(TOPICS).question


def _about_other(dice: random.Random, canaries: Canaries) -> str:
    return f"what does {dice.choice(canaries.known)} have to do with the {_noun(dice)}"


def _misspelt(dice: random.Random, canaries: Canaries) -> str:
    word = dice.choice(canaries.words)
    place = dice.randrange(1, len(word))
    return f"who knows about {word[:place]}{word[place + 1 :]}x and {word[:-1]}"


def _follow_up(dice: random.Random, canaries: Canaries) -> str:
    return dice.choice(("and when was it?", "who led it?", "what about the " + _noun(dice)))


def _timeline(dice: random.Random, canaries: Canaries) -> str:
    return dice.choice((f"/timeline {_noun(dice)}", "/more", f"timeline of the {_noun(dice)}"))


def _command(dice: random.Random, canaries: Canaries) -> str:
    return f"/{dice.choice(sorted(set(COMMANDS) - {'forget', 'new'}))}"


def _as_of(dice: random.Random, canaries: Canaries) -> str:
    return dice.choice(
        ("/asof 2019-06-01", "/asof", f"/asof 2020-01-01 {_question(dice, canaries)}")
    )


def _unknown(dice: random.Random, canaries: Canaries) -> str:
    return f"/{dice.choice(canaries.known)} {_noun(dice)}"


def _administering(dice: random.Random, canaries: Canaries) -> str:
    names_ = ("/collection", "/collection -5001 north", "/allow 22", "/deny 99", "/open", "/stats")
    return dice.choice(names_)


def _pasted(dice: random.Random, canaries: Canaries) -> str:
    return f"/verify {dice.choice(TOPICS[::2]).sentence(canaries)}"


def _noun(dice: random.Random) -> str:
    return dice.choice(TOPICS).noun


# The kinds of requests, each with how often it comes.
MAKERS: Sequence[tuple[Maker, int]] = (
    (_question, 8),
    (_about_other, 4),
    (_misspelt, 4),
    (_follow_up, 3),
    (_timeline, 3),
    (_command, 6),
    (_as_of, 1),
    (_unknown, 2),
    (_administering, 1),
    (_pasted, 1),
)


def requests(n: int, seed: int) -> Iterator[tuple[str, Request]]:
    """Yield requests at random with the names of their kinds."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    makers, weights = zip(*MAKERS, strict=True)
    for _ in range(n):
        maker = dice.choices(makers, weights)[0]
        sender = _sender(dice)
        # An administrator's own commands are for tests of their own: here they would change rights.
        if maker is _administering and sender.user == OWNER and sender.is_private:
            maker = _question
        text = maker(dice, CANARIES[dice.choice(sorted(CANARIES))])
        yield maker.__name__.strip("_"), Request(sender, text)


def _sender(dice: random.Random) -> Sender:
    kind = dice.randrange(7)
    if kind < 2:
        return Sender(OWNER, OWNER, None, is_private=True)
    if kind < 4:
        return Sender(READER, READER, None, is_private=True)
    if kind < 6:
        return Sender(GROUP, dice.choice((OWNER, READER, None)), dice.choice((None, 7, 8)), False)
    return Sender(GUEST, GUEST, None, is_private=True)
